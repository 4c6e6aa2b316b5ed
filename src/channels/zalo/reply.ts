/** One Zalo message from reading to sending: choices by number, quota, charts by address. */
import type { Logger } from 'pino'
import { chartLines } from '../../chart/words.ts'
import type { ChartShelf } from '../chart-shelf.ts'
import type { Desk, Incoming } from '../messenger/desk.ts'
import { withFirstWords } from '../messenger/first-words.ts'
import { nameOf } from '../messenger/inbox.ts'
import { type Message, plain, wordsOnly } from '../messenger/message.ts'
import { joinParts, splitParts } from '../messenger/split.ts'
import type { ChannelState } from '../messenger/state.ts'
import { whileTyping } from '../messenger/typing.ts'
import { problemSentence } from '../problem-sentence.ts'
import type { ZaloClient, ZaloOutcome } from './client.ts'
import type { Quota } from './quota.ts'
import { choiceNumber, readIncoming, type ZaloEvent } from './read.ts'
import { MOST_TEXT, numbered, toTexts } from './render.ts'

export interface ReplierParts {
  readonly desk: Desk
  readonly client: ZaloClient
  readonly quota: Quota
  readonly state: ChannelState
  readonly log: Logger
  readonly charts: { readonly shelf: ChartShelf; readonly publicUrl: string } | undefined
}

export interface Replier {
  /** Learns the bot's own names from getMe. */
  introduce(me: unknown): void
  /** Answers an event; rejects when an answer could not be sent for want of a connection. */
  answer(event: ZaloEvent): Promise<void>
}

const DAY = 24 * 3600
const KEEP_CHOICES = 7 * DAY
const KEEP_TOLD = 31 * DAY
/** Zalo fetches the picture itself before it answers. */
const PHOTO_TIMEOUT_MS = 150_000

const NO_QUOTA =
  'Kênh Zalo của Hỏi Số gần hết lượt nhắn tin của tháng này nên tạm dừng trả lời. Bạn hãy thử lại vào tháng sau, hoặc hỏi trên trang web của Hỏi Số.'

/** What the last message of a chat offered, by number. */
interface Offer {
  readonly id: string
  readonly indexes: Readonly<Record<string, number>>
}

function namesIn(me: unknown): string[] {
  if (typeof me !== 'object' || me === null) return []
  const { display_name, account_name } = me as Record<string, unknown>
  return [display_name, account_name].filter(
    (name) => typeof name === 'string' && name !== '',
  ) as string[]
}

export function createReplier(parts: ReplierParts): Replier {
  const { desk, client, quota, state, log, charts } = parts
  let names: readonly string[] = []

  const withChoice = async (chat: string, incoming: Incoming): Promise<Incoming> => {
    const number = incoming.kind === 'text' ? choiceNumber(incoming.text) : undefined
    if (number === undefined) return incoming
    const found = await state.get(`zalo:offer:${chat}`)
    const offer = found === null ? undefined : (JSON.parse(found) as Offer)
    const index = offer?.indexes[String(number)]
    return offer && index !== undefined ? { kind: 'choice', id: offer.id, index } : incoming
  }
  const remember = async (chat: string, { id, choices }: Message) => {
    const offered = numbered(choices)
    if (id === null || offered.length === 0) return
    const indexes = Object.fromEntries(offered.map(({ number, index }) => [number, index]))
    const offer: Offer = { id, indexes }
    await state.set(`zalo:offer:${chat}`, JSON.stringify(offer), KEEP_CHOICES)
  }

  const sent = async (outcome: ZaloOutcome): Promise<boolean> => {
    if (outcome.kind === 'ok') {
      await quota.count()
      return true
    }
    if (outcome.kind !== 'refused') throw new Error(`zalo-${outcome.kind}`)
    log.warn({ code: outcome.code }, 'zalo-refused')
    return false
  }
  const sendTexts = async (chat: string, message: Message) => {
    for (const text of toTexts(message))
      if (!(await sent(await client.send('sendMessage', { chat_id: chat, text })))) return
    await remember(chat, message)
  }
  /** False when the picture was not taken; its numbers then go out as text. */
  const sendPicture = async (chat: string, message: Message): Promise<boolean> => {
    const shelved = charts && message.chart && charts.shelf.put(message.chart)
    if (!shelved) return false
    const photo = charts.publicUrl.replace(/\/$/, '') + shelved.path
    const [caption = []] = splitParts(message.parts, MOST_TEXT)
    const fields = { chat_id: chat, photo, caption: joinParts(caption) }
    return sent(await client.send('sendPhoto', fields, PHOTO_TIMEOUT_MS))
  }
  const asTable = (message: Message): Message => {
    const lines = message.chart ? [plain(chartLines(message.chart).join('\n'))] : []
    const [title, ...rest] = message.parts
    return { ...message, chart: null, parts: [...(title ? [title] : []), ...lines, ...rest] }
  }
  const send = async (chat: string, message: Message) => {
    if (message.chart && (await sendPicture(chat, message))) return
    await sendTexts(chat, asTable(message))
  }

  /** True when the month's messages are used up; each chat is told once. */
  const isOverQuota = async (chat: string): Promise<boolean> => {
    if ((await quota.level()) !== 'stopped') return false
    const key = `zalo:told:${chat}`
    if ((await state.get(key)) !== null) return true
    await state.set(key, 'quota', KEEP_TOLD)
    await sendTexts(chat, wordsOnly(NO_QUOTA))
    return true
  }
  const replies = async (chat: string, incoming: Incoming): Promise<Message[]> => {
    try {
      return await desk.answer({ channel: 'zalo', id: chat }, incoming)
    } catch (error) {
      log.error({ error: nameOf(error) }, 'answer-failed')
      return [wordsOnly(problemSentence(error))]
    }
  }

  return {
    introduce(me) {
      names = namesIn(me)
    },
    async answer(event) {
      const chat = event.message?.chat.id
      const incoming = readIncoming(event, names)
      if (chat === undefined || !incoming) return
      await quota.count()
      if (await isOverQuota(chat)) return
      const typing = async () => {
        await client.call('sendChatAction', { chat_id: chat, action: 'typing' })
      }
      await whileTyping(typing, async () => {
        const messages = await replies(chat, await withChoice(chat, incoming))
        const place = { channel: 'zalo', id: chat }
        for (const message of await withFirstWords(state, place, messages))
          await send(chat, message)
      })
    },
  }
}
