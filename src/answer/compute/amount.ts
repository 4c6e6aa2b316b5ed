/** Amounts in their printed units: converting between scales and comparing within the printed rounding. */
import { Decimal } from 'decimal.js'
import { foldName } from '../../vietnamese/fold.ts'

/** A scale word and its power of ten, longest first. */
const SCALES: readonly (readonly [string, number])[] = [
  ['triệu tỷ', 15],
  ['nghìn tỷ', 12],
  ['tỷ', 9],
  ['triệu', 6],
  ['nghìn', 3],
]

export interface UnitParts {
  /** Power of ten of the scale word. */
  readonly power: number
  /** What is counted: "đồng", "USD", "tấn", "%". */
  readonly base: string
}

/** "nghìn tỷ đồng" → power 12 of "đồng"; a unit without a scale word has power 0. */
export function unitParts(unit: string): UnitParts {
  for (const [word, power] of SCALES) {
    if (unit === word) return { power, base: '' }
    if (unit.startsWith(`${word} `)) return { power, base: unit.slice(word.length + 1) }
  }
  return { power: 0, base: unit }
}

/** True when both count the same thing, so that amounts can be converted. */
export function sameKind(a: string, b: string): boolean {
  return foldName(unitParts(a).base) === foldName(unitParts(b).base)
}

/** The value in another unit of the same kind. */
export function inUnit(value: string, from: string, to: string): Decimal {
  return new Decimal(value).times(new Decimal(10).pow(unitParts(from).power - unitParts(to).power))
}

/** Number of digits after the decimal point. */
export function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0
}

/** Significant digits of a printed number: "9801" → 4, "27.838" → 5, "0.42" → 2. */
export function digitsOf(value: string): number {
  return value.replace(/^[+-]?0*\.?0*|\./g, '').length
}

interface Printed {
  readonly value: string
  readonly unit: string
  readonly bound: string | null
}

/** How far a rough bound may reach ("hơn 1 tỷ" may be 1,05 tỷ). */
const ROUGH = new Decimal('0.1')

/**
 * True when two printed numbers may be the same one: their difference is within half a unit of the
 * last digit of the rougher one, or one is a bound that the other satisfies closely.
 */
export function sameAmount(a: Printed, b: Printed): boolean {
  if (!sameKind(a.unit, b.unit)) return false
  const other = inUnit(b.value, b.unit, a.unit)
  const value = new Decimal(a.value)
  const gap = value.minus(other).abs()
  const stepA = new Decimal(10).pow(-decimalsOf(a.value)).div(2)
  const stepB = inUnit('1', b.unit, a.unit)
    .times(new Decimal(10).pow(-decimalsOf(b.value)))
    .div(2)
  if (gap.lte(Decimal.max(stepA, stepB))) return true
  return withinBound(a, value, other) || withinBound(b, other, value)
}

function withinBound(printed: Printed, value: Decimal, other: Decimal): boolean {
  const rough = value.abs().times(ROUGH)
  if (printed.bound === 'over') return other.gte(value) && other.minus(value).lte(rough)
  if (printed.bound === 'under') return other.lte(value) && value.minus(other).lte(rough)
  return printed.bound === 'about' && other.minus(value).abs().lte(rough)
}
