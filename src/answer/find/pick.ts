/** Picks figures out of those that were fetched: precedence, scopes, borders, differing sources. */
import { successorOf } from '../../catalogue/areas.ts'
import { SOURCE_KINDS } from '../../model/article.ts'
import type { Borders, Status } from '../../model/figure.ts'
import { STATUSES } from '../../model/figure.ts'
import { monthsOf } from '../../model/period.ts'
import type { StoredFigure } from '../../store/store.ts'
import { foldName } from '../../vietnamese/fold.ts'
import { digitsOf, sameAmount, unitParts } from '../compute/amount.ts'
import type { ScopeAsked, Wish } from '../query.ts'
import { partWords, scopeFit } from '../understand/scope.ts'
import type { Wanted } from './cells.ts'

/** Statuses that count as a result; a forecast only when nobody asked for the outcome. */
export const RESULTS: readonly Status[] = ['actual', 'preliminary', 'estimate']

/** Which statuses may answer a wish, best first. */
export function statusesFor(wish: Wish): readonly Status[] {
  if (wish === 'target') return ['target', 'forecast']
  if (wish === 'expected') return ['target', 'forecast', 'estimate', 'preliminary', 'actual']
  return wish === 'result' ? RESULTS : [...RESULTS, 'forecast']
}

/** Figures that fit, in no order. */
export function select(pool: readonly StoredFigure[], wanted: Wanted): StoredFigure[] {
  return pool.filter(
    (f) =>
      (wanted.indicator === undefined || f.indicator === wanted.indicator) &&
      f.area !== null &&
      wanted.areas.includes(f.area) &&
      (wanted.period === undefined || f.period === wanted.period) &&
      (wanted.measures === undefined || wanted.measures.includes(f.measure)) &&
      (wanted.statuses === undefined || wanted.statuses.includes(f.status)) &&
      (wanted.scope === undefined || sameScope(f.scope, wanted.scope)) &&
      (wanted.borders === undefined || f.borders === wanted.borders) &&
      (wanted.priceBasis === undefined || f.priceBasis === wanted.priceBasis),
  )
}

/** Scopes compared without case and diacritics. */
export function sameScope(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : foldName(a) === foldName(b)
}

/** Best first: status, then source, then later date, then the more exact number. */
export function byPrecedence(statuses: readonly Status[] = STATUSES) {
  const rank = (f: StoredFigure): number[] => [
    order(statuses, f.status),
    order(SOURCE_KINDS, f.sourceKind),
  ]
  return (a: StoredFigure, b: StoredFigure): number => {
    const [statusA = 0, sourceA = 0] = rank(a)
    const [statusB = 0, sourceB = 0] = rank(b)
    return (
      statusA - statusB ||
      sourceA - sourceB ||
      (b.published ?? '').localeCompare(a.published ?? '') ||
      Number(a.bound !== null) - Number(b.bound !== null) ||
      digitsOf(b.value) - digitsOf(a.value) ||
      a.id.localeCompare(b.id)
    )
  }
}

function order<T>(list: readonly T[], item: T): number {
  const at = list.indexOf(item)
  return at < 0 ? list.length : at
}

/**
 * Figures of one key, best first: those that say the same within the printed rounding only once (the
 * most exact of equal standing), those that differ each.
 */
export function distinct(
  figures: readonly StoredFigure[],
  statuses?: readonly Status[],
): StoredFigure[] {
  const kept: StoredFigure[] = []
  for (const figure of [...figures].sort(byPrecedence(statuses))) {
    const twin = kept.findIndex((k) => k.priceBasis === figure.priceBasis && sameFact(k, figure))
    const known = kept[twin]
    if (!known) kept.push(figure)
    else if (moreExact(figure, known)) kept[twin] = figure
  }
  return kept
}

function sameFact(a: StoredFigure, b: StoredFigure): boolean {
  return a.measure === b.measure ? sameAmount(a, b) : false
}

/** The same fact told more exactly by the same article (a headline rounds and drops the "ước"). */
function moreExact(a: StoredFigure, b: StoredFigure): boolean {
  if (a.articleId !== b.articleId) return false
  if (a.status !== b.status && !(RESULTS.includes(a.status) && RESULTS.includes(b.status)))
    return false
  if ((a.bound === null) !== (b.bound === null)) return a.bound === null
  return digitsOf(a.value) > digitsOf(b.value)
}

/** A long scope whose every word stands in the question is meant even beside a whole. */
const TELLING_WORDS = 4

/**
 * The scope among these figures that the question means: null for the whole, undefined for none.
 * A part is never taken for the whole.
 */
export function scopeAmong(
  figures: readonly StoredFigure[],
  asked: ScopeAsked,
): string | null | undefined {
  const scopes = [...new Set(figures.map((f) => f.scope))]
  const fitting = scopes
    .flatMap((scope) => (scope === null ? [] : [{ scope, fit: scopeFit(asked, scope) }]))
    .filter(({ fit }) => fit > 0)
    .sort(
      (a, b) => b.fit - a.fit || a.scope.length - b.scope.length || a.scope.localeCompare(b.scope),
    )
  const best = fitting[0]?.scope
  if (asked.firm) return best
  const spelledOut = fitting.find(({ scope }) => partWords(scope).length >= TELLING_WORDS)
  if (spelledOut) return spelledOut.scope
  return scopes.includes(null) ? null : best
}

/** The first month of the provinces as merged on 1 July 2025. */
export const FIRST_NEW_MONTH = 2025 * 12 + 6

/**
 * Keeps figures of one territory: the one asked for, else the one that the name meant in the period.
 * Where only the other is known it stays, to be shown as what it is.
 */
export function oneTerritory(
  figures: readonly StoredFigure[],
  asked: Borders | null,
  period: string,
): StoredFigure[] {
  if (asked !== null)
    return figures.filter((f) => f.borders === asked || (asked === 'old' && f.borders === null))
  const months = monthsOf(period)
  const after = months !== undefined && months.last >= FIRST_NEW_MONTH
  const isNew = (f: StoredFigure): boolean => f.borders === 'new'
  const preferred = figures.filter((f) => isNew(f) === after || (after && f.borders === null))
  return preferred.length > 0 ? preferred : [...figures]
}

/** True where the period lies before the mergers but the figure speaks of the merged province. */
export function isRestated(figure: StoredFigure): boolean {
  const months = monthsOf(figure.period)
  return figure.borders === 'new' && months !== undefined && months.last < FIRST_NEW_MONTH
}

/** The merged province that a former province is part of under another name, else null. */
export function mergedInto(province: string): string | null {
  const successor = successorOf(province)
  return successor && successor.name !== province && successor.merged ? successor.name : null
}

const PHYSICAL = new Set(['tấn', 'kg', 'tạ', 'kWh', 'MWh', 'lít', 'm3', 'm2', 'km', 'ha', 'TEU'])

/** Keeps what is counted in the unit asked for; amounts of money stay whatever the currency. */
export function ofAskedUnit(
  figures: readonly StoredFigure[],
  unit: string | null,
  counts: boolean,
): StoredFigure[] {
  if (unit === null) return [...figures]
  const base = foldName(unitParts(unit).base)
  const same = figures.filter((f) => {
    const own = foldName(unitParts(f.unit).base)
    return own === base || (counts && own.startsWith(`${base} `))
  })
  if (same.length > 0 || counts || PHYSICAL.has(unitParts(unit).base)) return same
  return [...figures]
}
