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
