/** What a number says: a level, growth, a share, a part of the plan; and its value with its sign. */
import { Decimal } from 'decimal.js'
import type { Measure } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import type { VerbKind } from '../../vietnamese/lexicon/verbs.ts'
import type { Quantity } from '../../vietnamese/read-quantities.ts'
import type { Base } from './clause.ts'
import { measureAgainst } from './when.ts'

export interface Measured {
  readonly measure: Measure
  readonly value: string
  readonly high: string | null
  readonly unit: string
}

export interface MeasureInput {
  readonly quantity: Quantity
  readonly indicator: string
  readonly verb: VerbKind | null
  readonly base: Base | null
  readonly direction: 1 | -1 | null
  /** The amount lies below zero: "nhập siêu". */
  readonly isNegative: boolean
  /** Direction said earlier in the sentence, for list items without a verb. */
  readonly listDirection: 1 | -1 | null
  /** What the growth before was measured against. */
  readonly lastBase: Base | null
  /** Shares are being listed. */
  readonly isShare: boolean
  readonly period: PeriodParts | null
  readonly average: boolean
  /** The subject is a rate of growth itself ("mức tăng"). */
  readonly isRate: boolean
  /** The figure is a plan's own ("kế hoạch 10,9%"). */
  readonly isTarget: boolean
}

/** Indicators told in per cent of something: a bare per cent is their level. */
const PERCENT_LEVELS: ReadonlySet<string> = new Set(['electrified_households'])
/** "đạt 96%" of the same period is a ratio when it is near or above a half; less is growth. */
const RATIO_FLOOR = 50

const signed = (value: string, sign: 1 | -1): string =>
  sign === -1 && value !== '0' ? new Decimal(value).negated().toFixed() : value

function asGrowth(q: Quantity, measure: Measure, sign: 1 | -1): Measured {
  return { measure, value: signed(q.value, sign), high: q.high && signed(q.high, sign), unit: '%' }
}

/** "gấp 2,2 lần", "tăng 2,2 lần": 120 per cent more. */
function ofTimes(input: MeasureInput): Measured | null {
  const { quantity, base, period, direction } = input
  if (direction === -1) return null
  const more = new Decimal(quantity.value).minus(1).times(100)
  const against = measureAgainst(base, period)
  if (against === 'plan')
    return { measure: 'plan', value: more.plus(100).toFixed(), high: null, unit: '%' }
  return { measure: against, value: more.toFixed(), high: null, unit: '%' }
}

/** "bằng 96,4% cùng kỳ" → −3.6; an index said as a ratio stays a level. */
function ofRatio(input: MeasureInput): Measured {
  const { quantity, base, period, indicator } = input
  const against = measureAgainst(base, period)
  const measure = against === 'plan' ? 'plan' : against
  // An index against the year before is the index itself; against a month it is growth.
  if (indicator === 'iip' && measure === 'yoy')
    return { measure: 'level', value: quantity.value, high: quantity.high, unit: '%' }
  return { measure, value: new Decimal(quantity.value).minus(100).toFixed(), high: null, unit: '%' }
}

function ofPlan(input: MeasureInput): Measured {
  const { quantity, verb, direction } = input
  const beyond = verb === 'exceed' || verb === 'short' || verb === 'up' || verb === 'down'
  const sign = verb === 'short' || verb === 'down' || direction === -1 ? -1 : 1
  return asGrowth(quantity, beyond ? 'over_plan' : 'plan', beyond ? sign : 1)
}

function ofPercent(input: MeasureInput): Measured | null {
  const { quantity, verb, base, direction, period, indicator, average } = input
  if (base?.kind === 'plan') return ofPlan(input)
  const listed =
    input.isShare &&
    base === null &&
    (verb === 'rise-to' ||
      verb === 'fall-to' ||
      ((verb === null || verb === 'reach') && direction === null))
  if (verb === 'share' || (listed && quantity.sign === null)) return asGrowth(quantity, 'share', 1)
  if (verb === 'exceed' && base === null) return asGrowth(quantity, 'over_plan', 1)
  if (verb === 'short' && base === null) return asGrowth(quantity, 'over_plan', -1)
  // "bằng 96%" in a list: of the base that the list is measured against.
  if (verb === 'equal' && (base !== null || Number(quantity.value) >= RATIO_FLOOR))
    return ofRatio({ ...input, base: base ?? input.lastBase })
  const becomes = verb === 'fall-to' || verb === 'rise-to'
  if (PERCENT_LEVELS.has(indicator) && (becomes || direction === null))
    return asGrowth(quantity, 'level', 1)
  if (becomes && Number(quantity.value) >= RATIO_FLOOR) return ofRatio(input)
  const growth: Measure = average
    ? 'growth'
    : measureAgainst(base, period) === 'plan'
      ? 'yoy'
      : (measureAgainst(base, period) as Measure)
  const sign = quantity.sign === '-' ? -1 : quantity.sign === '+' ? 1 : direction
  if (sign !== null) return asGrowth(quantity, growth, sign)
  const isRatio = Number(quantity.value) >= RATIO_FLOOR
  if (PERCENT_LEVELS.has(indicator)) return asGrowth(quantity, 'level', 1)
  if (base !== null)
    return isRatio && !input.isRate
      ? ofRatio(input)
      : asGrowth(quantity, growth, input.listDirection ?? 1)
  if (input.isRate || input.isTarget) return asGrowth(quantity, growth, input.listDirection ?? 1)
  if (indicator === 'iip' && isRatio && verb !== null) return asGrowth(quantity, 'level', 1)
  if (input.listDirection !== null) return asGrowth(quantity, growth, input.listDirection)
  if (indicator === 'other' || indicator === 'iip')
    return asGrowth(quantity, indicator === 'iip' && !isRatio ? growth : 'level', 1)
  return null
}

/** The measure and value of a number, or null when it states no fact of its own ("tăng 5 tỷ đồng"). */
export function measureOf(input: MeasureInput): Measured | null {
  const { quantity, verb, base, direction } = input
  if (quantity.unitKind === 'points') return null
  if (quantity.unitKind === 'times') return ofTimes(input)
  if (quantity.unitKind === 'percent') return ofPercent(input)
  // An amount that something grew by is no level; one that it grew to is.
  const reaches = verb === 'reach' || verb === 'mark' || verb === 'rise-to' || verb === 'fall-to'
  const isChange =
    (direction !== null && verb !== 'exceed') || base?.kind === 'period' || quantity.sign !== null
  if (isChange && !reaches) return null
  const value = input.isNegative ? signed(quantity.value, -1) : quantity.value
  return { measure: 'level', value, high: quantity.high, unit: quantity.unit }
}
