/** What is worked out from several answers together: gaps, totals, balances, other units. */
import { areaLabel } from '../../catalogue/areas.ts'
import { indicatorById } from '../../catalogue/indicators.ts'
import type { StoredFigure } from '../../store/store.ts'
import { compute, convert } from '../compute.ts'
import type { Found } from '../find/cells.ts'
import type { Query } from '../query.ts'
import type { Draft } from './draft.ts'

/** "hơn nhau bao nhiêu": the gap between two places, worked out. */
export function sayGap(draft: Draft, query: Query, found: readonly Found[]): void {
  const [a, b] = found
  const asksGap = /(?:hơn|kém|chênh).{0,12}(?:bao nhiêu|mấy)/u.test(query.question)
  if (!asksGap || found.length !== 2 || !a?.main[0] || !b?.main[0]) return
  const [x, y] = [a.main[0], b.main[0]]
  if (
    x.measure !== 'level' ||
    y.measure !== 'level' ||
    a.period !== b.period ||
    x.borders !== y.borders ||
    x.priceBasis !== y.priceBasis
  )
    return
  if (a.indicator === 'exports' && b.indicator === 'imports' && a.area === b.area)
    sayBalance(draft, x, y)
  if (a.indicator !== b.indicator) return
  const gap = compute('difference', { ...x, scope: `chênh lệch với ${b.area}` }, [x, y])
  if (!gap) return
  const index = draft.derive(gap)
  draft.note('computed', ['Chênh lệch: ', { kind: 'formula', index }, '.'], gap.inputs)
  draft.line('answer', 'Chênh lệch: ', { kind: 'formula', index }, '.')
}

const ADDS_UP =
  /cộng|gộp|(?:cả|tổng)[^,.?]{0,40}(?:hai|ba|bốn|2|3|4) (?:tỉnh|thành|nơi|địa phương)/iu

/** "cộng lại": the amounts of several places together, worked out. */
export function sayTotal(draft: Draft, query: Query, found: readonly Found[]): void {
  const [first] = found
  const levels = found.flatMap((f) => f.main.find((m) => m.measure === 'level') ?? [])
  const [lead] = levels
  if (!ADDS_UP.test(query.question) || !first || !lead || levels.length < 2) return
  const places = new Set(found.map((f) => f.area))
  const addable = found.every(
    (f) => f.indicator === first.indicator && f.period === first.period && f.scope === first.scope,
  )
  const flows = indicatorById(first.indicator)?.nature === 'flow' && places.size === found.length
  if (!addable || !flows || levels.length < found.length) return
  if (levels.some((f) => f.priceBasis !== lead.priceBasis)) return
  const others = found.slice(1).map((f) => areaLabel(f.area, null))
  const made = compute('sum', { ...lead, scope: `cùng ${others.join(', ')}` }, levels)
  if (!made) return
  const index = draft.derive(made)
  draft.note('computed', ['Cộng lại: ', { kind: 'formula', index }, '.'], made.inputs)
  draft.line('answer', 'Cộng lại: ', { kind: 'formula', index }, '.')
}

/** "xuất khẩu kém nhập khẩu bao nhiêu" is the balance. */
function sayBalance(draft: Draft, exported: StoredFigure, imported: StoredFigure): void {
  const target = { ...exported, area: exported.area ?? '', indicator: 'trade_balance' }
  const made = compute('balance', target, [exported, imported])
  if (!made) return
  const index = draft.derive(made)
  draft.note('computed', ['Cán cân: ', { kind: 'formula', index }, '.'], made.inputs)
  draft.line('answer', 'Chênh lệch: ', { kind: 'formula', index }, '.')
}

/** The same amount in the unit asked for, beside the printed one. */
export function sayConversions(draft: Draft, query: Query, found: readonly Found[]): void {
  const unit = query.unit
  if (unit === null || !/\s/u.test(unit)) return
  const made = found
    .flatMap((f) => f.main)
    .filter((f) => f.measure === 'level')
    .flatMap((f) => convert(f, unit) ?? [])
  for (const computed of made) {
    const index = draft.derive(computed)
    draft.note('computed', ['Quy đổi: ', { kind: 'formula', index }, '.'], computed.inputs)
    draft.line('answer', 'Quy đổi: ', { kind: 'formula', index }, '.')
  }
}
