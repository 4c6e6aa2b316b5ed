/** The same key with another value: in the same article, or from another source. */
import type { ExtractedFigure } from '../model/figure.ts'
import { yearOf } from '../model/period.ts'
import { formatDate, formatQuantity } from '../vietnamese/format.ts'
import { unitScale } from '../vietnamese/unit-scale.ts'
import { areApart, type Printed, printedInterval } from './audit-amount.ts'
import { type Finding, groupBy, type Placed, seriesKey, written } from './audit-finding.ts'
import type { KnownFigure, KnownRanges } from './audit-known.ts'

/** Their scope says so little that two of them need not be the same thing. */
const LOOSE = new Set(['other', 'product_output'])

/** `conflict`: both values are kept; who reads one of them is told of the other. */
export function checkConflicts(figures: readonly Placed[], known: KnownRanges): Finding[] {
  const comparable = figures.filter(({ figure }) => !LOOSE.has(figure.indicator) && figure.area)
  return [...withinArticle(comparable), ...withOthers(comparable, known)]
}

function withinArticle(figures: readonly Placed[]): Finding[] {
  const findings: Finding[] = []
  for (const group of groupBy(figures, wholeKey).values())
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) {
        if (!differ(one.figure, other.figure)) continue
        findings.push({
          code: 'conflict',
          figures: [one.at, other.at],
          text: `Cùng một bài, nơi ghi ${written(one.figure)}, nơi ghi ${written(other.figure)}.`,
        })
      }
  return findings
}

function withOthers(figures: readonly Placed[], known: KnownRanges): Finding[] {
  const findings: Finding[] = []
  for (const { figure, at } of figures) {
    // Two unknown years need not be the same year.
    if (yearOf(figure.period) === null) continue
    const others = known.sameKey(figure).filter((other) => isRival(figure, other))
    const [first] = others
    if (!first) continue
    const more = others.length > 1 ? ` (và ${others.length - 1} nguồn khác nữa)` : ''
    findings.push({
      code: 'conflict',
      figures: [at],
      text: `${sourceOf(first)} ghi ${formatQuantity(first.value, first.unit, first.valueHigh)}${more}.`,
    })
  }
  return findings
}

function isRival(figure: ExtractedFigure, other: KnownFigure): boolean {
  return (figure.status === 'target') === (other.status === 'target') && differ(figure, other)
}

/** Unequal by more than their rounding, in comparable units. */
function differ(a: Printed, b: Printed): boolean {
  if (unitScale(a.unit).base !== unitScale(b.unit).base) return false
  return areApart(printedInterval(a), printedInterval(b))
}

function wholeKey(figure: ExtractedFigure): string {
  const kind = figure.status === 'target' ? 'target' : 'result'
  return JSON.stringify([seriesKey(figure), figure.period, figure.measure, kind])
}

function sourceOf({ publisher, published }: KnownFigure): string {
  const name = publisher ?? 'Một nguồn khác'
  return published ? `${name} (${formatDate(published)})` : name
}
