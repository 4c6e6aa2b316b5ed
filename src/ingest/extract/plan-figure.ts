/** A plan's own figure beside a result: "đạt 81% kế hoạch (1.360 triệu USD)", "so với mục tiêu 31%". */
import type { PeriodParts } from '../../model/period.ts'
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import type { Quantity } from '../../vietnamese/read-quantities.ts'
import type { Clause } from './clause.ts'
import type { Item } from './items.ts'
import type { Scene } from './scene.ts'
import { isFigurePeriod } from './when.ts'

/** Longest name of a plan: "chỉ tiêu UBND tỉnh giao cả năm 2026". */
const LONGEST_NAME = 8
/** Parts of a plan's name behind the word itself. */
const IN_NAME: ReadonlySet<string> = new Set(['generic', 'whole', 'status', 'copula'])

/** A plan that was just named. */
export interface NamedPlan {
  /** The period it is said to be for. */
  readonly period: PeriodMention | null
  /** "mục tiêu", "chỉ tiêu", "kịch bản": what follows "thấp hơn" is it, not the distance from it. */
  readonly isGoal: boolean
}

/** The plan that the items right before `at` name, or null when they speak of something else. */
export function planBefore({ text, sentence }: Scene, at: number): NamedPlan | null {
  let period: PeriodMention | null = null
  for (let i = at - 1; i >= 0 && i >= at - LONGEST_NAME; i--) {
    const item = sentence.items[i]
    if (!item || item.kind === 'quantity' || item.kind === 'mark') return null
    if (item.kind === 'period') {
      if (period || !isFigurePeriod(item.period)) return null
      period = item.period
    }
    if (item.kind !== 'cue') continue
    if (item.cue.kind === 'plan') return { period, isGoal: isGoal(text, item) }
    if (!IN_NAME.has(item.cue.kind)) return null
  }
  return null
}

function isGoal(text: string, { start, end }: Item): boolean {
  return !/kế hoạch|dự toán|^kh(?!\p{L})/iu.test(text.slice(start, end))
}

/**
 * True when a number behind a plan is what the plan says: "thấp hơn kế hoạch 1,1 tỷ USD", "so với mục
 * tiêu 31%"; but "vượt kế hoạch 5%" and "kém kế hoạch 20 tỷ đồng" say how far from it the result is.
 */
export function isPlanFigure(scene: Scene, clause: Clause, quantity: Quantity): boolean {
  if (quantity.unitKind === 'percent' && missesGoal(scene, clause)) return true
  const plan = clause.base?.kind === 'plan' ? planBefore(scene, scene.at) : null
  if (plan === null || clause.verb === 'exceed' || clause.verb === 'equal') return false
  if (quantity.unitKind !== 'percent')
    return clause.direction === null
      ? clause.verb !== 'short' || plan.isGoal
      : isAlike(scene, quantity)
  if (clause.verb !== null) return false
  return clause.direction === null || plan.isGoal || quantity.sign !== null
}

/** "không đạt mức 24%": what was to be reached. */
function missesGoal({ text }: Scene, { verb, base, used }: Clause): boolean {
  if (verb !== 'short' || base !== null) return false
  return used.some((i) => /^(?:chưa|không) đạt$/iu.test(text.slice(i.start, i.end)))
}

/** True when the amount is about as large as the level said before it. */
function isAlike({ figures }: Scene, { value, unit }: Quantity): boolean {
  const level = figures.findLast((f) => f.measure === 'level' && f.unit === unit)
  const ratio = level ? Number(value) / Number(level.value) : 0
  return ratio > 0.5 && ratio < 2
}

/** The clause of a plan's own figure. */
export function asPlanFigure(scene: Scene, clause: Clause): Clause {
  const period = planBefore(scene, scene.at)?.period ?? null
  return {
    ...clause,
    base: null,
    direction: null,
    verb: 'reach',
    status: 'target',
    statusLeads: false,
    period,
    isPlanFigure: true,
  }
}

/** True when a bracket behind a plan holds the plan's own figure: "đạt 81% kế hoạch (1.360 triệu USD)". */
export function isPlanBracket(scene: Scene, at: number, first: Quantity): boolean {
  if (first.unitKind !== 'percent') return true
  // "vượt kế hoạch (103%)" is a result, "thấp hơn chỉ tiêu (13,5%)" is none.
  const { verb, direction, base } = scene.clause
  const last = scene.sentence.items.slice(0, at).findLast((i) => i.kind === 'quantity')
  const isTimes = last?.kind === 'quantity' && last.quantity.unitKind === 'times'
  return (base?.kind === 'plan' && verb === null && direction !== null) || isTimes
}

/** The year whose plan it is; a range of years stays one. */
export function planYear(period: PeriodParts | null): PeriodParts | null {
  if (period === null || period.kind === 'years') return period
  return { kind: 'year', year: period.year, part: null }
}
