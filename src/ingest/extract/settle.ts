/** Settles what a number shares with its neighbours: area, price note, status. */
import { provinceOfArea } from '../../catalogue/areas.ts'
import type { Status } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import { type Clause, hasContent, isName } from './clause.ts'
import type { Subject } from './context.ts'
import type { ItemOf } from './items.ts'
import type { Measured } from './measure.ts'
import { LOOK_AHEAD, type Scene } from './scene.ts'
import { statusOf } from './status.ts'
import type { Tail } from './tail.ts'
import { periodText } from './when.ts'

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
    placeOf(clause) ?? (fresh && hasContent(clause) ? undefined : (tail.area ?? undefined))
  if (area) {
    context.area = areaName(scene, area) ?? context.area
    context.borders = clause.borders ?? tail.borders
  } else if (clause.ofProvince && context.area?.includes(', ')) context.area = null
  else if (clause.ofProvince && scene.articleArea?.includes(', '))
    context.area = provinceOfArea(scene.articleArea)
  else context.borders = clause.borders ?? tail.borders ?? context.borders
}

/**
 * The place that a clause is about: not where something is that it only mentions ("nếu các dự án ở Tam
 * Nông chạy đúng hẹn thì IIP tăng").
 */
function placeOf(clause: Clause): ItemOf<'area'> | undefined {
  const last = clause.areas.at(-1)
  if (last?.area.kind !== 'district') return last
  const items = clause.parts.flatMap((p) => p.items)
  const name = items.find(isName)
  const isAside =
    name !== undefined && name.start > last.end && items.some((i) => i.end <= last.start)
  return isAside ? undefined : last
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
  // What is said of an earlier year in passing is known by now.
  const past =
    clause.status === null &&
    (isEarlierYear(context.period, context.leadPeriod) ||
      isLookBack(scene, status) ||
      isKnown(scene, clause, status))
  const ahead = status === 'actual' && !clause.result && (isTargeted(scene) || isToCome(scene))
  const settled: Status =
    (past && context.blockStatus === null) || isMereWish(scene, status)
      ? 'actual'
      : ahead
        ? 'target'
        : status
  if (settled === 'target' && context.sentenceStatus === 'target')
    context.targetPeriod = context.period
  context.status = settled
  if (settled !== 'target') context.leadPeriod ??= context.period
  return settled
}

/** "Với quyết tâm cao, 6 tháng xuất khẩu đạt …": only wishes were said, and the time is over. */
function isMereWish({ context, calendar, sentence, at }: Scene, status: Status): boolean {
  if (status !== 'target' && status !== 'forecast') return false
  if (context.blockStatus !== null || context.period === null) return false
  if (context.period.year === null || !calendar.isOver(context.period)) return false
  const said = sentence.items.slice(Math.max(0, at - LOOK_AHEAD), at)
  // "phấn đấu đạt 5 tỷ": said of this very number, whatever the time.
  const wish = said.findLastIndex((item) => item.kind === 'cue' && item.cue.kind === 'status')
  if (wish >= 0 && said.slice(wish + 1).every((item) => item.kind === 'cue')) return false
  return !said.some(
    (item) =>
      (item.kind === 'period' && item.period.kind === 'rest') ||
      (item.kind === 'cue' &&
        (item.cue.kind === 'plan' || (item.cue.kind === 'status' && !item.cue.isWish))),
  )
}

function isEarlierYear(period: PeriodParts | null, lead: PeriodParts | null): boolean {
  return period?.year != null && lead?.year != null && period.year < lead.year
}

/** "dự kiến cả năm đạt …; 11 tháng đạt …": a time said anew that is over is no forecast. */
function isKnown({ context, calendar }: Scene, clause: Clause, status: Status): boolean {
  if (status !== 'target' && status !== 'forecast') return false
  const { period } = context
  return clause.period !== null && period !== null && calendar.isOver(period)
}

/** "năm 2015 ước 130 triệu USD, tăng bình quân 12%/năm": the years before are no estimate. */
function isLookBack({ context, calendar }: Scene, status: Status): boolean {
  const { period } = context
  if (period?.kind !== 'years' || status === 'target' || period.part === null) return false
  const now = calendar.now()
  return now !== null && period.part <= now
}

/** Targets for just this time were said in the paragraph, and it is not over. */
function isTargeted({ context: { period, targetPeriod }, calendar }: Scene): boolean {
  if (period === null || targetPeriod === null || calendar.isOver(period)) return false
  return periodText(period) === periodText(targetPeriod)
}

/** A period that lies after the article tells a plan, whatever the words. */
function isToCome({ context, calendar }: Scene): boolean {
  const year = context.period?.year ?? null
  const now = calendar.now()
  return year !== null && now !== null && year > now
}
