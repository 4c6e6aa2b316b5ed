/** Single figures against what is possible, and against the known size of the place. */
import { Decimal } from 'decimal.js'
import { COUNTRY, isDistrictArea, membersOf, provinceOfArea } from '../catalogue/area-names.ts'
import { type Indicator, indicatorById } from '../catalogue/indicators.ts'
import type { ExtractedFigure } from '../model/figure.ts'
import { yearOf } from '../model/period.ts'
import { unitScale } from '../vietnamese/unit-scale.ts'
import { baseValue } from './audit-amount.ts'
import { type Finding, type Placed, written, writtenChange, writtenIn } from './audit-finding.ts'
import type { KnownRanges, YearSize } from './audit-known.ts'
import { lengthInMonths } from './audit-period.ts'

/** Sizes within which the level of a whole year must lie, in base units, and why. */
interface Expected {
  readonly low: Decimal
  readonly high: Decimal
  /** Written only where something does not fit. */
  readonly why: () => string
}

/** A level may be so many times what is known for the same year … */
const SAME_YEAR = 4
/** … more where levels stand at the prices of several base years … */
const OTHER_PRICES = 12
/** … and more with every year between. */
const EACH_YEAR = 1.3
/** Retail sales grow so fast at most, year by year; one report may be off by so much. */
const RETAIL_GROWTH = 1.25
const RETAIL_SLACK = 2
/** Rough rates, to compare sizes. */
const DONG_PER: ReadonlyMap<string, number> = new Map([
  ['đồng', 1],
  ['usd', 20_000],
])
/** One factory or project can change these tenfold from year to year. */
const ERRATIC = new Set(['fdi', 'electricity_output', 'product_output', 'other'])
/** Wrong units are wrong by thousands. */
const UNIT_STEPS = ['1000', '0.001', '1000000', '0.000001'] as const
const MOST_PLAN = 500
/** A scope that leaves out one thing is nearly the whole, or a tenth of it at worst. */
const ALMOST_ALL = /^(?:trừ|không tính|không kể|không bao gồm|ngoài) /u
const ALMOST_ALL_SLACK = 10
const LEAST_MONEY: ReadonlyMap<string, number> = new Map([
  ['đồng', 1_000_000],
  ['usd', 1_000],
])

/**
 * `implausible-unit` for a level that fits with another unit (triệu for tỷ), `out-of-range` for
 * levels, growth, shares and plans that no place can have.
 */
export function checkRanges(figures: readonly Placed[], known: KnownRanges): Finding[] {
  return figures.flatMap((placed) => {
    // Wages and prices are "other": their sums are small.
    if (placed.figure.indicator === 'other') return []
    const indicator = indicatorById(placed.figure.indicator)
    if (!indicator) return []
    const finding =
      placed.figure.measure === 'level'
        ? checkLevel(placed, indicator, known)
        : checkRate(placed, indicator)
    return finding ? [finding] : []
  })
}

function checkRate({ figure, at }: Placed, indicator: Indicator): Finding | undefined {
  const value = new Decimal(figure.value)
  switch (figure.measure) {
    case 'share':
      if (value.gte(0) && value.lte(100)) return undefined
      return found(at, `Tỷ trọng ${written(figure)} nằm ngoài 0–100%.`)
    case 'plan':
    case 'over_plan':
      if (figure.unit !== '%' || value.abs().lte(MOST_PLAN)) return undefined
      return found(at, `${written(figure)} kế hoạch là mức hiếm có.`)
    case 'yoy':
    case 'mom':
      if (isUsualGrowth(value, figure, indicator)) return undefined
      return found(at, `${capital(indicator.name)} hiếm khi ${writtenChange(figure)}.`)
    default:
      return undefined
  }
}

/** Only the whole of a province or the country: parts and districts may leap. */
function isUsualGrowth(value: Decimal, figure: ExtractedFigure, { growth }: Indicator): boolean {
  if (figure.unit !== '%' || !growth || figure.scope !== null || isDistrict(figure)) return true
  return value.gte(growth.low) && value.lte(growth.high)
}

function checkLevel(placed: Placed, indicator: Indicator, known: KnownRanges): Finding | undefined {
  const { figure, at } = placed
  if (figure.valueHigh !== null) return undefined
  const { base } = unitScale(figure.unit)
  if (isPettyCash(figure, base))
    return {
      code: 'implausible-unit',
      figures: [at],
      text: `${written(figure)} quá nhỏ để là ${indicator.name}; có lẽ thiếu “triệu” hay “tỷ”.`,
    }
  if (figure.area === null) return undefined
  const months = indicator.nature === 'flow' ? lengthInMonths(figure.period) : 12
  const size = baseValue(figure).times(12).div(months)
  const all = [
    bySizes(figure, indicator, known, base),
    byRetail(figure, indicator, known, base),
    byCatalogue(figure, indicator, base),
  ]
  for (const expected of all) {
    if (!expected || fits(size, expected, figure)) continue
    const step = UNIT_STEPS.find((times) => fits(size.times(times), expected, figure))
    if (step === undefined || figure.unit === '%')
      return found(at, `${written(figure)}: ${expected.why()}`)
    const meant = writtenIn(baseValue(figure).times(step), figure.unit)
    return {
      code: 'implausible-unit',
      figures: [at],
      text: `${written(figure)}: ${expected.why()} Có lẽ nhầm đơn vị (${meant} thì hợp).`,
    }
  }
  return undefined
}

/** A sum of money that no statistics would print: a word of the unit is missing. */
function isPettyCash(figure: ExtractedFigure, base: string): boolean {
  const least = LEAST_MONEY.get(base)
  return least !== undefined && baseValue(figure).abs().lt(least) && !baseValue(figure).isZero()
}

/** A part or a district may be any fraction of the whole, never much more. */
function fits(size: Decimal, { low, high }: Expected, figure: ExtractedFigure): boolean {
  if (size.gt(high)) return false
  if (isDistrict(figure)) return true
  if (figure.scope === null) return size.gte(low)
  return !ALMOST_ALL.test(figure.scope.toLowerCase()) || size.gte(low.div(ALMOST_ALL_SLACK))
}

function bySizes(
  figure: ExtractedFigure,
  indicator: Indicator,
  known: KnownRanges,
  base: string,
): Expected | undefined {
  const year = yearOf(figure.period)
  if (ERRATIC.has(indicator.id) || figure.area === null || figure.unit === '%') return undefined
  const area = provinceOfArea(figure.area)
  const sizes = known
    .sizesOf({ indicator: indicator.id, area, borders: figure.borders })
    .filter((size) => size.base === base && size.low.gt(0))
  if (sizes.length === 0) return undefined
  const { low, high } = bandAround(sizes, year, indicator)
  const why = () => {
    const nearest = nearestTo(year, sizes)
    const yearly = writtenIn(nearest.size, indicator.range?.unit ?? figure.unit, 0)
    return `mức đã biết của ${area} khoảng ${yearly} một năm (${nearest.year}).`
  }
  return { low, high, why }
}

/** From the least to the most that any known year allows. */
function bandAround(sizes: readonly YearSize[], asked: number | null, indicator: Indicator) {
  const yearsTo = ({ year }: YearSize) => (asked === null ? 10 : Math.abs(asked - year))
  const byDistance = [...sizes].sort((a, b) => yearsTo(b) - yearsTo(a))
  const bands: { low: Decimal; high: Decimal }[] = []
  let [least, most]: (Decimal | undefined)[] = []
  for (const size of byDistance) {
    // A year nearer than another widens the band only if it is smaller or larger than that one.
    if (least?.lte(size.low) && most?.gte(size.high)) continue
    bands.push(band(size, yearsTo(size), indicator))
    if (!least?.lte(size.low)) least = size.low
    if (!most?.gte(size.high)) most = size.high
  }
  return {
    low: Decimal.min(...bands.map((b) => b.low)),
    high: Decimal.max(...bands.map((b) => b.high)),
  }
}

function band({ low, high }: YearSize, years: number, indicator: Indicator) {
  const prices = indicator.priceBases.length > 1 ? OTHER_PRICES : SAME_YEAR
  const factor = prices * EACH_YEAR ** years
  return { low: low.div(factor), high: high.times(factor) }
}

/** The size of the year nearest to the one asked for; the first one where the year is unknown. */
function nearestTo(asked: number | null, sizes: readonly YearSize[]): YearSize {
  const apart = ({ year }: YearSize) => (asked === null ? 0 : Math.abs(asked - year))
  return sizes.reduce((a, b) => (apart(b) < apart(a) ? b : a))
}

/** Against the known retail sales of the place: every province has some, and they never leap. */
function byRetail(
  figure: ExtractedFigure,
  indicator: Indicator,
  known: KnownRanges,
  base: string,
): Expected | undefined {
  const year = yearOf(figure.period)
  const { toRetail } = indicator
  const rate = DONG_PER.get(base)
  if (!toRetail || year === null || rate === undefined || figure.area === null) return undefined
  const area = provinceOfArea(figure.area)
  const members = figure.borders === 'new' ? membersOf(area) : [area]
  const retail = members.map((member) => retailIn(member, year, known))
  if (retail.length === 0 || retail.some((one) => one === undefined)) return undefined
  const sum = (end: 'low' | 'high') =>
    Decimal.sum(...retail.map((one) => one?.[end] ?? 0)).div(rate)
  const low = sum('low').times(toRetail.low)
  const high = sum('high').times(toRetail.high)
  return { low, high, why: () => `không cân xứng với mức bán lẻ của ${area}.` }
}

/** Retail sales of a year reckoned from the nearest year known, in đồng. */
function retailIn(area: string, year: number, known: KnownRanges) {
  const sizes = known
    .sizesOf({ indicator: 'retail_sales', area, borders: null })
    .filter((size) => size.base === 'đồng')
  if (sizes.length === 0) return undefined
  const nearest = nearestTo(year, sizes)
  const grown = nearest.size.times(RETAIL_GROWTH ** (year - nearest.year))
  return {
    low: Decimal.min(nearest.size, grown).div(RETAIL_SLACK),
    high: Decimal.max(nearest.size, grown).times(RETAIL_SLACK),
  }
}

function byCatalogue(
  figure: ExtractedFigure,
  indicator: Indicator,
  base: string,
): Expected | undefined {
  const range = figure.area === COUNTRY ? indicator.country : indicator.range
  if (!range || unitScale(range.unit).base !== base) return undefined
  const [low, high] = [range.low, range.high].map((value) => baseValue({ value, unit: range.unit }))
  if (!low || !high) return undefined
  const whose = figure.area === COUNTRY ? 'cả nước' : 'một tỉnh'
  const why = () =>
    `${indicator.name} của ${whose} trong một năm thường từ ${writtenIn(low, range.unit)} đến ${writtenIn(high, range.unit)}.`
  return { low, high, why }
}

function isDistrict({ area }: ExtractedFigure): boolean {
  return area !== null && isDistrictArea(area)
}

function found(at: number, text: string): Finding {
  return { code: 'out-of-range', figures: [at], text }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
