/** Settles which indicators a clause names where words alone leave it open. */
import type { IndicatorAsked } from '../query.ts'
import type { Clause } from './clauses.ts'

/** Asked words that name the growth of whatever is spoken of, an indicator only when alone. */
const GENERIC = new Set(['tốc độ tăng trưởng', 'kinh tế tăng bao nhiêu', 'ngân sách', 'điện năng'])

/** Said of the index and of the output alike. */
const LOOSE_INDUSTRY = /^(?:sản xuất|hoạt động|ngành)? ?(?:công nghiệp|CN|SXCN|SX công nghiệp)$/iu
const PLANNED = new Set(['plan', 'over_plan', 'met', 'level'])

/** The indicators of a clause, each once; a vague name gives way to an exact one beside it. */
export function indicatorsOf(clause: Clause): IndicatorAsked[] {
  const read = clause.indicators.map(({ codes, alias }) => ({
    codes: codesFor(codes, alias, clause),
    text: alias,
  }))
  const named = read.filter((i) => !GENERIC.has(i.text))
  const kept = named.length > 0 ? named : read
  const exact = kept.filter((i) => i.codes.length === 1).map((i) => i.codes[0] ?? '')
  const clear = kept.filter((i) => i.codes.length === 1 || !exact.some((c) => i.codes.includes(c)))
  const unique = clear.filter((a, i) => clear.findIndex((b) => b.codes[0] === a.codes[0]) === i)
  return settleElectricity(unique)
}

/** "công nghiệp tăng bao nhiêu" is rather the index, "… đạt bao nhiêu tỷ" the output. */
function codesFor(codes: readonly string[], alias: string, clause: Clause): readonly string[] {
  if (codes[0] === 'product_output') return codesForMade(alias, clause)
  if (codes.length === 1 && codes[0] === 'iip' && LOOSE_INDUSTRY.test(alias))
    return clause.demands.some((d) => PLANNED.has(d.want))
      ? ['industrial_output', 'iip']
      : ['iip', 'industrial_output']
  const growth = clause.demands.some((d) => d.want === 'yoy' || d.want === 'mom')
  const industry = codes[0] === 'industrial_output' && codes.includes('iip')
  return growth && industry ? [...codes].reverse() : codes
}

/** "sản xuất được bao nhiêu tỷ" is a value; harvests and herds are told as other figures. */
function codesForMade(alias: string, clause: Clause): readonly string[] {
  const money = clause.units.some((unit) => /^(?:nghìn tỷ|tỷ|triệu|nghìn)$|đồng$/u.test(unit))
  const vague = /bao nhiêu/u.test(alias)
  if (vague && money) return ['industrial_output']
  return vague ? ['product_output', 'other', 'industrial_output'] : ['product_output', 'other']
}

/** "sản xuất được bao nhiêu kWh điện": made, not a product and not used. */
function settleElectricity(read: readonly IndicatorAsked[]): IndicatorAsked[] {
  const made = read.some((i) => i.codes.includes('product_output'))
  const power = read.find((i) => i.codes.includes('electricity_output'))
  if (!made || !power) return [...read]
  return read
    .filter((i) => !i.codes.includes('product_output'))
    .map((i) => (i === power ? { ...i, codes: ['electricity_output'] } : i))
}
