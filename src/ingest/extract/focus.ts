/** Finds the district that an article of a province is about. */
import { foldName } from '../../vietnamese/fold.ts'
import type { Item, ItemOf } from './items.ts'
import type { Sentence } from './scene.ts'

/** How far the head of an article goes: its title and first sentences. */
const HEAD_SENTENCES = 4
/** "huyện", "thành phố" without a name, as a district's report speaks of itself. */
const BARE_UNIT =
  /(?<![\p{L}\p{M}])(?:(?:toàn|của|trên địa bàn|UBND|HĐND|trong|sách|Toàn) )(huyện|thị xã|quận|thành phố)(?! ?(?:[,;&]|và) ?(?:huyện|quận|thị xã|thành phố)| \p{Lu})(?![\p{L}\p{M}])/gu
const UNIT_OF_PREFIX: Readonly<Record<string, string>> = {
  huyen: 'huyện',
  quan: 'quận',
  'thi xa': 'thị xã',
  tx: 'thị xã',
  'thanh pho': 'thành phố',
  tp: 'thành phố',
}

/**
 * The area of the district when the head of the article names one of the article's province and the
 * body goes on to speak of "huyện", "toàn thành phố" as its own place; null otherwise.
 */
export function focusDistrict(
  text: string,
  sentences: readonly Sentence[],
  articleArea: string | null,
  isTown: boolean,
): string | null {
  if (articleArea === null || articleArea.includes(',')) return null
  const head = sentences.slice(0, HEAD_SENTENCES).flatMap((s) => s.items)
  const districts = head.filter(
    (i): i is ItemOf<'area'> => i.kind === 'area' && i.area.kind === 'district',
  )
  const areaOf = (d: ItemOf<'area'>): string | null =>
    d.area.area ?? (d.area.candidates.length === 0 ? `${d.area.name}, ${articleArea}` : null)
  const inside = districts.filter((d) => areaOf(d)?.endsWith(`, ${articleArea}`))
  const [first] = inside
  if (!first || isListed(head, first)) return null
  const units = new Set([...text.matchAll(BARE_UNIT)].map((hit) => hit[1]))
  // In a province that is a city itself, "thành phố" is the province.
  if (isTown) units.delete('thành phố')
  const said = inside.map((d) => UNIT_OF_PREFIX[(d.area.prefix ?? '').replace(/\./g, '')])
  const fits =
    said.some((unit) => unit !== undefined && units.has(unit)) ||
    (said.every((u) => !u) && units.size === 1)
  return fits ? areaOf(first) : null
}

/** How many items behind a district another one makes a list of them. */
const LIST_REACH = 12

/** One of several districts named in a row is nobody's subject. */
function isListed(items: readonly Item[], first: ItemOf<'area'>): boolean {
  const at = items.indexOf(first)
  const own = foldName(first.area.name)
  return items
    .slice(at + 1, at + 1 + LIST_REACH)
    .some((i) => i.kind === 'area' && i.area.kind === 'district' && foldName(i.area.name) !== own)
}
