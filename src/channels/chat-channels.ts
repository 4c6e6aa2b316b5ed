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
  readonly ZALO_MONTHLY_QUOTA?: number | undefined
  readonly ZALO_OA_APP_ID?: string | undefined
  readonly ZALO_OA_APP_SECRET?: string | undefined
  readonly ZALO_OA_SECRET_KEY?: string | undefined
  readonly ZALO_OA_REFRESH_TOKEN?: string | undefined
  readonly ZALO_OA_API_ROOT?: string | undefined
  readonly ZALO_OA_OAUTH_ROOT?: string | undefined
}

/** A channel under the name that people know. */
export interface NamedChannel {
  readonly name: string
  readonly by: 'polling' | 'webhook'
  readonly channel: ChatChannel
}

export interface ChatParts {
  /** The program as one channel sees it. */
  readonly appFor: (channel: string) => AppPort
  readonly settings: ChatSettings
  readonly state: ChannelState
  readonly log: Logger
  readonly now: () => Date
  /** The shelf of the web server, from which Zalo fetches charts. */
  readonly charts: ChartShelf
}

/** Webhooks where there is a public address and a secret, else polling. */
function webhookOf({ PUBLIC_URL, WEBHOOK_SECRET }: ChatSettings) {
  return PUBLIC_URL !== undefined && WEBHOOK_SECRET !== undefined
    ? { publicUrl: PUBLIC_URL, secret: WEBHOOK_SECRET }
    : undefined
}

function telegram({ appFor, settings, state, log }: ChatParts): NamedChannel[] {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = settings
  if (token === undefined) return []
  const webhook = webhookOf(settings)
  const channel = createTelegram({ app: appFor('telegram'), token, apiRoot, state, log, webhook })
  return [{ name: 'Telegram', by: webhook ? 'webhook' : 'polling', channel }]
}

function zaloBot({ appFor, settings, state, log, now, charts: shelf }: ChatParts): NamedChannel[] {
  const { PUBLIC_URL: publicUrl, ZALO_BOT_TOKEN: token, ZALO_API_ROOT: apiRoot } = settings
  if (token === undefined) return []
  const charts = publicUrl === undefined ? undefined : { shelf, publicUrl }
  const webhookSecret = webhookOf(settings)?.secret
  const quota = settings.ZALO_MONTHLY_QUOTA
  const channel = createZalo({
    ...{ app: appFor('zalo'), token, apiRoot, state, log, now, charts, webhookSecret },
    ...(quota === undefined ? {} : { monthlyQuota: quota }),
  })
  return [{ name: 'Zalo Bot', by: webhookSecret === undefined ? 'polling' : 'webhook', channel }]
}

function zaloOa({ appFor, settings, state, log, now }: ChatParts): NamedChannel[] {
  const appId = settings.ZALO_OA_APP_ID
  const appSecret = settings.ZALO_OA_APP_SECRET
  const oaSecret = settings.ZALO_OA_SECRET_KEY
  const refreshToken = settings.ZALO_OA_REFRESH_TOKEN
  if (!appId || !appSecret || !oaSecret || !refreshToken) return []
  const channel = createZaloOa({
    ...{ app: appFor('zalo-oa'), state, log, now, appId, appSecret, oaSecret, refreshToken },
    apiRoot: settings.ZALO_OA_API_ROOT,
    oauthRoot: settings.ZALO_OA_OAUTH_ROOT,
  })
  return [{ name: 'Zalo Official Account', by: 'webhook', channel }]
}

/** Each channel whose token is set; the caller mounts its routes, starts it and stops it. */
export function createChatChannels(parts: ChatParts): NamedChannel[] {
  return [...telegram(parts), ...zaloBot(parts), ...zaloOa(parts)]
}
