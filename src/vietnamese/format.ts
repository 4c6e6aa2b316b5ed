/**
 * Writes numbers, quantities, periods and dates the way Vietnamese newspapers do. The opposite way
 * (reading them) is the engine's; what is written here never rounds and never changes a unit.
 */
import type { Bound, Status } from '../model/figure.ts'
import { parsePeriod } from '../model/period.ts'

/** The minus sign that is shown; a hyphen could be read as a dash. */
export const MINUS = '−'

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/**
 * A decimal string as printed: "9801" → "9.801", "27.838" → "27,838", "-6.3" → "−6,3". No digit is
 * added or lost. What is no decimal string comes back as it is.
 */
export function formatNumber(value: string): string {
  const hit = DECIMAL.exec(value)
  if (!hit) return value
  const [, sign, whole = '', fraction] = hit
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '.')
  return `${sign === '-' ? MINUS : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** The number without its sign. */
export function unsigned(value: string): string {
  return value.replace(/^[+-]/, '')
}

/** Number and unit: "6,3%", "9.801 triệu USD"; with an upper end "13–14%". */
export function formatQuantity(
  value: string,
  unit: string,
  valueHigh: string | null = null,
): string {
  const number = valueHigh
    ? `${formatNumber(value)}–${formatNumber(valueHigh)}`
    : formatNumber(value)
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}

const BOUND_WORDS = {
  over: { before: 'hơn ', after: '' },
  under: { before: 'gần ', after: '' },
  about: { before: 'khoảng ', after: '' },
  at_least: { before: 'từ ', after: ' trở lên' },
} as const satisfies Record<Bound, { before: string; after: string }>

/** A quantity with the bound that was printed: "hơn 108,8 nghìn tỷ đồng", "từ 16% trở lên". */
export function formatBounded(quantity: string, bound: Bound | null): string {
  if (!bound) return quantity
  const words = BOUND_WORDS[bound]
  return `${words.before}${quantity}${words.after}`
}

/**
 * A growth rate as people say it, direction in words: "-6.3" → "giảm 6,3%", "8.3" → "tăng 8,3%",
 * "0" → "không đổi (0%)".
 */
export function formatChange(
  value: string,
  unit: string,
  bound: Bound | null = null,
  valueHigh: string | null = null,
): string {
  if (/^[+-]?0+(\.0+)?$/.test(value)) return `không đổi (${formatQuantity(unsigned(value), unit)})`
  const verb = value.startsWith('-') ? 'giảm' : 'tăng'
  const high = valueHigh && !valueHigh.startsWith('-') ? valueHigh : null
  return `${verb} ${formatBounded(formatQuantity(unsigned(value), unit, high), bound)}`
}

const ROMAN = ['I', 'II', 'III', 'IV']

/**
 * A period as people say it: `2024-H1` → "6 tháng đầu năm 2024", `2024-Q1` → "quý I/2024",
 * `2024-09` → "tháng 9/2024", `2021/2025` → "giai đoạn 2021–2025", `XXXX-Q1` → "quý I (không rõ năm)".
 */
export function formatPeriodVi(period: string): string {
  const p = parsePeriod(period)
  if (!p) return period
  if (p.kind === 'years') return `giai đoạn ${p.year ?? '?'}–${p.part ?? '?'}`
  const known = p.year !== null
  const ofYear = known ? ` năm ${p.year}` : ' năm (không rõ năm)'
  const slash = known ? `/${p.year}` : ' (không rõ năm)'
  switch (p.kind) {
    case 'year':
      return known ? `năm ${p.year}` : 'cả năm (không rõ năm)'
    case 'half':
      return p.part === 2 ? `6 tháng cuối${ofYear}` : `6 tháng đầu${ofYear}`
    case 'quarter':
      return `quý ${ROMAN[(p.part ?? 1) - 1]}${slash}`
    case 'month':
      return `tháng ${p.part}${slash}`
    case 'months':
      return `${p.part} tháng đầu${ofYear}`
  }
}

/** A publication date: "2024-01-20" → "20/1/2024", "2024-01" → "tháng 1/2024", "2024" → "năm 2024". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (day) return `${Number(day)}/${Number(month)}/${year}`
  if (month) return `tháng ${Number(month)}/${year}`
  return `năm ${year}`
}

const STATUS_NAMES = {
  actual: 'thực hiện',
  preliminary: 'sơ bộ',
  estimate: 'ước tính',
  forecast: 'dự báo',
  target: 'mục tiêu',
} as const satisfies Record<Status, string>

/** The status as a noun phrase: "mục tiêu", "ước tính", "thực hiện". */
export function formatStatus(status: Status): string {
  return STATUS_NAMES[status]
}

const STATUS_VERBS = {
  actual: 'đạt',
  preliminary: 'sơ bộ đạt',
  estimate: 'ước đạt',
  forecast: 'dự kiến đạt',
  target: 'được đặt mục tiêu',
} as const satisfies Record<Status, string>

/** The verb that says a level with its status: "đạt", "ước đạt", "được đặt mục tiêu". */
export function statusVerb(status: Status): string {
  return STATUS_VERBS[status]
}

/** The first letter in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
