import type { AnswerFigure, Citation } from './answer.ts'
import type { Figure } from './figure.ts'

export const VERDICTS = [
  'match',
  'match-rounded',
  'mismatch',
  'other-period',
  'other-area',
  'other-indicator',
  'other-scope',
  'other-unit',
  'other-status',
  'no-data',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** What a pasted text claims: a figure without where it stands in the store. */
export type ClaimedFigure = Omit<Figure, 'quote' | 'start' | 'end' | 'warnings'>

export interface Claim {
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly claimed: ClaimedFigure
  readonly verdict: Verdict
  /** The Vietnamese sentence shown to the user. */
  readonly explanation: string
  readonly found: readonly AnswerFigure[]
}

export interface Check {
  readonly text: string
  readonly claims: readonly Claim[]
  readonly citations: readonly Citation[]
}
