/**
 * All cues of questions. Plain tables; a phrase stands once, and where two are equally long the one
 * listed first counts. Matched with and without diacritics.
 */
import type { CueRule } from './question-cue.ts'
import { FIGURE_CUES } from './question-figures.ts'
import { KIND_CUES } from './question-kinds.ts'

export type { Cue, CueRule } from './question-cue.ts'

/** What is wanted first, then what kind of question it is. */
export const CUES: readonly CueRule[] = [...FIGURE_CUES, ...KIND_CUES]
