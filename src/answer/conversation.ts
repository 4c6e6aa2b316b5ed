/** What is remembered between messages: the last query and the last reply, for a limited number of talks. */
import type { Query } from './query.ts'
import type { Reply } from './reply.ts'

/** The state of one conversation. `query` alone is plain JSON and may be kept elsewhere. */
export interface Talk {
  readonly id: string
  /** The last understood query; null at the start. */
  readonly query: Query | null
  /** The last answer that stated something; "nguồn ở đâu?" speaks of it. */
  readonly reply: Reply | null
}

/** Keeps the latest conversations in memory; the one unused longest goes first. */
export class Conversations {
  readonly #talks = new Map<string, Talk>()
  readonly #most: number
  readonly #newId: () => string

  constructor(newId: () => string, most = 10_000) {
    this.#newId = newId
    this.#most = most
  }

  /** The conversation with this id; a new one when the id is unknown or not given. */
  open(id: string | undefined): Talk {
    const known = id === undefined ? undefined : this.#talks.get(id)
    return (
      known ?? { id: id !== undefined && id !== '' ? id : this.#newId(), query: null, reply: null }
    )
  }

  /** Remembers the state after a message. */
  keep(talk: Talk): void {
    this.#talks.delete(talk.id)
    this.#talks.set(talk.id, talk)
    if (this.#talks.size <= this.#most) return
    const [oldest] = this.#talks.keys()
    if (oldest !== undefined) this.#talks.delete(oldest)
  }

  /** Number of conversations remembered. */
  get size(): number {
    return this.#talks.size
  }
}
