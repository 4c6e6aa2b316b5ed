/** The words of passages and queries as lexemes of the full-text index. */
import { foldKey } from '../vietnamese/fold.ts'

/** Letters, or a number with its separators. */
const WORD = /[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu
const NUMBER = /^\p{N}/u
const YEAR = /(?<![\p{N}.,])(?:19|20)\d\d(?![\p{N}]|[.,]\p{N})/gu

/** Longer tokens are no words; PostgreSQL refuses lexemes over 2 kB. */
const LONGEST = 40

/** What stands before a filter lexeme, so that it never equals a word. */
const AREA = '@'
const YEAR_MARK = '#'

/** A pair is mostly a word, a syllable mostly a part of one. */
const PAIR_BOOST = 1.5

/** A range of years is cut to these: no article is about others. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

export interface QueryTerm {
  readonly term: string
  /** The term as a tsquery. */
  readonly query: string
  /** How much it counts beside its rarity. */
  readonly boost: number
}

interface Word {
  readonly word: string
  readonly folded: string
  /** Folded with the word before it, when nothing but a space stands between; most Vietnamese words are such pairs. */
  readonly pair: string | undefined
}

function wordsOf(text: string): Word[] {
  const lower = text.normalize('NFC').toLowerCase()
  const words: Word[] = []
  let before: { folded: string; end: number } | undefined
  for (const hit of lower.matchAll(WORD)) {
    const word = hit[0]
    if (word.length > LONGEST) continue
    const folded = foldKey(word)
    const isNumber = NUMBER.test(word)
    const adjacent = before !== undefined && hit.index === before.end + 1
    const joined = adjacent && lower[hit.index - 1] === ' '
    words.push({
      word,
      folded,
      pair: joined && !isNumber ? `${before?.folded}_${folded}` : undefined,
    })
    before = isNumber ? undefined : { folded, end: hit.index + word.length }
  }
  return words
}

function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/**
 * A passage as the text of a tsvector: folded and unfolded syllables, folded pairs, and the areas and
 * years that a search may filter by (none known: a lexeme that says so). The areas, the years and the
 * `heading` of the article count as words too: a passage in the middle of an article rarely repeats
 * whom and when it is about.
 */
export function passageTerms(passage: {
  readonly text: string
  readonly heading: string
  readonly areas: readonly string[]
  readonly years: readonly number[]
}): string {
  const { text, heading, areas, years } = passage
  const lexemes = new Set<string>()
  for (const { word, folded, pair } of wordsOf([text, heading, ...areas, ...years].join('\n'))) {
    lexemes.add(folded)
    lexemes.add(word)
    if (pair !== undefined) lexemes.add(pair)
  }
  for (const area of areas) lexemes.add(areaTerm(area))
  for (const mark of years.length === 0 ? [YEAR_MARK] : years.map(yearTerm)) lexemes.add(mark)
  return [...lexemes].map(quoteLexeme).join(' ')
}

/**
 * The terms of a query, each once: syllables as typed (without diacritics they are the folded ones)
 * and folded pairs, which count more. The pairs also find what was typed with other diacritics.
 */
export function queryTerms(text: string): QueryTerm[] {
  const boosts = new Map<string, number>()
  for (const { word, pair } of wordsOf(text)) {
    boosts.set(word, 1)
    if (pair !== undefined) boosts.set(pair, PAIR_BOOST)
  }
  return [...boosts].map(([term, boost]) => ({ term, query: quoteLexeme(term), boost }))
}

/** The term of passages that are about an area. */
export function areaTerm(area: string): string {
  return AREA + area
}

/** The years of an inclusive range that articles may be about. */
export function yearsWithin(range: { readonly from: number; readonly to: number }): number[] {
  const first = Math.max(range.from, FIRST_YEAR)
  const count = Math.max(0, Math.min(range.to, LAST_YEAR) - first + 1)
  return Array.from({ length: count }, (_, index) => first + index)
}

/** The terms of passages about any of these years, or about an unknown one. */
export function yearTerms(years: readonly number[]): string[] {
  return [YEAR_MARK, ...years.map(yearTerm)]
}

function yearTerm(year: number): string {
  return YEAR_MARK + year
}

/** Terms of which any must be there, as a tsquery. */
export function anyOf(terms: readonly string[]): string {
  return `(${terms.map(quoteLexeme).join(' | ')})`
}

/** The years that a text names, ascending. */
export function yearsNamed(text: string): number[] {
  return [...new Set(Array.from(text.matchAll(YEAR), (hit) => Number(hit[0])))].sort()
}
