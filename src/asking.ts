/** Asking as people do it: a broken part becomes an answer that says so, and what found none is counted. */
import type { Answerer } from './answer/answer.ts'
import { isCallersFault, UNAVAILABLE_SENTENCE } from './channels/problem-sentence.ts'
import type { Answer } from './model/answer.ts'
import { type Store, UNANSWERED_OUTCOMES, type UnansweredOutcome } from './store/store.ts'

export interface AskingParts {
  readonly answerer: Pick<Answerer, 'ask'>
  readonly store: Pick<Store, 'countUnanswered'>
  readonly newId: () => string
  /** False: questions without an answer are not kept. */
  readonly keepsUnanswered: boolean
  /** Hears of a part that broke; the person asking gets an answer all the same. */
  readonly onFailure: (error: unknown) => void
}

export interface Asking {
  /** Rejects only for what the caller can mend. */
  ask(question: string, conversation?: string): Promise<Answer>
  /** The same, and an unanswered question is counted once the answer is given. */
  askAndCount(question: string, conversation?: string): Promise<Answer>
  /** Waits until everything is counted. */
  settle(): Promise<void>
}

/** An answer that says that a part is down. It must never read as "no data". */
function unavailable(question: string, conversation: string, tookMs: number): Answer {
  return {
    question,
    outcome: 'unavailable',
    text: UNAVAILABLE_SENTENCE,
    figures: [],
    derived: [],
    missing: [],
    related: [],
    citations: [],
    notes: [],
    suggestions: [],
    composedBy: 'rules',
    conversation,
    tookMs,
  }
}

/** How an answer leaves its question open; undefined when it does not. */
function openOutcome({ outcome, missing }: Answer): UnansweredOutcome | undefined {
  if (outcome === 'answered' && missing.length === 0) return undefined
  return UNANSWERED_OUTCOMES.find((one) => one === outcome)
}

/** Wraps an answerer for the channels. */
export function createAsking(parts: AskingParts): Asking {
  const { answerer, store, newId, keepsUnanswered, onFailure } = parts
  const counting = new Set<Promise<void>>()
  const count = (answer: Answer) => {
    const outcome = keepsUnanswered ? openOutcome(answer) : undefined
    if (outcome === undefined) return
    const counted: Promise<void> = store
      .countUnanswered({ question: answer.question, outcome })
      .catch(onFailure)
      .finally(() => counting.delete(counted))
    counting.add(counted)
  }
  const ask: Asking['ask'] = async (question, conversation) => {
    const started = performance.now()
    try {
      return await answerer.ask(question, conversation)
    } catch (error) {
      if (isCallersFault(error)) throw error
      onFailure(error)
      const tookMs = Math.round((performance.now() - started) * 100) / 100
      return unavailable(question, conversation ?? newId(), tookMs)
    }
  }
  return {
    ask,
    async askAndCount(question, conversation) {
      const answer = await ask(question, conversation)
      count(answer)
      return answer
    },
    async settle() {
      await Promise.all(counting)
    },
  }
}
