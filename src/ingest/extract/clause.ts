/**
 * A clause is what stands in front of a number: its subject, its verb and what restricts them. The
 * fields are filled item by item (`take.ts`) until a number comes (`attach.ts`) or the clause turns
 * out to be mere context (`commit.ts`).
 */
import type { PriceBasis, Status } from '../../model/figure.ts'
import type { VerbKind } from '../../vietnamese/lexicon/verbs.ts'
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import type { Cue, Domain, Head } from './cue-rule.ts'
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
  /** The part follows "là", "có", "với". */
  afterCopula: boolean
}

export interface Clause {
  readonly parts: Part[]
  readonly used: Item[]
  /** Within "nếu …": just opened, or something was said in it. */
  condition: 'opened' | 'said' | null
  readonly areas: ItemOf<'area'>[]
  verb: VerbKind | null
  direction: 1 | -1 | null
  /** "nhập siêu", "âm": an amount below zero. */
  negative: boolean
  status: Status | null
  /** The status word stands in front of the subject and so holds for what follows. */
  statusLeads: boolean
  /** "thực hiện" beside a plan: the result. */
  result: boolean
  /** "đã đạt": done, whatever was planned. */
  done: boolean
  base: Base | null
  /** "cùng kỳ" is the subject's own time, not what is compared with. */
  isYearBefore: boolean
  /** The number is what a plan says. */
  isPlanFigure: boolean
  /** "so với" was said and what it compares with is still to come. */
  baseOpen: boolean
  period: PeriodMention | null
  /** Two periods named together, for two numbers. */
  coupled: readonly [PeriodMention, PeriodMention] | null
  borders: 'old' | 'new' | null
  price: PriceBasis | null
  average: boolean
  /** The clause speaks of a rate of growth: "mức tăng". */
  isRate: boolean
  same: boolean
  whole: boolean
  /** The whole is the province: "toàn tỉnh". */
  ofProvince: boolean
  including: boolean
  /** What "tính cả …" includes. */
  included: string | null
  /** Words that take something out: "trừ dầu thô". */
  excluding: string | null
  /** Where those words end. */
  excludingEnd: number
  /** Where a bracket without numbers ends: its words explain and restrict nothing. */
  asideEnd: number
  /** Opened by "trong đó" and the like: a part of what was said. */
  isPart: boolean
  veto: boolean
  causeOpen: boolean
  /** Plain words said in the cause. */
  readonly causeItems: Item[]
  /** A comma closed a verb without a number: what follows is a clause of its own. */
  verbClosed: boolean
}

export function newPart(afterCopula = false): Part {
  return { items: [], heads: [], domains: [], indicators: [], products: false, afterCopula }
}

export function emptyClause(): Clause {
  return {
    parts: [newPart()],
    used: [],
    condition: null,
    areas: [],
    verb: null,
    direction: null,
    negative: false,
    status: null,
    statusLeads: false,
    result: false,
    done: false,
    base: null,
    isYearBefore: false,
    isPlanFigure: false,
    baseOpen: false,
    period: null,
    coupled: null,
    borders: null,
    price: null,
    average: false,
    isRate: false,
    same: false,
    whole: false,
    ofProvince: false,
    including: false,
    included: null,
    excluding: null,
    excludingEnd: 0,
    asideEnd: 0,
    isPart: false,
    veto: false,
    causeOpen: false,
    causeItems: [],
    verbClosed: false,
  }
}

/** The part that is being built. */
export function lastPart(clause: Clause): Part {
  const part = clause.parts.at(-1)
  if (part) return part
  const fresh = newPart()
  clause.parts.push(fresh)
  return fresh
}

/** True when the part says at least half of an indicator's name. */
export function namesIndicator(part: Part): boolean {
  return part.indicators.length + part.heads.length + part.domains.length > 0 || part.products
}

/** Words that restrict the subject; everything else in a part is grammar or an indicator's name. */
export function isContent(item: Item): boolean {
  if (item.kind === 'word') return true
  return (
    item.kind === 'cue' &&
    (item.cue.kind === 'part' || item.cue.kind === 'noun' || item.cue.kind === 'veto')
  )
}

const NAMES: ReadonlySet<Cue['kind']> = new Set(['indicator', 'head', 'domain', 'products'])

/** True for an item that is an indicator's name or half of one. */
export function isName(item: Item): item is ItemOf<'cue'> {
  return item.kind === 'cue' && NAMES.has(item.cue.kind)
}

/** True when the clause has plain words that restrict something. */
export function hasContent(clause: Clause): boolean {
  return clause.parts.some((part) => part.items.some(isContent))
}

/** True when the clause names something: an indicator, half of one, or any plain word. */
export function hasSubject(clause: Clause): boolean {
  return clause.parts.some(namesIndicator) || hasContent(clause)
}

const UP: ReadonlySet<VerbKind> = new Set(['up', 'exceed', 'times', 'rise-to'])
const DOWN: ReadonlySet<VerbKind> = new Set(['down', 'short', 'fall-to'])

/** Takes a verb: the last one rules, but a growth verb is not undone by a bare "đạt". */
export function takeVerb(clause: Clause, verb: VerbKind): void {
  if (UP.has(verb)) clause.direction = 1
  if (DOWN.has(verb)) clause.direction = -1
  if (verb === 'deficit') clause.negative = true
  if (verb === 'surplus') clause.negative = false
  if (verb === 'reach' && clause.verb !== null) return
  clause.verb = verb
}
