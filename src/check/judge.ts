/** Judges one claim against the stored figures that may be meant: which verdict, on which figures. */

import { SOURCE_KINDS } from '../model/article.ts'
import type { ClaimedFigure, Verdict } from '../model/check.ts'
import { STATUSES, type WarningCode } from '../model/figure.ts'
import { parsePeriod } from '../model/period.ts'
import type { StoredFigure } from '../store/store.ts'
import { type Amount, amountOf, type Closeness, compareAmounts, sameDigits } from './amount.ts'
import { basesAgree, bordersAgree, kindOfStatus, sameScope } from './key.ts'

export type ClaimToJudge = ClaimedFigure & {
  readonly quote: string
  readonly warnings: readonly WarningCode[]
}

export interface Judgement {
  readonly verdict: Verdict
  /** The figures the verdict rests on, best first; empty with `no-data`. */
  readonly found: readonly StoredFigure[]
  /** With `mismatch`: figures that do have the claimed number, but are about something else. */
  readonly elsewhere: readonly StoredFigure[]
}

interface Candidate {
  readonly figure: StoredFigure
  readonly amount: Amount
  readonly closeness: Closeness
}

/** Dimensions in which a stored figure can differ from a claim. */
type Dimension = 'indicator' | 'area' | 'period' | 'scope' | 'status'

const VERDICT_OF: Readonly<Record<Dimension, Verdict>> = {
  status: 'other-status',
  scope: 'other-scope',
  period: 'other-period',
  area: 'other-area',
  indicator: 'other-indicator',
}

/** The verdict on a claim. `pool` may hold any figures, in any order; none twice. */
export function judge(claim: ClaimToJudge, pool: readonly StoredFigure[]): Judgement {
  const claimed = amountOf(claim)
  const candidates = [...pool].sort(byPrecedence).map((figure) => {
    const amount = amountOf(figure)
    return { figure, amount, closeness: compareAmounts(claimed, amount) }
  })
  const differing = (...dimensions: readonly Dimension[]) =>
    candidates.filter((candidate) => {
      const found = differences(claim, claimed, candidate)
      return found.length === dimensions.length && dimensions.every((d) => found.includes(d))
    })
  const same = differing()
  return (
    judgeMisprint(claim, same) ??
    judgeSameKey(claim, same) ??
    judgeOtherUnit(claim, [...same, ...unitsApart(claim, claimed, candidates)]) ??
    judgeOtherStatus(differing('status')) ??
    judgeMismatch(same, candidates) ??
    judgeElsewhere(differing) ?? { verdict: 'no-data', found: [], elsewhere: [] }
  )
}

const isClose = ({ closeness }: Candidate) => closeness !== 'unequal'

function judgement(verdict: Verdict, found: readonly Candidate[]): Judgement {
  return { verdict, found: found.map(({ figure }) => figure), elsewhere: [] }
}

/** The dimensions of the key in which a stored figure is about something else than the claim. */
function differences(claim: ClaimToJudge, claimed: Amount, { figure, amount }: Candidate) {
  const found: Dimension[] = []
  const sameBase = claimed.base === amount.base
  const sameMeasure = claimed.measure === amount.measure && sameBase
  if (claim.indicator !== figure.indicator || !sameMeasure) found.push('indicator')
  if (claim.area === null || claim.area !== figure.area) found.push('area')
  if (claim.period !== figure.period) found.push('period')
  if (!sameScope(claim, figure) || !basesAgree(claim, figure) || !bordersAgree(claim, figure)) {
    found.push('scope')
  }
  if (kindOfStatus(claim.status) !== kindOfStatus(figure.status)) found.push('status')
  return found
}

/** A number that had to be mended before it could be read is never right as it is printed. */
function judgeMisprint(claim: ClaimToJudge, same: readonly Candidate[]): Judgement | undefined {
  const isMisprint = claim.warnings.includes('repaired-number')
  return isMisprint && same.length > 0 ? judgement('mismatch', same) : undefined
}

/** The number stands in the store under the claim's own key. */
function judgeSameKey(claim: ClaimToJudge, same: readonly Candidate[]): Judgement | undefined {
  const close = same.filter(isClose)
  const ofStatus = close.filter(({ figure }) => claim.status === figure.status)
  const equal = ofStatus.filter(({ closeness }) => closeness === 'equal')
  if (equal.length > 0) return judgement('match', equal)
  if (ofStatus.length > 0) return judgement('match-rounded', ofStatus)
  return close.length > 0 ? judgement('other-status', close) : undefined
}

/** Same key and digits, but thousands of times more or less, or another currency. */
function judgeOtherUnit(
  claim: ClaimToJudge,
  candidates: readonly Candidate[],
): Judgement | undefined {
  const found = candidates.filter(
    ({ figure }) => figure.unit !== claim.unit && sameDigits(claim, figure),
  )
  return found.length > 0 ? judgement('other-unit', found) : undefined
}

/** Figures of the claim's key and measure in a unit that cannot be converted. */
function unitsApart(claim: ClaimToJudge, claimed: Amount, candidates: readonly Candidate[]) {
  return candidates.filter(
    (candidate) =>
      candidate.figure.indicator === claim.indicator &&
      candidate.amount.measure === claimed.measure &&
      candidate.amount.base !== claimed.base &&
      differences(claim, claimed, candidate).join() === 'indicator',
  )
}

function judgeOtherStatus(candidates: readonly Candidate[]): Judgement | undefined {
  const found = candidates.filter(isClose)
  return found.length > 0 ? judgement('other-status', found) : undefined
}

function judgeMismatch(
  same: readonly Candidate[],
  all: readonly Candidate[],
): Judgement | undefined {
  if (same.length === 0) return undefined
  const elsewhere = all.filter(
    ({ closeness, figure }) => closeness === 'equal' && isTelling(figure.value),
  )
  return {
    ...judgement('mismatch', same),
    elsewhere: elsewhere.map(({ figure }) => figure),
  }
}

/** Nothing is stored under the claim's key, but the number is, one dimension away. */
function judgeElsewhere(
  differing: (...dimensions: readonly Dimension[]) => readonly Candidate[],
): Judgement | undefined {
  for (const dimension of ['scope', 'period', 'area', 'indicator'] as const) {
    const found = differing(dimension).filter(isClose)
    if (found.length > 0) return judgement(VERDICT_OF[dimension], found)
  }
  return undefined
}

/** "8%" is true of some province and some year; only telling digits are worth pointing elsewhere. */
const TELLING_DIGITS = 3
const isTelling = (value: string) =>
  value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length >= TELLING_DIGITS

/** Results before aims, better sources and later dates first. */
function byPrecedence(a: StoredFigure, b: StoredFigure): number {
  return (
    STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
    SOURCE_KINDS.indexOf(a.sourceKind) - SOURCE_KINDS.indexOf(b.sourceKind) ||
    (b.published ?? '').localeCompare(a.published ?? '') ||
    (a.id < b.id ? -1 : 1)
  )
}

/** Whether a period has a year. */
export function hasYear(period: string): boolean {
  return parsePeriod(period)?.year != null
}
