/**
 * Official figures as articles: a document of figures has no prose, so its stored text is a list that
 * we write, one line a figure; quote and offsets point into it as they do everywhere else.
 */
import { indicatorName } from '../catalogue/indicators.ts'
import type { OfficialDocument, OfficialFigure } from '../catalogue/official.ts'
import type { ExtractedFigure } from '../model/figure.ts'
import type { ArticleToSave } from '../store/store.ts'
import { formatPeriodVi, formatQuantity } from '../vietnamese/format.ts'

const MEASURE_WORDS: Readonly<Record<OfficialFigure['measure'], string>> = {
  level: '',
  yoy: ' so với cùng kỳ năm trước',
  mom: ' so với tháng trước',
  plan: ' kế hoạch',
  over_plan: ' vượt kế hoạch',
  share: ' tỷ trọng',
  growth: ' tốc độ tăng',
}

const STATUS_WORDS: Readonly<Record<OfficialFigure['status'], string>> = {
  actual: '',
  preliminary: ', sơ bộ',
  estimate: ', ước tính',
  forecast: ', dự báo',
  target: ', kế hoạch',
}

const BASIS_WORDS = { constant: ', giá so sánh', current: ', giá hiện hành' } as const

/** "Xuất khẩu, Hải Dương, năm 2023: 9.801 triệu USD (ước tính)". */
function lineOf(figure: OfficialFigure): string {
  const { indicator, area, scope, period, measure, value, unit, status, priceBasis } = figure
  const what = [indicatorName(indicator), scope, area, formatPeriodVi(period)]
    .filter(Boolean)
    .join(', ')
  const basis = priceBasis === null ? '' : BASIS_WORDS[priceBasis]
  return `${what}: ${formatQuantity(value, unit)}${MEASURE_WORDS[measure]}${STATUS_WORDS[status]}${basis}`
}

/** A document of official figures ready for the store; `rulesVersion` as for articles read. */
export function officialArticle(document: OfficialDocument, rulesVersion: string): ArticleToSave {
  const lines = document.figures.map(lineOf)
  let at = 0
  const figures = document.figures.map((figure, i): ExtractedFigure => {
    const quote = lines[i] ?? ''
    const start = at
    at += quote.length + 1
    const { doubt, ...key } = figure
    return {
      ...key,
      valueHigh: null,
      bound: null,
      quote,
      start,
      end: start + quote.length,
      sentenceStart: start,
      sentenceEnd: start + quote.length,
      warnings: doubt === null ? [] : ['conflict'],
      warningDetails: doubt === null ? [] : [{ code: 'conflict', text: doubt }],
      trace: [
        { rule: 'official.table', start, end: start + quote.length, words: quote, gave: 'figure' },
      ],
    }
  })
  return {
    article: {
      url: document.url,
      publisher: document.publisher,
      published: document.published,
      title: document.title,
      area: null,
      areaEvidence: null,
      text: lines.join('\n'),
      boilerplate: [],
    },
    sourceKind: document.kind,
    passages: [],
    figures,
    shipped: true,
    rulesVersion,
  }
}
