/** What a printed number can stand for: an interval as wide as its rounding. */
import { Decimal } from 'decimal.js'
import type { Figure } from '../model/figure.ts'
import { unitScale } from '../vietnamese/unit-scale.ts'

/** From lowest to highest, in base units. */
export interface Interval {
  readonly low: Decimal
  readonly high: Decimal
}

/** What of a figure makes its amount. */
export type Printed = Pick<Figure, 'value' | 'unit' | 'status' | 'bound'> & {
  readonly valueHigh?: string | null
}

/** How far "hơn", "gần", "khoảng" may be from the number they stand before. */
const BOUND_REACH = new Decimal('0.05')
const HALF = new Decimal('0.5')
const HUNDRED = new Decimal(100)

/** The value in base units (đồng, USD, %). */
export function baseValue(figure: Pick<Printed, 'value' | 'unit'>): Decimal {
  return new Decimal(`${figure.value}e${unitScale(figure.unit).power}`)
}

/** One unit of the last printed decimal, in base units: "72,834 triệu USD" → 1000 USD. */
export function lastUnit(figure: Pick<Printed, 'value' | 'unit'>): Decimal {
  const decimals = figure.value.split('.')[1]?.length ?? 0
  return new Decimal(`1e${unitScale(figure.unit).power - decimals}`)
}

/**
 * Everything the number may have been before it was rounded for print. A target is what it says; a
 * whole number that ends in zeros may have been rounded to them; "hơn" and "gần" reach further.
 */
export function printedInterval(figure: Printed): Interval {
  const value = baseValue(figure)
  if (figure.valueHigh) {
    const high = baseValue({ value: figure.valueHigh, unit: figure.unit })
    return { low: Decimal.min(value, high), high: Decimal.max(value, high) }
  }
  const slack = figure.status === 'target' ? new Decimal(0) : roundedTo(figure).times(HALF)
  const reach = value.abs().times(BOUND_REACH)
  switch (figure.bound) {
    case 'over':
    case 'at_least':
      return { low: value.minus(slack), high: value.plus(reach) }
    case 'under':
      return { low: value.minus(reach), high: value.plus(slack) }
    case 'about':
      return { low: value.minus(reach), high: value.plus(reach) }
    case null:
      return { low: value.minus(slack), high: value.plus(slack) }
  }
}

/** The unit that the number looks rounded to: 27.838 → 0.001, 4400 → 44 (no coarser than a hundredth). */
function roundedTo(figure: Printed): Decimal {
  const digits = figure.value.replace('-', '')
  const zeros = digits.includes('.') ? 0 : (/0+$/.exec(digits)?.[0].length ?? 0)
  const last = lastUnit(figure)
  // A single zero is as likely a digit as a rounding.
  if (zeros < 2) return last
  const coarse = last.times(`1e${zeros}`)
  return Decimal.max(last, Decimal.min(coarse, baseValue(figure).abs().div(HUNDRED)))
}

/** `[a, b] + [c, d]`. */
export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) }
}

/** `[a, b] − [c, d]`. */
export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) }
}

/** `a / b × 100` of positive intervals; undefined when `b` reaches zero. */
export function ratioPercent(a: Interval, b: Interval): Interval | undefined {
  if (b.low.lte(0) || a.low.lt(0)) return undefined
  return { low: a.low.div(b.high).times(HUNDRED), high: a.high.div(b.low).times(HUNDRED) }
}

/** The interval widened by so much on both sides. */
export function widen({ low, high }: Interval, by: Decimal.Value): Interval {
  return { low: low.minus(by), high: high.plus(by) }
}

/** True when no number lies in both. */
export function areApart(a: Interval, b: Interval): boolean {
  return a.high.lt(b.low) || b.high.lt(a.low)
}
