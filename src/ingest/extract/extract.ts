/** Reads the figures of an article. */
import { findAreaMentions } from '../../catalogue/area-mentions.ts'
import type { Article } from '../../model/article.ts'
import type { ExtractedFigure } from '../../model/figure.ts'
import { splitSentences } from '../split-sentences.ts'
import { itemsOf } from './items.ts'
import { Reader } from './reader.ts'
import { reportTime } from './report-time.ts'

/** Changes whenever the rules read something differently; stored articles are then read again. */
export const RULES_VERSION = '1'

/**
 * All figures of an article, in reading order, each with its quote at its offsets and the trace of
 * the rules that read it. What the text does not say is null or XXXX, with a warning.
 */
export function extractFigures(article: Article): ExtractedFigure[] {
  const { text } = article
  const areas = findAreaMentions(text)
  const reader = new Reader({
    text,
    area: article.area,
    published: article.published,
    report: reportTime(article),
  })
  let areaAt = 0
  let lastEnd = 0
  for (const span of proseSpans(article)) {
    for (const { start, end } of splitSentences(text, span.start, span.end)) {
      while (areaAt < areas.length && (areas[areaAt]?.start ?? 0) < start) areaAt++
      let areaTo = areaAt
      while (areaTo < areas.length && (areas[areaTo]?.end ?? 0) <= end) areaTo++
      const newLine = text.slice(lastEnd, start).includes('\n')
      const bullet = /^(?:[-*•+–]|\d{1,2}[.)]|\(?[ivx]+\))\s*/iu.test(text.slice(start, start + 6))
      if (newLine && !bullet) reader.startParagraph()
      reader.readSentence({
        start,
        end,
        items: itemsOf(text, start, end, areas.slice(areaAt, areaTo)),
      })
      areaAt = areaTo
      lastEnd = end
    }
  }
  return reader.figures
}

/** The stretches of the text between its boilerplate. */
function proseSpans(article: Article): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  let from = 0
  for (const { start, end } of [...article.boilerplate].sort((a, b) => a.start - b.start)) {
    if (start > from) spans.push({ start: from, end: start })
    from = Math.max(from, end)
  }
  if (from < article.text.length) spans.push({ start: from, end: article.text.length })
  return spans
}
