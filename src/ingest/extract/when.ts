/** Turns what is said about time into the period of a figure, with the year the article lies in. */
import { formatPeriod, type PeriodParts } from '../../model/period.ts'
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
])

export function isFigurePeriod(mention: PeriodMention): boolean {
  return FIGURE_PERIODS.has(mention.kind)
}

/**
 * Years and months as the text goes on. A bare "6 tháng" gets the year last said, else the year the
 * article reports on.
 */
export class Calendar {
  #year: number | null
  readonly #report: number | null
  #month: number | null

  constructor(report: { readonly year: number | null; readonly month: number | null }) {
    this.#report = report.year
    this.#year = report.year
    this.#month = report.month
  }

  /** A new paragraph goes back to the year that the article reports on, when it is known. */
  startParagraph(): void {
    if (this.#report !== null) this.#year = this.#report
  }

  /** The period a mention means here; remembers its year and month for what follows. */
  read(mention: PeriodMention): PeriodParts | null {
    if (!isFigurePeriod(mention)) return null
    const base = mention.yearRef === null ? this.#year : this.#report
    const parts = periodParts(mention, { year: base, month: this.#month })
    if (!parts) return null
    if (mention.year !== null) this.#year = mention.kind === 'years' ? this.#year : mention.year
    if ((parts.kind === 'month' || parts.kind === 'months') && parts.part !== null)
      this.#month = parts.part
    return parts
  }
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
  if (mention.yearRef === 'previous' || period === null) return 'yoy'
  const against = periodParts(mention, { year: null, month: null })
  if (!against) return 'growth'
  return compareSpans(against, period)
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

/** True when the first period ends before the second begins or is of an earlier year. */
export function isEarlier(period: PeriodParts, than: PeriodParts): boolean {
  return period.year !== null && than.year !== null && period.year < than.year
}

export function periodText(parts: PeriodParts | null): string {
  return parts === null ? 'XXXX' : formatPeriod(parts)
}
