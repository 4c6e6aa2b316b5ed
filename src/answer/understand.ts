/** From a message to a typed query: what is asked, of where, of when, and what had to be guessed. */
import { yearOf } from '../model/period.ts'
import type { Cue } from '../vietnamese/lexicon/questions.ts'
import type { Ask, Query } from './query.ts'
import { readAreas, unlistedDistrict } from './understand/areas.ts'
import { clausesOf } from './understand/clauses.ts'
import { followUp } from './understand/follow-up.ts'
import { indicatorsOf } from './understand/indicators.ts'
import { asksAdvice, decideIntent, outsideTopic } from './understand/intent.ts'
import { rankOf } from './understand/rank.ts'
import { type Mention, type MentionOf, scanQuestion } from './understand/scan.ts'
import { correctSpelling } from './understand/spelling.ts'
import { termsIn } from './understand/terms.ts'
import { type Words, wordsOf } from './understand/words.ts'
import { readBase, readPeriods } from './understand/years.ts'

const HANOI_MS = 7 * 3_600_000

/**
 * Understands a message; `previous` is the query of the message before in the same conversation.
 * `now` is the moment of asking; relative time is read in Vietnam.
 */
export function understand(message: string, previous: Query | null, now: Date): Query {
  const local = new Date(now.getTime() + HANOI_MS)
  const { words, corrected } = correctSpelling(wordsOf(message.normalize('NFC').trim()))
  const mentions = scanQuestion(words, local)
  const clauses = clausesOf(words, mentions)
  const allPeriods = mentions.filter((m): m is MentionOf<'period'> => m.kind === 'period')
  const yearContext = { previous: lastYear(previous), now: local.getUTCFullYear() }
  const choices: string[] = []
  const unlisted = unlistedDistrict(words)
  const read = clauses.map((clause): Ask => {
    const places = readAreas(clause.areas, mentions)
    choices.push(...places.choices)
    return {
      indicators: indicatorsOf(clause),
      areas: unlisted ? [...places.areas, unlisted] : places.areas,
      periods: readPeriods(clause.periods, allPeriods, yearContext),
      demands: clause.demands,
      scope: clause.scope,
    }
  })
  const cues = new Set(clauses.flatMap((clause) => [...clause.cues]))
  const { asks, took } = followUp(read, previous, cues)
  const units = mentions.flatMap((m) => (m.kind === 'unit' ? [m.unit] : []))
  const terms = termsIn(words)
  const rank = rankOf(cues, asks, words, previous)
  const intent = decideIntent({
    cues,
    asks,
    namesIndicator: mentions.some((m) => m.kind === 'indicator'),
    namesArea: mentions.some((m) => m.kind === 'area') || unlisted !== null,
    namesPeriod: allPeriods.length > 0,
    namesCountry: mentions.some((m) => m.kind === 'country'),
    namesUnit: units.length > 0,
    terms,
    outside: outsideTopic(words),
    advice: asksAdvice(words),
    rank,
    previous,
    hasScope: asks.some((ask) => ask.scope.firm),
    broad: asks.every((ask) => ask.indicators.every((i) => i.codes.length > 1)),
  })
  const latest = allPeriods.some((m) => m.period.role === 'latest')
  return {
    question: message,
    intent:
      choices.length > 0 && intent === 'figures' && asks.every((a) => a.areas.length === 0)
        ? 'unclear'
        : intent,
    asks,
    rank,
    compare: cues.has('compare') || asks.some((ask) => ask.areas.length > 1),
    base: readBase(allPeriods, asks[0]?.periods ?? []),
    direction: directionOf(cues),
    unit: units.at(-1) ?? null,
    backCompute: cues.has('back-compute'),
    latest,
    terms,
    defaults: [...corrected, ...took],
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

function lastYear(previous: Query | null): number | null {
  const periods = previous?.asks.flatMap((ask) => ask.periods) ?? []
  const last = periods.at(-1)
  return last ? yearOf(last.period) : null
}

function restOf(words: Words, mentions: readonly Mention[]): string[] {
  return mentions
    .filter((m) => m.kind === 'word' || m.kind === 'part' || m.kind === 'country')
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
