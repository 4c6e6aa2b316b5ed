/** What everybody is told once: that a machine answers, and what it is not. Zalo's terms demand it. */
import { DISCLAIMER, NAME } from '../texts.ts'
import type { Chat } from './memory.ts'
import { type Message, plain } from './message.ts'
import type { ChannelState } from './state.ts'

const FIRST_WORDS = plain(`Bạn đang trò chuyện với hệ thống trả lời tự động ${NAME}. ${DISCLAIMER}`)
const KEEP_SECONDS = 365 * 24 * 3600

/** The messages, the first of them introduced where the chat is new. */
export async function withFirstWords(
  state: ChannelState,
  { channel, id }: Chat,
  messages: readonly Message[],
): Promise<Message[]> {
  const [first, ...rest] = messages
  const key = `${channel}:met:${id}`
  if (!first || (await state.get(key)) !== null) return [...messages]
  await state.set(key, 'yes', KEEP_SECONDS)
  return [{ ...first, parts: [FIRST_WORDS, ...first.parts] }, ...rest]
}
