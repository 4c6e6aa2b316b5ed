/**
 * Events of the Zalo Bot Platform as what they want of us. Webhook bodies come wrapped or bare (told
 * both ways), pictures as `photo_url` or `photo`, protected people's messages without any content.
 */
import { z } from 'zod'
import { COMMANDS } from '../messenger/commands.ts'
import type { Incoming, MediaKind } from '../messenger/desk.ts'

const message = z.object({
  message_id: z.string(),
  from: z.object({ id: z.string(), is_bot: z.boolean().optional() }).optional(),
  chat: z.object({ id: z.string(), chat_type: z.string().optional() }),
  text: z.string().optional(),
  caption: z.string().optional(),
})
const event = z.object({ event_name: z.string(), message: message.optional() })
const wrapped = z.object({ result: event }).transform(({ result }) => result)

export type ZaloEvent = z.infer<typeof event>
export type ZaloMessage = z.infer<typeof message>

/** The event of a webhook body or a poll's result; undefined for anything else. */
export function readEvent(body: unknown): ZaloEvent | undefined {
  return wrapped.safeParse(body).data ?? event.safeParse(body).data
}

const MEDIA: Readonly<Record<string, MediaKind>> = {
  'message.image.received': 'picture',
  'message.voice.received': 'voice',
  'message.sticker.received': 'sticker',
  'message.unsupported.received': 'unreadable',
}

const COMMAND_NAMES = new Set(COMMANDS.map(({ name }) => name))
/** What people write who look for a way in; there is no menu on Zalo. */
const HELP_WORDS = new Set(['help', 'menu', 'hướng dẫn', 'trợ giúp', 'bắt đầu'])

/** A group message without the mention it begins with; bot names have spaces in them. */
function withoutMention(text: string, names: readonly string[]): string {
  const trimmed = text.trimStart()
  if (!trimmed.startsWith('@')) return text
  const name = names.find((one) => trimmed.slice(1).toLowerCase().startsWith(one.toLowerCase()))
  return name === undefined ? text : trimmed.slice(1 + name.length)
}

/** The number of a choice: "2", "số 2", "nhắn 2". */
export function choiceNumber(text: string): number | undefined {
  const hit = /^\s*(?:(?:nhắn|số|chọn)\s+)*([1-9])\s*\.?\s*$/iu.exec(text)
  return hit ? Number(hit[1]) : undefined
}

function readText(text: string): Incoming {
  const hit = /^\s*\/([a-z]+)\s*([\s\S]*)$/i.exec(text)
  const name = hit?.[1]?.toLowerCase()
  if (name !== undefined && COMMAND_NAMES.has(name))
    return { kind: 'command', name, rest: hit?.[2] ?? '' }
  if (HELP_WORDS.has(text.trim().toLocaleLowerCase('vi')))
    return { kind: 'command', name: 'help', rest: '' }
  return { kind: 'text', text }
}

/** What an event wants; undefined when there is nothing to answer. `names` are those of the bot. */
export function readIncoming(
  { event_name, message: sent }: ZaloEvent,
  names: readonly string[],
): Incoming | undefined {
  if (!sent || sent.from?.is_bot) return undefined
  const words = withoutMention(sent.text ?? sent.caption ?? '', names)
  const media = MEDIA[event_name]
  if (media) return { kind: 'media', media, caption: media === 'picture' ? words : '' }
  if (event_name !== 'message.text.received') return undefined
  return words.trim() === '' ? { kind: 'command', name: 'help', rest: '' } : readText(words)
}
