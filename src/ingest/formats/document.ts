/** What every format yields: an article record, and what plain text cannot say. */
import type { ArticleRecord } from '../../model/article.ts'
import type { Table } from './tables.ts'

export interface SourceDocument {
  readonly record: ArticleRecord
  /** Tables whose cells stand in `record.text`; empty for formats without tables. */
  readonly tables: readonly Table[]
  /** Offset in `record.text` at which each page starts; empty where there are no pages. */
  readonly pages: readonly number[]
}

/** A document that is prose only. */
export function plainDocument(record: ArticleRecord): SourceDocument {
  return { record, tables: [], pages: [] }
}
