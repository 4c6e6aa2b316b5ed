/** The running service: the web server and the chat channels whose tokens are set. */
import { type Logger, pino } from 'pino'
import type { App } from './app.ts'
import { type KeptState, storeState } from './channel-state.ts'
import type { AppPort } from './channels/app-port.ts'
import { createChartShelf } from './channels/chart-shelf.ts'
import { createChatChannels, type NamedChannel } from './channels/chat-channels.ts'
import { nameOf } from './channels/messenger/inbox.ts'
import { createWebServer } from './channels/web/server.ts'
import { createZaloClient } from './channels/zalo/client.ts'
import { deleteZaloWebhook, setZaloWebhook, zaloWebhook } from './channels/zalo/webhook-setup.ts'
import { type Config, SECRETS } from './config.ts'
import { AppError } from './model/errors.ts'
import type { Store } from './store/store.ts'

export interface Service {
  readonly url: string
  /** Takes no more messages, lets running answers end, and writes what is still in memory. */
  close(): Promise<void>
}

export interface ServiceParts {
  readonly app: App
  readonly config: Config
  readonly log: Logger
  /** Hears what runs, a Vietnamese line at a time. */
  readonly say: (line: string) => void
  readonly now: () => Date
}

const FLUSH_MS = 5_000
const FORGET_MS = 60 * 60_000

/** A log of JSON lines on stderr, or to `write`, in which no secret of the settings can stand. */
export function createLog(config: Config, write?: (line: string) => void): Logger {
  const secrets = SECRETS.flatMap((name) => {
    const value = config[name]
    return value === undefined ? [] : [value, encodeURIComponent(value)]
  })
  const streamWrite = (line: string) =>
    secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '[bí mật]'), line)
  const options = { level: config.LOG_LEVEL, hooks: { streamWrite } }
  return pino(options, write ? { write } : pino.destination(2))
}

/** The program as one channel sees it: a line in the log for each question, nothing of its words. */
function loggedPort(port: AppPort, channel: string, log: Logger): AppPort {
  return {
    ...port,
    async ask(question, conversation, onProgress) {
      const answer = await port.ask(question, conversation, onProgress)
      log.info({ channel, outcome: answer.outcome, tookMs: answer.tookMs }, 'question')
      return answer
    },
  }
}

/** Keeps the store free of what is old, and the state out of memory; the function ends it. */
function keepHouse(store: Store, state: KeptState, log: Logger): () => void {
  const forget = () =>
    store.forgetOld().catch((error: unknown) => {
      log.warn({ error: nameOf(error) }, 'old-entries-kept')
    })
  void forget()
  const timers = [setInterval(() => state.flush(), FLUSH_MS), setInterval(forget, FORGET_MS)]
  for (const timer of timers) timer.unref()
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}

/**
 * Tells when Zalo sends messages elsewhere than where they are awaited: nothing would ever come. Only
 * told, not mended: a start must not change what another service may rely on.
 */
async function checkZaloWebhook(config: Config, log: Logger): Promise<void> {
  const { ZALO_BOT_TOKEN, PUBLIC_URL, WEBHOOK_SECRET } = config
  if (ZALO_BOT_TOKEN === undefined) return
  const isAwaited = PUBLIC_URL !== undefined && WEBHOOK_SECRET !== undefined
  try {
    const isSet = (await zaloBotWebhook(config, log).url()) !== null
    const mend = `npm run hoiso -- zalo-webhook --${isAwaited ? 'set' : 'delete'}`
    if (isSet !== isAwaited) log.error({ isSet, isAwaited, mend }, 'zalo-webhook-mismatch')
  } catch {
    // The channel itself tells what is wrong with its token or connection.
  }
}

const BY = { polling: 'tự hỏi tin mới', webhook: 'nhận tin qua webhook' } as const

function tellWhatRuns(say: (line: string) => void, url: string, chats: readonly NamedChannel[]) {
  say(`Hỏi Số đang chạy tại ${url} (dừng: Ctrl-C)`)
  for (const { name, by } of chats) say(`Kênh ${name}: đang nối, ${BY[by]}.`)
  say('Đây không phải là kênh chính thức; số liệu lấy từ các nguồn được dẫn.')
}

/** Starts what the settings ask for and says where. Throws `port-in-use` with the way out. */
export async function startService(parts: ServiceParts): Promise<Service> {
  const { app, config, log, say, now } = parts
  const charts = createChartShelf()
  const state = storeState(app.store, log)
  const appFor = (channel: string) => loggedPort(app.port, channel, log)
  const chats = createChatChannels({ appFor, settings: config, state, log, now, charts })
  await app.prepareExamples()
  const web = await createWebServer({
    app: appFor('web'),
    host: config.HOST,
    port: config.PORT,
    publicUrl: config.PUBLIC_URL,
    embedOrigins: config.EMBED_ORIGINS,
    log,
    charts,
    extend: (routes) => {
      for (const { channel } of chats) routes.route('/', channel.routes)
    },
  })
  const endHouse = keepHouse(app.store, state, log)
  // Not waited for: a platform that is down holds up neither the others nor the web.
  for (const { channel } of chats) void channel.start()
  void checkZaloWebhook(config, log)
  tellWhatRuns(say, web.url, chats)
  const stopChats = () => Promise.all(chats.map(({ channel }) => channel.stop()))
  return {
    url: web.url,
    async close() {
      await stopChats()
      await web.close()
      // Once more: what came by webhook while the web server closed.
      await stopChats()
      endHouse()
      await state.flush()
    },
  }
}

export interface ZaloBotWebhook {
  /** Where Zalo sends messages; null while the bot is polled. */
  url(): Promise<string | null>
  set(): Promise<void>
  remove(): Promise<void>
}

/**
 * The webhook of the Zalo bot of the settings. Throws `config-invalid` where a setting is missing;
 * its methods throw `channel-rejected` or `channel-unreachable`.
 */
export function zaloBotWebhook(config: Config, log = createLog(config)): ZaloBotWebhook {
  const { ZALO_BOT_TOKEN: token, ZALO_API_ROOT: apiRoot, PUBLIC_URL, WEBHOOK_SECRET } = config
  if (token === undefined)
    throw new AppError('config-invalid', 'Cần ZALO_BOT_TOKEN: mã bot Zalo (xem .env.example).')
  const client = createZaloClient({ token, apiRoot, log })
  return {
    url: () => zaloWebhook(client),
    remove: () => deleteZaloWebhook(client),
    async set() {
      if (PUBLIC_URL === undefined || WEBHOOK_SECRET === undefined)
        throw new AppError(
          'config-invalid',
          'Cần PUBLIC_URL và WEBHOOK_SECRET để đặt webhook (xem .env.example).',
        )
      await setZaloWebhook(client, PUBLIC_URL, WEBHOOK_SECRET)
    },
  }
}
