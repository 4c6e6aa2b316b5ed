/** The tables of a document beside its prose: each is read by its own rules, none twice. */
import type { Article } from '../../model/article.ts'
import type { ExtractedFigure } from '../../model/figure.ts'
import { type Boilerplate, findBoilerplate } from '../clean.ts'
import type { SourceDocument } from '../formats/document.ts'
import type { Table } from '../formats/tables.ts'
import { extractTableFigures } from './extract-table.ts'

function isIn(
  tables: readonly Table[],
  span: { readonly start: number; readonly end: number },
): boolean {
  return tables.some((table) => span.start < table.end && span.end > table.start)
}

/** The boilerplate of a document; rows of its tables are never taken for menus. */
export function documentBoilerplate({ record, tables }: SourceDocument): Boilerplate[] {
  const found = findBoilerplate(record.text)
  return tables.length === 0 ? found : found.filter((span) => !isIn(tables, span))
}

/** The article with its tables blended out, for rules that read sentences. */
export function withoutTables(article: Article, tables: readonly Table[]): Article {
  if (tables.length === 0) return article
  const spans = tables.map(({ start, end }) => ({ start, end }))
  const boilerplate = [...article.boilerplate, ...spans].sort((a, b) => a.start - b.start)
  return { ...article, boilerplate }
}

/** The figures of all tables of an article, in reading order. */
export function tableFigures(tables: readonly Table[], article: Article): ExtractedFigure[] {
  return tables.flatMap((table) => extractTableFigures(table, article))
}
