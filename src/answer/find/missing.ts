/** Says why a cell has no answer and what is nearest to it. */
import { provinceOfArea } from '../../catalogue/areas.ts'
import type { PriceBasis } from '../../model/figure.ts'
import { monthsOf, yearOf } from '../../model/period.ts'
import type { StoredFigure } from '../../store/store.ts'
import { scopeFit } from '../understand/scope.ts'
import type { Cell, Missing, MissingReason } from './cells.ts'
import { distinct, select } from './pick.ts'

const MOST_NEAR = 4

/** The reason and the near misses, nearest first; never anything that could pass for the answer. */
export function explainMissing(
  pool: readonly StoredFigure[],
  cell: Cell,
  codes: readonly string[],
  areas: readonly string[],
  prices: PriceBasis | null,
): Missing {
  const period = cell.period?.period
  const here = codes
    .flatMap((indicator) => select(pool, { indicator, areas }))
    .filter((f) => !isOtherThing(f, cell))
  const now = here.filter((f) => f.period === period)
  const otherPrices =
    prices !== null && now.some((f) => f.priceBasis !== null && f.priceBasis !== prices)
  const reason = otherPrices ? 'other-prices' : reasonOf(cell, here, now)
  const near = [
    ...distinct(now),
    ...otherPeriods(here, period),
    ...elsewhere(pool, cell, codes, areas),
  ]
  return { kind: 'missing', cell, reason, near: unique(near).slice(0, MOST_NEAR) }
}

/** Figures without an indicator of their own have nothing in common but that. */
function isOtherThing({ indicator, scope }: StoredFigure, cell: Cell): boolean {
  const nameless = indicator === 'other' || indicator === 'product_output'
  return nameless && cell.scope.firm && (scope === null || scopeFit(cell.scope, scope) === 0)
}

function reasonOf(
  { demand, scope, area }: Cell,
  here: readonly StoredFigure[],
  now: readonly StoredFigure[],
): MissingReason {
  if (now.length === 0) {
    if (here.length === 0) return 'nothing'
    return here.every((f) => yearOf(f.period) === null) ? 'year-unknown' : 'other-period'
  }
  const ofAsked = (f: StoredFigure): boolean =>
    f.borders === area.borders || (area.borders === 'old' && f.borders === null)
  if (area.borders !== null && !now.some(ofAsked)) return 'other-borders'
  if (scope.firm) return now.some((f) => f.scope !== null) ? 'nothing' : 'only-whole'
  const whole = now.filter((f) => f.scope === null)
  if (whole.length === 0) return 'only-part'
  if (demand.wish !== 'target' && whole.every((f) => f.status === 'target')) return 'only-target'
  return 'other-measure'
}

/** The same indicator and area at other times: same kind of period first, then the nearest. */
function otherPeriods(here: readonly StoredFigure[], period: string | undefined): StoredFigure[] {
  const others = here.filter(
    (f) => f.period !== period && f.scope === null && f.status !== 'target',
  )
  const asked = period === undefined ? undefined : monthsOf(period)
  const distance = (f: StoredFigure): number => {
    const months = monthsOf(f.period)
    if (!asked || !months) return Number.MAX_SAFE_INTEGER
    const length = Math.abs(months.last - months.first - (asked.last - asked.first))
    return Math.abs(months.last - asked.last) * 12 + length
  }
  return distinct(others).sort(
    (a, b) => distance(a) - distance(b) || measureOrder(a) - measureOrder(b),
  )
}

function measureOrder(f: StoredFigure): number {
  return ['level', 'yoy', 'plan', 'over_plan', 'mom', 'share', 'growth'].indexOf(f.measure)
}

/** The same figure of the province of a district, or of a district of the province. */
function elsewhere(
  pool: readonly StoredFigure[],
  cell: Cell,
  codes: readonly string[],
  areas: readonly string[],
): StoredFigure[] {
  const provinces = new Set(areas.map(provinceOfArea))
  const period = cell.period?.period
  return pool.filter(
    (f) =>
      f.area !== null &&
      !areas.includes(f.area) &&
      provinces.has(provinceOfArea(f.area)) &&
      codes.includes(f.indicator) &&
      f.period === period &&
      f.scope === null,
  )
}

function unique(figures: readonly StoredFigure[]): StoredFigure[] {
  const seen = new Set<string>()
  return figures.filter((f) => !seen.has(f.id) && seen.add(f.id))
}
