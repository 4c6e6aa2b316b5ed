/**
 * Finds areas in running text. One walk over the words with one trie of all names, so the cost grows
 * with the text and not with the gazetteer.
 */
import { foldKey } from '../vietnamese/fold.ts'
import { foldedKeyOfWord, keyOfWord } from '../vietnamese/spelling.ts'
import { headBefore, namesPerson, type Prefix, prefixBefore } from './area-context.ts'
import { areaOfDistrict, COUNTRY } from './area-names.ts'
import {
  type AreaEntry,
  type AreaNode,
  areaWordKey,
  buildAreaTrie,
  isCapital,
  type Word,
  wordsOf,
} from './area-trie.ts'
import { COMMON_WORDS_TYPED, COMMON_WORDS_UNMARKED, type DistrictUnit } from './gazetteer.ts'

/** A place named in a text. */
export interface AreaMention {
  /** Span in the text, with its prefix word ("huyện Tứ Kỳ"). */
  readonly start: number
  readonly end: number
  readonly kind: 'province' | 'district' | 'country'
  /** The area as figures write it; null for a district name that stands in several provinces. */
  readonly area: string | null
  /** All areas the name can mean: one unless `area` is null; none for a district nobody lists. */
  readonly candidates: readonly string[]
  /** The name without its prefix, as written. */
  readonly name: string
  /** The prefix word as written, in lower case; null without one. */
  readonly prefix: string | null
  /** The word that makes the place part of another name ("Công ty", "Thủy điện"), else null. */
  readonly partOf: string | null
  /** True for a province that only says where the district just before it lies. */
  readonly qualifies: boolean
}

/** How words are compared, and what a spelling must look like to count. */
interface Mode {
  readonly trie: AreaNode
  readonly keyOf: (word: string) => string
  readonly accepts: (words: readonly Word[], entry: AreaEntry, prefixed: boolean) => boolean
}

interface Hit {
  readonly entry: AreaEntry
  readonly from: number
  readonly to: number
}

/** What may stand between the words of one name. */
const JOINT = /^(?:[ \u00a0]|[ \u00a0]?[-–—_][ \u00a0]?)$/u
const POINT_AFTER_LETTERS = 2
const UNMARKED_COMMON = new Set(COMMON_WORDS_UNMARKED.map(unmarkedKey))
const TYPED_COMMON = new Set(
  COMMON_WORDS_TYPED.map((words) => words.split(' ').map(keyOfWord).join(' ')),
)
const UNLISTED =
  /(?<![\p{L}\p{M}\p{N}])(huyện|thị xã|quận)[ \u00a0]+(\p{Lu}[\p{L}\p{M}'’]*(?:[ \u00a0]\p{Lu}[\p{L}\p{M}'’]*)?)/gu
const BETWEEN_QUALIFIER = /^[ \u00a0]*[,(–-]?[ \u00a0]*(?:thuộc[ \u00a0]+)?$/u

const EXACT: Mode = {
  trie: buildAreaTrie(keyOfWord),
  keyOf: keyOfWord,
  accepts: (words, entry, prefixed) =>
    (prefixed || !entry.weak) &&
    words.every(({ text }, i) => entry.capitals[i] === false || isCapital(text)),
}
const FOLDED: Mode = {
  trie: buildAreaTrie(foldedKeyOfWord),
  keyOf: foldedKeyOfWord,
  accepts: acceptsUnmarked,
}

/**
 * Areas in a text with diacritics, in reading order, without overlaps, the longest name winning.
 * Names count only with capitals. A district known in several provinces is settled when its province
 * is named right behind it; "huyện" with a name that no list has is a district without candidates.
 */
export function findAreaMentions(text: string): AreaMention[] {
  const listed = mentionsIn(text, EXACT)
  return settleDistricts(text, withUnlisted(text, listed))
}

/**
 * The same for questions: any case, missing or mistaken diacritics ("xuat khau hai duong",
 * "Quãng Ninh").
 */
export function findAreaMentionsFolded(text: string): AreaMention[] {
  return settleDistricts(text, mentionsIn(text, FOLDED))
}

function mentionsIn(text: string, mode: Mode): AreaMention[] {
  const words = wordsOf(text)
  const keys = words.map((word) => areaWordKey(word.text, mode.keyOf))
  const found: AreaMention[] = []
  for (let i = 0; i < words.length; ) {
    const hit = longestAt(text, words, keys, i, mode.trie)
    const cut = hit && mode === FOLDED && cutsProvince(text, words, keys, hit)
    const mention = hit && !cut && mentionOf(text, words, hit, mode)
    if (mention) found.push(mention)
    // A longer name that is no area (Thái Bình Dương) is stepped over whole.
    i = mention || (hit && isNoArea(hit.entry)) ? hit.to : i + 1
  }
  return found
}

/** "9 tháng Bình Phước" names no Thăng Bình: a district read across the start of a province. */
function cutsProvince(
  text: string,
  words: readonly Word[],
  keys: readonly string[],
  { entry, from, to }: Hit,
): boolean {
  if (entry.province !== null || entry.country) return false
  return keys.slice(from + 1, to).some((_, i) => {
    const inner = longestAt(text, words, keys, from + 1 + i, FOLDED.trie)
    return inner !== undefined && Boolean(inner.entry.province) && inner.to > to
  })
}

function longestAt(
  text: string,
  words: readonly Word[],
  keys: readonly string[],
  from: number,
  trie: AreaNode,
): Hit | undefined {
  let node: AreaNode | undefined = trie
  let best: Hit | undefined
  for (let i = from; i < words.length; i++) {
    if (i > from && !joined(text, words[i - 1], words[i])) break
    node = node.next.get(keys[i] ?? '')
    if (!node) break
    if (node.entry) best = { entry: node.entry, from, to: i + 1 }
  }
  return best
}

function joined(text: string, left: Word | undefined, right: Word | undefined): boolean {
  if (!left || !right) return false
  const gap = text.slice(left.end, right.start)
  return JOINT.test(gap) || (gap === '.' && left.text.length <= POINT_AFTER_LETTERS)
}

function isNoArea(entry: AreaEntry): boolean {
  return !entry.country && !entry.province && entry.districts.length === 0
}

function mentionOf(
  text: string,
  words: readonly Word[],
  { entry, from, to }: Hit,
  mode: Mode,
): AreaMention | undefined {
  const first = words[from]
  const last = words[to - 1]
  if (!first || !last) return undefined
  const prefix = prefixBefore(text, first.start)
  if (prefix?.kind === 'other') return undefined
  if (!mode.accepts(words.slice(from, to), entry, prefix !== undefined)) return undefined
  if (!prefix && entry.person && namesPerson(text, words, from)) return undefined
  const meaning = meaningOf(entry, prefix)
  if (!meaning) return undefined
  const [only, ...more] = meaning.candidates
  return {
    start: prefix?.start ?? first.start,
    end: last.end,
    kind: meaning.kind,
    area: only !== undefined && more.length === 0 ? only : null,
    candidates: meaning.candidates,
    name: text.slice(first.start, last.end),
    prefix: prefix?.word ?? null,
    partOf: prefix ? null : headBefore(text, words, from),
    qualifies: false,
  }
}

function meaningOf(
  entry: AreaEntry,
  prefix: Prefix | undefined,
): Pick<AreaMention, 'kind' | 'candidates'> | undefined {
  if (entry.country) return { kind: 'country', candidates: [COUNTRY] }
  const { province } = entry
  if (province && speaksOfProvince(entry, prefix))
    return { kind: 'province', candidates: [province.name] }
  if (prefix?.kind === 'province' || entry.districts.length === 0) return undefined
  return {
    kind: 'district',
    candidates: districtsMeant(entry.districts, prefix).map(areaOfDistrict),
  }
}

function speaksOfProvince(entry: AreaEntry, prefix: Prefix | undefined): boolean {
  if (!prefix || prefix.kind === 'province') return true
  if (prefix.kind !== 'town') return false
  return entry.province?.type === 'thành phố' || entry.districts.length === 0
}

/** The districts of the prefix's type, or all where a town was raised since (thị xã Hà Giang). */
function districtsMeant(
  all: readonly DistrictUnit[],
  prefix: Prefix | undefined,
): readonly DistrictUnit[] {
  const type = prefix?.kind === 'town' ? 'thành phố' : prefix?.word.replace(/^tx\.?$/u, 'thị xã')
  const same = all.filter((d) => d.type === type || foldKey(d.type) === type)
  return same.length > 0 ? same : all
}

/**
 * Whether words typed carelessly are meant as this name: exactly it, without any diacritics, or with
 * a mistaken one beside a right syllable or in capitals.
 */
function acceptsUnmarked(words: readonly Word[], entry: AreaEntry, prefixed: boolean): boolean {
  const typed = words.map(({ text }) => areaWordKey(text, keyOfWord))
  if (
    entry.weak &&
    !prefixed &&
    typed.join('').length <= 3 &&
    !words.every((w) => isShouted(w.text))
  )
    return false
  if (entry.spellings.some((spelling) => spelling.every((key, i) => key === typed[i])))
    return prefixed || !entry.weak || entry.province !== null
  const unmarked = words.every(({ text }) => foldKey(text) === text.toLowerCase())
  if (unmarked)
    return prefixed || (!isCommonUnmarked(entry, typed) && !(entry.weak && !entry.province))
  if (words.every(({ text }) => isCapital(text))) return true
  return (
    !TYPED_COMMON.has(typed.join(' ')) &&
    entry.spellings.some((spelling) => spelling.some((key, i) => key === typed[i]))
  )
}

function isCommonUnmarked(entry: AreaEntry, typed: readonly string[]): boolean {
  return entry.province === null && UNMARKED_COMMON.has(typed.join(' '))
}

function unmarkedKey(name: string): string {
  return foldKey(name).split(' ').map(keyOfWord).join(' ')
}

function isShouted(word: string): boolean {
  return word === word.toUpperCase()
}

function withUnlisted(text: string, listed: readonly AreaMention[]): AreaMention[] {
  const all = [...listed]
  for (const hit of text.matchAll(UNLISTED)) {
    const [written, prefix = '', name = ''] = hit
    const end = hit.index + written.length
    if (listed.some((m) => m.start < end && m.end > hit.index)) continue
    const about = { area: null, candidates: [], partOf: null, qualifies: false } as const
    all.push({
      start: hit.index,
      end,
      kind: 'district',
      name,
      prefix: prefix.toLowerCase(),
      ...about,
    })
  }
  return all.sort((a, b) => a.start - b.start)
}

/** Settles districts whose province is named directly behind them, and marks that province. */
function settleDistricts(text: string, mentions: readonly AreaMention[]): AreaMention[] {
  const settled = [...mentions]
  for (const [i, district] of mentions.entries()) {
    const province = mentions[i + 1]
    if (district.kind !== 'district' || province?.kind !== 'province' || !province.area) continue
    if (!BETWEEN_QUALIFIER.test(text.slice(district.end, province.start))) continue
    const inside = areasInside(district, province.area)
    if (inside.length !== 1) continue
    settled[i] = { ...district, area: inside[0] ?? null, candidates: inside }
    settled[i + 1] = { ...province, qualifies: true }
  }
  return settled
}

function areasInside(district: AreaMention, province: string): string[] {
  if (district.candidates.length === 0) return [`${district.name}, ${province}`]
  return district.candidates.filter((area) => area.endsWith(`, ${province}`))
}
