/** Finds the headline of an article inside its text. */
import type { Boilerplate } from './clean.ts'
import { isProse, type Line } from './clean-lines.ts'

const LONGEST_TITLE = 220
/** A headline that ends like a sentence must be much shorter than a paragraph. */
const LONGEST_SENTENCE_TITLE = 100
const FEWEST_WORDS = 5

/** The text with spaces in place of its boilerplate; offsets stay. */
export function blankOut(text: string, boilerplate: readonly Boilerplate[]): string {
  let blanked = ''
  let at = 0
  for (const { start, end } of boilerplate) {
    blanked += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    at = end
  }
  return blanked + text.slice(at)
}

/** Dates behind a headline and marks of the newspaper before it are no part of it. */
export function trimTitle(headline: string): string {
  return headline
    .replace(/\s*\(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)\s*$/, '')
    .replace(/^\(\p{Lu}\p{L}{1,6}\)\s*[.\-–—]*\s*/u, '')
}

/**
 * The headline: the last line of some words above the first paragraph, else a short first sentence.
 * undefined for a text that begins with a paragraph.
 */
export function findTitle(lines: readonly Line[]): Line | undefined {
  const firstProse = lines.findIndex((line) => isProse(line))
  const above = lines.slice(0, firstProse < 0 ? lines.length : firstProse)
  const headlines = above.filter(
    (line) => line.text.length <= LONGEST_TITLE && line.words.split(' ').length >= FEWEST_WORDS,
  )
  const headline = headlines.at(-1)
  if (headline && (firstProse >= 0 || lines.length > 1)) return headline
  const first = lines[firstProse]
  const next = lines[firstProse + 1]
  if (!first || !next || above.length > 0) return undefined
  const isShort = first.text.length <= LONGEST_SENTENCE_TITLE && !/[.!?]\s/.test(first.text)
  return isShort && next.text.length > first.text.length && !first.text.startsWith('(')
    ? first
    : undefined
}
