/**
 * An answer before it is text: lines of parts. A part is words, or a reference to a record; digits
 * are written from records alone, so every channel shows the same ones.
 */
import type { Outcome as AnswerOutcome, Citation } from '../model/answer.ts'
import type { Borders } from '../model/figure.ts'
import type { StoredFigure } from '../store/store.ts'
import type { Computed } from './compute.ts'

export type Part =
  /** Words of ours; never a digit. */
  | { readonly kind: 'text'; readonly text: string }
  /** A stored value with its bound and unit: "hơn 9.801 triệu USD". */
  | { readonly kind: 'value'; readonly figure: string }
  /** A stored growth with its direction: "giảm 6,3%". */
  | { readonly kind: 'change'; readonly figure: string }
  /** A stored value without its sign, where words say the direction ("nhập siêu …"). */
  | { readonly kind: 'size'; readonly figure: string }
  /** A computed value or change, by its place in `computed`. */
  | { readonly kind: 'computed'; readonly index: number; readonly as: 'value' | 'change' | 'size' }
  | { readonly kind: 'formula'; readonly index: number }
  /** Labels: what the values of the line are about. */
  | {
      readonly kind: 'indicator'
      readonly code: string
      readonly scope: string | null
      readonly text: string
    }
  | {
      readonly kind: 'area'
      readonly area: string
      readonly borders: Borders | null
      readonly text: string
    }
  | { readonly kind: 'period'; readonly period: string; readonly text: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'cite'; readonly n: number }
  /** Publisher or title of a citation, as it stands there. */
  | { readonly kind: 'source'; readonly n: number; readonly field: 'publisher' | 'title' }
  /** Something counted by the program, with what was counted as evidence. */
  | { readonly kind: 'count'; readonly value: number; readonly of: readonly string[] }
  /** Verbatim words of a citation's quote, by offsets into it. */
  | { readonly kind: 'quote'; readonly n: number; readonly start: number; readonly end: number }
  /** Words of the question said back. */
  | { readonly kind: 'asked'; readonly start: number; readonly end: number }
  /** Fixed words with digits from the program's own tables (a definition, a date of law). */
  | { readonly kind: 'known'; readonly id: string; readonly text: string }

/** What a line is there for; channels may style it. */
export type LineRole = 'answer' | 'care' | 'related' | 'quote' | 'source' | 'offer'

export interface Line {
  readonly role: LineRole
  readonly parts: readonly Part[]
}

/** A note of the contract before it is text. */
export interface ReplyNote {
  readonly code: string
  readonly parts: readonly Part[]
  readonly figureIds: readonly string[]
}

/** A follow-up question that the store can answer. */
export interface Suggestion {
  readonly parts: readonly Part[]
}

/** Points of one line of a chart or rows of a table, by ids of figures. */
export interface Series {
  readonly indicator: string
  readonly areas: readonly string[]
  readonly periods: readonly string[]
  readonly figureIds: readonly string[]
}

export interface RelatedPart {
  readonly figure: StoredFigure
  readonly parts: readonly Part[]
}

/** A whole answer in parts. `figures` hold every stored figure that a part refers to. */
export interface Reply {
  readonly question: string
  readonly outcome: AnswerOutcome
  readonly lines: readonly Line[]
  /** The figures that are the answer. */
  readonly answers: readonly StoredFigure[]
  readonly computed: readonly Computed[]
  readonly related: readonly RelatedPart[]
  /** Every stored figure mentioned, by id: the closed list of digits. */
  readonly figures: ReadonlyMap<string, StoredFigure>
  readonly citations: readonly Citation[]
  /** Number of the citation of each figure mentioned. */
  readonly citationOf: ReadonlyMap<string, number>
  readonly notes: readonly ReplyNote[]
  readonly missing: readonly (readonly Part[])[]
  readonly suggestions: readonly Suggestion[]
  readonly series: readonly Series[]
}

/** Words of ours. */
export function text(words: string): Part {
  return { kind: 'text', text: words }
}
