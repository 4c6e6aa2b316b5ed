/** From a message to a typed query: what is asked, of where, of when, and what had to be guessed. */
import { indicatorById } from '../catalogue/indicators.ts'
import { yearOf } from '../model/period.ts'
import type { Cue } from '../vietnamese/lexicon/questions.ts'
import type { Ask, DefaultTaken, Demand, PeriodAsked, Query, Want } from './query.ts'
import { readAreas, unlistedDistrict } from './understand/areas.ts'
import { type Clause, clausesOf } from './understand/clauses.ts'
import { followUp } from './understand/follow-up.ts'
import { indicatorsOf } from './understand/indicators.ts'
import { asksAdvice, asksPrice, decideIntent, outsideTopic } from './understand/intent.ts'
import { rankOf } from './understand/rank.ts'
import { type Mention, type MentionOf, scanQuestion } from './understand/scan.ts'
import { sectorMentions } from './understand/scope.ts'
import { correctSpelling } from './understand/spelling.ts'
import { termsIn } from './understand/terms.ts'
import { type Words, wordsOf } from './understand/words.ts'
import { readBase, readPeriods, relationOf } from './understand/years.ts'

const HANOI_MS = 7 * 3_600_000

/** The message cut up: what every later step looks at. */
interface Reading {
  readonly words: Words
  readonly mentions: readonly Mention[]
  readonly clauses: readonly Clause[]
  readonly periods: readonly MentionOf<'period'>[]
  readonly cues: ReadonlySet<Cue>
  readonly choices: readonly string[]
  /** Slips that were mended. */
  readonly mended: readonly DefaultTaken[]
}

/**
 * Understands a message; `previous` is the query of the message before in the same conversation.
 * `now` is the moment of asking; relative time is read in Vietnam.
 */
export function understand(message: string, previous: Query | null, now: Date): Query {
  const local = new Date(now.getTime() + HANOI_MS)
  const { words, corrected } = correctSpelling(wordsOf(message.normalize('NFC').trim()))
  const mentions = scanQuestion(words, local)
  const clauses = clausesOf(words, mentions)
  const reading: Reading = {
    words,
    mentions,
    clauses,
    periods: mentions.filter((m): m is MentionOf<'period'> => m.kind === 'period'),
    cues: new Set(clauses.flatMap((clause) => [...clause.cues])),
    choices: clauses.flatMap((clause) => readAreas(clause.areas, mentions).choices),
    mended: corrected,
  }
  const asked = asksOf(reading, previous, local)
  const { asks, took } = followUp(asked, previous, reading.cues)
  return queryOf(message, reading, asks, took, previous)
}

/** One ask for each clause. */
function asksOf(
  { words, mentions, clauses, periods }: Reading,
  previous: Query | null,
  local: Date,
): Ask[] {
  const before = lastPeriod(previous)
  const previousYear = before === null ? null : yearOf(before)
  const years = { previous: previousYear, now: local.getUTCFullYear(), before }
  const unlisted = unlistedDistrict(words)
  return clauses.map((clause): Ask => {
    const { areas } = readAreas(clause.areas, mentions)
    const asked = readPeriods(clause.periods, periods, years)
    const base = readBase(periods, asked)
    return {
      indicators: indicatorsOf(clause),
      areas: unlisted ? [...areas, unlisted] : areas,
      periods: [...asked, ...besideThem(asked, base, clause)],
      demands: demandsAgainst(clause, base, asked),
      scope: clause.scope,
    }
  })
}

/** A comparison that asks for no growth ("… so với 8 tháng 2023 thế nào") wants both periods told. */
function besideThem(
  asked: readonly PeriodAsked[],
  base: string | null,
  { demands, cues }: Clause,
): PeriodAsked[] {
  const growth = demands.some((d) => d.want !== 'any' && d.want !== 'level')
  const compares = cues.has('and-what-about') || cues.has('compare') || demands.length === 0
  if (base === null || yearOf(base) === null || growth || !compares) return []
  if (asked.length !== 1 || asked.some((p) => p.period === base)) return []
  return [{ period: base, yearSaid: true, beside: true }]
}

/** "tháng 8 so tháng 7" without any other word asks for the growth against the month before. */
function demandsAgainst(
  { demands, indicators }: Clause,
  base: string | null,
  asked: readonly PeriodAsked[],
): readonly Demand[] {
  const relation = relationOf(base, asked[0]?.period)
  if (demands.length === 0 && relation === 'month-before') return [{ want: 'mom', wish: 'unsaid' }]
  const toMonth = relation === 'other' && /-\d{2}$/.test(base ?? '')
  if (demands.length === 0 && toMonth && isIndex(indicators))
    return [{ want: 'growth', wish: 'unsaid' }]
  return demands.map((d) => ({ ...d, want: againstBase(d.want, base, asked) }))
}

/** An index has no amount of its own: against any base it only grows or falls. */
function isIndex(indicators: Clause['indicators']): boolean {
  return indicators.some((i) => i.codes.some((code) => indicatorById(code)?.nature === 'index'))
}

/** A growth is asked against the base that was named. */
function againstBase(want: Want, base: string | null, asked: readonly PeriodAsked[]): Want {
  if (want !== 'yoy') return want
  const relation = relationOf(base, asked[0]?.period)
  return relation === 'month-before' ? 'mom' : relation === 'other' ? 'growth' : want
}

function queryOf(
  question: string,
  reading: Reading,
  asks: readonly Ask[],
  took: readonly DefaultTaken[],
  previous: Query | null,
): Query {
  const { words, mentions, periods, cues, choices, mended } = reading
  const units = mentions.filter((m) => m.kind === 'unit')
  const unit = units.at(-1)
  const terms = termsIn(words, cues)
  const rank = rankOf(cues, asks, words, previous)
  const areas = asks.flatMap((ask) => ask.areas)
  const intent = decideIntent({
    cues,
    asks,
    namesIndicator: mentions.some((m) => m.kind === 'indicator'),
    namesArea: mentions.some((m) => m.kind === 'area') || unlistedDistrict(words) !== null,
    namesPeriod: periods.length > 0,
    namesCountry: mentions.some((m) => m.kind === 'country'),
    namesUnit: units.length > 0,
    terms,
    outside: outsideTopic(words),
    advice: asksAdvice(words),
    price: asksPrice(words, mentions),
    rank,
    previous,
    hasScope: asks.some((ask) => ask.scope.firm),
    broad: asks.every((ask) => ask.indicators.every((i) => i.codes.length > 1)),
  })
  const openPlace = choices.length > 0 && intent === 'figures' && areas.length === 0
  const shares = asks.some((ask) => ask.demands.some((d) => d.want === 'share'))
  return {
    question,
    intent: openPlace ? 'unclear' : intent,
    asks,
    rank,
    compare: cues.has('compare') || asks.some((ask) => ask.areas.length > 1),
    base: readBase(periods, asks[0]?.periods ?? []),
    ofCountry: shares && areas.some((a) => a.kind === 'country') && areas.length > 1,
    direction: directionOf(cues),
    unit: unit?.unit ?? null,
    countsThings: unit?.counts ?? false,
    priceBasis: mentions.find((m) => m.kind === 'price')?.basis ?? null,
    backCompute: cues.has('back-compute'),
    latest: periods.some((m) => m.period.role === 'latest'),
    terms,
    defaults: [...mended, ...took],
    rest: restOf(words, mentions),
    counted: countedIn(words, mentions),
    about: cues.has('why') ? 'reason' : cues.has('actions') ? 'action' : null,
    unclear: unclearWhat(asks, choices),
    choices,
    outside: outsideTopic(words),
  }
}

function directionOf(cues: ReadonlySet<Cue>): Query['direction'] {
  if (cues.has('trend') || cues.has('up') === cues.has('down')) return null
  return cues.has('up') ? 'up' : 'down'
}

function lastPeriod(previous: Query | null): string | null {
  const periods = previous?.asks.flatMap((ask) => ask.periods) ?? []
  return periods.at(-1)?.period ?? null
}

/** Content words that belong to no indicator, place or period. */
function restOf(words: Words, mentions: readonly Mention[]): string[] {
  const sectors = sectorMentions(mentions)
  return mentions
    .filter((m) => m.kind === 'word' || m.kind === 'part' || m.kind === 'country' || sectors.has(m))
    .flatMap((m) => words.folded.slice(m.from, m.to).map((token) => token.key))
}

/** The noun after "bao nhiêu", up to two words; empty when a unit or nothing follows. */
function countedIn(words: Words, mentions: readonly Mention[]): string[] {
  const at = mentions.findIndex((m) => m.kind === 'cue' && m.cue === 'how-much')
  const next = mentions[at + 1]
  if (at < 0 || !next || (next.kind !== 'word' && next.kind !== 'part')) return []
  const after = mentions[at + 2]
  const to = after && (after.kind === 'word' || after.kind === 'filler') ? after.to : next.to
  return words.folded.slice(next.from, to).map((token) => token.key)
}

function unclearWhat(asks: readonly Ask[], choices: readonly string[]): Query['unclear'] {
  if (choices.length > 0) return 'which-area'
  const area = asks.some((ask) => ask.areas.length > 0)
  const indicator = asks.some((ask) => ask.indicators.length > 0)
  if (area && indicator) return null
  return area ? 'indicator' : indicator ? 'area' : 'both'
}
