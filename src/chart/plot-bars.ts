/** ECharts options for bars: upright columns for few periods, lying rows for names. Always from zero. */
import { textWidth, wrapText } from './measure.ts'
import type { ChartPoint } from './spec.ts'
import {
  colourOf,
  FAINT,
  GREY,
  HATCHED_TINT,
  INK,
  OUTLINED_TINT,
  PADDING,
  PAINT,
  PAPER,
  type Paint,
  SIZES,
  tint,
  WIDTH,
} from './style.ts'
import { valueLabel } from './words.ts'

/** One set of bars; several sets stand side by side at each label. */
export interface BarSet {
  readonly colour: string
  readonly points: readonly (ChartPoint | null)[]
}

export interface Plot {
  readonly option: Record<string, unknown>
  readonly height: number
  /** Whether the value axis leaves zero out; the sheet then says so. */
  readonly zeroLeftOut: boolean
  /** What to change once it is known at which height (pixels) a value lies. */
  readonly second?: (yOf: (value: number) => number) => Record<string, unknown>
}

const DECAL = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 5 }

/** Fill and border of a bar; the legend draws the same by hand. */
function itemStyle(paint: Paint, colour: string) {
  const border = { borderColor: colour, borderWidth: 1.5 }
  if (paint === 'full') return { ...border, color: colour }
  if (paint === 'outlined')
    return { ...border, color: tint(colour, OUTLINED_TINT), borderType: [4, 3] }
  return { ...border, color: tint(colour, HATCHED_TINT), decal: { ...DECAL, color: colour } }
}

/** The length of a bar; the one place where the drawing leaves the decimal string. */
export const lengthOf = (point: ChartPoint | null | undefined): number | null =>
  point?.value == null ? null : Number(point.value)

function datum(point: ChartPoint | null, colour: string, lying: boolean) {
  const value = lengthOf(point)
  if (!point) return { value: null }
  if (value === null) {
    const formatter = lying ? 'không có số liệu' : '–'
    const label = { show: true, position: lying ? 'right' : 'top', formatter, color: GREY }
    return { value: 0, itemStyle: { borderWidth: 0 }, label }
  }
  const below = value < 0
  const position = lying ? (below ? 'left' : 'right') : below ? 'bottom' : 'top'
  return {
    value,
    itemStyle: itemStyle(PAINT[point.status], colour),
    label: { show: true, position, formatter: valueLabel(point) },
  }
}

/** Ticks in Vietnamese: no digit of a figure is written here, only the axis' own round numbers. */
function tickLabel(unit: string): (value: number) => string {
  const format = new Intl.NumberFormat('vi-VN', { maximumSignificantDigits: 8 })
  return (value) => `${format.format(value).replace('-', '−')}${unit === '%' ? '%' : ''}`
}

/** Text of value labels, with a rim of paper so that no line runs through a digit. */
export const labelText = {
  color: INK,
  fontSize: SIZES.label,
  fontWeight: 500,
  textBorderColor: PAPER,
  textBorderWidth: 3,
}

/** The value axis: a few faint lines and small ticks. */
export function valueAxis(unit: string, splitNumber = 4) {
  return {
    type: 'value',
    splitNumber,
    axisLabel: { color: GREY, fontSize: SIZES.tick, formatter: tickLabel(unit) },
    splitLine: { lineStyle: { color: FAINT } },
  }
}

/** Category axes: one carries the labels at the edge, the other the line at zero. */
function nameAxes(labels: readonly string[], lying: boolean, size = SIZES.label) {
  const data = [...labels]
  const quiet = { axisTick: { show: false }, type: 'category', data, inverse: lying }
  const text = { color: INK, fontSize: size, interval: 0, lineHeight: 17 }
  return [
    { ...quiet, axisLine: { show: false, onZero: false }, axisLabel: text },
    {
      ...quiet,
      position: lying ? 'left' : 'bottom',
      axisLabel: { show: false },
      axisLine: { show: true, onZero: true, lineStyle: { color: GREY } },
    },
  ]
}

function barSeries(sets: readonly BarSet[], lying: boolean, barWidth: number, size: number) {
  return sets.map(({ colour, points }) => ({
    type: 'bar',
    barWidth,
    barGap: '18%',
    label: { ...labelText, fontSize: size },
    data: points.map((point) => datum(point, colour, lying)),
  }))
}

const pointsIn = (sets: readonly BarSet[]) =>
  sets.flatMap(({ points }) => points.filter((point) => point !== null))
const unitIn = (sets: readonly BarSet[]) => pointsIn(sets)[0]?.unit ?? ''
const widest = (words: readonly string[], size: number) =>
  Math.max(0, ...words.map((word) => textWidth(word, size)))

const COLUMN_PLOT = 310
const COLUMN_LABEL_SIZES = [SIZES.label, 13, 12]

/** Width that each label has for itself, next to the ticks of the value axis. */
function slotOf(labels: readonly string[], sets: readonly BarSet[]): number {
  const ticks = widest(pointsIn(sets).map(valueLabel), SIZES.tick) + 12
  return (WIDTH - 2 * PADDING - ticks) / Math.max(1, labels.length)
}

/** The largest size at which upright columns leave every label room; undefined: take rows. */
export function columnLabelSize(
  labels: readonly string[],
  sets: readonly BarSet[],
): number | undefined {
  const slot = slotOf(labels, sets)
  const values = pointsIn(sets).map(valueLabel)
  return COLUMN_LABEL_SIZES.find(
    (size) => widest(labels, size) + 4 <= slot && widest(values, size) + 3 <= slot / sets.length,
  )
}

/** Upright columns with labels of `size`. */
export function columnPlot(labels: readonly string[], sets: readonly BarSet[], size: number): Plot {
  const width = Math.round(Math.min(56, (slotOf(labels, sets) * 0.72) / sets.length))
  const [nameAxis, zeroAxis] = nameAxes(labels, false, size)
  const below = pointsIn(sets).some((point) => (lengthOf(point) ?? 0) < 0)
  const option = {
    grid: { left: PADDING, right: PADDING, top: 26, bottom: 4, outerBoundsMode: 'same' },
    xAxis: [{ ...nameAxis, offset: below ? size + 6 : 0 }, zeroAxis],
    yAxis: valueAxis(unitIn(sets)),
    series: barSeries(sets, false, width, size),
  }
  return { option, height: COLUMN_PLOT, zeroLeftOut: false }
}

const NAME_ROOM = 170

/** Room for the value labels that stand outside the longest bars, left or right of zero. */
function labelRoom(points: readonly ChartPoint[], negative: boolean): number {
  const side = points.filter((point) => (lengthOf(point) ?? 0) < 0 === negative)
  return side.length === 0 ? 0 : widest(side.map(valueLabel), SIZES.label) + 12
}

/** The value axis ends with the longest bar, so that bars get all the room there is. */
function tightAxis(points: readonly ChartPoint[]) {
  const lengths = points.map((point) => lengthOf(point) ?? 0)
  const min = Math.min(0, ...lengths)
  const max = Math.max(0, ...lengths)
  const axis = valueAxis(points[0]?.unit ?? '', 3)
  return {
    ...axis,
    min,
    max,
    axisLabel: { ...axis.axisLabel, showMaxLabel: max === 0, showMinLabel: min === 0 },
    splitLine: { ...axis.splitLine, showMaxLine: max === 0, showMinLine: min === 0 },
  }
}

/** Lying rows, as high as they need. */
export function rowPlot(labels: readonly string[], sets: readonly BarSet[]): Plot {
  const names = labels.map((label) => wrapText(label, NAME_ROOM, SIZES.label, { most: 3 }))
  const lines = Math.max(1, ...names.map((name) => name.length))
  const bar = labels.length > 30 ? 13 : labels.length > 14 ? 16 : 20
  const step = Math.max(sets.length * bar * 1.18 + 12, lines * 17 + 8)
  const points = pointsIn(sets)
  const below = labelRoom(points, true)
  const [nameAxis, zeroAxis] = nameAxes(
    names.map((name) => name.join('\n')),
    true,
  )
  const option = {
    grid: {
      left: PADDING + Math.ceil(widest(names.flat(), SIZES.label)) + 10 + below,
      right: PADDING + Math.max(8, labelRoom(points, false)),
      top: 6,
      bottom: 26,
      outerBoundsMode: 'none',
    },
    xAxis: tightAxis(points),
    yAxis: [{ ...nameAxis, offset: below }, zeroAxis],
    series: barSeries(sets, true, bar, SIZES.label),
  }
  return { option, height: Math.round(labels.length * step + 34), zeroLeftOut: false }
}

/** The bars of points that carry one colour. */
export function oneSet(points: readonly ChartPoint[], index = 0): BarSet {
  return { colour: colourOf(index), points }
}
