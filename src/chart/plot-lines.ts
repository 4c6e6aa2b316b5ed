/** ECharts options for lines over time: solid between results, dashed towards what is not yet sure. */
import { textWidth } from './measure.ts'
import { labelText, lengthOf, type Plot, valueAxis } from './plot-bars.ts'
import type { ChartLine, ChartPoint } from './spec.ts'
import { colourOf, GREY, INK, PADDING, PAINT, PAPER, SIZES } from './style.ts'
import { valueLabel } from './words.ts'

const LINE_PLOT = 330
/** Where the lowest value is above this share of the highest, an axis from zero would hide the shape. */
const NARROW = 0.6
/** Height that the label at the end of a line needs for itself. */
const END_LABEL = 19

/** Labels of all lines, each once, in the order in which the lines bring them. */
export function labelsOf(lines: readonly ChartLine[]): string[] {
  const order: string[] = []
  for (const line of lines) {
    let at = 0
    for (const { label } of line.points) {
      const known = order.indexOf(label)
      if (known >= 0) at = known + 1
      else order.splice(at++, 0, label)
    }
  }
  return order
}

type Placed = ChartPoint | undefined
const isSoft = (point: Placed) => point !== undefined && PAINT[point.status] !== 'full'

/** Points whose value is written: all while they are few, else first, last, highest and lowest. */
function labelled(points: readonly Placed[]): Set<number> {
  const known = points.flatMap((point, i) => (lengthOf(point) === null ? [] : [i]))
  if (known.length <= 7) return new Set(known)
  const by = [...known].sort((a, b) => (lengthOf(points[a]) ?? 0) - (lengthOf(points[b]) ?? 0))
  return new Set([by.at(-1), by[0], known[0], known.at(-1)].filter((i) => i !== undefined))
}

/** Above a peak, below a valley: where the line does not run. */
function side(points: readonly Placed[], i: number): 'top' | 'bottom' {
  const here = lengthOf(points[i]) ?? 0
  const around = [points[i - 1], points[i + 1]].flatMap((point) => lengthOf(point) ?? [])
  const mean = around.reduce((sum, one) => sum + one, 0) / Math.max(1, around.length)
  return around.length > 0 && mean > here ? 'bottom' : 'top'
}

interface Drawn {
  readonly line: ChartLine
  readonly colour: string
  readonly points: readonly Placed[]
  readonly dense: boolean
  /** One line writes its values along the way; several write theirs at the end, shifted by so much. */
  readonly endShift: number | undefined
}

function labelOf({ points, colour, endShift }: Drawn, i: number, shown: ReadonlySet<number>) {
  const point = points[i]
  const formatter = point ? valueLabel(point) : ''
  if (endShift === undefined)
    return { ...labelText, show: shown.has(i), formatter, position: side(points, i), distance: 6 }
  const last = points.findLastIndex((one) => lengthOf(one) !== null)
  return {
    ...labelText,
    position: 'right',
    distance: 7,
    show: i === last,
    formatter,
    color: colour,
  }
}

/** Three ECharts series a line: dashes, below them nothing; solid steps; dots with labels on top. */
function seriesOf(drawn: Drawn) {
  const { points, colour, dense } = drawn
  const shown = labelled(points)
  const near = (i: number) => isSoft(points[i]) || isSoft(points[i - 1]) || isSoft(points[i + 1])
  const line = { type: 'line', symbol: 'none', lineStyle: { color: colour, width: 2.5 } }
  return [
    {
      ...line,
      lineStyle: { ...line.lineStyle, type: [6, 5] },
      data: points.map((point, i) => (near(i) ? lengthOf(point) : null)),
    },
    { ...line, data: points.map((point) => (isSoft(point) ? null : lengthOf(point))) },
    {
      ...line,
      symbol: 'circle',
      z: 5,
      showAllSymbol: true,
      lineStyle: { width: 0 },
      labelLayout: drawn.endShift === undefined ? { hideOverlap: true } : { dy: drawn.endShift },
      data: points.map((point, i) => ({
        value: lengthOf(point),
        symbol: point && PAINT[point.status] === 'outlined' ? 'diamond' : 'circle',
        symbolSize: isSoft(point) ? 10 : dense ? 5 : 8,
        itemStyle: {
          color: isSoft(point) ? PAPER : colour,
          borderColor: colour,
          borderWidth: 2,
        },
        label: labelOf(drawn, i, shown),
      })),
    },
  ]
}

/** Shifts (pixels down) that keep labels at these heights from covering each other. */
export function spread(heights: readonly number[], room = END_LABEL): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))
  const placed = order.map((i) => heights[i] ?? 0)
  // Pairs that are too close give way to both sides, until none is.
  for (let round = 0; round < 40; round++)
    for (let k = 1; k < placed.length; k++) {
      const push = (room - ((placed[k] ?? 0) - (placed[k - 1] ?? 0))) / 2
      if (push <= 0) continue
      placed[k - 1] = (placed[k - 1] ?? 0) - push
      placed[k] = (placed[k] ?? 0) + push
    }
  const shifts = heights.map(() => 0)
  order.forEach((i, k) => {
    shifts[i] = (placed[k] ?? 0) - (heights[i] ?? 0)
  })
  return shifts
}

function roomForLabels(lines: readonly ChartLine[]): number {
  const ends = lines.map((line) => {
    const last = line.points.at(-1)
    return last ? textWidth(valueLabel(last), SIZES.label) : 0
  })
  const widest = Math.max(...ends)
  return Math.ceil(lines.length === 1 ? widest / 2 : widest - 10)
}

/** Lines; the axis starts at zero unless all values lie close together far above it. */
export function linePlot(lines: readonly ChartLine[]): Plot {
  const labels = labelsOf(lines)
  const values = lines.flatMap((line) => line.points.flatMap((point) => lengthOf(point) ?? []))
  const zeroLeftOut = Math.min(...values) > NARROW * Math.max(...values)
  const placed = lines.map((line) =>
    labels.map((label) => line.points.find((point) => point.label === label)),
  )
  const several = lines.length > 1
  const draw = (shifts: readonly number[]) =>
    lines.flatMap((line, i) =>
      seriesOf({
        line,
        colour: colourOf(i),
        points: placed[i] ?? [],
        dense: labels.length > 24,
        endShift: several ? (shifts[i] ?? 0) : undefined,
      }),
    )
  const option = {
    grid: {
      left: PADDING,
      right: PADDING + roomForLabels(lines),
      top: 28,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    xAxis: {
      type: 'category',
      data: labels,
      boundaryGap: labels.length <= 12,
      axisLine: { onZero: true, lineStyle: { color: GREY } },
      axisTick: { show: false },
      axisLabel: { color: INK, fontSize: SIZES.tick, hideOverlap: true },
    },
    yAxis: {
      ...valueAxis(lines[0]?.points[0]?.unit ?? ''),
      scale: zeroLeftOut,
      ...(zeroLeftOut && { boundaryGap: ['12%', '12%'] }),
    },
    series: draw([]),
  }
  const ends = placed.map((points) => lengthOf(points.findLast((p) => lengthOf(p) !== null)) ?? 0)
  const second = (yOf: (value: number) => number) => ({ series: draw(spread(ends.map(yOf))) })
  return { option, height: LINE_PLOT, zeroLeftOut, ...(several && { second }) }
}
