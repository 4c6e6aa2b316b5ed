/** How an extraction is printed: one JSON line of the contract, or the rules behind each figure. */
import type { Extraction } from '../model/article.ts'
import type { ExtractedFigure, Figure } from '../model/figure.ts'

function figureOf(read: ExtractedFigure): Figure {
  const {
    sentenceStart: _from,
    sentenceEnd: _to,
    warningDetails: _details,
    trace: _trace,
    ...figure
  } = read
  return figure
}

/** The extraction as one line of JSON: article and figures, nothing of how they were read. */
export function extractionLine({ file, article, figures, warnings }: Extraction): string {
  const { boilerplate: _boilerplate, ...shown } = article
  return JSON.stringify({ file, article: shown, figures: figures.map(figureOf), warnings })
}

/** What each figure was read as, and which rules fired on which words. */
export function explainExtraction({ file, article, figures }: Extraction): string {
  const head = [
    file,
    `  nơi đăng: ${article.publisher ?? 'không rõ'}; ngày đăng: ${article.published ?? 'không rõ'}`,
    `  tỉnh: ${article.area ?? 'không rõ'}${article.areaEvidence ? ` (${article.areaEvidence})` : ''}`,
  ]
  const lines = figures.flatMap((figure) => [
    `  ${figure.start}–${figure.end} “${figure.quote}”`,
    `    ${[figure.indicator, figure.area, figure.borders, figure.scope, figure.period, figure.measure, figure.value, figure.unit, figure.status, figure.bound, figure.priceBasis].map((part) => part ?? '–').join(' | ')}`,
    ...figure.trace.map(
      ({ rule, start, words, gave }) => `      ${rule.padEnd(28)} ${start} “${words}” → ${gave}`,
    ),
    ...figure.warningDetails.map(({ code, text }) => `      cảnh báo ${code}: ${text}`),
  ])
  return [...head, ...lines].join('\n')
}
