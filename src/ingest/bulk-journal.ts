/** Remembers how far a reading of many files has come, so that it can go on after an interruption. */
import { createHash } from 'node:crypto'
import type { Store } from '../store/store.ts'

/** Everything up to and with `after` of source `source` is done. */
export interface BulkPlace {
  /** Tells one job from another: the sources and what was said of them. */
  readonly job: string
  readonly source: number
  readonly after: string
  readonly done: number
  readonly failed: number
}

export interface BulkJournal {
  load(): Promise<BulkPlace | null>
  save(place: BulkPlace): Promise<void>
  clear(): Promise<void>
}

/** The name of a job: the same sources with the same options go on where they were. */
export function jobName(sources: readonly string[], options: object): string {
  return createHash('sha256')
    .update(JSON.stringify([sources, options]))
    .digest('hex')
    .slice(0, 16)
}

function isPlace(value: unknown): value is BulkPlace {
  if (typeof value !== 'object' || value === null) return false
  const { job, source, after, done, failed } = value as Readonly<Record<keyof BulkPlace, unknown>>
  return (
    typeof job === 'string' &&
    typeof after === 'string' &&
    [source, done, failed].every((n) => typeof n === 'number' && Number.isInteger(n) && n >= 0)
  )
}

const META_KEY = 'ingest-journal'

/**
 * A journal among the store's own facts, so that it lies where the articles do. A damaged one counts
 * as none, which only means that files are read again.
 */
export function storeJournal(store: Pick<Store, 'getMeta' | 'setMeta'>): BulkJournal {
  return {
    async load() {
      try {
        const place: unknown = JSON.parse((await store.getMeta(META_KEY)) ?? 'null')
        return isPlace(place) ? place : null
      } catch (error) {
        if (error instanceof SyntaxError) return null
        throw error
      }
    },
    save: (place) => store.setMeta(META_KEY, JSON.stringify(place)),
    clear: () => store.setMeta(META_KEY, 'null'),
  }
}
