/** Cuts a question into words that can be compared with and without diacritics. */
import {
  compilePhrases,
  type PhraseMatcher,
  type PhraseRule,
  type Token,
  type TokenClass,
  tokenize,
} from '../../vietnamese/engine.ts'
import { foldKey } from '../../vietnamese/fold.ts'
import { foldedKeyOfWord, keyOfWord } from '../../vietnamese/spelling.ts'

/** A question cut into tokens; `exact[i]` and `folded[i]` are the same piece under two keys. */
export interface Words {
  readonly text: string
  readonly exact: readonly Token[]
  readonly folded: readonly Token[]
  /** True where the piece was typed without any diacritics. */
  readonly bare: readonly boolean[]
}

/** Cuts NFC text into tokens with both keys. */
export function wordsOf(text: string): Words {
  const exact = tokenize(text, keyOfWord)
  const folded = tokenize(text, foldedKeyOfWord)
  const bare = exact.map((t) => {
    const raw = text.slice(t.start, t.end).toLowerCase()
    return raw === foldKey(raw)
  })
  return { text, exact, folded, bare }
}

export interface PhraseHit<R extends PhraseRule> {
  readonly rule: R
  readonly from: number
  readonly to: number
}

/** Finds phrases of a table in a question, however it was typed. */
export interface QuestionMatcher<R extends PhraseRule> {
  matchAt(words: Words, at: number): PhraseHit<R> | undefined
}

/**
 * A matcher over both keys. The phrase as typed wins; without diacritics it counts when it is longer
 * than one word or was typed without any ("năm" is not "Nam", "nam" may be both).
 */
export function questionMatcher<R extends PhraseRule>(
  rules: readonly R[],
  classes: Readonly<Record<string, TokenClass>> = {},
): QuestionMatcher<R> {
  const exact: PhraseMatcher<R> = compilePhrases(rules, keyOfWord, classes)
  const folded: PhraseMatcher<R> = compilePhrases(rules, foldedKeyOfWord, classes)
  return {
    matchAt(words, at) {
      const typed = exact.matchAt(words.exact, at)
      const loose = folded.matchAt(words.folded, at)
      if (!loose || (typed && typed.to >= loose.to)) return typed
      const bare = words.bare.slice(loose.from, loose.to).every(Boolean)
      return loose.to - loose.from > 1 || bare ? loose : typed
    },
  }
}
