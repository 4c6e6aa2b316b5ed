/**
 * Periods as figures carry them: `2023` · `2024-H1` · `2024-Q1` · `2024-06` · `2024-9M` (first nine
 * months) · `2021/2025` (a range of years). A year that nobody said is `XXXX`.
 */

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'months' | 'years'

export interface PeriodParts {
  readonly kind: PeriodKind
  /** null when unknown (`XXXX`). For `years`: the first year. */
  readonly year: number | null
  /** Half 1–2, quarter 1–4, month 1–12, months-from-January 2–11; for `years` the last year; null for a year. */
  readonly part: number | null
}

const PERIOD = /^(\d{4}|XXXX)(?:-(?:H([12])|Q([1-4])|(\d{2})|(\d{1,2})M)|\/(\d{4}))?$/

/** Reads a period; undefined when it is not one. `parsePeriod('2024-9M')` → months, 2024, 9. */
export function parsePeriod(text: string): PeriodParts | undefined {
  const hit = PERIOD.exec(text)
  if (!hit) return undefined
  const [, y, half, quarter, month, months, last] = hit
  const year = y === 'XXXX' ? null : Number(y)
  if (half) return { kind: 'half', year, part: Number(half) }
  if (quarter) return { kind: 'quarter', year, part: Number(quarter) }
  if (month) {
    const part = Number(month)
    return part >= 1 && part <= 12 ? { kind: 'month', year, part } : undefined
  }
  if (months) {
    const part = Number(months)
    return part >= 2 && part <= 11 ? { kind: 'months', year, part } : undefined
  }
  if (last) return { kind: 'years', year, part: Number(last) }
  return { kind: 'year', year, part: null }
}

/** The canonical spelling; months 3, 6, 12 from January are the quarter, the half and the year. */
export function formatPeriod(parts: PeriodParts): string {
  const y = parts.year === null ? 'XXXX' : String(parts.year)
  switch (parts.kind) {
    case 'year':
      return y
    case 'half':
      return `${y}-H${parts.part}`
    case 'quarter':
      return `${y}-Q${parts.part}`
    case 'month':
      return `${y}-${String(parts.part).padStart(2, '0')}`
    case 'years':
      return `${y}/${parts.part}`
    case 'months':
      if (parts.part === 1) return `${y}-01`
      if (parts.part === 3) return `${y}-Q1`
      if (parts.part === 6) return `${y}-H1`
      if (parts.part === 12) return y
      return `${y}-${parts.part}M`
  }
}

/** First and last month, counted from January of year 0; undefined when the year is unknown. */
export function monthsOf(period: string): { first: number; last: number } | undefined {
  const p = parsePeriod(period)
  if (!p || p.year === null) return undefined
  const january = p.year * 12
  switch (p.kind) {
    case 'year':
      return { first: january, last: january + 11 }
    case 'years':
      return { first: january, last: (p.part ?? p.year) * 12 + 11 }
    case 'half':
      return { first: january + (p.part === 2 ? 6 : 0), last: january + (p.part === 2 ? 11 : 5) }
    case 'quarter':
      return { first: january + 3 * ((p.part ?? 1) - 1), last: january + 3 * (p.part ?? 1) - 1 }
    case 'month':
      return { first: january + (p.part ?? 1) - 1, last: january + (p.part ?? 1) - 1 }
    case 'months':
      return { first: january, last: january + (p.part ?? 1) - 1 }
  }
}

/** The same period so many years later (negative: earlier); unknown years stay unknown. */
export function shiftYears(period: string, years: number): string {
  const p = parsePeriod(period)
  if (!p || p.year === null) return period
  const part = p.kind === 'years' && p.part !== null ? p.part + years : p.part
  return formatPeriod({ ...p, year: p.year + years, part })
}

/** The year a period lies in, null when unknown. */
export function yearOf(period: string): number | null {
  return parsePeriod(period)?.year ?? null
}
