/**
 * A Telegram Bot API server for tests, strict where the real one is strict: addressing, long polling
 * and its conflicts, refusals in the real words, limits, multipart uploads, UTF-16 entities, webhooks
 * with their secret, one answer for each callback; and it can be made to fail.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type {
  Chat,
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
  Update,
  User,
} from '@grammyjs/types'
import {
  bad,
  checkEntities,
  checkMarkup,
  checkText,
  detectEntities,
  type Fields,
  objectField,
  Refusal,
} from './telegram-refusals.ts'
import { UpdateQueue } from './telegram-updates.ts'
import { type Call, Faults, imageSize, listen, readCall, sendJson } from './wire.ts'

export interface SentCall {
  readonly method: string
  readonly fields: Fields
  /** Pictures that came along, with their size. */
  readonly files: readonly { name: string; bytes: Buffer; width: number; height: number }[]
  readonly at: number
  /** The message that was made, where one was. */
  readonly message: Message | undefined
}

export interface TelegramOptions {
  readonly token?: string
  readonly username?: string
  /** Messages that one chat takes in a second before 429; no limit when left out. */
  readonly perChatPerSecond?: number
}

const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
])
const TOO_OLD = 'Query is too old and response timeout expired or query ID is invalid'

export class TelegramServer {
  readonly queue = new UpdateQueue()
  readonly faults = new Faults()
  /** Calls that were carried out, in order; polls are left out. */
  readonly calls: SentCall[] = []
  /** Number of getUpdates calls. */
  polls = 0
  readonly commands = new Map<string, unknown>()
  readonly token: string
  readonly me: User & Record<string, unknown>
  /** Chats that refuse: id → description of the 403. */
  readonly blocked = new Map<number, string>()
  readonly #messages = new Map<string, Message>()
  readonly #open = new Set<string>()
  readonly #sentIn = new Map<number, number[]>()
  readonly #perChat: number | undefined
  readonly #brokenAfter = new Map<string, number>()
  #lastUpdate: Update | undefined
  #nextMessage = 1
  #nextQuery = 1
  #listening: Awaited<ReturnType<typeof listen>> | undefined
  readonly #listeners = new Set<() => void>()

  constructor(options: TelegramOptions = {}) {
    this.token = options.token ?? '7000001:AAtest_TOKEN-of_the_local_server_0001'
    this.#perChat = options.perChatPerSecond
    this.me = {
      id: 7_000_001,
      is_bot: true,
      first_name: 'Hỏi Số',
      username: options.username ?? 'hoi_so_bot',
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: true,
      can_connect_to_business: false,
      has_main_web_app: false,
    }
  }

  get url(): string {
    return this.#listening?.url ?? ''
  }

  async start(): Promise<this> {
    this.#listening = await listen((req, res) => this.#handle(req, res))
    return this
  }

  async close(): Promise<void> {
    this.queue.webhook = undefined
    await this.#listening?.close()
  }

  // What people do.

  person(id: number): User {
    return { id, is_bot: false, first_name: `Người ${id}`, language_code: 'vi' }
  }

  /** A chat: private for positive ids, a supergroup for negative ones. */
  chat(id: number): Chat {
    return id > 0
      ? { id, type: 'private', first_name: `Người ${id}` }
      : { id, type: 'supergroup', title: `Nhóm ${id}` }
  }

  /** Somebody writes; returns the message. `extra` replaces or adds fields of the message. */
  say(chatId: number, text: string, extra: Fields = {}): Message {
    const from = this.person(chatId > 0 ? chatId : 501)
    const message = this.#make(this.chat(chatId), from, {
      text,
      entities: detectEntities(text),
      ...extra,
    })
    this.deliver({ message } as Partial<Update>)
    return message
  }

  /** Somebody sends something that is no text. */
  sendMedia(chatId: number, content: Fields): Message {
    const message = this.#make(this.chat(chatId), this.person(Math.abs(chatId)), content)
    this.deliver({ message } as Partial<Update>)
    return message
  }

  /** Somebody changes a message of theirs. */
  edit(message: Message, text: string): void {
    const edited = { ...message, text, entities: detectEntities(text), edit_date: seconds() }
    this.deliver({ edited_message: edited } as Partial<Update>)
  }

  /** Somebody presses a button with this callback data. */
  press(message: Message, data: string): string {
    const id = `q${this.#nextQuery++}`
    this.#open.add(id)
    const from = this.person(message.chat.id > 0 ? message.chat.id : 501)
    this.deliver({
      callback_query: { id, from, message, chat_instance: '1', data },
    } as Partial<Update>)
    return id
  }

  /** Somebody types `@bot query` in some chat. */
  inline(query: string, from = 77): string {
    const id = `i${this.#nextQuery++}`
    this.#open.add(id)
    this.deliver({
      inline_query: { id, from: this.person(from), query, offset: '', chat_type: 'private' },
    } as Partial<Update>)
    return id
  }

  /** Puts an update into the queue; with `update_id` given, the same one again. */
  deliver(update: Partial<Update>): Update {
    const whole = { update_id: this.queue.nextId(), ...update } as Update
    this.#lastUpdate = whole
    this.queue.push(whole)
    return whole
  }

  /** Delivers the newest update once more, as Telegram may. */
  repeatLast(message: Message): void {
    const last = this.#lastUpdate
    if (last && 'message' in last && last.message === message) this.queue.push(last)
  }

  // What the bot did.

  /** Calls of a method whose connection broke after they were carried out. */
  brokenAfter(method: string): number {
    return this.#brokenAfter.get(method) ?? 0
  }

  /** Calls of a method, oldest first. */
  sent(method: string): SentCall[] {
    return this.calls.filter((call) => call.method === method.toLowerCase())
  }

  /** Messages that a chat got, oldest first. */
  messagesTo(chatId: number): Message[] {
    return this.calls.flatMap(({ message }) => (message?.chat.id === chatId ? [message] : []))
  }

  /** Waits until `check` gives something; fails after `ms`, saying what was waited for. */
  async until<T>(what: string, check: () => T | undefined | false | null, ms = 5000): Promise<T> {
    const found = check()
    if (found) return found
    return new Promise((resolve, reject) => {
      const look = () => {
        const now = check()
        if (!now) return
        end()
        resolve(now)
      }
      const end = () => {
        clearTimeout(timer)
        clearInterval(again)
        this.#listeners.delete(look)
      }
      const timer = setTimeout(() => {
        end()
        reject(new Error(`waited ${ms} ms for ${what}`))
      }, ms)
      const again = setInterval(look, 50)
      this.#listeners.add(look)
    })
  }

  #make(chat: Chat, from: User, content: Fields): Message {
    const message = {
      message_id: this.#nextMessage++,
      from,
      chat,
      date: seconds(),
      ...content,
    } as Message
    this.#messages.set(`${chat.id}:${message.message_id}`, message)
    return message
  }

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const call = await readCall(req)
    const hit = /^\/bot([^/]*)\/([^/]+)$/.exec(call.path)
    if (!hit) return answer(res, new Refusal(404, 'Not Found'))
    const method = (hit[2] ?? '').toLowerCase()
    const token = decodeURIComponent(hit[1] ?? '')
    const fault = this.faults.next(method)
    if (fault?.kind === 'drop-before') return void res.destroy()
    if (fault?.kind === 'bad-gateway') return html(res, 502, 'Bad Gateway')
    if (fault?.kind === 'html-429') return html(res, 429, 'Too Many Requests')
    try {
      if (fault?.kind === 'too-many-requests') throw tooMany(fault.retryAfter ?? 1)
      this.#authorise(token)
      const result = await this.#run(method, call, res)
      if (fault?.kind === 'drop-after') {
        this.#brokenAfter.set(method, this.brokenAfter(method) + 1)
        return void res.destroy()
      }
      sendJson(res, 200, { ok: true, ...result })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      answer(res, error)
    }
  }

  #authorise(token: string): void {
    if (!token.includes(':') || token.startsWith('0') || token.length > 80)
      throw new Refusal(401, 'Unauthorized: invalid token specified')
    if (token !== this.token) throw new Refusal(401, 'Unauthorized')
  }

  async #run(method: string, call: Call, res: ServerResponse) {
    const run = METHODS[method]
    if (!run) throw new Refusal(404, 'Not Found: method not found')
    const gone = new AbortController()
    res.on('close', () => gone.abort())
    const outcome = await run(this, call, gone.signal)
    if (method !== 'getupdates') {
      const result = outcome.result
      const message =
        typeof result === 'object' && result !== null && 'message_id' in result
          ? (result as Message)
          : undefined
      const files = call.files.map(({ name, bytes }) => ({
        name,
        bytes,
        ...(imageSize(bytes) ?? { width: 0, height: 0 }),
      }))
      this.calls.push({ method, fields: call.fields, files, at: performance.now(), message })
    }
    for (const listener of [...this.#listeners]) listener()
    return outcome
  }

  // Used by the methods below.

  takeChat(fields: Fields): Chat {
    const id = fields['chat_id']
    if (id === undefined || id === '') throw bad('Chat_id is empty')
    const number = Number(id)
    if (!Number.isSafeInteger(number) || number === 0) throw bad('Chat not found')
    const refusal = this.blocked.get(number)
    if (refusal) throw new Refusal(403, refusal)
    return this.chat(number)
  }

  /** Counts a message against the chat's limit. */
  spend(chat: Chat): void {
    if (this.#perChat === undefined) return
    const now = performance.now()
    const recent = (this.#sentIn.get(chat.id) ?? []).filter((at) => now - at < 1000)
    if (recent.length >= this.#perChat) throw tooMany(1)
    this.#sentIn.set(chat.id, [...recent, now])
  }

  post(chat: Chat, fields: Fields, content: Fields): Message {
    const reply = objectField<{ message_id: number; allow_sending_without_reply?: boolean }>(
      fields,
      'reply_parameters',
    )
    const about = reply && this.#messages.get(`${chat.id}:${reply.message_id}`)
    if (reply && !about && !reply.allow_sending_without_reply)
      throw bad('Message to be replied not found')
    this.spend(chat)
    const markup = objectField<InlineKeyboardMarkup>(fields, 'reply_markup')
    return this.#make(chat, this.me, {
      ...content,
      ...(about && { reply_to_message: about }),
      ...(markup && { reply_markup: markup }),
    })
  }

  change(fields: Fields, content: Fields): Message {
    const key = `${fields['chat_id']}:${fields['message_id']}`
    const old = this.#messages.get(key)
    if (!old) throw bad('Message to edit not found')
    if (old.from?.id !== this.me.id) throw bad("Message can't be edited")
    const markup = objectField<InlineKeyboardMarkup>(fields, 'reply_markup')
    const { reply_markup: _gone, ...rest } = old as Message & Fields
    const fresh = { ...rest, ...content, ...(markup && { reply_markup: markup }) } as Message
    if (JSON.stringify(contentOf(fresh)) === JSON.stringify(contentOf(old)))
      throw bad(
        'Message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      )
    const edited = { ...fresh, edit_date: seconds() } as Message
    this.#messages.set(key, edited)
    return edited
  }

  /** A query is answered once; later answers and unknown queries are refused. */
  closeQuery(id: unknown): void {
    if (typeof id !== 'string' || !this.#open.delete(id)) throw bad(TOO_OLD)
  }
}

const seconds = () => Math.floor(Date.now() / 1000)
const tooMany = (after: number) =>
  new Refusal(429, `Too Many Requests: retry after ${after}`, { retry_after: after })

const contentOf = (
  message: Partial<Message.CommonMessage> & { text?: string; caption?: string; entities?: unknown },
) => [message.text, message.entities, message.caption, message.reply_markup]

function html(res: ServerResponse, status: number, title: string): void {
  res.writeHead(status, { 'content-type': 'text/html' })
  res.end(`<html><head><title>${status} ${title}</title></head><body>nginx</body></html>`)
}

function answer(res: ServerResponse, refusal: Refusal): void {
  const { status, message, parameters } = refusal
  const headers: Record<string, string> = {}
  if (parameters?.['retry_after']) headers['retry-after'] = String(parameters['retry_after'])
  const body = { ok: false, error_code: status, description: message }
  sendJson(res, status, parameters ? { ...body, parameters } : body, headers)
}

type Outcome = { result: unknown; description?: string }
type Method = (server: TelegramServer, call: Call, gone: AbortSignal) => Promise<Outcome> | Outcome

const clamp = (value: unknown, low: number, high: number, fallback: number) =>
  Math.max(low, Math.min(high, Number(value ?? fallback) || 0))

function textOf(fields: Fields): { text: string; entities: MessageEntity[] } {
  const given = objectField<MessageEntity[]>(fields, 'entities') ?? []
  if (fields['parse_mode'] !== undefined) throw bad('Unsupported parse_mode')
  const text = checkText(fields['text'], given)
  const known = new Set(given.map(({ offset }) => offset))
  const found = detectEntities(text).filter(({ offset }) => !known.has(offset))
  return { text, entities: [...given, ...found] }
}

function photoOf({ fields, files }: Call): { width: number; height: number; size: number } {
  const photo = fields['photo']
  if (typeof photo !== 'string' || photo === '') throw bad('There is no photo in the request')
  if (!photo.startsWith('attach://')) throw bad('Wrong HTTP URL specified')
  const file = files.find(({ name }) => name === photo.slice('attach://'.length))
  if (!file) throw bad('There is no photo in the request')
  if (file.bytes.length > 10 * 1024 * 1024) throw new Refusal(413, 'Request Entity Too Large')
  const size = imageSize(file.bytes)
  if (!size) throw bad('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  if (width + height > 10_000 || Math.max(width / height, height / width) > 20)
    throw bad('PHOTO_INVALID_DIMENSIONS')
  return { width, height, size: file.bytes.length }
}

interface InlineResult {
  type: string
  id: string
  title?: string
  input_message_content?: { message_text: string; entities?: MessageEntity[] }
}

function checkInlineResults(results: readonly InlineResult[]): void {
  if (results.length > 50) throw bad('RESULTS_TOO_MUCH')
  if (new Set(results.map(({ id }) => id)).size < results.length) throw bad('RESULT_ID_DUPLICATE')
  for (const { type, id, title, input_message_content: content } of results) {
    if (Buffer.byteLength(id) < 1 || Buffer.byteLength(id) > 64) throw bad('RESULT_ID_INVALID')
    if (type !== 'article') throw bad("Can't parse inline query result: unsupported type")
    if (!title) throw bad('Can\'t parse inline query result: Can\'t find field "title"')
    if (!content) throw bad('MESSAGE_EMPTY')
    checkText(content.message_text, content.entities ?? [])
  }
}

function webhookOf(fields: Fields): { url: string; secret: string | undefined } {
  const url = String(fields['url'] ?? '')
  const secret = fields['secret_token'] === undefined ? undefined : String(fields['secret_token'])
  if (!URL.canParse(url)) throw bad('invalid webhook URL specified')
  const { protocol, hostname } = new URL(url)
  // The real server demands HTTPS on a public address; loopback is let through for tests alone.
  if (protocol !== 'https:' && hostname !== '127.0.0.1')
    throw bad('bad webhook: An HTTPS URL must be provided for webhook')
  if (secret !== undefined && secret.length > 256) throw bad('secret token is too long')
  if (secret !== undefined && !/^[A-Za-z0-9_-]+$/.test(secret))
    throw bad('secret token contains unallowed characters')
  return { url, secret }
}

const METHODS: Record<string, Method> = {
  getme: (server) => ({ result: server.me }),
  getupdates: async (server, { fields }, gone) => {
    server.polls++
    const limit = clamp(fields['limit'], 1, 100, 100)
    const timeout = clamp(fields['timeout'], 0, 50, 0)
    return { result: await server.queue.take(Number(fields['offset'] ?? 0), limit, timeout, gone) }
  },
  setwebhook: (server, { fields }) => {
    const isDeleted = !fields['url']
    server.queue.setWebhook(isDeleted ? undefined : webhookOf(fields))
    return { result: true, description: `Webhook was ${isDeleted ? 'deleted' : 'set'}` }
  },
  deletewebhook: (server, { fields }) => {
    const was = server.queue.webhook !== undefined
    server.queue.setWebhook(undefined)
    if (fields['drop_pending_updates'] === true || fields['drop_pending_updates'] === 'true')
      server.queue.clear()
    return { result: true, description: `Webhook is ${was ? 'was' : 'already'} deleted` }
  },
  getwebhookinfo: (server) => ({
    result: {
      url: server.queue.webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: server.queue.pending,
    },
  }),
  sendmessage: (server, { fields }) => {
    const chat = server.takeChat(fields)
    const content = textOf(fields)
    checkMarkup(objectField(fields, 'reply_markup'))
    return { result: server.post(chat, fields, content) }
  },
  sendphoto: (server, call) => {
    const chat = server.takeChat(call.fields)
    const { width, height, size } = photoOf(call)
    const caption = call.fields['caption']
    if (typeof caption === 'string' && caption.length > 1024)
      throw bad('Message caption is too long')
    const entities = objectField<MessageEntity[]>(call.fields, 'caption_entities') ?? []
    checkEntities(String(caption ?? ''), entities)
    checkMarkup(objectField(call.fields, 'reply_markup'))
    const photo = [
      { file_id: `p${size}`, file_unique_id: `u${size}`, width, height, file_size: size },
    ]
    return {
      result: server.post(chat, call.fields, { photo, caption, caption_entities: entities }),
    }
  },
  editmessagetext: (server, { fields }) => {
    server.takeChat(fields)
    const content = textOf(fields)
    checkMarkup(objectField(fields, 'reply_markup'))
    return { result: server.change(fields, content) }
  },
  sendchataction: (server, { fields }) => {
    server.takeChat(fields)
    if (!ACTIONS.has(String(fields['action']))) throw bad('Wrong parameter action in request')
    return { result: true }
  },
  answercallbackquery: (server, { fields }) => {
    if (typeof fields['text'] === 'string' && fields['text'].length > 200)
      throw bad('MESSAGE_TOO_LONG')
    server.closeQuery(fields['callback_query_id'])
    return { result: true }
  },
  answerinlinequery: (server, { fields }) => {
    checkInlineResults(objectField<InlineResult[]>(fields, 'results') ?? [])
    server.closeQuery(fields['inline_query_id'])
    return { result: true }
  },
  setmycommands: (server, { fields }) => {
    const commands = objectField<{ command: string; description: string }[]>(fields, 'commands')
    if (!Array.isArray(commands)) throw bad("Can't parse commands JSON object")
    for (const { command, description } of commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw bad('BOT_COMMAND_INVALID')
      if (description.length < 1 || description.length > 256)
        throw bad('BOT_COMMAND_DESCRIPTION_INVALID')
    }
    server.commands.set(String(fields['language_code'] ?? ''), commands)
    return { result: true }
  },
}
