/** What the bot does with each kind of update. */
import { sequentialize } from '@grammyjs/runner'
import { type Bot, type Context, GrammyError } from 'grammy'
import type { Message as TelegramMessage } from 'grammy/types'
import type { Logger } from 'pino'
import type { AppPort } from '../app-port.ts'
import type { Desk, Incoming } from '../messenger/desk.ts'
import { nameOf } from '../messenger/inbox.ts'
import type { Chat } from '../messenger/memory.ts'
import { type Message, wordsOnly } from '../messenger/message.ts'
import { whileTyping } from '../messenger/typing.ts'
import { problemSentence } from '../problem-sentence.ts'
import { answerInline } from './inline.ts'
import { readMessage } from './read.ts'
import { readCallbackData } from './render.ts'
import { replaceText, sendAll, type Target } from './send.ts'

export interface HandlerParts {
  readonly app: AppPort
  readonly desk: Desk
  readonly log: Logger
}

interface Parts extends HandlerParts {
  readonly sent: Map<string, Sent>
}

/** So many answers follow the changes of their questions; older ones are answered anew. */
const MOST_SENT = 20_000
const MOST_NOTICE = 200

/**
 * What was sent for a message, so that its change changes the answer. Kept in memory: after a restart a
 * changed question gets a new answer, which is no loss worth a write for every message.
 */
interface Sent {
  readonly text: string
  readonly ids: readonly number[]
}

const chatOf = (id: number): Chat => ({ channel: 'telegram', id: String(id) })
const sentKey = ({ chat, message_id }: TelegramMessage) => `${chat.id}:${message_id}`
const textOf = (message: TelegramMessage) => message.text ?? message.caption ?? ''

/** A reply is shown as one where several people talk. */
function targetOf(message: TelegramMessage): Target {
  return {
    chatId: message.chat.id,
    threadId: message.is_topic_message ? message.message_thread_id : undefined,
    replyTo: message.chat.type === 'private' ? undefined : message.message_id,
  }
}

/** Asks the desk; a broken part of the program becomes the sentence that says so. */
async function replies({ desk, log }: HandlerParts, chatId: number, incoming: Incoming) {
  try {
    return await desk.answer(chatOf(chatId), incoming)
  } catch (error) {
    log.error({ error: nameOf(error) }, 'answer-failed')
    return [wordsOnly(problemSentence(error))]
  }
}

function keepSent({ sent }: Parts, message: TelegramMessage, ids: readonly number[]): void {
  const [oldest] = sent.keys()
  if (oldest !== undefined && sent.size >= MOST_SENT) sent.delete(oldest)
  sent.set(sentKey(message), { text: textOf(message), ids })
}

/** Shows "typing" in the chat; nobody misses a sign that could not be shown. */
function typingIn({ log }: HandlerParts, ctx: Context, { chatId, threadId }: Target) {
  const thread = threadId === undefined ? {} : { message_thread_id: threadId }
  return () =>
    ctx.api.sendChatAction(chatId, 'typing', thread).then(
      () => undefined,
      () => log.debug('typing-not-shown'),
    )
}

async function onMessage(parts: Parts, ctx: Context, message: TelegramMessage) {
  const incoming = readMessage(message, ctx.me)
  if (!incoming) return
  const target = targetOf(message)
  await whileTyping(typingIn(parts, ctx, target), async () => {
    const messages = await replies(parts, message.chat.id, incoming)
    const ids = await sendAll(ctx.api, target, messages)
    keepSent(parts, message, ids)
  })
}

/** The new question's answer takes the old one's place, or follows as a reply to the question. */
async function onEdit(parts: Parts, ctx: Context, message: TelegramMessage) {
  const old = parts.sent.get(sentKey(message))
  if (!old) return onMessage(parts, ctx, message)
  const incoming = readMessage(message, ctx.me)
  // Telegram also tells of changes that leave the words alone.
  if (!incoming || old.text === textOf(message)) return undefined
  const chatId = message.chat.id
  const messages = await replies(parts, chatId, incoming)
  const [only, ...more] = old.ids
  const isReplaced =
    only !== undefined && more.length === 0 && (await replaceText(ctx.api, chatId, only, messages))
  const target = { ...targetOf(message), replyTo: message.message_id }
  const ids = isReplaced ? old.ids : await sendAll(ctx.api, target, messages)
  keepSent(parts, message, ids)
  return undefined
}

/** Words short enough to be shown over the chat and forgotten. */
function noticeOf(messages: readonly Message[]): string | undefined {
  const [message] = messages
  const text = message?.parts[0]?.text ?? ''
  return messages.length === 1 && message?.isNotice && text.length <= MOST_NOTICE ? text : undefined
}

async function onPress(parts: HandlerParts, ctx: Context) {
  const query = ctx.callbackQuery
  const choice = query?.data === undefined ? undefined : readCallbackData(query.data)
  const message = query?.message
  if (!message || !choice) return ctx.answerCallbackQuery()
  const target = { chatId: message.chat.id, threadId: message.message_thread_id }
  return whileTyping(typingIn(parts, ctx, target), async () => {
    const messages = await replies(parts, message.chat.id, { kind: 'choice', ...choice })
    const notice = noticeOf(messages)
    await ctx.answerCallbackQuery(notice === undefined ? {} : { text: notice }).catch(ignoreOld)
    if (notice === undefined) await sendAll(ctx.api, target, messages)
  })
}

/** A query answered too late is no failure: the messages still go out. */
function ignoreOld(error: unknown): void {
  if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
}

/** Errors that no later try would mend: Telegram understood and said no. */
function isFinal(error: unknown): boolean {
  return error instanceof GrammyError && [400, 403, 404].includes(error.error_code)
}

/** Installs everything the bot does. Updates of one chat are handled one after another. */
export function installHandlers(bot: Bot, given: HandlerParts): void {
  const parts: Parts = { ...given, sent: new Map() }
  const { app, desk, log } = parts
  bot.use(sequentialize((ctx) => String(ctx.chat?.id ?? ctx.from?.id ?? '')))
  bot.use(async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      if (!isFinal(error)) throw error
      log.warn({ update: ctx.update.update_id, error: nameOf(error) }, 'telegram-refused')
    }
  })
  bot.on('message', (ctx) => onMessage(parts, ctx, ctx.message))
  bot.on('edited_message', (ctx) => onEdit(parts, ctx, ctx.editedMessage))
  bot.on('callback_query', (ctx) => onPress(parts, ctx))
  bot.on('inline_query', (ctx) =>
    answerInline(ctx.api, desk, ctx.inlineQuery.id, ctx.inlineQuery.query, app.examples?.()),
  )
}
