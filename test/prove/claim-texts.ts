/** Claims made from true figures: as they are, or with one thing changed; told in sentences of our own. */

import { INDICATORS } from '../../src/catalogue/indicators.ts'
import type { GoldFigure } from '../../src/eval/gold.ts'
import { parsePeriod, shiftYears } from '../../src/model/period.ts'
import { formatNumber } from '../../src/vietnamese/format.ts'
import type { Random } from '../bench/random.ts'

export const CHANGES = [
  'nothing',
  'value',
  'direction',
  'unit',
  'period',
  'area',
  'indicator',
  'status',
] as const
export type Change = (typeof CHANGES)[number]

const OTHER_UNIT: Readonly<Record<string, string>> = {
  'tỷ đồng': 'triệu đồng',
  'triệu đồng': 'tỷ đồng',
  'nghìn tỷ đồng': 'tỷ đồng',
  'triệu USD': 'tỷ USD',
  'tỷ USD': 'triệu USD',
  USD: 'triệu USD',
  tấn: 'nghìn tấn',
  'nghìn tấn': 'triệu tấn',
  'triệu kWh': 'tỷ kWh',
  'tỷ kWh': 'triệu kWh',
  'triệu sản phẩm': 'nghìn sản phẩm',
}

const OTHER_INDICATOR: Readonly<Record<string, string>> = {
  exports: 'imports',
  imports: 'exports',
  trade: 'exports',
  industrial_output: 'retail_sales',
  retail_sales: 'industrial_output',
  iip: 'cpi',
  grdp: 'industrial_output',
  investment: 'budget_revenue',
  budget_revenue: 'investment',
}

/** The figure with one thing changed; undefined where there is nothing of the kind to change. */
export function changed(
  figure: GoldFigure,
  change: Change,
  random: Random,
  areas: readonly string[],
): GoldFigure | undefined {
  switch (change) {
    case 'nothing':
      return figure
    case 'value':
      return changedDigit(figure, random)
    case 'direction':
      return hasDirection(figure) ? { ...figure, value: -figure.value } : undefined
    case 'unit': {
      const unit = OTHER_UNIT[figure.unit]
      return unit === undefined ? undefined : { ...figure, unit }
    }
    case 'period':
      if (figure.period.startsWith('XXXX')) return undefined
      return { ...figure, period: shiftYears(figure.period, random.pick([-2, -1, 1])) }
    case 'area':
      return { ...figure, area: random.pick(areas.filter((area) => area !== figure.area)) }
    case 'indicator': {
      const indicator = figure.scope ? undefined : OTHER_INDICATOR[figure.indicator]
      return indicator === undefined ? undefined : { ...figure, indicator }
    }
    case 'status':
      return { ...figure, status: figure.status === 'target' ? 'actual' : 'target' }
  }
}

const hasDirection = ({ measure, indicator, value }: GoldFigure) =>
  value !== 0 && (measure === 'yoy' || measure === 'mom' || indicator === 'trade_balance')

/** Another digit in place of one of the printed ones; the number keeps its length. */
function changedDigit(figure: GoldFigure, random: Random): GoldFigure {
  const digits = [...String(figure.value)]
  const places = digits.flatMap((char, at) => (/\d/.test(char) ? [at] : []))
  const at = random.pick(places)
  const lowest = at === places[0] || at === digits.length - 1 ? 1 : 0
  const others = '0123456789'.slice(lowest).replace(digits[at] ?? '', '')
  digits[at] = random.pick([...others])
  return { ...figure, value: Number(digits.join('')) }
}

const PERIOD_WORDS: Readonly<Record<string, (year: number, part: number) => string>> = {
  year: (year) => `năm ${year}`,
  half: (year, part) => `6 tháng ${part === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  quarter: (year, part) => `quý ${['I', 'II', 'III', 'IV'][part - 1]} năm ${year}`,
  month: (year, part) => `tháng ${part} năm ${year}`,
  months: (year, part) => `${part} tháng đầu năm ${year}`,
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  actual: '',
  preliminary: 'sơ bộ ',
  estimate: 'ước ',
  forecast: 'dự kiến ',
  target: 'phấn đấu ',
}

const BOUND_WORDS: Readonly<Record<string, string>> = {
  over: 'hơn ',
  under: 'gần ',
  about: 'khoảng ',
}

/** A text that claims the figure; undefined for what these sentences cannot say. */
export function tell(figure: GoldFigure, random: Random): string | undefined {
  const period = tellPeriod(figure.period)
  const value = tellValue(figure)
  if (!figure.area || period === undefined || value === undefined) return undefined
  const basis = figure.price_basis === 'constant' ? ' (giá so sánh)' : ''
  const topic = `${tellTopic(figure)}${basis}`
  const area = figure.area === 'Việt Nam' ? 'cả nước' : figure.area
  const status = STATUS_WORDS[figure.status ?? 'actual'] ?? ''
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  return random.pick([
    `${capital(topic)} của ${area} ${period} ${status}${value}.`,
    `${capital(period)}, ${topic} của ${area} ${status}${value}.`,
    `Tình hình kinh tế ${area} ${period}\n${capital(topic)} ${status}${value}.`,
  ])
}

function tellTopic({ indicator, scope }: GoldFigure): string {
  const name = INDICATORS.find(({ id }) => id === indicator)?.name ?? indicator
  if (indicator === 'trade_balance') return 'cán cân thương mại'
  if (indicator === 'product_output') return `sản lượng ${scope}`
  return scope ? `${name} ${scope.charAt(0).toLowerCase()}${scope.slice(1)}` : name
}

function tellPeriod(period: string): string | undefined {
  const parts = parsePeriod(period)
  if (!parts || parts.year === null) return undefined
  return PERIOD_WORDS[parts.kind]?.(parts.year, parts.part ?? 0)
}

function tellValue(figure: GoldFigure): string | undefined {
  const number = formatNumber(String(Math.abs(figure.value)))
  const amount = `${BOUND_WORDS[figure.bound ?? ''] ?? ''}${number}${figure.unit === '%' ? '%' : ` ${figure.unit}`}`
  const direction = figure.value < 0 ? 'giảm' : 'tăng'
  switch (figure.measure) {
    case 'level':
      if (figure.indicator !== 'trade_balance') return `đạt ${amount}`
      return `${figure.value < 0 ? 'nhập' : 'xuất'} siêu ${amount}`
    case 'yoy':
      return `${direction} ${amount} so với cùng kỳ năm trước`
    case 'mom':
      return `${direction} ${amount} so với tháng trước`
    case 'plan':
      return `đạt ${amount} kế hoạch`
    case 'over_plan':
      return `vượt ${amount} kế hoạch`
    default:
      return undefined
  }
}
