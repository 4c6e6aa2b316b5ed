/** The place that the headline of a pasted text names, for claims that do not name one themselves. */
import { findAreaMentions } from '../catalogue/area-mentions.ts'
import { readQuantities } from '../vietnamese/read-quantities.ts'

/**
 * The one area in a first line that states no figure: "Tình hình kinh tế huyện Cẩm Giàng, Hải Dương" →
 * "Cẩm Giàng, Hải Dương". null without such a line, and where it names several areas or none.
 */
export function headlineArea(text: string): string | null {
  const [first = '', ...others] = text.split('\n').filter((line) => line.trim() !== '')
  if (others.length === 0 || readQuantities(first).length > 0) return null
  const named = findAreaMentions(first).filter(({ qualifies, partOf }) => !qualifies && !partOf)
  const areas = new Set(named.map(({ area }) => area))
  const [only = null] = areas
  return areas.size === 1 ? only : null
}
