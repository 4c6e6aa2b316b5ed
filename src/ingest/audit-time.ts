/** Results of a time that had not begun when the article was published. */
import { monthsOf } from '../model/period.ts'
import { formatDate, formatPeriodVi } from '../vietnamese/format.ts'
import type { Finding, Placed } from './audit-finding.ts'

/** Said of what has happened; an estimate may run ahead of its time. */
const HAPPENED = new Set(['actual', 'preliminary'])

/** `out-of-range` for results of a period that begins after the publication. */
export function checkTimes(figures: readonly Placed[], published: string | null): Finding[] {
  if (published === null) return []
  const [year = '', month = '12'] = published.split('-')
  const monthOfPublication = Number(year) * 12 + Number(month) - 1
  return figures.flatMap(({ figure, at }) => {
    const months = monthsOf(figure.period)
    if (!months || !HAPPENED.has(figure.status) || months.first <= monthOfPublication) return []
    const when = formatPeriodVi(figure.period)
    const text = `Bài đăng ${formatDate(published)}, khi ${when} chưa bắt đầu, mà không nói là mục tiêu hay dự báo.`
    return [{ code: 'out-of-range', figures: [at], text } satisfies Finding]
  })
}
