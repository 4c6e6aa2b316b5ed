import { describe, expect, it } from 'vitest'
import { CUE_RULES, CUES } from '../../src/ingest/extract/cues.ts'
import {
  compilePhrases,
  type PhraseMatcher,
  type PhraseRule,
  tokenize,
} from '../../src/vietnamese/engine.ts'
import { PERIOD_CLASSES, PERIODS } from '../../src/vietnamese/lexicon/periods.ts'
import { PRICE_BASES } from '../../src/vietnamese/lexicon/price-bases.ts'
import { keyOfWord } from '../../src/vietnamese/spelling.ts'

const FAMILIES: readonly [string, readonly PhraseRule[], PhraseMatcher<PhraseRule>][] = [
  ['periods', PERIODS, compilePhrases(PERIODS, keyOfWord, PERIOD_CLASSES)],
  ['price notes', PRICE_BASES, compilePhrases(PRICE_BASES, keyOfWord, PERIOD_CLASSES)],
  [
    'cues',
    CUE_RULES.filter((r) => !r.id.startsWith('indicator.') && !r.id.startsWith('price.')),
    CUES,
  ],
]

function fired(matcher: PhraseMatcher<PhraseRule>, text: string): string[] {
  return matcher.scan(tokenize(text, keyOfWord)).map((match) => match.rule.id)
}

describe.each(FAMILIES)('rules for %s', (_, rules, matcher) => {
  it('have unique ids and at least one example', () => {
    const ids = rules.map((r) => r.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(rules.filter((r) => r.examples.length === 0).map((r) => r.id)).toEqual([])
  })

  it('fire in their examples', () => {
    const silent = rules.flatMap((r) =>
      r.examples.filter((text) => !fired(matcher, text).includes(r.id)).map((t) => `${r.id}: ${t}`),
    )
    expect(silent).toEqual([])
  })

  it('do not fire in their counterexamples', () => {
    const wrong = rules.flatMap((r) =>
      (r.counterexamples ?? [])
        .filter((text) => fired(matcher, text).includes(r.id))
        .map((t) => `${r.id}: ${t}`),
    )
    expect(wrong).toEqual([])
  })
})
