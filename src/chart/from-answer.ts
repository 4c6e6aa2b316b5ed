/**
 * Finds what an answer has to draw: figures of one indicator, one measure and one unit that differ in
 * time or place, or a target next to its result. Only figures of the answer itself are drawn.
 */
import type { Answer, AnswerFigure, DerivedFigure } from '../model/answer.ts'
import type { Borders, Measure } from '../model/figure.ts'
import { monthsOf, type PeriodParts, parsePeriod } from '../model/period.ts'
import { capitalise, formatPeriodVi } from '../vietnamese/format.ts'
import type { ChartLine, ChartPoint, ChartSpec, TargetPair } from './spec.ts'

type Drawable = AnswerFigure | DerivedFigure
type Kind<T extends ChartSpec['kind']> = ChartSpec & { kind: T }

const BORDER_WORDS: Record<Borders, string> = { old: 'cũ', new: 'mới' }

const MEASURE_WORDS: Record<Measure, string> = {
  level: '',
  yoy: ', tăng/giảm so với cùng kỳ',
  mom: ', tăng/giảm so với tháng trước',
  plan: ', so với kế hoạch',
  over_plan: ', vượt kế hoạch',
  share: ', tỷ trọng',
  growth: ', tốc độ tăng',
}

/** A period short enough for an axis: "2023", "Q1/2024", "6T/2024", "T9/2024", "2021–2025". */
export function shortPeriod(period: string): string {
  const parts = parsePeriod(period)
  if (!parts || parts.year === null) return formatPeriodVi(period)
  const { kind, year, part } = parts
  switch (kind) {
    case 'year':
      return String(year)
    case 'years':
      return `${year}–${part}`
    case 'half':
      return part === 2 ? `6T cuối/${year}` : `6T/${year}`
    case 'quarter':
      return `Q${part}/${year}`
    case 'month':
      return `T${part}/${year}`
    case 'months':
      return `${part}T/${year}`
  }
}

/** Sums over two months and over nine are not one series; months, quarters and years each are. */
function comparableSpan({ kind, part }: PeriodParts): string {
  return kind === 'months' || kind === 'half' ? `${kind}${part}` : kind
}

const placeOf = ({ area, borders }: Drawable) =>
  `${area ?? 'không rõ địa phương'}${borders ? ` (${BORDER_WORDS[borders]})` : ''}`

const isTarget = (figure: Drawable) => figure.status === 'target' || figure.status === 'forecast'

function toPoint(figure: Drawable, label: string): ChartPoint {
  const { value, unit, status } = figure
  if (!('citation' in figure)) return { label, value, unit, status }
  return { label, value, unit, status, valueHigh: figure.valueHigh, bound: figure.bound }
}

/** The members with the same key, in the order of first appearance. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()]
}

const largest = (groups: readonly Drawable[][]) =>
  groups.reduce<Drawable[]>((best, group) => (group.length > best.length ? group : best), [])

const what = (figure: Drawable) =>
  [figure.indicator, figure.scope ?? '', figure.measure, figure.unit].join('|') +
  ('priceBasis' in figure ? (figure.priceBasis ?? '') : '')

const spanOf = (figure: Drawable) => {
  const parts = parsePeriod(figure.period)
  return parts && parts.year !== null ? comparableSpan(parts) : `?${figure.period}`
}

function pairsOf(figures: readonly Drawable[]): TargetPair[] {
  const severalPlaces = new Set(figures.map(placeOf)).size > 1
  const severalPeriods = new Set(figures.map((figure) => figure.period)).size > 1
  const labelOf = (figure: Drawable) =>
    severalPlaces && severalPeriods
      ? `${placeOf(figure)}, ${shortPeriod(figure.period)}`
      : severalPlaces
        ? placeOf(figure)
        : shortPeriod(figure.period)
  return groupBy(figures, (figure) => `${placeOf(figure)}|${figure.period}`).flatMap((group) => {
    const target = group.find(isTarget)
    const result = group.find((figure) => !isTarget(figure))
    if (!target) return []
    const label = labelOf(target)
    return [
      { label, target: toPoint(target, label), result: result ? toPoint(result, label) : null },
    ]
  })
}

const inTime = (a: Drawable, b: Drawable) =>
  (monthsOf(a.period)?.first ?? 0) - (monthsOf(b.period)?.first ?? 0)

function lineOf(figures: readonly Drawable[]): ChartLine {
  const first = groupBy(figures, (figure) => figure.period).flatMap(([one]) => one ?? [])
  const points = first.sort(inTime).map((figure) => toPoint(figure, shortPeriod(figure.period)))
  return { name: figures[0] ? placeOf(figures[0]) : '', points }
}

/** The drawing without its words; undefined when one bar is all there would be. */
function bodyOf(
  figures: readonly Drawable[],
):
  | Pick<Kind<'series'>, 'kind' | 'lines'>
  | Pick<Kind<'comparison'>, 'kind' | 'points'>
  | Pick<Kind<'target-against-result'>, 'kind' | 'pairs'>
  | undefined {
  const pairs = pairsOf(figures)
  if (pairs.some(({ result }) => result !== null)) return { kind: 'target-against-result', pairs }
  const lines = groupBy(figures, placeOf).map(lineOf)
  if (lines.some(({ points }) => points.length > 1)) return { kind: 'series', lines }
  if (lines.length < 2) return undefined
  const firsts = groupBy(figures, placeOf).flatMap(([one]) => one ?? [])
  return { kind: 'comparison', points: firsts.map((figure) => toPoint(figure, placeOf(figure))) }
}

function titleOf(figures: readonly Drawable[], indicatorName: (code: string) => string): string {
  const [first] = figures
  if (!first) return ''
  const places = [...new Set(figures.map(placeOf))]
  const periods = [...new Set([...figures].sort(inTime).map((figure) => figure.period))]
  const scope = first.scope ? ` (${first.scope})` : ''
  const place = places.length === 1 ? ` – ${places[0]}` : ''
  const [from, to] = [periods[0] ?? '', periods.at(-1) ?? '']
  const time =
    periods.length === 1 ? formatPeriodVi(from) : `${shortPeriod(from)} đến ${shortPeriod(to)}`
  return `${indicatorName(first.indicator)}${scope}${MEASURE_WORDS[first.measure]}${place}, ${time}`
}

function sourceOf(figures: readonly Drawable[], answer: Pick<Answer, 'citations' | 'figures'>) {
  const ids = new Set(figures.flatMap((one) => ('citation' in one ? [one.id] : one.inputs)))
  const cited = new Set(answer.figures.filter(({ id }) => ids.has(id)).map((one) => one.citation))
  const publishers = answer.citations
    .filter(({ n }) => cited.size === 0 || cited.has(n))
    .map(({ publisher }) => publisher ?? 'không rõ nơi đăng')
  const computed = figures.some((one) => !('citation' in one)) ? '; tính toán từ số liệu nguồn' : ''
  return [...new Set(publishers)].join('; ') + computed
}

/**
 * What to draw of `answer`: its largest set of figures that may stand on one axis. undefined when
 * there is nothing to compare.
 */
export function chartOfAnswer(
  answer: Pick<Answer, 'figures' | 'derived' | 'citations'>,
  indicatorName: (code: string) => string,
): ChartSpec | undefined {
  const drawable: Drawable[] = [...answer.figures, ...answer.derived]
  const alike = groupBy(drawable, (figure) => `${what(figure)}|${spanOf(figure)}`)
  const figures = largest(alike)
  const body = bodyOf(figures)
  if (!body) return undefined
  const title = capitalise(titleOf(figures, indicatorName))
  const words = { title, source: sourceOf(figures, answer) }
  return { ...words, ...body }
}
