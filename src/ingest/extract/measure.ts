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
  /** What is compared with was said in front of a named subject: it is the next growth's. */
  readonly baseLeads: boolean
  /** Plan per cents are being listed. */
  readonly isPlanList: boolean
  /** The subject is a market, whose bare per cent is its share. */
  readonly isMarket: boolean
  /** A whole stands right behind the per cent: "65% tổng kim ngạch". */
  readonly isOfWhole: boolean
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

function ofPlan({ quantity, verb, direction, isRate }: MeasureInput): Measured {
  // "cao hơn kế hoạch 5%": a comparison alone says how far from the plan the result is.
  const compared = verb === null && direction !== null && !isRate
  const beyond =
    compared || verb === 'exceed' || verb === 'short' || verb === 'up' || verb === 'down'
  const sign = verb === 'short' || verb === 'down' || direction === -1 ? -1 : 1
  return asGrowth(quantity, beyond ? 'over_plan' : 'plan', beyond ? sign : 1)
}

/** What a per cent says; undefined where a rule does not apply, null where it states no fact. */
type PercentRule = (input: MeasureInput) => Measured | null | undefined

const isBare = ({ verb, direction, base, quantity }: MeasureInput): boolean =>
  (verb === null || verb === 'reach') &&
  direction === null &&
  base === null &&
  quantity.sign === null
const isRatio = ({ quantity }: MeasureInput): boolean => Number(quantity.value) >= RATIO_FLOOR
const becomes = ({ verb }: MeasureInput): boolean => verb === 'rise-to' || verb === 'fall-to'

const againstPlan: PercentRule = (input) =>
  input.base?.kind === 'plan' ? ofPlan(input) : undefined

/** "bằng 15% kim ngạch xuất khẩu" of another indicator is none of ours. */
const ofOther: PercentRule = ({ verb, base, isOfWhole }) =>
  verb === 'equal' && base === null && isOfWhole ? null : undefined

/** "chiếm 40%, EU 20%", "Mỹ (46%)", "trên 65% tổng kim ngạch", "từ 24% lên 27%" of a share. */
const asShare: PercentRule = (input) => {
  const { quantity, verb, base, isShare, isMarket, isOfWhole } = input
  const moved = isShare && base === null && becomes(input)
  const listed = isBare(input) && (isShare || isOfWhole || (isMarket && !input.listDirection))
  return verb === 'share' || moved || listed ? asGrowth(quantity, 'share', 1) : undefined
}

const beyondPlan: PercentRule = ({ quantity, verb, base }) => {
  if (base !== null || (verb !== 'exceed' && verb !== 'short')) return undefined
  return asGrowth(quantity, 'over_plan', verb === 'short' ? -1 : 1)
}

/** "bằng 96% cùng kỳ", in a list of the base that the list is measured against; "chỉ còn 52%". */
const asRatio: PercentRule = (input) => {
  const { verb, base, lastBase } = input
  if (verb === 'equal' && (base !== null || isRatio(input)))
    return ofRatio({ ...input, base: base ?? lastBase })
  return becomes(input) && isRatio(input) ? ofRatio(input) : undefined
}

/** "tỷ lệ hộ có điện đạt 99%" */
const asLevel: PercentRule = (input) =>
  PERCENT_LEVELS.has(input.indicator) && (becomes(input) || input.direction === null)
    ? asGrowth(input.quantity, 'level', 1)
    : undefined

/** "đạt 90% dự toán; thu nội địa đạt 95%": of the plan that the list is measured against. */
const ofListedPlan: PercentRule = (input) =>
  input.isPlanList && isBare(input) ? asGrowth(input.quantity, 'plan', 1) : undefined

const growthAgainst = ({ average, base, period }: MeasureInput): Measure => {
  if (average) return 'growth'
  const against = measureAgainst(base, period)
  return against === 'plan' ? 'yoy' : against
}

const signedGrowth: PercentRule = (input) => {
  const { quantity, direction } = input
  const sign = quantity.sign === '-' ? -1 : quantity.sign === '+' ? 1 : direction
  return sign === null ? undefined : asGrowth(quantity, growthAgainst(input), sign)
}

/** Neither verb nor sign: what it is measured against, the list and the indicator decide. */
const unsigned: PercentRule = (input) => {
  const { quantity, base, indicator, verb, listDirection, isRate, isTarget } = input
  const growth = (): Measured => asGrowth(quantity, growthAgainst(input), listDirection ?? 1)
  if (base !== null) return isRatio(input) && !isRate ? ofRatio(input) : growth()
  if (isRate || isTarget) return growth()
  if (indicator === 'iip' && isRatio(input) && verb !== null) return asGrowth(quantity, 'level', 1)
  if (listDirection !== null) return growth()
  if (indicator === 'iip') return isRatio(input) ? asGrowth(quantity, 'level', 1) : growth()
  return indicator === 'other' ? asGrowth(quantity, 'level', 1) : undefined
}

/** The first rule that applies decides. */
const PERCENT_RULES: readonly PercentRule[] = [
  againstPlan,
  ofOther,
  asShare,
  beyondPlan,
  asLevel,
  asRatio,
  ofListedPlan,
  signedGrowth,
  unsigned,
]

function ofPercent(input: MeasureInput): Measured | null {
  for (const rule of PERCENT_RULES) {
    const measured = rule(input)
    if (measured !== undefined) return measured
  }
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
  const isCompared = base?.kind === 'period' && !input.baseLeads
  const isChange = (direction !== null && verb !== 'exceed') || isCompared || quantity.sign !== null
  if (isChange && !reaches) return null
  const value = input.isNegative ? signed(quantity.value, -1) : quantity.value
  return { measure: 'level', value, high: quantity.high, unit: quantity.unit }
}
