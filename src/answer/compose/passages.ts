/** Why and what was done: the best sentences of stored articles, word for word, with their source. */
import { provinceOfArea } from '../../catalogue/areas.ts'
import { monthsOf } from '../../model/period.ts'
import type { PassageHit } from '../../store/store.ts'
import { foldName } from '../../vietnamese/fold.ts'
import { ACTION_WORDS, REASON_WORDS } from '../../vietnamese/lexicon/question-topics.ts'
import type { Query } from '../query.ts'
import type { Reply } from '../reply.ts'
import { Draft } from './draft.ts'
import { addSources } from './notes.ts'

const MOST_SENTENCES = 4
/** A stop inside a number or an abbreviation ends no sentence; a semicolon of a list does. */
const SENTENCE = /(?:[^.!?…;\n]|[.!?…](?=\S))+[.!?…;]?/gu
const SHORTEST = 20
/** Content words of the question that a sentence with its neighbours must hold. */
const ENOUGH = 0.5
const NUMBER = /\p{Nd}+/gu
const CUES = { reason: REASON_WORDS.map(padded), action: ACTION_WORDS.map(padded) } as const

interface Candidate {
  readonly hit: PassageHit
  readonly start: number
  readonly end: number
  /** Folded, with a space at each end. */
  readonly words: string
  readonly topic: number
  readonly cues: number
  readonly score: number
}

function padded(words: string): string {
  return ` ${foldName(words)} `
}

/** Content words of a question that a passage should hold, folded, each once. */
export function searchWords(query: Query): string[] {
  const topics = query.asks.flatMap((ask) =>
    ask.indicators.flatMap((i) => foldName(i.text).split(' ')),
  )
  return [...new Set([...query.rest, ...topics, ...query.counted])].filter(
    (word) => word.length > 1,
  )
}

/**
 * Quotes what fits best; undefined when nothing found speaks of what was asked. `strict`: a number is
 * asked for, so one sentence must hold a number and what is counted.
 */
export function composePassages(
  query: Query,
  hits: readonly PassageHit[],
  strict: boolean,
): Reply | undefined {
  const words = searchWords(query)
  const candidates = hits.flatMap((hit, rank) => sentencesOf(query, hit, rank, words))
  const here = candidates.filter((c) => isOfPlace(c, query))
  const fitting = here.filter((c) => (strict ? counts(c, query) : speaksOf(c, query, words)))
  const best = fitting.sort(
    (a, b) => b.score - a.score || a.hit.id.localeCompare(b.hit.id) || a.start - b.start,
  )
  const chosen = once(best).slice(0, strict ? 1 : MOST_SENTENCES)
  if (chosen.length === 0) return undefined
  const draft = new Draft(query.question)
  draft.line('answer', strict ? 'Bài viết trong kho ghi:' : 'Các bài viết trong kho nêu:')
  const inOrder = [...chosen].sort((a, b) => a.hit.id.localeCompare(b.hit.id) || a.start - b.start)
  for (const { hit, start, end } of inOrder) {
    const quote = hit.text.slice(start, end)
    const n = draft.quote(hit.article, quote)
    draft.line('quote', '• “', { kind: 'quote', n, start: 0, end: quote.length }, '” ', {
      kind: 'cite',
      n,
    })
  }
  addSources(draft)
  return draft.done('answered')
}

/** The sentences of a passage, scored by themselves and by what stands before them. */
function sentencesOf(
  query: Query,
  hit: PassageHit,
  rank: number,
  words: readonly string[],
): Candidate[] {
  const found: Candidate[] = []
  let before = 0
  const passage = share(padded(hit.text), words)
  for (const match of hit.text.matchAll(SENTENCE)) {
    const raw = match[0]
    const start = match.index + (raw.length - raw.trimStart().length)
    const end = match.index + raw.trimEnd().length
    const sentence = padded(hit.text.slice(start, end))
    const own = share(sentence, words)
    if (end - start >= SHORTEST || (query.counted.length > 0 && end - start > 8)) {
      const topic = Math.max(own, before * 0.8, passage * 0.6)
      const cues = cuesIn(query, sentence)
      const numbers =
        query.about === null ? 0 : Math.min((sentence.match(NUMBER) ?? []).length, 8) * 0.06
      const told = countsIn(query, sentence) ? 0.4 : 0
      const score = (topic + told + Math.min(cues, 3) * 0.3 - numbers) / (1 + rank / 6)
      found.push({ hit, start, end, words: sentence, topic, cues, score })
    }
    before = own
  }
  return found
}

function share(text: string, words: readonly string[]): number {
  if (words.length === 0) return 0
  return words.filter((word) => text.includes(` ${word} `)).length / words.length
}

function cuesIn(query: Query, sentence: string): number {
  return query.about === null ? 0 : CUES[query.about].filter((cue) => sentence.includes(cue)).length
}

/** From an article about the place, or naming the place itself; a list of other places is neither. */
function isOfPlace({ hit, words }: Candidate, query: Query): boolean {
  const places = query.asks.flatMap((ask) => ask.areas.map((a) => provinceOfArea(a.area)))
  if (places.length === 0 || places.includes(hit.article.area ?? '')) return true
  return places.some((place) => words.includes(padded(place)))
}

/** On the topic, and of the kind asked for where the question says which. */
function speaksOf(
  { topic, cues, words: sentence }: Candidate,
  query: Query,
  words: readonly string[],
): boolean {
  const onTopic = words.length === 0 || topic >= ENOUGH
  if (query.about === null && !words.some((word) => sentence.includes(` ${word} `))) return false
  return onTopic && (query.about === null ? words.length > 0 : cues > 0)
}

/** Holds a number and the noun that is counted. */
function counts({ words, topic }: Candidate, query: Query): boolean {
  return countsIn(query, words) && topic >= ENOUGH
}

function countsIn(query: Query, sentence: string): boolean {
  const noun = query.counted.join(' ')
  return noun !== '' && sentence.includes(` ${noun} `) && /\p{Nd}/u.test(sentence)
}

/** Each sentence once, though articles repeat each other. */
function once(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ words }) => !seen.has(words) && seen.add(words))
}

/** Years that passages should be from, for the store's filter; undefined when none was named. */
export function yearsOf(query: Query): { from: number; to: number } | undefined {
  const months = query.asks
    .flatMap((ask) => ask.periods.map((p) => monthsOf(p.period)))
    .filter((m) => m !== undefined)
  if (months.length === 0) return undefined
  return {
    from: Math.floor(Math.min(...months.map((m) => m.first)) / 12) - 1,
    to: Math.floor(Math.max(...months.map((m) => m.last)) / 12) + 1,
  }
}
