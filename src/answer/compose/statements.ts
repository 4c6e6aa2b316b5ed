/** Gathers what was found into sentences: one key is spoken of once, in the order asked. */
import type { StoredFigure } from '../../store/store.ts'
import type { Computed } from '../compute.ts'
import type { Found } from '../find/cells.ts'
import type { Statement } from './statement.ts'

type Growing = { -readonly [K in keyof Statement]: Statement[K] }

/** Sentences for what was found; results and targets of one key are two. */
export function statementsOf(found: readonly Found[]): Statement[] {
  const byKey = new Map<string, Growing>()
  for (const f of found) {
    const figures = [...firstOfEach(f.main), ...f.companions]
    for (const aimed of [false, true]) {
      const own = figures.filter((x) => (x.status === 'target') === aimed)
      const derived = f.derived.filter((d) => (d.status === 'target') === aimed)
      if (own.length + derived.length > 0) add(byKey, f, aimed, own, derived)
    }
  }
  return [...byKey.values()]
}

function add(
  byKey: Map<string, Growing>,
  { indicator, area, borders, scope, period }: Found,
  aimed: boolean,
  figures: readonly StoredFigure[],
  derived: readonly Computed[],
): void {
  const key = [indicator, area, borders, scope, period, aimed].join('|')
  const known = byKey.get(key)
  if (!known) {
    byKey.set(key, { indicator, area, borders, scope, period, aimed, figures, derived })
    return
  }
  const newFigures = figures.filter((x) => !known.figures.some((y) => y.measure === x.measure))
  const newDerived = derived.filter((d) => !known.derived.some((e) => e.formula === d.formula))
  known.figures = [...known.figures, ...newFigures]
  known.derived = [...known.derived, ...newDerived]
}

/** The first of each measure, result and target apart: the others differ from it. */
export function firstOfEach(figures: readonly StoredFigure[]): StoredFigure[] {
  const kind = (f: StoredFigure): string => `${f.measure}|${f.status === 'target'}`
  return figures.filter((f, i) => figures.findIndex((g) => kind(g) === kind(f)) === i)
}

/** Near misses of one key as one sentence each. */
export function groupByKey(figures: readonly StoredFigure[]): StoredFigure[][] {
  const key = (f: StoredFigure): string =>
    [f.indicator, f.area, f.borders, f.scope, f.period, f.status === 'target'].join('|')
  return [...Map.groupBy(figures, key).values()].map(firstOfEach)
}
