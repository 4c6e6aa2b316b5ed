/** The figures of an answer as CSV that a Vietnamese spreadsheet opens with right letters and numbers. */
import type { Answer, Citation } from '../model/answer.ts'
import { capitalise } from '../vietnamese/format.ts'
import { areaLabel, type IndicatorName, measureLabel, statusLabel } from './reply.ts'

const HEADERS = [
  'Mã số liệu',
  'Chỉ tiêu',
  'Phạm vi',
  'Địa phương',
  'Kỳ',
  'Loại chỉ số',
  'Giá trị',
  'Giá trị cao',
  'Đơn vị',
  'Loại số liệu',
  'Cách tính',
  'Nơi đăng',
  'Ngày đăng',
  'Địa chỉ nguồn',
  'Câu trích',
]

/** Keeps a text from being run as a formula by a spreadsheet; numbers stay numbers. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
}

function cell(text: string | null): string {
  const safe = inert(text ?? '')
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function sourceCells(citation: Citation | undefined): (string | null)[] {
  return [
    citation?.publisher ?? null,
    citation?.published ?? null,
    citation?.url ?? null,
    citation?.quote ?? null,
  ]
}

/**
 * CSV with a byte order mark, Vietnamese headers and CRLF lines: the answer's figures, then what was
 * computed from them. Values are decimal strings with a point. Empty without figures.
 */
export function answerCsv(answer: Answer, indicatorName: IndicatorName): string {
  const stored = answer.figures.map((figure) => [
    figure.id,
    capitalise(indicatorName(figure.indicator)),
    figure.scope,
    areaLabel(figure),
    figure.period,
    measureLabel(figure.measure),
    figure.value,
    figure.valueHigh,
    figure.unit,
    statusLabel(figure.status),
    null,
    ...sourceCells(answer.citations.find((citation) => citation.n === figure.citation)),
  ])
  const computed = answer.derived.map((figure) => [
    null,
    capitalise(indicatorName(figure.indicator)),
    figure.scope,
    areaLabel(figure),
    figure.period,
    measureLabel(figure.measure),
    figure.value,
    null,
    figure.unit,
    statusLabel(figure.status),
    figure.formula,
    ...sourceCells(undefined),
  ])
  if (stored.length + computed.length === 0) return ''
  const lines = [HEADERS, ...stored, ...computed].map((row) => row.map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
