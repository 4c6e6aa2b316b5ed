/** Chooses how a spec is drawn, and the legend that goes with it. */
import { capitalise, formatStatus } from '../vietnamese/format.ts'
import type { LegendEntry } from './frame.ts'
import {
  type BarSet,
  columnLabelSize,
  columnPlot,
  oneSet,
  type Plot,
  rowPlot,
} from './plot-bars.ts'
import { linePlot } from './plot-lines.ts'
import { type ChartPoint, type ChartSpec, pointsOf } from './spec.ts'
import { colourOf, GREY, PAINT } from './style.ts'

export interface Layout extends Plot {
  readonly legend: readonly LegendEntry[]
}

const MOST_COLUMNS = 10

/** One entry for each way of painting that occurs, named by the statuses that are painted so. */
function paintLegend(
  points: readonly (ChartPoint | null)[],
  colour: string,
  asLine: boolean,
): LegendEntry[] {
  const known = points.filter((point) => point !== null && point.value !== null)
  const statuses = [...new Set(known.map((point) => point?.status ?? 'actual'))]
  const paints = [...new Set(statuses.map((status) => PAINT[status]))]
  return paints.map((paint) => {
    const names = statuses.filter((status) => PAINT[status] === paint).map(formatStatus)
    return { name: capitalise(names.join(', ')), colour, paint, asLine }
  })
}

/** No legend where all is plain result. */
function statusLegend(points: readonly ChartPoint[], colour: string, asLine: boolean) {
  const legend = paintLegend(points, colour, asLine)
  return legend.every(({ paint }) => paint === 'full') ? [] : legend
}

function bars(labels: readonly string[], sets: readonly BarSet[]): Plot {
  const size = labels.length <= MOST_COLUMNS ? columnLabelSize(labels, sets) : undefined
  return size === undefined ? rowPlot(labels, sets) : columnPlot(labels, sets, size)
}

function seriesLayout(spec: ChartSpec & { kind: 'series' }): Layout {
  const [only] = spec.lines
  const points = pointsOf(spec)
  if (spec.lines.length === 1 && only && only.points.length <= MOST_COLUMNS) {
    const labels = only.points.map((point) => point.label)
    const sets = [oneSet(only.points)]
    const size = columnLabelSize(labels, sets)
    if (size !== undefined)
      return {
        ...columnPlot(labels, sets, size),
        legend: statusLegend(points, colourOf(0), false),
      }
  }
  const names = spec.lines.map(
    ({ name }, i): LegendEntry => ({ name, colour: colourOf(i), paint: 'full', asLine: true }),
  )
  const soft = statusLegend(points, GREY, true).filter(({ paint }) => paint !== 'full')
  return {
    ...linePlot(spec.lines),
    legend: spec.lines.length === 1 ? statusLegend(points, colourOf(0), true) : [...names, ...soft],
  }
}

function targetLayout(spec: ChartSpec & { kind: 'target-against-result' }): Layout {
  const labels = spec.pairs.map(({ label }) => label)
  const sets: BarSet[] = [
    { colour: colourOf(1), points: spec.pairs.map(({ target }) => target) },
    { colour: colourOf(0), points: spec.pairs.map(({ result }) => result) },
  ]
  const legend = sets.flatMap(({ colour, points }) => paintLegend(points, colour, false))
  return { ...bars(labels, sets), legend }
}

/** The plot and legend of a spec that was not refused. */
export function layOut(spec: ChartSpec): Layout {
  switch (spec.kind) {
    case 'series':
      return seriesLayout(spec)
    case 'comparison': {
      const labels = spec.points.map((point) => point.label)
      const legend = statusLegend(spec.points, colourOf(0), false)
      return { ...bars(labels, [oneSet(spec.points)]), legend }
    }
    case 'target-against-result':
      return targetLayout(spec)
  }
}
