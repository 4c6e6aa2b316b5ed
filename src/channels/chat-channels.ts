/** The chat channels that the settings ask for, put together but not yet started. */
import type { Logger } from 'pino'
import type { AppPort } from './app-port.ts'
import type { ChartShelf } from './chart-shelf.ts'
import type { ChatChannel } from './messenger/channel.ts'
import type { ChannelState } from './messenger/state.ts'
import { createTelegram } from './telegram/bot.ts'
import { createZalo } from './zalo/bot.ts'
import { createZaloOa } from './zalo/oa.ts'

/** The settings by their names in the environment; a channel without its token is left out. */
export interface ChatSettings {
  readonly PUBLIC_URL?: string | undefined
  readonly WEBHOOK_SECRET?: string | undefined
  readonly TELEGRAM_BOT_TOKEN?: string | undefined
  readonly TELEGRAM_API_ROOT?: string | undefined
  readonly ZALO_BOT_TOKEN?: string | undefined
  readonly ZALO_API_ROOT?: string | undefined
  readonly ZALO_OA_APP_ID?: string | undefined
  readonly ZALO_OA_APP_SECRET?: string | undefined
  readonly ZALO_OA_SECRET_KEY?: string | undefined
  readonly ZALO_OA_REFRESH_TOKEN?: string | undefined
}

export interface ChatParts {
  readonly app: AppPort
  readonly settings: ChatSettings
  readonly state: ChannelState
  readonly log: Logger
  readonly now: () => Date
  /** The shelf of the web server, from which Zalo fetches charts. */
  readonly charts: ChartShelf
}

function telegram({ app, settings, state, log }: ChatParts): ChatChannel[] {
  const { PUBLIC_URL, WEBHOOK_SECRET, TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT } = settings
  if (TELEGRAM_BOT_TOKEN === undefined) return []
  const webhook =
    PUBLIC_URL !== undefined && WEBHOOK_SECRET !== undefined
      ? { publicUrl: PUBLIC_URL, secret: WEBHOOK_SECRET }
      : undefined
  const token = TELEGRAM_BOT_TOKEN
  return [createTelegram({ app, token, apiRoot: TELEGRAM_API_ROOT, state, log, webhook })]
}

function zaloBot({ app, settings, state, log, now, charts: shelf }: ChatParts): ChatChannel[] {
  const { PUBLIC_URL, WEBHOOK_SECRET, ZALO_BOT_TOKEN, ZALO_API_ROOT } = settings
  if (ZALO_BOT_TOKEN === undefined) return []
  const charts = PUBLIC_URL === undefined ? undefined : { shelf, publicUrl: PUBLIC_URL }
  const webhookSecret = PUBLIC_URL === undefined ? undefined : WEBHOOK_SECRET
  const parts = { app, state, log, now, charts, webhookSecret }
  return [createZalo({ ...parts, token: ZALO_BOT_TOKEN, apiRoot: ZALO_API_ROOT })]
}

function zaloOa({ app, settings, state, log, now }: ChatParts): ChatChannel[] {
  const appId = settings.ZALO_OA_APP_ID
  const appSecret = settings.ZALO_OA_APP_SECRET
  const oaSecret = settings.ZALO_OA_SECRET_KEY
  const refreshToken = settings.ZALO_OA_REFRESH_TOKEN
  if (!appId || !appSecret || !oaSecret || !refreshToken) return []
  return [createZaloOa({ app, state, log, now, appId, appSecret, oaSecret, refreshToken })]
}

/** Each channel whose token is set; the caller mounts its routes, starts it and stops it. */
export function createChatChannels(parts: ChatParts): ChatChannel[] {
  return [...telegram(parts), ...zaloBot(parts), ...zaloOa(parts)]
}
