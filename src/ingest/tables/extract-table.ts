/** Turns a table into figures: rows name what is measured or where, columns say when and how. */
import { bordersFor } from '../../catalogue/areas.ts'
import type { ExtractedFigure, Measure, PriceBasis, WarningCode } from '../../model/figure.ts'
import { formatPeriod, type PeriodParts } from '../../model/period.ts'
import type { Table, TableCell, TableRow } from '../formats/tables.ts'
import { cellValue, indexToGrowth, unitOfCell } from './cell-values.ts'
import type { Column } from './columns.ts'
import { periodIn } from './compare.ts'
import {
  cellIn,
  type Frame,
  frameOf,
  labelCell,
  periodOf,
  statusOf,
  type TableArticle,
} from './frame.ts'
import { indicatorIn, type Label, readLabel } from './labels.ts'
import {
  NO_SECTION,
  nextSection,
  type Section,
  type Subject,
  subjectOf,
  subjectOfColumns,
} from './subject.ts'

/** A row with all that its label says. */
interface RowReading {
  readonly row: TableRow
  readonly labelCell: TableCell
  readonly label: Label
  readonly subject: Subject
  readonly unit: string | null
  readonly priceBasis: PriceBasis | null
}

interface CellReading {
  readonly indicator: string
  readonly unit: string
  readonly period: PeriodParts
  readonly measure: Measure
  readonly value: string
}

const GROWTHS: ReadonlySet<Measure> = new Set(['yoy', 'mom', 'growth'])

function measureOf(column: Column, unit: string, frame: Frame): Measure {
  if (column.measure !== 'level') return column.measure
  return unit === '%' && frame.measure !== null ? frame.measure : 'level'
}

function readCell(
  { label, subject, unit: rowUnit }: RowReading,
  cell: TableCell,
  column: Column,
  frame: Frame,
): CellReading | undefined {
  const rowPeriod = label.isPeriod ? periodIn(label.words, frame.context) : null
  const period = periodOf(column, frame, rowPeriod)
  const unit = column.measure === 'level' ? (column.unit ?? rowUnit ?? frame.unit) : '%'
  if (period === null || unit === null) return undefined
  const printed = cellValue(cell.text, frame.style, unit === '%')
  if (printed === undefined) return undefined
  const measure = measureOf(column, unit, frame)
  const isIndex = GROWTHS.has(measure) && frame.indices.has(column.index)
  const named = label.indicator === null ? indicatorIn(column.words)?.id : undefined
  return {
    indicator: named ?? subject.indicator,
    unit,
    period,
    measure,
    value: isIndex ? indexToGrowth(printed) : printed,
  }
}

function toFigure(
  reading: CellReading,
  { labelCell: first, label, subject, priceBasis }: RowReading,
  cell: TableCell,
  column: Column,
  frame: Frame,
): ExtractedFigure {
  const { text, published } = frame.article
  const area = label.area ?? frame.article.area
  const period = formatPeriod(reading.period)
  const warnings: WarningCode[] = []
  if (area === null) warnings.push('area-unknown')
  if (period.startsWith('XXXX')) warnings.push('year-unknown')
  const lineEnd = text.indexOf('\n', cell.end)
  const about = [reading.indicator, subject.scope, label.area].filter((word) => word !== null)
  return {
    indicator: reading.indicator,
    area,
    borders: bordersFor(area, period, { published, cue: null }),
    scope: subject.scope,
    period,
    measure: reading.measure,
    priceBasis: priceBasis ?? frame.priceBasis,
    value: reading.value,
    valueHigh: null,
    unit: reading.unit,
    status: statusOf(column, frame, label),
    bound: null,
    quote: cell.text,
    start: cell.start,
    end: cell.end,
    warnings,
    sentenceStart: text.lastIndexOf('\n', cell.start) + 1,
    sentenceEnd: lineEnd < 0 ? text.length : lineEnd,
    warningDetails: [],
    trace: [
      {
        rule: 'table.row',
        start: first.start,
        end: first.end,
        words: first.text,
        gave: about.join(' · '),
      },
      {
        rule: 'table.column',
        start: cell.start,
        end: cell.end,
        words: column.words,
        gave: `${reading.measure} ${period} ${reading.unit}`,
      },
    ],
  }
}

/** Reads the label of a row against the rows above it; `reading` is missing where nothing is known. */
function readRow(
  row: TableRow,
  section: Section,
  frame: Frame,
): { readonly section: Section; readonly reading?: RowReading } {
  const cell = labelCell(row, frame.columns)
  if (!cell) return { section }
  const label = readLabel(cell.text, frame.article.area)
  const unitColumn = frame.columns.find((column) => column.kind === 'unit')
  const written = unitColumn && cellIn(row, unitColumn.index)?.text
  const ownUnit = (written === undefined ? null : unitOfCell(written)) ?? label.unit
  const values = frame.columns.filter((column) => column.kind === 'value')
  const isHeading = values.every((column) => !cellIn(row, column.index))
  const next = nextSection(section, label, cell.text, ownUnit, isHeading)
  if (isHeading) return { section: next }
  const unit = ownUnit ?? (next.subject === null ? null : next.unit)
  const subject = subjectOf(label, cell.text, next, frame, unit) ?? subjectOfColumns(values, label)
  if (!subject) return { section: next }
  const isPart = subject.indicator === next.subject?.indicator
  const priceBasis = label.priceBasis ?? (isPart ? next.priceBasis : null)
  return { section: next, reading: { row, labelCell: cell, label, subject, unit, priceBasis } }
}

function figuresOfRow(reading: RowReading, frame: Frame): ExtractedFigure[] {
  return frame.columns.flatMap((column) => {
    const cell = column.kind === 'value' ? cellIn(reading.row, column.index) : undefined
    const read = cell && readCell(reading, cell, column, frame)
    return cell && read ? [toFigure(read, reading, cell, column, frame)] : []
  })
}

/**
 * The figures of a table, row by row. A cell becomes a figure only when its indicator, period and unit
 * are said by the row, the column, the title or the article; the others are left alone. Columns of
 * indices ("So với cùng kỳ (%)": 112,4) give growth: "12.4".
 */
export function extractTableFigures(table: Table, article: TableArticle): ExtractedFigure[] {
  const frame = frameOf(table, article)
  const figures: ExtractedFigure[] = []
  let section = NO_SECTION
  for (const row of table.rows) {
    if (row.header) continue
    const step = readRow(row, section, frame)
    section = step.section
    if (step.reading) figures.push(...figuresOfRow(step.reading, frame))
  }
  return figures
}
