/** Finds what an article tells about its time as a whole, before its figures are read. */
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import type { Item } from './items.ts'
import type { Sentence } from './scene.ts'
import { isFigurePeriod, type ReportTime } from './when.ts'

interface SaidPeriod {
  readonly mention: PeriodMention
  readonly sentence: Sentence
  /** It is compared with ("so với năm 2022"). */
  readonly isBase: boolean
  /** A plan, a target or a task is spoken of. */
  readonly isAhead: boolean
  /** "tổng kết năm 2023". */
  readonly isReported: boolean
}

function isCue(item: Item | undefined, ...kinds: string[]): boolean {
  return item?.kind === 'cue' && kinds.includes(item.cue.kind)
}

/** Words after which a year is one to come: "phấn đấu", "nhiệm vụ năm 2024". */
function looksAhead(item: Item): boolean {
  if (item.kind !== 'cue') return item.kind === 'word' && item.word === 'vụ'
  const { cue } = item
  return (
    cue.kind === 'plan' ||
    (cue.kind === 'status' && (cue.status === 'target' || cue.status === 'forecast'))
  )
}

function saidPeriods(sentence: Sentence): SaidPeriod[] {
  let compared = false
  let reported = false
  let ahead = false
  return sentence.items.flatMap((item) => {
    if (isCue(item, 'compare', 'above', 'below')) compared = true
    else if (isCue(item, 'report')) reported = true
    else if (item.kind === 'quantity' || item.kind === 'mark') compared = false
    if (looksAhead(item)) ahead = true
    if (item.kind === 'quantity') ahead = false
    if (item.kind !== 'period') return []
    const mention = item.period
    const isBase = compared || mention.kind === 'same-period' || mention.yearRef === 'previous'
    const isReported = reported
    const isAhead = (ahead || mention.yearRef === 'next') && !isReported
    compared = false
    reported = false
    return [{ mention, sentence, isBase, isAhead, isReported }]
  })
}

const explicit = ({ mention }: SaidPeriod): boolean =>
  mention.year !== null && isFigurePeriod(mention) && mention.kind !== 'years'

/**
 * The time of an article: the year said to be reported on, else the first year said of a period that
 * figures stand beside, else any year said, else the year after the one compared with, else the year
 * of publication (the one before for an article of January or February).
 */
export function reportTime(sentences: readonly Sentence[], published: string | null): ReportTime {
  const said = sentences.flatMap(saidPeriods)
  const own = said.filter((p) => !p.isBase)
  const beside = own.filter((p) => p.sentence.items.some((i) => i.kind === 'quantity'))
  const base = said.find((p) => p.isBase && p.mention.year !== null)
  const found =
    own.find((p) => p.isReported && explicit(p)) ??
    beside.find((p) => !p.isAhead && explicit(p)) ??
    own.find((p) => !p.isAhead && explicit(p)) ??
    own.find(explicit)
  const main =
    beside.find((p) => !p.isAhead && isFigurePeriod(p.mention)) ??
    own.find((p) => !p.isAhead && isFigurePeriod(p.mention))
  const year = found?.mention.year ?? afterBase(base) ?? yearBefore(published)
  return { year, published, main: main?.mention ?? null }
}

function afterBase(base: SaidPeriod | undefined): number | null {
  const year = base?.mention.year
  return year ? year + 1 : null
}

/** Articles of the first two months report on the year before. */
function yearBefore(published: string | null): number | null {
  if (published === null) return null
  const [year = 0, month = 12] = published.split('-').map(Number)
  return month <= 2 ? year - 1 : year
}
