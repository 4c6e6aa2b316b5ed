/** Why and what was done: the best sentences of stored articles, word for word, with their source. */
import { monthsOf } from '../../model/period.ts'
import type { PassageHit } from '../../store/store.ts'
import { foldKey, foldName } from '../../vietnamese/fold.ts'
import type { Query } from '../query.ts'
import type { Reply } from '../reply.ts'
import { Draft } from './draft.ts'
import { addSources } from './notes.ts'

const MOST_SENTENCES = 4
const SENTENCE = /[^.!?…;\n]+(?:[.!?…](?!\s|$)[^.!?…;\n]*)*[.!?…;]?/gu
const SHORTEST = 25

/** Words that show a sentence gives a reason or says what is to be done, folded. */
const REASONS = [
  'do ',
  'nguyen nhan',
  'vi ',
  'boi ',
  'anh huong',
  'khien',
  'nho ',
  'tac dong',
  'bi ',
  'thieu',
  'kho khan',
  'su co',
  'suy giam',
  'dan den',
  'vi the',
]
const ACTIONS = [
  'giai phap',
  'tap trung',
  'day manh',
  'tang cuong',
  'tiep tuc',
  'ho tro',
  'thuc hien',
  'trien khai',
  'xay dung',
  'phoi hop',
  'thu hut',
  'thao go',
  'moi',
  'mo rong',
  'giu ',
  'tham muu',
  'kiem tra',
  'to chuc',
  'phat trien',
]

interface Candidate {
  readonly hit: PassageHit
  readonly start: number
  readonly end: number
  readonly score: number
}

/** Content words of a question that a passage should hold, folded. */
export function searchWords(query: Query): string[] {
  const topics = query.asks.flatMap((ask) =>
    ask.indicators.flatMap((i) => foldName(i.text).split(' ')),
  )
  return [...new Set([...query.rest, ...topics])].filter((word) => word.length > 1)
}

/**
 * Quotes what fits best; undefined when nothing found speaks of what was asked. `strict`: nearly all
 * content words must stand in one sentence (a question for a number that is no indicator).
 */
export function composePassages(
  query: Query,
  hits: readonly PassageHit[],
  strict: boolean,
): Reply | undefined {
  const words = searchWords(query)
  const candidates = hits.flatMap((hit, rank) => sentencesOf(query, hit, rank, words))
  const fitting = strict
    ? candidates.filter((c) => covers(c, words))
    : candidates.filter((c) => c.score > 0)
  const best = fitting.sort(
    (a, b) => b.score - a.score || a.hit.id.localeCompare(b.hit.id) || a.start - b.start,
  )
  const chosen = spread(best).slice(0, strict ? 1 : MOST_SENTENCES)
  if (chosen.length === 0) return undefined
  const draft = new Draft(query.question)
  draft.line('answer', strict ? 'Bài viết trong kho ghi:' : 'Các bài viết trong kho nêu:')
  const inOrder = [...chosen].sort((a, b) => a.hit.id.localeCompare(b.hit.id) || a.start - b.start)
  for (const { hit, start, end } of inOrder) {
    const words = hit.text.slice(start, end)
    const n = draft.quote(hit.article, words)
    draft.line('quote', '• “', { kind: 'quote', n, start: 0, end: words.length }, '” ', {
      kind: 'cite',
      n,
    })
  }
  addSources(draft)
  return draft.done('answered')
}

function sentencesOf(
  query: Query,
  hit: PassageHit,
  rank: number,
  words: readonly string[],
): Candidate[] {
  const found: Candidate[] = []
  for (const match of hit.text.matchAll(SENTENCE)) {
    const raw = match[0]
    const start = match.index + (raw.length - raw.trimStart().length)
    const end = match.index + raw.trimEnd().length
    if (end - start < SHORTEST) continue
    found.push({
      hit,
      start,
      end,
      score: scoreOf(query, foldKey(hit.text.slice(start, end)), words) / (1 + rank / 6),
    })
  }
  return found
}

function scoreOf(query: Query, sentence: string, words: readonly string[]): number {
  const has = words.filter((word) => contains(sentence, word)).length
  const cues = cuesOf(query)
  const cue = cues.filter((c) => sentence.includes(c)).length
  const topic = words.length === 0 ? 0 : has / words.length
  const reason = Math.min(cue, 3) * 0.35
  return topic + reason
}

function cuesOf(query: Query): readonly string[] {
  const asked = foldKey(query.question)
  if (/vi sao|tai sao|nguyen nhan|ly do|do dau/.test(asked)) return REASONS
  if (/giai phap|bien phap|lam gi|nhiem vu|dinh huong|phuong huong/.test(asked)) return ACTIONS
  return []
}

function contains(sentence: string, word: string): boolean {
  const at = sentence.indexOf(word)
  if (at < 0) return false
  const edge = (char: string | undefined): boolean =>
    char === undefined || !/[\p{L}\p{N}]/u.test(char)
  return edge(sentence[at - 1]) && edge(sentence[at + word.length])
}

function covers({ hit, start, end }: Candidate, words: readonly string[]): boolean {
  if (words.length === 0) return false
  const sentence = foldKey(hit.text.slice(start, end))
  return words.filter((word) => contains(sentence, word)).length / words.length >= 0.7
}

/** Each sentence once, though articles repeat each other. */
function spread(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ hit, start, end }) => {
    const key = foldName(hit.text.slice(start, end))
    return !seen.has(key) && seen.add(key)
  })
}

/** Years that passages should be from, for the store's filter. */
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
