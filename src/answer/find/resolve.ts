/** Answers one cell from fetched figures: printed first, worked out second, else why not. */
import { indicatorById } from '../../catalogue/indicators.ts'
import { monthsOf, parsePeriod, shiftYears } from '../../model/period.ts'
import type { StoredFigure } from '../../store/store.ts'
import type { Computed } from '../compute.ts'
import type { Query, Want } from '../query.ts'
import { scopeFit } from '../understand/scope.ts'
import type { Cell, Found, Missing, Outcome } from './cells.ts'
import { type DeriveInput, derive } from './derive.ts'
import { codesInPool, companionsOf, type Lookup, measuresFor, ofMeasure } from './lookup.ts'
import { explainMissing } from './missing.ts'
import { RESULTS, scopeAmong, select, statusesFor } from './pick.ts'

/** The answer to a cell out of the pool. */
export function resolve(pool: readonly StoredFigure[], cell: Cell, query: Query): Outcome {
  const named = cell.indicator?.codes ?? codesInPool(pool, cell)
  const areas = cell.area.others ?? [cell.area.area]
  const codes =
    cell.indicator && query.countsThings ? [...named, 'other'] : byFit(pool, cell, named, areas)
  const priced = ofPrices(pool, query)
  const attempts = codes.flatMap((code): Lookup[] => {
    const period = periodFor(pool, cell, code, areas)
    return period === null ? [] : [{ pool: priced, cell, query, code, period, areas }]
  })
  return (
    firstOf(attempts, fromStore) ??
    firstOf(attempts, workedOut) ??
    (cell.demand.want === 'over_plan' ? firstOf(attempts, met) : undefined) ??
    explainMissing(pool, cell, codes, areas, query.priceBasis)
  )
}

/** What is made and what is harvested may both be meant: the part named more exactly first. */
function byFit(
  pool: readonly StoredFigure[],
  { scope }: Cell,
  codes: readonly string[],
  areas: readonly string[],
): readonly string[] {
  if (!scope.firm || codes[0] !== 'product_output') return codes
  const best = (code: string): number =>
    Math.max(
      0,
      ...select(pool, { indicator: code, areas }).map((f) =>
        f.scope === null ? 0 : scopeFit(scope, f.scope),
      ),
    )
  return [...codes].sort((a, b) => best(b) - best(a))
}

/** Without figures at other prices than those asked for; unmarked ones stay. */
function ofPrices(figures: readonly StoredFigure[], { priceBasis }: Query): StoredFigure[] {
  if (priceBasis === null) return [...figures]
  return figures.filter((f) => f.priceBasis === null || f.priceBasis === priceBasis)
}

function firstOf<T, R>(items: readonly T[], attempt: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = attempt(item)
    if (found !== undefined) return found
  }
  return undefined
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

function fromStore(attempt: Lookup): Found | undefined {
  const { want } = attempt.cell.demand
  if (want === 'met') return met(attempt)
  if (want === 'growth' || want === 'average') return growthAgainst(attempt)
  const goal = want === 'level' && attempt.cell.demand.wish === 'target'
  const asked = measuresFor(want, attempt.code)
  // Goals are set as growth as often as as amounts.
  const measures =
    goal && attempt.query.unit === null ? [...new Set([...asked, 'yoy' as const])] : asked
  for (const measure of measures) {
    const main = ofMeasure(attempt, [measure])
    if (main.length === 0) continue
    if (want === 'yoy' && measure === 'level' && main[0]?.unit !== '%') continue
    return found(attempt, main, companionsOf(attempt, main, measure, want))
  }
  return undefined
}

/** "Có đạt kế hoạch không": the rate, what was aimed at, and what came out. */
function met(attempt: Lookup): Found | undefined {
  const rates = ofMeasure(attempt, ['plan', 'over_plan'], RESULTS)
  const aims = ofMeasure(attempt, ['level', 'yoy'], ['target'])
  if (rates.length + aims.length === 0) return undefined
  const measures = aims.length > 0 ? [...new Set(aims.map((f) => f.measure))] : (['level'] as const)
  const results = measures.flatMap((measure) => ofMeasure(attempt, [measure], RESULTS).slice(0, 1))
  if (rates.length === 0 && results.length === 0) return undefined
  return found(attempt, [...rates, ...results, ...aims], [])
}

/** Growth against another base than the year before: the sentence must name that base. */
function growthAgainst(attempt: Lookup): Found | undefined {
  const { query, cell, period } = attempt
  const { base } = query
  const figures = ofMeasure(attempt, ['growth']).filter(
    (f) => base === null || namesBase(f.sentence, base),
  )
  const averages = figures.filter((f) => /bình quân|trung bình|mỗi năm|hằng năm/u.test(f.sentence))
  const kept = cell.demand.want === 'average' ? averages : figures
  if (kept.length > 0) return found(attempt, kept, [])
  const sinceLastYear = base !== null && base === shiftYears(period, -1)
  if (!sinceLastYear && (cell.demand.want !== 'growth' || base !== null)) return undefined
  const yoy = ofMeasure(attempt, ['yoy'])
  return yoy.length > 0 ? found(attempt, yoy, []) : undefined
}

/** Whether a sentence measures against this base: its year, or its month or quarter by number. */
function namesBase(sentence: string, base: string): boolean {
  const p = parsePeriod(base)
  if (p?.year === undefined || p.year === null) return false
  if (p.kind === 'month') {
    if (p.part === 12 && /cuối năm/u.test(sentence)) return true
    return new RegExp(`(?:tháng 0?${p.part}|0?${p.part}/${p.year})(?!\\p{Nd})`, 'iu').test(sentence)
  }
  return sentence.includes(String(p.year)) || (p.kind === 'quarter' && /quý/iu.test(sentence))
}

function found(
  attempt: Lookup,
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

function workedOut(attempt: Lookup): Found | undefined {
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
    base: query.base,
    ofCountry: query.ofCountry,
    newBorders: cell.area.borders === 'new',
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
  if (want === 'average') return derive('growth', input)
  if (want === 'met') return derive('plan', input)
  if (want === 'yoy')
    return indicatorById(code)?.nature === 'index' ? undefined : derive('yoy', input)
  if (want === 'growth' || want === 'plan' || want === 'over_plan' || want === 'share')
    return derive(want, input)
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
