/** An answer as lines of a terminal. */
import type { Answer } from '../../model/answer.ts'
import { capitalise, formatPeriodVi } from '../../vietnamese/format.ts'
import { type FigureRow, type IndicatorName, type Reply, toReply } from '../reply.ts'
import { type Paint, paintFor, printable } from './paint.ts'
import { seriesOf, sparkline } from './sparkline.ts'
import { type Column, tableLines, wrapText } from './table.ts'

export interface RenderOptions {
  readonly colour: boolean
  /** Columns of the terminal; 80 when left out. Text is never made wider than 100. */
  readonly width?: number | undefined
  readonly indicatorName: IndicatorName
}

const WIDEST_TEXT = 100
const MAX_QUOTE = 240
const INDENT = '    '

const COLUMNS = {
  indicator: { header: 'Chỉ tiêu', align: 'left' },
  area: { header: 'Địa phương', align: 'left' },
  period: { header: 'Kỳ', align: 'left' },
  measure: { header: 'Loại chỉ số', align: 'left' },
  value: { header: 'Giá trị', align: 'right' },
  status: { header: 'Loại số liệu', align: 'left' },
  source: { header: 'Nguồn', align: 'left' },
} as const satisfies Record<string, Column>

type ColumnName = keyof typeof COLUMNS

function cells(row: FigureRow): Record<ColumnName, string> {
  const remarks = row.remarks.length > 0 ? ` (${row.remarks.join(', ')})` : ''
  return {
    indicator: row.scope ? `${row.indicator} (${row.scope})` : row.indicator,
    area: row.area,
    period: capitalise(row.period),
    measure: row.measure,
    value: row.value,
    status: row.statusLabel + remarks,
    source: row.citation === null ? '' : `[${row.citation}]`,
  }
}

const ALWAYS: ReadonlySet<ColumnName> = new Set(['period', 'value', 'status', 'source'])

/** Columns that say the same in every row are left out; the answer's text names it already. */
function columnsFor(rows: readonly Record<ColumnName, string>[]): ColumnName[] {
  const names = Object.keys(COLUMNS) as ColumnName[]
  return names.filter((name) => ALWAYS.has(name) || new Set(rows.map((row) => row[name])).size > 1)
}

function listLines(rows: readonly FigureRow[], width: number): string[] {
  return rows.flatMap((row) => {
    const { indicator, area, source } = cells(row)
    const kind = [row.measure, row.statusLabel, ...row.remarks].join(', ').toLocaleLowerCase('vi')
    const line = `• ${indicator}, ${area}, ${row.period}: ${row.value} (${kind}) ${source}`
    return wrapText(line, width, '  ')
  })
}

function figureLines(rows: readonly FigureRow[], width: number, paint: Paint): string[] {
  if (rows.length < 2) return []
  const all = rows.map(cells)
  const names = columnsFor(all)
  const table = tableLines(
    names.map((name) => COLUMNS[name]),
    all.map((row) => names.map((name) => row[name])),
    width,
  )
  if (table === null) return ['', ...listLines(rows, width)]
  const [header = '', rule = '', ...body] = table
  return ['', paint.bold(header), paint.dim(rule), ...body]
}

function formulaLines(rows: readonly FigureRow[], width: number, paint: Paint): string[] {
  return rows
    .filter((row) => row.formula !== null)
    .flatMap((row) => wrapText(`Cách tính: ${row.formula}`, width, '  ').map(paint.dim))
}

function sparkLines(answer: Answer, paint: Paint): string[] {
  const series = seriesOf(answer.figures)
  const first = series?.[0]
  const last = series?.at(-1)
  if (!series || !first || !last) return []
  const line = sparkline(series.map((figure) => figure.value))
  const ends = [first, last].map((figure) => formatPeriodVi(figure.period))
  return ['', `${ends[0]} ${paint.accent(line)} ${ends[1]}`]
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ['', paint.bold(title), ...lines]
}

function sourceLines(reply: Reply, width: number, paint: Paint): string[] {
  const indented = (line: string) => INDENT + line
  return reply.sources.flatMap((source) => {
    const title = source.title ? ` – ${source.title}` : ''
    const head = `[${source.n}] ${capitalise(source.publisher)}, ${source.published}${title}`
    const quote =
      source.quote.length > MAX_QUOTE ? `${source.quote.slice(0, MAX_QUOTE)}…` : source.quote
    const quoted = quote ? wrapText(`“${quote}”`, width - INDENT.length) : []
    const address = source.original?.replace(/#:~:text=.*$/, '')
    return [
      ...wrapText(head, width, INDENT),
      ...quoted.map(paint.dim).map(indented),
      ...(address ? [indented(paint.accent(address))] : []),
    ]
  })
}

function textLines(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [''] : wrapText(line, width)))
}

function clean(reply: Reply): Reply {
  return JSON.parse(JSON.stringify(reply), (_key, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  )
}

/**
 * An answer as text for a terminal, without a final line break: the sentence, a table of two or more
 * figures, a sparkline of a series, formulas, notes, near misses, sources and follow-up questions.
 */
export function renderAnswer(answer: Answer, options: RenderOptions): string {
  const { colour, width = 80, indicatorName } = options
  const paint = paintFor(colour)
  const columns = Math.min(width, WIDEST_TEXT)
  const reply = clean(toReply(answer, indicatorName))
  const bullets = (texts: readonly string[]) =>
    texts.flatMap((text) => wrapText(`• ${printable(text)}`, columns, '  '))
  const notes = bullets(answer.notes.map((note) => note.text)).map(paint.caution)
  return [
    ...(reply.heading ? [paint.caution(reply.heading)] : []),
    ...textLines(reply.text, columns),
    ...figureLines(reply.rows, width, paint),
    ...sparkLines(answer, paint),
    ...formulaLines(reply.rows, columns, paint),
    ...section('Chưa trả lời được', bullets(reply.missing), paint),
    ...section('Lưu ý', notes, paint),
    ...section(
      'Số liệu gần với câu hỏi',
      bullets(reply.related.map((row) => row.text ?? '')),
      paint,
    ),
    ...section('Nguồn', sourceLines(reply, columns, paint), paint),
    ...section('Có thể hỏi tiếp', bullets(answer.suggestions), paint),
  ].join('\n')
}
