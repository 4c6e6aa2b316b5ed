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
  /** The same where nobody would deliver it again: what cannot be kept counts as new. Never rejects. */
  acceptAnyway(key: string, item: T): Promise<boolean>
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
  /** Waits before further tries at once, in milliseconds. */
  readonly retryAfter?: readonly number[]
  /** Waits before tries much later, when an outage may be over. */
  readonly retryLater?: readonly number[]
}

const RETRY_AFTER = [1_000, 10_000]
const RETRY_LATER = [60_000, 600_000, 3_600_000]

/** Makes the inbox of a channel; `T` must survive JSON. */
export function createInbox<T>(parts: InboxParts<T>): Inbox<T> {
  const { channel, state, log, work } = parts
  const { retryAfter = RETRY_AFTER, retryLater = RETRY_LATER } = parts
  const busy = new Set<Promise<void>>()
  /** Keys that this run took itself: what it has in hand is nothing to recover. */
  const taken = new Set<string>()
  const arriving = new Set<Promise<boolean>>()

  const isDone = async (key: string, item: T): Promise<boolean> => {
    try {
      await work(item)
      await state.finish(channel, key)
      taken.delete(key)
      return true
    } catch (error) {
      log.warn({ channel, key, error: nameOf(error) }, 'item-failed')
      return false
    }
  }
  const tryAfter = async (waits: readonly number[], key: string, item: T): Promise<boolean> => {
    for (const wait of waits) {
      if (wait > 0) await pause(wait, undefined, { ref: false })
      if (await isDone(key, item)) return true
    }
    return false
  }
  /** Nobody waits for these tries; what fails them all is taken up by the next start. */
  const tryLater = async (key: string, item: T) => {
    log.error({ channel, key }, 'item-put-off')
    if (!(await tryAfter(retryLater, key, item))) log.error({ channel, key }, 'item-left')
  }
  const handle = async (key: string, item: T) => {
    const done = tryAfter([0, ...retryAfter], key, item).then((isSuccess) => {
      if (!isSuccess) void tryLater(key, item)
    })
    busy.add(done)
    await done
    busy.delete(done)
  }
  const receive = async (key: string, item: T) => {
    const isNew = await state.receive(channel, key, JSON.stringify(item))
    if (isNew) taken.add(key)
    return isNew
  }
  const accept = async (key: string, item: T) => {
    const isNew = receive(key, item)
    arriving.add(isNew)
    try {
      return await isNew
    } finally {
      arriving.delete(isNew)
    }
  }
  return {
    handle,
    accept,
    acceptAnyway: (key, item) =>
      accept(key, item).catch((error: unknown) => {
        // Better answered twice than not at all.
        log.error({ channel, key, error: nameOf(error) }, 'item-not-kept')
        return true
      }),
    async recover() {
      const kept = await state.unfinished(channel)
      // Something may have been kept just now and not be marked as taken yet.
      await Promise.allSettled(arriving)
      const left = kept.filter(({ key }) => !taken.has(key))
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
