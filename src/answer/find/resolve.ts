/** Answers one cell from fetched figures: printed first, worked out second, else why not. */
import { indicatorById } from '../../catalogue/indicators.ts'
import type { Measure, Status } from '../../model/figure.ts'
import { monthsOf, parsePeriod, yearOf } from '../../model/period.ts'
import type { StoredFigure } from '../../store/store.ts'
import type { Computed } from '../compute.ts'
import type { Query, Want } from '../query.ts'
import type { Cell, Found, Missing, Outcome } from './cells.ts'
import { type DeriveInput, derive } from './derive.ts'
import { explainMissing } from './missing.ts'
import {
  distinct,
  ofAskedUnit,
  oneTerritory,
  RESULTS,
  scopeAmong,
  select,
  statusesFor,
} from './pick.ts'

/** What one lookup works with. */
interface Try {
  readonly pool: readonly StoredFigure[]
  readonly cell: Cell
  readonly query: Query
  readonly code: string
  readonly period: string
  readonly areas: readonly string[]
}

/** Measures that answer a want of an indicator, best first. */
function measuresFor(want: Want, code: string): readonly Measure[] {
  const nature = indicatorById(code)?.nature
  const index = nature === 'index'
  switch (want) {
    case 'any':
      return index
        ? ['yoy', 'level', 'mom', 'growth', 'plan']
        : ['level', 'yoy', 'plan', 'over_plan', 'share', 'mom', 'growth']
    case 'level':
      return index ? ['level', 'yoy'] : ['level']
    case 'yoy':
      return index
        ? ['yoy', 'level']
        : nature === 'stock' || nature === 'mixed'
          ? ['yoy', 'level']
          : ['yoy']
    case 'average':
      return ['growth']
    case 'met':
      return ['plan', 'over_plan']
    default:
      return [want]
  }
}

/** Beside a measure, what belongs to the same key. */
const COMPANIONS: Readonly<Partial<Record<Measure, readonly Measure[]>>> = {
  level: ['yoy'],
  yoy: ['level'],
  mom: ['level', 'yoy'],
  plan: ['level'],
  over_plan: ['level'],
  share: ['level'],
}

/** The answer to a cell out of the pool. */
export function resolve(pool: readonly StoredFigure[], cell: Cell, query: Query): Outcome {
  const codes = cell.indicator?.codes ?? codesInPool(pool, cell)
  const areas = cell.area.others ?? [cell.area.area]
  for (const printed of [true, false]) {
    for (const code of codes) {
      const period = periodFor(pool, cell, code, areas)
      if (period === null) continue
      const attempt: Try = { pool, cell, query, code, period, areas }
      const found = printed ? fromStore(attempt) : workedOut(attempt)
      if (found) return found
    }
  }
  return explainMissing(pool, cell, codes, areas)
}

/** Indicators to try when only a part is named: those with figures of the area. */
function codesInPool(pool: readonly StoredFigure[], cell: Cell): string[] {
  const areas = cell.area.others ?? [cell.area.area]
  const codes = select(pool, { areas }).map((f) => f.indicator)
  const first = ['iip', 'industrial_output', 'product_output', 'exports', 'other']
  const unique = [...new Set(codes)]
  return unique.sort((a, b) => place(first, a) - place(first, b) || a.localeCompare(b))
}

function place(list: readonly string[], item: string): number {
  return list.includes(item) ? list.indexOf(item) : list.length
}

/** The period to look up; a missing year or period is the latest there is. Null: nothing known. */
function periodFor(
  pool: readonly StoredFigure[],
  cell: Cell,
  code: string,
  areas: readonly string[],
): string | null {
  if (cell.period?.yearSaid) return cell.period.period
  const wanted = cell.period?.period
  const { demand } = cell
  // A plan may have to be worked out from another period of the same unknown year.
  const statuses = statusesFor(demand.wish)
  const known = select(pool, {
    indicator: code,
    areas,
    statuses,
    measures: measuresFor(demand.want, code),
  })
  const scope = scopeAmong(known, cell.scope)
  const fitting = known
    .filter((f) => f.scope === (scope ?? null))
    .filter((f) => wanted === undefined || f.period.slice(4) === wanted.slice(4))
  const latest = fitting.map((f) => f.period).sort(laterFirst)[0]
  return latest ?? wanted ?? null
}

/** Known years before unknown ones, later ends before earlier, longer spans before shorter. */
function laterFirst(a: string, b: string): number {
  const [x, y] = [monthsOf(a), monthsOf(b)]
  if (!x || !y) return Number(!x) - Number(!y) || a.localeCompare(b)
  return y.last - x.last || x.first - y.first
}

function fromStore(attempt: Try): Found | undefined {
  const { want } = attempt.cell.demand
  if (want === 'met') return met(attempt)
  if (want === 'growth' || want === 'average') return growthAgainst(attempt)
  const measures = measuresFor(want, attempt.code)
  for (const measure of measures) {
    const main = ofMeasure(attempt, [measure])
    if (main.length === 0) continue
    if (want === 'yoy' && measure === 'level' && main[0]?.unit !== '%') continue
    return found(attempt, main, companionsOf(attempt, main, measure, want))
  }
  return undefined
}

/** Figures of these measures for the cell: right scope, one territory, differing ones each. */
function ofMeasure(
  { pool, cell, query, code, period, areas }: Try,
  measures: readonly Measure[],
  statuses: readonly Status[] = statusesFor(cell.demand.wish),
): StoredFigure[] {
  const fitting = select(pool, { indicator: code, areas, period, measures, statuses })
  const unit = measures.includes('level') ? query.unit : null
  const counted = ofAskedUnit(fitting, unit)
  const scope = scopeAmong(counted, cell.scope)
  if (scope === undefined) return []
  const ofScope = counted.filter((f) => f.scope === scope)
  const territory = oneTerritory(ofScope, cell.area.borders, period)
  const kept = distinct(territory, statuses)
  // A forecast or a plan does not stand beside a result as if it were another opinion of it.
  const best = kept[0]?.status
  return cell.demand.wish === 'unsaid' && best !== undefined && RESULTS.includes(best)
    ? kept.filter((f) => RESULTS.includes(f.status))
    : kept
}

function companionsOf(
  attempt: Try,
  main: readonly StoredFigure[],
  measure: Measure,
  want: Want,
): StoredFigure[] {
  const [best] = main
  if (!best) return []
  const beside =
    want === 'any' ? (['yoy', 'over_plan', 'plan'] as const) : (COMPANIONS[measure] ?? [])
  const taken: StoredFigure[] = []
  for (const other of beside) {
    if (other === measure || (other === 'plan' && taken.some((f) => f.measure === 'over_plan')))
      continue
    const figure = beside1(attempt, best, other)
    if (figure) taken.push(figure)
  }
  return taken
}

/** The figure of another measure that goes with `best`: same scope, territory, article, standing. */
function beside1(
  { pool, areas }: Try,
  best: StoredFigure,
  measure: Measure,
): StoredFigure | undefined {
  const aims = best.status === 'target' || best.status === 'forecast'
  const statuses: readonly Status[] = aims ? [best.status] : RESULTS
  const { indicator, period, scope, borders } = best
  return distinct(
    select(pool, { indicator, areas, period, scope, borders, statuses, measures: [measure] }),
  ).find(
    (f) =>
      f.articleId === best.articleId &&
      (measure !== 'level' || f.unit !== '%' || best.unit !== '%'),
  )
}

/** "Có đạt kế hoạch không": the rate, what was aimed at, and what came out. */
function met(attempt: Try): Found | undefined {
  const rates = ofMeasure(attempt, ['plan', 'over_plan'], RESULTS)
  const aims = ofMeasure(attempt, ['level', 'yoy'], ['target'])
  if (rates.length + aims.length === 0) return undefined
  const measures = aims.length > 0 ? [...new Set(aims.map((f) => f.measure))] : (['level'] as const)
  const results = measures.flatMap((measure) => ofMeasure(attempt, [measure], RESULTS).slice(0, 1))
  if (rates.length === 0 && results.length === 0) return undefined
  return found(attempt, [...rates, ...results, ...aims], [])
}

/** Growth against another base than the year before: the sentence must name that base. */
function growthAgainst(attempt: Try): Found | undefined {
  const { query, cell } = attempt
  const base = query.base === null ? null : yearOf(query.base)
  const figures = ofMeasure(attempt, ['growth']).filter((f) =>
    base !== null ? f.sentence.includes(String(base)) : true,
  )
  const averages = figures.filter((f) => /bình quân|trung bình|mỗi năm|hằng năm/u.test(f.sentence))
  const kept = cell.demand.want === 'average' ? averages : figures
  if (kept.length > 0) return found(attempt, kept, [])
  const sinceLastYear = base !== null && Number(attempt.period.slice(0, 4)) - base === 1
  if (!sinceLastYear && cell.demand.want !== 'growth') return undefined
  const yoy = sinceLastYear || base === null ? ofMeasure(attempt, ['yoy']) : []
  return yoy.length > 0 ? found(attempt, yoy, []) : undefined
}

function found(
  attempt: Try,
  all: readonly StoredFigure[],
  companions: readonly StoredFigure[],
  derived: readonly Computed[] = [],
): Found | undefined {
  const [about] = all.length > 0 ? all : derived
  if (!about?.area) return undefined
  // One answer is about one key: what else was picked for another part or territory goes.
  const main = all.filter(
    (f) => f.scope === about.scope && f.borders === about.borders && f.area === about.area,
  )
  const keys = main.map((f) => `${f.measure}|${f.priceBasis}|${f.status === 'target'}`)
  return {
    kind: 'found',
    cell: attempt.cell,
    indicator: attempt.code,
    area: about.area,
    borders: about.borders,
    scope: about.scope,
    period: about.period,
    main,
    companions,
    derived,
    conflict: new Set(keys).size < keys.length,
  }
}

function workedOut(attempt: Try): Found | undefined {
  const { cell, query, pool, code, areas, period } = attempt
  const { want, wish } = cell.demand
  const scope = scopeAmong(select(pool, { indicator: code, areas }), cell.scope)
  if (scope === undefined && cell.scope.firm) return undefined
  const input: DeriveInput = {
    pool: pool.filter(
      (f) => cell.area.borders === null || f.borders === cell.area.borders || f.borders === null,
    ),
    indicator: code,
    areas,
    scope: scope ?? null,
    period,
    statuses: RESULTS,
    backCompute: query.backCompute,
  }
  const made = attemptsFor(want, wish, code, input)
  return made && found(attempt, [], [], [made])
}

function attemptsFor(
  want: Want,
  wish: Cell['demand']['wish'],
  code: string,
  input: DeriveInput,
): Computed | undefined {
  const aimed = wish === 'target'
  if (want === 'level' || want === 'any') return derive(aimed ? 'target' : 'level', input)
  if (aimed) return undefined
  if (want === 'met') return derive('plan', input)
  if (want === 'yoy')
    return indicatorById(code)?.nature === 'index' ? undefined : derive('yoy', input)
  if (want === 'plan' || want === 'over_plan' || want === 'share') return derive(want, input)
  return undefined
}

/** True when an answer took a year or a period that was not said. */
export function tookPeriod({ cell }: Found): boolean {
  return cell.period === null || !cell.period.yearSaid
}

/** True for a period of an unknown year. */
export function isYearUnknown(period: string): boolean {
  return parsePeriod(period)?.year === null
}

export type { Missing }
