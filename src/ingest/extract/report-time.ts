/** Finds what an article tells about its time as a whole, before its figures are read. */
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import type { Item } from './items.ts'
import type { Sentence } from './scene.ts'
import { endMonth, isFigurePeriod, type ReportTime } from './when.ts'

interface SaidPeriod {
  readonly mention: PeriodMention
  /** It is compared with ("so với năm 2022", "gấp đôi năm 2022"). */
  readonly isBase: boolean
  /** A plan, a target or a task is spoken of. */
  readonly isAhead: boolean
  /** "tổng kết năm 2023". */
  readonly isReported: boolean
  /** It stands in the headline or the lead. */
  readonly isLead: boolean
  /** Figures stand in its sentence. */
  readonly isBeside: boolean
}

function isCue(item: Item | undefined, ...kinds: string[]): boolean {
  return item?.kind === 'cue' && kinds.includes(item.cue.kind)
}

/** Words after which a year is one to come: "phấn đấu", "nhiệm vụ năm 2024". */
function looksAhead(item: Item): boolean {
  if (item.kind !== 'cue') return item.kind === 'word' && item.word === 'vụ'
  const { cue } = item
  return (
    cue.kind === 'plan' ||
    (cue.kind === 'status' && (cue.status === 'target' || cue.status === 'forecast'))
  )
}

function saidPeriods({ items }: Sentence, index: number): SaidPeriod[] {
  const isBeside = items.some((i) => i.kind === 'quantity')
  const isLead = index < LEAD_SENTENCES
  const said: SaidPeriod[] = []
  let compared = false
  let reported = false
  let ahead = false
  /** Where the periods since the last number begin: a target said behind them is theirs too. */
  let open = 0
  for (const item of items) {
    compared = isCompared(item, compared)
    reported ||= isCue(item, 'report')
    ahead ||= looksAhead(item)
    if (isTargetWord(item))
      said.push(...said.splice(open).map((p) => ({ ...p, isAhead: !p.isReported })))
    if (item.kind === 'quantity') {
      ahead = false
      open = said.length
    }
    if (item.kind !== 'period') continue
    const mention = item.period
    const isBase = compared || mention.kind === 'same-period' || mention.yearRef === 'previous'
    const isAhead = (ahead || mention.yearRef === 'next') && !reported
    said.push({ mention, isBase, isAhead, isReported: reported, isLead, isBeside })
    compared = false
    reported = false
  }
  return said
}

/** True when a period behind the item is what something is compared with ("gấp đôi năm 2022"). */
function isCompared(item: Item, before: boolean): boolean {
  if (item.kind === 'quantity') return item.quantity.unitKind === 'times'
  return isCue(item, 'compare', 'above', 'below') || (before && item.kind !== 'mark')
}

function isTargetWord(item: Item): boolean {
  return item.kind === 'cue' && item.cue.kind === 'status' && item.cue.status === 'target'
}

/** Mentions of the first sentences: headline and lead say what is reported on. */
const LEAD_SENTENCES = 3

/** How a year is spoken of, by how much that tells; said again in the same way adds nothing. */
const WEIGHTS = { reported: 8, lead: 3, published: 3, base: 2, beside: 2, passing: 1, ahead: 0.5 }

type Evidence = keyof typeof WEIGHTS

function evidenceOf(p: SaidPeriod): { year: number; evidence: Evidence } | null {
  const { year, kind } = p.mention
  if (year === null || kind === 'day') return null
  // "tăng 5% so với năm 2022" is said in a report on 2023.
  if (p.isBase) return { year: year + 1, evidence: 'base' }
  if (p.isAhead) return { year, evidence: 'ahead' }
  if (kind === 'years') return { year: p.mention.lastYear ?? year, evidence: 'passing' }
  if (!isFigurePeriod(p.mention)) return null
  if (p.isReported) return { year, evidence: 'reported' }
  if (p.isLead) return { year, evidence: 'lead' }
  return { year, evidence: p.isBeside ? 'beside' : 'passing' }
}

type Found<K> = Map<K, Set<Evidence>>

function note<K>(found: Found<K>, key: K, evidence: Evidence): void {
  found.set(key, (found.get(key) ?? new Set()).add(evidence))
}

/** What the most evidence speaks for; of equals the one said first. */
function likeliest<K>(found: Found<K>): K | undefined {
  const weight = (all: Set<Evidence>): number => [...all].reduce((sum, e) => sum + WEIGHTS[e], 0)
  const [best] = [...found].sort(([, a], [, b]) => weight(b) - weight(a))
  return best?.[0]
}

function likeliestYear(said: readonly SaidPeriod[], published: string | null): number | null {
  const found: Found<number> = new Map()
  for (const p of said) {
    const hit = evidenceOf(p)
    if (hit) note(found, hit.year, hit.evidence)
  }
  const dated = yearBefore(published)
  if (dated !== null) note(found, dated, 'published')
  return likeliest(found) ?? dated
}

/** What "6 tháng" and "6 tháng năm 2024" have in common. */
function spanOf(mention: PeriodMention): string {
  if (mention.kind === 'month') return `month ${mention.part}`
  if (mention.kind === 'years') return `years ${mention.year}`
  return `to ${mention.part === null ? 12 : endMonth(mention)}`
}

/** The period that the report is on. */
function likeliestPeriod(own: readonly SaidPeriod[], year: number | null): PeriodMention | null {
  const found: Found<string> = new Map()
  const first = new Map<string, PeriodMention>()
  for (const { mention, isReported, isLead, isBeside } of own) {
    if (mention.kind !== 'years' && mention.year !== null && mention.year !== year) continue
    const span = spanOf(mention)
    first.set(span, first.get(span) ?? mention)
    if (isReported) note(found, span, 'reported')
    if (isLead) note(found, span, 'lead')
    note(found, span, isBeside ? 'beside' : 'passing')
  }
  return first.get(likeliest(found) ?? '') ?? null
}

/**
 * The time of an article: the year that most mentions speak for, where a headline, a report's name, a
 * year compared with and the day of publication weigh more than a year said in passing; without any
 * mention the year of publication (the one before for an article of January or February).
 */
export function reportTime(sentences: readonly Sentence[], published: string | null): ReportTime {
  const said = sentences.flatMap(saidPeriods)
  const own = said.filter((p) => !p.isBase && !p.isAhead && isFigurePeriod(p.mention))
  const year = likeliestYear(said, published)
  const range = own.find((p) => p.mention.kind === 'years' && p.mention.year !== null)
  return {
    year,
    published,
    main: likeliestPeriod(own, year),
    range: range?.mention ?? null,
  }
}

/** Articles of the first two months report on the year before. */
function yearBefore(published: string | null): number | null {
  if (published === null) return null
  const [year = 0, month = 12] = published.split('-').map(Number)
  return month <= 2 ? year - 1 : year
}
