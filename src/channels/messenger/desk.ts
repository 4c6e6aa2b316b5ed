/**
 * The one place where a chat message becomes messages back, the same for every messaging platform: it
 * asks the program, stays in the conversation of the chat, and knows what a pressed choice means.
 */
import type { Answer } from '../../model/answer.ts'
import { assertNever } from '../../model/errors.ts'
import type { AppPort, CoverageCount } from '../app-port.ts'
import { MAX_CHECK, MAX_QUESTION } from '../texts.ts'
import { greeting, help } from './commands.ts'
import { composeAnswer, composeChart, composeCheck, composeSources } from './compose-answer.ts'
import { composeAreas, composeIndicators } from './compose-coverage.ts'
import { type Chat, createMemory, type Memory, newMessageId } from './memory.ts'
import { type Intent, type Message, wordsOnly } from './message.ts'
import type { ChannelState } from './state.ts'

export type MediaKind = 'voice' | 'picture' | 'sticker' | 'file' | 'unreadable'

export type Incoming =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'command'
      readonly name: string
      readonly rest: string
      /** The text of the message that the command replies to. */
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

interface Room {
  readonly app: AppPort
  readonly memory: Memory
  readonly nameOf: (code: string) => string
}

const MEDIA_WORDS: Record<MediaKind, string> = {
  voice: 'Hỏi Số chưa nghe được tin thoại.',
  picture: 'Hỏi Số chưa đọc được ảnh.',
  sticker: 'Cảm ơn bạn!',
  file: 'Hỏi Số chưa đọc được tệp gửi trong trò chuyện.',
  unreadable: 'Hỏi Số không nhận được nội dung tin nhắn này.',
}
const WHAT_WORKS =
  'Bạn hãy gõ câu hỏi bằng chữ, ví dụ “Xuất khẩu Hải Dương năm 2023 tăng bao nhiêu?”; nếu muốn đối chiếu số liệu trong một văn bản, hãy dán đoạn văn sau lệnh /kiemtra.'
const ONLY_THE_WORDS = 'Câu trả lời dưới đây chỉ theo phần chữ.'
const GONE = 'Lựa chọn này đã cũ và không còn dùng được. Bạn hãy gõ lại câu hỏi nhé.'
const THANKS = 'Cảm ơn bạn, Hỏi Số đã ghi nhận.'
const NO_CHART =
  'Chưa đủ số liệu để vẽ biểu đồ: cần ít nhất hai kỳ hoặc hai địa phương của cùng một chỉ tiêu, cùng đơn vị.'
const NO_SOURCES_YET =
  'Mỗi câu trả lời đều dẫn nguồn. Bạn hãy hỏi một câu, rồi gửi /nguon để xem nguyên văn câu trong nguồn.'
const WHAT_TO_CHECK =
  'Hãy gửi /kiemtra kèm đoạn văn cần đối chiếu, hoặc trả lời (reply) một tin nhắn bằng /kiemtra.'
const WHAT_TO_COMPARE =
  'Hãy nêu điều cần so sánh, ví dụ: /sosanh IIP Bắc Ninh và Bắc Giang năm 2023'
const TOO_LONG_TO_CHECK = `Đoạn văn dài quá ${MAX_CHECK} ký tự. Hãy chia thành nhiều đoạn ngắn hơn.`
const TOO_LONG_TO_ASK = `Câu hỏi dài quá ${MAX_QUESTION} ký tự. Nếu đây là đoạn văn cần đối chiếu số liệu, hãy chọn bên dưới.`

async function compose({ app, memory, nameOf }: Room, answer: Answer): Promise<Message> {
  const canJudge = app.feedback !== undefined
  return memory.keep(composeAnswer(answer, newMessageId(), nameOf, canJudge), answer)
}

/** `isWhole`: asked outside the conversation, which then goes on from this question. */
async function askIn(room: Room, chat: Chat, question: string, isWhole: boolean) {
  const earlier = isWhole ? undefined : await room.memory.conversation(chat)
  const answer = await room.app.ask(question, earlier)
  const message = await compose(room, answer)
  await room.memory.remember(chat, answer, message)
  return { answer, message }
}

async function askWords(room: Room, chat: Chat, text: string, isWhole = false): Promise<Message[]> {
  if (text.length <= MAX_QUESTION) return [(await askIn(room, chat, text, isWhole)).message]
  const offer: Message = {
    ...wordsOnly(TOO_LONG_TO_ASK),
    id: newMessageId(),
    choices: [
      {
        label: 'Đối chiếu số liệu',
        phrase: 'đối chiếu số liệu trong đoạn văn',
        intent: { kind: 'check', text: text.slice(0, MAX_CHECK) },
      },
    ],
  }
  return [await room.memory.keep(offer, null)]
}

async function check(room: Room, text: string): Promise<Message[]> {
  if (text.trim() === '') return [wordsOnly(WHAT_TO_CHECK)]
  if (text.length > MAX_CHECK) return [wordsOnly(TOO_LONG_TO_CHECK)]
  return [composeCheck(await room.app.check(text))]
}

function chartOf(room: Room, answer: Answer | null): Message {
  return (answer && composeChart(answer, room.nameOf)) ?? wordsOnly(NO_CHART)
}

async function askForChart(
  room: Room,
  chat: Chat,
  question: string,
  isWhole: boolean,
): Promise<Message[]> {
  if (question === '') return [chartOf(room, await room.memory.lastAnswer(chat))]
  const { answer, message } = await askIn(room, chat, question, isWhole)
  return answer.outcome === 'answered' ? [message, chartOf(room, answer)] : [message]
}

async function sources(room: Room, chat: Chat): Promise<Message[]> {
  const last = await room.memory.lastAnswer(chat)
  return [last ? composeSources(last, room.nameOf) : wordsOnly(NO_SOURCES_YET)]
}

/** What the store holds; asked in words where the program does not count it. */
async function coverage(
  room: Room,
  chat: Chat,
  compose: (counts: readonly CoverageCount[], nameOf: Room['nameOf']) => Message,
  question: string,
): Promise<Message[]> {
  const counts = await room.app.coverage?.()
  return counts ? [compose(counts, room.nameOf)] : askWords(room, chat, question, true)
}

async function command(
  room: Room,
  chat: Chat,
  { name, rest, about = '' }: Incoming & { kind: 'command' },
): Promise<Message[]> {
  const words = rest.trim()
  switch (name) {
    case 'start':
      return [await room.memory.keep(greeting(newMessageId(), room.app.examples?.()), null)]
    case 'nguon':
      return sources(room, chat)
    case 'bieudo':
      return askForChart(room, chat, words, false)
    case 'sosanh':
      return words === ''
        ? [wordsOnly(WHAT_TO_COMPARE)]
        : askWords(room, chat, `So sánh ${words}`, true)
    case 'kiemtra':
      return check(room, words === '' ? about : words)
    case 'tinh':
      return coverage(room, chat, composeAreas, 'Hỏi Số có số liệu của những tỉnh nào?')
    case 'chitieu':
      return coverage(room, chat, composeIndicators, 'Hỏi Số có những chỉ tiêu nào?')
    default:
      return [await room.memory.keep(help(newMessageId(), room.app.examples?.()), null)]
  }
}

async function judge({ app }: Room, chat: Chat, answer: Answer, verdict: 'right' | 'wrong') {
  await app.feedback?.({
    verdict,
    question: answer.question,
    answerText: answer.text,
    figureIds: answer.figures.map(({ id }) => id),
    comment: null,
    channel: chat.channel,
  })
  return [{ ...wordsOnly(THANKS), isNotice: true as const }]
}

async function follow(
  room: Room,
  chat: Chat,
  intent: Intent,
  answer: Answer | null,
): Promise<Message[]> {
  switch (intent.kind) {
    case 'ask':
      return askWords(room, chat, intent.question, intent.isWhole)
    case 'draw':
      return askForChart(room, chat, intent.question, true)
    case 'check':
      return check(room, intent.text)
    case 'copy':
      return [wordsOnly(intent.text)]
    case 'chart':
      return [chartOf(room, answer)]
    case 'sources':
      return [answer ? composeSources(answer, room.nameOf) : wordsOnly(GONE)]
    case 'judge':
      return answer ? judge(room, chat, answer, intent.verdict) : [wordsOnly(GONE)]
    default:
      return assertNever(intent)
  }
}

async function media(
  room: Room,
  chat: Chat,
  { media: kind, caption = '' }: Incoming & { kind: 'media' },
): Promise<Message[]> {
  const words = caption.trim()
  if (words === '') return [wordsOnly(MEDIA_WORDS[kind], WHAT_WORKS)]
  const notRead = wordsOnly(`${MEDIA_WORDS[kind]} ${ONLY_THE_WORDS}`)
  return [notRead, ...(await askWords(room, chat, words))]
}

/** Makes the desk of a program; `state` carries conversations and choices across restarts. */
export function createDesk(app: AppPort, state: ChannelState): Desk {
  const room: Room = {
    app,
    memory: createMemory(state),
    nameOf: (code) => app.indicatorName(code),
  }
  return {
    async answer(chat, incoming) {
      switch (incoming.kind) {
        case 'text':
          return askWords(room, chat, incoming.text.trim())
        case 'command':
          return command(room, chat, incoming)
        case 'media':
          return media(room, chat, incoming)
        case 'choice': {
          const kept = await room.memory.recall(incoming.id)
          const intent = kept?.intents[incoming.index]
          if (!kept || !intent) return [wordsOnly(GONE)]
          return follow(room, chat, intent, kept.answer)
        }
      }
    },
    async answerOnce(question) {
      const answer = await app.ask(question)
      return { answer, message: await compose(room, answer) }
    },
  }
}
