/** Families of indicators, and the units that each can be told in. */
import type { UnitKind } from '../../vietnamese/lexicon/units.ts'

const TRADE_FAMILY: ReadonlySet<string> = new Set(['exports', 'imports', 'trade'])
/** Indicators that tell of industry as a whole. */
export const INDUSTRY_FAMILY: ReadonlySet<string> = new Set([
  'industrial_output',
  'iip',
  'industrial_value_added',
])

/** What units an indicator can be told in. */
const UNIT_KINDS: Readonly<Record<string, readonly UnitKind[]>> = {
  industrial_output: ['money', 'percent', 'times', 'dollar'],
  iip: ['percent', 'times'],
  exports: ['dollar', 'percent', 'times', 'mass', 'money', 'volume', 'area'],
  imports: ['dollar', 'percent', 'times', 'mass', 'money'],
  trade: ['dollar', 'percent', 'times', 'mass'],
  trade_balance: ['dollar', 'percent'],
  retail_sales: ['money', 'percent', 'times'],
  services_output: ['money', 'percent', 'times'],
  industrial_value_added: ['money', 'percent', 'times'],
  grdp: ['money', 'percent', 'times', 'dollar'],
  cpi: ['percent'],
  investment: ['money', 'percent', 'times', 'dollar'],
  fdi: ['dollar', 'percent', 'times', 'money'],
  budget_revenue: ['money', 'percent', 'times'],
  electricity_output: ['energy', 'percent', 'times'],
  electricity_consumption: ['energy', 'percent', 'times'],
  electrified_households: ['percent', 'count'],
  product_output: ['mass', 'energy', 'volume', 'area', 'length', 'count', 'percent', 'times'],
}

/** True when a figure of the indicator can have such a unit. */
export function fitsUnit(indicator: string, kind: UnitKind): boolean {
  return UNIT_KINDS[indicator]?.includes(kind) ?? indicator === 'other'
}

/** True for exports, imports and their sum, by code or by field of the economy. */
export function isTradeIndicator(id: string): boolean {
  return TRADE_FAMILY.has(id)
}
