/** Ties a number to its clause and its tail, and makes the figure. */
import { bordersFor } from '../../catalogue/borders.ts'
import type { ExtractedFigure, Status, WarningCode } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import { type Clause, hasContent, hasSubject, namesIndicator } from './clause.ts'
import type { Subject } from './context.ts'
import { markWithout } from './included.ts'
import type { ItemOf } from './items.ts'
import { type Measured, measureOf } from './measure.ts'
import { otherFact } from './other.ts'
import { isThreshold, isVetoed } from './refuse.ts'
import type { Scene } from './scene.ts'
import { statusOf } from './status.ts'
import { fitsUnit, rememberSubject, subjectOf } from './subject.ts'
import type { Tail } from './tail.ts'
import { clauseWithTail } from './tail-names.ts'
import { isEarlier, periodText } from './when.ts'

/** Reads the figure of a quantity item; nothing is added when it states none. */
export function attachFigure(scene: Scene, item: ItemOf<'quantity'>, tail: Tail): void {
  const { context } = scene
  const clause = clauseWithTail(scene.clause, tail)
  const fresh = hasSubject(clause) && !clause.same
  const named = clause.parts.some(namesIndicator) && !clause.same
  settlePeriod(scene, clause, tail, named)
  if (isVetoed(scene, clause, item, tail, fresh)) {
    context.vetoed = true
    return
  }
  if (isThreshold(clause, item.quantity)) return
  context.vetoed = false
  settleArea(scene, clause, tail, fresh)
  const district = named ? undefined : districtSubject(scene, clause)
  if (district) {
    context.area = district
    clause.parts.splice(0, clause.parts.length)
  }
  const other = otherFact(scene, clause, item, tail)
  const subject = other ?? subjectOf(scene, clause, item.quantity.unitKind)
  if (!subject || !fitsUnit(subject.indicator, item.quantity.unitKind)) {
    context.vetoed ||= fresh
    return
  }
  settlePrice(scene, clause, tail, fresh, subject)
  const measured = other?.measured ?? measure(scene, clause, item, tail, subject)
  if (fresh && !other) rememberSubject(context, subject, named)
  if (!measured) return
  const status = settleStatus(scene, clause, measured, fresh)
  if (!other && clause.direction !== null) context.direction = clause.direction
  const ownBase = tail.base ?? clause.base
  if (ownBase?.kind === 'period') context.lastBase = ownBase
  if (clause.included !== null) markWithout(scene, subject, clause.included)
  scene.figures.push(toFigure(scene, { item, clause, tail, subject, measured, status }))
}

function settlePeriod(scene: Scene, clause: Clause, tail: Tail, named: boolean): void {
  const { context, calendar } = scene
  const said = tail.period ?? clause.period
  const parts = said ? calendar.read(said) : null
  const isFirst = scene.figures.at(-1)?.sentenceStart !== scene.sentence.start
  if (parts && (named || isFirst)) context.scopePeriod = parts
  const carried = (named && !clause.isPart ? context.scopePeriod : null) ?? context.period
  context.period = parts ?? carried ?? calendar.main()
}

function settleArea(scene: Scene, clause: Clause, tail: Tail, fresh: boolean): void {
  const { context } = scene
  const area =
    clause.areas.at(-1) ?? (fresh && hasContent(clause) ? undefined : (tail.area ?? undefined))
  if (area) {
    context.area = area.area.area ?? context.area
    context.borders = clause.borders ?? tail.borders
  } else context.borders = clause.borders ?? tail.borders ?? context.borders
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
  const settled: Status = past && context.blockStatus === null ? 'actual' : status
  context.status = settled
  if (settled !== 'target') context.leadPeriod ??= context.period
  return settled
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
    bound: quantity.bound,
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
