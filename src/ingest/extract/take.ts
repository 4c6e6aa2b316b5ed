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
import { INDUSTRY_FAMILY } from './subject.ts'
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

function takeContent(scene: Scene, item: Item): void {
  if (item.end <= Math.max(scene.clause.excludingEnd, scene.clause.asideEnd)) return
  if (scene.clause.causeOpen) {
    scene.clause.causeItems.push(item)
    return
  }
  if (scene.clause.verbClosed) commitClause(scene, 'turn')
  lastPart(scene.clause).items.push(item)
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

/** A bare "FDI" beside another indicator is a kind of owner, not investment. */
function isOwnership({ context }: Scene, item: ItemOf<'cue'>): boolean {
  const isFdi = item.cue.kind === 'indicator' && item.cue.indicator === 'fdi'
  const isBare = item.end - item.start <= 4 || context.isShare
  return isFdi && isBare && context.parent !== null && context.parent !== 'fdi'
}

function takeName(scene: Scene, item: ItemOf<'cue'>): void {
  const { cue } = item
  if (item.end <= scene.clause.excludingEnd) return
  if (isOwnership(scene, item)) {
    takeContent(scene, { ...item, cue: { kind: 'part' } })
    return
  }
  // "…, nộp ngân sách 900 tỷ đồng": what firms paid is not what the province took in.
  const paid = /^nộp /iu.test(scene.text.slice(item.start, item.end))
  if (paid && scene.sentence.items[scene.at + 1]?.kind === 'quantity') {
    scene.clause.veto = true
    return
  }
  if (isRetailPart(scene, item) || isMadeProduct(scene, item) || isBranch(scene, item)) {
    takeContent(scene, { ...item, cue: { kind: 'noun' } })
    return
  }
  if (cue.kind === 'head' && cue.head === 'rate') {
    takeRate(scene.clause)
    return
  }
  // "nhập khẩu vẫn nhiều hơn xuất khẩu": what is compared with is no subject.
  if (scene.clause.baseOpen && scene.clause.parts.some(namesIndicator)) {
    scene.clause.baseOpen = false
    scene.clause.direction = null
    return
  }
  if (scene.clause.causeOpen && cue.kind === 'products') {
    lastPart(scene.clause).products = true
    return
  }
  if (scene.clause.verbClosed || scene.clause.causeOpen) commitClause(scene, 'turn')
  // "Với kết quả này, kim ngạch …": a subject of its own after all.
  scene.clause.same = false
  const part = lastPart(scene.clause)
  part.items.push(item)
  if (/^(?:tốc độ )?tăng trưởng/iu.test(scene.text.slice(item.start, item.end)))
    takeRate(scene.clause)
  if (/^cơ cấu/iu.test(scene.text.slice(item.start, item.end))) takeVerb(scene.clause, 'share')
  if (cue.kind === 'indicator') part.indicators.push(cue.indicator)
  else if (cue.kind === 'head') part.heads.push(cue.head)
  else if (cue.kind === 'domain') part.domains.push(cue.domain)
  else part.products = true
}

/** "sản xuất sản phẩm từ kim loại" is a branch, no list of products. */
function isMadeProduct({ text, clause }: Scene, item: ItemOf<'cue'>): boolean {
  if (item.cue.kind !== 'products') return false
  const before = clause.used.at(-2)
  return before !== undefined && /sản xuất|chế biến$/iu.test(text.slice(before.start, before.end))
}

/** "sản xuất điện tăng 5%" among the branches of industry is one of them. */
function isBranch({ text, context, sentence, at }: Scene, item: ItemOf<'cue'>): boolean {
  if (!INDUSTRY_FAMILY.has(context.parent ?? '')) return false
  if (!/^sản xuất điện$/iu.test(text.slice(item.start, item.end))) return false
  const next = sentence.items.slice(at, at + LOOK_AHEAD).find((i) => i.kind === 'quantity')
  return next?.kind === 'quantity' && next.quantity.unitKind === 'percent'
}

/** "doanh thu lưu trú" within retail sales is a part of them. */
function isRetailPart({ text, context }: Scene, item: ItemOf<'cue'>): boolean {
  const isOther = item.cue.kind === 'indicator' && item.cue.indicator === 'other'
  const isRevenue = /doanh thu/iu.test(text.slice(item.start, item.end))
  return isOther && isRevenue && context.parent === 'retail_sales'
}

/** "tốc độ tăng": the number is growth. */
function takeRate(clause: Clause): void {
  clause.isRate = true
  clause.direction ??= 1
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

/** Cues that say something about the number or its subject. */
function takeSign(scene: Scene, item: ItemOf<'cue'>, at: number): void {
  const { clause } = scene
  const { cue } = item
  switch (cue.kind) {
    case 'verb':
      if (cue.verb === 'surplus' || cue.verb === 'deficit')
        lastPart(clause).indicators.push('trade_balance')
      takeVerb(clause, cue.verb)
      takeMood(scene, at)
      return
    case 'status':
      // "so với ước thực hiện năm 2021": said of what is compared with.
      if (clause.baseOpen) return
      clause.statusLeads = !hasSubject(clause)
      clause.status = cue.status
      return
    case 'plan':
      takePlan(scene, cue.extra)
      return
    case 'compare':
      clause.baseOpen = true
      return
    case 'above':
    case 'below':
      clause.baseOpen = scene.sentence.items[at + 1]?.kind !== 'quantity'
      clause.direction = cue.kind === 'above' ? 1 : -1
      return
    case 'price':
      clause.price = cue.basis
      return
    case 'excluding':
      clause.excluding = excludedWords(scene, item, at)
      clause.excludingEnd = item.start + clause.excluding.length
      return
    case 'old':
    case 'new':
      clause.borders = cue.kind
      return
    case 'generic':
    case 'whole':
      if (cue.kind === 'whole') clause.whole = true
      if (cue.kind === 'whole' && clause.parts.length > 1) clause.veto = false
      clause.ofProvince ||= /^(?:toàn|của|trên địa bàn|cả) (?:toàn )?tỉnh/iu.test(
        scene.text.slice(item.start, item.end),
      )
      if (lastPart(clause).items.length > 0) lastPart(clause).items.push(item)
      return
    case 'result':
      if (clause.baseOpen) return
      clause.result = true
      takeVerb(clause, 'reach')
      return
    case 'veto':
      // The firm that is included stays a word.
      if (clause.including) takeContent(scene, item)
      else clause.veto = true
      return
    case 'average':
    case 'same':
    case 'including':
      clause[cue.kind] = true
  }
}

/** "trừ dầu thô và khí đốt" up to the next mark. */
function excludedWords(scene: Scene, item: Item, at: number): string {
  let end = item.end
  for (const next of scene.sentence.items.slice(at + 1, at + 1 + LOOK_AHEAD)) {
    if (
      next.kind === 'mark' ||
      next.kind === 'quantity' ||
      (next.kind === 'cue' && next.cue.kind === 'verb')
    )
      break
    end = next.end
  }
  return scene.text.slice(item.start, end)
}

/** A plan is what is compared with; with nothing to compare, the plan's own figure follows. */
function takePlan({ clause }: Scene, extra: boolean): void {
  const { verb } = clause
  const isReached = verb === 'reach' && !clause.causeOpen && clause.status === null
  if (clause.baseOpen || isReached || verb === 'exceed' || verb === 'short' || verb === 'equal') {
    clause.base = { kind: 'plan', extra: extra ? 'kế hoạch giao thêm' : null }
    clause.baseOpen = false
    return
  }
  clause.statusLeads = !hasSubject(clause)
  clause.status = 'target'
}

/** "… là động lực khi tăng 10%": what stands behind the copula goes on. */
function isPredicate(clause: Clause, before: Item | undefined): boolean {
  return lastPart(clause).afterCopula || (before?.kind === 'cue' && before.rule === 'cue.predicate')
}

/** "đã đạt" tells what is done, "phải tăng" what is to be. */
function takeMood({ clause, sentence, text }: Scene, at: number): void {
  const before = sentence.items[at - 1]
  const word = before ? text.slice(before.start, before.end).toLowerCase() : ''
  if (word === 'đã') {
    clause.done = true
    if (clause.status === 'target' || clause.status === 'forecast') clause.status = null
  } else if (word === 'phải' || word === 'cần') clause.status ??= 'target'
}

/** "Với mục tiêu đẩy mạnh xuất khẩu, …": a plan that is only what something was done for. */
function isPurpose({ clause, text }: Scene): boolean {
  const [first] = clause.used
  if (!first || clause.status !== 'target') return false
  return /^(với|trên cơ sở|căn cứ|nhằm|bám sát|thực hiện|triển khai)(?!\p{L})/iu.test(
    text.slice(first.start, first.start + 12),
  )
}

function isCueItem(item: Item | undefined, kind: Cue['kind']): boolean {
  return item?.kind === 'cue' && item.cue.kind === kind
}
