/** Parts as Telegram text: offsets instead of markup, so that no character of a figure needs escaping. */
import type { InlineKeyboardButton, MessageEntity } from 'grammy/types'
import type { Choice, Message, Part } from '../messenger/message.ts'
import { joinParts, placedParts } from '../messenger/split.ts'

/** Longest text of a message and of a picture, in UTF-16 units. */
export const MOST_TEXT = 4096
export const MOST_CAPTION = 1024

const MOST_LABEL = 64
/** Buttons with short labels share a row. */
const SHORT_LABEL = 14
const PER_ROW = 3

export interface TelegramText {
  readonly text: string
  readonly entities: MessageEntity[]
}

function entitiesOf(part: Part, at: number): MessageEntity[] {
  const whole = { offset: at, length: part.text.length }
  const style: MessageEntity[] =
    part.style === 'heading'
      ? [{ type: 'bold', ...whole }]
      : part.style === 'quote'
        ? [{ type: 'expandable_blockquote', ...whole }]
        : []
  const links = part.links.map(({ start, end, url }): MessageEntity => {
    return { type: 'text_link', offset: at + start, length: end - start, url }
  })
  return [...style, ...links]
}

/** Parts joined by blank lines, with their entities in UTF-16 offsets. */
export function toTelegram(parts: readonly Part[]): TelegramText {
  const entities = placedParts(parts).flatMap(({ part, at }) => entitiesOf(part, at))
  return { text: joinParts(parts), entities }
}

/** What a button sends back: the message's id and the choice's number, at most 16 bytes. */
export function callbackData(messageId: string, index: number): string {
  return `${messageId}:${index}`
}

/** The choice that callback data names; undefined when it is none of ours. */
export function readCallbackData(data: string): { id: string; index: number } | undefined {
  const hit = /^([A-Za-z0-9_-]{1,40}):(\d{1,2})$/.exec(data)
  return hit?.[1] ? { id: hit[1], index: Number(hit[2]) } : undefined
}

function button({ label, intent }: Choice, id: string, index: number): InlineKeyboardButton {
  const text = label.length > MOST_LABEL ? `${label.slice(0, MOST_LABEL - 1).trimEnd()}…` : label
  return intent.kind === 'copy'
    ? { text, copy_text: { text: intent.text } }
    : { text, callback_data: callbackData(id, index) }
}

/** The choices of a message as rows of buttons; undefined when there are none. */
export function keyboardOf({
  id,
  choices,
}: Message): { inline_keyboard: InlineKeyboardButton[][] } | undefined {
  if (id === null || choices.length === 0) return undefined
  const rows: InlineKeyboardButton[][] = []
  let isOpen = false
  choices.forEach((choice, index) => {
    const isShort = choice.label.length <= SHORT_LABEL
    const row = rows.at(-1)
    if (isShort && isOpen && row && row.length < PER_ROW) row.push(button(choice, id, index))
    else rows.push([button(choice, id, index)])
    isOpen = isShort
  })
  return { inline_keyboard: rows }
}
