/**
 * A clause is what stands in front of a number: its subject, its verb and what restricts them. The
 * builder takes items one by one and knows where one clause ends and the next begins.
 */
import type { PriceBasis, Status } from '../../model/figure.ts'
import type { VerbKind } from '../../vietnamese/lexicon/verbs.ts'
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import type { Domain, Head } from './cue-rule.ts'
import type { Item, ItemOf } from './items.ts'

/** What a growth or a per cent is measured against. */
export type Base =
  | { readonly kind: 'period'; readonly period: PeriodMention }
  | { readonly kind: 'plan'; readonly extra: string | null }

/** A run of the subject between commas. */
export interface Part {
  readonly items: Item[]
  readonly heads: Head[]
  readonly domains: Domain[]
  readonly indicators: string[]
  products: boolean
  /** Items from here on follow "là", "có", "với". */
  copulaAt: number | null
}

export interface Clause {
  readonly parts: Part[]
  verb: ItemOf<'cue'> | null
  status: Status | null
  /** The item that says the status stands before the subject. */
  statusLeads: boolean
  result: boolean
  base: Base | null
  baseOpen: boolean
  direction: 1 | -1 | null
  period: PeriodMention | null
  area: ItemOf<'area'> | null
  borders: 'old' | 'new' | null
  price: PriceBasis | null
  average: boolean
  same: boolean
  whole: boolean
  including: { start: number; end: number } | null
  isPart: boolean
  veto: boolean
  causeOpen: boolean
  verbClosed: boolean
  readonly used: Item[]
}

export function emptyClause(): Clause {
  return {
    parts: [newPart()],
    verb: null,
    status: null,
    statusLeads: false,
    result: false,
    base: null,
    baseOpen: false,
    direction: null,
    period: null,
    area: null,
    borders: null,
    price: null,
    average: false,
    same: false,
    whole: false,
    including: null,
    isPart: false,
    veto: false,
    causeOpen: false,
    verbClosed: false,
    used: [],
  }
}

export function newPart(): Part {
  return { items: [], heads: [], domains: [], indicators: [], products: false, copulaAt: null }
}

/** The part that is being built. */
export function lastPart(clause: Clause): Part {
  const part = clause.parts.at(-1)
  if (part) return part
  const fresh = newPart()
  clause.parts.push(fresh)
  return fresh
}

/** True when the clause names something: an indicator, half of one, or any plain word. */
export function hasSubject(clause: Clause): boolean {
  return clause.parts.some((part) => part.items.some(isContent) || namesIndicator(part))
}

export function namesIndicator(part: Part): boolean {
  return part.indicators.length + part.heads.length + part.domains.length > 0 || part.products
}

/** Words that restrict the subject; everything else in a part is grammar or an indicator's name. */
export function isContent(item: Item): boolean {
  if (item.kind === 'word' || item.kind === 'number') return true
  return item.kind === 'cue' && (item.cue.kind === 'part' || item.cue.kind === 'noun')
}

const UP: ReadonlySet<VerbKind> = new Set(['up', 'exceed', 'times'])
const DOWN: ReadonlySet<VerbKind> = new Set(['down', 'short'])

/** Takes a verb: the last one rules, but a growth verb is not undone by a bare "đạt". */
export function takeVerb(clause: Clause, item: ItemOf<'cue'>, verb: VerbKind): void {
  const before = clause.verb?.cue.kind === 'verb' ? clause.verb.cue.verb : null
  if (verb === 'reach' && before !== null && before !== 'reach') return
  clause.verb = item
  if (UP.has(verb)) clause.direction = 1
  if (DOWN.has(verb)) clause.direction = -1
}
