/** Cuts a sentence into items: quantities, periods, areas, cues, marks and plain words. */
import type { AreaMention } from '../../catalogue/area-mentions.ts'
import { type Token, tokenize } from '../../vietnamese/engine.ts'
import { findPeriods, type PeriodMention } from '../../vietnamese/read-periods.ts'
import { findQuantities, type Quantity } from '../../vietnamese/read-quantities.ts'
import { keyOfWord } from '../../vietnamese/spelling.ts'
import type { Cue } from './cue-rule.ts'
import { CUES, PRICE_NOTES } from './cues.ts'

interface Placed {
  readonly start: number
  readonly end: number
}

export type Item = Placed &
  (
    | { readonly kind: 'quantity'; readonly quantity: Quantity }
    | { readonly kind: 'period'; readonly period: PeriodMention }
    | { readonly kind: 'area'; readonly area: AreaMention }
    | { readonly kind: 'cue'; readonly cue: Cue; readonly rule: string }
    | { readonly kind: 'mark'; readonly mark: string }
    | { readonly kind: 'number' }
    | { readonly kind: 'word'; readonly word: string }
  )

export type ItemOf<K extends Item['kind']> = Extract<Item, { kind: K }>

/** Stands for tokens that already belong to something: no phrase matches it. */
const TAKEN: Token = { kind: 'mark', key: '\u0000', start: 0, end: 0 }

/**
 * The items of `text` between two offsets, in order, covering every token once. `areas` are the
 * mentions inside the span, in order.
 */
export function itemsOf(
  text: string,
  start: number,
  end: number,
  areas: readonly AreaMention[],
): Item[] {
  const tokens = tokenize(text, keyOfWord, start, end).filter((t) => t.kind !== 'break')
  const at: (Item | undefined)[] = new Array(tokens.length)
  const open = [...tokens]
  const take = (from: number, to: number, item: Item): void => {
    at[from] = item
    for (let i = from; i < to; i++) open[i] = TAKEN
  }
  placeAreas(tokens, areas, take)
  // "giá so sánh 2010" is a note of prices; its year is no period.
  for (const { rule, from, to } of PRICE_NOTES.scan(open)) {
    const [first, last] = [tokens[from], tokens[to - 1]]
    if (!first || !last) continue
    const placed = { start: first.start, end: last.end }
    take(from, to, { kind: 'cue', cue: rule.cue, rule: rule.id, ...placed })
  }
  for (const period of findPeriods(open))
    take(period.from, period.to, { kind: 'period', period, ...span(period) })
  for (const quantity of findQuantities(open))
    take(quantity.from, quantity.to, { kind: 'quantity', quantity, ...span(quantity) })
  return collect(tokens, open, at)
}

function span(placed: Placed): Placed {
  return { start: placed.start, end: placed.end }
}

function placeAreas(
  tokens: readonly Token[],
  areas: readonly AreaMention[],
  take: (from: number, to: number, item: Item) => void,
): void {
  let from = 0
  let district: { from: number; area: AreaMention } | undefined
  for (const area of areas) {
    if (area.partOf !== null) continue
    while (from < tokens.length && (tokens[from]?.start ?? 0) < area.start) from++
    let to = from
    while (to < tokens.length && (tokens[to]?.end ?? 0) <= area.end) to++
    // "Hải quan Lạng Sơn" holds no "quan Lạng Sơn".
    const isOffice = keyOfWord(tokens[from - 1]?.key ?? '') === 'hải'
    if (area.qualifies && district) {
      // "huyện Cẩm Giàng, tỉnh Hải Dương" is one place.
      const placed = { start: district.area.start, end: area.end }
      take(district.from, to, { kind: 'area', area: district.area, ...placed })
    } else if (to > from && !isOffice) {
      take(from, to, { kind: 'area', area, ...span(area) })
      district = area.kind === 'district' ? { from, area } : undefined
    }
    from = to
  }
}

function collect(
  tokens: readonly Token[],
  open: readonly Token[],
  placed: readonly (Item | undefined)[],
): Item[] {
  const items: Item[] = []
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]
    if (!token) break
    const ready = placed[i]
    if (ready) {
      items.push(ready)
      i++
      continue
    }
    if (open[i] === TAKEN) {
      i++
      continue
    }
    const hit = CUES.matchAt(open, i)
    if (hit) {
      const end = tokens[hit.to - 1]?.end ?? token.end
      items.push({ kind: 'cue', cue: hit.rule.cue, rule: hit.rule.id, start: token.start, end })
      i = hit.to
      continue
    }
    items.push(plain(token))
    i++
  }
  return items
}

function plain(token: Token): Item {
  const { start, end } = token
  if (token.kind === 'mark') return { kind: 'mark', mark: token.key, start, end }
  if (token.kind === 'number') return { kind: 'number', start, end }
  return { kind: 'word', word: token.key, start, end }
}
