/**
 * A figure is an SDMX observation: its dimensions (indicator, area, borders, scope, period, measure,
 * price basis) are its key, everything else is an attribute of the value.
 */

/** What the number says about the indicator; part of the key, never part of the unit. */
export const MEASURES = ['level', 'yoy', 'mom', 'plan', 'over_plan', 'share', 'growth'] as const
export type Measure = (typeof MEASURES)[number]

/** In order of precedence: a result before a target. */
export const STATUSES = ['actual', 'preliminary', 'estimate', 'forecast', 'target'] as const
export type Status = (typeof STATUSES)[number]

export const BOUNDS = ['over', 'under', 'about', 'at_least'] as const
export type Bound = (typeof BOUNDS)[number]

export const PRICE_BASES = ['constant', 'current'] as const
export type PriceBasis = (typeof PRICE_BASES)[number]

/** Which territory a province's name means where it has two (around 1 July 2025). */
export type Borders = 'old' | 'new'

/** Codes of what looks wrong with a figure. */
export const WARNING_CODES = [
  'implausible-unit',
  'inconsistent-growth',
  'inconsistent-plan',
  'inconsistent-sum',
  'out-of-range',
  'conflict',
  'year-unknown',
  'area-unknown',
  'repaired-number',
] as const
export type WarningCode = (typeof WARNING_CODES)[number]

/** The dimensions that tell one figure from another. */
export interface FigureKey {
  /** Code of `data/indicators.json`. */
  readonly indicator: string
  /** Province name, `"District, Province"` or `"Việt Nam"`; null when nobody said. */
  readonly area: string | null
  readonly borders: Borders | null
  /** null for the whole, else the restricting words as in the text. */
  readonly scope: string | null
  /** See `period.ts`; an unknown year is `XXXX`. */
  readonly period: string
  readonly measure: Measure
  readonly priceBasis: PriceBasis | null
}

/** One number that states a fact about an indicator, with the words that say it. */
export interface Figure extends FigureKey {
  /** Decimal string with its sign, as said in the text's unit: "9801", "-6.3". Never a float. */
  readonly value: string
  /** Upper end of a range, else null. */
  readonly valueHigh: string | null
  readonly unit: string
  readonly status: Status
  readonly bound: Bound | null
  /** `text.slice(start, end) === quote`, UTF-16 offsets into the stored text. */
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly warnings: readonly WarningCode[]
}

/** A doubt about a figure, with the arithmetic in Vietnamese words. */
export interface WarningDetail {
  readonly code: WarningCode
  readonly text: string
}

/** One step of how a figure was read: which rule fired on which words. */
export interface RuleTrace {
  readonly rule: string
  readonly start: number
  readonly end: number
  readonly words: string
  readonly gave: string
}

/** A figure as the extraction yields it. */
export interface ExtractedFigure extends Figure {
  /** Offsets of the sentence that holds the quote. */
  readonly sentenceStart: number
  readonly sentenceEnd: number
  readonly warningDetails: readonly WarningDetail[]
  readonly trace: readonly RuleTrace[]
}
