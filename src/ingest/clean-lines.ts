/** A text as lines, with what the cleaning rules look at. */
import { foldKey } from '../vietnamese/fold.ts'

export interface Line {
  readonly start: number
  readonly end: number
  /** Trimmed, as printed. */
  readonly text: string
  /** Trimmed and folded, of the same length as `text`. */
  readonly key: string
  /** Folded letters and digits only, single spaces: for comparing with a table of phrases. */
  readonly words: string
  /** Holds a number with a unit or per cent sign: such a line is not dropped on looks alone. */
  readonly hasFigure: boolean
}

const FIGURE =
  /\d\s*(?:%|phan tram|ty|ti|trieu|nghin|ngan|usd|dong|tan|kwh|lan|m3|ha|doanh nghiep|san pham)(?![\p{L}])/u
const SENTENCE_END = /[.!?…:;]["”')]*$/

/** One line from its words; for the lines of a text use `toLines`. */
export function toLine(raw: string, at: number): Line {
  const text = raw.trim()
  const start = at + raw.length - raw.trimStart().length
  const key = foldKey(text)
  const words = key.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return { start, end: start + text.length, text, key, words, hasFigure: FIGURE.test(key) }
}

/** The lines of a text that hold anything, in order. */
export function toLines(text: string): Line[] {
  // Blank lines are passed by without being made: a text may hold nothing else.
  return Array.from(text.matchAll(/\S[^\n]*/g), ({ 0: raw, index }) => toLine(raw, index))
}

/** True for running text: long, or ended like a sentence and not just a few words. */
export function isProse(line: Line): boolean {
  if (line.text.length >= 180) return true
  return line.text.length >= 60 && SENTENCE_END.test(line.text)
}

/** True for a line shaped like the title of another article: some words, no end of a sentence. */
export function isTitleLike(line: Line): boolean {
  return line.text.length >= 20 && line.text.length <= 220 && !/[.;]$/.test(line.text)
}
