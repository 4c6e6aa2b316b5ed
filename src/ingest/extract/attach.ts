/** Ties a number to its clause and its tail, and makes the figure. */
import { provinceOfArea } from '../../catalogue/areas.ts'
import { bordersFor } from '../../catalogue/borders.ts'
import type { ExtractedFigure, Status, WarningCode } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import type { UnitKind } from '../../vietnamese/lexicon/units.ts'
import { type Clause, hasContent, hasSubject, namesIndicator } from './clause.ts'
import type { Subject } from './context.ts'
import { markWithout } from './included.ts'
import type { Item, ItemOf } from './items.ts'
import { type Measured, measureOf } from './measure.ts'
import { type OtherFact, otherFact } from './other.ts'
import { isThreshold, isVetoed } from './refuse.ts'
import type { Scene } from './scene.ts'
import { statusOf } from './status.ts'
import { fitsUnit, rememberSubject, subjectOf } from './subject.ts'
import type { Tail } from './tail.ts'
import { clauseWithTail } from './tail-names.ts'
import { isEarlier, isFigurePeriod, periodText } from './when.ts'

/** Reads the figure of a quantity item; nothing is added when it states none. */
export function attachFigure(scene: Scene, item: ItemOf<'quantity'>, tail: Tail): void {
  const { context, pending } = scene
  const clause = clauseWithTail(scene.clause, tail)
  const fresh = hasSubject(clause) && !clause.same
  const named = clause.parts.some(namesIndicator) && !clause.same
  if (waitsForSubject(scene, clause, fresh)) {
    scene.pending = { item, tail, clause }
    return
  }
  scene.pending = null
  settlePeriod(scene, item, clause, tail, named)
  if (isVetoed(scene, clause, item, tail, fresh)) {
    context.vetoed = true
    return
  }
  if (isThreshold(clause, item.quantity)) {
    rememberThreshold(scene, clause, item, named)
    return
  }
  context.vetoed = false
  settleArea(scene, clause, tail, fresh)
  takeDistrict(scene, clause, named)
  const other = otherFact(scene, clause, item, tail)
  const subject = other ?? settleSubject(scene, clause, item.quantity.unitKind, fresh)
  if (!subject || !fitsUnit(subject.indicator, item.quantity.unitKind)) {
    context.vetoed ||= fresh
    return
  }
  settlePrice(scene, clause, tail, fresh, subject)
  if (fresh && !other) rememberSubject(context, subject, named)
  scene.parentParagraph = scene.paragraph
  if (pending && named) addFigure(scene, { ...pending, subject, other: null, fresh: false })
  addFigure(scene, { item, tail, clause, subject, other, fresh })
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
  const ownBase = tail.base ?? clause.base
  if (ownBase?.kind === 'period') context.lastBase = ownBase
  if (clause.included !== null) markWithout(scene, subject, clause.included)
  scene.figures.push(toFigure(scene, { item, clause, tail, subject, measured, status }))
  // "Năm 2024, huyện có 8 sản phẩm …": an aside, its time is nobody else's.
  if (other) context.period = context.leadPeriod ?? context.period
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

/**
 * The period of a number: said in its clause or behind it; else the one that the list began with when
 * a new indicator opens another round of it ("A tháng 6 …, 6 tháng …; B …, 6 tháng …"); else the last.
 */
function settlePeriod(scene: Scene, item: Item, clause: Clause, tail: Tail, named: boolean): void {
  const { context, calendar } = scene
  const said = tail.period ?? clause.period
  const parts = said ? calendar.read(said) : null
  const isFirst = scene.figures.at(-1)?.sentenceStart !== scene.sentence.start
  if (parts && (named || isFirst)) context.scopePeriod = parts
  const again = named && parts === null && opensRound(scene, item, clause)
  context.period =
    parts ?? (again ? context.scopePeriod : null) ?? context.period ?? calendar.main()
}

function opensRound(scene: Scene, item: Item, clause: Clause): boolean {
  const ids = clause.parts.flatMap((p) => p.indicators)
  if (
    clause.included === null &&
    (clause.isPart || ids.at(-1) === scene.context.subject?.indicator)
  )
    return false
  const { items } = scene.sentence
  const rest = items.slice(items.indexOf(item) + 1)
  return rest.some(
    (i, k) => i.kind === 'period' && isFigurePeriod(i.period) && !isCompared(rest, k),
  )
}

function isCompared(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]
  return before?.kind === 'cue' && ['compare', 'above', 'below', 'plan'].includes(before.cue.kind)
}

/** The area of a mention; a district that no list holds is told with the article's province. */
function areaName({ articleArea }: Scene, { area }: ItemOf<'area'>): string | null {
  const province = articleArea === null ? null : provinceOfArea(articleArea)
  if (area.area !== null || province === null) return area.area
  if (area.candidates.length === 0) return `${area.name}, ${province}`
  return area.candidates.find((name) => provinceOfArea(name) === province) ?? null
}

function settleArea(scene: Scene, clause: Clause, tail: Tail, fresh: boolean): void {
  const { context } = scene
  const area =
    clause.areas.at(-1) ?? (fresh && hasContent(clause) ? undefined : (tail.area ?? undefined))
  if (area) {
    context.area = areaName(scene, area) ?? context.area
    context.borders = clause.borders ?? tail.borders
  } else context.borders = clause.borders ?? tail.borders ?? context.borders
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
  const again = isFirst && !fresh && (clause.period !== null || clause.whole) && whole !== null
  if (again && last?.indicator === whole.indicator && fitsUnit(whole.indicator, kind)) return whole
  if (fresh || parent === null || (subject && fitsUnit(subject.indicator, kind))) return subject
  return fitsUnit(parent, kind) ? { indicator: parent, scope: null } : subject
}

/** "Tứ kỳ 33,2%": a district written without its capitals. */
function districtSubject(scene: Scene, clause: Clause): string | undefined {
  const items = clause.parts.at(-1)?.items ?? clause.parts.at(-2)?.items ?? []
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last || items.length > 4) return undefined
  const name = scene.text.slice(first.start, last.end)
  return /^\p{Lu}/u.test(name) ? scene.districtArea(name) : undefined
}

function settlePrice(
  scene: Scene,
  clause: Clause,
  tail: Tail,
  fresh: boolean,
  subject: Subject,
): void {
  const { context } = scene
  const renamed = fresh && subject.indicator !== context.subject?.indicator
  if (renamed) context.price = null
  context.price = tail.price ?? clause.price ?? context.price
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
    base: tail.base ?? clause.base ?? (isRatio ? context.base : null),
    direction: clause.direction,
    listDirection: context.direction,
    period: context.period,
    average: clause.average || tail.average,
    isRate: clause.isRate,
    isTarget: clause.status === 'target',
  })
}

function settleStatus(scene: Scene, clause: Clause, measured: Measured, fresh: boolean): Status {
  const { context } = scene
  const status = statusOf(scene, clause, measured.measure === 'level', fresh)
  const lead = context.leadPeriod
  const past =
    lead !== null &&
    context.period !== null &&
    clause.status === null &&
    isEarlier(context.period, lead)
  const ahead =
    status === 'actual' &&
    !clause.result &&
    (isSame(context.targetPeriod, context.period) || isToCome(scene))
  const settled: Status =
    past && context.blockStatus === null ? 'actual' : ahead ? 'target' : status
  if (settled === 'target' && context.sentenceStatus === 'target')
    context.targetPeriod = context.period
  context.status = settled
  if (settled !== 'target') context.leadPeriod ??= context.period
  return settled
}

/** A period that lies after the article tells a plan, whatever the words. */
function isToCome({ context, calendar }: Scene): boolean {
  const year = context.period?.year ?? null
  const now = calendar.now()
  return year !== null && now !== null && year > now
}

function isSame(a: PeriodParts | null, b: PeriodParts | null): boolean {
  return a !== null && b !== null && periodText(a) === periodText(b)
}

interface Parts {
  readonly item: ItemOf<'quantity'>
  readonly clause: Clause
  readonly tail: Tail
  readonly subject: Subject
  readonly measured: Measured
  readonly status: Status
}

function toFigure(
  scene: Scene,
  { item, clause, tail, subject, measured, status }: Parts,
): ExtractedFigure {
  const { text, context } = scene
  const { quantity } = item
  const period = periodText(context.period)
  const area = context.area ?? scene.articleArea
  const base = tail.base ?? clause.base
  const start = quoteStart(item, clause)
  const end = tail.planEnd ?? item.end
  return {
    indicator: subject.indicator,
    area,
    borders: bordersFor(area, period, { published: scene.published, cue: context.borders }),
    scope: withPlan(subject.scope, base?.kind === 'plan' ? base.extra : null),
    period,
    measure: measured.measure,
    priceBasis: context.price,
    value: measured.value,
    valueHigh: measured.high,
    unit: measured.unit,
    status,
    bound: quantity.bound ?? (clause.verb === 'mark' ? 'over' : null),
    quote: text.slice(start, end),
    start,
    end,
    warnings: warningsOf(area, context.period, quantity.repaired),
    sentenceStart: scene.sentence.start,
    sentenceEnd: scene.sentence.end,
    warningDetails: [],
    trace: base ? [{ rule: 'attach.base', start, end, words: '', gave: base.kind }] : [],
  }
}

function warningsOf(
  area: string | null,
  period: PeriodParts | null,
  repaired: boolean,
): WarningCode[] {
  const warnings: WarningCode[] = []
  if (area === null) warnings.push('area-unknown')
  if (period === null || period.year === null) warnings.push('year-unknown')
  if (repaired) warnings.push('repaired-number')
  return warnings
}

function withPlan(scope: string | null, extra: string | null): string | null {
  if (extra === null) return scope
  return scope === null ? extra : `${scope}, ${extra}`
}

/** The quote begins with the verb when it stands right in front: "tăng 11,5%". */
function quoteStart(item: ItemOf<'quantity'>, clause: Clause): number {
  const last = clause.used.at(-1)
  const isVerb = last?.kind === 'cue' && (last.cue.kind === 'verb' || last.cue.kind === 'status')
  return last && isVerb && last.end <= item.start ? last.start : item.start
}
