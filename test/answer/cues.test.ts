import { describe, expect, it } from 'vitest'
import { scanQuestion } from '../../src/answer/understand/scan.ts'
import { wordsOf } from '../../src/answer/understand/words.ts'
import { CUES } from '../../src/vietnamese/lexicon/questions.ts'

const NOW = new Date('2024-03-01T00:00:00Z')

function cuesIn(text: string): string[] {
  return scanQuestion(wordsOf(text), NOW).flatMap((m) => (m.kind === 'cue' ? [m.cue] : []))
}

describe.each(CUES.map((rule) => [rule.id, rule] as const))('cue %s', (id, rule) => {
  it.each(rule.examples)('is seen in “%s”', (text) => expect(cuesIn(text)).toContain(id))
  it.each(rule.counterexamples ?? [])('is not seen in “%s”', (text) =>
    expect(cuesIn(text)).not.toContain(id),
  )
})
