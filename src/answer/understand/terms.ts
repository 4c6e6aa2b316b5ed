/** The indicators and concepts whose meaning is asked. */
import { CONCEPTS, INDICATORS } from '../../catalogue/indicators.ts'
import type { PhraseRule } from '../../vietnamese/engine.ts'
import type { Cue } from '../../vietnamese/lexicon/questions.ts'
import { questionMatcher, type Words } from './words.ts'

interface TermRule extends PhraseRule {
  readonly term: string
}
const TERMS = questionMatcher<TermRule>([
  ...CONCEPTS.flatMap((c) =>
    c.aliases.map((alias) => ({ id: alias, term: c.id, patterns: [alias], examples: [] })),
  ),
  ...INDICATORS.flatMap((i) =>
    [i.name, i.shortName, ...i.aliases, ...i.asked]
      .filter((alias) => /^[^(){}|?]+$/.test(alias))
      .map((alias) => ({ id: alias, term: i.id, patterns: [alias], examples: [] })),
  ),
])

/** Cue words whose meaning may be asked ("ước đạt nghĩa là sao"). */
const TERMS_OF_CUES: readonly (readonly [Cue, string])[] = [
  ['estimate', 'estimate'],
  ['plan', 'plan'],
  ['yoy-base', 'yoy'],
]

/** Codes of indicators and ids of concepts named anywhere in a question, in reading order. */
export function termsIn(words: Words, cues: ReadonlySet<Cue>): string[] {
  const found = TERMS_OF_CUES.filter(([cue]) => cues.has(cue)).map(([, term]) => term)
  for (let at = 0; at < words.exact.length; ) {
    const hit = TERMS.matchAt(words, at)
    if (hit && !found.includes(hit.rule.term)) found.push(hit.rule.term)
    at = hit ? hit.to : at + 1
  }
  return found
}
