/** The indicators and concepts whose meaning is asked. */
import { CONCEPTS, INDICATORS } from '../../catalogue/indicators.ts'
import type { PhraseRule } from '../../vietnamese/engine.ts'
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

/** Codes of indicators and ids of concepts named anywhere in a question, in reading order. */
export function termsIn(words: Words): string[] {
  const found: string[] = []
  for (let at = 0; at < words.exact.length; ) {
    const hit = TERMS.matchAt(words, at)
    if (hit && !found.includes(hit.rule.term)) found.push(hit.rule.term)
    at = hit ? hit.to : at + 1
  }
  return found
}
