/**
 * Calls of the Zalo Official Account API: errors are negative numbers in HTTP 200. The whole adapter is
 * written from second-hand sources and unverified against the live service.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { OaTokens } from './oa-tokens.ts'

export const OA_API_ROOT = 'https://openapi.zalo.me'

export interface OaButton {
  readonly title: string
  /** Comes back to us when pressed, unseen by the person. */
  readonly payload: string
}

export type OaOutcome =
  | { readonly kind: 'ok'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly code: number }
  | { readonly kind: 'unreachable' }

export interface OaClient {
  sendText(userId: string, text: string, buttons: readonly OaButton[]): Promise<OaOutcome>
  /** Uploads the picture and sends it. */
  sendImage(userId: string, png: Buffer): Promise<OaOutcome>
}

export interface OaClientOptions {
  readonly tokens: OaTokens
  readonly apiRoot?: string | undefined
  readonly log: Logger
  readonly waits?: readonly number[]
}

const MESSAGE_PATH = '/v3.0/oa/message/cs'
const UPLOAD_PATH = '/v2.0/oa/upload/image'
const TIMEOUT_MS = 30_000
const WAITS_MS = [1_000, 5_000]
const TOKEN_REFUSED: ReadonlySet<number> = new Set([-216, -220])
const TOO_FAST = -32

const envelope = z.object({
  error: z.coerce.number(),
  data: z.record(z.string(), z.unknown()).optional(),
})

/** Unverified: whether the template needs its type named; sources differ. */
function withButtons(buttons: readonly OaButton[]): object {
  if (buttons.length === 0) return {}
  const shown = buttons.map(({ title, payload }) => ({ title, type: 'oa.query.hide', payload }))
  return {
    attachment: { type: 'template', payload: { template_type: 'button', buttons: shown } },
  }
}

export function createOaClient(options: OaClientOptions): OaClient {
  const { tokens, apiRoot = OA_API_ROOT, log, waits = WAITS_MS } = options

  const post = async (path: string, body: string | FormData, token: string): Promise<OaOutcome> => {
    const headers: Record<string, string> = { access_token: token }
    if (typeof body === 'string') headers['content-type'] = 'application/json'
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      const res = await fetch(apiRoot + path, { method: 'POST', headers, body, signal })
      const { error, data = {} } = envelope.parse(await res.json())
      return error === 0 ? { kind: 'ok', data } : { kind: 'refused', code: error }
    } catch {
      // No answer, or a gateway's page instead of one.
      return { kind: 'unreachable' }
    }
  }
  /** One call with a token that works; a refused token is renewed once. */
  const authorised = async (path: string, body: string | FormData): Promise<OaOutcome> => {
    const token = await tokens.access()
    const outcome = await post(path, body, token)
    if (outcome.kind !== 'refused' || !TOKEN_REFUSED.has(outcome.code)) return outcome
    return post(path, body, await tokens.renew(token))
  }
  const call = async (path: string, body: string | FormData): Promise<OaOutcome> => {
    for (const wait of waits) {
      const outcome = await authorised(path, body)
      const isPassing =
        outcome.kind === 'unreachable' || (outcome.kind === 'refused' && outcome.code === TOO_FAST)
      if (!isPassing) return outcome
      log.warn({ path, wait }, 'zalo-oa-call-repeated')
      await pause(wait)
    }
    return authorised(path, body)
  }
  const send = (userId: string, message: object) =>
    call(MESSAGE_PATH, JSON.stringify({ recipient: { user_id: userId }, message }))

  return {
    sendText: (userId, text, buttons) => send(userId, { text, ...withButtons(buttons) }),
    async sendImage(userId, png) {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'bieudo.png')
      const uploaded = await call(UPLOAD_PATH, form)
      if (uploaded.kind !== 'ok') return uploaded
      const elements = [{ media_type: 'image', attachment_id: uploaded.data['attachment_id'] }]
      const payload = { template_type: 'media', elements }
      return send(userId, { attachment: { type: 'template', payload } })
    },
  }
}
