/** Which territory a province's name means around the mergers of 1 July 2025. */
import type { Borders } from '../model/figure.ts'
import { monthsOf } from '../model/period.ts'
import { meansTwoTerritories } from './area-names.ts'
import { MERGER_DAY } from './gazetteer.ts'

/** What is known of the text that names the province. */
export interface BordersContext {
  /** Publication date, `YYYY[-MM[-DD]]`, null when unknown. */
  readonly published: string | null
  /** Said in words: "cũ", "trước sáp nhập" → old; "mới", "sau sáp nhập" → new. */
  readonly cue: Borders | null
}

const FIRST_NEW_MONTH = Number(MERGER_DAY.slice(0, 4)) * 12 + Number(MERGER_DAY.slice(5, 7)) - 1

/**
 * `"old"` or `"new"` where the province's name means two territories, else null. A text published
 * after the mergers speaks of the new province unless it says otherwise; before them a name is
 * clear unless the period reaches past the mergers.
 */
export function bordersFor(
  area: string | null,
  period: string,
  { published, cue }: BordersContext,
): Borders | null {
  if (area === null || !meansTwoTerritories(area)) return null
  if (cue === 'old') return 'old'
  const side = sideOfMerger(published)
  if (side === 'after') return 'new'
  const months = monthsOf(period)
  if (!months || months.last < FIRST_NEW_MONTH) return null
  if (side === 'before' && cue === null) return 'old'
  return cue === 'new' || months.first >= FIRST_NEW_MONTH || published !== null ? 'new' : null
}

/** On which side of the mergers a date lies; `unknown` without a date, or for the bare year of them. */
export function sideOfMerger(published: string | null): 'before' | 'after' | 'unknown' {
  if (published === null || published === MERGER_DAY.slice(0, 4)) return 'unknown'
  return published >= MERGER_DAY.slice(0, published.length) ? 'after' : 'before'
}
