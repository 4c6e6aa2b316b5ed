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
 * A passage as the text of a tsvector: folded and unfolded syllables, folded pairs, and the areas
 * and years that a search may filter by (none known: a lexeme that says so).
 */
export function passageTerms(
  text: string,
  areas: readonly string[],
  years: readonly number[],
): string {
  const lexemes = new Set<string>()
  for (const { word, folded, pair } of wordsOf(text)) {
    lexemes.add(folded)
    lexemes.add(word)
    if (pair !== undefined) lexemes.add(pair)
  }
  for (const area of areas) lexemes.add(AREA + area)
  for (const year of years) lexemes.add(YEAR_MARK + year)
  if (years.length === 0) lexemes.add(YEAR_MARK)
  return [...lexemes].map(quoteLexeme).join(' ')
}

/**
 * The terms of a query, each once. Pairs count most; a syllable typed with its diacritics counts
 * half by its letters and half by its diacritics.
 */
export function queryTerms(text: string): QueryTerm[] {
  const boosts = new Map<string, number>()
  for (const { word, folded, pair } of wordsOf(text)) {
    if (pair !== undefined) boosts.set(pair, 1.5)
    if (word === folded) boosts.set(word, 1)
    else for (const form of [word, folded]) boosts.set(form, Math.max(boosts.get(form) ?? 0, 0.5))
  }
  return [...boosts].map(([term, boost]) => ({ term, query: quoteLexeme(term), boost }))
}

/** The term of passages that are about an area. */
export function areaTerm(area: string): string {
  return AREA + area
}

/** The terms of passages about any year of an inclusive range, or about an unknown one. */
export function yearTerms(years: { readonly from: number; readonly to: number }): string[] {
  const terms = [YEAR_MARK]
  for (
    let year = Math.max(years.from, FIRST_YEAR);
    year <= Math.min(years.to, LAST_YEAR);
    year += 1
  )
    terms.push(YEAR_MARK + year)
  return terms
}

/** Terms of which any must be there, as a tsquery. */
export function anyOf(terms: readonly string[]): string {
  return `(${terms.map(quoteLexeme).join(' | ')})`
}

/** The years that a text names, ascending. */
export function yearsNamed(text: string): number[] {
  return [...new Set(Array.from(text.matchAll(YEAR), (hit) => Number(hit[0])))].sort()
}
