/** A series as one line of blocks. */
import { Decimal } from 'decimal.js'
import type { AnswerFigure } from '../../model/answer.ts'
import { monthsOf } from '../../model/period.ts'

const BLOCKS = '▁▂▃▄▅▆▇█'

/** Blocks for values in order, lowest to highest; a flat series is drawn in the middle. */
export function sparkline(values: readonly string[]): string {
  const numbers = values.map((value) => new Decimal(value))
  const low = Decimal.min(...numbers)
  const span = Decimal.max(...numbers).minus(low)
  return numbers
    .map((n) => {
      const share = span.isZero() ? new Decimal(0.5) : n.minus(low).div(span)
      return BLOCKS[
        share
          .times(BLOCKS.length - 1)
          .round()
          .toNumber()
      ]
    })
    .join('')
}

function isSameSeries(a: AnswerFigure, b: AnswerFigure): boolean {
  return (
    a.indicator === b.indicator &&
    a.area === b.area &&
    a.borders === b.borders &&
    a.scope === b.scope &&
    a.measure === b.measure &&
    a.unit === b.unit &&
    a.priceBasis === b.priceBasis
  )
}

/**
 * The figures as one series in order of time: three or more that differ in nothing but their period
 * and span equally long periods. null otherwise, for such figures have no common axis.
 */
export function seriesOf(figures: readonly AnswerFigure[]): readonly AnswerFigure[] | null {
  const first = figures[0]
  if (first === undefined || figures.length < 3) return null
  const spans = figures.map((figure) => monthsOf(figure.period))
  const length = spans[0] && spans[0].last - spans[0].first
  const isSeries =
    figures.every((figure) => isSameSeries(figure, first)) &&
    spans.every((span) => span !== undefined && span.last - span.first === length) &&
    new Set(figures.map((figure) => figure.period)).size === figures.length
  if (!isSeries) return null
  const start = (figure: AnswerFigure) => monthsOf(figure.period)?.first ?? 0
  return figures.toSorted((a, b) => start(a) - start(b))
}
