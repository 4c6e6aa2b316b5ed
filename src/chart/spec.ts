/**
 * What a chart is drawn of: values as decimal strings that somebody else looked up. Nothing here
 * computes a figure; the drawing turns strings into lengths and prints the very same digits.
 */
import type { Bound, Status } from '../model/figure.ts'

export interface ChartPoint {
  /** Period or area as written at the axis: "2023", "6T/2024", "Hải Dương". */
  readonly label: string
  /** Decimal string; null leaves a gap. */
  readonly value: string | null
  readonly valueHigh?: string | null
  readonly unit: string
  readonly status: Status
  readonly bound?: Bound | null
}

/** A run of points that belong together: one area, one indicator. */
export interface ChartLine {
  readonly name: string
  /** In the order of time; lines of one chart are matched by the points' labels. */
  readonly points: readonly ChartPoint[]
}

export interface TargetPair {
  readonly label: string
  readonly target: ChartPoint
  readonly result: ChartPoint | null
}

interface ChartWords {
  readonly title: string
  /** The source line without the word "Nguồn"; names every publisher. */
  readonly source: string
}

export type ChartSpec = ChartWords &
  (
    | { readonly kind: 'series'; readonly lines: readonly ChartLine[] }
    | { readonly kind: 'comparison'; readonly points: readonly ChartPoint[] }
    | { readonly kind: 'target-against-result'; readonly pairs: readonly TargetPair[] }
  )

export interface Chart {
  readonly kind: 'chart'
  readonly svg: string
  readonly png: Buffer
  /** The chart in Vietnamese words with every number in it. */
  readonly alt: string
  /** Size of the SVG in CSS pixels; the PNG has twice as many each way. */
  readonly width: number
  readonly height: number
}

export const REFUSALS = ['no-values', 'units-differ', 'too-many-points', 'too-many-lines'] as const
export type RefusalReason = (typeof REFUSALS)[number]

/** Why there is no chart, as a value: the text is fit to be shown. */
export interface ChartRefusal {
  readonly kind: 'refused'
  readonly reason: RefusalReason
  readonly text: string
}

/** Every point of a spec, in reading order. */
export function pointsOf(spec: ChartSpec): ChartPoint[] {
  switch (spec.kind) {
    case 'series':
      return spec.lines.flatMap((line) => line.points)
    case 'comparison':
      return [...spec.points]
    case 'target-against-result':
      return spec.pairs.flatMap(({ target, result }) => (result ? [target, result] : [target]))
  }
}
