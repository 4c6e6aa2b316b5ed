/** Reads one printed number. Vietnamese: "." groups thousands and "," is the decimal mark. */
import { MISTYPED_DIGITS } from './lexicon/numerals.ts'

export interface PrintedNumber {
  /** Decimal string without grouping: "9801", "27.838". */
  readonly value: string
  /** True when the separators had to be made sense of against the rule. */
  readonly repaired: boolean
}

const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/
const ENGLISH = /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/
const ENGLISH_GROUPS = /^[1-9]\d{0,2}(?:,\d{3}){2,}$/
const PLAIN = /^\d+(?:,\d+)?$/

function trim(value: string): string {
  const whole = value.replace(/^0+(?=\d)/, '')
  return whole.includes('.') ? whole.replace(/0+$/, '').replace(/\.$/, '') : whole
}

function joined(groups: readonly string[], fraction: string): string {
  return trim(fraction ? `${groups.join('')}.${fraction}` : groups.join(''))
}

/**
 * The value of a printed number. `fractional` says that the unit makes grouping senseless ("%"), so
 * that "101.325" is a decimal. Undefined when it is no number: "1.2.2024", "8.888.8.8".
 */
export function readNumber(raw: string, fractional = false): PrintedNumber | undefined {
  if (PLAIN.test(raw)) return { value: trim(raw.replace(',', '.')), repaired: false }
  if (GROUPED.test(raw) && !(fractional && !raw.includes(',') && raw.split('.').length === 2)) {
    const [whole = '', fraction = ''] = raw.split(',')
    return { value: joined(whole.split('.'), fraction), repaired: false }
  }
  if (ENGLISH.test(raw)) {
    const [whole = '', fraction = ''] = raw.split('.')
    return { value: joined(whole.split(','), fraction), repaired: false }
  }
  if (ENGLISH_GROUPS.test(raw)) return { value: joined(raw.split(','), ''), repaired: false }
  const marks = raw.replace(/\d/g, '')
  if (marks === '.') return { value: trim(raw), repaired: false }
  return repaired(raw, marks)
}

/** "9.332.3" → 9332.3: whole groups of three, then a decimal part behind the wrong mark. */
function repaired(raw: string, marks: string): PrintedNumber | undefined {
  const groups = raw.split(/[.,]/)
  const fraction = groups.pop() ?? ''
  const [first = '', ...others] = groups
  const grouped = first.length <= 3 && others.every((g) => g.length === 3)
  if (!grouped || others.length === 0 || fraction.length > 3) return undefined
  if (fraction.length === 3 && new Set(marks).size === 2)
    return { value: joined([...groups, fraction], ''), repaired: true }
  return { value: joined(groups, fraction), repaired: true }
}

/** "l" or "O" typed where a digit was meant → the digit; undefined for other letters. */
export function mistypedDigit(word: string): string | undefined {
  return (MISTYPED_DIGITS as Record<string, string>)[word.toLowerCase()]
}

/** The number with its decimal point moved so many places to the right, as a plain decimal string. */
export function scaleByTen(value: string, places: number): string {
  const negative = value.startsWith('-')
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + places
  const padded =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.padEnd(point, '0').slice(0, point)}.${digits.slice(point)}`
  const result = trim(padded.replace(/\.$/, '') || '0')
  return negative && result !== '0' ? `-${result}` : result
}

/** Vietnamese grouping only where it is sure: three digits behind one comma may be thousands. */
export function isAmbiguousComma(raw: string): boolean {
  return /^[1-9]\d{0,2},\d{3}$/.test(raw)
}
