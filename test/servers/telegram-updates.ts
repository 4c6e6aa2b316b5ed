/** The queue of updates with Telegram's rules for getUpdates, and their delivery to a webhook. */
import type { Update } from '@grammyjs/types'
import { Refusal } from './telegram-refusals.ts'

interface Waiting {
  readonly answer: (updates: Update[]) => void
  readonly refuse: (refusal: Refusal) => void
  readonly limit: number
}

export interface Webhook {
  readonly url: string
  readonly secret: string | undefined
}

const CONFLICT_HOOK =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
const CONFLICT_TWO =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'

export class UpdateQueue {
  readonly #queue: Update[] = []
  #waiting: Waiting | undefined
  #nextId = 100_000_001
  webhook: Webhook | undefined
  /** Deliveries to the webhook: how each ended. */
  readonly deliveries: { updateId: number; status: number | 'failed' }[] = []
  #delivering = false
  /** Each update to the webhook is posted this many times (1: as it should be). */
  copies = 1

  get pending(): number {
    return this.#queue.length
  }

  nextId(): number {
    return this.#nextId++
  }

  push(update: Update): void {
    this.#queue.push(update)
    this.#wake()
    void this.#deliver()
  }

  clear(): void {
    this.#queue.length = 0
  }

  #wake(): void {
    const waiting = this.#waiting
    if (!waiting || this.#queue.length === 0) return
    this.#waiting = undefined
    waiting.answer(this.#queue.slice(0, waiting.limit))
  }

  /** Updates from `offset` on; waits up to `timeout` seconds for the first. An older wait ends in 409. */
  take(offset: number, limit: number, timeout: number, gone: AbortSignal): Promise<Update[]> {
    if (this.webhook) throw new Refusal(409, CONFLICT_HOOK)
    this.#waiting?.refuse(new Refusal(409, CONFLICT_TWO))
    this.#waiting = undefined
    if (offset > 0)
      while ((this.#queue[0]?.update_id ?? Number.POSITIVE_INFINITY) < offset) this.#queue.shift()
    else if (offset < 0) this.#queue.splice(0, this.#queue.length + offset)
    if (this.#queue.length > 0 || timeout === 0) return Promise.resolve(this.#queue.slice(0, limit))
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer)
        if (this.#waiting === waiting) this.#waiting = undefined
      }
      const waiting: Waiting = {
        limit,
        answer: (updates) => {
          end()
          resolve(updates)
        },
        refuse: (refusal) => {
          end()
          reject(refusal)
        },
      }
      const timer = setTimeout(() => waiting.answer([]), timeout * 1000)
      gone.addEventListener('abort', end)
      this.#waiting = waiting
    })
  }

  setWebhook(webhook: Webhook | undefined): void {
    this.webhook = webhook
    if (webhook)
      this.#waiting?.refuse(new Refusal(409, 'Conflict: terminated by setWebhook request'))
    void this.#deliver()
  }

  /** Posts updates one after another; a failed one again after its Retry-After or a growing delay. */
  async #deliver(): Promise<void> {
    if (this.#delivering) return
    this.#delivering = true
    let delay = 50
    while (this.webhook && this.#queue[0]) {
      const update = this.#queue[0]
      const waited = await this.#post(this.webhook, update)
      if (waited === 'done') {
        if (this.#queue[0] === update) this.#queue.shift()
        delay = 50
      } else {
        await new Promise((resolve) => setTimeout(resolve, waited ?? delay))
        delay = Math.min(delay * 2, 2000)
      }
    }
    this.#delivering = false
  }

  async #post({ url, secret }: Webhook, update: Update): Promise<'done' | number | undefined> {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (secret !== undefined) headers['x-telegram-bot-api-secret-token'] = secret
    let result: 'done' | number | undefined
    for (let copy = 0; copy < this.copies; copy++) {
      try {
        const res = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) })
        await res.arrayBuffer()
        this.deliveries.push({ updateId: update.update_id, status: res.status })
        const after = res.headers.get('retry-after')
        result = res.ok ? 'done' : after === null ? undefined : Number(after) * 1000
      } catch {
        this.deliveries.push({ updateId: update.update_id, status: 'failed' })
        result = undefined
      }
    }
    return result
  }
}
