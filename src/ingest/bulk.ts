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

/** Collects what was read until there is enough to be saved at once. */
class Batch<T> {
  readonly #job: BulkJob<T>
  readonly #name: string
  readonly #progress: Progress
  #waiting: T[] = []
  #count = 0
  #failedNow = 0
  #last: Located | undefined
  done = 0
  failed = 0

  constructor(job: BulkJob<T>, name: string, progress: Progress) {
    this.#job = job
    this.#name = name
    this.#progress = progress
  }

  async add(located: Located): Promise<void> {
    const { item } = located
    this.#last = located
    this.#count++
    try {
      if (item.kind === 'error') throw item.error
      this.#waiting.push(await this.#job.read(item.document, item.file))
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause
      this.#failedNow++
      this.#job.onFailed(item.file, cause)
    }
    if (this.#count >= (this.#job.batchSize ?? BATCH)) await this.flush()
  }

  async flush(): Promise<void> {
    if (!this.#last) return
    if (this.#waiting.length > 0) await this.#job.save(this.#waiting)
    this.done += this.#waiting.length
    this.failed += this.#failedNow
    this.#progress.step(this.#count, this.#failedNow)
    await this.#job.journal?.save({
      job: this.#name,
      source: this.#last.source,
      after: this.#last.item.file,
      done: this.done,
      failed: this.failed,
    })
    this.#waiting = []
    this.#count = 0
    this.#failedNow = 0
    this.#last = undefined
  }
}

/**
 * Runs a job to its end. Memory holds one batch. A file that cannot be read is told to `onFailed` and
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
  for await (const located of itemsAfter(sources, options, place)) await batch.add(located)
  await batch.flush()
  await journal?.clear()
  progress.finish()
  return {
    done: batch.done - (place?.done ?? 0),
    failed: batch.failed - (place?.failed ?? 0),
    before,
  }
}
