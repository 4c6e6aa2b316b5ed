/** Brackets: an aside with numbers of its own is read in a context of its own. */
import type { PeriodParts } from '../../model/period.ts'
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import { type Base, emptyClause, hasSubject } from './clause.ts'
import { commitClause } from './commit.ts'
import type { Item } from './items.ts'
import { isPlanBracket, type NamedPlan, planBefore, planYear } from './plan-figure.ts'
import { LOOK_AHEAD, type Scene } from './scene.ts'
import { isFigurePeriod } from './when.ts'

/** A per cent from here on is a ratio, below it growth. */
const LEAST_RATIO = 50
/** Brackets inside brackets beyond this are no writing. */
const DEEPEST = 4

/** A bracket with a number is an aside of its own; one without only adds to the clause. */
export function openBracket(scene: Scene, at: number): void {
  const { items } = scene.sentence
  const ahead = items.slice(at + 1, at + 1 + LOOK_AHEAD)
  const end = ahead.findIndex((i) => i.kind === 'mark' && i.mark === ')')
  const inside = end < 0 ? ahead : ahead.slice(0, end)
  if (!inside.some((i) => i.kind === 'quantity')) {
    if (end >= 0 && hasSubject(scene.clause)) scene.clause.asideEnd = ahead[end]?.start ?? 0
    return
  }
  if (scene.brackets.length >= DEEPEST) return
  scene.brackets.push({ context: { ...scene.context }, clause: scene.clause })
  const aside = { ...scene.clause }
  if (aside.veto) scene.context.vetoed = true
  const plan = planInBracket(scene, at)
  const { used, areas } = scene.clause
  if (used.length > 1 || areas.length > 0 || hasSubject(scene.clause)) {
    commitClause(scene, 'bracket')
    if (aside.period)
      scene.context.period = scene.calendar.read(aside.period) ?? scene.context.period
  }
  takeTimeBefore(scene, at, aside.base)
  scene.calendar.open()
  scene.clause = emptyClause()
  if (plan) startPlan(scene, plan)
}

function isFigureTime(item: Item | undefined): boolean {
  return item?.kind === 'period' && isFigurePeriod(item.period)
}

/** A bracket right behind a time that was compared with tells the figure of that time. */
function takeTimeBefore(scene: Scene, at: number, said: Base | null): void {
  const { items } = scene.sentence
  // "so với năm 2015 (3.850 tỷ đồng)": the amount of the year compared with.
  const before = items[at - 1]
  const first = items[at + 1]
  // "xấp xỉ cùng kỳ (100,6%)" is the figure's own ratio; "cao hơn quý I (5%)" that quarter's growth.
  const isPercent = first?.kind === 'quantity' && first.quantity.unitKind === 'percent'
  const isRatio =
    isPercent &&
    first.quantity.sign === null &&
    (Number(first.quantity.value) >= LEAST_RATIO || !isFigureTime(before))
  const bare = first?.kind === 'quantity' && !isRatio
  const base = said ?? scene.tailBase
  const compared =
    bare && before?.kind === 'period' && base?.kind === 'period' && base.period === before.period
  if (compared) {
    scene.context.period = periodCompared(scene, before.period)
    scene.context.status = 'actual'
    scene.context.sentenceStatus = null
  }
  // "cao hơn quý I (+9,4%)": the growth of that quarter, not against it.
  if (isPercent && !isRatio && before?.kind === 'period') scene.context.base = null
}

/** The plan whose own figure the bracket holds. */
function planInBracket(scene: Scene, at: number): NamedPlan | null {
  const [first, second] = scene.sentence.items.slice(at + 1, at + 3)
  const quantity = first?.kind === 'cue' && first.cue.kind !== 'verb' ? second : first
  if (quantity?.kind !== 'quantity' || !isPlanBracket(scene, at, quantity.quantity)) return null
  return planBefore(scene, at)
}

function startPlan({ context, calendar, clause }: Scene, plan: NamedPlan): void {
  context.period = (plan.period && calendar.read(plan.period, true)) ?? planYear(context.period)
  context.direction = null
  context.base = null
  context.sentenceStatus = 'target'
  clause.status = 'target'
}

/** The period that was compared with: as said, or a year before the figure's own. */
function periodCompared({ context, calendar }: Scene, base: PeriodMention): PeriodParts | null {
  const { period } = context
  if (isFigurePeriod(base)) return calendar.read(base) ?? period
  const isYearBefore = base.kind === 'same-period' && period !== null && period.year !== null
  return isYearBefore ? { ...period, year: (period.year ?? 0) - 1 } : period
}

/** Goes back to what was said before the bracket. */
export function closeBracket(scene: Scene): void {
  const saved = scene.brackets.pop()
  if (!saved) return
  const { isShare } = scene.context
  scene.context = saved.context
  // "Nhật Bản (28%), Hoa Kỳ (21%)": a list of shares goes on.
  scene.context.isShare ||= isShare
  scene.clause = saved.clause
  // What the bracket was said of is done with: new words begin a new clause.
  scene.clause.verbClosed ||= hasSubject(saved.clause) || saved.clause.areas.length > 0
  scene.calendar.close()
}
