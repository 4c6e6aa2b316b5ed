/** Figures of articles whose arithmetic holds, and faults planted into figures. */
import { Decimal } from 'decimal.js'
import { officialDocuments } from '../../src/catalogue/official.ts'
import type { ExtractedFigure } from '../../src/model/figure.ts'
import { yearOf } from '../../src/model/period.ts'
import { unitScale } from '../../src/vietnamese/unit-scale.ts'
import type { Random } from '../bench/random.ts'

export const FAULT_KINDS = ['unit', 'digit', 'sign', 'swap'] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** A copy of the figures with one fault. */
export interface Planted {
  readonly kind: FaultKind
  readonly figures: readonly ExtractedFigure[]
  /** What was done, for the report of what was missed. */
  readonly what: string
}

/** A figure with everything that the audit does not look at left empty. */
export function figureOf(
  known: Pick<ExtractedFigure, 'indicator' | 'area' | 'period' | 'measure' | 'value' | 'unit'> &
    Partial<ExtractedFigure>,
): ExtractedFigure {
  return {
    borders: null,
    scope: null,
    priceBasis: null,
    valueHigh: null,
    status: 'actual',
    bound: null,
    quote: '',
    start: 0,
    end: 0,
    sentenceStart: 0,
    sentenceEnd: 0,
    warnings: [],
    warningDetails: [],
    trace: [],
    ...known,
  }
}

/** One fault of the kind; undefined when the figures give no room for it. */
export function plantFault(
  kind: FaultKind,
  figures: readonly ExtractedFigure[],
  random: Random,
): Planted | undefined {
  const at = random.whole(0, figures.length - 1)
  const figure = figures[at]
  if (!figure) return undefined
  if (kind === 'swap') return plantSwap(figures, at, random)
  const changed = CHANGES[kind](figure, random)
  if (!changed) return undefined
  return { kind, figures: figures.with(at, changed), what: `${say(figure)} → ${say(changed)}` }
}

const CHANGES: Readonly<
  Record<
    Exclude<FaultKind, 'swap'>,
    (figure: ExtractedFigure, random: Random) => ExtractedFigure | undefined
  >
> = { unit: otherUnit, digit: otherDigit, sign: otherSign }

const UNIT_STEPS: Readonly<Record<string, readonly string[]>> = {
  'triệu USD': ['tỷ USD', 'nghìn USD'],
  'tỷ USD': ['triệu USD'],
  'tỷ đồng': ['triệu đồng', 'nghìn tỷ đồng'],
  'nghìn tỷ đồng': ['tỷ đồng'],
  'triệu đồng': ['tỷ đồng'],
}

function otherUnit(figure: ExtractedFigure, random: Random): ExtractedFigure | undefined {
  const units = UNIT_STEPS[figure.unit]
  return units && { ...figure, unit: random.pick(units) }
}

function otherDigit(figure: ExtractedFigure, random: Random): ExtractedFigure | undefined {
  const places = [...figure.value].flatMap((char, i) => (/\d/.test(char) ? [i] : []))
  if (places.length < 2) return undefined
  const at = random.pick(places)
  const digit = String((Number(figure.value.charAt(at)) + random.whole(1, 9)) % 10)
  if (at === places[0] && digit === '0') return undefined
  return { ...figure, value: figure.value.slice(0, at) + digit + figure.value.slice(at + 1) }
}

function otherSign(figure: ExtractedFigure): ExtractedFigure | undefined {
  const signed = ['yoy', 'mom', 'growth'].includes(figure.measure)
  if (!signed || Number(figure.value) === 0) return undefined
  return { ...figure, value: new Decimal(figure.value).neg().toFixed() }
}

function plantSwap(
  figures: readonly ExtractedFigure[],
  at: number,
  random: Random,
): Planted | undefined {
  const one = figures[at]
  const partners = figures.flatMap((other, i) => (one && swappable(one, other) ? [i] : []))
  if (!one || partners.length === 0) return undefined
  const to = random.pick(partners)
  const other = figures[to]
  if (!other) return undefined
  const swapped = figures
    .with(at, { ...one, value: other.value })
    .with(to, { ...other, value: one.value })
  return { kind: 'swap', figures: swapped, what: `${say(one)} ⇄ ${say(other)}` }
}

function swappable(one: ExtractedFigure, other: ExtractedFigure): boolean {
  return one.unit === other.unit && one.measure === other.measure && one.value !== other.value
}

function say({ indicator, scope, period, measure, value, unit }: ExtractedFigure): string {
  return [indicator, scope, period, measure, value, unit].filter(Boolean).join(' ')
}

/** Indicators of the generated articles, with the share of the whole that their part has. */
const SERIES = [
  { indicator: 'exports', part: 'khu vực có vốn đầu tư nước ngoài' },
  { indicator: 'retail_sales', part: 'bán lẻ hàng hóa' },
] as const

/** A size that a province really has: a yearly level of the official figures. */
interface Size {
  readonly area: string
  readonly year: number
  readonly value: Decimal
  readonly unit: string
}

/**
 * The figures of a half-year report: two quarters and the half-year, the year before, growth, plan
 * and per cent of the plan, a part with its share, trade with its sum and balance. Everything is
 * rounded as newspapers round, and everything adds up within that rounding.
 */
export function soundArticle(random: Random): ExtractedFigure[] {
  return SERIES.flatMap(({ indicator, part }) => {
    const size = random.pick(sizesOf(indicator))
    const figures = halfYear(indicator, size, part, random)
    return indicator === 'exports' ? [...figures, ...trade(figures, random)] : figures
  })
}

function halfYear(indicator: string, size: Size, part: string, random: Random): ExtractedFigure[] {
  const { area, year, unit } = size
  const decimals = size.value.lt(100) ? 3 : size.value.lt(10_000) ? 1 : 0
  const round = (value: Decimal) => value.toDecimalPlaces(decimals)
  const quarters = [0, 0].map(() => round(size.value.times(0.22 + 0.06 * random.next())))
  const half = Decimal.sum(...quarters)
  const before = round(half.div(0.85 + 0.4 * random.next()))
  const plan = round(half.div(0.42 + 0.16 * random.next()))
  const inside = round(half.times(0.3 + 0.5 * random.next()))
  const common = { indicator, area, unit, measure: 'level' } as const
  const percent = { indicator, area, unit: '%', period: `${year}-H1` } as const
  const rate = (a: Decimal, b: Decimal) => a.div(b).times(100).toDecimalPlaces(2)
  const at = (period: string, value: Decimal, more: Partial<ExtractedFigure> = {}) =>
    figureOf({ ...common, period, value: value.toFixed(), ...more })
  return [
    ...quarters.map((value, i) => at(`${year}-Q${i + 1}`, value)),
    at(`${year}-H1`, half),
    at(`${year - 1}-H1`, before),
    at(`${year}`, plan, { status: 'target' }),
    at(`${year}-H1`, inside, { scope: part }),
    figureOf({ ...percent, measure: 'yoy', value: rate(half, before).minus(100).toFixed() }),
    figureOf({ ...percent, measure: 'plan', value: rate(half, plan).toFixed() }),
    figureOf({ ...percent, measure: 'share', value: rate(inside, half).toFixed(), scope: part }),
  ]
}

function trade(exports: readonly ExtractedFigure[], random: Random): ExtractedFigure[] {
  const sold = exports.find(({ period, scope }) => period.endsWith('-H1') && scope === null)
  // Where imports are known, invented ones would not be of the right size.
  if (!sold || sizesOf('imports').some(({ area }) => area === sold.area)) return []
  const out = new Decimal(sold.value)
  const back = out.times(0.5 + 0.8 * random.next()).toDecimalPlaces(out.decimalPlaces())
  const at = (indicator: string, value: Decimal) =>
    figureOf({ ...sold, indicator, value: value.toFixed() })
  return [at('imports', back), at('trade', out.plus(back)), at('trade_balance', out.minus(back))]
}

const SIZES = new Map<string, readonly Size[]>()

function sizesOf(indicator: string): readonly Size[] {
  const known = SIZES.get(indicator) ?? readSizes(indicator)
  SIZES.set(indicator, known)
  return known
}

function readSizes(indicator: string): Size[] {
  return officialDocuments()
    .flatMap(({ figures }) => figures)
    .flatMap((f) => {
      const year = yearOf(f.period)
      const whole = f.measure === 'level' && f.scope === null && /^\d{4}$/.test(f.period)
      if (f.indicator !== indicator || !whole || year === null || f.status === 'target') return []
      if (f.area === 'Việt Nam' || f.borders === 'new') return []
      const power = unitScale(f.unit).power
      const unit = indicator === 'exports' ? 'triệu USD' : 'tỷ đồng'
      const value = new Decimal(f.value).times(new Decimal(10).pow(power - unitScale(unit).power))
      return [{ area: f.area, year, value, unit }]
    })
}
