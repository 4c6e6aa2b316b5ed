/**
 * Received items between the platform and their handling. An item is kept before the platform is told
 * that it arrived, handled once although it may be delivered twice, and taken up again after a crash.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { ChannelState } from './state.ts'

export interface Inbox<T> {
  /** Keeps an item. True when it is new; the caller then has it handled. */
  accept(key: string, item: T): Promise<boolean>
  /** Handles a kept item; a failure is tried again, at last logged. Never rejects. */
  handle(key: string, item: T): Promise<void>
  /** Handles what an earlier run left unfinished. */
  recover(): Promise<void>
  /** Waits until what is being handled is done, at most `ms`. */
  settle(ms: number): Promise<void>
}

export interface InboxParts<T> {
  readonly channel: string
  readonly state: ChannelState
  readonly log: Logger
  readonly work: (item: T) => Promise<void>
  /** Waits before further tries, in milliseconds. */
  readonly retryAfter?: readonly number[]
}

const RETRY_AFTER = [1_000, 10_000]

/** Makes the inbox of a channel; `T` must survive JSON. */
export function createInbox<T>(parts: InboxParts<T>): Inbox<T> {
  const { channel, state, log, work, retryAfter = RETRY_AFTER } = parts
  const busy = new Set<Promise<void>>()

  const tryAll = async (key: string, item: T) => {
    for (const wait of [0, ...retryAfter]) {
      if (wait > 0) await pause(wait)
      try {
        await work(item)
        await state.finish(channel, key)
        return
      } catch (error) {
        log.warn({ channel, key, error: nameOf(error) }, 'item-failed')
      }
    }
    // It stays unfinished: the next start takes it up again.
    log.error({ channel, key }, 'item-left')
  }
  const handle = async (key: string, item: T) => {
    const done = tryAll(key, item)
    busy.add(done)
    await done
    busy.delete(done)
  }
  return {
    handle,
    accept: (key, item) => state.receive(channel, key, JSON.stringify(item)),
    async recover() {
      const left = await state.unfinished(channel)
      if (left.length > 0) log.info({ channel, items: left.length }, 'items-recovered')
      await Promise.all(left.map(({ key, item }) => handle(key, JSON.parse(item) as T)))
    },
    async settle(ms) {
      await Promise.race([Promise.all(busy), pause(ms, undefined, { ref: false })])
    },
  }
}

/** What of an error may be logged: its name and code. Messages of libraries can hold tokens. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'error_code' in error ? error.error_code : 'code' in error ? error.code : ''
  return [error.name, code].filter(Boolean).join(' ')
}
