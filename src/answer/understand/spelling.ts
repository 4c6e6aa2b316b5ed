/**
 * Mends typing errors in words that nobody knows, and only where the mended word completes a phrase
 * of the catalogue: a wrong guess is worse than a question back.
 */

import { findAreaMentionsFolded } from '../../catalogue/area-mentions.ts'
import { PROVINCES } from '../../catalogue/gazetteer.ts'
import { INDICATOR_ALIASES } from '../../catalogue/indicators.ts'
import { KNOWN_PARTS, PART_FILLERS } from '../../vietnamese/lexicon/question-parts.ts'
import { FOREIGN_COUNTRIES, OUTSIDE_TOPICS } from '../../vietnamese/lexicon/question-topics.ts'
import { FILLER_PHRASES, FILLER_WORDS } from '../../vietnamese/lexicon/question-words.ts'
import { CUES } from '../../vietnamese/lexicon/questions.ts'
import { foldedKeyOfWord } from '../../vietnamese/spelling.ts'
import type { DefaultTaken } from '../query.ts'
import { type Words, wordsOf } from './words.ts'

export interface Corrected {
  readonly words: Words
  readonly corrected: readonly DefaultTaken[]
}

const SHORTEST_NAME = 6

interface Phrase {
  readonly keys: readonly string[]
  readonly text: string
  readonly place: boolean
}

const PHRASES: readonly Phrase[] = [
  ...PROVINCES.map((p) => ({ ...phraseOf(p.name), place: true })),
  ...INDICATOR_ALIASES.map((a) => ({ ...phraseOf(a.alias), place: false })),
].filter((p) => p.keys.length > 1 && p.keys.join('').length >= SHORTEST_NAME)
const KNOWN = new Set(PHRASES.flatMap((p) => p.keys))
/** Everyday words of questions: none of them is a slip of a name ("giá tại" is not Gia Lai). */
const EVERYDAY = new Set(
  [
    ...FILLER_WORDS,
    ...FILLER_PHRASES,
    ...KNOWN_PARTS,
    ...PART_FILLERS,
    ...FOREIGN_COUNTRIES,
    ...OUTSIDE_TOPICS,
    ...CUES.flatMap((cue) => cue.patterns),
  ]
    .flatMap((text) => text.split(/[\s(|)?,–-]+/))
    .filter(Boolean)
    .map(foldedKeyOfWord),
)

function phraseOf(text: string): { keys: string[]; text: string } {
  return {
    keys: text
      .split(/[\s,–-]+/)
      .filter(Boolean)
      .map(foldedKeyOfWord),
    text,
  }
}

/** One letter too many, too few, wrong, or two swapped. */
function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  if (endA - start <= 1 && endB - start <= 1) return true
  const swapped = endA - start === 2 && endB - start === 2
  return swapped && a[start] === b[start + 1] && a[start + 1] === b[start]
}

/** Phrases that differ from the words at `at` by one slip in one unknown word. */
function candidates(keys: readonly string[], at: number): Phrase[] {
  return PHRASES.filter((phrase) => {
    let slips = 0
    for (const [i, key] of phrase.keys.entries()) {
      const typed = keys[at + i]
      if (typed === undefined) return false
      if (typed === key) continue
      if (typed.length < 3 || (KNOWN.has(typed) && !phrase.place) || !oneSlip(typed, key))
        return false
      slips++
    }
    return slips === 1
  })
}

/** The question with its slips mended; unchanged when none is certain. */
export function correctSpelling(words: Words): Corrected {
  const keys = words.folded.map((token) => token.key)
  if (keys.every((key) => KNOWN.has(key) || EVERYDAY.has(key))) return { words, corrected: [] }
  const placed = findAreaMentionsFolded(words.text).some((mention) => mention.area !== null)
  for (let at = 0; at < keys.length; at++) {
    const found = candidates(keys, at).filter(
      (phrase) => !(placed && phrase.place) && unknownHere(phrase, keys, at),
    )
    const longest = Math.max(0, ...found.map((p) => p.keys.length))
    const best = found.filter((p) => p.keys.length === longest)
    const [only, ...more] = best
    if (!only || more.length > 0) continue
    const from = words.exact[at]?.start ?? 0
    const to = words.exact[at + only.keys.length - 1]?.end ?? from
    const typed = words.text.slice(from, to)
    const mended = words.text.slice(0, from) + only.text + words.text.slice(to)
    const rest = correctSpelling(wordsOf(mended))
    const said = { what: 'spelling', text: `Hiểu “${typed}” là “${only.text}”.` } as const
    return { words: rest.words, corrected: [said, ...rest.corrected] }
  }
  return { words, corrected: [] }
}

/** The mistyped word itself is no word of the catalogue. */
function unknownHere(phrase: Phrase, keys: readonly string[], at: number): boolean {
  return phrase.keys.every((key, i) => {
    const typed = keys[at + i] ?? ''
    return typed === key || !(KNOWN.has(typed) || EVERYDAY.has(typed))
  })
}
