/** Reads very many files: in batches, with progress, going on after an interruption. */
import { stat } from 'node:fs/promises'
import { AppError } from '../model/errors.ts'
import { type BulkJournal, type BulkPlace, jobName } from './bulk-journal.ts'
import { createProgress, type Progress, type ProgressStream } from './bulk-progress.ts'
import type { SourceDocument } from './formats/document.ts'
import { listFiles, type ReadItem, type ReadOptions, readSource } from './read.ts'

/** What is to be done with many files. `T` is what one document becomes before it is saved. */
export interface BulkJob<T> {
  readonly sources: readonly string[]
  readonly options: ReadOptions
  /** Makes of a document what is saved; an `AppError` here fails this document alone. */
  readonly read: (document: SourceDocument, file: string) => T | Promise<T>
  /** Saves a batch; when it returns, the batch is done for good. */
  readonly save: (batch: readonly T[]) => Promise<void>
  readonly onFailed: (file: string, error: AppError) => void
  readonly journal?: BulkJournal
  readonly stream?: ProgressStream
  readonly batchSize?: number
}

export interface BulkSummary {
  readonly done: number
  readonly failed: number
  /** Done by an earlier run that was interrupted; not among `done`. */
  readonly before: number
}

const BATCH = 32

async function isFolder(source: string): Promise<boolean> {
  return (await stat(source).catch(() => undefined))?.isDirectory() ?? false
}

/** How many files the sources hold; names are counted, not kept. */
export async function countSources(sources: readonly string[]): Promise<number> {
  let count = 0
  for (const source of sources) {
    if (!(await isFolder(source))) count++
    else for await (const _ of listFiles(source)) count++
  }
  return count
}

/** The place an earlier run of the same job came to; null when that file is gone or there is none. */
async function placeOf(job: string, journal: BulkJournal | undefined): Promise<BulkPlace | null> {
  const place = (await journal?.load()) ?? null
  if (place?.job !== job) return null
  const stillThere =
    /^https?:/.test(place.after) || (await stat(place.after).catch(() => undefined))
  return stillThere ? place : null
}

interface Located {
  readonly item: ReadItem
  readonly source: number
}

/** The items behind a place; files before it are passed by without being opened. */
async function* itemsAfter(
  sources: readonly string[],
  options: ReadOptions,
  place: BulkPlace | null,
): AsyncGenerator<Located> {
  for (const [source, path] of sources.entries()) {
    if (place && source < place.source) continue
    const after = place?.source === source ? place.after : undefined
    for await (const item of readSource(path, options, after)) yield { item, source }
  }
}

/** What was read and is to be saved at once. */
interface Lot<T> {
  readonly items: T[]
  count: number
  failed: number
  last: Located | undefined
}

function emptyLot<T>(): Lot<T> {
  return { items: [], count: 0, failed: 0, last: undefined }
}

/** Collects what was read until there is enough to be saved; while that is saved, reading goes on. */
class Batch<T> {
  readonly #job: BulkJob<T>
  readonly #name: string
  readonly #progress: Progress
  #lot = emptyLot<T>()
  #saving: Promise<void> = Promise.resolve()
  done = 0
  failed = 0

  constructor(job: BulkJob<T>, name: string, progress: Progress) {
    this.#job = job
    this.#name = name
    this.#progress = progress
  }

  async add(located: Located): Promise<void> {
    const { item } = located
    const lot = this.#lot
    lot.last = located
    lot.count++
    try {
      if (item.kind === 'error') throw item.error
      lot.items.push(await this.#job.read(item.document, item.file))
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause
      lot.failed++
      this.#job.onFailed(item.file, cause)
    }
    if (lot.count >= (this.#job.batchSize ?? BATCH)) await this.#send()
  }

  /** Saves what is left; when it returns, everything is saved. */
  async flush(): Promise<void> {
    await this.#send()
    await this.#saving
  }

  /** Waits for what is being saved, whatever becomes of it. */
  async settle(): Promise<void> {
    await this.#saving.catch(() => {})
  }

  /** One lot is saved at a time, so that the journal's place is behind all that was saved. */
  async #send(): Promise<void> {
    await this.#saving
    const lot = this.#lot
    this.#lot = emptyLot()
    this.#saving = this.#save(lot)
    // Its failure is heard by who waits for it next.
    this.#saving.catch(() => {})
  }

  async #save(lot: Lot<T>): Promise<void> {
    if (!lot.last) return
    if (lot.items.length > 0) await this.#job.save(lot.items)
    this.done += lot.items.length
    this.failed += lot.failed
    this.#progress.step(lot.count, lot.failed)
    await this.#job.journal?.save({
      job: this.#name,
      source: lot.last.source,
      after: lot.last.item.file,
      done: this.done,
      failed: this.failed,
    })
  }
}

/**
 * Runs a job to its end. Memory holds two batches. A file that cannot be read is told to `onFailed` and
 * passed by. Interrupted and started again with the same sources and options, it goes on behind the
 * last saved batch; when all is done the journal is cleared, and the next run begins anew.
 */
export async function runBulk<T>(job: BulkJob<T>): Promise<BulkSummary> {
  const { sources, options, journal, stream } = job
  const name = jobName(sources, options)
  const place = await placeOf(name, journal)
  const before = place === null ? 0 : place.done + place.failed
  const total = stream ? await countSources(sources) : 0
  const progress = createProgress({ total, before, stream: stream ?? { write: () => true } })
  const batch = new Batch(job, name, progress)
  batch.done = place?.done ?? 0
  batch.failed = place?.failed ?? 0
  try {
    for await (const located of itemsAfter(sources, options, place)) await batch.add(located)
    await batch.flush()
  } finally {
    await batch.settle()
  }
  await journal?.clear()
  progress.finish()
  return {
    done: batch.done - (place?.done ?? 0),
    failed: batch.failed - (place?.failed ?? 0),
    before,
  }
}
