/** A plan's own figure beside a result: "đạt 81% kế hoạch (1.360 triệu USD)", "so với mục tiêu 31%". */
import type { PeriodParts } from '../../model/period.ts'
import type { VerbKind } from '../../vietnamese/lexicon/verbs.ts'
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import type { Quantity } from '../../vietnamese/read-quantities.ts'
import type { Clause } from './clause.ts'
import type { Cue } from './cue-rule.ts'
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
  /** "mục tiêu", "chỉ tiêu", "kế hoạch là": what follows is it, not the distance from it. */
  readonly isGoal: boolean
  /** "mục tiêu tăng 6,5%": the verb is part of the goal. */
  readonly direction: 1 | -1 | null
}

/** The plan that the items right before `at` name, or null when they speak of something else. */
export function planBefore({ text, sentence }: Scene, at: number): NamedPlan | null {
  const { items } = sentence
  const last = items[at - 1]
  const direction =
    last?.kind === 'cue' && last.cue.kind === 'verb' ? directionOf(last.cue.verb) : null
  const from = direction === null ? at - 1 : at - 2
  for (let i = from; i >= 0 && i >= at - LONGEST_NAME; i--) {
    const item = items[i]
    if (!item || !isInName(item)) return null
    if (item.kind !== 'cue' || item.cue.kind !== 'plan') continue
    const name = items.slice(i + 1, from + 1)
    const isGoal = isGoalWord(text, item) || name.some((x) => isCue(x, 'copula'))
    if (direction !== null && !isGoal) return null
    return { period: name.find((x) => x.kind === 'period')?.period ?? null, isGoal, direction }
  }
  return null
}

/** True for the plan itself and what may stand behind it: "chỉ tiêu tỉnh giao năm 2026 là". */
function isInName(item: Item): boolean {
  if (item.kind === 'cue') return item.cue.kind === 'plan' || IN_NAME.has(item.cue.kind)
  if (item.kind === 'period') return isFigurePeriod(item.period)
  return item.kind !== 'quantity' && item.kind !== 'mark'
}

function isCue(item: Item, kind: Cue['kind']): boolean {
  return item.kind === 'cue' && item.cue.kind === kind
}

function directionOf(verb: VerbKind): 1 | -1 | null {
  return verb === 'up' ? 1 : verb === 'down' ? -1 : null
}

function isGoalWord(text: string, { start, end }: Item): boolean {
  return !/kế hoạch|dự toán|^kh(?!\p{L})/iu.test(text.slice(start, end))
}

/**
 * True when a number behind a plan is what the plan says: "thấp hơn kế hoạch 1,1 tỷ USD", "so với mục
 * tiêu 31%"; but "vượt kế hoạch 5%" and "kém kế hoạch 20 tỷ đồng" say how far from it the result is.
 */
export function isPlanFigure(scene: Scene, clause: Clause, quantity: Quantity): boolean {
  if (quantity.unitKind === 'percent' && missesGoal(scene, clause)) return true
  // Named in the tail of the number before: "9.000 tỷ đồng trên dự toán 10.000 tỷ đồng".
  const isTail = clause.used.length === 0 && scene.brackets.length === 0
  if (!isTail && clause.base?.kind !== 'plan') return false
  const plan = planBefore(scene, scene.at)
  if (plan === null || isTail) return plan !== null
  if (plan.direction !== null || isMissed(scene, clause)) return true
  if (clause.verb === 'exceed' || clause.verb === 'equal') return false
  if (quantity.unitKind !== 'percent')
    return clause.direction === null
      ? clause.verb !== 'short' || plan.isGoal
      : isAlike(scene, quantity)
  if (clause.verb !== null) return false
  return clause.direction === null || plan.isGoal || quantity.sign !== null
}

/** "chưa đạt kế hoạch 8,5%" names the plan, "hụt kế hoạch 8,5%" the distance. */
function isMissed({ text }: Scene, { verb, used }: Clause): boolean {
  const said = used.find((i) => i.kind === 'cue' && i.cue.kind === 'verb')
  return verb === 'short' && said !== undefined && /^(chưa|không)/iu.test(text.slice(said.start))
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
  const plan = planBefore(scene, scene.at)
  return {
    ...clause,
    base: null,
    direction: plan?.direction ?? null,
    verb: plan?.direction ? clause.verb : 'reach',
    status: 'target',
    statusLeads: false,
    period: plan?.period ?? null,
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
