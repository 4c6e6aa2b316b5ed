import type { Borders, Figure, Measure, Status } from './figure.ts'

export type Outcome = 'answered' | 'no-data' | 'clarify' | 'out-of-scope' | 'unavailable'

/** A stored figure as an answer shows it. */
export interface AnswerFigure extends Figure {
  readonly id: string
  /** Number in `citations`. */
  readonly citation: number
}

/** A value computed from stored figures. */
export interface DerivedFigure {
  readonly indicator: string
  readonly area: string | null
  readonly borders: Borders | null
  readonly scope: string | null
  readonly period: string
  readonly measure: Measure
  readonly value: string
  readonly unit: string
  readonly status: Status
  /** The arithmetic as shown to the user: "9.801 ÷ (1 − 6,3%) = 10.460". */
  readonly formula: string
  readonly inputs: readonly string[]
}

/** A near miss that may help; named as what it is, never presented as the answer. */
export interface RelatedFigure extends AnswerFigure {
  /** One Vietnamese line that says what this figure is. */
  readonly text: string
}

export interface Citation {
  readonly n: number
  readonly articleId: string
  readonly publisher: string | null
  readonly title: string | null
  readonly published: string | null
  readonly url: string | null
  readonly quote: string
}

export interface AnswerNote {
  readonly code: string
  readonly text: string
  readonly figureIds: readonly string[]
}

/** The answer of the contract: what `ask --json` prints and `POST /api/ask` returns. */
export interface Answer {
  readonly question: string
  readonly outcome: Outcome
  readonly text: string
  readonly figures: readonly AnswerFigure[]
  readonly derived: readonly DerivedFigure[]
  readonly missing: readonly string[]
  readonly related: readonly RelatedFigure[]
  readonly citations: readonly Citation[]
  readonly notes: readonly AnswerNote[]
  readonly suggestions: readonly string[]
  readonly composedBy: 'rules' | 'llm'
  readonly conversation: string
  readonly tookMs: number
}
