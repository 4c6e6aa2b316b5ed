/**
 * Calls of the Zalo Bot Platform. `ok` decides, never the HTTP status: refusals come in HTTP 200, and
 * the gateway answers in HTML. Unverified against the live service: the shape of an exceeded quota.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'

export const ZALO_API_ROOT = 'https://bot-api.zaloplatforms.com'

/** What a call came to. */
export type ZaloOutcome =
  | { readonly kind: 'ok'; readonly result: unknown }
  /** Zalo understood and said no. */
  | { readonly kind: 'refused'; readonly code: number; readonly description: string }
  /** The gateway answered, not Zalo: its status. */
  | { readonly kind: 'gateway'; readonly status: number }
  /** No answer at all. */
  | { readonly kind: 'unreachable' }

export interface ZaloClient {
  /** One call, never repeated. */
  call(method: string, fields: object, timeoutMs?: number): Promise<ZaloOutcome>
  /**
   * One call that sends something. Repeated where nothing can have been sent (429 of the gateway), and
   * once where nobody knows (a broken connection, 502 to 504).
   */
  send(method: string, fields: object, timeoutMs?: number): Promise<ZaloOutcome>
}

export interface ZaloClientOptions {
  readonly token: string
  readonly apiRoot?: string | undefined
  readonly log: Logger
  /** Waits before a call is repeated, in milliseconds. */
  readonly waits?: readonly number[]
}

const TIMEOUT_MS = 30_000
const WAITS_MS = [2_000, 5_000, 10_000]

/** Reads an envelope; undefined when the body is none. A code may one day be a string. */
function readEnvelope(body: string): ZaloOutcome | undefined {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('ok' in value)) return undefined
  if (value.ok === true) return { kind: 'ok', result: 'result' in value ? value.result : null }
  const code = 'error_code' in value ? Number(value.error_code) : Number.NaN
  const description = 'description' in value ? String(value.description) : ''
  return { kind: 'refused', code, description }
}

const isUnsure = (outcome: ZaloOutcome) =>
  outcome.kind === 'unreachable' || (outcome.kind === 'gateway' && outcome.status >= 500)
const isHeldBack = (outcome: ZaloOutcome) => outcome.kind === 'gateway' && outcome.status === 429

/** Makes a client. The token is part of every address, so no address is ever logged. */
export function createZaloClient(options: ZaloClientOptions): ZaloClient {
  const { token, apiRoot = ZALO_API_ROOT, log, waits = WAITS_MS } = options
  const call: ZaloClient['call'] = async (method, fields, timeoutMs = TIMEOUT_MS) => {
    try {
      const res = await fetch(`${apiRoot.replace(/\/$/, '')}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fields),
        signal: AbortSignal.timeout(timeoutMs),
      })
      const body = await res.text()
      return readEnvelope(body) ?? { kind: 'gateway', status: res.status }
    } catch {
      // Whatever broke names the address, and with it the token: only that it broke goes on.
      return { kind: 'unreachable' }
    }
  }
  return {
    call,
    async send(method, fields, timeoutMs) {
      let unsure = 0
      for (const wait of waits) {
        const outcome = await call(method, fields, timeoutMs)
        if (isUnsure(outcome)) unsure++
        if (!isHeldBack(outcome) && (unsure === 0 || unsure > 1)) return outcome
        log.warn({ method, outcome: outcome.kind, wait }, 'zalo-call-repeated')
        await pause(wait)
      }
      return call(method, fields, timeoutMs)
    },
  }
}
