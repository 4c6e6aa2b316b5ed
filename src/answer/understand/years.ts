/** Gives periods the year that was not said with them. */
import { monthsOf, parsePeriod, shiftYears, yearOf } from '../../model/period.ts'
import type { PeriodAsked } from '../query.ts'
import { type PeriodFound, periodOf } from './periods.ts'
import type { MentionOf } from './scan.ts'

/** What an unsaid year is taken from. */
export interface YearContext {
  /** Year of the question before, null in a first question. */
  readonly previous: number | null
  readonly now: number
  /** Last period of the question before, null in a first question. */
  readonly before: string | null
}

const LONGEST_RANGE = 15

/** The year said nearest to a mention without one, else what the context tells; null: nobody said. */
function yearFor(
  found: PeriodFound,
  said: readonly PeriodFound[],
  context: YearContext,
): number | null {
  if (found.year !== null) return found.year
  if (found.step !== 0) return (said[0]?.year ?? context.previous ?? context.now) + found.step
  const near = [...said].sort((a, b) => distance(a, found) - distance(b, found))
  return near[0]?.year ?? context.previous
}

/** "quý sau" without a number: so many steps from the period spoken of before. */
function isStep({ kind, part }: PeriodFound): boolean {
  return part === null && (kind === 'quarter' || kind === 'month')
}

/** The step taken from the last period of its kind; undefined where none was spoken of. */
function stepped(found: PeriodFound, before: string | null): PeriodFound | undefined {
  const p = before === null ? undefined : parsePeriod(before)
  if (!p || p.kind !== found.kind || p.year === null || p.part === null) return undefined
  const inYear = p.kind === 'quarter' ? 4 : 12
  const index = p.year * inYear + (p.part - 1) + found.step
  return { ...found, year: Math.floor(index / inYear), part: (index % inYear) + 1, step: 0 }
}

function distance(a: PeriodFound, b: PeriodFound): number {
  return Math.abs(a.from - b.from)
}

/**
 * The periods asked for in these mentions, each once; a range gives its single years. `all` are the
 * periods of the whole question, from which unsaid years are taken.
 */
export function readPeriods(
  mentions: readonly MentionOf<'period'>[],
  all: readonly MentionOf<'period'>[],
  context: YearContext,
): PeriodAsked[] {
  const said = all.map((m) => m.period).filter((p) => p.year !== null && p.role !== 'base')
  const known = mentions.map((m) => m.period).filter((p) => p.role === 'asked')
  const asked = known.flatMap((p) => (isStep(p) ? (stepped(p, context.before) ?? []) : p))
  const periods = asked.flatMap((found) => expand(found, yearFor(found, said, context)))
  return periods.filter((p, i) => periods.findIndex((q) => q.period === p.period) === i)
}

/** How `base` stands to `period`: the year before, the month before, or any other; null without one. */
export function relationOf(
  base: string | null,
  period: string | undefined,
): 'year-before' | 'month-before' | 'other' | null {
  if (base === null || yearOf(base) === null) return null
  if (period === undefined) return 'other'
  if (yearOf(period) === null) return null
  if (isMonthBefore(base, period)) return 'month-before'
  return base === shiftYears(period, -1) ? 'year-before' : 'other'
}

function isMonthBefore(base: string | null, period: string | undefined): boolean {
  const [a, b] = [base, period].map((p) =>
    p && parsePeriod(p)?.kind === 'month' ? monthsOf(p) : undefined,
  )
  return a !== undefined && b !== undefined && b.first - a.first === 1
}

function expand(found: PeriodFound, year: number | null): PeriodAsked[] {
  if (found.last !== null && found.kind !== 'years') {
    const first = found.part ?? 1
    return Array.from({ length: found.last - first + 1 }, (_, i) => ({
      period: periodOf({ ...found, part: first + i }, year),
      yearSaid: year !== null,
    }))
  }
  if (found.kind !== 'years' || found.last === null || year === null)
    return [{ period: periodOf(found, year), yearSaid: year !== null }]
  const count = Math.min(found.last - year + 1, LONGEST_RANGE)
  return Array.from({ length: count }, (_, i) => ({ period: String(year + i), yearSaid: true }))
}

/**
 * The period that is compared with ("so với năm 2001"), null when none is named. A bare year means
 * the same part of that year.
 */
export function readBase(
  all: readonly MentionOf<'period'>[],
  asked: readonly PeriodAsked[],
): string | null {
  const base = all.map((m) => m.period).find((p) => p.role === 'base')
  const first = asked[0]?.period
  if (base && base.year === null && first && base.kind !== 'year') {
    const year = yearOf(first)
    return periodOf(base, year === null ? null : year + base.step)
  }
  if (!base || base.year === null) return null
  if (base.kind === 'year' && first?.includes('-')) return `${base.year}${first.slice(4)}`
  return periodOf(base, base.year)
}
