/**
 * An answer made ready for showing: rows, sources and labels in Vietnamese, the same for every
 * channel, so that no channel words a figure by itself.
 */
import type { Answer, AnswerFigure, Citation, DerivedFigure, Outcome } from '../model/answer.ts'
import type { Borders, FigureKey, Measure, PriceBasis, Status } from '../model/figure.ts'
import {
  capitalise,
  formatBounded,
  formatChange,
  formatDate,
  formatPeriodVi,
  formatQuantity,
  formatStatus,
} from '../vietnamese/format.ts'
import { articlePath, figurePath, originalLink } from './source-link.ts'

/** Looks up the Vietnamese name of an indicator code. */
export type IndicatorName = (code: string) => string

/** One figure as a line of a table; every text is ready to be shown. */
export interface FigureRow {
  readonly kind: 'stored' | 'computed' | 'related'
  /** null for a computed value. */
  readonly id: string | null
  readonly indicator: string
  readonly scope: string | null
  readonly area: string
  readonly period: string
  readonly measure: string
  readonly value: string
  readonly status: Status
  readonly statusLabel: string
  /** Price basis and other attributes worth a word, else empty. */
  readonly remarks: readonly string[]
  readonly citation: number | null
  /** The arithmetic of a computed value. */
  readonly formula: string | null
  /** What a related figure is. */
  readonly text: string | null
  /** Our page of the figure. */
  readonly page: string | null
}

export interface SourceLine {
  readonly n: number
  readonly publisher: string
  readonly title: string | null
  readonly published: string
  readonly quote: string
  /** Our page of the article, pointing at the sentence. */
  readonly page: string
  /** The original, pointing at the sentence; null when its address is not known. */
  readonly original: string | null
}

export interface Reply {
  /** Heading of an answer that is none ("Chưa có số liệu"); null when answered. */
  readonly heading: string | null
  /** The answer without what the notes and the list of sources say again. */
  readonly text: string
  readonly rows: readonly FigureRow[]
  /** Parts that could not be answered and that the text does not name already. */
  readonly missing: readonly string[]
  /** Near misses that the text does not name already. */
  readonly related: readonly FigureRow[]
  readonly sources: readonly SourceLine[]
}

const OUTCOME_HEADINGS = {
  answered: null,
  'no-data': 'Chưa có số liệu',
  clarify: 'Cần hỏi rõ hơn',
  'out-of-scope': 'Ngoài phạm vi',
  unavailable: 'Tạm thời chưa trả lời được',
} as const satisfies Record<Outcome, string | null>

const MEASURE_LABELS = {
  level: 'Giá trị',
  yoy: 'So với cùng kỳ năm trước',
  mom: 'So với tháng trước',
  plan: 'So với kế hoạch',
  over_plan: 'Vượt kế hoạch',
  share: 'Tỷ trọng',
  growth: 'Tăng trưởng',
} as const satisfies Record<Measure, string>

const PRICE_LABELS = {
  constant: 'giá so sánh',
  current: 'giá hiện hành',
} as const satisfies Record<PriceBasis, string>

const BORDER_LABELS = {
  old: 'trước sáp nhập',
  new: 'sau sáp nhập',
} as const satisfies Record<Borders, string>

const CHANGES: ReadonlySet<Measure> = new Set(['yoy', 'mom', 'growth'])

/** What a measure is called: "So với cùng kỳ năm trước". */
export function measureLabel(measure: Measure): string {
  return MEASURE_LABELS[measure]
}

/** The prices a value is counted in: "giá so sánh". */
export function priceBasisLabel(basis: PriceBasis): string {
  return PRICE_LABELS[basis]
}

/** What kind of number it is: "Thực hiện", "Ước tính", "Mục tiêu". */
export function statusLabel(status: Status): string {
  return capitalise(formatStatus(status))
}

/** The area with the borders it is meant in: "Hải Phòng (sau sáp nhập)". */
export function areaLabel(key: Pick<FigureKey, 'area' | 'borders'>): string {
  const area = key.area ?? 'Không rõ địa phương'
  return key.borders ? `${area} (${BORDER_LABELS[key.borders]})` : area
}

/** The value as it is read out: "9.801 triệu USD", "giảm 6,3%", "hơn 108,8 nghìn tỷ đồng". */
export function valueLabel(
  figure: Pick<AnswerFigure, 'measure' | 'value' | 'unit'> &
    Partial<Pick<AnswerFigure, 'valueHigh' | 'bound'>>,
): string {
  const { measure, value, unit, bound = null, valueHigh = null } = figure
  return CHANGES.has(measure)
    ? formatChange(value, unit, bound, valueHigh)
    : formatBounded(formatQuantity(value, unit, valueHigh), bound)
}

function commonRow(figure: AnswerFigure | DerivedFigure, indicatorName: IndicatorName) {
  return {
    indicator: capitalise(indicatorName(figure.indicator)),
    scope: figure.scope,
    area: areaLabel(figure),
    period: formatPeriodVi(figure.period),
    measure: measureLabel(figure.measure),
    value: valueLabel(figure),
    status: figure.status,
    statusLabel: statusLabel(figure.status),
  }
}

function storedRow(
  figure: AnswerFigure,
  indicatorName: IndicatorName,
  kind: 'stored' | 'related',
  text: string | null,
): FigureRow {
  return {
    ...commonRow(figure, indicatorName),
    kind,
    id: figure.id,
    remarks: figure.priceBasis ? [priceBasisLabel(figure.priceBasis)] : [],
    citation: figure.citation,
    formula: null,
    text,
    page: figurePath(figure.id),
  }
}

function computedRow(figure: DerivedFigure, indicatorName: IndicatorName): FigureRow {
  return {
    ...commonRow(figure, indicatorName),
    kind: 'computed',
    id: null,
    remarks: ['tính toán'],
    citation: null,
    formula: figure.formula,
    text: null,
    page: null,
  }
}

/** Who published it and when, with what is unknown said as unknown. */
export function sourceWords(source: { publisher: string | null; published: string | null }): {
  publisher: string
  published: string
} {
  return {
    publisher: source.publisher ?? 'không rõ nơi đăng',
    published: source.published ? formatDate(source.published) : 'không rõ ngày đăng',
  }
}

const SOURCE_LINE = /^Nguồn: \[/u

/**
 * The text of an answer stands for itself, with notes and sources as its last lines. Channels that show
 * those beside it leave these lines out; a text of nothing else stays as it is.
 */
function mainText(answer: Answer): string {
  const shownBeside = new Set(answer.notes.map((note) => note.text))
  const lines = answer.text
    .split('\n')
    .filter((line) => !shownBeside.has(line.trim()) && !SOURCE_LINE.test(line))
  return lines.length === 0 ? answer.text : lines.join('\n')
}

/** Whether a text says these words already, whatever the case of their first letter. */
function saysAlready(text: string, words: string): boolean {
  return text.toLocaleLowerCase('vi').includes(words.toLocaleLowerCase('vi'))
}

/** Citations made ready for showing, in their order. */
export function sourceLines(citations: readonly Citation[]): SourceLine[] {
  return citations.map((citation) => ({
    n: citation.n,
    ...sourceWords(citation),
    title: citation.title,
    quote: citation.quote,
    page: articlePath(citation.articleId, citation.quote),
    original: originalLink(citation.url, citation.quote),
  }))
}

/**
 * Everything of an answer that a channel shows besides its text. Figures keep the order of the answer;
 * computed values follow the stored ones.
 */
export function toReply(answer: Answer, indicatorName: IndicatorName): Reply {
  const text = mainText(answer)
  return {
    heading: OUTCOME_HEADINGS[answer.outcome],
    text,
    rows: [
      ...answer.figures.map((figure) => storedRow(figure, indicatorName, 'stored', null)),
      ...answer.derived.map((figure) => computedRow(figure, indicatorName)),
    ],
    missing: answer.missing.filter((part) => !saysAlready(text, part)),
    related: answer.related
      .filter((figure) => !saysAlready(text, figure.text))
      .map((figure) => storedRow(figure, indicatorName, 'related', figure.text)),
    sources: sourceLines(answer.citations),
  }
}
