/**
 * The shipped official figures as articles to save: a source document becomes one article whose text
 * is one line a figure, written here, so that every figure quotes the stored text like any other.
 */
import { Decimal } from 'decimal.js'
import { areaLabel } from '../catalogue/area-names.ts'
import { indicatorById, indicatorName } from '../catalogue/indicators.ts'
import {
  type OfficialDocument,
  type OfficialFigure,
  officialDocuments,
} from '../catalogue/official.ts'
import type { ExtractedFigure, WarningDetail } from '../model/figure.ts'
import { yearOf } from '../model/period.ts'
import type { ArticleToSave } from '../store/store.ts'
import {
  capitalise,
  formatChange,
  formatDate,
  formatPeriodVi,
  formatQuantity,
  formatStatus,
} from '../vietnamese/format.ts'
import { auditFigures } from './audit.ts'
import { type KnownRanges, knownFrom, officialSizes } from './audit-known.ts'

const RULE = 'official'
const PRICE_WORDS = { constant: 'giá so sánh', current: 'giá hiện hành' } as const
const BORDER_WORDS = { old: 'cũ', new: 'mới, sau sáp nhập 1/7/2025' } as const

/**
 * Every source document of the official figures, ready to save (no passages: its lines are no prose).
 * Contradictions between the documents are warnings on the figures.
 */
export function officialArticles(rulesVersion: string): ArticleToSave[] {
  const known = knownFrom(officialSizes(), officialSizes())
  return officialDocuments().map((document) => toArticle(document, known, rulesVersion))
}

function toArticle(
  document: OfficialDocument,
  known: KnownRanges,
  rulesVersion: string,
): ArticleToSave {
  const { publisher, published, title, url, kind } = document
  const head = `Số liệu trích từ “${title}”, ${publisher}${published ? `, ${formatDate(published)}` : ''}.`
  let text = head
  const figures = document.figures.map((figure) => {
    const line = lineOf(figure)
    const start = text.length + 1
    text += `\n${line}`
    return toExtracted(figure, line, start)
  })
  const area = onlyArea(document.figures)
  return {
    article: {
      url,
      publisher,
      published,
      title,
      area,
      areaEvidence: area && RULE,
      text,
      boilerplate: [],
    },
    sourceKind: kind,
    passages: [],
    figures: auditFigures(figures, { published }, known),
    shipped: true,
    rulesVersion,
  }
}

/** An index against the same period (108,35) and its growth (8,35%) are one fact: stored as growth. */
function isIndex({ indicator, measure, unit }: OfficialFigure): boolean {
  return indicatorById(indicator)?.nature === 'index' && measure === 'level' && unit === '%'
}

function growthOf(index: string): string {
  return new Decimal(index).minus(100).toFixed()
}

function toExtracted(figure: OfficialFigure, line: string, start: number): ExtractedFigure {
  const { doubt, ...printed } = figure
  const key: Omit<OfficialFigure, 'doubt'> = isIndex(figure)
    ? { ...printed, measure: 'yoy', value: growthOf(figure.value) }
    : printed
  const end = start + line.length
  const details: WarningDetail[] = doubt === null ? [] : [{ code: 'conflict', text: doubt }]
  return {
    ...key,
    valueHigh: null,
    bound: null,
    quote: line,
    start,
    end,
    sentenceStart: start,
    sentenceEnd: end,
    warnings: details.map(({ code }) => code),
    warningDetails: details,
    trace: [{ rule: RULE, start, end, words: line, gave: `${figure.value} ${figure.unit}` }],
  }
}

/** "Kim ngạch xuất khẩu, Hải Dương, năm 2023: 9.801 triệu USD (ước tính)". */
function lineOf(figure: OfficialFigure): string {
  const { indicator, area, scope, borders, period, priceBasis, status } = figure
  const place = areaLabel(area, yearOf(period))
  const parts = [
    scope ? `${indicatorName(indicator)} (${scope})` : indicatorName(indicator),
    borders ? `${place} (${BORDER_WORDS[borders]})` : place,
    formatPeriodVi(period),
  ]
  const kind = [formatStatus(status), priceBasis && PRICE_WORDS[priceBasis]].filter(Boolean)
  return `${capitalise(parts.join(', '))}: ${sayValue(figure)} (${kind.join(', ')})`
}

function sayValue(figure: OfficialFigure): string {
  const { measure, value, unit } = figure
  if (isIndex(figure)) {
    const growth = formatChange(growthOf(value), unit)
    return `${formatQuantity(value, unit)} (cùng kỳ = 100), tức ${growth} so với cùng kỳ`
  }
  switch (measure) {
    case 'yoy':
      return `${formatChange(value, unit)} so với cùng kỳ`
    case 'mom':
      return `${formatChange(value, unit)} so với tháng trước`
    case 'growth':
      return formatChange(value, unit)
    case 'plan':
      return `bằng ${formatQuantity(value, unit)} kế hoạch`
    case 'over_plan':
      return `vượt ${formatQuantity(value, unit)} kế hoạch`
    case 'share':
      return `chiếm ${formatQuantity(value, unit)}`
    case 'level':
      return formatQuantity(value, unit)
  }
}

function onlyArea(figures: readonly OfficialFigure[]): string | null {
  const areas = new Set(figures.map((figure) => figure.area))
  const [only = null] = areas
  return areas.size === 1 ? only : null
}
