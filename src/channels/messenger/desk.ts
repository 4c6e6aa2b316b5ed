/**
 * The one place where a chat message becomes messages back, the same for every messaging platform: it
 * asks the program, remembers the conversation of each chat, and knows what a pressed choice means.
 */
import { randomBytes } from 'node:crypto'
import type { Answer } from '../../model/answer.ts'
import type { AppPort } from '../app-port.ts'
import { MAX_CHECK, MAX_QUESTION } from '../texts.ts'
import { COMMANDS, greeting, help, SOURCES_QUESTION } from './commands.ts'
import { composeAnswer, composeChart, composeCheck, composeSources } from './compose-answer.ts'
import { type Intent, type Message, wordsOnly } from './message.ts'
import type { ChannelState } from './state.ts'

/** Who writes: a platform and its name of the chat. */
export interface Chat {
  readonly channel: string
  readonly id: string
}

export type MediaKind = 'voice' | 'picture' | 'sticker' | 'file' | 'unreadable'

export type Incoming =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'command'
      readonly name: string
      readonly rest: string
      /** The message that the command answers to. */
      readonly about?: string
    }
  | { readonly kind: 'choice'; readonly id: string; readonly index: number }
  | { readonly kind: 'media'; readonly media: MediaKind; readonly caption?: string }

export interface Desk {
  /** The messages that go back, in order. Rejects when a part of the program is broken. */
  answer(chat: Chat, incoming: Incoming): Promise<Message[]>
  /** One answer without a conversation, for places where no chat is (inline mode). */
  answerOnce(question: string): Promise<{ answer: Answer; message: Message }>
}

/** What is kept of a sent message so that its choices work later. */
interface Kept {
  readonly answer: Answer | null
  readonly intents: readonly Intent[]
}

const DAY = 24 * 3600
const KEEP_CHOICES = 30 * DAY
const KEEP_CONVERSATION = DAY

const MEDIA_WORDS: Record<MediaKind, string> = {
  voice: 'Hỏi Số chưa nghe được tin thoại.',
  picture: 'Hỏi Số chưa đọc được ảnh.',
  sticker: 'Cảm ơn bạn!',
  file: 'Hỏi Số chưa đọc được tệp gửi trong trò chuyện.',
  unreadable: 'Hỏi Số không nhận được nội dung tin nhắn này.',
}
const WHAT_WORKS =
  'Bạn hãy gõ câu hỏi bằng chữ, ví dụ “Xuất khẩu Hải Dương năm 2023 tăng bao nhiêu?”; nếu muốn đối chiếu số liệu trong một văn bản, hãy dán đoạn văn sau lệnh /kiemtra.'
const GONE = 'Lựa chọn này đã cũ và không còn dùng được. Bạn hãy gõ lại câu hỏi nhé.'
const THANKS = 'Cảm ơn bạn, Hỏi Số đã ghi nhận.'
const NO_CHART =
  'Chưa đủ số liệu để vẽ biểu đồ: cần ít nhất hai kỳ hoặc hai địa phương của cùng một chỉ tiêu, cùng đơn vị.'
const WHAT_TO_CHECK =
  'Hãy gửi /kiemtra kèm đoạn văn cần đối chiếu, hoặc trả lời (reply) một tin nhắn bằng /kiemtra.'
const WHAT_TO_COMPARE =
  'Hãy nêu điều cần so sánh, ví dụ: /sosanh IIP Bắc Ninh và Bắc Giang năm 2023'
const TOO_LONG_TO_CHECK = `Đoạn văn dài quá ${MAX_CHECK} ký tự. Hãy chia thành nhiều đoạn ngắn hơn.`

/** Makes the desk. `examples` of the program are preferred to the fixed ones. */
export function createDesk(app: AppPort, state: ChannelState): Desk {
  const nameOf = (code: string) => app.indicatorName(code)
  const newId = () => randomBytes(9).toString('base64url')
  const placeOf = ({ channel, id }: Chat, what: string) => `${channel}:${what}:${id}`

  const keep = async (message: Message, answer: Answer | null): Promise<Message> => {
    if (message.id === null || message.choices.length === 0) return message
    const kept: Kept = { answer, intents: message.choices.map(({ intent }) => intent) }
    await state.set(`choices:${message.id}`, JSON.stringify(kept), KEEP_CHOICES)
    return message
  }
  const recall = async (id: string): Promise<Kept | null> => {
    const found = await state.get(`choices:${id}`)
    return found === null ? null : (JSON.parse(found) as Kept)
  }
  const compose = async (answer: Answer): Promise<Message> =>
    keep(composeAnswer(answer, newId(), nameOf, app.feedback !== undefined), answer)

  const askIn = async (chat: Chat, question: string) => {
    const place = placeOf(chat, 'conversation')
    const earlier = (await state.get(place)) ?? undefined
    const answer = await app.ask(question, earlier)
    const message = await compose(answer)
    await state.set(place, answer.conversation, KEEP_CONVERSATION)
    if (message.id !== null) await state.set(placeOf(chat, 'last'), message.id, KEEP_CONVERSATION)
    return { answer, message }
  }
  const lastAnswer = async (chat: Chat): Promise<Answer | null> => {
    const id = await state.get(placeOf(chat, 'last'))
    return id === null ? null : ((await recall(id))?.answer ?? null)
  }

  const askWords = async (chat: Chat, text: string): Promise<Message[]> => {
    if (text.length <= MAX_QUESTION) return [(await askIn(chat, text)).message]
    const offer: Message = {
      ...wordsOnly(
        `Câu hỏi dài quá ${MAX_QUESTION} ký tự. Nếu đây là đoạn văn cần đối chiếu số liệu, hãy chọn bên dưới.`,
      ),
      id: newId(),
      choices: [
        {
          label: 'Đối chiếu số liệu',
          phrase: 'đối chiếu số liệu trong đoạn văn',
          intent: { kind: 'check', text: text.slice(0, MAX_CHECK) },
        },
      ],
    }
    return [await keep(offer, null)]
  }
  const check = async (text: string): Promise<Message[]> => {
    if (text.trim() === '') return [wordsOnly(WHAT_TO_CHECK)]
    if (text.length > MAX_CHECK) return [wordsOnly(TOO_LONG_TO_CHECK)]
    return [composeCheck(await app.check(text))]
  }
  const chartFor = async (chat: Chat, question: string): Promise<Message[]> => {
    if (question === '') {
      const last = await lastAnswer(chat)
      const chart = last && composeChart(last, nameOf)
      return [chart ?? wordsOnly(NO_CHART)]
    }
    const { answer, message } = await askIn(chat, question)
    const chart = composeChart(answer, nameOf)
    if (chart) return [message, chart]
    return answer.outcome === 'answered' ? [message, wordsOnly(NO_CHART)] : [message]
  }

  const command = async (chat: Chat, name: string, rest: string, about: string) => {
    switch (name) {
      case 'start':
        return [await keep(greeting(newId(), app.examples?.()), null)]
      case 'help':
        return [await keep(help(newId(), app.examples?.()), null)]
      case 'nguon': {
        const last = await lastAnswer(chat)
        return last ? [composeSources(last, nameOf)] : askWords(chat, SOURCES_QUESTION)
      }
      case 'bieudo':
        return chartFor(chat, rest)
      case 'sosanh':
        return rest === '' ? [wordsOnly(WHAT_TO_COMPARE)] : askWords(chat, `So sánh ${rest}`)
      case 'kiemtra':
        return check(rest === '' ? about : rest)
      default: {
        const asks = COMMANDS.find((one) => one.name === name)?.asks
        return asks ? askWords(chat, asks) : [await keep(help(newId(), app.examples?.()), null)]
      }
    }
  }

  const judge = async (answer: Answer, verdict: 'right' | 'wrong', channel: string) => {
    await app.feedback?.({
      verdict,
      question: answer.question,
      answerText: answer.text,
      figureIds: answer.figures.map(({ id }) => id),
      comment: null,
      channel,
    })
    return [wordsOnly(THANKS)]
  }
  const choose = async (chat: Chat, id: string, index: number): Promise<Message[]> => {
    const kept = await recall(id)
    const intent = kept?.intents[index]
    if (!kept || !intent) return [wordsOnly(GONE)]
    switch (intent.kind) {
      case 'ask':
        return intent.question.startsWith('Biểu đồ ')
          ? chartFor(chat, intent.question)
          : askWords(chat, intent.question)
      case 'check':
        return check(intent.text)
      case 'copy':
        return [wordsOnly(intent.text)]
      case 'chart':
        return [(kept.answer && composeChart(kept.answer, nameOf)) ?? wordsOnly(NO_CHART)]
      case 'sources':
        return [kept.answer ? composeSources(kept.answer, nameOf) : wordsOnly(GONE)]
      case 'judge':
        return kept.answer ? judge(kept.answer, intent.verdict, chat.channel) : [wordsOnly(GONE)]
    }
  }

  return {
    async answer(chat, incoming) {
      switch (incoming.kind) {
        case 'text':
          return askWords(chat, incoming.text.trim())
        case 'command':
          return command(chat, incoming.name, incoming.rest.trim(), incoming.about ?? '')
        case 'choice':
          return choose(chat, incoming.id, incoming.index)
        case 'media': {
          const caption = incoming.caption?.trim() ?? ''
          if (caption === '') return [wordsOnly(MEDIA_WORDS[incoming.media], WHAT_WORKS)]
          const notRead = `${MEDIA_WORDS[incoming.media]} Câu trả lời dưới đây chỉ theo phần chữ.`
          return [wordsOnly(notRead), ...(await askWords(chat, caption))]
        }
      }
    },
    async answerOnce(question) {
      const answer = await app.ask(question)
      return { answer, message: await compose(answer) }
    },
  }
}
