/** One sentence about one key: "Kim ngạch xuất khẩu của Hải Dương năm 2023 ước đạt …, giảm … [1]." */
import { COUNTRY } from '../../catalogue/areas.ts'
import { indicatorById } from '../../catalogue/indicators.ts'
import type { Borders, Measure } from '../../model/figure.ts'
import { parsePeriod } from '../../model/period.ts'
import type { StoredFigure } from '../../store/store.ts'
import { formatPeriodVi, statusVerb } from '../../vietnamese/format.ts'
import type { Computed } from '../compute.ts'
import type { Query } from '../query.ts'
import type { Part } from '../reply.ts'
import { areaPart, type Draft, indicatorPart, periodPart } from './draft.ts'

/** What a sentence is about, and the values it states. */
export interface Statement {
  readonly indicator: string
  readonly area: string
  readonly borders: Borders | null
  readonly scope: string | null
  readonly period: string
  readonly aimed: boolean
  /** One for each measure, in the order in which they are said. */
  readonly figures: readonly StoredFigure[]
  readonly derived: readonly Computed[]
}

const ORDER: readonly Measure[] = ['level', 'yoy', 'mom', 'growth', 'over_plan', 'plan', 'share']

/** What a growth is measured against, in words without digits. */
export function baseWords(measure: Measure, period: string): string {
  if (measure === 'mom') return ' so với tháng trước'
  if (measure !== 'yoy') return ''
  return parsePeriod(period)?.kind === 'year' ? ' so với năm trước' : ' so với cùng kỳ năm trước'
}

/** A sentence with its citations; `query` says which direction was taken for granted. */
export function statementParts(draft: Draft, s: Statement, query: Query | null): (Part | string)[] {
  const clauses = [
    ...sorted(s.figures, query).map((figure, i) =>
      figureClause(draft, figure, { query, aimed: s.aimed, first: i === 0 }),
    ),
    ...s.derived.map((computed) => derivedClause(draft, computed)),
  ]
  const cites = [...s.figures, ...s.derived.flatMap((c) => c.figures)].map((f) => draft.cite(f))
  return [
    ...(s.aimed ? ['mục tiêu '] : []),
    ...subject(s),
    s.aimed ? ' là ' : ' ',
    ...joined(clauses),
    ...uniqueCites(cites),
    '.',
  ]
}

/** "kim ngạch xuất khẩu của Hải Dương năm 2023". */
export function subject(
  s: Pick<Statement, 'indicator' | 'area' | 'borders' | 'scope' | 'period'>,
): (Part | string)[] {
  return [
    indicatorPart(s.indicator, s.scope),
    ' của ',
    areaPart(s.area, s.borders, s.period),
    ' ',
    periodPart(s.period),
  ]
}

/** A growth that was asked for comes before its level. */
function sorted(figures: readonly StoredFigure[], query: Query | null): StoredFigure[] {
  const wants = query?.asks.flatMap((ask) => ask.demands.map((d) => d.want)) ?? []
  const growthFirst = wants.length > 0 && wants.every((want) => want === 'yoy' || want === 'mom')
  const growths = wants.includes('yoy') ? ['yoy', 'mom'] : ['mom', 'yoy']
  const order = growthFirst ? [...growths, ...ORDER] : ORDER
  return [...figures].sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure))
}

function joined(clauses: readonly (readonly (Part | string)[])[]): (Part | string)[] {
  return clauses.flatMap((clause, i) => (i === 0 ? clause : [', ', ...clause]))
}

/** " [1][2]", each number once. */
export function uniqueCites(cites: readonly Part[]): (Part | string)[] {
  const numbers = [...new Set(cites.map((c) => (c.kind === 'cite' ? c.n : 0)))].sort(
    (a, b) => a - b,
  )
  return numbers.length === 0 ? [] : [' ', ...numbers.map((n): Part => ({ kind: 'cite', n }))]
}

/** How a clause stands in its sentence. */
export interface ClauseSetting {
  readonly query: Query | null
  /** The sentence begins with "mục tiêu". */
  readonly aimed: boolean
  /** Later clauses do not repeat the "ước" of the first. */
  readonly first: boolean
}

/** "ước đạt 9.801 triệu USD", "giảm 6,3% so với năm trước", "đạt 76,45% kế hoạch". */
export function figureClause(
  draft: Draft,
  figure: StoredFigure,
  setting: ClauseSetting,
): (Part | string)[] {
  switch (figure.measure) {
    case 'level':
      return levelClause(draft, figure, setting)
    case 'yoy':
    case 'mom':
      return [
        ...lead(figure, setting),
        draft.change(figure),
        baseWords(figure.measure, figure.period),
      ]
    case 'growth':
      return [...lead(figure, setting), draft.change(figure), ...baseOf(setting.query)]
    case 'plan':
      return [
        estimated(figure, setting),
        setting.first ? 'đạt ' : 'bằng ',
        draft.value(figure),
        ' kế hoạch',
      ]
    case 'over_plan':
      return figure.value.startsWith('-')
        ? ['thấp hơn kế hoạch ', draft.size(figure)]
        : ['vượt kế hoạch ', draft.value(figure)]
    case 'share':
      return ['chiếm ', draft.value(figure), ' tổng số']
  }
}

/** The base that the question named and the source was found to name. */
function baseOf(query: Query | null): (Part | string)[] {
  if (query?.base == null) return [' so với kỳ gốc mà nguồn nêu']
  const text = formatPeriodVi(query.base)
  return [' so với ', { kind: 'known', id: `base:${query.base}`, text }]
}

function estimated({ status }: StoredFigure, { first }: ClauseSetting): string {
  if (!first) return ''
  return status === 'estimate' ? 'ước ' : status === 'forecast' ? 'dự kiến ' : ''
}

/** "ước ", or "không tăng mà " where the question took the other direction for granted. */
function lead(figure: StoredFigure, setting: ClauseSetting): string[] {
  const falls = figure.value.startsWith('-')
  const asked = setting.query?.asks.flatMap((ask) => ask.demands.map((d) => d.want)) ?? []
  const other = asked.includes('mom') && figure.measure !== 'mom'
  const direction = other ? null : setting.query?.direction
  const marks = setting.aimed ? '' : estimated(figure, setting)
  if (direction === 'up' && falls) return ['không tăng mà ', marks]
  if (direction === 'down' && !falls && Number(figure.value) !== 0) return ['không giảm mà ', marks]
  return [marks]
}

function levelClause(
  draft: Draft,
  figure: StoredFigure,
  setting: ClauseSetting,
): (Part | string)[] {
  const { aimed, first } = setting
  if (figure.indicator === 'trade_balance') {
    const words = figure.value.startsWith('-') ? 'nhập siêu ' : 'xuất siêu '
    return [aimed ? '' : estimated(figure, setting), words, draft.size(figure)]
  }
  if (aimed) return [first ? '' : 'đạt ', draft.value(figure)]
  const index = indicatorById(figure.indicator)?.nature === 'index'
  if (index) return ['bằng ', draft.value(figure), ' so với kỳ gốc']
  return [`${statusVerb(figure.status)} `, draft.value(figure)]
}

function derivedClause(draft: Draft, computed: Computed): (Part | string)[] {
  const index = draft.derive(computed)
  const value: Part = { kind: 'computed', index, as: 'value' }
  const change: Part = { kind: 'computed', index, as: 'change' }
  const size: Part = { kind: 'computed', index, as: 'size' }
  if (computed.measure === 'level' && computed.indicator === 'trade_balance') {
    return [computed.value.startsWith('-') ? 'nhập siêu ' : 'xuất siêu ', size]
  }
  switch (computed.measure) {
    case 'level':
      return [derivedVerb(computed), value]
    case 'yoy':
    case 'mom':
    case 'growth':
      return [change, ...derivedBase(computed)]
    case 'plan':
      return ['đạt ', value, ' kế hoạch']
    case 'over_plan':
      return [computed.value.startsWith('-') ? 'thấp hơn kế hoạch ' : 'vượt kế hoạch ', size]
    case 'share':
      return ['chiếm ', value, wholeOf(computed)]
  }
}

function derivedVerb({ status, operation }: Computed): string {
  if (status === 'target') return 'vào khoảng '
  return ROUND.has(operation) ? 'đạt khoảng ' : 'đạt '
}

/** Working back through a rounded percentage gives a rounded level. */
const ROUND = new Set(['base-year', 'plan-level'])

/** What a computed growth is measured against. */
function derivedBase(computed: Computed): (Part | string)[] {
  if (computed.operation === 'average') return [' bình quân mỗi năm']
  const base = computed.figures[1]
  if (computed.measure === 'growth' && base) return [' so với ', periodPart(base.period)]
  return [baseWords(computed.measure, computed.period)]
}

/** What a computed share is part of. */
function wholeOf({ area, figures }: Computed): string {
  return figures[1]?.area === COUNTRY && area !== COUNTRY ? ' của cả nước' : ' tổng số'
}

/** One figure as a sentence of its own, for lists of near misses. */
export function figureSentence(draft: Draft, figure: StoredFigure): (Part | string)[] {
  const aimed = figure.status === 'target'
  return statementParts(
    draft,
    {
      indicator: figure.indicator,
      area: figure.area ?? '',
      borders: figure.borders,
      scope: figure.scope,
      period: figure.period,
      aimed,
      figures: [figure],
      derived: [],
    },
    null,
  )
}
