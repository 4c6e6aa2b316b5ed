/** What fits one lookup: right measures, scope, territory and unit, and what belongs beside it. */
import { indicatorById } from '../../catalogue/indicators.ts'
import type { Measure, Status } from '../../model/figure.ts'
import type { StoredFigure } from '../../store/store.ts'
import { foldName } from '../../vietnamese/fold.ts'
import type { Query, Want } from '../query.ts'
import { scopeFit } from '../understand/scope.ts'
import type { Cell } from './cells.ts'
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
export interface Lookup {
  readonly pool: readonly StoredFigure[]
  readonly cell: Cell
  readonly query: Query
  readonly code: string
  readonly period: string
  readonly areas: readonly string[]
}

/** Measures that answer a want of an indicator, best first. */
export function measuresFor(want: Want, code: string): readonly Measure[] {
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

/** Figures of these measures for the cell: right scope, one territory, differing ones each. */
export function ofMeasure(
  { pool, cell, query, code, period, areas }: Lookup,
  measures: readonly Measure[],
  statuses: readonly Status[] = statusesFor(cell.demand.wish),
): StoredFigure[] {
  const fitting = select(pool, { indicator: code, areas, period, measures, statuses })
  const unit = measures.includes('level') ? query.unit : null
  const counted = ofAskedUnit(fitting, unit, query.countsThings)
  const scope = scopeIn(counted, cell, query)
  if (scope === undefined) return []
  const ofScope = counted.filter((f) => f.scope === scope)
  const territory = oneTerritory(ofScope, cell.area.borders, period)
  const kept = distinct(territory, statuses)
  // A forecast or a plan does not stand beside a result as if it were another opinion of it.
  const best = kept[0]?.status
  if (cell.demand.wish === 'target' && best === 'target')
    return kept.filter((f) => f.status === 'target')
  return cell.demand.wish === 'unsaid' && best !== undefined && RESULTS.includes(best)
    ? kept.filter((f) => RESULTS.includes(f.status))
    : kept
}

/** The scope that answers: null for the whole, undefined for none. */
function scopeIn(
  figures: readonly StoredFigure[],
  cell: Cell,
  query: Query,
): string | null | undefined {
  if (cell.indicator === null) return partAmong(figures, cell)
  const scope = scopeAmong(figures, cell.scope)
  return scope === undefined ? countedScope(figures, cell, query) : scope
}

/** Where no indicator is named, only a part answers, never a whole. */
function partAmong(figures: readonly StoredFigure[], cell: Cell): string | undefined {
  return (
    scopeAmong(
      figures.filter((f) => f.scope !== null),
      cell.scope,
    ) ?? undefined
  )
}

/** "Xuất khẩu sang bao nhiêu quốc gia": the only count of that unit that speaks of the indicator. */
function countedScope(
  figures: readonly StoredFigure[],
  cell: Cell,
  query: Query,
): string | undefined {
  if (!query.countsThings || !cell.indicator) return undefined
  const topic = foldName(cell.indicator.text)
  const scopes = new Set(
    figures.flatMap((f) =>
      f.scope !== null && foldName(f.scope).includes(topic) ? [f.scope] : [],
    ),
  )
  return scopes.size === 1 ? [...scopes][0] : undefined
}

export function companionsOf(
  attempt: Lookup,
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
    const figure = besideIt(attempt, best, other)
    if (figure) taken.push(figure)
  }
  return taken
}

/** The figure of another measure that goes with `best`: same scope, territory, article, standing. */
function besideIt(
  { pool, areas }: Lookup,
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

/** Indicators to try when only a part is named: those with a fitting part, the best fit first. */
export function codesInPool(pool: readonly StoredFigure[], cell: Cell): string[] {
  const areas = cell.area.others ?? [cell.area.area]
  const fits = new Map<string, number>()
  for (const f of select(pool, { areas })) {
    const fit = f.scope === null ? 0 : scopeFit(cell.scope, f.scope)
    if (fit > (fits.get(f.indicator) ?? 0)) fits.set(f.indicator, fit)
  }
  const first = ['iip', 'industrial_output', 'product_output', 'exports', 'other']
  return [...fits]
    .sort(([a, x], [b, y]) => y - x || place(first, a) - place(first, b) || a.localeCompare(b))
    .map(([code]) => code)
}

function place(list: readonly string[], item: string): number {
  return list.includes(item) ? list.indexOf(item) : list.length
}
