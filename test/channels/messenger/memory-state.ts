/** The chat state of a process that remembers nothing afterwards; the real one is in the store. */
import type { ChannelState } from '../../../src/channels/messenger/state.ts'

interface Remembered {
  readonly value: string
  readonly until: number
}

const MOST_KEYS = 100_000

/** Forgets the oldest entries of an insertion-ordered collection. */
function trim(entries: { size: number; keys(): Iterator<string>; delete(key: string): boolean }) {
  while (entries.size > MOST_KEYS) {
    const oldest = entries.keys().next()
    if (oldest.done) return
    entries.delete(oldest.value)
  }
}

/**
 * A state that lives as long as the process. `now` is the time in milliseconds. Bounded: of more than
 * 100,000 entries the oldest are forgotten.
 */
export function memoryState(now: () => number): ChannelState {
  const known = new Set<string>()
  const open = new Map<string, Map<string, string>>()
  const values = new Map<string, Remembered>()
  const openOf = (channel: string) => {
    const items = open.get(channel) ?? new Map<string, string>()
    open.set(channel, items)
    return items
  }
  return {
    receive: async (channel, key, item) => {
      const name = `${channel} ${key}`
      if (known.has(name)) return false
      known.add(name)
      trim(known)
      openOf(channel).set(key, item)
      return true
    },
    finish: async (channel, key) => {
      openOf(channel).delete(key)
    },
    unfinished: async (channel) => [...openOf(channel)].map(([key, item]) => ({ key, item })),
    get: async (key) => {
      const found = values.get(key)
      if (!found || found.until <= now()) return null
      return found.value
    },
    set: async (key, value, seconds) => {
      values.delete(key)
      values.set(key, { value, until: now() + seconds * 1000 })
      trim(values)
    },
  }
}
