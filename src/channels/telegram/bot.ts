/** The Telegram channel: one bot, fed by polling or by the webhook route. */
import { setTimeout as pause } from 'node:timers/promises'
import {
  createConcurrentSink,
  createRunner,
  createSource,
  createUpdateFetcher,
  type RunnerHandle,
} from '@grammyjs/runner'
import { Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { AppPort } from '../app-port.ts'
import { type ChatChannel, MOST_BODY, STOP_WITHIN_MS } from '../messenger/channel.ts'
import { COMMANDS } from '../messenger/commands.ts'
import { createDesk } from '../messenger/desk.ts'
import { createInbox, nameOf } from '../messenger/inbox.ts'
import { isSameSecret } from '../messenger/secret.ts'
import type { ChannelState } from '../messenger/state.ts'
import { installHandlers } from './handlers.ts'
import { installRetries } from './retry.ts'

export interface TelegramOptions {
  readonly app: AppPort
  readonly token: string
  /** Another Bot API server, `http://127.0.0.1:8081`. */
  readonly apiRoot?: string | undefined
  readonly state: ChannelState
  readonly log: Logger
  /** Set: updates come to `routes` under this public address instead of being polled. */
  readonly webhook?: { readonly publicUrl: string; readonly secret: string } | undefined
  /** Seconds that one poll waits for updates. */
  readonly pollSeconds?: number
}

export const WEBHOOK_PATH = '/telegram/webhook'

const UPDATES = ['message', 'edited_message', 'callback_query', 'inline_query'] as const
const RESTART_AFTER_MS = 2_000
const START_AGAIN_MS = 30_000

const isRefusedToken = (error: unknown) =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)

/** Puts the channel together; nothing is sent before `start`. */
export function createTelegram(options: TelegramOptions): ChatChannel {
  const { app, token, apiRoot, state, webhook, pollSeconds = 30 } = options
  const log = options.log.child({ channel: 'telegram' })
  const bot = new Bot(token, apiRoot === undefined ? {} : { client: { apiRoot } })
  installRetries(bot.api, log)
  installHandlers(bot, { app, desk: createDesk(app, state), log })
  const inbox = createInbox<Update>({
    channel: 'telegram',
    state,
    log,
    work: (update) => bot.handleUpdate(update),
  })
  const keyOf = (update: Update) => String(update.update_id)

  let isStopped = false
  let isRefused = false
  let isTold = false
  let runner: RunnerHandle | undefined

  /** Updates that are new, kept before the next poll tells Telegram that they arrived. */
  const createPolling = (): RunnerHandle => {
    const fetchUpdates = createUpdateFetcher(bot, {
      fetch: { timeout: pollSeconds, allowed_updates: UPDATES },
      retryInterval: 500,
      silent: true,
    })
    const source = createSource<Update>({
      async supply(size, signal) {
        const updates = await fetchUpdates(size, signal)
        const isNew = await Promise.all(updates.map((one) => inbox.acceptAnyway(keyOf(one), one)))
        return updates.filter((_, i) => isNew[i])
      },
    })
    const consume = (update: Update) => inbox.handle(keyOf(update), update)
    const sink = createConcurrentSink<Update>({ consume }, async () => {})
    return createRunner(source, sink)
  }

  /** Polls until stopped. A second poller (409) or a long outage ends a runner, not the channel. */
  const poll = async () => {
    while (!isStopped) {
      runner = createPolling()
      runner.start()
      try {
        await runner.task()
      } catch (error) {
        log.error({ error: nameOf(error) }, 'telegram-polling-broke')
        if (isRefusedToken(error)) return
      }
      if (!isStopped) await pause(RESTART_AFTER_MS, undefined, { ref: false })
    }
  }

  /** A menu that could not be set is no reason to stay silent. */
  const offerCommands = async () => {
    const commands = COMMANDS.map(({ name, says }) => ({ command: name, description: says }))
    try {
      await bot.api.setMyCommands(commands)
      await bot.api.setMyCommands(commands, { language_code: 'vi' })
    } catch (error) {
      log.warn({ error: nameOf(error) }, 'telegram-commands-not-set')
    }
  }
  const introduce = async () => {
    await bot.init()
    if (webhook) {
      const url = webhook.publicUrl.replace(/\/$/, '') + WEBHOOK_PATH
      const options = { secret_token: webhook.secret, allowed_updates: UPDATES }
      await bot.api.setWebhook(url, options)
    } else await bot.api.deleteWebhook()
    await offerCommands()
  }

  /** False when it did not work this time. */
  const introduced = async () => {
    try {
      await introduce()
      return true
    } catch (error) {
      isRefused = isRefusedToken(error)
      // Once: a service that is down for hours should not fill the log.
      if (!isTold) log.error({ error: nameOf(error), isRefused }, 'telegram-start-failed')
      isTold = true
      return false
    }
  }

  const routes = new Hono()
  if (webhook)
    routes.post(WEBHOOK_PATH, bodyLimit({ maxSize: MOST_BODY }), async (c) => {
      const given = c.req.header('x-telegram-bot-api-secret-token') ?? ''
      if (!isSameSecret(given, webhook.secret)) return c.body(null, 401)
      const update = await c.req.json<Update>()
      // Acknowledged as soon as it is kept: Telegram holds back a chat's next update until then.
      if (await inbox.accept(keyOf(update), update)) void inbox.handle(keyOf(update), update)
      return c.body(null, 200)
    })

  return {
    routes,
    async start() {
      while (!(await introduced())) {
        if (isRefused || isStopped) return
        await pause(START_AGAIN_MS, undefined, { ref: false })
      }
      log.info({ bot: bot.botInfo.username, by: webhook ? 'webhook' : 'polling' }, 'telegram-ready')
      void inbox.recover()
      if (!webhook) void poll()
    },
    async stop() {
      isStopped = true
      if (runner?.isRunning()) await runner.stop()
      await inbox.settle(STOP_WITHIN_MS)
    },
  }
}
