/** Turns what is said about time into the period of a figure, with the year the article lies in. */
import { formatPeriod, monthsOf, type PeriodParts } from '../../model/period.ts'
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import { periodParts } from '../../vietnamese/read-periods.ts'
import type { Base } from './clause.ts'

export type BaseMeasure = 'yoy' | 'mom' | 'growth' | 'plan'

/** Kinds of mention that are a figure's period; the others are dates or comparison words. */
const FIGURE_PERIODS: ReadonlySet<string> = new Set([
  'year',
  'month',
  'months',
  'quarter',
  'half',
  'years',
  'to-date',
  'this-month',
])

export function isFigurePeriod(mention: PeriodMention): boolean {
  return FIGURE_PERIODS.has(mention.kind)
}

/** What an article tells about its time as a whole. */
export interface ReportTime {
  /** Year that the article reports on: of a bare "cả năm". */
  readonly year: number | null
  /** `YYYY[-MM…]`, the day the article came out: dates a bare "6 tháng". */
  readonly published: string | null
  /** The period of an article whose figures name none. */
  readonly main: PeriodMention | null
  /** The range of years that the article looks back on: of "cả giai đoạn". */
  readonly range: PeriodMention | null
}

/** Last month of a period within its year. */
export function endMonth({
  kind,
  part,
}: Pick<PeriodParts, 'part'> & { readonly kind: string }): number {
  if (part === null || kind === 'year') return 12
  if (kind === 'quarter') return part * 3
  return kind === 'half' ? part * 6 : part
}

/**
 * Years and months as the text goes on. A bare "6 tháng" gets the year last said in the paragraph,
 * else the one that the article's date or the year reported on gives it.
 */
export class Calendar {
  readonly #report: ReportTime
  readonly #main: PeriodParts | null
  #year: number | null = null
  #month: number | null = null
  readonly #outer: { year: number | null; month: number | null }[] = []

  constructor(report: ReportTime) {
    this.#report = report
    const { main, year } = report
    this.#main = main
      ? (periodParts(main, { year: this.#yearOf(main), month: null }) ?? null)
      : year === null
        ? null
        : { kind: 'year', year, part: null }
  }

  /** A new paragraph forgets the year said before. */
  startParagraph(): void {
    this.#year = null
  }

  /** A bracket may speak of another year; `close` goes back. */
  open(): void {
    this.#outer.push({ year: this.#year, month: this.#month })
  }

  close(): void {
    const outer = this.#outer.pop()
    if (!outer) return
    this.#year = outer.year
    this.#month = outer.month
  }

  /** Keeps the year and month of what was opened. */
  keep(): void {
    this.#outer.pop()
  }

  /** The year of publication, else the year reported on, else null. */
  now(): number | null {
    const { published, year } = this.#report
    return published === null ? year : Number(published.slice(0, 4))
  }

  /** The article's main period, for figures that name none. */
  main(): PeriodParts | null {
    return this.#main
  }

  /** True when the period lies behind the day of publication, else behind what is reported on. */
  isOver(period: PeriodParts): boolean {
    const { published } = this.#report
    const [, month] = (published ?? '').split('-')
    const day = month === undefined ? this.main() : monthOf(published ?? '')
    // Without a day, the year reported on may still go on.
    if (month === undefined && period.kind === 'year' && day?.year === period.year) return false
    return day !== null && !isEarlier(day, period)
  }

  /** The range of years that the article looks back on. */
  range(): PeriodParts | null {
    const { range } = this.#report
    return range && (periodParts(range, { year: null, month: null }) ?? null)
  }

  /** The period a mention means here (a plan's may still be to come); remembers its year and month for what follows. */
  read(mention: PeriodMention, isAhead = false): PeriodParts | null {
    if (!isFigurePeriod(mention)) return null
    if (mention.kind === 'years' && mention.year === null) return this.range()
    if (mention.kind === 'quarter' && mention.part === null) return this.#quarter()
    const year = this.#yearOf(mention, isAhead)
    const parts = periodParts(mention, { year, month: this.#month })
    if (!parts) return null
    if (mention.kind !== 'years' && mention.year !== null) this.#year = mention.year
    if ((parts.kind === 'month' || parts.kind === 'months') && parts.part !== null)
      this.#month = parts.part
    return parts
  }

  /** "cả quý": the quarter of the month last said, else the one reported on. */
  #quarter(): PeriodParts | null {
    const year = this.#year ?? this.#main?.year ?? null
    if (this.#month !== null) return { kind: 'quarter', year, part: Math.ceil(this.#month / 3) }
    return this.#main?.kind === 'quarter' ? this.#main : null
  }

  /** The year of a mention that says none itself. */
  #yearOf(mention: PeriodMention, isAhead = false): number | null {
    const { year, published } = this.#report
    // "năm nay", "quý IV năm ngoái" count from the day the article came out.
    if (mention.yearRef !== null && published !== null) return Number(published.slice(0, 4))
    if (mention.yearRef === null && this.#year !== null) return this.#year
    if (published === null || mention.kind === 'year') return year
    const [y = 0, m] = published.split('-').map(Number)
    if (m === undefined) return year ?? y
    if (mention.kind === 'to-date' || mention.kind === 'this-month') return y
    // What had not ended when the article came out is of the year before.
    return endMonth(mention) > m && !isAhead ? y - 1 : y
  }
}

function monthOf(date: string): PeriodParts {
  const [year = 0, month = 12] = date.split('-').map(Number)
  return { kind: 'month', year, part: month }
}

function monthSpan(parts: PeriodParts): { first: number; length: number } | null {
  const { kind, part } = parts
  if (kind === 'year') return { first: 1, length: 12 }
  if (part === null) return null
  if (kind === 'half') return { first: part === 1 ? 1 : 7, length: 6 }
  if (kind === 'quarter') return { first: 3 * part - 2, length: 3 }
  if (kind === 'month') return { first: part, length: 1 }
  return kind === 'months' ? { first: 1, length: part } : null
}

/** Growth against a base: over a year, over a month, or against anything else. */
export function measureAgainst(base: Base | null, period: PeriodParts | null): BaseMeasure {
  if (base === null) return period?.kind === 'years' ? 'growth' : 'yoy'
  if (base.kind === 'plan') return 'plan'
  const mention = base.period
  if (mention.kind === 'same-period') return 'yoy'
  if (mention.kind === 'previous')
    return mention.step === 'month' ? 'mom' : mention.step === 'year' ? 'yoy' : 'growth'
  if (period === null) return 'yoy'
  const against = periodParts(mention, { year: null, month: null })
  if (mention.yearRef !== 'previous') return against ? compareSpans(against, period) : 'growth'
  // "so với tháng 12 năm trước" is growth over a year for a December only.
  if (against?.kind !== 'month' || against.part !== 12) return 'yoy'
  return compareSpans({ ...against, year: period.year === null ? null : period.year - 1 }, period)
}

function compareSpans(base: PeriodParts, period: PeriodParts): BaseMeasure {
  const [from, to] = [monthSpan(base), monthSpan(period)]
  if (!from || !to || base.kind === 'years') return 'growth'
  const years = base.year !== null && period.year !== null ? period.year - base.year : null
  // "so với năm 2022" said of a part of 2023 is growth over the year.
  if (base.kind === 'year') return years === 1 || years === null ? 'yoy' : 'growth'
  const same = from.first === to.first && from.length === to.length
  if (same) return years === 1 || years === null ? 'yoy' : 'growth'
  const previous = period.kind === 'month' && base.kind === 'month'
  const step =
    years === null ? (to.first - from.first + 12) % 12 : to.first - from.first + 12 * years
  return previous && step === 1 ? 'mom' : 'growth'
}

/** True when the first period ends before the second does. */
export function isEarlier(period: PeriodParts, than: PeriodParts): boolean {
  const [end, other] = [monthsOf(periodText(period)), monthsOf(periodText(than))]
  return end !== undefined && other !== undefined && end.last < other.last
}

export function periodText(parts: PeriodParts | null): string {
  return parts === null ? 'XXXX' : formatPeriod(parts)
}
