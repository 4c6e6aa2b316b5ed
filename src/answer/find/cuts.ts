/** The ways of cutting a period into parts that are told one by one. */
import { monthsOf, parsePeriod } from '../../model/period.ts'

/** Periods that together make up a period, each way of cutting it. */
export function cuts(period: string): string[][] {
  const p = parsePeriod(period)
  if (!p || p.year === null) return []
  const y = p.year
  const quarter = (n: number): string => `${y}-Q${n}`
  const month = (n: number): string => `${y}-${String(n).padStart(2, '0')}`
  const months = monthsOf(period)
  const first = months ? (months.first % 12) + 1 : 1
  const last = months ? (months.last % 12) + 1 : 12
  const byMonth = Array.from({ length: last - first + 1 }, (_, i) => month(first + i))
  const byQuarter =
    (first - 1) % 3 === 0 && last % 3 === 0
      ? Array.from({ length: (last - first + 1) / 3 }, (_, i) => quarter((first - 1) / 3 + 1 + i))
      : []
  const mixed =
    p.kind === 'year'
      ? [
          [`${y}-H1`, `${y}-H2`],
          [`${y}-9M`, quarter(4)],
          [`${y}-H1`, quarter(3), quarter(4)],
          [`${y}-11M`, month(12)],
        ]
      : period === `${y}-9M`
        ? [[`${y}-H1`, quarter(3)]]
        : []
  return [...mixed, byQuarter, byMonth].filter((cut) => cut.length > 1)
}
