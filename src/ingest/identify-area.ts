/** Which province an article is about. Never guessed: without clear evidence the answer is null. */
import { COUNTRY, membersOf, sideOfMerger } from '../catalogue/areas.ts'
import { type Evidence, type EvidenceText, findEvidence } from './identify-evidence.ts'

export interface AreaFinding {
  readonly area: string | null
  /** The pieces of evidence in Vietnamese words; null without an area. */
  readonly areaEvidence: string | null
}

/** Less than this is a mention in passing, not what the article is about. */
const LEAST_WEIGHT = 2.5
/** How far the first must be ahead of the second. */
const LEAD_FACTOR = 1.3
const LEAD_MARGIN = 3
const PIECES_SHOWN = 4
/** From this many provinces on, the first must hold this share of all the weight. */
const MANY_PROVINCES = 4
const MOST_SHARE = 0.4

interface Candidate {
  readonly area: string
  readonly weight: number
  readonly evidence: readonly Evidence[]
}

function rank(evidence: readonly Evidence[]): Candidate[] {
  const byArea = new Map<string, Evidence[]>()
  for (const piece of evidence) byArea.set(piece.area, [...(byArea.get(piece.area) ?? []), piece])
  return [...byArea]
    .map(([area, pieces]) => ({
      area,
      weight: pieces.reduce((sum, p) => sum + p.weight, 0),
      evidence: pieces,
    }))
    .sort((a, b) => b.weight - a.weight)
}

/** After the mergers a former province's evidence is also its successor's, where that is named at all. */
function joinMembers(candidates: readonly Candidate[]): Candidate[] {
  const members = new Map(
    candidates.map((c) => [c.area, membersOf(c.area).filter((m) => m !== c.area)]),
  )
  const swallowed = new Set([...members.values()].flat())
  return candidates
    .filter((c) => !swallowed.has(c.area) || (members.get(c.area)?.length ?? 0) > 0)
    .map((c) => {
      const inside = candidates.filter((other) => members.get(c.area)?.includes(other.area))
      return { ...c, weight: inside.reduce((sum, other) => sum + other.weight, c.weight) }
    })
    .sort((a, b) => b.weight - a.weight)
}

function describe(candidate: Candidate): string {
  const words = [...candidate.evidence]
    .sort((a, b) => b.weight - a.weight)
    .map((piece) => piece.words)
  return [...new Set(words)].slice(0, PIECES_SHOWN).join('; ')
}

function isAhead([first, second, third]: readonly Candidate[]): boolean {
  if (!first || !second) return true
  // Where three provinces have a like share, the first is only the first of a list.
  if (third && third.weight * 2 > first.weight) return false
  return first.weight >= second.weight * LEAD_FACTOR || first.weight >= second.weight + LEAD_MARGIN
}

/** Many provinces spoken of alike: the article compares them and is about the country. */
function comparesMany(provinces: readonly Candidate[]): boolean {
  const sum = provinces.reduce((total, c) => total + c.weight, 0)
  return provinces.length >= MANY_PROVINCES && (provinces[0]?.weight ?? 0) < sum * MOST_SHARE
}

/**
 * The province (or "Việt Nam") an article is about with the words that say so; null when nothing says
 * it or several provinces are spoken of alike. `published` tells whether names mean the provinces of
 * 1 July 2025.
 */
export function findArea(text: EvidenceText, published: string | null): AreaFinding {
  const ranked = rank(findEvidence(text))
  const country = ranked.find((c) => c.area === COUNTRY)
  const all = ranked.filter((c) => c.area !== COUNTRY)
  const provinces = sideOfMerger(published) === 'after' ? joinMembers(all) : all
  const [first] = provinces
  const isCountry = country !== undefined && country.weight >= LEAST_WEIGHT
  if (country && comparesMany(all)) {
    return {
      area: COUNTRY,
      areaEvidence: `${describe(country)}; nhắc ${all.length} tỉnh, thành`,
    }
  }
  if (first && first.weight >= LEAST_WEIGHT && isAhead(provinces)) {
    const national = isCountry && country.weight > first.weight
    const winner = national ? country : first
    return { area: winner.area, areaEvidence: describe(winner) }
  }
  if (isCountry) return { area: COUNTRY, areaEvidence: describe(country) }
  return { area: null, areaEvidence: null }
}
