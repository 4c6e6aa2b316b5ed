/** Takes the items of a sentence one by one into the clause in front of the next number. */
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import { closeBracket, openBracket } from './brackets.ts'
import {
  type Clause,
  emptyClause,
  hasSubject,
  isContent,
  isName,
  lastPart,
  namesIndicator,
  newPart,
  takeVerb,
} from './clause.ts'
import { commitClause } from './commit.ts'
import type { Cue } from './cue-rule.ts'
import type { Item, ItemOf } from './items.ts'
import { LOOK_AHEAD, type Scene } from './scene.ts'
import { restriction, wordsOf } from './scope.ts'
import { takeContent, takeName } from './take-name.ts'
import { isCueItem, takeSign } from './take-sign.ts'
import { isFigurePeriod } from './when.ts'

/** Cues that may stand between a subject and its number. */
const PREDICATE: ReadonlySet<Cue['kind']> = new Set([
  'verb',
  'status',
  'plan',
  'result',
  'compare',
  'above',
  'below',
  'generic',
  'average',
])

/** Inside "do …" only these are heard. */
const HEARD_IN_CAUSE: ReadonlySet<Cue['kind']> = new Set([
  'products',
  'parts',
  'turn',
  'indicator',
  'verb',
  'plan',
  'status',
  'head',
])

/** Inside brackets without numbers these open nothing: "(chủ yếu là dệt may)". */
const UNHEARD_ASIDE: ReadonlySet<Cue['kind']> = new Set([
  'parts',
  'turn',
  'cause',
  'copula',
  'products',
])

/** Takes item `at` of the sentence. */
export function takeItem(scene: Scene, item: Item, at: number): void {
  scene.clause.used.push(item)
  scene.clause.condition = conditionAfter(scene.clause.condition, item)
  switch (item.kind) {
    case 'mark':
      takeMark(scene, item.mark, at)
      return
    case 'period':
      takePeriod(scene, item)
      return
    case 'area':
      takeArea(scene, item)
      return
    case 'cue':
      takeCue(scene, item, at)
      return
    case 'word':
    case 'number':
      takeContent(scene, item)
  }
}

function takeArea(scene: Scene, item: ItemOf<'area'>): void {
  if (scene.clause.baseOpen) {
    scene.clause.baseOpen = false
    return
  }
  if (scene.clause.causeOpen) return
  if (scene.clause.verbClosed) commitClause(scene, 'turn')
  scene.clause.areas.push(item)
}

function takePeriod(scene: Scene, item: ItemOf<'period'>): void {
  const { clause } = scene
  const { period } = item
  const previous = clause.used.at(-2)
  if (period.year === null && clause.condition === 'said') return
  if (period.kind === 'same-period' && isOwnTime(scene, item)) clause.isYearBefore = true
  if (clause.baseOpen || period.kind === 'same-period' || period.kind === 'previous') {
    clause.base = { kind: 'period', period }
    clause.baseOpen = false
  } else if (isCueItem(previous, 'and') && isCoupled(clause, period)) {
    clause.coupled = [clause.period, period]
    clause.period = period
  } else if (isCueItem(previous, 'plan')) {
    // "kế hoạch cả năm", "kế hoạch năm 2023": the plan's year.
    const leads = clause.used.length === 2 && period.kind !== 'year'
    if (clause.status === 'target' && (period.year !== null || leads)) clause.period = period
  } else if (isFigurePeriod(period)) clause.period = period
}

/** "Nếu dịch kéo dài đến hết tháng 6, …": the time of a condition is no figure's. */
function conditionAfter(condition: Clause['condition'], item: Item): Clause['condition'] {
  if (item.kind === 'word' && item.word === 'nếu') return 'opened'
  if (condition === null || item.kind === 'mark' || isCueItem(item, 'compare')) return null
  return item.kind === 'word' && item.word !== 'chỉ' ? 'said' : condition
}

/** "tháng 5 và 5 tháng lần lượt đạt …": two times for the two numbers to come. */
function isCoupled(
  clause: Clause,
  period: PeriodMention,
): clause is Clause & { period: PeriodMention } {
  const before = clause.used.at(-3)
  return before?.kind === 'period' && before.period === clause.period && isFigurePeriod(period)
}

/** "Cùng kỳ năm trước đạt …": nothing is compared, the clause speaks of the year before. */
function isOwnTime({ clause, text }: Scene, { start, end }: Item): boolean {
  const { baseOpen, base, verb, direction, used } = clause
  if (baseOpen || base !== null || verb !== null || direction !== null) return false
  // "xấp xỉ cùng kỳ" compares; "cùng thời gian" alone is this very time.
  const before = used.at(-2)
  const opens = before === undefined || before.kind === 'mark' || isCueItem(before, 'generic')
  return opens && /k[ỳì]|trước|ngoái|\d{4}/u.test(text.slice(start, end).toLowerCase())
}

function takeMark(scene: Scene, mark: string, at: number): void {
  const { clause } = scene
  switch (mark) {
    case ',':
      clause.causeOpen = false
      clause.causeItems.length = 0
      clause.baseOpen = false
      if (clause.including) takeIncluded(scene)
      if (isPurpose(scene)) clause.status = null
      clause.verbClosed ||= clause.verb !== null && hasSubject(clause)
      if (lastPart(clause).items.length > 0) clause.parts.push(newPart())
      return
    case ';':
      commitClause(scene, 'semicolon')
      return
    case ':':
      takeColon(scene, at)
      return
    case '(':
      openBracket(scene, at)
      return
    case ')':
      closeBracket(scene)
      return
    case '-':
      // "YBĐT - …": the paper's sign in front of its text.
      if (isPaperSign(scene, at)) scene.clause = emptyClause()
      else if (lastPart(clause).items.length > 0)
        lastPart(clause).items.push(scene.sentence.items[at] as Item)
  }
}

/** "YBĐT - …", "(HBĐT) - …". */
function isPaperSign({ sentence, text, clause }: Scene, at: number): boolean {
  const end = sentence.items[at]?.start ?? sentence.start
  return (
    at <= 3 &&
    clause.areas.length === 0 &&
    /^\(?\p{Lu}{2,8}\)?\s*$/u.test(text.slice(sentence.start, end))
  )
}

/** "Tính cả Công ty …,": what is included is no subject. */
function takeIncluded({ clause, text }: Scene): void {
  if (clause.included !== null) return
  clause.included = wordsOf(
    clause.parts.flatMap((p) => p.items),
    text,
  )
  clause.parts.splice(0, clause.parts.length, newPart())
  clause.veto = false
}

/** A colon right in front of a number only points at it; otherwise a list follows. */
function takeColon(scene: Scene, at: number): void {
  const { clause, context } = scene
  const next = scene.sentence.items
    .slice(at + 1, at + 1 + LOOK_AHEAD)
    .find((i) => i.kind !== 'mark' || i.mark === '(')
  const points =
    next?.kind === 'quantity' ||
    (next?.kind === 'cue' && PREDICATE.has(next.cue.kind) && next.cue.kind !== 'generic')
  if (points && hasSubject(clause)) return
  const lead = clause.parts.flatMap((p) => p.items)
  scene.leadWords = wordsOf(lead, scene.text)
  scene.leadScope = restriction(lead, scene.text)
  const listBelow = at === scene.sentence.items.length - 1
  const isAhead = clause.status === 'target' || clause.status === 'forecast'
  if (clause.status !== null && (isAhead || listBelow)) context.blockStatus = clause.status
  commitClause(scene, 'list')
}

function takeCue(scene: Scene, item: ItemOf<'cue'>, at: number): void {
  const { cue } = item
  if (scene.clause.causeOpen && !HEARD_IN_CAUSE.has(cue.kind)) return
  if (item.end <= scene.clause.asideEnd && UNHEARD_ASIDE.has(cue.kind)) return
  if (isName(item)) takeName(scene, item)
  else if (isContent(item) && cue.kind !== 'veto') takeContent(scene, item)
  else if (!takeBreak(scene, item, at)) takeSign(scene, item, at)
}

/** Cues that end a clause or a part of it; false when the cue is none of them. */
function takeBreak(scene: Scene, item: ItemOf<'cue'>, at: number): boolean {
  const { clause } = scene
  const inPart = lastPart(clause).items.length > 0
  switch (item.cue.kind) {
    case 'parts':
      commitClause(scene, 'list')
      scene.clause.isPart = true
      return true
    case 'turn':
      // "giảm gần một nửa, còn 52%": what is left.
      if (scene.sentence.items[at + 1]?.kind === 'quantity' && clause.direction === -1) {
        takeVerb(clause, 'fall-to')
        return true
      }
      // "… còn đi nhanh hơn" inside a part is an adverb.
      if (!inPart || item.rule === 'cue.report-of' || scene.sentence.items[at - 1]?.kind === 'mark')
        commitClause(scene, 'turn')
      return true
    case 'copula':
      // "tăng mạnh nhất với 20,1%": it only leads to the number.
      if (scene.sentence.items[at + 1]?.kind === 'quantity') return true
      if (clause.verbClosed || clause.verb) commitClause(scene, 'turn')
      else if (inPart) clause.parts.push(newPart(true))
      else lastPart(clause).afterCopula = true
      return true
    case 'and':
      if (inPart) lastPart(clause).items.push(item)
      return true
    case 'cause':
      if (
        (inPart || lastPart(clause).afterCopula) &&
        !clause.verb &&
        scene.sentence.items[at - 1]?.kind !== 'mark' &&
        (isPredicate(clause, scene.sentence.items[at - 1]) || !clause.parts.some(namesIndicator))
      ) {
        lastPart(clause).items.push(item)
        return true
      }
      if (hasSubject(clause) || clause.verb) commitClause(scene, clause.verb ? 'turn' : 'cause')
      scene.clause.causeOpen = true
      return true
    default:
      return false
  }
}

/** "… là động lực khi tăng 10%": what stands behind the copula goes on. */
function isPredicate(clause: Clause, before: Item | undefined): boolean {
  return lastPart(clause).afterCopula || (before?.kind === 'cue' && before.rule === 'cue.predicate')
}

/** "Với mục tiêu đẩy mạnh xuất khẩu, …": a plan that is only what something was done for. */
function isPurpose({ clause, text }: Scene): boolean {
  const [first] = clause.used
  if (!first || clause.status !== 'target') return false
  return /^(với|trên cơ sở|căn cứ|nhằm|bám sát|thực hiện|triển khai)(?!\p{L})/iu.test(
    text.slice(first.start, first.start + 12),
  )
}
