/** What a check finds, and how amounts are written in its sentence. */
import type { Decimal } from 'decimal.js'
import type { ExtractedFigure, WarningCode } from '../model/figure.ts'
import { formatChange, formatNumber, formatQuantity } from '../vietnamese/format.ts'
import { unitScale } from '../vietnamese/unit-scale.ts'

/** A doubt with the figures it is about (places in the list) and its arithmetic in words. */
export interface Finding {
  readonly code: WarningCode
  readonly figures: readonly number[]
  readonly text: string
}

/** A figure with its place in the list. */
export interface Placed {
  readonly figure: ExtractedFigure
  readonly at: number
}

/** "9.801 triệu USD". */
export function written(figure: ExtractedFigure): string {
  return formatQuantity(figure.value, figure.unit, figure.valueHigh)
}

/** "tăng 8,7%". */
export function writtenChange(figure: ExtractedFigure): string {
  return formatChange(figure.value, figure.unit, null, figure.valueHigh)
}

/** An amount in base units, written in `unit` with at most so many decimals: "72,838 triệu USD". */
export function writtenIn(amount: Decimal, unit: string, decimals = 3): string {
  const inUnit = amount.div(`1e${unitScale(unit).power}`)
  return formatQuantity(inUnit.toDecimalPlaces(decimals).toFixed(), unit)
}

/** A percentage with two decimals: "11,48%". */
export function writtenPercent(value: Decimal): string {
  return `${formatNumber(value.toDecimalPlaces(2).toFixed())}%`
}

/** Key of everything that must agree before two figures may be reckoned with each other. */
export function seriesKey(figure: ExtractedFigure): string {
  const { indicator, area, borders, scope, priceBasis } = figure
  return JSON.stringify([indicator, area, borders, scope?.toLowerCase() ?? null, priceBasis])
}

/** The figures in groups of the same key, each with its place. */
export function groupBy(
  figures: readonly Placed[],
  keyOf: (figure: ExtractedFigure) => string,
): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const placed of figures) {
    const key = keyOf(placed.figure)
    const group = groups.get(key)
    if (group) group.push(placed)
    else groups.set(key, [placed])
  }
  return groups
}
