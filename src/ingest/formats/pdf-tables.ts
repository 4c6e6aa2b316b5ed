/** Finds tables among the lines of a PDF page by how their numbers stand under each other. */
import { isValueCell, type LooseCell } from './layout.ts'
import type { PageLine, Piece } from './pdf-lines.ts'

export interface PageTable {
  /** Lines `from` (inclusive) to `to` (exclusive) of the page. */
  readonly from: number
  readonly to: number
  readonly rows: readonly (readonly LooseCell[])[]
}

interface Column {
  readonly left: number
  readonly right: number
}

const FEWEST_ROWS = 2
const MOST_HEADER_LINES = 8
/** Lines between two rows that may be the rest of a long label. */
const MOST_LABEL_LINES = 3

function values(line: PageLine): Piece[] {
  return line.pieces.filter(
    (piece) => isValueCell(piece.text) || /^(?:[-–…x]|\.{2,})$/.test(piece.text.trim()),
  )
}

function isRow(line: PageLine): boolean {
  return line.pieces.length >= 2 && line.pieces.some((piece) => isValueCell(piece.text))
}

function isHeaderLike(line: PageLine, left: number): boolean {
  return line.pieces.length >= 2 || line.left > left
}

/** Runs of rows, with the single lines between them that go on a label. */
function rowRuns(lines: readonly PageLine[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]
    if (!line || !isRow(line)) {
      at++
      continue
    }
    let last = at
    for (let next = at + 1; next < lines.length && next - last <= MOST_LABEL_LINES; next++) {
      const candidate = lines[next]
      const previous = lines[next - 1]
      if (!candidate || !previous || previous.y - candidate.y > 4 * previous.size) break
      if (isRow(candidate)) last = next
    }
    runs.push({ from: at, to: last + 1 })
    at = last + 1
  }
  return runs
}

/** Columns of numbers: pieces that stand above each other overlap. */
function columnsOf(rows: readonly PageLine[]): Column[] {
  const columns: { left: number; right: number }[] = []
  for (const piece of rows.flatMap(values).sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last && piece.left < last.right) last.right = Math.max(last.right, piece.right)
    else columns.push({ left: piece.left, right: piece.right })
  }
  return columns
}

/** Where each column of numbers ends and the next begins: halfway between them. */
function bordersOf(columns: readonly Column[]): number[] {
  return columns.slice(1).map((column, i) => ((columns[i]?.right ?? 0) + column.left) / 2)
}

/** The columns a piece stands over, 0 being the labels; first and last. */
function placeOf(
  piece: Piece,
  columns: readonly Column[],
  borders: readonly number[],
): [number, number] {
  const first = columns[0]
  if (!first) return [0, 0]
  const width = Math.max(1, piece.right - piece.left)
  const covered: number[] = []
  columns.forEach((_, i) => {
    const left = i === 0 ? first.left - (first.right - first.left) : (borders[i - 1] ?? 0)
    const right = borders[i] ?? Number.POSITIVE_INFINITY
    const shared = Math.min(piece.right, right) - Math.max(piece.left, left)
    if (shared > 0.25 * width) covered.push(i + 1)
  })
  const isLabel = piece.right <= first.left || covered.length === 0
  if (isLabel) return [0, 0]
  return [covered[0] ?? 0, covered.at(-1) ?? 0]
}

function toCells(
  line: PageLine,
  columns: readonly Column[],
  borders: readonly number[],
): LooseCell[] {
  const texts: string[] = new Array(columns.length + 1).fill('')
  const spans: number[] = new Array(columns.length + 1).fill(1)
  for (const piece of line.pieces) {
    const [from, to] = placeOf(piece, columns, borders)
    texts[from] = `${texts[from] ?? ''} ${piece.text.trim()}`.trim()
    spans[from] = Math.max(spans[from] ?? 1, to - from + 1)
  }
  const cells: LooseCell[] = []
  for (let column = 0; column < texts.length; ) {
    const span = spans[column] ?? 1
    // A cell that reaches over a filled one would hide it.
    const hidden = texts.slice(column + 1, column + span).some((text) => text !== '')
    const width = hidden ? 1 : span
    cells.push({ text: texts[column] ?? '', columns: width, rows: 1, isHeader: false })
    column += width
  }
  return cells
}

/** The rest of a label stands on a line of its own: it is put into the row it belongs to. */
function joinLabels(rows: LooseCell[][]): LooseCell[][] {
  const joined: LooseCell[][] = []
  let waiting = ''
  for (const row of rows) {
    const [label, ...rest] = row
    if (!label) continue
    const isLabelOnly = rest.every((cell) => cell.text === '')
    const last = joined.at(-1)
    if (isLabelOnly && last && goesOn(label.text)) {
      const [head, ...others] = last
      if (head)
        joined[joined.length - 1] = [{ ...head, text: `${head.text} ${label.text}` }, ...others]
    } else if (isLabelOnly) waiting = `${waiting} ${label.text}`.trim()
    else {
      joined.push([{ ...label, text: `${waiting} ${label.text}`.trim() }, ...rest])
      waiting = ''
    }
  }
  if (waiting !== '') joined.push([{ text: waiting, columns: 1, rows: 1, isHeader: false }])
  return joined
}

function goesOn(label: string): boolean {
  return /^[\p{Ll}(\d]/u.test(label)
}

function headerStart(lines: readonly PageLine[], from: number, left: number): number {
  let start = from
  while (start > 0 && from - start < MOST_HEADER_LINES) {
    const above = lines[start - 1]
    const below = lines[start]
    if (!above || !below || above.y - below.y > 3 * above.size || !isHeaderLike(above, left)) break
    start--
  }
  // Single words above the first line of several cells are the table's title or its unit.
  while (start < from && (lines[start]?.pieces.length ?? 0) < 2) start++
  return start
}

/** The tables of a page. Header lines come as rows above the first row of numbers. */
export function findPageTables(lines: readonly PageLine[]): PageTable[] {
  const tables: PageTable[] = []
  let lowest = 0
  for (const run of rowRuns(lines)) {
    const body = lines.slice(run.from, run.to)
    const columns = columnsOf(body.filter(isRow))
    const isTable =
      columns.length > 0 &&
      body.filter(isRow).length >= FEWEST_ROWS &&
      body.some((l) => values(l).length >= 2 || columns.length === 1)
    const first = columns[0]
    if (!isTable || !first) continue
    const from = Math.max(
      lowest,
      headerStart(lines, run.from, first.left - 2 * (first.right - first.left)),
    )
    const borders = bordersOf(columns)
    const header = lines.slice(from, run.from).map((line) => toCells(line, columns, borders))
    const rows = joinLabels(body.map((line) => toCells(line, columns, borders)))
    tables.push({ from, to: run.to, rows: [...header, ...rows] })
    lowest = run.to
  }
  return tables
}
