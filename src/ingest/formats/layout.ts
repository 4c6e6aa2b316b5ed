/** Lays paragraphs and tables out as one text, so that every cell of a table has offsets in it. */
import { normaliseText } from '../read-normalise.ts'
import type { Table, TableCell, TableRow } from './tables.ts'

/** A cell as the format gives it, before it stands in the text. */
export interface LooseCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
  readonly isHeader: boolean
}

const CELL_GAP = ' | '
const CAPTION_LINES = 4
const LONGEST_CAPTION_LINE = 220

/** A number of a cell: digits with separators, a sign, a per cent sign; not "(1)" and not a year. */
const NUMERIC = /^[-–+(]?\s*\d[\d.,]*\s*%?\)?\*?$/
/** The number of a column, also as a formula ("5=3/2"). */
const ORDINAL = /^\(?\d{1,2}\)?(?:\s*=\s*[\d\s/x*+:().-]+%?)?$/
const YEAR = /^(?:19|20)\d{2}$/

/** True for a cell that holds a value ("1.234,5", "-3,2%"), not a year, not a column's number. */
export function isValueCell(text: string): boolean {
  const bare = text.trim()
  return NUMERIC.test(bare) && !YEAR.test(bare)
}

interface PlacedRow {
  readonly row: TableRow
  readonly starting: readonly TableCell[]
}

/** The text in the making. */
export class Layout {
  #text = ''
  readonly #tables: Table[] = []
  readonly #pages: number[] = []
  #lines: string[] = []

  /** Appends one line (inner line breaks become spaces); an empty one is left out. */
  addLine(raw: string): void {
    const line = normaliseText(raw).replace(/\s+/g, ' ').trim()
    if (line === '') return
    this.#text += `${line}\n`
    this.#lines.push(line)
  }

  /** Ends a paragraph with an empty line. */
  endBlock(): void {
    if (this.#text !== '' && !this.#text.endsWith('\n\n')) this.#text += '\n'
  }

  /** Marks the beginning of a page. */
  startPage(): void {
    this.#pages.push(this.#text.length)
  }

  /** Appends a table, one line a row, and keeps it with the offsets of its cells. */
  addTable(rows: readonly (readonly LooseCell[])[], ownCaption = ''): void {
    if (ownCaption !== '') this.addLine(ownCaption)
    const above = this.#lines.slice(-CAPTION_LINES)
    const caption = above.slice(above.findLastIndex(isSentence) + 1)
    const start = this.#text.length
    const placed = this.#placeRows(rows)
    if (placed.length === 0) return
    const headers = headerCount(placed.map(({ starting }) => starting))
    const table: Table = {
      start,
      end: this.#text.length,
      caption: caption.join('\n'),
      rows: placed.map(({ row }, i) => ({
        ...row,
        header: i < headers,
      })),
    }
    this.#tables.push(table)
    this.endBlock()
  }

  #placeRows(rows: readonly (readonly LooseCell[])[]): PlacedRow[] {
    const placed: PlacedRow[] = []
    // Cells that reach into later rows, by the row up to which they stand.
    let open: { readonly cell: TableCell; readonly until: number }[] = []
    rows.forEach((loose, index) => {
      const carried = open.filter(({ until }) => until > index).map(({ cell }) => cell)
      const taken = new Set(
        carried.flatMap((c) => Array.from({ length: c.span }, (_, i) => c.column + i)),
      )
      const starting = this.#placeCells(loose, taken, (cell, depth) => {
        if (depth > 1) open.push({ cell, until: index + depth })
      })
      open = open.filter(({ until }) => until > index)
      const cells = [...carried, ...starting].sort((a, b) => a.column - b.column)
      if (cells.some((cell) => cell.text !== ''))
        placed.push({ row: { cells, header: false }, starting })
    })
    return placed
  }

  #placeCells(
    loose: readonly LooseCell[],
    taken: Set<number>,
    opened: (cell: TableCell, rows: number) => void,
  ): TableCell[] {
    const cells: TableCell[] = []
    let column = 0
    let line = ''
    const lineStart = this.#text.length
    for (const { text: raw, columns, rows } of loose) {
      while (taken.has(column)) column++
      const text = normaliseText(raw).replace(/\s+/g, ' ').trim()
      if (line !== '' && text !== '') line += CELL_GAP
      const start = lineStart + line.length
      line += text
      const cell = { text, start, end: start + text.length, column, span: columns }
      cells.push(cell)
      opened(cell, rows)
      column += columns
    }
    if (line !== '') this.#text += `${line}\n`
    return cells
  }

  /** The text, its tables and where its pages begin. */
  finish(): {
    readonly text: string
    readonly tables: readonly Table[]
    readonly pages: readonly number[]
  } {
    return { text: this.#text.trimEnd(), tables: this.#tables, pages: this.#pages }
  }
}

/** Running text above a table is not its caption. */
function isSentence(line: string): boolean {
  return line.length > LONGEST_CAPTION_LINE || /[.!?;]$/.test(line) || line.includes(CELL_GAP)
}

/** Rows above the first values, without a row of one cell that heads the rows below it. */
function headerCount(rows: readonly (readonly TableCell[])[]): number {
  let count = Math.max(0, rows.findIndex(isValueRow))
  const filled = (at: number): TableCell[] => rows[at]?.filter((cell) => cell.text !== '') ?? []
  const isLabel = (cells: TableCell[]): boolean =>
    cells.length === 1 && (cells[0]?.column ?? 9) <= 1
  while (count > 1 && isLabel(filled(count - 1)) && filled(count - 2).length > 1) count--
  return count
}

/** True for a cell that numbers its column: "1", "(2)", "A", "5=3/2". */
export function isColumnNumber(text: string): boolean {
  return ORDINAL.test(text) || /^\(?\p{L}\)?$/u.test(text)
}

/** A row holds values when one of its cells does; a row of column numbers ("1", "2", "3") does not. */
function isValueRow(cells: readonly TableCell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '')
  const values = filled.filter((cell) => isValueCell(cell.text))
  const isNumbering = filled.length > 1 && filled.every((cell) => isColumnNumber(cell.text))
  return values.length > 0 && !isNumbering
}
