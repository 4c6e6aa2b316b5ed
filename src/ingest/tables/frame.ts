/** What holds for a whole table: its time, its unit, its indicator, from title, header and article. */
import type { Article } from '../../model/article.ts'
import type { Measure, PriceBasis, Status } from '../../model/figure.ts'
import { formatPeriod, type PeriodParts } from '../../model/period.ts'
import { foldName } from '../../vietnamese/fold.ts'
import { type PeriodContext, readPeriods } from '../../vietnamese/read-periods.ts'
import type { Table, TableCell, TableRow } from '../formats/tables.ts'
import { areIndices, cellValue, type NumberStyle, numberStyle, unitInWords } from './cell-values.ts'
import { type Column, readColumns } from './columns.ts'
import { periodIn } from './compare.ts'
import { indicatorIn, type Label, readLabel } from './labels.ts'

/** What of the article a table needs. */
export type TableArticle = Pick<Article, 'text' | 'title' | 'area' | 'published'>

/** What holds for the whole table, from its title and the article. */
export interface Frame {
  readonly article: TableArticle
  readonly columns: readonly Column[]
  readonly context: PeriodContext
  readonly style: NumberStyle
  readonly unit: string | null
  readonly period: PeriodParts | null
  readonly indicator: string | null
  readonly isProducts: boolean
  /** Comparison that the title says for all columns ("so với cùng kỳ năm trước"). */
  readonly measure: Measure | null
  readonly priceBasis: PriceBasis | null
  /** Columns of per cents that are indices around 100. */
  readonly indices: ReadonlySet<number>
}

/** Words over a list of products. */
export const PRODUCTS =
  /(?<![a-z])(?:san pham (?:cong nghiep )?chu yeu|san pham chu yeu|san luong (?:mot so )?san pham)/

/** The filled cell of a row that begins in a column. */
export function cellIn(row: TableRow, column: number): TableCell | undefined {
  return row.cells.find((cell) => cell.column === column && cell.text !== '')
}

/** The cell that names the row. */
export function labelCell(row: TableRow, columns: readonly Column[]): TableCell | undefined {
  const labels = columns
    .filter((column) => column.kind === 'label')
    .map((column) => cellIn(row, column.index))
  return (
    labels.findLast((cell) => cell !== undefined && /\p{L}/u.test(cell.text)) ??
    labels.find((cell) => cell !== undefined)
  )
}

/** Year and month that the table speaks of: from its title, else from the article's. */
function contextOf(table: Table, article: TableArticle): PeriodContext {
  const mentions = [table.caption, article.title ?? ''].map((words) => readPeriods(words, {}))
  const header = readPeriods(
    table.rows
      .filter((r) => r.header)
      .flatMap((r) => r.cells.map((c) => c.text))
      .join(' ; '),
    {},
  )
  const said = [...mentions, header].map(
    (found) => found.find((m) => m.year !== null)?.year ?? null,
  )
  const months = [...mentions.flat(), ...header].filter(
    (m) => m.kind === 'month' || m.kind === 'months',
  )
  const year =
    said.find((y) => y !== null) ??
    publishedYear(
      article.published,
      months.map((m) => m.part ?? 0),
    )
  return { year, month: months.length === 0 ? null : Math.max(...months.map((m) => m.part ?? 0)) }
}

/** The year of publication, or the one before when the months spoken of had not ended then. */
function publishedYear(published: string | null, months: readonly number[]): number | null {
  if (published === null) return null
  const [year = 0, month = 12] = published.split('-').map(Number)
  return months.some((m) => m > month) ? year - 1 : year
}

/** Reads everything that the rows of a table have in common. */
export function frameOf(table: Table, article: TableArticle): Frame {
  const context = contextOf(table, article)
  const columns = readColumns(table, context)
  const cells = table.rows
    .filter((row) => !row.header)
    .flatMap((row) => row.cells.map((cell) => cell.text))
  const style = numberStyle(cells)
  const key = foldName(table.caption)
  const lines = table.caption.split('\n')
  const named = lines.map((line) => indicatorIn(line)).findLast((hit) => hit !== undefined)
  const compared = /toc do (?:tang|phat trien)|so voi/.test(key)
  return {
    article,
    columns,
    context,
    style,
    unit: unitInWords(table.caption) ?? null,
    period: periodIn(table.caption, context),
    indicator: named?.id ?? null,
    isProducts: PRODUCTS.test(key),
    measure: compared ? captionMeasure(key) : null,
    priceBasis: readLabel(table.caption, null).priceBasis,
    indices: indexColumns(table, columns, style),
  }
}

function captionMeasure(key: string): Measure | null {
  if (/thang truoc/.test(key)) return 'mom'
  return /cung ky|nam truoc|toc do/.test(key) ? 'yoy' : null
}

function indexColumns(table: Table, columns: readonly Column[], style: NumberStyle): Set<number> {
  const indices = new Set<number>()
  for (const { index, kind } of columns) {
    if (kind !== 'value') continue
    const values = table.rows.flatMap((row) => {
      const cell = row.header ? undefined : cellIn(row, index)
      const value = cell && cellValue(cell.text, style, true)
      return value === undefined ? [] : [value]
    })
    if (areIndices(values)) indices.add(index)
  }
  return indices
}

/** The period of a comparison column that names none: that of the level column before it. */
export function periodOf(
  column: Column,
  frame: Frame,
  rowPeriod: PeriodParts | null,
): PeriodParts | null {
  if (column.period) return column.period
  if (rowPeriod) return rowPeriod
  const isComparison = column.measure !== 'level'
  const before = frame.columns.filter((c) => c.index < column.index && c.kind === 'value')
  const level = before.findLast((c) => c.measure === 'level' && c.status !== 'target' && c.period)
  return (isComparison ? level?.period : undefined) ?? frame.period
}

/** The status of a column; a comparison takes that of the level of its period. */
export function statusOf(column: Column, frame: Frame, label: Label): Status {
  if (/so bo/.test(foldName(label.words))) return 'preliminary'
  if (column.measure === 'level' || column.status !== 'actual') return levelStatus(column, frame)
  const before = frame.columns.filter((c) => c.index < column.index && c.measure === 'level')
  const level = before.findLast(
    (c) => c.status !== 'target' && (!column.period || samePeriod(c.period, column.period)),
  )
  return level ? levelStatus(level, frame) : 'actual'
}

function levelStatus(column: Column, frame: Frame): Status {
  return isSumOfEstimate(column, frame) ? 'estimate' : column.status
}

/** "Lũy kế 6 tháng" beside "Ước tháng 6" holds the estimate of its last month. */
function isSumOfEstimate(column: Column, frame: Frame): boolean {
  const { period } = column
  if (period?.kind !== 'months' || column.status !== 'actual') return false
  return frame.columns.some(
    (c) =>
      c.status === 'estimate' &&
      c.measure === 'level' &&
      c.period?.kind === 'month' &&
      c.period.part === period.part &&
      c.period.year === period.year,
  )
}

function samePeriod(a: PeriodParts | null, b: PeriodParts): boolean {
  return a !== null && formatPeriod(a) === formatPeriod(b)
}
