/** Fills what a follow-up leaves out from the question before ("còn Hải Phòng?", "tăng bao nhiêu?"). */
import type { Cue } from '../../vietnamese/lexicon/questions.ts'
import type { Ask, DefaultTaken, Query } from '../query.ts'
import { WHOLE } from './scope.ts'

export interface FollowedUp {
  readonly asks: readonly Ask[]
  readonly took: readonly DefaultTaken[]
}

/** The asks with what is missing taken from the last query; `took` says what was taken. */
export function followUp(
  asks: readonly Ask[],
  previous: Query | null,
  cues: ReadonlySet<Cue>,
): FollowedUp {
  const before = previous ? overall(previous.asks) : null
  if (!before || startsAnew(cues)) return { asks, took: [] }
  const list = asks.length > 0 ? asks : [EMPTY]
  return { asks: list.map((ask) => fill(ask, before)), took: [] }
}

const EMPTY: Ask = { indicators: [], areas: [], periods: [], demands: [], scope: WHOLE }

function startsAnew(cues: ReadonlySet<Cue>): boolean {
  return cues.has('definition') || cues.has('help')
}

/** Everything the last question was about, as one ask. */
function overall(asks: readonly Ask[]): Ask | null {
  const [first] = asks
  if (!first) return null
  return {
    indicators: unique(
      asks.flatMap((a) => a.indicators),
      (i) => i.codes.join(),
    ),
    areas: unique(
      asks.flatMap((a) => a.areas),
      (a) => `${a.area}|${a.borders}`,
    ),
    periods: unique(
      asks.flatMap((a) => a.periods),
      (p) => p.period,
    ),
    demands: asks.at(-1)?.demands ?? [],
    scope: asks.at(-1)?.scope ?? first.scope,
  }
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)))
}

function fill(ask: Ask, before: Ask): Ask {
  const takesIndicator = ask.indicators.length === 0
  const takesArea = ask.areas.length === 0
  const takesPeriod = ask.periods.length === 0
  const elliptical = takesIndicator || takesArea || takesPeriod
  return {
    indicators: takesIndicator ? before.indicators : ask.indicators,
    areas: takesArea ? before.areas : ask.areas,
    periods: takesPeriod ? before.periods : ask.periods,
    demands: ask.demands.length === 0 && elliptical ? before.demands : ask.demands,
    scope: takesIndicator && !ask.scope.firm && !ask.scope.whole ? before.scope : ask.scope,
  }
}
