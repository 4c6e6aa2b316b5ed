/** Reads who is to be ranked: the best or the worst, how many, among provinces or districts. */
import type { Cue } from '../../vietnamese/lexicon/questions.ts'
import type { Ask, Query, RankAsked } from '../query.ts'
import type { Words } from './words.ts'

/** What is to be ranked; null when the question does not ask for a ranking. */
export function rankOf(
  cues: ReadonlySet<Cue>,
  asks: readonly Ask[],
  words: Words,
  previous: Query | null,
): RankAsked | null {
  const provinces = asks.flatMap((ask) => ask.areas).filter((a) => a.kind === 'province')
  const districts = cues.has('which-district')
  const extreme = cues.has('highest') || cues.has('lowest') || cues.has('top')
  if (!extreme) return provinces.length === 0 && cues.size <= 1 ? (previous?.rank ?? null) : null
  // Provinces that are named are compared with each other; only "đứng thứ mấy" ranks one.
  if (!districts && provinces.length > (cues.has('top') ? 1 : 0)) return null
  const only = provinces[0]?.area ?? null
  return {
    direction: directionOf(cues),
    count: countIn(words) ?? 1,
    within: districts ? only : null,
    districts,
    focus: districts ? null : only,
  }
}

/** "giảm sâu nhất" is the lowest growth, "giảm ít nhất" the highest. */
function directionOf(cues: ReadonlySet<Cue>): RankAsked['direction'] {
  if (cues.has('highest') && cues.has('lowest')) return 'both'
  return cues.has('lowest') || cues.has('down') ? 'lowest' : 'highest'
}

/** "top 3", "3 tỉnh dẫn đầu". */
function countIn(words: Words): number | undefined {
  const keys = words.folded.map((token) => token.key)
  for (const [i, key] of keys.entries()) {
    const next = Number(keys[i + 1])
    if (key === 'top' && next > 0 && next <= 20) return next
    const counted = /^(?:tinh|dia|thanh|noi)$/.test(keys[i + 1] ?? '')
    if (counted && Number(key) > 1 && Number(key) <= 20) return Number(key)
  }
  return undefined
}
