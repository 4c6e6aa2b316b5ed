/**
 * What goes out to a chat, before a platform gives it its form: parts of text, a chart, choices. The
 * figures in it stand in the text as the answer wrote them; nothing here writes a digit of its own.
 */
import type { ChartSpec } from '../../chart/spec.ts'

export type PartStyle = 'plain' | 'heading' | 'quote'

export interface Link {
  /** UTF-16 offsets into the text of the part. */
  readonly start: number
  readonly end: number
  readonly url: string
  /** Where text cannot hold links, the address is written after the words. */
  readonly isSpelled: boolean
}

/** A paragraph that is kept together where the platform's limit allows. */
export interface Part {
  readonly text: string
  readonly style: PartStyle
  readonly links: readonly Link[]
}

/** What a button does when pressed. */
export type Intent =
  /** `isWhole`: the question says everything; it is asked outside the conversation, which could narrow it. */
  | { readonly kind: 'ask'; readonly question: string; readonly isWhole: boolean }
  /** Draws the answer that the choice stands under. */
  | { readonly kind: 'chart' }
  /** Asks, and draws what is answered. */
  | { readonly kind: 'draw'; readonly question: string }
  | { readonly kind: 'sources' }
  | { readonly kind: 'judge'; readonly verdict: 'right' | 'wrong' }
  | { readonly kind: 'check'; readonly text: string }
  /** Done by the person's own app; never comes back to us. */
  | { readonly kind: 'copy'; readonly text: string }

export interface Choice {
  readonly label: string
  readonly intent: Intent
  /** How it reads in "nhắn 2 để …" where there are no buttons. */
  readonly phrase: string
}

export interface Message {
  readonly parts: readonly Part[]
  readonly chart: ChartSpec | null
  readonly choices: readonly Choice[]
  /** Names the choices when one of them comes back; null when there are none. */
  readonly id: string | null
  /** A word of thanks or the like: may be shown in passing instead of in the chat. */
  readonly isNotice?: true
}

export const plain = (text: string, links: readonly Link[] = []): Part => ({
  text,
  style: 'plain',
  links,
})
export const heading = (text: string): Part => ({ text, style: 'heading', links: [] })
export const quote = (text: string): Part => ({ text, style: 'quote', links: [] })

/** A message of words only. */
export function wordsOnly(...parts: readonly (Part | string)[]): Message {
  const whole = parts.map((part) => (typeof part === 'string' ? plain(part) : part))
  return { parts: whole, chart: null, choices: [], id: null }
}
