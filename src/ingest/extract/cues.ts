/** All words that steer the reading, from their tables, in one matcher. */
import { INDICATOR_ALIASES } from '../../catalogue/indicators.ts'
import { compilePhrases, type TokenClass } from '../../vietnamese/engine.ts'
import { PERIOD_CLASSES } from '../../vietnamese/lexicon/periods.ts'
import { PRICE_BASES } from '../../vietnamese/lexicon/price-bases.ts'
import { STATUSES } from '../../vietnamese/lexicon/statuses.ts'
import { VERBS } from '../../vietnamese/lexicon/verbs.ts'
import { keyOfWord } from '../../vietnamese/spelling.ts'
import { INDICATOR_HALVES, INDICATOR_PHRASES } from './cue-indicators.ts'
import { NOUNS, PREDICATES } from './cue-nouns.ts'
import type { CueRule } from './cue-rule.ts'
import { CUE_WORDS } from './cue-words.ts'

/** Indicators' names as written in articles; names with several meanings are read by their halves. */
const INDICATOR_NAMES: readonly CueRule[] = INDICATOR_ALIASES.flatMap(({ alias, ids, use }) => {
  const [id] = ids
  if (use !== 'written' || ids.length !== 1 || !id) return []
  // Brackets and bars belong to the pattern language, not to names.
  const pattern = alias
    .toLowerCase()
    .replace(/[()|?{}]/g, ' ')
    .replace(/ ?[,–-] ?/g, ' (,|-|và|&)? ')
  const cue = { kind: 'indicator', indicator: id } as const
  return [{ id: `indicator.${id}`, patterns: [pattern], examples: [], cue }]
})

const PRICE_RULES = PRICE_BASES.map(
  (r): CueRule => ({ ...r, cue: { kind: 'price', basis: r.basis } }),
)

/** "nhập siêu" is an indicator's name too; as a verb it tells the sign. */
const BALANCE_VERBS = VERBS.filter((r) => r.verb === 'surplus' || r.verb === 'deficit').map(
  (r): CueRule => ({ ...r, cue: { kind: 'verb', verb: r.verb } }),
)

/** Every cue rule; what stands first wins where two have the same words. */
export const CUE_RULES: readonly CueRule[] = [
  ...BALANCE_VERBS,
  ...INDICATOR_PHRASES,
  ...INDICATOR_HALVES,
  ...INDICATOR_NAMES,
  ...CUE_WORDS,
  ...PRICE_RULES,
  ...STATUSES.map(
    (r): CueRule => ({
      ...r,
      cue: { kind: 'status', status: r.status, isWish: r.isWish === true },
    }),
  ),
  ...VERBS.filter((r) => r.verb !== 'surplus' && r.verb !== 'deficit').map(
    (r): CueRule => ({ ...r, cue: { kind: 'verb', verb: r.verb } }),
  ),
  ...NOUNS,
  ...PREDICATES,
]

const CLASSES: Readonly<Record<string, TokenClass>> = {
  ...PERIOD_CLASSES,
  number: (t) => t.kind === 'number' && t.key.length <= 2,
}

/** Finds cues in tokens. */
export const CUES = compilePhrases<CueRule>(CUE_RULES, keyOfWord, CLASSES)

/** Finds notes of prices, which are read before periods: they hold years. */
export const PRICE_NOTES = compilePhrases<CueRule>(PRICE_RULES, keyOfWord, PERIOD_CLASSES)
