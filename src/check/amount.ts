/** Amounts of figures brought to one unit and measure, so that a claim can be held against a stored figure. */
import { Decimal } from 'decimal.js'
import type { Bound, Figure, Measure } from '../model/figure.ts'
import { SCALE_WORDS } from '../vietnamese/lexicon/numerals.ts'
import { readQuantities } from '../vietnamese/read-quantities.ts'
import { keyOfWord } from '../vietnamese/spelling.ts'

/** What of a figure makes its amount. */
export type Said = Pick<
  Figure,
  'indicator' | 'measure' | 'value' | 'valueHigh' | 'unit' | 'bound' | 'quote'
>

export interface Amount {
  /** `over_plan` is told as `plan`, the level of an index as its growth. */
  readonly measure: Measure
  /** In the base unit ("đồng", "USD", "tấn", "%"), with its sign. */
  readonly value: Decimal
  readonly high: Decimal | null
  readonly bound: Bound | null
  readonly base: string
  /** One unit of the last printed digit, in the base unit. */
  readonly step: Decimal
  /** One unit of the last printed digit that is not a trailing zero. */
  readonly roundStep: Decimal
}

/** Units that count in thousands or tens of another: as many powers of ten of which unit. */
const MULTIPLE_UNITS: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['kg', ['tấn', -3]],
  ['tạ', ['tấn', -1]],
  ['mwh', ['kwh', 3]],
])
const POWERS: ReadonlyMap<string, number> = new Map(
  Object.entries(SCALE_WORDS).map(([word, power]) => [keyOfWord(word), power]),
)

/** `'nghìn tỷ đồng'` → 10^12 of `'đồng'`; the base is in lower case. */
export function splitUnit(unit: string): { readonly power: number; readonly base: string } {
  const words = unit.normalize('NFC').trim().split(/\s+/)
  let power = 0
  while (words.length > 1) {
    const next = POWERS.get(keyOfWord(words[0] ?? ''))
    if (next === undefined) break
    power += next
    words.shift()
  }
  const base = words.join(' ').toLowerCase()
  const [of, more] = MULTIPLE_UNITS.get(base) ?? [base, 0]
  return { power: power + more, base: of }
}

/** The amount a figure states. */
export function amountOf(figure: Said): Amount {
  const { power, base } = splitUnit(figure.unit)
  const toBase = (value: Decimal) => value.times(new Decimal(10).pow(power))
  const value = toBase(new Decimal(figure.value))
  const measure = figure.measure === 'over_plan' ? 'plan' : figure.measure
  const shift = shiftOf(figure, base, value)
  const step = toBase(printedStep(figure))
  return {
    measure: isIndexLevel(figure, base, value) ? 'yoy' : measure,
    value: value.plus(shift),
    high: figure.valueHigh === null ? null : toBase(new Decimal(figure.valueHigh)).plus(shift),
    bound: figure.bound,
    base,
    step,
    roundStep: Decimal.max(step, trailingZeros(value)),
  }
}

/** "vượt 4,44% kế hoạch" is 104,44% of the plan; an index of 108,3% is a growth of 8,3%. */
function shiftOf(figure: Said, base: string, value: Decimal): number {
  if (figure.measure === 'over_plan') return 100
  return isIndexLevel(figure, base, value) ? -100 : 0
}

/** Below this an index of industrial production is no index but a growth that was told as a level. */
const LEAST_INDEX = 40

const isIndexLevel = (figure: Said, base: string, value: Decimal) =>
  figure.indicator === 'iip' && figure.measure === 'level' && base === '%' && value.gt(LEAST_INDEX)

/** One unit of the last digit as printed, in the figure's own unit: "9,80" → 0.01; "gấp 2,2 lần" → 10 (%). */
function printedStep(figure: Said): Decimal {
  const own = decimals(figure.value)
  for (const { raw, value, unitKind } of readQuantities(figure.quote)) {
    if (unitKind === 'times' && figure.unit === '%') return tenToMinus(decimals(value) - 2)
    const [printed, kept] = [significant(raw), significant(figure.value)]
    const dropped = printed.slice(kept.length)
    if (printed.startsWith(kept) && /^0*$/.test(dropped)) return tenToMinus(own + dropped.length)
  }
  return tenToMinus(own)
}

const tenToMinus = (places: number) => new Decimal(10).pow(-places)
const decimals = (value: string) => value.split('.')[1]?.length ?? 0
const significant = (number: string) => number.replace(/\D/g, '').replace(/^0+/, '')

/** The power of ten of the last digit that is not zero: 9.800 → 100. */
function trailingZeros(value: Decimal): Decimal {
  const digits = value.abs().toFixed()
  return new Decimal(10).pow(digits.includes('.') ? 0 : /0*$/.exec(digits)?.[0].length || 0)
}

export type Closeness = 'equal' | 'rounded' | 'unequal'

/**
 * Whether the stored amount is what was claimed: `equal`; `rounded` when it rounds to the claim at
 * the claim's own precision or lies where the claim's "hơn", "gần", "khoảng" says; else `unequal`,
 * as are amounts of other units or directions. Measures are left to the key.
 */
export function compareAmounts(claimed: Amount, stored: Amount): Closeness {
  if (claimed.base !== stored.base) return 'unequal'
  if (!sameEnds(claimed.high, stored.high)) return 'unequal'
  if (claimed.value.eq(stored.value)) {
    return claimed.bound === stored.bound || claimed.bound === 'about' ? 'equal' : 'rounded'
  }
  if (claimed.high !== null || claimed.value.s !== stored.value.s) return 'unequal'
  return isWithin(claimed, stored) ? 'rounded' : 'unequal'
}

const sameEnds = (a: Decimal | null, b: Decimal | null) =>
  a === null || b === null ? a === b : a.eq(b)

/** How far from a round number "hơn", "gần" and "khoảng" reach, in parts of it. */
const ROUND_REACH = 0.02

function isWithin(claimed: Amount, stored: Amount): boolean {
  const { value, step, roundStep, bound } = claimed
  const beyond = stored.value.abs().minus(value.abs())
  const round = Decimal.min(roundStep, value.abs().times(ROUND_REACH))
  switch (bound) {
    case 'over':
      return beyond.gt(0) && beyond.lt(Decimal.max(step, round))
    case 'under':
      return beyond.lt(0) && beyond.neg().lt(Decimal.max(step.div(2), round))
    case 'about':
      return beyond.abs().lt(Decimal.max(step, round).div(2))
    case 'at_least':
      return false
    case null:
      return roundsTo(beyond, step)
  }
}

/** Whether a rest behind the last printed digit is rounded away; half a unit is rounded up. */
function roundsTo(beyond: Decimal, step: Decimal): boolean {
  const half = step.div(2)
  return beyond.lt(half) && beyond.gte(half.neg())
}

/** Whether two figures print the same digits, whatever their units: "9.801 tỷ USD" and "9801 triệu USD". */
export function sameDigits(a: Said, b: Said): boolean {
  return new Decimal(a.value).eq(b.value) && sameEnds(high(a), high(b))
}

const high = (figure: Said) => (figure.valueHigh === null ? null : new Decimal(figure.valueHigh))
