/**
 * What the program works out itself, each from stored figures, each with its formula. Decimal
 * arithmetic only; a result keeps as many digits as what it was made of.
 */
import { Decimal } from 'decimal.js'
import type { DerivedFigure } from '../model/answer.ts'
import type { FigureKey, Status } from '../model/figure.ts'
import { STATUSES } from '../model/figure.ts'
import type { StoredFigure } from '../store/store.ts'
import { formatNumber, MINUS, unsigned } from '../vietnamese/format.ts'
import { digitsOf, inUnit, sameKind } from './compute/amount.ts'

/** The ways a value is worked out; `verify` works each out again. */
export const OPERATIONS = [
  'base-year',
  'sum',
  'balance',
  'share',
  'growth',
  'average',
  'plan-level',
  'plan-rate',
  'over-plan',
  'plan-from-over',
  'convert',
  'difference',
] as const
export type Operation = (typeof OPERATIONS)[number]

/** A computed value with how it was made. `inputs` are the figures in the order of the formula. */
export interface Computed extends DerivedFigure {
  readonly operation: Operation
  readonly figures: readonly StoredFigure[]
}

/** What a computed value is about; the rest comes from its inputs. */
export type Target = Pick<
  FigureKey,
  'indicator' | 'area' | 'borders' | 'scope' | 'period' | 'measure'
>

const FEWEST_DIGITS = 4
const PERCENT_DECIMALS = 2
const HUNDRED = new Decimal(100)

/** The least certain status among the inputs. */
function statusOf(figures: readonly StoredFigure[]): Status {
  const rank = Math.max(...figures.map((f) => STATUSES.indexOf(f.status)))
  return STATUSES[rank] ?? 'estimate'
}

interface Result {
  readonly value: string
  readonly unit: string
  readonly formula: string
}

function plain(value: Decimal): string {
  return value.toFixed()
}

/** As many digits as the input has, never fewer than four and never cutting whole digits. */
function likeInput(value: Decimal, input: string): string {
  const digits = Math.max(digitsOf(input), FEWEST_DIGITS)
  const whole = Math.max(value.abs().truncated().toFixed().length, 1)
  return plain(value.toDecimalPlaces(Math.max(digits - whole, 0)))
}

function percent(value: Decimal): string {
  return plain(value.toDecimalPlaces(PERCENT_DECIMALS))
}

function signed(value: string): string {
  return value.startsWith('-')
    ? `${MINUS} ${formatNumber(unsigned(value))}`
    : `+ ${formatNumber(value)}`
}

/** The inputs' values in the unit of the first. */
function aligned(figures: readonly StoredFigure[]): string[] {
  const unit = figures[0]?.unit ?? ''
  return figures.map((f) => plain(inUnit(f.value, f.unit, unit)))
}

function baseYear([level, growth]: readonly StoredFigure[]): Result | undefined {
  if (!level || !growth) return undefined
  const rate = new Decimal(growth.value)
  const factor = HUNDRED.plus(rate)
  if (factor.lte(0)) return undefined
  const value = likeInput(new Decimal(level.value).times(HUNDRED).div(factor), level.value)
  return {
    value,
    unit: level.unit,
    formula: `${formatNumber(level.value)} ÷ (1 ${signed(growth.value)}%) = ${formatNumber(value)} ${level.unit}`,
  }
}

function sum(figures: readonly StoredFigure[]): Result | undefined {
  const [first] = figures
  if (!first || figures.length < 2) return undefined
  const values = aligned(figures)
  const value = plain(Decimal.sum(...values))
  return {
    value,
    unit: first.unit,
    formula: `${values.map(formatNumber).join(' + ')} = ${formatNumber(value)} ${first.unit}`,
  }
}

function balance(figures: readonly StoredFigure[]): Result | undefined {
  const [first] = figures
  const [a, b] = aligned(figures)
  if (!first || a === undefined || b === undefined) return undefined
  const value = plain(new Decimal(a).minus(b))
  return {
    value,
    unit: first.unit,
    formula: `${formatNumber(a)} ${MINUS} ${formatNumber(b)} = ${formatNumber(value)} ${first.unit}`,
  }
}

function share(figures: readonly StoredFigure[]): Result | undefined {
  const [part, whole] = figures
  const [a, b] = aligned(figures)
  if (!part || !whole || a === undefined || b === undefined || new Decimal(b).lte(0))
    return undefined
  const value = percent(new Decimal(a).div(b).times(HUNDRED))
  return {
    value,
    unit: '%',
    formula: `${formatNumber(a)} ÷ ${formatNumber(b)} = ${formatNumber(value)}%`,
  }
}

function growth(figures: readonly StoredFigure[]): Result | undefined {
  const [a, b] = aligned(figures)
  if (a === undefined || b === undefined || new Decimal(b).lte(0)) return undefined
  const value = percent(new Decimal(a).div(b).minus(1).times(HUNDRED))
  return {
    value,
    unit: '%',
    formula: `${formatNumber(a)} ÷ ${formatNumber(b)} ${MINUS} 1 = ${formatNumber(value)}%`,
  }
}

/** Average growth a year between the first and the last of two yearly levels. */
function average(figures: readonly StoredFigure[]): Result | undefined {
  const [first, last] = figures
  const [a, b] = aligned(figures)
  const years =
    last && first ? Number(last.period.slice(0, 4)) - Number(first.period.slice(0, 4)) : 0
  if (a === undefined || b === undefined || years < 1 || new Decimal(a).lte(0)) return undefined
  const rate = new Decimal(b).div(a).pow(new Decimal(1).div(years)).minus(1).times(HUNDRED)
  const value = percent(rate)
  return {
    value,
    unit: '%',
    formula: `(${formatNumber(b)} ÷ ${formatNumber(a)})^(1/${years}) ${MINUS} 1 = ${formatNumber(value)}%`,
  }
}

/** The plan that a level is so many per cent of, or exceeds by so many per cent. */
function planLevel([level, rate]: readonly StoredFigure[]): Result | undefined {
  if (!level || !rate) return undefined
  const over = rate.measure === 'over_plan'
  const factor = over ? HUNDRED.plus(rate.value) : new Decimal(rate.value)
  if (factor.lte(0)) return undefined
  const value = likeInput(new Decimal(level.value).times(HUNDRED).div(factor), level.value)
  const by = over ? `(1 ${signed(rate.value)}%)` : `${formatNumber(rate.value)}%`
  return {
    value,
    unit: level.unit,
    formula: `${formatNumber(level.value)} ÷ ${by} = ${formatNumber(value)} ${level.unit}`,
  }
}

function overPlan([plan]: readonly StoredFigure[]): Result | undefined {
  if (!plan) return undefined
  const value = plain(new Decimal(plan.value).minus(HUNDRED))
  return {
    value,
    unit: '%',
    formula: `${formatNumber(plan.value)}% ${MINUS} 100% = ${formatNumber(value)}%`,
  }
}

function planFromOver([over]: readonly StoredFigure[]): Result | undefined {
  if (!over) return undefined
  const value = plain(HUNDRED.plus(over.value))
  return { value, unit: '%', formula: `100% ${signed(over.value)}% = ${formatNumber(value)}%` }
}

const WORKERS = {
  'base-year': baseYear,
  sum,
  balance,
  share,
  growth,
  average,
  'plan-level': planLevel,
  'plan-rate': share,
  'over-plan': overPlan,
  'plan-from-over': planFromOver,
  difference: balance,
} satisfies Record<
  Exclude<Operation, 'convert'>,
  (f: readonly StoredFigure[]) => Result | undefined
>

/** Operations whose inputs must count the same thing. */
const SAME_UNITS = new Set<Operation>([
  'sum',
  'balance',
  'share',
  'growth',
  'average',
  'plan-rate',
  'difference',
])

/**
 * Works a value out; undefined when it cannot be (other units, a division by nothing). `status`
 * overrides the least certain status of the inputs: a plan worked out from a result is a target.
 */
export function compute(
  operation: Exclude<Operation, 'convert'>,
  target: Target,
  figures: readonly StoredFigure[],
  status?: Status,
): Computed | undefined {
  const [first] = figures
  if (!first) return undefined
  if (SAME_UNITS.has(operation) && !figures.every((f) => sameKind(f.unit, first.unit)))
    return undefined
  const result = WORKERS[operation](figures)
  return result ? { ...about(target, figures, status), ...result, operation } : undefined
}

/** A stored figure in another unit of the same kind; undefined when the unit is of another kind. */
export function convert(figure: StoredFigure, unit: string): Computed | undefined {
  if (!sameKind(figure.unit, unit) || figure.unit === unit) return undefined
  const value = plain(inUnit(figure.value, figure.unit, unit))
  const formula = `${formatNumber(figure.value)} ${figure.unit} = ${formatNumber(value)} ${unit}`
  return { ...about(figure, [figure], figure.status), value, unit, formula, operation: 'convert' }
}

function about(
  { indicator, area, borders, scope, period, measure }: Target,
  figures: readonly StoredFigure[],
  status: Status | undefined,
): Omit<Computed, 'value' | 'unit' | 'formula' | 'operation'> {
  return {
    indicator,
    area,
    borders,
    scope,
    period,
    measure,
    status: status ?? statusOf(figures),
    inputs: figures.map((f) => f.id),
    figures,
  }
}

/** The same computation from the same inputs again, for `verify`. */
export function recompute(computed: Computed): Computed | undefined {
  const [first] = computed.figures
  if (computed.operation === 'convert') return first ? convert(first, computed.unit) : undefined
  return compute(computed.operation, computed, computed.figures, computed.status)
}
