/** What a column of comparisons is measured against: the same period, the month before, the plan. */
import type { Measure } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import { foldKey } from '../../vietnamese/fold.ts'
import { type PeriodContext, type ReadPeriod, readPeriods } from '../../vietnamese/read-periods.ts'

/** Words of a plan, in a column of levels or of comparisons. */
export const PLAN_WORDS =
  /(?<![a-z])(?:ke hoach|kh|muc tieu|chi tieu|du toan|nghi quyet|nq)(?![a-z])/

const COMPARED =
  /(?:% ?)?(?:tang,? ?(?:\/|\(|-)? ?giam\)? ?)?(?:so (?:voi|cung|sanh)|\/ ?cung ky|% ?(?:cung ky|ck)(?![a-z]))/
const TERM =
  '(?:uoc |th |thuc hien |kh |ke hoach )*(?:t\\d{1,2}|\\d{1,2}t|thang \\d{1,2}|\\d{1,2} thang|quy [ivx1-4]+|nam \\d{4}|20\\d{2}|th|thuc hien|uoc|kh|ke hoach)(?:\\/20\\d{2}| ?20\\d{2}| nam(?: 20\\d{2})?)?'
/** "T6/T5", "6T/KH năm", "2024/2023", but not "6/2024". */
const RATIO = new RegExp(`(?<![a-z\\d/])(${TERM}) ?\\/ ?(${TERM}|cung ky|ck)(?![a-z\\d/])`)
const YEAR = /(?<!\d)20\d{2}(?!\d)/
const SAME_PERIOD = /cung (?:ky|thang|quy)|(?<![a-z])ck(?![a-z])|nam truoc|nam ngoai/
const MONTH_BEFORE = /thang truoc/
const OTHER_BASE = /quy truoc|thang 12|thang muoi hai|nam goc|ky goc|binh quan/

/** The two sides of a comparison, as printed. */
export interface Sides {
  readonly main: string
  readonly base: string
}

function ratioIn(words: string): Sides | undefined {
  const key = foldKey(words)
  const hit = RATIO.exec(key)
  if (!hit) return undefined
  const [, main = '', base = ''] = hit
  // "Tháng 5/2024" is a month of a year; only years are compared with years.
  if (/^(?:nam )?20\d{2}$/.test(base) && !YEAR.test(main)) return undefined
  const baseAt = hit.index + hit[0].length - base.length
  return {
    main: words.slice(hit.index, hit.index + main.length),
    base: words.slice(baseAt, baseAt + base.length),
  }
}

/** Splits "Tháng 6 so với tháng 5" or "T6/T5"; undefined for a column of levels. */
export function sidesOf(words: string): Sides | undefined {
  const ratio = ratioIn(words)
  if (ratio) return ratio
  const hit = COMPARED.exec(foldKey(words))
  if (!hit) return undefined
  return { main: words.slice(0, hit.index), base: words.slice(hit.index) }
}

/**
 * The period that a comparison describes. Below a common head ("So với cùng kỳ (%)" over "Tháng 6") it
 * stands behind the base; a period with a year of its own there is the base.
 */
export function mainPeriod({ main, base }: Sides, context: PeriodContext): PeriodParts | null {
  const before = periodIn(main, context)
  if (before) return before
  if (!SAME_PERIOD.test(foldKey(base)) && !MONTH_BEFORE.test(foldKey(base))) return null
  const behind = readPeriods(base, {}).find((m) => m.year === null && m.yearRef === null)
  return behind ? toParts(behind, null, context) : null
}

/** What kind of comparison it is; `main` is the period that is compared. */
export function comparisonOf(
  sides: Sides,
  main: PeriodParts | null,
  context: PeriodContext,
): Measure {
  const base = foldKey(sides.base)
  if (PLAN_WORDS.test(base)) return 'plan'
  if (OTHER_BASE.test(base)) return 'growth'
  if (MONTH_BEFORE.test(base)) return 'mom'
  if (SAME_PERIOD.test(base)) return 'yoy'
  const other = periodIn(sides.base, context)
  if (!other || !main || other.kind !== main.kind) return 'growth'
  const years = (main.year ?? 0) - (other.year ?? 0)
  if (years === 1 && other.part === main.part) return 'yoy'
  const months = years * 12 + (main.part ?? 0) - (other.part ?? 0)
  return main.kind === 'month' && months === 1 ? 'mom' : 'growth'
}

function toParts(
  mention: ReadPeriod,
  year: number | null,
  context: PeriodContext,
): PeriodParts | null {
  const own = mention.year ?? year ?? context.year
  switch (mention.kind) {
    case 'year':
      return { kind: 'year', year: own, part: null }
    case 'years':
      return { kind: 'years', year: own, part: mention.lastYear }
    case 'month':
    case 'months':
    case 'quarter':
    case 'half':
      return mention.part === null ? null : { kind: mention.kind, year: own, part: mention.part }
    case 'to-date':
      return context.month === null ? null : { kind: 'months', year: own, part: context.month }
    default:
      return null
  }
}

/** Short forms of headers in full: "6T" is "6 tháng". */
export function spellPeriods(words: string): string {
  return words.replace(/(?<![\p{L}\p{N}])(\d{1,2})\s?T(?![\p{L}\p{N}])/gu, '$1 tháng')
}

/** The one period that words say; a year beside a month or quarter is its year. */
export function periodIn(words: string, context: PeriodContext): PeriodParts | null {
  const mentions = readPeriods(words, {})
  const years = mentions.filter((m) => m.kind === 'year' && m.year !== null)
  const said = years[0]?.year ?? null
  const finer = mentions.find((m) => m.kind !== 'year' && toParts(m, said, context) !== null)
  const chosen = finer ?? mentions[0]
  return chosen ? toParts(chosen, said, context) : null
}
