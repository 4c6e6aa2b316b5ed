/** What numbers a text shows a reader, and whether an expected figure is among them. */
import { type Amount, amountOf, nineDigits, type Stated } from './normalise.ts'

/** A Vietnamese number: '.' groups, ',' is the decimal mark; "5.5" (no group of three) is a decimal too. */
export function readNumber(text: string): number {
  const digits = text.replace(/[.,]+$/, '')
  if (digits.includes(',')) return Number(digits.replaceAll('.', '').replaceAll(',', '.'))
  const grouped = /^\d{1,3}(?:\.\d{3})+$/.test(digits) || digits.split('.').length > 2
  return Number(grouped ? digits.replaceAll('.', '') : digits)
}

export interface Shown {
  readonly percents: ReadonlySet<number>
  /** In base units: "2 tỷ" is 2e9. */
  readonly amounts: ReadonlySet<number>
  /** "gấp 2 lần" is 2. */
  readonly times: ReadonlySet<number>
  readonly saysFall: boolean
}

const MULTIPLES: Readonly<Record<string, number>> = {
  'nghìn tỷ': 1e12,
  'ngàn tỷ': 1e12,
  tỷ: 1e9,
  triệu: 1e6,
  nghìn: 1e3,
  ngàn: 1e3,
}
const MULTIPLE = `(${Object.keys(MULTIPLES).join('|')})`
const NUMBER = '(\\d[\\d.,]*)'
const PERCENT = new RegExp(`${NUMBER}\\s*(?:%|phần trăm)`, 'gu')
const TIMES = new RegExp(`${NUMBER}\\s*lần`, 'gu')
const COMPOUND = new RegExp(`${NUMBER}\\s*${MULTIPLE}\\s+${NUMBER}\\s*${MULTIPLE}`, 'gu')
const MULTIPLIED = new RegExp(`${NUMBER}\\s*${MULTIPLE}`, 'gu')
const BARE = new RegExp(`${NUMBER}(?!\\s*(?:%|phần trăm|lần|${MULTIPLE}))\\s*([a-zà-ỹđ$]+)?`, 'gu')
const FALL = /giảm|thấp hơn|sụt|âm|hụt|[-−–]\s*\d|bằng|đi xuống/u

/** Every number in a text by what stands behind it; citation marks `[1]` are none. */
export function shownIn(text: string): Shown {
  const words = text
    .replace(/\[\d+\]/g, ' ')
    .normalize('NFC')
    .replaceAll('tỉ', 'tỷ')
    .toLowerCase()
  const sixDecimals = (hit: RegExpMatchArray) => Number(readNumber(hit[1] ?? '').toFixed(6))
  const multiplied = (number?: string, multiple?: string) =>
    readNumber(number ?? '') * (MULTIPLES[multiple ?? ''] ?? Number.NaN)
  const amounts = [
    ...[...words.matchAll(COMPOUND)].map((m) => multiplied(m[1], m[2]) + multiplied(m[3], m[4])),
    ...[...words.matchAll(MULTIPLIED)].map((m) => multiplied(m[1], m[2])),
    ...[...words.matchAll(BARE)].map((m) => readNumber(m[1] ?? '')),
  ]
  return {
    percents: new Set([...words.matchAll(PERCENT)].map(sixDecimals)),
    amounts: new Set(amounts.filter((value) => !Number.isNaN(value)).map(nineDigits)),
    times: new Set([...words.matchAll(TIMES)].map(sixDecimals)),
    saysFall: FALL.test(words),
  }
}

export type ExpectedFigure = Stated & { readonly derived?: boolean | null | undefined }

/** Whether a text shows the figure; a computed one may be rounded. */
export function isShown(figure: ExpectedFigure, text: string): boolean {
  const amount = amountOf(figure)
  if (!amount) return false
  const shown = shownIn(text)
  if (amount.base === '%') return isPercentShown(figure, amount, shown)
  const { value } = amount
  const tolerance = (figure.derived ? 5e-3 : 1e-6) * Math.max(1, Math.abs(value))
  return some(shown.amounts, (x) => Math.abs(x - Math.abs(value)) <= tolerance)
}

/** A growth may be shown as growth, as an index ("bằng 102,8%") or as a multiple ("gấp 2 lần"). */
function isPercentShown(figure: ExpectedFigure, { value }: Amount, shown: Shown): boolean {
  const near = (wanted: number, among: ReadonlySet<number>) =>
    some(among, (x) => {
      const tolerance = figure.derived ? Math.max(0.06, 5e-3 * Math.abs(wanted)) : 5e-3
      return Math.abs(wanted - x) < tolerance
    })
  if (figure.indicator === 'iip') {
    if (near(value + 100, shown.percents) || near(Number(figure.value), shown.percents)) return true
  }
  if (value < 0) {
    return (near(-value, shown.percents) && shown.saysFall) || near(100 + value, shown.percents)
  }
  const asIndex = near(100 + value, shown.percents)
  return near(value, shown.percents) || asIndex || near(value / 100 + 1, shown.times)
}

/** Whether any member of a set fulfils a condition. */
export function some<T>(set: ReadonlySet<T>, holds: (member: T) => boolean): boolean {
  for (const member of set) if (holds(member)) return true
  return false
}
