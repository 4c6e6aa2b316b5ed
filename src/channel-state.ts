/**
 * What the chat channels remember, kept in the store. While the store is down it is kept in memory and
 * written when the store is back, so that people hear that a part is down instead of nothing.
 */
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { nameOf } from './channels/messenger/inbox.ts'
import type { ChannelState } from './channels/messenger/state.ts'
import type { Store } from './store/store.ts'

export type RememberingStore = Pick<
  Store,
  'receiveItem' | 'finishItem' | 'unfinishedItems' | 'recall' | 'remember'
>

export interface KeptState extends ChannelState {
  /** Writes what is still in memory; false when the store does not take it. */
  flush(): Promise<boolean>
}

interface Stranded {
  readonly channel: string
  readonly key: string
  readonly item: string
  readonly receipt: string
  isFinished: boolean
}

const MOST_IN_MEMORY = 20_000
const FAILED = Symbol('failed')

/** A token that works once must never be taken for missing: such keys fail with the store. */
const isNeverGuessed = (key: string) => key.endsWith(':tokens')

/** Forgets the oldest entry when there are too many. */
function makeRoom(entries: Map<string, unknown>): void {
  const [oldest] = entries.keys()
  if (entries.size >= MOST_IN_MEMORY && oldest !== undefined) entries.delete(oldest)
}

/** The state in the store; `log` is told when the store goes and when it comes back. */
export function storeState(store: RememberingStore, log: Logger): KeptState {
  /** Received while the store was down. */
  const stranded = new Map<string, Stranded>()
  /** Dealt with while the store was down. */
  const finished = new Map<string, { readonly channel: string; readonly key: string }>()
  const values = new Map<string, { readonly value: string; readonly until: number }>()
  let isDown = false

  const attempt = async <T>(work: () => Promise<T>): Promise<T | typeof FAILED> => {
    try {
      const result = await work()
      if (isDown) log.info('state-store-back')
      isDown = false
      return result
    } catch (error) {
      if (!isDown) log.error({ error: nameOf(error) }, 'state-store-down')
      isDown = true
      return FAILED
    }
  }
  const nameIn = (channel: string, key: string) => `${channel} ${key}`
  const strand = (one: Omit<Stranded, 'isFinished'>): boolean => {
    const name = nameIn(one.channel, one.key)
    if (stranded.has(name)) return false
    makeRoom(stranded)
    stranded.set(name, { ...one, isFinished: false })
    return true
  }

  const flushStranded = async (): Promise<boolean> => {
    for (const [name, one] of stranded) {
      if ((await attempt(() => store.receiveItem(one))) === FAILED) return false
      const end = () => store.finishItem(one.channel, one.key)
      if (one.isFinished && (await attempt(end)) === FAILED) return false
      stranded.delete(name)
    }
    return true
  }
  const flushFinished = async (): Promise<boolean> => {
    for (const [name, { channel, key }] of finished) {
      if ((await attempt(() => store.finishItem(channel, key))) === FAILED) return false
      finished.delete(name)
    }
    return true
  }
  const flushValues = async (): Promise<boolean> => {
    for (const [key, late] of values) {
      const seconds = (late.until - performance.now()) / 1000
      const write = () => store.remember({ key, value: late.value, seconds })
      if ((await attempt(write)) === FAILED) return false
      if (values.get(key) === late) values.delete(key)
    }
    return true
  }

  return {
    async receive(channel, key, item) {
      if (stranded.has(nameIn(channel, key))) return false
      const one = { channel, key, item, receipt: randomUUID() }
      const isNew = await attempt(() => store.receiveItem(one))
      return isNew === FAILED ? strand(one) : isNew
    },
    async finish(channel, key) {
      const name = nameIn(channel, key)
      const one = stranded.get(name)
      if (one) one.isFinished = true
      else if ((await attempt(() => store.finishItem(channel, key))) === FAILED) {
        makeRoom(finished)
        finished.set(name, { channel, key })
      }
    },
    async unfinished(channel) {
      const kept = await attempt(() => store.unfinishedItems(channel))
      return kept === FAILED ? [] : kept
    },
    async get(key) {
      const late = values.get(key)
      if (late) return late.until > performance.now() ? late.value : null
      if (isNeverGuessed(key)) return store.recall(key)
      const value = await attempt(() => store.recall(key))
      return value === FAILED ? null : value
    },
    async set(key, value, seconds) {
      if ((await attempt(() => store.remember({ key, value, seconds }))) !== FAILED) {
        values.delete(key)
        return
      }
      makeRoom(values)
      values.set(key, { value, until: performance.now() + seconds * 1000 })
    },
    flush: async () => (await flushStranded()) && (await flushFinished()) && (await flushValues()),
  }
}
