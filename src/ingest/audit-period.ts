/** Periods as months of a year, also where nobody said the year. */
import { parsePeriod } from '../model/period.ts'

/** Months `first`–`last` (1–12) of `year`; year `XXXX` is one unknown year, the same in an article. */
export interface Months {
  readonly year: string
  readonly first: number
  readonly last: number
}

const READ = new Map<string, Months | undefined>()
const MOST_READ = 5000

/** The months of a period; undefined for a range of years. */
export function monthsWithin(period: string): Months | undefined {
  if (READ.has(period)) return READ.get(period)
  if (READ.size >= MOST_READ) READ.clear()
  const months = readMonths(period)
  READ.set(period, months)
  return months
}

function readMonths(period: string): Months | undefined {
  const parts = parsePeriod(period)
  if (!parts || parts.kind === 'years') return undefined
  const year = parts.year === null ? 'XXXX' : String(parts.year)
  const part = parts.part ?? 1
  switch (parts.kind) {
    case 'year':
      return { year, first: 1, last: 12 }
    case 'half':
      return { year, first: part === 2 ? 7 : 1, last: part === 2 ? 12 : 6 }
    case 'quarter':
      return { year, first: 3 * part - 2, last: 3 * part }
    case 'month':
      return { year, first: part, last: part }
    case 'months':
      return { year, first: 1, last: part }
  }
}

/** How many months a period is long; 12 for a range of years, whose figures are averages. */
export function lengthInMonths(period: string): number {
  const months = monthsWithin(period)
  return months ? months.last - months.first + 1 : 12
}

/** True when the one period lies within the other and is shorter. */
export function isInside(inner: string, outer: string): boolean {
  const [a, b] = [monthsWithin(inner), monthsWithin(outer)]
  if (!a || !b || a.year !== b.year || inner === outer) return false
  return a.first >= b.first && a.last <= b.last
}

/** True when `head` and `tail` follow each other and together are `whole`. */
export function makeUp(head: string, tail: string, whole: string): boolean {
  const [a, b, c] = [monthsWithin(head), monthsWithin(tail), monthsWithin(whole)]
  if (!a || !b || !c || a.year !== c.year || b.year !== c.year) return false
  return a.first === c.first && b.first === a.last + 1 && b.last === c.last
}
