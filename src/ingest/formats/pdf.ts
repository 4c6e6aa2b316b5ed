/** PDF files: paragraphs put together from their lines, tables from the places of their numbers. */
import { AppError } from '../../model/errors.ts'
import { sniffFormat } from '../read-decode.ts'
import { toRecord } from '../read-record.ts'
import type { SourceDocument } from './document.ts'
import { Layout } from './layout.ts'
import { lineText, type PageLine, type Piece, toPageLines } from './pdf-lines.ts'
import { findPageTables, type PageTable } from './pdf-tables.ts'

const STARTS_ITEM = /^(?:[-+•*–▪]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,5}[.)])\s/u
/** A line that ends left of this share of the widest line ends its paragraph. */
const FULL_LINE = 0.85
const PARAGRAPH_GAP = 1.9

/** True when `line` goes on with the paragraph that `previous` is in. */
function continues(previous: PageLine, line: PageLine, widest: number, left: number): boolean {
  if (previous.y - line.y > PARAGRAPH_GAP * Math.max(previous.size, line.size)) return false
  if (Math.abs(previous.size - line.size) > 0.2 * line.size) return false
  if (STARTS_ITEM.test(lineText(line))) return false
  const isFull = previous.right - left >= FULL_LINE * (widest - left)
  const isIndented = line.left > left + 1.2 * line.size && previous.left <= left + 1.2 * line.size
  return isFull && !(isIndented && /[.:;!?…]$/.test(lineText(previous)))
}

function addParagraphs(layout: Layout, lines: readonly PageLine[]): void {
  const widest = Math.max(...lines.map((line) => line.right))
  const left = Math.min(...lines.map((line) => line.left))
  let open = ''
  let previous: PageLine | undefined
  for (const line of lines) {
    if (previous && continues(previous, line, widest, left)) open += ` ${lineText(line)}`
    else {
      layout.addLine(open)
      open = lineText(line)
    }
    previous = line
  }
  layout.addLine(open)
}

function addPage(layout: Layout, lines: readonly PageLine[], tables: readonly PageTable[]): void {
  let at = 0
  for (const table of tables) {
    if (table.from > at) addParagraphs(layout, lines.slice(at, table.from))
    layout.addTable(table.rows)
    at = table.to
  }
  if (at < lines.length) addParagraphs(layout, lines.slice(at))
  layout.endBlock()
}

function digits(text: string): number {
  return text.match(/\d/g)?.length ?? 0
}

/** Writes a page; where a table would lose a digit, the page is written as lines instead. */
function writePage(layout: Layout, pieces: readonly Piece[]): void {
  const lines = toPageLines(pieces)
  if (lines.length === 0) return
  const wanted = pieces.reduce((sum, piece) => sum + digits(piece.text), 0)
  const tables = findPageTables(lines)
  const trial = new Layout()
  addPage(trial, lines, tables)
  addPage(layout, lines, digits(trial.finish().text) === wanted ? tables : [])
}

const NO_PDF: Readonly<Record<string, string>> = {
  PasswordException: 'Tệp PDF có mật khẩu',
  InvalidPDFException: 'Tệp PDF hỏng',
  FormatError: 'Tệp PDF hỏng',
}

async function readPieces(bytes: Uint8Array, name: string): Promise<Piece[][]> {
  const { extractTextItems, getDocumentProxy } = await import('unpdf')
  try {
    // The library takes the buffer over, so it gets a copy.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    const { items } = await extractTextItems(pdf)
    await pdf.cleanup()
    return items.map((page) =>
      page.map(({ str, x, y, width, fontSize, height }) => {
        const size = fontSize || height || 10
        return { text: str, left: x, right: x + width, y, size }
      }),
    )
  } catch (cause) {
    const kind = cause instanceof Error ? cause.name : ''
    const fault = NO_PDF[kind] ?? 'Tệp PDF hỏng'
    throw new AppError('input-invalid', `${fault}: ${name}`, { cause })
  }
}

/**
 * The document of a PDF file, with the offset at which each page begins. Every digit of a page stands
 * in the text. Throws `input-invalid` for a broken or locked file, `input-empty` for scanned pictures.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  if (sniffFormat(bytes) !== 'PDF')
    throw new AppError('input-invalid', `Không phải tệp PDF: ${name}`)
  const layout = new Layout()
  for (const page of await readPieces(bytes, name)) {
    layout.startPage()
    writePage(layout, page)
  }
  const { text, tables, pages } = layout.finish()
  if (text === '') throw new AppError('input-empty', `PDF không có chữ (bản quét?): ${name}`)
  return { record: toRecord({}, text, name), tables, pages }
}
