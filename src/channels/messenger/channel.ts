/** What the service needs of a chat channel, whichever platform it speaks to. */
import type { Hono } from 'hono'

export interface ChatChannel {
  /** Routes of its webhook, mounted at the root of the web server; none while it polls. */
  readonly routes: Hono
  /** Introduces itself to the platform and begins to take messages; never rejects. */
  start(): Promise<void>
  /** Takes nothing more and lets running answers end, for at most ten seconds. */
  stop(): Promise<void>
}

/** How long `stop` waits for running answers, in milliseconds. */
export const STOP_WITHIN_MS = 10_000
/** Longest webhook body, in bytes. */
export const MOST_BODY = 1024 * 1024
