/** What is written in and about a chart: value labels and the alternative text. */
import { capitalise, formatBounded, formatNumber, formatStatus } from '../vietnamese/format.ts'
import { type ChartPoint, type ChartSpec, pointsOf } from './spec.ts'

/** The number as it stands at a bar: "9.801", "−6,3%", "13–14%". The unit stands in the heading. */
export function valueLabel(point: ChartPoint): string {
  if (point.value === null) return ''
  const low = formatNumber(point.value)
  const number = point.valueHigh ? `${low}–${formatNumber(point.valueHigh)}` : low
  return point.unit === '%' ? `${number}%` : number
}

/** The unit line under the title: "Đơn vị: triệu USD"; says so where the axis leaves zero out. */
export function unitLine(spec: ChartSpec, zeroLeftOut = false): string {
  const unit = `Đơn vị: ${pointsOf(spec)[0]?.unit ?? ''}`
  return zeroLeftOut ? `${unit} (trục đứng không bắt đầu từ 0)` : unit
}

const said = (point: ChartPoint): string =>
  point.value === null ? 'không có số liệu' : formatBounded(valueLabel(point), point.bound ?? null)

const saidWithStatus = (point: ChartPoint): string =>
  point.status === 'actual' || point.value === null
    ? said(point)
    : `${said(point)} (${formatStatus(point.status)})`

const pointLine = (point: ChartPoint) => `${point.label}: ${saidWithStatus(point)}`

/** Every number of a chart, a line each: "2023: 9.801 (ước tính)". Lines of several series begin with their name. */
export function chartLines(spec: ChartSpec): string[] {
  switch (spec.kind) {
    case 'series': {
      const [only, ...more] = spec.lines
      if (only && more.length === 0) return only.points.map(pointLine)
      return spec.lines.flatMap(({ name, points }) =>
        points.map((point) => `${name}, ${pointLine(point)}`),
      )
    }
    case 'comparison':
      return spec.points.map(pointLine)
    case 'target-against-result':
      return spec.pairs.map(({ label, target, result }) => {
        const reached = result ? saidWithStatus(result) : 'chưa có số liệu'
        return `${label}: ${formatStatus(target.status)} ${said(target)}, thực hiện ${reached}`
      })
  }
}

/** The whole chart in words, for screen readers and for channels without pictures. */
export function alternativeText(spec: ChartSpec): string {
  const title = capitalise(spec.title).replace(/[.:]$/, '')
  return `Biểu đồ. ${title}. ${unitLine(spec)}. ${chartLines(spec).join('; ')}. Nguồn: ${spec.source}.`
}
