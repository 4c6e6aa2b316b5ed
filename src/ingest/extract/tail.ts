/** What belongs to a number and stands behind it: its base, plan, period, area, price note. */
import type { PriceBasis } from '../../model/figure.ts'
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import type { Base } from './clause.ts'
import type { Item, ItemOf } from './items.ts'
import { LOOK_AHEAD } from './scene.ts'

export interface Tail {
  /** Index of the first item that is no part of the tail. */
  readonly next: number
  readonly base: Base | null
  readonly period: PeriodMention | null
  readonly area: ItemOf<'area'> | null
  readonly borders: 'old' | 'new' | null
  readonly price: PriceBasis | null
  readonly average: boolean
  /** End offset of the plan's name when it stands right behind: part of the quote. */
  readonly planEnd: number | null
  /** "16% cho xuất khẩu": the subject stands behind. */
  readonly isFor: boolean
  /** Words right behind the number: what a count counts, or what a share is of. */
  readonly words: readonly Item[]
  /** All items of the tail. */
  readonly items: readonly Item[]
}

type Draft = { -readonly [K in keyof Tail]: Tail[K] } & {
  words: Item[]
  open: boolean
  /** "gấp 2 lần năm 2022": a bare period behind the number is what it is compared with. */
  isRatio: boolean
  /** A plan was the item before. */
  planJust: boolean
}

/** Reads the tail of the quantity in front of item `from`. */
export function readTail(items: readonly Item[], from: number, isRatio = false): Tail {
  const tail: Draft = {
    next: from,
    base: null,
    period: null,
    area: null,
    borders: null,
    price: null,
    average: false,
    planEnd: null,
    isFor: false,
    words: [],
    items: [],
    open: false,
    planJust: false,
    isRatio,
  }
  let at = from
  while (at < items.length) {
    const step = takeTailItem(tail, items, at)
    if (step === 0) break
    const taken = items[at]
    tail.planJust = taken?.kind === 'cue' && taken.cue.kind === 'plan'
    at += step
  }
  tail.next = at
  tail.items = items.slice(from, at)
  return tail
}

/** Takes one item (or a bracketed note) into the tail; 0 when the tail ends before it. */
function takeTailItem(tail: Draft, items: readonly Item[], at: number): number {
  const item = items[at]
  if (!item) return 0
  switch (item.kind) {
    case 'period':
      return takePeriod(tail, item.period, items[at + 1])
    case 'area':
      if (tail.open) tail.open = false
      else if (tail.area === null) tail.area = item
      else return 0
      return 1
    case 'mark':
      if (item.mark === '(') return bracketNote(tail, items, at)
      return item.mark === '/' || item.mark === '"' ? 1 : 0
    case 'cue':
      return takeCue(tail, item, items, at)
    case 'word':
    case 'number':
      if (item.kind === 'word' && tail.words.length < 6 && tail.period === null) {
        tail.words.push(item)
        return 1
      }
      return 0
    default:
      return 0
  }
}

function takePeriod(tail: Draft, period: PeriodMention, next: Item | undefined): number {
  const isBareBase =
    tail.isRatio && tail.base === null && tail.words.length === 0 && isDated(period)
  if (period.kind === 'same-period' || period.kind === 'previous' || tail.open || isBareBase) {
    tail.base ??= { kind: 'period', period }
    tail.open = false
    return 1
  }
  // "kế hoạch cả năm", "chỉ tiêu tỉnh giao năm 2026": the plan's year.
  if (tail.planJust || (tail.base?.kind === 'plan' && period.kind === 'year')) return 1
  if (period.kind === 'day' || period.kind === 'other-span') return 1
  // "… 5 tỷ USD năm 2024 tăng 3%": a verb behind the period makes it the next number's.
  if (tail.period !== null || (next?.kind === 'cue' && next.cue.kind === 'status')) return 0
  tail.period = period
  return 1
}

const DATED: ReadonlySet<string> = new Set(['year', 'month', 'months', 'quarter', 'half'])

function isDated({ kind }: PeriodMention): boolean {
  return DATED.has(kind)
}

function takeCue(tail: Draft, item: ItemOf<'cue'>, items: readonly Item[], at: number): number {
  const { cue } = item
  const next = items[at + 1]
  switch (cue.kind) {
    case 'compare':
      // "so kế hoạch" behind a base belongs to the next number.
      if (tail.base !== null) return 0
      tail.open = true
      return 1
    case 'plan':
      if (tail.base !== null && !tail.open) return 0
      if (leadsToNumber(items, at)) {
        // "so với mục tiêu 8,5%": the plan's own number follows.
        tail.open = false
        return 1
      }
      tail.base = { kind: 'plan', extra: cue.extra ? 'kế hoạch giao thêm' : null }
      if (!tail.open) tail.planEnd = item.end
      tail.open = false
      return 1
    case 'price':
      tail.price = cue.basis
      return 1
    case 'old':
    case 'new':
      tail.borders = cue.kind
      return 1
    case 'average':
      tail.average = true
      return 1
    case 'generic':
    case 'whole':
      tail.isFor ||=
        tail.words.length === 0 && item.end - item.start === 3 && item.rule === 'cue.for'
      return next?.kind === 'quantity' ? 0 : 1
    case 'indicator':
    case 'domain':
    case 'head':
    case 'part':
    case 'noun':
    case 'products':
    case 'other':
      if (tail.words.length < 6) tail.words.push(item)
      return 1
    case 'status':
      return tail.open ? 1 : 0
    case 'result':
      return tail.open ? 1 : 0
    default:
      return 0
  }
}

/** True when a number follows the plan at `at`, with nothing but the plan's name between. */
function leadsToNumber(items: readonly Item[], at: number): boolean {
  for (const item of items.slice(at + 1, at + 5)) {
    if (item.kind === 'quantity') return true
    const isName =
      item.kind === 'cue' && ['generic', 'status', 'copula', 'whole'].includes(item.cue.kind)
    if (!isName) return false
  }
  return false
}

/** A note in brackets without a number of its own: its price note and its time are kept. */
function bracketNote(tail: Draft, items: readonly Item[], at: number): number {
  const inside = items.slice(at + 1, at + 1 + LOOK_AHEAD)
  const end = inside.findIndex((i) => i.kind === 'quantity' || isMark(i, ')'))
  if (end < 0 || inside[end]?.kind === 'quantity') return 0
  const note = inside.slice(0, end)
  for (const item of note)
    if (item.kind === 'cue' && item.cue.kind === 'price') tail.price = item.cue.basis
  const compared = note.findIndex((i) => i.kind === 'cue' && i.cue.kind === 'compare')
  const base = compared < 0 ? undefined : note.slice(compared).find((i) => i.kind === 'period')
  if (base?.kind === 'period') tail.base ??= { kind: 'period', period: base.period }
  // "từ 24% (năm 2010) lên 27% (năm 2015)"
  const [first] = note
  if (first?.kind === 'period' && isDated(first.period)) tail.period ??= first.period
  return end + 2
}

function isMark(item: Item, mark: string): boolean {
  return item.kind === 'mark' && item.mark === mark
}
