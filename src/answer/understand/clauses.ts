/**
 * Cuts the mentions of a question into clauses and clauses into things asked: what a clause leaves
 * out it takes from the one before, so that "…đạt bao nhiêu, mục tiêu cả năm là bao nhiêu?" is two.
 */
import type { Cue } from '../../vietnamese/lexicon/questions.ts'
import type { Demand, ScopeAsked } from '../query.ts'
import { asksOnlyHowMuch, asksSomething, demandOf } from './demands.ts'
import type { Mention, MentionOf } from './scan.ts'
import { scopeOf, sectorMentions } from './scope.ts'
import type { Words } from './words.ts'

/** One thing asked, in mentions; empty lists were not said. */
export interface Clause {
  readonly indicators: readonly MentionOf<'indicator'>[]
  readonly areas: readonly MentionOf<'area'>[]
  readonly periods: readonly MentionOf<'period'>[]
  readonly demands: readonly Demand[]
  readonly cues: ReadonlySet<Cue>
  readonly scope: ScopeAsked
  readonly units: readonly string[]
}

const BREAKS = new Set([',', ';', ':', '?', '.', '!', '…'])
/** "ba chỉ tiêu", "các chỉ tiêu": indicators are counted, no target is meant. */
const COUNTS = /^(?:\d{1,2}|mot|hai|ba|bon|nam|cac|nhung|may|tung|moi)$/

/** The clauses of a question, those that ask the same merged, what was left out filled in. */
export function clausesOf(words: Words, mentions: readonly Mention[]): Clause[] {
  const sectors = sectorMentions(mentions)
  const namesAny = mentions.some((m) => m.kind === 'indicator' && !sectors.has(m))
  const raw = cut(words, mentions).map((part) => clauseOf(words, part, sectors, namesAny))
  return inherit(join(raw.filter((clause) => saysSomething(clause))))
}

function cut(words: Words, mentions: readonly Mention[]): Mention[][] {
  const parts: Mention[][] = [[]]
  for (const [i, mention] of mentions.entries()) {
    // A list of parts goes on over commas until something has been asked of it.
    const lists = mentions[i + 1]?.kind === 'part' && !parts.at(-1)?.some((m) => m.kind === 'cue')
    const isBreak =
      (mention.kind === 'mark' && BREAKS.has(mention.mark) && !lists) ||
      (mention.kind === 'filler' && words.folded[mention.from]?.key === 'va')
    if (isBreak) parts.push([])
    else parts.at(-1)?.push(mention)
  }
  return parts.filter((part) => part.length > 0)
}

function clauseOf(
  words: Words,
  mentions: readonly Mention[],
  sectors: Set<Mention>,
  namesAny: boolean,
): Clause {
  const cues = cuesOf(words, mentions)
  const indicators = mentions.filter(
    (m): m is MentionOf<'indicator'> => m.kind === 'indicator' && !sectors.has(m),
  )
  for (const { alias } of indicators) {
    if (/bao nhiêu/.test(alias)) cues.add('how-much')
    if (/tăng trưởng|tăng bao nhiêu/.test(alias)) cues.add('up')
  }
  const units = mentions.flatMap((m) => (m.kind === 'unit' ? [m.unit] : []))
  const asks = asksSomething(cues) || wishes(cues)
  return {
    indicators,
    areas: mentions.filter((m): m is MentionOf<'area'> => m.kind === 'area' && !m.area.qualifies),
    periods: mentions.filter((m): m is MentionOf<'period'> => m.kind === 'period'),
    demands: asks ? [demandOf(cues, units.length > 0)] : [],
    cues,
    scope: scopeOf(words, mentions, indicators.length === 0 && (asks || !namesAny)),
    units,
  }
}

/** The cues that count: not a counted "chỉ tiêu", not what an asked computation starts from. */
function cuesOf(words: Words, mentions: readonly Mention[]): Set<Cue> {
  const cues = new Set<Cue>()
  for (const [i, mention] of mentions.entries()) {
    if (mention.kind !== 'cue') continue
    const before = words.folded[mention.from - 1]?.key ?? ''
    const word = words.folded[mention.from]?.key
    if (mention.cue === 'target' && word === 'chi' && COUNTS.test(before)) continue
    const next = mentions[i + 1]
    if (mention.cue === 'compare' && next?.kind === 'period' && next.period.role === 'base')
      continue
    cues.add(mention.cue)
    if (mention.cue === 'back-compute') break
  }
  return cues
}

function wishes(cues: ReadonlySet<Cue>): boolean {
  return cues.has('target') || cues.has('expected') || cues.has('result')
}

function saysSomething(clause: Clause): boolean {
  const { indicators, areas, periods, demands, scope, cues } = clause
  return (
    indicators.length + areas.length + periods.length + demands.length > 0 ||
    scope.words.length > 0 ||
    cues.size > 0
  )
}

/** Neighbours that ask one thing become one clause. */
function join(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = []
  for (const clause of clauses) {
    const last = joined.at(-1)
    if (last && belongTogether(last, clause)) joined[joined.length - 1] = merge(last, clause)
    else joined.push(clause)
  }
  return joined
}

function belongTogether(a: Clause, b: Clause): boolean {
  const bothName = a.indicators.length > 0 && b.indicators.length > 0
  if ((a.scope.firm && b.scope.whole) || (a.scope.whole && b.scope.firm)) return false
  if (aimsLater(a, b)) return false
  if (bothName && (a.scope.firm || b.scope.firm)) return false
  if (a.demands.length > 0 && b.demands.length > 0 && asksSomething(a.cues)) {
    const bare =
      asksOnlyHowMuch(b.cues) && b.indicators.length + b.areas.length + b.periods.length === 0
    return bare && !wishes(b.cues)
  }
  if (bothName && asked(a) > 0 && asked(b) > 0) return false
  return true
}

/** "GRDP quý I và mục tiêu cả năm": a result of one period, then the aim for another. */
function aimsLater(a: Clause, b: Clause): boolean {
  const aims = (clause: Clause): boolean => clause.demands.some((d) => d.wish === 'target')
  return (
    aims(b) &&
    !aims(a) &&
    b.indicators.length === 0 &&
    a.indicators.length > 0 &&
    asked(a) > 0 &&
    asked(b) > 0
  )
}

function asked(clause: Clause): number {
  return clause.periods.filter((p) => p.period.role === 'asked').length
}

function merge(a: Clause, b: Clause): Clause {
  const cues = new Set([...a.cues, ...b.cues])
  const units = [...a.units, ...b.units]
  const asks = asksSomething(cues) || wishes(cues)
  const scope: ScopeAsked = {
    words: [...a.scope.words, ...b.scope.words],
    loose: [...a.scope.loose, ...b.scope.loose],
    runs: [...a.scope.runs, ...b.scope.runs],
    text: [a.scope.text, b.scope.text].filter(Boolean).join(', '),
    except: a.scope.except || b.scope.except,
    firm: a.scope.firm || b.scope.firm,
    whole: a.scope.whole || b.scope.whole,
  }
  return {
    indicators: [...a.indicators, ...b.indicators],
    areas: [...a.areas, ...b.areas],
    periods: [...a.periods, ...b.periods],
    demands: asks ? [demandOf(cues, units.length > 0)] : [],
    cues,
    scope,
    units,
  }
}

/** Later clauses take what they leave out from earlier ones; the first ones from the first that says. */
function inherit(clauses: readonly Clause[]): Clause[] {
  const done: Clause[] = []
  for (const clause of clauses) {
    const before = done.at(-1)
    done.push(before ? fill(clause, before) : fillFromLater(clause, clauses))
  }
  // A clause without any demand beside one with a demand only sets the scene.
  const asking = done.filter((clause) => clause.demands.length > 0)
  return asking.length > 0 && asking.length < done.length ? keepNamed(done) : done
}

function keepNamed(clauses: readonly Clause[]): Clause[] {
  return clauses.filter(
    (clause) => clause.demands.length > 0 || clause.indicators.length > 0 || clause.scope.whole,
  )
}

function fill(clause: Clause, before: Clause): Clause {
  const sameThing = clause.indicators.length === 0
  const [demand] = clause.demands
  const [earlier] = before.demands
  const goesOn =
    demand !== undefined && demand.wish === 'unsaid' && earlier?.wish === 'target' && sameThing
  const own = clause.scope.firm || clause.scope.whole
  const scope = sameThing && !own ? before.scope : clause.scope
  const again = clause.demands.length === 0 && clause.scope.whole && before.scope.firm
  return {
    ...clause,
    indicators: sameThing ? before.indicators : clause.indicators,
    areas: clause.areas.length > 0 ? clause.areas : before.areas,
    periods: periodsOf(clause, before),
    demands: goesOn ? [{ ...demand, wish: 'target' }] : again ? before.demands : clause.demands,
    scope,
  }
}

function periodsOf(clause: Clause, before: Clause): Clause['periods'] {
  return clause.periods.some((p) => p.period.role === 'asked')
    ? clause.periods
    : [...before.periods, ...clause.periods]
}

function fillFromLater(clause: Clause, all: readonly Clause[]): Clause {
  const later = <K extends 'indicators' | 'areas' | 'periods'>(key: K): Clause[K] =>
    clause[key].length > 0
      ? clause[key]
      : (all.find((c) => c[key].length > 0)?.[key] ?? clause[key])
  return {
    ...clause,
    indicators: later('indicators'),
    areas: later('areas'),
    periods: later('periods'),
  }
}
