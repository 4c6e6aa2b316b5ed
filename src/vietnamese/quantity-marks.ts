/** What stands around a number: bounds, signs, "trở lên". */
import type { Bound } from '../model/figure.ts'
import { compilePhrases, type PhraseRule, type Token } from './engine.ts'
import { AT_LEAST_TAILS, BOUND_WORDS } from './lexicon/bounds.ts'
import { keyOfWord } from './spelling.ts'

interface BoundPhrase extends PhraseRule {
  readonly bound: Bound
}

const BOUND_MATCHER = compilePhrases<BoundPhrase>(
  Object.entries(BOUND_WORDS).map(([bound, words]) => ({
    id: `bound.${bound}`,
    patterns: words,
    examples: [],
    bound: bound as Bound,
  })),
  keyOfWord,
)
const MAX_BOUND_WORDS = 3
const TAILS = AT_LEAST_TAILS.map((tail) => tail.split(' ').map(keyOfWord))

/** Before these "hơn" is part of a comparison: "cao hơn 18%" is growth, not "over 18%". */
const COMPARATIVES = new Set(
  ['cao', 'thấp', 'nhiều', 'ít', 'lớn', 'nhỏ', 'kém', 'nhanh', 'chậm'].map(keyOfWord),
)
/** "tốc độ 7,6%", "mức độ": a noun, no "about". */
const RATES = new Set(['tốc', 'nhịp', 'mức', 'cường', 'trình'].map(keyOfWord))
const ABOUT = keyOfWord('độ')

/** The bound said right before token `at`, and the token it starts at. */
export function boundBefore(
  tokens: readonly Token[],
  at: number,
): { bound: Bound; from: number } | undefined {
  for (let from = Math.max(0, at - MAX_BOUND_WORDS); from < at; from++) {
    const hit = BOUND_MATCHER.matchAt(tokens, from)
    const before = tokens[from - 1]?.key ?? ''
    const compared =
      (tokens[from]?.key === 'hơn' && COMPARATIVES.has(before)) ||
      (tokens[from]?.key === ABOUT && RATES.has(before))
    if (hit?.to === at && !compared) return { bound: hit.rule.bound, from }
  }
  return undefined
}

/** The token behind "trở lên" at `at`; `at` itself without it. */
export function tailAfter(tokens: readonly Token[], at: number): number {
  const tail = TAILS.find((words) => words.every((word, i) => tokens[at + i]?.key === word))
  return tail ? at + tail.length : at
}

/** The sign glued to the number at `at`, null where the mark joins two numbers. */
export function signBefore(tokens: readonly Token[], at: number): '+' | '-' | null {
  const [mark, number, before] = [tokens[at - 1], tokens[at], tokens[at - 2]]
  if (!mark || !number || mark.end !== number.start) return null
  if (mark.key !== '+' && mark.key !== '-') return null
  const glued =
    before !== undefined && before.end === mark.start && before.key !== '(' && before.key !== ':'
  return glued ? null : mark.key
}
