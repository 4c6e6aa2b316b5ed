/** Telegram's refusals in Telegram's words, and the checks that lead to them. */
import type { MessageEntity } from '@grammyjs/types'

/** An answer that is not ok. */
export class Refusal extends Error {
  readonly status: number
  readonly parameters: Record<string, number> | undefined
  constructor(status: number, description: string, parameters?: Record<string, number>) {
    super(description)
    this.status = status
    this.parameters = parameters
  }
}

/** 400; the first letter is lower-cased unless the words are a code. */
export function bad(words: string): Refusal {
  const isCode = /^.[A-Z_]/.test(words)
  return new Refusal(
    400,
    `Bad Request: ${isCode ? words : words[0]?.toLowerCase() + words.slice(1)}`,
  )
}

export type Fields = Record<string, unknown>

const KNOWN_ENTITIES = new Set<string>([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
])

/** A field that is an object in JSON and a string of JSON in forms. */
export function objectField<T>(fields: Fields, name: string): T | undefined {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') return value as T
  try {
    return JSON.parse(value) as T
  } catch {
    throw bad(`Can't parse ${name} JSON object`)
  }
}

/** Entities given by the bot: known, inside the text, in order, not cut through a surrogate pair. */
export function checkEntities(text: string, entities: readonly MessageEntity[]): void {
  for (const entity of entities) {
    const { type, offset, length } = entity
    if (!KNOWN_ENTITIES.has(type)) throw bad(`Can't parse entities: unsupported type "${type}"`)
    if (!Number.isInteger(offset) || offset < 0 || !(length > 0))
      throw bad("Can't parse entities: wrong offset or length")
    if (offset + length > text.length)
      throw bad("Can't parse entities: entity ends beyond the message")
    const cuts = (at: number) =>
      /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1))
    if (cuts(offset) || cuts(offset + length)) throw bad('ENTITY_BOUNDS_INVALID')
    if (type === 'text_link' && !/^(https?|tg):\/\//.test(entity.url))
      throw bad("Can't parse entities: wrong URL")
  }
}

/** Text of a message: there, not too long, its entities right. */
export function checkText(text: unknown, entities: readonly MessageEntity[]): string {
  if (typeof text !== 'string' || text.trim() === '') throw bad('Message text is empty')
  if (text.length > 4096) throw bad('Message is too long')
  checkEntities(text, entities)
  return text
}

interface Button {
  text?: string
  callback_data?: string
  url?: string
  copy_text?: { text: string }
}

const ACTIONS = ['callback_data', 'url', 'copy_text', 'switch_inline_query'] as const

function checkButton(button: Button): void {
  const actions = ACTIONS.filter((name) => name in button)
  if (!button.text || actions.length !== 1)
    throw bad('Text buttons are unallowed in the inline keyboard')
  const bytes = Buffer.byteLength(button.callback_data ?? 'x')
  if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID')
  const copied = button.copy_text?.text.length ?? 1
  if (copied < 1 || copied > 256) throw bad('BUTTON_COPY_TEXT_INVALID')
}

/** An inline keyboard: each button one action, callback data at most 64 bytes, copied text at most 256. */
export function checkMarkup(markup: { inline_keyboard?: Button[][] } | undefined): void {
  for (const button of markup?.inline_keyboard?.flat() ?? []) checkButton(button)
  if (JSON.stringify(markup ?? {}).length > 10_000) throw bad('Reply markup is too long')
}

/** Entities that Telegram itself finds in a text: commands, mentions, addresses. */
export function detectEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = []
  const add = (type: 'bot_command' | 'mention' | 'url', pattern: RegExp) => {
    for (const hit of text.matchAll(pattern)) {
      const word = hit[1] ?? hit[0]
      found.push({ type, offset: hit.index + hit[0].indexOf(word), length: word.length })
    }
  }
  add('bot_command', /(?<![^\s])(\/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?)/g)
  add('mention', /(?<![A-Za-z0-9_/])(@[A-Za-z][A-Za-z0-9_]{3,31})/g)
  add('url', /https?:\/\/[^\s]+/g)
  return found.sort((a, b) => a.offset - b.offset)
}
