/** Settles what a number shares with its neighbours: period, area, price note, status. */
import { provinceOfArea } from '../../catalogue/areas.ts'
import type { Status } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import { type Clause, hasContent } from './clause.ts'
import type { Subject } from './context.ts'
import type { Item, ItemOf } from './items.ts'
import type { Measured } from './measure.ts'
import { LOOK_AHEAD, type Scene } from './scene.ts'
import { statusOf } from './status.ts'
import type { Tail } from './tail.ts'
import { isEarlier, isFigurePeriod, periodText } from './when.ts'

function isCompared(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]
  return before?.kind === 'cue' && ['compare', 'above', 'below', 'plan'].includes(before.cue.kind)
}

function opensRound(scene: Scene, clause: Clause): boolean {
  const ids = clause.parts.flatMap((p) => p.indicators)
  if (
    clause.included === null &&
    (clause.isPart || ids.at(-1) === scene.context.subject?.indicator)
  )
    return false
  const { items } = scene.sentence
  const rest = items.slice(scene.at + 1, scene.at + 1 + LOOK_AHEAD)
  return rest.some(
    (i, k) => i.kind === 'period' && isFigurePeriod(i.period) && !isCompared(rest, k),
  )
}

/**
 * The period of a number: said in its clause or behind it; else the one that the list began with when
 * a new indicator opens another round of it ("A tháng 6 …, 6 tháng …; B …, 6 tháng …"); else the last.
 */
export function settlePeriod(scene: Scene, clause: Clause, tail: Tail, named: boolean): void {
  const { context, calendar } = scene
  const said = tail.period ?? clause.period
  const status = clause.status ?? context.sentenceStatus ?? context.blockStatus
  const parts = said ? calendar.read(said, status === 'forecast' || status === 'target') : null
  const isFirst = scene.figures.at(-1)?.sentenceStart !== scene.sentence.start
  if (parts && (named || isFirst)) context.scopePeriod = parts
  const again = named && parts === null && opensRound(scene, clause)
  context.period =
    parts ?? (again ? context.scopePeriod : null) ?? context.period ?? calendar.main()
}

/** The area of a mention; a district that no list holds is told with the article's province. */
function areaName({ articleArea }: Scene, { area }: ItemOf<'area'>): string | null {
  const province = articleArea === null ? null : provinceOfArea(articleArea)
  if (area.area !== null || province === null) return area.area
  if (area.candidates.length === 0) return `${area.name}, ${province}`
  return area.candidates.find((name) => provinceOfArea(name) === province) ?? null
}

/** The area of a number: named in its clause, or right behind a number without a subject of its own. */
export function settleArea(scene: Scene, clause: Clause, tail: Tail, fresh: boolean): void {
  const { context } = scene
  const area =
    clause.areas.at(-1) ?? (fresh && hasContent(clause) ? undefined : (tail.area ?? undefined))
  if (area) {
    context.area = areaName(scene, area) ?? context.area
    context.borders = clause.borders ?? tail.borders
  } else context.borders = clause.borders ?? tail.borders ?? context.borders
}

/** The price note of a series holds until another indicator is spoken of. */
export function settlePrice(
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

/** The status of a number, once it is known what it measures and of when it is. */
export function settleStatus(
  scene: Scene,
  clause: Clause,
  measured: Measured,
  fresh: boolean,
): Status {
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

function isSame(a: PeriodParts | null, b: PeriodParts | null): boolean {
  return a !== null && b !== null && periodText(a) === periodText(b)
}

/** A period that lies after the article tells a plan, whatever the words. */
function isToCome({ context, calendar }: Scene): boolean {
  const year = context.period?.year ?? null
  const now = calendar.now()
  return year !== null && now !== null && year > now
}
