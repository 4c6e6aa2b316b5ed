/** The flow of an article: read → clean → identify → split → extract → audit → save. */
import { sourceKindOf } from '../catalogue/sources.ts'
import type { ArticleRecord, Extraction } from '../model/article.ts'
import { AppError } from '../model/errors.ts'
import { embeddingText } from '../store/passage-facts.ts'
import type { ArticleToSave, SaveOutcome, Store } from '../store/store.ts'
import { auditFigures } from './audit.ts'
import { type KnownRanges, knownForEach, officialKnown } from './audit-known.ts'
import { extractFigures, RULES_VERSION } from './extract/extract.ts'
import type { SourceDocument } from './formats/document.ts'
import { plainDocument } from './formats/document.ts'
import { identify } from './identify.ts'
import { type ReadOptions, readSource } from './read.ts'
import { splitPassages } from './split.ts'
import { documentBoilerplate, tableFigures, withoutTables } from './tables/document-tables.ts'

/** One file that could not be read; the rest goes on. */
export interface FailedReading {
  readonly file: string
  readonly error: AppError
}

/** Turns passages into vectors of the store's dimension, in order. */
export type Embed = (texts: readonly string[]) => Promise<number[][]>

/** What the reading makes of a document, before any audit: the article, its passages and its figures. */
export function readUnaudited(document: SourceDocument, file: string): Extraction {
  const { record, tables } = document
  const boilerplate = documentBoilerplate(document)
  const article = identify(record, boilerplate)
  const prose = extractFigures(withoutTables(article, tables))
  const figures = [...prose, ...tableFigures(tables, article)].sort((a, b) => a.start - b.start)
  return {
    file,
    article,
    passages: splitPassages(article.text, boilerplate),
    figures,
    warnings: article.area === null ? ['area-unknown'] : [],
  }
}

function audited(extraction: Extraction, known: KnownRanges): Extraction {
  return { ...extraction, figures: auditFigures(extraction.figures, extraction.article, known) }
}

/** The article, its passages and its figures, audited against each other and the official figures. */
export function readDocument(document: SourceDocument, file: string): Extraction {
  return audited(readUnaudited(document, file), officialKnown())
}

/** The same, audited against what the store holds besides. */
export async function readDocumentFor(
  store: Store,
  document: SourceDocument,
  file: string,
): Promise<Extraction> {
  const extraction = readUnaudited(document, file)
  const [done = extraction] = await auditedAgainst(store, [extraction])
  return done
}

/** Readings audited against what the store holds besides; it is asked once for all of them. */
export async function auditedAgainst(
  store: Store,
  extractions: readonly Extraction[],
): Promise<Extraction[]> {
  const asking = extractions.map(({ article, figures }) => ({ url: article.url, figures }))
  const known = await knownForEach(store, asking)
  return extractions.map((extraction, i) => audited(extraction, known[i] ?? officialKnown()))
}

/** `readDocument` of a record that has no tables. */
export function readRecord(record: ArticleRecord, file: string): Extraction {
  return readDocument(plainDocument(record), file)
}

/** Every article behind the given files, folders and addresses, one at a time; failures in their place. */
export async function* readAll(
  sources: readonly string[],
  options: ReadOptions,
): AsyncGenerator<Extraction | FailedReading> {
  for (const source of sources)
    for await (const item of readSource(source, options))
      yield item.kind === 'error'
        ? { file: item.file, error: item.error }
        : readOrFail(item.document, item.file)
}

/** What a record says may be impossible (a province that does not exist): that fails this file alone. */
function readOrFail(document: SourceDocument, file: string): Extraction | FailedReading {
  try {
    return readDocument(document, file)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { file, error: new AppError(error.code, `${error.message}: ${file}`, { cause: error }) }
  }
}

/** An extraction made ready for the store. */
export async function toSave(
  { article, passages, figures }: Extraction,
  embed: Embed,
  shipped: boolean,
): Promise<ArticleToSave> {
  const vectors = await embed(passages.map(({ text }) => embeddingText(article, text)))
  return {
    article,
    sourceKind: sourceKindOf(article.publisher, article.url),
    passages: passages.map((passage, i) => ({ ...passage, embedding: vectors[i] ?? null })),
    figures,
    shipped,
    rulesVersion: RULES_VERSION,
  }
}

/** Reads stored articles again that older rules read, so that new rules reach them; returns how many. */
export async function rereadOutdated(store: Store, embed: Embed): Promise<number> {
  let count = 0
  for (;;) {
    const batch = await store.outdatedArticles(RULES_VERSION, 100)
    if (batch.length === 0) return count
    const again = batch.map((article) =>
      toSave(readRecord(article, article.id), embed, article.shipped),
    )
    await store.saveArticles(await Promise.all(again))
    count += batch.length
  }
}

/** The Vietnamese line `ingest` prints for what became of an article. */
export function outcomeLine(extraction: Extraction, outcome: SaveOutcome): string {
  const { file, article } = extraction
  const area = article.area ?? 'không rõ tỉnh (dùng --area để cho biết)'
  const about = `${file}: ${area}, ${article.publisher ?? 'không rõ nơi đăng'}, ${article.published ?? 'không rõ ngày đăng'}`
  switch (outcome.kind) {
    case 'unchanged':
      return `${about}: đã có, không lưu lại`
    case 'stored':
      return `${about}: ${outcome.figures} số liệu`
    case 'reread':
      return `${about}: đọc lại theo quy tắc mới, ${outcome.figures} số liệu`
    case 'new-version':
      return `${about}: bản mới, thay bản cũ, ${outcome.figures} số liệu`
  }
}
