/** The answering flow: message → understand → find → compute → compose → verify → render. */
import { COUNTRY, provinceOfArea } from '../catalogue/areas.ts'
import type { Answer } from '../model/answer.ts'
import { AppError } from '../model/errors.ts'
import type { Store } from '../store/store.ts'
import { composeCoverage } from './compose/coverage.ts'
import { Draft } from './compose/draft.ts'
import { composeConversion, composeSource } from './compose/earlier.ts'
import { composeFigures } from './compose/figures.ts'
import { composeOverview } from './compose/overview.ts'
import { composePassages, searchWords, yearsOf } from './compose/passages.ts'
import { composeRank } from './compose/rank.ts'
import {
  composeDefinition,
  composeGreeting,
  composeHelp,
  composeOutside,
  composeUnclear,
} from './compose/talk.ts'
import { Conversations, type Talk } from './conversation.ts'
import { explainQuery } from './explain.ts'
import { find, findForOverview, findForRank } from './find.ts'
import type { Query } from './query.ts'
import { renderAnswer, renderText } from './render.ts'
import type { Reply } from './reply.ts'
import { understand } from './understand.ts'
import { type Fault, verify } from './verify.ts'

/** What answering needs from outside. */
export interface AnswererParts {
  readonly store: Store
  /** The moment of asking. */
  readonly clock: () => Date
  /** Turns a text into the vector that passages are compared with; absent: words alone. */
  readonly embed?: (text: string) => Promise<readonly number[]>
  /** Makes ids of conversations. */
  readonly newId: () => string
  /** Told when an answer was held back; the user is told that a part failed. */
  readonly onFaults?: (question: string, faults: readonly Fault[]) => void
}

export interface Answerer {
  /** One answer; with the id of a conversation, what was said before is remembered. */
  ask(message: string, conversation?: string): Promise<Answer>
  /** The same with the parts the text was written from, for channels that draw charts. */
  reply(message: string, conversation?: string): Promise<{ answer: Answer; reply: Reply }>
  /** What is understood of a message, in Vietnamese. */
  explain(message: string, conversation?: string): string
}

const MOST_PASSAGES = 12
const MOST_CHARACTERS = 2000

/** Puts the flow together; the answerer keeps conversations in memory. */
export function createAnswerer(parts: AnswererParts): Answerer {
  const talks = new Conversations(parts.newId)
  const answerOnce = async (message: string, conversation?: string) => {
    const started = performance.now()
    const talk = talks.open(conversation)
    const query = understand(message.slice(0, MOST_CHARACTERS), talk.query, parts.clock())
    const drafted = await orUnavailable(query, compose(parts, query, talk))
    const reply = checked(parts, query, drafted)
    talks.keep(nextTalk(talk, query, reply))
    const tookMs = Math.round((performance.now() - started) * 100) / 100
    const meta = { conversation: talk.id, tookMs, text: renderText(reply) }
    return { answer: { ...renderAnswer(reply, meta), question: message }, reply }
  }
  return {
    ask: async (message, conversation) => (await answerOnce(message, conversation)).answer,
    reply: answerOnce,
    explain: (message, conversation) =>
      explainQuery(understand(message, talks.open(conversation).query, parts.clock())),
  }
}

/** A store that cannot be reached is said as what it is, never dressed up as no data. */
async function orUnavailable(query: Query, composing: Promise<Reply>): Promise<Reply> {
  try {
    return await composing
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('store-')) throw error
    return unavailable(query, 'Kho số liệu tạm thời không truy cập được. Bạn thử lại sau ít phút.')
  }
}

function unavailable(query: Query, words: string): Reply {
  const draft = new Draft(query.question)
  draft.line('answer', words)
  return draft.done('unavailable')
}

/** What is remembered: small talk and definitions leave the topic as it was. */
function nextTalk(talk: Talk, query: Query, reply: Reply): Talk {
  const states =
    reply.outcome === 'answered' && (reply.answers.length > 0 || reply.citations.length > 0)
  const onTopic = TOPICS.has(query.intent) && query.asks.length > 0
  return {
    id: talk.id,
    query: onTopic ? query : talk.query,
    reply: states || TOPICS.has(query.intent) ? (states ? reply : null) : talk.reply,
  }
}

const TOPICS = new Set<Query['intent']>([
  'figures',
  'rank',
  'overview',
  'coverage',
  'passage',
  'unclear',
])

/** Nothing leaves unverified; a faulty answer is a bug, and saying so beats a wrong digit. */
function checked(parts: AnswererParts, query: Query, reply: Reply): Reply {
  const faults = verify(reply, renderText(reply))
  if (faults.length === 0) return reply
  parts.onFaults?.(query.question, faults)
  return unavailable(query, 'Câu trả lời không qua được bước kiểm chứng nên không được gửi đi.')
}

async function compose(parts: AnswererParts, query: Query, talk: Talk): Promise<Reply> {
  switch (query.intent) {
    case 'greeting':
    case 'thanks':
      return composeGreeting(query)
    case 'help':
      return composeHelp(query)
    case 'outside':
      return composeOutside(query)
    case 'unclear':
      return composeUnclear(query)
    case 'definition':
      return composeDefinition(query)
    case 'source':
      return composeSource(query, talk.reply)
    case 'convert':
      return composeConversion(query, talk.reply)
    case 'coverage':
      return composeCoverage(query, await parts.store.coverage(coverageQuery(query)))
    case 'rank':
      return composeRank(query, await findForRank(parts.store, query))
    case 'overview':
      return overview(parts, query)
    case 'passage':
      return passages(parts, query)
    case 'figures':
      return figures(parts, query)
  }
}

function coverageQuery(query: Query): { indicators?: string[]; areas?: string[] } {
  const areas = query.asks.flatMap((ask) => ask.areas.flatMap((a) => a.others ?? [a.area]))
  const indicators = query.asks.flatMap((ask) => ask.indicators.flatMap((i) => i.codes))
  return {
    ...(areas.length > 0 ? { areas } : {}),
    ...(indicators.length > 0 ? { indicators } : {}),
  }
}

async function overview(parts: AnswererParts, query: Query): Promise<Reply> {
  const reply = composeOverview(query, await findForOverview(parts.store, query))
  if (reply) return reply
  return composeCoverage(
    query,
    await parts.store.coverage(
      coverageQuery({ ...query, asks: query.asks.map((a) => ({ ...a, indicators: [] })) }),
    ),
  )
}

/** Figures first; a question for a number that is no indicator may stand in an article's words. */
async function figures(parts: AnswererParts, query: Query): Promise<Reply> {
  const { outcomes } = await find(parts.store, query)
  const reply = composeFigures(query, outcomes)
  const nameless = query.asks.every((ask) => ask.indicators.length === 0)
  if (reply.outcome !== 'no-data' || !nameless) return reply
  return (await quoted(parts, query, true)) ?? reply
}

async function passages(parts: AnswererParts, query: Query): Promise<Reply> {
  const found = await quoted(parts, query, false)
  if (found) return found
  const draft = new Draft(query.question)
  draft.line('answer', 'Chưa có bài viết nào trong kho nói về điều này.')
  draft.missing('Chưa có bài viết nào trong kho nói về điều này.')
  return draft.done('no-data')
}

async function quoted(
  parts: AnswererParts,
  query: Query,
  strict: boolean,
): Promise<Reply | undefined> {
  const words = searchWords(query)
  const text = `${words.join(' ')} ${query.question}`
  const areas = query.asks
    .flatMap((ask) => ask.areas.map((a) => provinceOfArea(a.area)))
    .filter((a) => a !== COUNTRY)
  const years = yearsOf(query)
  const embedding = await parts.embed?.(query.question)
  const hits = await parts.store.searchPassages({
    text,
    ...(embedding ? { embedding } : {}),
    ...(areas.length > 0 ? { areas: [...new Set(areas)] } : {}),
    ...(years ? { years } : {}),
    limit: MOST_PASSAGES,
  })
  return composePassages(query, hits, strict)
}
