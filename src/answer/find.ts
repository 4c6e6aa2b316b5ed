/**
 * Fetches the figures a query needs in one round trip (a second one only where the first does not
 * answer) and answers each cell from them.
 */

import { provinceOfArea } from '../catalogue/areas.ts'
import { PROVINCES } from '../catalogue/gazetteer.ts'
import { shiftYears, yearOf } from '../model/period.ts'
import type { FigureQuery, Store, StoredFigure } from '../store/store.ts'
import { foldName } from '../vietnamese/fold.ts'
import { type Cell, cellsOf, type Outcome } from './find/cells.ts'
import { membersOf, neededFor } from './find/derive.ts'
import { resolve } from './find/resolve.ts'
import type { Ask, Query } from './query.ts'

/** Everything that was fetched, and the outcome of each cell in order. */
export interface Findings {
  readonly outcomes: readonly Outcome[]
  readonly pool: readonly StoredFigure[]
}

const NEAR_YEARS = 3
const MOST_NEAR = 80
const MOST_OPEN = 600

/** Answers every cell of a figure question. */
export async function find(store: Store, query: Query): Promise<Findings> {
  const cells = cellsOf(query)
  const exact = query.asks.map((ask) => exactQuery(ask, query))
  const first = await fetchAll(store, exact)
  const outcomes = answersOf(first, cells, query)
  if (outcomes.every((outcome) => outcome.kind === 'found')) return { outcomes, pool: first }
  const wider = await fetchAll(store, nearQueries(query))
  const pool = merge(first, wider)
  return {
    outcomes: withoutEchoes(answersOf(pool, cells, query)),
    pool,
  }
}

/** The outcome of each cell; what is only compared with is left out where no figure is stored. */
function answersOf(
  pool: readonly StoredFigure[],
  cells: readonly Cell[],
  query: Query,
): readonly Outcome[] {
  return cells
    .flatMap((cell) => resolveParts(pool, cell, query))
    .filter((o) => !o.cell.period?.beside || (o.kind === 'found' && o.main.length > 0))
}

/** One cell; where several parts are named and no figure is of all of them, each part by itself. */
function resolveParts(pool: readonly StoredFigure[], cell: Cell, query: Query): Outcome[] {
  const together = resolve(pool, cell, query)
  const { runs } = cell.scope
  if (together.kind === 'found' || runs.length < 2) return [together]
  const apart = runs.map((words) =>
    resolve(pool, { ...cell, scope: { ...cell.scope, words, runs: [words] } }, query),
  )
  return apart.some((outcome) => outcome.kind === 'found') ? apart : [together]
}

/** "Sản lượng sợi xuất khẩu" names one thing: the exports that were not found were not asked. */
function withoutEchoes(outcomes: readonly Outcome[]): Outcome[] {
  const scopes = outcomes.flatMap((o) =>
    o.kind === 'found' && o.scope !== null ? [foldName(o.scope)] : [],
  )
  return outcomes.filter(
    (o) =>
      o.kind === 'found' ||
      !scopes.some((scope) => scope.includes(foldName(o.cell.indicator?.text ?? '-'))),
  )
}

async function fetchAll(store: Store, queries: readonly FigureQuery[]): Promise<StoredFigure[]> {
  if (queries.length === 0) return []
  return merge(...(await store.findFiguresMany(queries)))
}

function merge(...lists: readonly (readonly StoredFigure[])[]): StoredFigure[] {
  const byId = new Map<string, StoredFigure>()
  for (const list of lists) for (const figure of list) byId.set(figure.id, figure)
  return [...byId.values()]
}

function areasOf(ask: Ask): string[] {
  return ask.areas.flatMap((a) => a.others ?? [a.area])
}

/** Codes to fetch; none where no indicator is named, which fetches all. */
function codesOf(ask: Ask, query: Query): string[] {
  const codes = ask.indicators.flatMap((i) => i.codes.flatMap(neededFor))
  return [...new Set(codes.length > 0 && query.countsThings ? [...codes, 'other'] : codes)]
}

/** The asked key and what may be worked out from it: the years beside it and the year's plan. */
function exactQuery(ask: Ask, query: Query): FigureQuery {
  const codes = codesOf(ask, query)
  const named = codes.length > 0 ? { indicators: codes } : {}
  const members = ask.areas.flatMap((a) => (a.borders === 'new' ? membersOf(a.area) : []))
  const areas = [...new Set([...areasOf(ask), ...members])]
  const open = ask.periods.length === 0 || ask.periods.some((p) => !p.yearSaid)
  if (open) return { ...named, areas, order: 'latest', limit: MOST_OPEN }
  return {
    ...named,
    areas,
    periods: [...new Set(ask.periods.flatMap(({ period }) => around(period)))],
  }
}

function around(period: string): string[] {
  return [period, shiftYears(period, 1), shiftYears(period, -1), period.slice(0, 4)]
}

/** The neighbourhood: other periods, parts of the year, other indicators, the province's districts. */
function nearQueries(query: Query): FigureQuery[] {
  return query.asks.flatMap((ask): FigureQuery[] => {
    const codes = codesOf(ask, query)
    const areas = areasOf(ask)
    const periods = ask.periods.filter((p) => p.yearSaid).map((p) => p.period)
    const years = periods.map(yearOf).filter((y): y is number => y !== null)
    const indicators = codes.length > 0 ? { indicators: codes } : {}
    const queries: FigureQuery[] = [{ ...indicators, areas, order: 'latest', limit: MOST_NEAR }]
    if (years.length > 0) {
      const range = { from: Math.min(...years) - NEAR_YEARS, to: Math.max(...years) + NEAR_YEARS }
      queries.push({ ...indicators, areas, years: range, limit: MOST_OPEN })
    }
    if (periods.length > 0 && codes.length > 0) {
      const provinces = [...new Set(areas.map(provinceOfArea))]
      if (provinces.length === 1)
        queries.push({ ...indicators, areaWithin: provinces, periods, limit: MOST_NEAR })
    }
    return queries
  })
}

/** The figures a ranking chooses from: one period of every province, or of a province's districts. */
export async function findForRank(store: Store, query: Query): Promise<StoredFigure[]> {
  const [ask] = query.asks
  if (!ask || !query.rank) return []
  const measures = ask.demands.some((d) => d.want === 'yoy')
    ? (['yoy', 'level'] as const)
    : (['level', 'yoy'] as const)
  const place = query.rank.districts
    ? { areaWithin: query.rank.within ? [query.rank.within] : [] }
    : { areas: PROVINCES.map((p) => p.name) }
  const periods = ask.periods.map((p) => p.period)
  const indicators = ask.indicators.flatMap((i) => i.codes)
  return fetchAll(store, [
    { indicators, ...place, ...(periods.length > 0 ? { periods } : {}), measures: [...measures] },
  ])
}

/** Everything known of a place in a period (or at all), for an overview. */
export async function findForOverview(store: Store, query: Query): Promise<StoredFigure[]> {
  const [ask] = query.asks
  if (!ask) return []
  const periods = ask.periods.filter((p) => p.yearSaid).map((p) => p.period)
  const narrowed = periods.length > 0 ? { periods } : { order: 'latest' as const, limit: MOST_OPEN }
  return fetchAll(store, [{ areas: areasOf(ask), scope: 'whole', ...narrowed }])
}
