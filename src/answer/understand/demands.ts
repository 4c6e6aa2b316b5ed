/** What a clause wants to know, from its cue words. */

import type { Cue } from '../../vietnamese/lexicon/questions.ts'
import type { Demand, Want, Wish } from '../query.ts'

/** Cues that say what is wanted; a clause with one of them asks something. */
const ASKING: readonly Cue[] = [
  'how-much',
  'level',
  'up',
  'down',
  'trend',
  'percent',
  'times',
  'yoy-base',
  'mom-base',
  'quarter-base',
  'average',
  'plan',
  'plan-reached',
  'plan-exceeded',
  'plan-met',
  'against-plan',
  'share',
]
const GROWING: readonly Cue[] = ['up', 'down', 'trend', 'yoy-base']

/** True when the clause asks something of its own, not only names what is spoken of. */
export function asksSomething(cues: ReadonlySet<Cue>): boolean {
  return ASKING.some((cue) => cues.has(cue))
}

/** True for a clause that only repeats "bao nhiêu" of the clause before. */
export function asksOnlyHowMuch(cues: ReadonlySet<Cue>): boolean {
  return ASKING.filter((cue) => cues.has(cue)).every((cue) => cue === 'how-much')
}

/** The demand of a clause; `asksUnit` when it names a unit of its own ("bao nhiêu tỷ đồng"). */
export function demandOf(cues: ReadonlySet<Cue>, asksUnit: boolean): Demand {
  const want = wantOf(cues, asksUnit)
  return { want, wish: wishOf(cues, want) }
}

/** The first row with a cue of the clause decides. */
const WANTS: readonly (readonly [readonly Cue[], Want])[] = [
  [['plan-met'], 'met'],
  [['plan-exceeded'], 'over_plan'],
  [['plan-reached'], 'plan'],
  [['against-plan'], 'met'],
  [['share'], 'share'],
  [['average'], 'average'],
  [['mom-base'], 'mom'],
  [['quarter-base', 'times'], 'growth'],
  [[...GROWING, 'percent'], 'yoy'],
  [['how-much', 'level'], 'level'],
]

function wantOf(cues: ReadonlySet<Cue>, asksUnit: boolean): Want {
  const row = WANTS.find(([any]) => any.some((cue) => cues.has(cue)))
  return row?.[1] ?? (asksUnit ? 'level' : 'any')
}

function wishOf(cues: ReadonlySet<Cue>, want: Want): Wish {
  const reached = want === 'plan' || want === 'over_plan' || want === 'met'
  if (cues.has('target') && !reached) return 'target'
  if (cues.has('plan') && !reached && !cues.has('result')) return 'target'
  if (cues.has('expected')) return 'expected'
  if (cues.has('result')) return 'result'
  return 'unsaid'
}
