/** What a chat's answers leave behind: its conversation, its last answer, and what its choices do. */
import { randomBytes } from 'node:crypto'
import type { Answer } from '../../model/answer.ts'
import type { Intent, Message } from './message.ts'
import type { ChannelState } from './state.ts'

/** Who writes: a platform and its name of the chat. */
export interface Chat {
  readonly channel: string
  readonly id: string
}

/** What is kept of a sent message so that its choices work later, also after a restart. */
export interface Kept {
  readonly answer: Answer | null
  readonly intents: readonly Intent[]
}

export interface Memory {
  /** Keeps the choices of a message; returns it. */
  keep(message: Message, answer: Answer | null): Promise<Message>
  /** null when the choices are unknown or too old. */
  recall(messageId: string): Promise<Kept | null>
  /** The conversation that a chat is in. */
  conversation(chat: Chat): Promise<string | undefined>
  /** Makes `answer`, shown as `message`, the last one of a chat. */
  remember(chat: Chat, answer: Answer, message: Message): Promise<void>
  lastAnswer(chat: Chat): Promise<Answer | null>
}

const DAY = 24 * 3600
const KEEP_CHOICES = 30 * DAY
const KEEP_CONVERSATION = DAY

/** A name for the choices of a message that nobody can guess: 12 letters. */
export function newMessageId(): string {
  return randomBytes(9).toString('base64url')
}

/** Where a chat stands: its conversation, and the message that showed its last answer. */
interface Standing {
  readonly conversation: string
  readonly last: string | null
}

/** The memory of chats in `state`. */
export function createMemory(state: ChannelState): Memory {
  const place = ({ channel, id }: Chat) => `${channel}:chat:${id}`
  const standing = async (chat: Chat): Promise<Standing | null> => {
    const found = await state.get(place(chat))
    return found === null ? null : (JSON.parse(found) as Standing)
  }
  const recall = async (messageId: string) => {
    const found = await state.get(`choices:${messageId}`)
    return found === null ? null : (JSON.parse(found) as Kept)
  }
  return {
    recall,
    async keep(message, answer) {
      if (message.id === null || (answer === null && message.choices.length === 0)) return message
      const kept: Kept = { answer, intents: message.choices.map(({ intent }) => intent) }
      await state.set(`choices:${message.id}`, JSON.stringify(kept), KEEP_CHOICES)
      return message
    },
    async conversation(chat) {
      return (await standing(chat))?.conversation
    },
    async remember(chat, answer, { id }) {
      const now: Standing = { conversation: answer.conversation, last: id }
      await state.set(place(chat), JSON.stringify(now), KEEP_CONVERSATION)
    },
    async lastAnswer(chat) {
      const id = (await standing(chat))?.last ?? null
      return id === null ? null : ((await recall(id))?.answer ?? null)
    },
  }
}
