/** Says when a chart would mislead or could not be read. */
import { type ChartRefusal, type ChartSpec, pointsOf, type RefusalReason } from './spec.ts'

const MOST_ROWS = 70
const MOST_PERIODS = 120
const MOST_LINES = 6

/** Why `spec` is not drawn, or undefined when it may be. Two units never share an axis. */
export function refusalOf(spec: ChartSpec): ChartRefusal | undefined {
  const points = pointsOf(spec)
  const units = [...new Set(points.map((point) => point.unit))]
  if (!points.some((point) => point.value !== null))
    return refuse('no-values', 'Không có số liệu nào để vẽ biểu đồ.')
  if (units.length > 1)
    return refuse(
      'units-differ',
      `Các số liệu có đơn vị khác nhau (${units.join(', ')}) nên không vẽ chung một trục.`,
    )
  const most = spec.kind === 'series' ? MOST_PERIODS * spec.lines.length : MOST_ROWS
  if (points.length > most)
    return refuse('too-many-points', `Có ${points.length} số liệu, quá nhiều cho một biểu đồ.`)
  if (spec.kind === 'series' && spec.lines.length > MOST_LINES)
    return refuse(
      'too-many-lines',
      `Có ${spec.lines.length} đường; một biểu đồ chỉ đọc được tối đa ${MOST_LINES} đường.`,
    )
  return undefined
}

const refuse = (reason: RefusalReason, text: string): ChartRefusal => ({
  kind: 'refused',
  reason,
  text,
})
