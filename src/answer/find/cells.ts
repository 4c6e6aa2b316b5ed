/** The single lookups a query is made of, and what was found for each. */
import type { Borders, Measure, Status } from '../../model/figure.ts'
import type { StoredFigure } from '../../store/store.ts'
import type { Computed } from '../compute.ts'
import type {
  AreaAsked,
  Ask,
  Demand,
  IndicatorAsked,
  PeriodAsked,
  Query,
  ScopeAsked,
} from '../query.ts'

/** One indicator, one area, one period, one demand. */
export interface Cell {
  /** null where the question names only a part ("ngành dệt may"). */
  readonly indicator: IndicatorAsked | null
  readonly area: AreaAsked
  /** null: the latest. */
  readonly period: PeriodAsked | null
  readonly demand: Demand
  readonly scope: ScopeAsked
}

/** What answers a cell. */
export interface Found {
  readonly kind: 'found'
  readonly cell: Cell
  readonly indicator: string
  readonly area: string
  readonly borders: Borders | null
  readonly scope: string | null
  readonly period: string
  /** Stored figures that answer, best first; several when sources differ or several were asked. */
  readonly main: readonly StoredFigure[]
  /** Figures of the same key that belong beside them (the growth of a level). */
  readonly companions: readonly StoredFigure[]
  readonly derived: readonly Computed[]
  /** True when `main` holds different values for one key. */
  readonly conflict: boolean
}

/** Why a cell has no answer. */
export type MissingReason =
  | 'nothing'
  | 'other-measure'
  | 'only-target'
  | 'only-part'
  | 'only-whole'
  | 'other-period'
  | 'other-area'
  | 'year-unknown'
  | 'other-borders'
  | 'other-prices'

export interface Missing {
  readonly kind: 'missing'
  readonly cell: Cell
  readonly reason: MissingReason
  /** Near misses, nearest first. */
  readonly near: readonly StoredFigure[]
}

export type Outcome = Found | Missing

const ANY: Demand = { want: 'any', wish: 'unsaid' }
const MOST_CELLS = 60

/** Every combination that a query asks for, in the order in which it was said. */
export function cellsOf(query: Query): Cell[] {
  const cells = query.asks.flatMap((ask) => {
    const indicators = ask.indicators.length > 0 ? ask.indicators : [null]
    const demands = ask.demands.length > 0 ? ask.demands : [ANY]
    const periods = periodsOf(ask, demands)
    return indicators.flatMap((indicator) =>
      placesOf(ask, query).flatMap((area) =>
        periods.flatMap((period) =>
          demands.map((demand): Cell => ({ indicator, area, period, demand, scope: ask.scope })),
        ),
      ),
    )
  })
  return cells.slice(0, MOST_CELLS)
}

/** The periods of an ask; an average growth is asked of all its years together. */
function periodsOf(ask: Ask, demands: readonly Demand[]): readonly (PeriodAsked | null)[] {
  const [first] = ask.periods
  const last = ask.periods.at(-1)
  if (!first || !last) return [null]
  const averages = first !== last && demands.every((d) => d.want === 'average')
  if (!averages) return ask.periods
  return [{ period: `${first.period.slice(0, 4)}/${last.period.slice(0, 4)}`, yearSaid: true }]
}

/** The places of an ask; of a share in the country the country itself is no cell. */
function placesOf(ask: Ask, query: Query): readonly AreaAsked[] {
  return query.ofCountry ? ask.areas.filter((a) => a.kind !== 'country') : ask.areas
}

/** What a lookup in the pool narrows; omitted members are free. */
export interface Wanted {
  readonly indicator?: string
  readonly areas: readonly string[]
  readonly period?: string
  readonly measures?: readonly Measure[]
  readonly statuses?: readonly Status[]
  /** `undefined`: any; null: the whole. */
  readonly scope?: string | null
  readonly borders?: Borders | null
  readonly priceBasis?: StoredFigure['priceBasis']
}
