/** Tables as HTML and PDF give them, laid into the stored text so that every cell has offsets. */

/** One cell; `start` and `end` index the stored text, the text between them is the cell's. */
export interface TableCell {
  readonly text: string
  readonly start: number
  readonly end: number
  /** First column the cell stands in, and how many it spans. */
  readonly column: number
  readonly span: number
}

export interface TableRow {
  readonly cells: readonly TableCell[]
  /** True for rows that name columns; they stand above the first row of figures. */
  readonly header: boolean
}

export interface Table {
  readonly start: number
  readonly end: number
  /** Lines that stand right above the table: its title, its unit line. */
  readonly caption: string
  readonly rows: readonly TableRow[]
}

const LABEL_SHARE = 0.5

/** The first column that holds numbers in most of its rows; columns before it are labels. */
export function valueStart(table: Table): number {
  const rows = table.rows.filter((row) => !row.header)
  const width = Math.max(...rows.flatMap((row) => row.cells.map((c) => c.column + c.span)), 0)
  for (let column = 1; column < width; column++) {
    const filled = rows.flatMap((row) =>
      row.cells.filter((c) => c.column === column && c.text !== ''),
    )
    const numbers = filled.filter((cell) => /^[-–(+]?\s*\d[\d.,\s]*%?\)?$/.test(cell.text))
    if (filled.length > 0 && numbers.length > filled.length * LABEL_SHARE) return column
  }
  return width
}
