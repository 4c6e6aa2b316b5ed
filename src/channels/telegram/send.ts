/** Sends messages of the desk to a Telegram chat. */
import { type Api, GrammyError, InputFile } from 'grammy'
import { renderChart } from '../../chart/chart.ts'
import type { Message } from '../messenger/message.ts'
import { splitParts } from '../messenger/split.ts'
import { keyboardOf, MOST_CAPTION, MOST_TEXT, toTelegram } from './render.ts'

/** Where messages go. */
export interface Target {
  readonly chatId: number
  /** The message that is answered, where that is worth showing (groups, edits). */
  readonly replyTo?: number | undefined
  readonly threadId?: number | undefined
}

function options({ replyTo, threadId }: Target, isFirst: boolean) {
  return {
    ...(threadId !== undefined && { message_thread_id: threadId }),
    ...(isFirst &&
      replyTo !== undefined && {
        reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
      }),
  }
}

async function sendText(api: Api, target: Target, message: Message): Promise<number[]> {
  const groups = splitParts(message.parts, MOST_TEXT)
  const keyboard = keyboardOf(message)
  const ids: number[] = []
  for (const [i, group] of groups.entries()) {
    const { text, entities } = toTelegram(group)
    const isLast = i === groups.length - 1
    const sent = await api.sendMessage(target.chatId, text, {
      ...options(target, i === 0),
      entities,
      link_preview_options: { is_disabled: true },
      ...(isLast && keyboard && { reply_markup: keyboard }),
    })
    ids.push(sent.message_id)
  }
  return ids
}

async function sendChart(api: Api, target: Target, message: Message): Promise<number[]> {
  const chart = message.chart && (await renderChart(message.chart))
  if (chart?.kind !== 'chart') return sendText(api, target, message)
  const [caption = []] = splitParts(message.parts, MOST_CAPTION)
  const { text, entities } = toTelegram(caption)
  const sent = await api.sendPhoto(target.chatId, new InputFile(chart.png, 'bieudo.png'), {
    ...options(target, true),
    caption: text,
    caption_entities: entities,
  })
  return [sent.message_id]
}

/** Sends messages in order; returns the ids that Telegram gave them. Text is split, charts are drawn. */
export async function sendAll(
  api: Api,
  target: Target,
  messages: readonly Message[],
): Promise<number[]> {
  const ids: number[] = []
  for (const message of messages) {
    const send = message.chart ? sendChart : sendText
    ids.push(
      ...(await send(api, ids.length === 0 ? target : { ...target, replyTo: undefined }, message)),
    )
  }
  return ids
}

/**
 * Puts the new answer in the place of the old one. False when that cannot be: several messages, a
 * picture, a message that is gone.
 */
export async function replaceText(
  api: Api,
  chatId: number,
  messageId: number,
  messages: readonly Message[],
): Promise<boolean> {
  const [message] = messages
  const [group, ...rest] = message ? splitParts(message.parts, MOST_TEXT) : []
  if (!message || !group || rest.length > 0 || messages.length > 1 || message.chart) return false
  const { text, entities } = toTelegram(group)
  const keyboard = keyboardOf(message)
  try {
    await api.editMessageText(chatId, messageId, text, {
      entities,
      link_preview_options: { is_disabled: true },
      ...(keyboard && { reply_markup: keyboard }),
    })
    return true
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    return error.description.includes('message is not modified')
  }
}
