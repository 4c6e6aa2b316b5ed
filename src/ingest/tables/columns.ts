/** What the columns of a table say: which period, a level or a comparison, in which unit. */
import type { Measure, Status } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import { foldKey } from '../../vietnamese/fold.ts'
import { type PeriodContext, type ReadPeriod, readPeriods } from '../../vietnamese/read-periods.ts'
import { type Table, type TableCell, valueStart } from '../formats/tables.ts'
import { unitInWords } from './cell-values.ts'

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

interface Split {
  readonly main: string
  readonly base: string
}

const NUMBER_COLUMN = /^(?:stt|tt|so tt|so thu tu)$/
const UNIT_COLUMN = /^(?:don vi(?: tinh)?|dvt|don vi do luong)$/
const COMPARED =
  /(?:% ?)?(?:tang,? ?(?:\/|\(|-)? ?giam\)? ?)?(?:so (?:voi|cung|sanh)|\/ ?cung ky|% ?(?:cung ky|ck)(?![a-z]))/
const GROWTH_WORDS =
  /toc do (?:tang|phat trien)|tang truong|(?:tang|\+) ?(?:,|\/|\(|-|;)+ ?(?:giam|-)|muc tang|% tang/
const SHARE_WORDS = /co cau|ty trong|ty le \(?%|chiem/
const PLAN_WORDS = /(?<![a-z])(?:ke hoach|kh|muc tieu|chi tieu|du toan|nghi quyet|nq)(?![a-z])/
const SAME_PERIOD = /cung (?:ky|thang|quy)|(?<![a-z])ck(?![a-z])|nam truoc|nam ngoai/
const MONTH_BEFORE = /thang truoc/
const OTHER_BASE = /quy truoc|thang 12|thang muoi hai|nam goc|ky goc|binh quan/

/** The words above a column; a cell over several rows or columns counts once for each column. */
export function headerWords(table: Table, index: number): string {
  const seen = new Set<TableCell>()
  const words: string[] = []
  for (const row of table.rows) {
    if (!row.header) continue
    for (const cell of row.cells) {
      const covers = cell.column <= index && index < cell.column + cell.span
      if (!covers || seen.has(cell) || cell.text === '') continue
      seen.add(cell)
      words.push(cell.text)
    }
  }
  return words.join(' ')
}

/** Splits "Tháng 6 so với tháng 5" into what is compared and what it is compared with. */
function splitBase(words: string): Split | undefined {
  const hit = COMPARED.exec(foldKey(words))
  if (!hit) return undefined
  return { main: words.slice(0, hit.index), base: words.slice(hit.index + hit[0].length) + hit[0] }
}

function toParts(
  mention: ReadPeriod,
  year: number | null,
  context: PeriodContext,
): PeriodParts | null {
  const own = mention.year ?? year ?? context.year
  switch (mention.kind) {
    case 'year':
      return { kind: 'year', year: own, part: null }
    case 'years':
      return { kind: 'years', year: own, part: mention.lastYear }
    case 'month':
    case 'months':
    case 'quarter':
    case 'half':
      return mention.part === null ? null : { kind: mention.kind, year: own, part: mention.part }
    case 'to-date':
      return context.month === null ? null : { kind: 'months', year: own, part: context.month }
    default:
      return null
  }
}

/** The one period that words say; a year beside a month or quarter is its year. */
export function periodIn(words: string, context: PeriodContext): PeriodParts | null {
  const mentions = readPeriods(words, {})
  const years = mentions.filter((m) => m.kind === 'year' && m.year !== null)
  const said = years[0]?.year ?? null
  const finer = mentions.find((m) => m.kind !== 'year' && toParts(m, said, context) !== null)
  const chosen = finer ?? mentions[0]
  return chosen ? toParts(chosen, said, context) : null
}

function comparison(split: Split, main: PeriodParts | null, context: PeriodContext): Measure {
  const base = foldKey(split.base)
  if (PLAN_WORDS.test(base)) return 'plan'
  if (OTHER_BASE.test(base)) return 'growth'
  if (MONTH_BEFORE.test(base)) return 'mom'
  if (SAME_PERIOD.test(base)) return 'yoy'
  const other = periodIn(split.base, context)
  if (!other || !main || other.kind !== main.kind) return 'growth'
  const years = (main.year ?? 0) - (other.year ?? 0)
  if (years === 1 && other.part === main.part) return 'yoy'
  const months = years * 12 + (main.part ?? 0) - (other.part ?? 0)
  return main.kind === 'month' && months === 1 ? 'mom' : 'growth'
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
  const split = splitBase(words)
  if (split) {
    const period = periodIn(split.main, context)
    return { ...column, measure: comparison(split, period ?? before, context), period, unit: '%' }
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
    .replace(/[^a-z ]/g, '')
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
