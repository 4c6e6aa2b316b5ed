/** What a cue is, and how a rule of the cue tables is written. */
import type { PriceBasis, Status } from '../../model/figure.ts'
import type { PhraseRule } from '../../vietnamese/engine.ts'
import type { VerbKind } from '../../vietnamese/lexicon/verbs.ts'

/** The first half of an indicator's name: what is counted. */
export type Head =
  | 'output-value'
  | 'turnover'
  | 'total'
  | 'index'
  | 'value-added'
  | 'volume'
  | 'output'
  | 'rate'
/** The second half: the field of the economy. */
export type Domain =
  | 'industry'
  | 'industry-construction'
  | 'exports'
  | 'imports'
  | 'trade'
  | 'retail'
  | 'services'
  | 'construction'
  | 'agriculture'

/**
 * What a word does in a sentence.
 * `parts` ("trong đó", "gồm"): parts of what was just said follow · `turn` ("còn", "tuy nhiên"):
 * something else follows · `cause` ("do"): no subject of a figure follows up to the comma ·
 * `above`/`below` ("cao hơn"): a comparison that says the direction · `products` ("mặt hàng"): the
 * items are products · `same` ("con số này"): the subject stays · `including` ("tính cả Công ty …"):
 * the whole follows, what was said before was without it · `excluding` ("trừ dầu thô") · `report`
 * ("tổng kết"): the period that follows is the one reported on · `part` ("khu vực FDI"): always a part ·
 * `generic`: words that restrict nothing · `noun`: compounds whose syllables mean something else alone · `veto`: the figures of this clause are none of ours ·
 * `other`: an economic fact outside the named indicators.
 */
export type Cue =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'domain'; readonly domain: Domain }
  | { readonly kind: 'plan'; readonly extra: boolean }
  | {
      readonly kind:
        | 'parts'
        | 'turn'
        | 'copula'
        | 'and'
        | 'cause'
        | 'compare'
        | 'above'
        | 'below'
        | 'products'
        | 'same'
        | 'whole'
        | 'including'
        | 'excluding'
        | 'report'
        | 'part'
        | 'generic'
        | 'noun'
        | 'veto'
        | 'other'
        | 'average'
        | 'result'
        | 'old'
        | 'new'
    }
  | { readonly kind: 'indicator'; readonly indicator: string }
  | { readonly kind: 'verb'; readonly verb: VerbKind }
  | { readonly kind: 'status'; readonly status: Status; readonly isWish: boolean }
  | { readonly kind: 'price'; readonly basis: PriceBasis }

export interface CueRule extends PhraseRule {
  readonly cue: Cue
}

/** Splits "một; hai ;ba" into its entries: tables stay readable as running lists. */
export function listed(words: string): string[] {
  return words
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** A cue rule; `patterns`, `examples` and `counterexamples` are lists separated by ";". */
export function cueRule(
  id: string,
  cue: Cue,
  patterns: string,
  examples: string,
  counterexamples = '',
): CueRule {
  return {
    id: `cue.${id}`,
    cue,
    patterns: listed(patterns),
    examples: listed(examples),
    counterexamples: listed(counterexamples),
  }
}
