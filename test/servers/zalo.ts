/**
 * A Zalo Bot Platform server for tests. What is measured on the live service is done the same way:
 * errors in HTTP 200, one update a poll and gone when read, 408 when idle, pictures fetched twice by
 * address, HTML from the gateway. What nobody measured can be switched (bare or wrapped webhook bodies).
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Call, Faults, imageSize, listen, readCall, sendJson } from './wire.ts'

interface Failure {
  readonly error_code: number
  readonly description: string
}
type Outcome = { ok: true; result?: unknown } | ({ ok: false } & Failure)

export interface ZaloSent {
  readonly method: string
  readonly fields: Record<string, unknown>
  readonly chatId: string
}

export interface ZaloOptions {
  readonly token?: string
  /** Messages a month. */
  readonly quota?: number
  /** Milliseconds until a picture's address is fetched for the second time. */
  readonly fetchAgainMs?: number
}

const fail = (error_code: number, description: string): Outcome => ({
  ok: false,
  description,
  error_code,
})
const bad = (words: string) => fail(400, `Bad request: ${words}`)

export class ZaloServer {
  readonly token: string
  readonly faults = new Faults()
  readonly sent: ZaloSent[] = []
  polls = 0
  /** Polls that ran at the same time; one is right. */
  mostPollsAtOnce = 0
  webhook: { url: string; secret: string } | undefined
  /** Whether webhook bodies are wrapped in `{ok, result}`: told both ways. */
  isWrapped = true
  /** How the webhook answered. */
  readonly deliveries: number[] = []
  /** Addresses of pictures that could not be fetched the second time: they show black. */
  readonly black: string[] = []
  readonly me = {
    id: '1459232241454765289',
    account_name: 'bot.hoiso',
    display_name: 'Bot Hỏi Số',
    account_type: 'BASIC',
    can_join_groups: false,
  }
  readonly #queue: object[] = []
  readonly #quota: number
  readonly #fetchAgainMs: number
  readonly #pending = new Set<Promise<void>>()
  #pollsNow = 0
  #wake: (() => void) | undefined
  #listening: Awaited<ReturnType<typeof listen>> | undefined

  constructor(options: ZaloOptions = {}) {
    this.token = options.token ?? '1459232241454765289:test_SECRET-of-the-local-server'
    this.#quota = options.quota ?? 3000
    this.#fetchAgainMs = options.fetchAgainMs ?? 100
  }

  get url(): string {
    return this.#listening?.url ?? ''
  }

  get waiting(): number {
    return this.#queue.length
  }

  async start(): Promise<this> {
    this.#listening = await listen((req, res) => this.#handle(req, res))
    return this
  }

  async close(): Promise<void> {
    await Promise.all(this.#pending)
    await this.#listening?.close()
  }

  // What people do.

  /** An event as the platform sends it; `message` replaces or adds fields, null leaves it out. */
  event(event_name: string, chatId: string, message: Record<string, unknown> | null): object {
    const whole = message && {
      from: { id: chatId, display_name: 'Một người', is_bot: false },
      chat: { id: chatId, chat_type: 'PRIVATE' },
      message_id: randomBytes(10).toString('hex'),
      date: Date.now(),
      ...message,
    }
    return { event_name, ...(whole && { message: whole }) }
  }

  say(chatId: string, text: string, more: Record<string, unknown> = {}): object {
    return this.deliver(this.event('message.text.received', chatId, { text, ...more }))
  }

  deliver(event: object): object {
    if (this.webhook) this.#track(this.#post(event))
    else {
      this.#queue.push(event)
      this.#wake?.()
    }
    return event
  }

  textsTo(chatId: string): string[] {
    return this.sent
      .filter((one) => one.chatId === chatId && one.method === 'sendMessage')
      .map(({ fields }) => String(fields['text']))
  }

  #track(work: Promise<void>): void {
    this.#pending.add(work)
    void work.finally(() => this.#pending.delete(work))
  }

  async #post(event: object): Promise<void> {
    if (!this.webhook) return
    const { url, secret } = this.webhook
    const res = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
      body: JSON.stringify(this.isWrapped ? { ok: true, result: event } : event),
    })
    this.deliveries.push(res.status)
  }

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const call = await readCall(req)
    const hit = /^\/bot([^/]*)\/([^/]+)$/.exec(call.path)
    if (!hit) return html(res, 404, 'Not Found')
    const [, token = '', method = ''] = hit
    const fault = this.faults.next(method)
    if (fault?.kind === 'drop-before') return void res.destroy()
    if (fault?.kind === 'bad-gateway') return html(res, 502, 'Bad Gateway')
    if (fault?.kind === 'html-429') return html(res, 429, 'Too Many Requests')
    if (fault?.kind === 'too-many-requests') return sendJson(res, 200, fail(429, 'Quota exceeded'))
    const outcome = await this.#run(decodeURIComponent(token), method, call)
    if (fault?.kind === 'drop-after') return void res.destroy()
    // The status is 200 whatever happened.
    return sendJson(res, 200, outcome)
  }

  async #run(token: string, method: string, call: Call): Promise<Outcome> {
    if (token !== this.token) return fail(401, 'Unauthorized')
    switch (method) {
      case 'getMe':
        return { ok: true, result: this.me }
      case 'getUpdates':
        return this.#poll(Number(call.fields['timeout'] ?? 30))
      case 'setWebhook':
        return this.#setWebhook(call)
      case 'deleteWebhook':
        this.webhook = undefined
        return { ok: true, result: { url: '', updated_at: Date.now() } }
      case 'getWebhookInfo':
        return { ok: true, result: { url: this.webhook?.url ?? '', updated_at: Date.now() } }
      case 'sendMessage':
        return this.#send(method, call, () => checkText(call.fields['text'], 'text'))
      case 'sendPhoto':
        return this.#sendPhoto(call)
      case 'sendChatAction':
        if (!call.fields['chat_id']) return bad('The chat_id must not be empty')
        return { ok: true }
      default:
        return fail(404, 'Not Found')
    }
  }

  async #poll(timeout: number): Promise<Outcome> {
    this.polls++
    this.#pollsNow++
    this.mostPollsAtOnce = Math.max(this.mostPollsAtOnce, this.#pollsNow)
    if (this.webhook || this.#queue.length === 0)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeout * 1000)
        if (this.webhook) return
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    this.#pollsNow--
    this.#wake = undefined
    const event = this.webhook ? undefined : this.#queue.shift()
    return event ? { ok: true, result: event } : fail(408, 'Request timeout')
  }

  #setWebhook({ fields }: Call): Outcome {
    const url = String(fields['url'] ?? '')
    const secret = String(fields['secret_token'] ?? '')
    if (!/^https:\/\/|^http:\/\/127\.0\.0\.1/.test(url)) return bad('The url must start with https')
    if (secret.length < 8 || secret.length > 256) return bad('The secret_token is invalid')
    this.webhook = { url, secret }
    const verification = { ok: true, status_code: 200, outcome: 'webhook.ok', latency_ms: 1 }
    return { ok: true, result: { url, updated_at: Date.now(), verification } }
  }

  #send(method: string, { fields }: Call, check: () => Outcome | undefined): Outcome {
    const chatId = fields['chat_id']
    if (typeof chatId !== 'string' || chatId === '') return bad('The chat_id must not be empty')
    const refusal = check()
    if (refusal) return refusal
    if (this.sent.length >= this.#quota) return fail(429, 'Quota exceeded')
    this.sent.push({ method, fields, chatId })
    return { ok: true, result: { message_id: randomBytes(10).toString('hex'), date: Date.now() } }
  }

  async #sendPhoto(call: Call): Promise<Outcome> {
    const photo = call.fields['photo']
    if (typeof photo !== 'string' || photo === '') return bad('The photo must not be empty')
    if (!/^https?:\/\//.test(photo)) return bad('The photo must start with http:// or https://')
    if (!(await this.#fetchPhoto(photo, 'HEAD')) || !(await this.#fetchPhoto(photo, 'GET')))
      return bad('The photo URL is invalid')
    const caption = call.fields['caption']
    const outcome = this.#send('sendPhoto', call, () =>
      caption === undefined ? undefined : checkText(caption, 'caption'),
    )
    if (outcome.ok)
      this.#track(
        new Promise((resolve) => setTimeout(resolve, this.#fetchAgainMs))
          .then(() => this.#fetchPhoto(photo, 'GET'))
          .then((isThere) => {
            if (!isThere) this.black.push(photo)
          }),
      )
    return outcome
  }

  /** Whether the address gives a picture: no redirect, no cookie, its type and length told. */
  async #fetchPhoto(url: string, method: 'GET' | 'HEAD'): Promise<boolean> {
    const res = await fetch(url, { method, redirect: 'manual' })
    const bytes = Buffer.from(await res.arrayBuffer())
    const length = Number(res.headers.get('content-length'))
    const isPicture = res.headers.get('content-type')?.startsWith('image/') === true
    if (res.status !== 200 || !isPicture || !(length > 0) || res.headers.has('set-cookie'))
      return false
    return method === 'HEAD' || (bytes.length === length && imageSize(bytes) !== undefined)
  }
}

function checkText(text: unknown, name: string): Outcome | undefined {
  if (typeof text !== 'string' || text === '') return bad(`The ${name} must not be empty`)
  return text.length > 2000 ? bad(`The ${name} is too long`) : undefined
}

function html(res: ServerResponse, status: number, title: string): void {
  res.writeHead(status, { 'content-type': 'text/html' })
  res.end(`<html><head><title>${status} ${title}</title></head><body>nginx</body></html>`)
}
