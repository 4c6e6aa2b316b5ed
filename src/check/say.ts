/** Figures in Vietnamese words, for the sentences of a check. */
import { areaLabel } from '../catalogue/areas.ts'
import { indicatorName } from '../catalogue/indicators.ts'
import type { ClaimedFigure } from '../model/check.ts'
import { parsePeriod, yearOf } from '../model/period.ts'
import type { StoredFigure } from '../store/store.ts'
import {
  capitalise,
  formatBounded,
  formatChange,
  formatDate,
  formatPeriodVi,
  formatQuantity,
  formatStatus,
  unsigned,
} from '../vietnamese/format.ts'

/** What a figure is about: "kim ngạch xuất khẩu (dệt may) của Hải Dương năm 2023". */
export function sayTopic(figure: ClaimedFigure): string {
  return [
    sayIndicator(figure),
    figure.area ? `của ${sayArea(figure)}` : '(không nêu địa bàn)',
    formatPeriodVi(figure.period),
  ].join(' ')
}

/** The indicator with its scope and price basis. */
export function sayIndicator(figure: ClaimedFigure): string {
  const basis =
    figure.priceBasis && { constant: 'giá so sánh', current: 'giá hiện hành' }[figure.priceBasis]
  const details = [figure.scope, basis].filter((words) => words !== null)
  const name = figure.indicator === 'other' ? 'chỉ tiêu khác' : indicatorName(figure.indicator)
  return details.length > 0 ? `${name} (${details.join(', ')})` : name
}

/** The area, with its borders where the name has two. */
export function sayArea(figure: ClaimedFigure): string {
  if (figure.area === null) return 'địa bàn không rõ'
  const label = areaLabel(figure.area, yearOf(figure.period))
  if (figure.borders === null) return label
  return `${label} (${figure.borders === 'old' ? 'trước' : 'sau'} sáp nhập)`
}

/** What a figure says: "ước đạt 9.801 triệu USD", "giảm 6,3% so với cùng kỳ". */
export function sayValue(figure: ClaimedFigure): string {
  const { value, unit, valueHigh, bound } = figure
  const amount = formatBounded(formatQuantity(unsigned(value), unit, valueHigh), bound)
  switch (figure.measure) {
    case 'level':
      return sayLevel(figure, amount)
    case 'yoy':
      return `${sayChange(figure)} so với ${isYear(figure.period) ? 'năm trước' : 'cùng kỳ năm trước'}`
    case 'mom':
      return `${sayChange(figure)} so với tháng trước`
    case 'growth':
      return `${sayChange(figure)} so với kỳ gốc của nguồn`
    case 'plan':
      return `đạt ${formatBounded(formatQuantity(value, unit, valueHigh), bound)} kế hoạch`
    case 'over_plan':
      return `vượt ${amount} kế hoạch`
    case 'share':
      return `chiếm ${amount}`
  }
}

function sayLevel(figure: ClaimedFigure, amount: string): string {
  if (figure.indicator === 'trade_balance') {
    return `${figure.value.startsWith('-') ? 'nhập siêu' : 'xuất siêu'} ${amount}`
  }
  return figure.value.startsWith('-') ? `âm ${amount}` : amount
}

const sayChange = ({ value, unit, bound, valueHigh }: ClaimedFigure) =>
  formatChange(value, unit, bound, valueHigh)

const isYear = (period: string) => parsePeriod(period)?.kind === 'year'

/** The value with what kind of figure it is: "9.801 triệu USD (ước tính)". */
export function sayValueAndStatus(figure: ClaimedFigure): string {
  return `${sayValue(figure)} (${formatStatus(figure.status)})`
}

/** Where a figure comes from: "Báo Hải Dương, 20/1/2024, https://…". */
export function saySource(figure: StoredFigure): string {
  return [
    figure.publisher ?? 'không rõ nơi đăng',
    figure.published ? formatDate(figure.published) : 'không rõ ngày đăng',
    figure.url ?? figure.title,
  ]
    .filter((words) => words !== null)
    .join(', ')
}

/** The stored figure with its source, ready to be copied. */
export function sayLine(figure: StoredFigure): string {
  const verb = figure.measure === 'level' && figure.indicator !== 'trade_balance' ? ' là ' : ' '
  return `${capitalise(sayTopic(figure))}${verb}${sayValueAndStatus(figure)}. Nguồn: ${saySource(figure)}.`
}
