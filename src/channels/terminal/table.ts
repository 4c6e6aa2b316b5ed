/** Tables and wrapped lines, measured in terminal columns: a letter with combining marks is one wide. */
import stringWidth from 'string-width'

export interface Column {
  readonly header: string
  readonly align: 'left' | 'right'
}

const GAP = '  '

function pad(text: string, width: number, align: Column['align']): string {
  const fill = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return align === 'right' ? fill + text : text + fill
}

/**
 * Lines of a table: headers, a rule, rows. null when it does not fit `width` columns, so that the
 * caller shows a list instead of broken lines.
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] | null {
  const widths = columns.map((column, i) =>
    Math.max(stringWidth(column.header), ...rows.map((row) => stringWidth(row[i] ?? ''))),
  )
  const total = widths.reduce((sum, w) => sum + w, GAP.length * (columns.length - 1))
  if (total > width) return null
  const line = (cells: readonly string[]) =>
    columns
      .map((column, i) => pad(cells[i] ?? '', widths[i] ?? 0, column.align))
      .join(GAP)
      .trimEnd()
  return [
    line(columns.map((column) => column.header)),
    widths.map((w) => '─'.repeat(w)).join(GAP),
    ...rows.map(line),
  ]
}

/** A text broken at spaces into lines of at most `width` columns, later ones indented. */
export function wrapText(text: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line.trim() !== '' && stringWidth(longer) > width) {
      lines.push(line)
      line = indent + word
    } else {
      line = longer
    }
  }
  if (line !== '') lines.push(line)
  return lines
}
