/** Ties a number to its clause and its tail, and makes the figure. */
import type { Measure } from '../../model/figure.ts'
import type { UnitKind } from '../../vietnamese/lexicon/units.ts'
import type { Quantity } from '../../vietnamese/read-quantities.ts'
import { type Base, type Clause, hasSubject, namesIndicator, newPart } from './clause.ts'
import type { Subject } from './context.ts'
import { fitsUnit, isTradeIndicator } from './families.ts'
import { toFigure } from './figure.ts'
import { markWithout } from './included.ts'
import type { Item, ItemOf } from './items.ts'
import { type Measured, measureOf } from './measure.ts'
import { withGoods } from './number-first.ts'
import { type OtherFact, otherFact } from './other.ts'
import { asPlanFigure, isPlanFigure } from './plan-figure.ts'
import { isThreshold, isVetoed } from './refuse.ts'
import { LOOK_AHEAD, type Scene } from './scene.ts'
import { isExclusion, withVolume } from './scope.ts'
import { settleArea, settlePrice, settleStatus } from './settle.ts'
import { settlePeriod } from './settle-period.ts'
import { areasAlike, withShare } from './spread.ts'
import { rememberSubject, subjectOf, withExclusion } from './subject.ts'
import type { Tail } from './tail.ts'
import { clauseWithTail } from './tail-names.ts'
import { isFigurePeriod } from './when.ts'

/** Reads the figure of a quantity item; nothing is added when it states none. */
export function attachFigure(scene: Scene, item: ItemOf<'quantity'>, tail: Tail): void {
  const { context, pending } = scene
  const shared = withShare(scene, subjectInCause(scene.clause))
  const said = withGoods(scene, clauseWithTail(shared, tail, scene.text), item, tail)
  const isPlan = isPlanFigure(scene, said, item.quantity)
  const clause = isPlan ? asPlanFigure(scene, said) : said
  const fresh = hasSubject(clause) && !clause.same
  const named = clause.parts.some(namesIndicator) && !clause.same
  if (waitsForSubject(scene, clause, fresh)) {
    scene.pending = { item, tail, clause }
    return
  }
  scene.pending = null
  settlePeriod(scene, clause, tail, named)
  if (isVetoed(scene, clause, item, tail, fresh)) {
    context.vetoed = true
    return
  }
  if (isThreshold(clause, item.quantity) || marksGroup(scene, item, tail)) {
    rememberThreshold(scene, clause, item, named)
    return
  }
  context.vetoed = false
  settleArea(scene, clause, tail, fresh)
  takeDistrict(scene, clause, named)
  const other = otherFact(scene, clause, item, tail)
  const about = other ?? settleSubject(scene, clause, item.quantity.unitKind, fresh)
  const end = tail.items.at(-1)?.end ?? item.end
  const subject = about && !other ? withVolume(scene, about, item.quantity.unitKind, end) : about
  if (!other && isProductCount(item, scene, tail)) {
    context.products = true
    return
  }
  if (
    !subject ||
    !fitsUnit(subject.indicator, item.quantity.unitKind) ||
    isOddMoney(scene, subject, item, named)
  ) {
    context.vetoed ||= fresh
    return
  }
  settlePrice(scene, clause, tail, fresh, subject)
  if (fresh && !other) rememberSubject(context, subject, named, isHalfNamed(clause))
  else if (!other && subject !== about) context.subject = subject
  scene.parentParagraph = scene.paragraph
  if (pending && named) addFigure(scene, { ...pending, subject, other: null, fresh: false })
  const { status, area } = context
  for (const alike of areasAlike(scene, clause)) {
    settleArea(scene, { ...clause, areas: [alike] }, tail, fresh)
    addFigure(scene, { item, tail, clause, subject, other, fresh })
  }
  context.area = area
  addFigure(scene, { item, tail, clause, subject, other, fresh })
  if (isPlan) context.status = status
  context.planSaid = isPlan
}

/** "dịch vụ khác 400 tỷ đồng": a field without a head names a part, where the whole is known. */
function isHalfNamed({ parts }: Clause): boolean {
  return parts.every((p) => p.indicators.length === 0 && p.heads.length === 0)
}

/** "Nhờ điện tăng 71%, …": a number inside the cause is about the words of the cause. */
function subjectInCause(clause: Clause): Clause {
  if (!clause.causeOpen || clause.causeItems.length === 0) return clause
  return { ...clause, parts: [{ ...newPart(), items: clause.causeItems }] }
}

/** "5 thị trường có kim ngạch trên 100 triệu USD": how much each of those counted has. */
function countsThose(items: readonly Item[], at: number, { bound, unitKind }: Quantity): boolean {
  if (bound === 'about' || (unitKind !== 'dollar' && unitKind !== 'money')) return false
  const before = items.slice(Math.max(0, at - LOOK_AHEAD), at)
  const last = before.findLast((i) => i.kind === 'quantity' || i.kind === 'mark')
  return last?.kind === 'quantity' && GROUPS.has(last.quantity.unit)
}

const GROUPS: ReadonlySet<string> = new Set([
  'doanh nghiệp',
  'thị trường',
  'sản phẩm',
  'quốc gia',
  'nước',
  'quốc gia, vùng lãnh thổ',
  'cơ sở',
])

/** Trade that was told in dollars does not go on in đồng without being named again. */
function isOddMoney(
  { figures }: Scene,
  { indicator }: Subject,
  { quantity }: ItemOf<'quantity'>,
  named: boolean,
): boolean {
  if (named || quantity.unitKind !== 'money' || !isTradeIndicator(indicator)) return false
  const recent = figures.slice(-LOOK_AHEAD)
  return !recent.some((f) => f.indicator === indicator && f.unit.endsWith('đồng'))
}

/** "nhóm có mức tăng trên 20% gồm …": a mark that the parts behind it passed. */
function marksGroup(
  { sentence, at }: Scene,
  { quantity }: ItemOf<'quantity'>,
  tail: Tail,
): boolean {
  const next = sentence.items[tail.next]
  if (quantity.bound === null) return false
  return (
    (next?.kind === 'cue' && next.cue.kind === 'parts') || countsThose(sentence.items, at, quantity)
  )
}

/** "21 sản phẩm tăng: …": what follows are products. */
function isProductCount(item: ItemOf<'quantity'>, { sentence }: Scene, tail: Tail): boolean {
  const next = sentence.items[tail.next]
  const verb = next?.kind === 'cue' && next.cue.kind === 'verb'
  return verb && item.quantity.unit === 'sản phẩm'
}

interface Reading {
  readonly item: ItemOf<'quantity'>
  readonly tail: Tail
  readonly clause: Clause
  readonly subject: Subject
  readonly other: OtherFact | null
  readonly fresh: boolean
}

function addFigure(scene: Scene, reading: Reading): void {
  const { context } = scene
  const { item, tail, clause, subject, other, fresh } = reading
  const measured = other?.measured ?? measure(scene, clause, item, tail, subject)
  if (!measured || (!other && saysTwice(scene, reading, measured))) return
  const status = settleStatus(scene, clause, measured, fresh)
  if (!other && clause.direction !== null) context.direction = clause.direction
  context.isShare = measured.measure === 'share'
  const ownBase = tail.base ?? clause.base
  if (ownBase?.kind === 'period') context.lastBase = ownBase
  if (measured.measure === 'level' && leadsWithBase(clause, tail)) context.base = clause.base
  if (clause.included !== null) markWithout(scene, subject, clause.included)
  const about = ofEconomy(subject, measured)
  const isOneWay = about.indicator === 'exports' || about.indicator === 'imports'
  if (isOneWay) scene.firstTrade ??= about.indicator
  scene.figures.push(toFigure(scene, { item, clause, tail, subject: about, measured, status }))
  // "Năm 2024, huyện có 8 sản phẩm …": an aside, its time is nobody else's.
  if (other) context.period = context.leadPeriod ?? context.period
}

/** A sector's share is one of the whole economy. */
function ofEconomy(subject: Subject, { measure: said }: Measured): Subject {
  const isSector = said === 'share' && /^công nghiệp/iu.test(subject.scope ?? '')
  if (!isSector || subject.indicator !== 'industrial_value_added') return subject
  return { ...subject, indicator: 'grdp' }
}

/** "Với mức tăng 5,4%, giá trị … đạt": a number in front of the subject of its sentence. */
function waitsForSubject(scene: Scene, clause: Clause, fresh: boolean): boolean {
  const isFirst = scene.figures.at(-1)?.sentenceStart !== scene.sentence.start
  const [opener] = clause.used
  const withRate = opener?.kind === 'cue' && opener.cue.kind === 'copula' && clause.isRate
  return isFirst && !fresh && withRate && scene.pending === null && scene.brackets.length === 0
}

/** A second level of the same subject in one breath ("vượt mốc 30 triệu", "từ 5 lên 7 tỷ"). */
function saysTwice(scene: Scene, { fresh, tail, clause }: Reading, measured: Measured): boolean {
  const last = scene.figures.at(-1)
  if (!last || fresh || measured.measure !== 'level' || last.measure !== 'level') return false
  if (last.sentenceStart !== scene.sentence.start || scene.brackets.length > 0) return false
  const own =
    tail.period !== null || clause.period !== null || clause.areas.length > 0 || tail.area !== null
  if (own || clause.status === 'target' || clause.result || last.status === 'target') return false
  if (clause.verb === 'rise-to' || clause.verb === 'fall-to') {
    // "từ 5 tỷ lên 7 tỷ": the first is of a time that nobody names.
    scene.figures.pop()
    return false
  }
  return clause.verb === 'mark'
}

function rememberThreshold(
  scene: Scene,
  clause: Clause,
  item: ItemOf<'quantity'>,
  named: boolean,
): void {
  const about = subjectOf(scene, clause, item.quantity.unitKind)
  if (about && named) rememberSubject(scene.context, { ...about, scope: null }, named)
}

function takeDistrict(scene: Scene, clause: Clause, named: boolean): void {
  const district = named ? undefined : districtSubject(scene, clause)
  if (!district) return
  scene.context.area = district
  clause.parts.splice(0, clause.parts.length)
}

/** The subject; a number that cannot be about the last part is about the whole. */
function settleSubject(
  scene: Scene,
  clause: Clause,
  kind: UnitKind,
  fresh: boolean,
): Subject | null {
  const subject = subjectOf(scene, clause, kind)
  const { parent, whole, subject: last } = scene.context
  // A new sentence with only a period goes on about the whole, not about its last part.
  const isFirst = scene.figures.at(-1)?.sentenceStart !== scene.sentence.start
  const dated = clause.period !== null || opensWithTime(scene)
  const back = clause.whole || (isFirst && dated) || sumsUp(scene)
  const again = back && !fresh && whole !== null
  if (again && last?.indicator === whole.indicator && fitsUnit(whole.indicator, kind)) {
    scene.context.subject = withExclusion(whole, clause)
    return scene.context.subject
  }
  // "Không tính dầu thô, A xuất 10 tỷ USD. B đạt 4 tỷ USD": what A left out B did not.
  if (isFirst && !fresh && clause.areas.length > 0 && isExclusion(subject?.scope ?? null)) {
    scene.context.subject = { indicator: subject?.indicator ?? '', scope: null }
    return scene.context.subject
  }
  if (fresh || parent === null || (subject && fitsUnit(subject.indicator, kind))) return subject
  if (!fitsUnit(parent, kind)) return subject
  scene.context.subject = { indicator: parent, scope: null }
  return scene.context.subject
}

/** "…; tính chung 10 tháng tăng 7%": the sum is about the whole. */
function sumsUp({ before, text }: Scene): boolean {
  const from = before.findLastIndex((i) => i.kind === 'mark' && i.mark === ';')
  if (from < 0) return false
  return before
    .slice(from)
    .some((i) => i.kind === 'period' && /^tính chung/iu.test(text.slice(i.start, i.end)))
}

function opensWithTime({ before }: Scene): boolean {
  return before.some((item, i) => {
    const previous = before[i - 1]
    const follows = previous === undefined || (previous.kind === 'mark' && previous.mark === ',')
    return follows && item.kind === 'period' && isFigurePeriod(item.period)
  })
}

/** "Tứ kỳ 33,2%": a district written without its capitals. */
function districtSubject(scene: Scene, clause: Clause): string | undefined {
  const items = clause.parts.at(-1)?.items ?? clause.parts.at(-2)?.items ?? []
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last || items.length > 4) return undefined
  const name = scene.text.slice(first.start, last.end)
  return /^\p{Lu}/u.test(name) ? scene.districtArea(name) : undefined
}

/** "So với quý II thì quý III xuất khẩu 311 triệu USD, tăng 12%". */
function leadsWithBase(clause: Clause, tail: Tail): boolean {
  return tail.base === null && clause.base !== null && clause.parts.some(namesIndicator)
}

/** The measure of the last per cent that the sentence told of the indicator. */
function lastPercent({ figures, sentence }: Scene, subject: Subject): Measure | null {
  const last = figures.findLast((f) => f.unit === '%' || f.sentenceStart !== sentence.start)
  const here = last?.sentenceStart === sentence.start && last.indicator === subject.indicator
  return here ? last.measure : null
}

function speaksOfMarket({ brackets }: Scene, clause: Clause): boolean {
  const around = hasSubject(clause) ? clause : (brackets.at(-1)?.clause ?? clause)
  const items = around.parts.flatMap((p) => p.items)
  return items.some((i) => i.kind === 'cue' && i.rule === 'cue.market')
}

function namesWhole({ text }: Scene, { items, isFor }: Tail): boolean {
  const [first] = items
  if (!first || isFor) return false
  return /^(?:trong )?(?:tổng|giá trị|kim ngạch)/iu.test(text.slice(first.start, first.end))
}

/** "9.000 tỷ đồng trên dự toán 10.000 tỷ đồng, bằng 90%": of the plan just told. */
function planBase({ context }: Scene, { verb }: Clause): Base | null {
  const isReached = context.planSaid && (verb === 'equal' || verb === 'reach')
  return isReached ? { kind: 'plan', extra: null } : null
}

function measure(
  scene: Scene,
  clause: Clause,
  item: ItemOf<'quantity'>,
  tail: Tail,
  subject: Subject,
): Measured | null {
  const { context } = scene
  const { quantity } = item
  const isRatio = quantity.unitKind === 'percent' || quantity.unitKind === 'times'
  return measureOf({
    quantity,
    indicator: subject.indicator,
    verb: clause.verb,
    base: tail.base ?? clause.base ?? (isRatio ? (planBase(scene, clause) ?? context.base) : null),
    direction: clause.direction,
    isNegative: clause.negative && subject.indicator === 'trade_balance',
    listDirection: context.direction,
    baseLeads: clause.isYearBefore || leadsWithBase(clause, tail),
    isPlanList: lastPercent(scene, subject) === 'plan',
    isMarket: isTradeIndicator(subject.indicator) && speaksOfMarket(scene, clause),
    isOfWhole: namesWhole(scene, tail),
    isShare: context.isShare,
    lastBase: context.lastBase,
    period: context.period,
    average: clause.average || tail.average,
    isRate: clause.isRate,
    isTarget: clause.status === 'target',
  })
}
