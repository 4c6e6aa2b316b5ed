/** Brings the figures read together with the figures wanted, one to one. */
import { type AreaKey, amountOf, fold, type Stated, sameScope, sameStatus } from './normalise.ts'

/** `value`: indicator and amount · `strict`: also area, period and status · `exact`: also scope and borders. */
export const LEVELS = ['value', 'strict', 'exact'] as const
export type Level = (typeof LEVELS)[number]

/** A fact that may have been told several times, with every status it was given. */
export interface Merged<F extends Stated> {
  readonly figure: F
  readonly statuses: ReadonlySet<string | null>
  readonly valueKey: string
  readonly strictKey: string
}

/** Equal facts once; `unreadable` counts those without a number. */
export function mergeFigures<F extends Stated>(
  figures: readonly F[],
  areaKey: AreaKey,
): { merged: Merged<F>[]; unreadable: number } {
  const facts = new Map<string, Merged<F> & { statuses: Set<string | null> }>()
  let unreadable = 0
  for (const figure of figures) {
    const amount = amountOf(figure)
    if (!amount) {
      unreadable += 1
      continue
    }
    const valueKey = [figure.indicator, amount.measure, amount.value, amount.base].join('|')
    const strictKey = [valueKey, areaKey(figure.area), figure.period].join('|')
    const key = [strictKey, fold(figure.scope)].join('|')
    const fact = facts.get(key) ?? { figure, statuses: new Set(), valueKey, strictKey }
    fact.statuses.add(figure.status ?? null)
    facts.set(key, fact)
  }
  return { merged: [...facts.values()], unreadable }
}

export interface Matching<G extends Stated, P extends Stated> {
  readonly hits: readonly (readonly [Merged<G>, Merged<P>])[]
  readonly missing: readonly Merged<G>[]
  readonly extra: readonly Merged<P>[]
}

/** Pairs what was wanted with what was read; pairs that agree in scope are made first. */
export function matchFigures<G extends Stated, P extends Stated>(
  wanted: readonly Merged<G>[],
  read: readonly Merged<P>[],
  level: Level,
): Matching<G, P> {
  const extra = [...read]
  const hits: [Merged<G>, Merged<P>][] = []
  const pairOff = (from: readonly Merged<G>[], sameScopeToo: boolean) =>
    from.filter((gold) => {
      const at = extra.findIndex(
        (pred) =>
          agree(gold, pred, level) && (!sameScopeToo || sameScope(gold.figure, pred.figure)),
      )
      const [pred] = at < 0 ? [] : extra.splice(at, 1)
      if (pred) hits.push([gold, pred])
      return !pred
    })
  const missing = pairOff(pairOff(wanted, true), false)
  return { hits, missing, extra }
}

function agree(gold: Merged<Stated>, pred: Merged<Stated>, level: Level): boolean {
  if (level === 'value') return gold.valueKey === pred.valueKey
  if (gold.strictKey !== pred.strictKey || !statusesAgree(gold, pred)) return false
  if (level === 'strict') return true
  const borders = (f: Stated) => f.borders || null
  return sameScope(gold.figure, pred.figure) && borders(gold.figure) === borders(pred.figure)
}

/** Whether every status read is one of those wanted. */
export function statusesAgree(gold: Merged<Stated>, pred: Merged<Stated>): boolean {
  return [...pred.statuses].every((s) => [...gold.statuses].some((t) => sameStatus(s, t)))
}
