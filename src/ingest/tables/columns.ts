/** What the columns of a table say: which period, a level or a comparison, in which unit. */
import type { Measure, Status } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import { foldKey } from '../../vietnamese/fold.ts'
import type { PeriodContext } from '../../vietnamese/read-periods.ts'
import { isColumnNumber } from '../formats/layout.ts'
import { type Table, type TableCell, valueStart } from '../formats/tables.ts'
import { unitInWords } from './cell-values.ts'
import { comparisonOf, mainPeriod, PLAN_WORDS, periodIn, sidesOf, spellPeriods } from './compare.ts'

export type ColumnKind = 'label' | 'unit' | 'number' | 'value'

export interface Column {
  readonly index: number
  readonly kind: ColumnKind
  /** The header cells above the column, joined. */
  readonly words: string
  readonly measure: Measure
  /** Period said for the column; null where the header says none. */
  readonly period: PeriodParts | null
  readonly status: Status
  readonly unit: string | null
}

const NUMBER_COLUMN = /^(?:stt|tt|so tt|so thu tu)$/
const UNIT_COLUMN = /^(?:don vi(?: tinh)?|dvt|don vi do luong)$/
const GROWTH_WORDS =
  /toc do (?:tang|phat trien)|tang truong|(?:tang|\+) ?(?:,|\/|\(|-|;)+ ?(?:giam|-)|muc tang|% tang/
const SHARE_WORDS = /co cau|ty trong|ty le \(?%|chiem/
/** The words above a column; a cell over several rows or columns counts once for each column. */
export function headerWords(table: Table, index: number): string {
  const seen = new Set<TableCell>()
  const words: string[] = []
  for (const row of table.rows) {
    if (!row.header) continue
    for (const cell of row.cells) {
      const covers = cell.column <= index && index < cell.column + cell.span
      if (!covers || seen.has(cell) || cell.text === '' || isColumnNumber(cell.text)) continue
      seen.add(cell)
      words.push(cell.text)
    }
  }
  return spellPeriods(words.join(' '))
}

function statusIn(key: string): Status {
  if (/(?<![a-z])(?:uoc|ut)(?![a-z])/.test(key)) return 'estimate'
  if (/so bo|prel/.test(key)) return 'preliminary'
  if (/du kien|du bao|du uoc/.test(key)) return 'forecast'
  return 'actual'
}

function valueColumn(
  index: number,
  words: string,
  context: PeriodContext,
  before: PeriodParts | null,
): Column {
  const key = foldKey(words)
  const unit = unitInWords(words) ?? (key.includes('%') ? '%' : null)
  const column = { index, kind: 'value', words, status: statusIn(key), unit } as const
  const sides = sidesOf(words)
  if (sides) {
    const period = mainPeriod(sides, context)
    const measure = comparisonOf(sides, period ?? before, context)
    const main = foldKey(sides.main)
    const status = PLAN_WORDS.test(main) ? 'target' : statusIn(main)
    return { ...column, measure, period, status, unit: '%' }
  }
  const period = periodIn(words, context)
  const isPercent = unit === '%'
  if (PLAN_WORDS.test(key)) {
    if (isPercent || /thuc hien.*(?:\/|so).*(?:ke hoach|kh)/.test(key))
      return { ...column, measure: 'plan', period, unit: '%' }
    return { ...column, measure: 'level', period, status: 'target' }
  }
  if (SHARE_WORDS.test(key)) return { ...column, measure: 'share', period, unit: '%' }
  if (GROWTH_WORDS.test(key)) return { ...column, measure: 'yoy', period, unit: '%' }
  return { ...column, measure: 'level', period }
}

/** The columns of a table, left to right. The first without numbers is the labels'. */
export function readColumns(table: Table, context: PeriodContext): Column[] {
  const width = Math.max(...table.rows.flatMap((row) => row.cells.map((c) => c.column + c.span)), 0)
  const firstValue = valueStart(table)
  const columns: Column[] = []
  for (let index = 0; index < width; index++) {
    const words = headerWords(table, index)
    const level = columns.findLast((c) => c.kind === 'value' && c.measure === 'level' && c.period)
    columns.push(
      plainColumn(index, words, firstValue) ??
        valueColumn(index, words, context, level?.period ?? null),
    )
  }
  return columns
}

/** A column of labels, units or row numbers; undefined for one of values. */
function plainColumn(index: number, words: string, firstValue: number): Column | undefined {
  const key = foldKey(words)
    .replace(/[^a-z\d ]/g, '')
    .trim()
  const plain = {
    index,
    words,
    measure: 'level',
    period: null,
    status: 'actual',
    unit: null,
  } as const
  if (NUMBER_COLUMN.test(key)) return { ...plain, kind: 'number' }
  if (UNIT_COLUMN.test(key)) return { ...plain, kind: 'unit' }
  return index < firstValue ? { ...plain, kind: 'label' } : undefined
}
