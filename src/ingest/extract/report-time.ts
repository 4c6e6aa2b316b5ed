/** Finds the year and month that an article reports on, for periods said without a year. */
import type { Article } from '../../model/article.ts'
import { tokenize } from '../../vietnamese/engine.ts'
import { findPeriods, type PeriodMention } from '../../vietnamese/read-periods.ts'
import { keyOfWord } from '../../vietnamese/spelling.ts'

export interface ReportTime {
  readonly year: number | null
  readonly month: number | null
}

const REPORTING: ReadonlySet<string> = new Set(['year', 'month', 'months', 'quarter', 'half'])

/** Last month of the period in its year. */
function endMonth({ kind, part }: PeriodMention): number {
  if (part === null || kind === 'year') return 12
  return kind === 'quarter' ? part * 3 : kind === 'half' ? part * 6 : part
}

/**
 * The year that bare periods belong to: the year of publication, or the one before when what is
 * reported on had not ended by then; without a date the first year that the text says of a period.
 */
export function reportTime(article: Pick<Article, 'text' | 'published'>): ReportTime {
  const mentions = findPeriods(tokenize(article.text, keyOfWord)).filter((m) =>
    REPORTING.has(m.kind),
  )
  const said = mentions.find((m) => m.year !== null && m.yearRef === null)?.year ?? null
  if (article.published === null) return { year: said, month: null }
  const [year = 0, month = null] = article.published.split('-').map(Number)
  const bare = mentions.find((m) => m.year === null && m.kind !== 'year')
  if (said === year - 1 || said === year) {
    const early = month !== null && month <= 2
    return { year: said === year - 1 && !early && bare ? year : said, month: null }
  }
  const notYet = bare !== undefined && month !== null && endMonth(bare) > month
  return { year: notYet ? year - 1 : year, month: null }
}
