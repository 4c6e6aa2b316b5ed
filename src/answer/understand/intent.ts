/** Decides what kind of help a question asks for, from its cues and what it names. */

import { foldName } from '../../vietnamese/fold.ts'
import {
  ADVICE_WORDS,
  NO_PRICE_BEFORE,
  OUTSIDE_TOPICS,
  PRICED_THINGS,
} from '../../vietnamese/lexicon/question-topics.ts'
import type { Cue } from '../../vietnamese/lexicon/questions.ts'
import type { Ask, Intent, Query, RankAsked } from '../query.ts'
import type { Mention } from './scan.ts'
import { questionMatcher, type Words } from './words.ts'

/** What the decision looks at. */
export interface IntentInput {
  readonly cues: ReadonlySet<Cue>
  readonly asks: readonly Ask[]
  readonly namesIndicator: boolean
  readonly namesArea: boolean
  readonly namesPeriod: boolean
  readonly namesCountry: boolean
  readonly namesUnit: boolean
  readonly terms: readonly string[]
  readonly outside: string | null
  readonly advice: boolean
  /** The price of a single good is asked. */
  readonly price: boolean
  readonly rank: RankAsked | null
  readonly previous: Query | null
  readonly hasScope: boolean
  /** The indicator words leave open what is meant ("công nghiệp"). */
  readonly broad: boolean
}

const TOPICS = questionMatcher(
  OUTSIDE_TOPICS.map((topic) => ({ id: topic, patterns: [topic], examples: [] })),
)
const ADVICE = questionMatcher(
  ADVICE_WORDS.map((words) => ({ id: words, patterns: [words], examples: [] })),
)

/** The words that show a question is about something else; null when there are none. */
export function outsideTopic(words: Words): string | null {
  return firstHit(words, TOPICS)
}

/** True when advice or an opinion is wanted. */
export function asksAdvice(words: Words): boolean {
  return firstHit(words, ADVICE) !== null
}

const PRICED = questionMatcher(
  PRICED_THINGS.map((words) => ({ id: words, patterns: [words], examples: [] })),
)
const NO_PRICE = new Set(NO_PRICE_BEFORE.flatMap((words) => foldName(words).split(' ')))
const TRADED = /^(?:xuất khẩu|nhập khẩu|bán lẻ|điện)/u

/** True for "giá xăng", "giá gạo xuất khẩu", never for "trị giá", "giá so sánh". */
export function asksPrice(words: Words, mentions: readonly Mention[]): boolean {
  if (mentions.some((m) => m.kind === 'indicator' && m.codes.includes('cpi'))) return false
  return mentions.some((mention, i) => {
    if (mention.kind !== 'word' || words.folded[mention.from]?.key !== 'gia') return false
    if (NO_PRICE.has(words.folded[mention.from - 1]?.key ?? '')) return false
    const next = mentions[i + 1]
    if (next?.kind === 'part' || PRICED.matchAt(words, mention.to)) return true
    return next?.kind === 'indicator' && TRADED.test(next.alias) && !words.bare[mention.from]
  })
}

function firstHit(words: Words, matcher: typeof TOPICS): string | null {
  for (let at = 0; at < words.exact.length; at++) {
    const hit = matcher.matchAt(words, at)
    const typed =
      hit && words.text.slice(words.exact[hit.from]?.start, words.exact[hit.to - 1]?.end)
    // A single bare word ("mua") may be many words; only a typed or a longer topic counts.
    const sure =
      hit &&
      (hit.to - hit.from > 1 ||
        !words.bare[at] ||
        foldName(hit.rule.id) === hit.rule.id.toLowerCase())
    if (hit && typed && sure) return hit.rule.id
  }
  return null
}

const PASSAGE: readonly Cue[] = ['why', 'actions', 'statement', 'which-things']
const SOURCE: readonly Cue[] = ['source', 'quote']
const ASKING_FIGURES: readonly Cue[] = [
  'up',
  'down',
  'trend',
  'percent',
  'plan-reached',
  'plan-exceeded',
  'plan-met',
  'against-plan',
  'share',
  'target',
  'level',
  'highest',
  'lowest',
  'coverage',
  'overview',
  'compare',
  'source',
  'quote',
  'yoy-base',
  'mom-base',
  'which-area',
  'my-area',
]

/** The intent; rules are tried in order of how certain their cues are. */
export function decideIntent(input: IntentInput): Intent {
  return aboutItself(input) ?? aboutAnswer(input) ?? outside(input) ?? aboutContent(input)
}

function aboutItself(input: IntentInput): Intent | undefined {
  const { cues, terms, namesIndicator, namesArea, namesPeriod, outside: topic } = input
  const named = namesIndicator || namesArea || namesPeriod
  if (cues.has('help') && !named) return 'help'
  const only = (...small: Cue[]): boolean => [...cues].every((cue) => small.includes(cue))
  if (!named && !input.hasScope && topic === null && only('greeting', 'thanks', 'and-what-about')) {
    if (cues.has('thanks')) return 'thanks'
    if (cues.has('greeting')) return 'greeting'
  }
  const explains = cues.has('definition') || cues.has('differs-from')
  if (explains && terms.length > 0 && !namesArea && !namesPeriod) return 'definition'
  return undefined
}

function aboutAnswer({
  cues,
  namesIndicator,
  namesArea,
  namesUnit,
  previous,
}: IntentInput): Intent | undefined {
  if (namesIndicator || namesArea || !previous) return undefined
  if (SOURCE.some((cue) => cues.has(cue))) return 'source'
  if (namesUnit && (cues.has('convert') || cues.size === 0)) return 'convert'
  return undefined
}

function outside(input: IntentInput): Intent | undefined {
  const { advice, outside: topic, namesIndicator, namesArea, namesCountry, cues, asks } = input
  if (advice || (input.price && !PASSAGE.some((cue) => cues.has(cue)))) return 'outside'
  if (topic && !namesIndicator) return 'outside'
  const ours = namesArea || asks.some((ask) => ask.areas.length > 0)
  if (namesCountry && !ours && !cues.has('definition')) return 'outside'
  return undefined
}

function aboutContent(input: IntentInput): Intent {
  const { cues, asks, rank, namesIndicator, broad } = input
  const hasArea = asks.some((ask) => ask.areas.length > 0)
  const hasIndicator = asks.some((ask) => ask.indicators.length > 0)
  if (PASSAGE.some((cue) => cues.has(cue)) && (hasArea || hasIndicator)) return 'passage'
  if (rank) return hasIndicator ? 'rank' : 'unclear'
  if (cues.has('coverage') && (hasArea || namesIndicator || !hasIndicator)) return 'coverage'
  if (cues.has('overview') && hasArea && (!hasIndicator || broad)) return 'overview'
  if (hasArea && hasIndicator) return 'figures'
  return hasArea ? aboutPlace(input) : nothingNamed(input, hasIndicator)
}

/** A place without any indicator: a part of something, or the place as a whole. */
function aboutPlace(input: IntentInput): Intent {
  if (input.hasScope) return 'figures'
  if (!input.namesArea) return 'unclear'
  return namesOnlyPlace(input) ? 'overview' : 'figures'
}

function nothingNamed({ cues, namesPeriod, previous }: IntentInput, hasIndicator: boolean): Intent {
  const aboutFigures =
    hasIndicator || namesPeriod || ASKING_FIGURES.some((cue) => cues.has(cue)) || previous !== null
  return aboutFigures ? 'unclear' : 'outside'
}

function namesOnlyPlace({ cues, hasScope }: IntentInput): boolean {
  return !hasScope && !cues.has('how-much')
}
