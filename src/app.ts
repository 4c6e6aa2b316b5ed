/** The one place where the parts are put together from the settings. */
import { randomUUID } from 'node:crypto'
import { type Answerer, createAnswerer } from './answer/answer.ts'
import { type Asking, createAsking } from './asking.ts'
import { indicatorName } from './catalogue/indicators.ts'
import type { AppPort } from './channels/app-port.ts'
import { type Checker, createChecker } from './check/check.ts'
import { answerOfCheck, claimIn } from './check/claim-message.ts'
import type { Config } from './config.ts'
import type { EvalPorts } from './eval/evaluate.ts'
import { createExamples, type Examples } from './examples.ts'
import { figuresPage } from './figures-page.ts'
import { runBulk } from './ingest/bulk.ts'
import { storeJournal } from './ingest/bulk-journal.ts'
import { extractFigures } from './ingest/extract/extract.ts'
import { plainDocument } from './ingest/formats/document.ts'
import { identify } from './ingest/identify.ts'
import {
  auditedAgainst,
  type Embed,
  type FailedReading,
  outcomeLine,
  readAll,
  readDocument,
  readDocumentFor,
  readUnaudited,
  rereadOutdated,
  toSave,
} from './ingest/ingest.ts'
import type { ReadOptions } from './ingest/read.ts'
import { loadShipped } from './ingest/shipped.ts'
import { hashEmbeddings } from './llm/hash-embeddings.ts'
import type { Answer } from './model/answer.ts'
import type { Extraction } from './model/article.ts'
import type { ExtractedFigure } from './model/figure.ts'
import { openMemoryStore, openStore } from './store/open.ts'
import type { Store } from './store/store.ts'

export interface OpenOptions {
  /** Hears what a slow start is doing, a Vietnamese line at a time. */
  readonly progress?: (line: string) => void
  /** The clock of relative time ("năm ngoái"). */
  readonly now?: () => Date
  /** Hears of a part that broke while answering; by default one line on stderr. */
  readonly onFailure?: (error: unknown) => void
}

/** What an operator knows of the articles being read; goes before what they say themselves. */
export interface KnownOfArticles {
  readonly area: string | null
  readonly published: string | null
  readonly publisher: string | null
}

export interface IngestSummary {
  readonly articles: number
  readonly figures: number
  readonly failed: number
}

export interface App {
  readonly store: Store
  /** What channels see. */
  readonly port: AppPort
  /** Looks for questions that the store can answer, so that an empty chat can offer them. */
  prepareExamples(): Promise<void>
  /** The answer to the last of one conversation's messages. */
  askInTurn(messages: readonly string[]): Promise<Answer>
  /** How a question was understood and which defaults were taken, in Vietnamese lines. */
  explain(question: string): string
  ingest(
    sources: readonly string[],
    known: KnownOfArticles,
    say: (line: string) => void,
  ): Promise<IngestSummary>
  close(): Promise<void>
}

const MEGABYTE = 1024 * 1024

const embed: Embed = (texts) => hashEmbeddings.embedDocuments([...texts])

function readOptions(config: Config, known: KnownOfArticles): ReadOptions {
  return {
    maxBytes: config.INGEST_MAX_MB * MEGABYTE,
    allowHosts: config.INGEST_ALLOW_HOSTS,
    ...known,
  }
}

/** Reads without storing: what `extract` prints, one article at a time, failures in their place. */
export function createReader(
  config: Config,
): (
  sources: readonly string[],
  known: KnownOfArticles,
) => AsyncGenerator<Extraction | FailedReading> {
  return (sources, known) => readAll(sources, readOptions(config, known))
}

/** Opens the store of the settings, brings its data up to this release, and puts the parts together. */
export async function openApp(config: Config, options: OpenOptions = {}): Promise<App> {
  const progress = options.progress ?? (() => {})
  const store = await openStore({
    databaseUrl: config.DATABASE_URL,
    dataDir: config.DATA_DIR,
    onProgress: progress,
  })
  try {
    if (store.kind !== 'remote') {
      if (config.LOAD_DATA) await loadShipped(store, embed, progress)
      const reread = await rereadOutdated(store, embed)
      if (reread > 0) progress(`Đã đọc lại ${reread} bài theo quy tắc mới.`)
    }
    return appOn(store, config, options)
  } catch (error) {
    await store.close()
    throw error
  }
}

function answererOn(store: Store, now: () => Date): Answerer {
  return createAnswerer({
    store,
    clock: now,
    embed: (text) => hashEmbeddings.embedQuery(text),
    newId: randomUUID,
    onFaults: (_question, faults) =>
      process.stderr.write(`answer-withheld ${JSON.stringify(faults)}\n`),
  })
}

async function askInTurn(
  answerer: Pick<Answerer, 'ask'>,
  messages: readonly string[],
): Promise<Answer> {
  let answer = await answerer.ask(messages[0] ?? '')
  for (const message of messages.slice(1)) answer = await answerer.ask(message, answer.conversation)
  return answer
}

/** A pasted text is no article: what it does not say stays unknown. Offsets point into the very text. */
function readClaims(text: string, area: string | null): ExtractedFigure[] {
  const nothing = { url: null, publisher: null, published: null, title: null }
  return extractFigures(identify({ ...nothing, area, text }, []))
}

/** Answers questions, and judges the text behind "Kiểm tra giúp: …". */
function withClaims(answerer: Answerer, checker: Checker): Pick<Answerer, 'ask'> {
  return {
    async ask(question, conversation) {
      const claim = claimIn(question)
      if (claim === undefined) return answerer.ask(question, conversation)
      const started = performance.now()
      const check = await checker.check(claim)
      const tookMs = Math.round((performance.now() - started) * 100) / 100
      return answerOfCheck(check, { question, conversation: conversation ?? randomUUID(), tookMs })
    },
  }
}

interface PortParts {
  readonly store: Store
  readonly asking: Asking
  readonly checker: Checker
  readonly examples: Examples
}

function portOn({ store, asking, checker, examples }: PortParts): AppPort {
  return {
    ask: (question, conversation) => asking.askAndCount(question, conversation),
    check: (text) => checker.check(text),
    figures: (query) => figuresPage(store, query),
    figure: async (id) => (await store.findFigures({ ids: [id] }))[0] ?? null,
    async article(id) {
      const article = await store.findArticle(id)
      if (!article) return null
      return { ...article, figures: await store.findFigures({ articleIds: [article.id] }) }
    },
    indicatorName,
    coverage: () => store.coverage({}),
    examples: () => examples.list(),
    feedback: (feedback) => store.keepFeedback(feedback),
  }
}

interface IngestCall {
  readonly sources: readonly string[]
  readonly known: KnownOfArticles
  readonly say: (line: string) => void
}

async function ingestInto(store: Store, config: Config, call: IngestCall): Promise<IngestSummary> {
  let figures = 0
  const { done, failed, before } = await runBulk<Extraction>({
    sources: call.sources,
    options: readOptions(config, call.known),
    read: readUnaudited,
    async save(unaudited) {
      const batch = await auditedAgainst(store, unaudited)
      const ready = await Promise.all(batch.map((extraction) => toSave(extraction, embed, false)))
      const outcomes = await store.saveArticles(ready)
      for (const [i, outcome] of outcomes.entries()) {
        const extraction = batch[i]
        if ('figures' in outcome) figures += outcome.figures
        if (extraction) call.say(outcomeLine(extraction, outcome))
      }
    },
    onFailed: (file, { message }) => {
      process.stderr.write(`${message.includes(file) ? message : `${message}: ${file}`}\n`)
    },
    journal: storeJournal(store),
    stream: process.stderr,
  })
  if (before > 0) process.stderr.write(`Đi tiếp lần nạp dở dang: ${before} tệp đã xong từ trước.\n`)
  return { articles: done, figures, failed }
}

/** The program on an open store, which it closes with itself. */
export function appOn(store: Store, config: Config, options: OpenOptions = {}): App {
  const answerer = answererOn(store, options.now ?? (() => new Date()))
  const examples = createExamples(store, answerer)
  const checker = createChecker({ store, extract: readClaims })
  const asking = createAsking({
    answerer: withClaims(answerer, checker),
    store,
    newId: randomUUID,
    keepsUnanswered: config.KEEP_UNANSWERED,
    onFailure: options.onFailure ?? tellFailure,
  })
  return {
    store,
    port: portOn({ store, asking, checker, examples }),
    prepareExamples: () => examples.renew(),
    askInTurn: (messages) => askInTurn(asking, messages),
    explain: (question) => answerer.explain(question),
    ingest: (sources, known, say) => ingestInto(store, config, { sources, known, say }),
    async close() {
      await asking.settle()
      await store.close()
    },
  }
}

function tellFailure(error: unknown): void {
  process.stderr.write(`answer-failed ${error instanceof Error ? error.stack : error}\n`)
}

/** What `eval` measures: the reading, and answers from a store that was empty. */
export function evalPorts(now: () => Date = () => new Date()): EvalPorts {
  return {
    extract: async (file, record) => readDocument(plainDocument(record), file),
    async openEmpty() {
      const store = await openMemoryStore()
      const answerer = answererOn(store, now)
      return {
        async ingest(file, record) {
          const read = await readDocumentFor(store, plainDocument(record), file)
          await store.saveArticle(await toSave(read, embed, false))
        },
        ask: (messages) => askInTurn(answerer, messages),
        close: () => store.close(),
      }
    },
  }
}
