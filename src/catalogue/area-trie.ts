/** All names of areas as one trie over words, compared exactly or without diacritics. */
import { keyOfWord } from '../vietnamese/spelling.ts'
import { COUNTRY_ALIASES } from './area-names.ts'
import {
  DISTRICTS,
  type DistrictUnit,
  FORMER_DISTRICTS,
  NEED_PREFIX,
  NOT_AREAS,
  PROVINCES,
  type Province,
  SHARED_ABBREVIATIONS,
} from './gazetteer.ts'

/** A word of a text and where it stands. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What a name can be. Everything empty: a longer name that is no area. */
export interface AreaEntry {
  country: boolean
  province: Province | null
  readonly districts: DistrictUnit[]
  /** The name alone also means something else: it needs a prefix word. */
  weak: boolean
  /** The name is also a person's, whom much is named after ("Hồ Chí Minh"). */
  person: boolean
  /** Per word, whether the name is always written with a capital there. */
  readonly capitals: boolean[]
  /** The names as lists of exact word keys, to judge a misspelling by. */
  readonly spellings: string[][]
}

export interface AreaNode {
  readonly next: Map<string, AreaNode>
  entry: AreaEntry | null
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu
const APOSTROPHE = /['’ʼ]/gu
/** Prefix words inside an alias ("TP. Huế"); the finder reads prefixes from the text. */
const ALIAS_PREFIX = /^(?:tp\. ?|tp |t\.p |thành phố |thủ đô )/iu

/** The words of a text with their spans; an apostrophe is part of a word ("M'Đrắk"). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const hit of text.matchAll(WORD))
    words.push({ start: hit.index, end: hit.index + hit[0].length, text: hit[0] })
  return words
}

/** A trie of every name; `keyOf` decides how words are compared. */
export function buildAreaTrie(keyOf: (word: string) => string): AreaNode {
  const root: AreaNode = { next: new Map(), entry: null }
  const add = (name: string, change: (entry: AreaEntry) => void): void => {
    change(entryAt(root, name, keyOf))
  }
  for (const name of NOT_AREAS) add(name, () => {})
  for (const name of COUNTRY_ALIASES)
    add(name, (entry) => {
      entry.country = true
    })
  for (const province of PROVINCES) addProvince(province, add)
  for (const district of [...DISTRICTS, ...FORMER_DISTRICTS])
    for (const name of spellingsOfDistrict(district))
      add(name, (entry) => {
        if (!entry.districts.includes(district)) entry.districts.push(district)
        if (!entry.province) entry.weak = NEED_PREFIX.includes(district.name)
      })
  return root
}

/** `keyOf` for the word of a name: apostrophes are left out, so that M'Đrắk and MĐrắk are one. */
export function areaWordKey(word: string, keyOf: (word: string) => string): string {
  return keyOf(word.replace(APOSTROPHE, ''))
}

function addProvince(
  province: Province,
  add: (name: string, change: (entry: AreaEntry) => void) => void,
): void {
  for (const alias of [province.name, ...province.aliases])
    add(alias.replace(ALIAS_PREFIX, ''), (entry) => {
      entry.province = province
    })
  for (const alias of province.weakAliases)
    if (!SHARED_ABBREVIATIONS.includes(alias))
      add(alias, (entry) => {
        entry.province = province
        if (alias === province.name) entry.person = true
        else entry.weak = true
      })
}

/** Spellings that differ from place to place: Đắk/Đăk/Đắc, Krông stays. */
function spellingsOfDistrict(district: DistrictUnit): string[] {
  const names = [district.name, ...('aliases' in district ? district.aliases : [])]
  const variants = names.flatMap((name) =>
    name.startsWith('Đắk ') ? [`Đăk ${name.slice(4)}`, `Đắc ${name.slice(4)}`] : [],
  )
  return [...names, ...variants]
}

function entryAt(root: AreaNode, name: string, keyOf: (word: string) => string): AreaEntry {
  const words = wordsOf(name)
  let node = root
  for (const word of words) node = child(node, areaWordKey(word.text, keyOf))
  const capitals = words.map(({ text }) => isCapital(text) && text !== 'Quận')
  node.entry ??= {
    country: false,
    province: null,
    districts: [],
    weak: false,
    person: false,
    capitals: [...capitals],
    spellings: [],
  }
  for (const [i, capital] of capitals.entries()) if (!capital) node.entry.capitals[i] = false
  node.entry.spellings.push(words.map(({ text }) => areaWordKey(text, keyOfWord)))
  return node.entry
}

function child(node: AreaNode, key: string): AreaNode {
  let next = node.next.get(key)
  if (!next) {
    next = { next: new Map(), entry: null }
    node.next.set(key, next)
  }
  return next
}

/** True when the word begins with a capital letter (or is a number). */
export function isCapital(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase() || (first >= '0' && first <= '9')
}
