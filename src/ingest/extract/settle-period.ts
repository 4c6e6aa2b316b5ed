/** Of when a number is: the rules in their order, from what is said right there to what is carried on. */
import type { PeriodParts } from '../../model/period.ts'
import type { Clause } from './clause.ts'
import type { Item } from './items.ts'
import { planYear } from './plan-figure.ts'
import { LOOK_AHEAD, type Scene } from './scene.ts'
import type { Tail } from './tail.ts'
import { endMonth, isEarlier, isFigurePeriod } from './when.ts'

interface Input {
  readonly scene: Scene
  readonly clause: Clause
  readonly tail: Tail
  /** The clause names an indicator. */
  readonly named: boolean
}

/** A period found, and whether it holds for this number only. */
interface Found {
  readonly parts: PeriodParts
  readonly isAside: boolean
}

type PeriodRule = (input: Input) => Found | null

const aside = (parts: PeriodParts | null): Found | null => parts && { parts, isAside: true }

/** A plan is for a year, unless it is said to be for another time. */
const ofPlan: PeriodRule = ({ scene, clause }) => {
  const { context, calendar } = scene
  if (!clause.isPlanFigure && !isYearPlan(scene, clause)) return null
  return aside((clause.period && calendar.read(clause.period, true)) ?? planYear(context.period))
}

/** "điều chỉnh kế hoạch cả năm xuống 720 tỷ đồng" */
function isYearPlan({ text }: Scene, { status, period, used }: Clause): boolean {
  if (status !== 'target' || period !== null) return false
  return used.some(
    (i) => i.kind === 'cue' && i.cue.kind === 'plan' && /năm/iu.test(text.slice(i.start, i.end)),
  )
}

/** "Cùng kỳ năm trước đạt 900 tỷ đồng": the same months of the year before. */
const ofYearBefore: PeriodRule = ({ scene, clause }) => {
  if (!clause.isYearBefore) return null
  const period = scene.context.period ?? scene.calendar.main()
  if (!period || period.year === null || period.kind === 'years') return null
  const said = clause.base?.kind === 'period' ? clause.base.period.year : null
  return aside({ ...period, year: said ?? period.year - 1 })
}

/** "tháng 5 và 5 tháng lần lượt đạt 70 và 400 triệu USD, tăng 3% và 5%": in turn, pair by pair. */
const ofCouple: PeriodRule = ({ scene, clause, tail }) => {
  const { context, calendar } = scene
  if (clause.coupled) {
    const periods = clause.coupled.flatMap((mention) => calendar.read(mention) ?? [])
    context.coupled = periods.length === 2 ? { periods, next: 0 } : null
  } else if (clause.period !== null || tail.period !== null) context.coupled = null
  if (!context.coupled) return null
  const { periods, next } = context.coupled
  // The second of a pair stands behind "và"; without one a lone number is of the last.
  const isPaired = next === 1 || scene.sentence.items.slice(scene.at, scene.at + 6).some(isAnd)
  const at = isPaired ? next : 1
  context.coupled = { periods, next: 1 - at }
  const parts = periods[at]
  return parts ? { parts, isAside: false } : null
}

function isAnd(item: Item): boolean {
  return item.kind === 'cue' && item.cue.kind === 'and'
}

/** What the clause or the words behind the number say; an earlier time said behind it is its own only. */
const saidHere: PeriodRule = ({ scene, clause, tail }) => {
  const { context, calendar } = scene
  const said = tail.period ?? clause.period
  if (!said) return null
  const status = clause.status ?? context.sentenceStatus ?? context.blockStatus
  calendar.open()
  const parts = calendar.read(said, status === 'forecast' || status === 'target')
  const isAside =
    parts !== null &&
    said === tail.period &&
    context.period !== null &&
    (parts.year ?? 0) < (context.period.year ?? 0)
  if (isAside || !parts) calendar.close()
  else calendar.keep()
  return parts && { parts, isAside }
}

/** "tăng bình quân mỗi năm 12%" in a look back on five years. */
const ofRange: PeriodRule = ({ scene: { context, calendar }, clause, tail }) => {
  const range = calendar.range()
  const { period } = context
  if (!range || period?.kind === 'years' || !(clause.average || tail.average)) return null
  const year = period?.year ?? null
  const isInside = year === null || (year >= (range.year ?? year) && year <= (range.part ?? year))
  return isInside ? aside(range) : null
}

/** "5 tháng …, tăng 2% so với tháng trước": only a month is compared with the month before it. */
const ofMonth: PeriodRule = ({ scene: { context }, clause, tail }) => {
  const base = tail.base ?? clause.base ?? context.base
  const { period } = context
  if (base?.kind !== 'period' || !period || period.kind === 'month') return null
  const { kind, step, part } = base.period
  const end = endMonth(period)
  const before = kind === 'month' && part !== null && (part % 12) + 1 === end
  const isSum = period.kind === 'months' || period.kind === 'half' || period.kind === 'quarter'
  if (!isSum || !(before || (kind === 'previous' && step === 'month'))) return null
  return aside({ kind: 'month', year: period.year, part: end })
}

/** "A tháng 6 …, 6 tháng …; B …, 6 tháng …": a new indicator opens another round of the list. */
const ofRound: PeriodRule = ({ scene, clause, named }) => {
  const { scopePeriod } = scene.context
  return named && scopePeriod && opensRound(scene, clause)
    ? { parts: scopePeriod, isAside: false }
    : null
}

const RULES: readonly PeriodRule[] = [
  ofPlan,
  ofYearBefore,
  ofCouple,
  saidHere,
  ofRange,
  ofMonth,
  ofRound,
]

/**
 * Settles the period of a number. An aside goes back to the period before with the next number that
 * says none; without any rule the last period goes on, at first the article's own.
 */
export function settlePeriod(scene: Scene, clause: Clause, tail: Tail, named: boolean): void {
  const { context, calendar } = scene
  const carried = context.resume ?? context.period
  context.resume = null
  context.period = carried
  let found: Found | null = null
  for (const rule of RULES) {
    found = rule({ scene, clause, tail, named })
    if (found) break
  }
  const isFirst = scene.figures.at(-1)?.sentenceStart !== scene.sentence.start
  if (found && !found.isAside && (named || isFirst)) context.scopePeriod = found.parts
  if (found?.isAside) context.resume = carried
  context.period = found?.parts ?? carried ?? calendar.main()
}

const COMPARING: ReadonlySet<string> = new Set(['compare', 'above', 'below', 'plan'])

function opensRound(scene: Scene, clause: Clause): boolean {
  const ids = clause.parts.flatMap((p) => p.indicators)
  const again = clause.isPart || ids.at(-1) === scene.context.subject?.indicator
  if (clause.included === null && again) return false
  const rest = scene.sentence.items.slice(scene.at + 1, scene.at + 1 + LOOK_AHEAD)
  return rest.some((item, k) => {
    const before = rest[k - 1]
    const isCompared = before?.kind === 'cue' && COMPARING.has(before.cue.kind)
    return item.kind === 'period' && isFigurePeriod(item.period) && !isCompared
  })
}

/**
 * Goes back, for a new paragraph, to the period reported on when the last one ended before it or is a
 * month or quarter inside it; what a heading says stays.
 */
export function resumeReport(scene: Scene): void {
  const { context, calendar } = scene
  const main = calendar.main()
  const { period } = context
  if (!main || !period || main.kind === 'years' || context.underHeading) return
  const isShort = period.kind === 'month' || period.kind === 'quarter'
  const isInside =
    isShort && main.kind !== 'month' && main.kind !== period.kind && main.year === period.year
  if (isInside || isEarlier(period, main)) context.period = main
}

/** Goes back to the period that leads the paragraph when the last one lies before it. */
export function resumeLead(scene: Scene): void {
  const { context } = scene
  if (context.resume) context.period = context.resume
  context.resume = null
  const { leadPeriod, period } = context
  if (leadPeriod && period && (period.year !== leadPeriod.year || isEarlier(period, leadPeriod)))
    context.period = leadPeriod
}
