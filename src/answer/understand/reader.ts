/** Reads single words of a question for the periods in it. */
import { foldKey } from '../../vietnamese/fold.ts'
import { DIGIT_WORDS, ROMAN_QUARTERS } from '../../vietnamese/lexicon/numerals.ts'
import { foldedKeyOfWord, keyOfWord } from '../../vietnamese/spelling.ts'
import type { Words } from './words.ts'

const NUMBERS = new Map<string, number>([
  ...Object.entries(DIGIT_WORDS).map(([word, n]) => [foldKey(word), n] as const),
  ['muoi', 10],
  ...Object.entries(ROMAN_QUARTERS),
])
const YEAR = /^(?:19|20)\d{2}$/

/** Looks at folded keys, but never takes a typed "Nam" or "quỹ" for "năm" or "quý". */
export class Reader {
  readonly words: Words
  constructor(words: Words) {
    this.words = words
  }
  key(at: number): string {
    return this.words.folded[at]?.key ?? ''
  }
  is(at: number, word: string): boolean {
    if (this.key(at) !== foldedKeyOfWord(word)) return false
    return this.words.bare[at] === true || this.words.exact[at]?.key === keyOfWord(word)
  }
  /** A number up to twelve, in digits or words, and where it ends. */
  count(at: number): { n: number; to: number } | undefined {
    const key = this.key(at)
    if (/^\d{1,2}$/.test(key)) return { n: Number(key), to: at + 1 }
    const n = NUMBERS.get(key)
    if (n === undefined) return undefined
    const unit = n === 10 ? NUMBERS.get(this.key(at + 1)) : undefined
    return unit !== undefined && unit < 3 ? { n: n + unit, to: at + 2 } : { n, to: at + 1 }
  }
  year(at: number): number | undefined {
    return YEAR.test(this.key(at)) ? Number(this.key(at)) : undefined
  }
}
