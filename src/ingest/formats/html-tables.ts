/** Tables of a document tree: which of them hold data, and their cells. */
import { type DomElement, type DomNode, isElement } from './dom.ts'
import { isValueCell, type LooseCell } from './layout.ts'

const FEWEST_VALUES = 3
const LONGEST_MEAN_CELL = 90
const MOST_SPAN = 200

function tag(element: DomElement): string {
  return element.tagName.toLowerCase()
}

function cellText(node: DomNode): string {
  if (!isElement(node)) return node.textContent ?? ''
  if (tag(node) === 'br') return ' '
  return [...node.childNodes].map(cellText).join('')
}

function span(cell: DomElement, attribute: string): number {
  const value = Number.parseInt(cell.getAttribute(attribute) ?? '1', 10)
  return Number.isFinite(value) && value >= 1 ? Math.min(value, MOST_SPAN) : 1
}

/** Rows of a table with their cells; rows of tables inside its cells are not among them. */
export function rowsOf(table: DomElement): LooseCell[][] {
  const rows: LooseCell[][] = []
  const walk = (element: DomElement): void => {
    for (const child of element.children) {
      if (tag(child) === 'tr') rows.push(cellsOf(child))
      else if (['thead', 'tbody', 'tfoot'].includes(tag(child))) walk(child)
    }
  }
  walk(table)
  return rows.filter((row) => row.length > 0)
}

function cellsOf(row: DomElement): LooseCell[] {
  return [...row.children]
    .filter((cell) => ['td', 'th'].includes(tag(cell)))
    .map((cell) => ({
      text: cellText(cell),
      columns: span(cell, 'colspan'),
      rows: span(cell, 'rowspan'),
      isHeader: tag(cell) === 'th',
    }))
}

/** True for a table of figures, false for one that only arranges a page. */
export function isDataTable(table: DomElement): boolean {
  if (table.querySelector('table')) return false
  const rows = rowsOf(table)
  const cells = rows.flat()
  if (rows.length < 2 || !rows.some((row) => row.length >= 2)) return false
  const values = cells.filter((cell) => isValueCell(cell.text)).length
  const length = cells.reduce((sum, cell) => sum + cell.text.trim().length, 0)
  return values >= FEWEST_VALUES && length / cells.length <= LONGEST_MEAN_CELL
}
