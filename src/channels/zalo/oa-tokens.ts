/**
 * The tokens of a Zalo Official Account. A refresh token works once: the new pair is kept before it is
 * used, one refresh at a time, sealed with the app's secret. Unverified against the live service.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import type { Logger } from 'pino'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import type { ChannelState } from '../messenger/state.ts'

export const OAUTH_ROOT = 'https://oauth.zaloapp.com'

export interface OaTokenOptions {
  readonly appId: string
  /** The app's secret; not the account's secret key, which signs webhooks. */
  readonly appSecret: string
  /** The first refresh token, from the permission page; later ones are kept in `state`. */
  readonly refreshToken: string
  readonly oauthRoot?: string | undefined
  readonly state: ChannelState
  readonly log: Logger
  readonly now: () => Date
}

export interface OaTokens {
  /** A token that should work. Throws `channel-rejected` or `channel-unreachable`. */
  access(): Promise<string>
  /** A new token, because `refused` was refused. */
  renew(refused: string): Promise<string>
}

const KEY = 'zalo-oa:tokens'
/** A refresh token lives three months. */
const KEEP_SECONDS = 90 * 24 * 3600
const TIMEOUT_MS = 20_000
const RENEW_BEFORE_MS = 10 * 60_000

// expires_in is a string of seconds.
const pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
})
const kept = z.object({ access: z.string(), refresh: z.string(), until: z.number() })
type Kept = z.infer<typeof kept>

/** Seals text with a key; what was changed or sealed with another key does not open. */
export function createSeal(secret: string): {
  seal(text: string): string
  open(sealed: string): string | undefined
} {
  const key = scryptSync(secret, 'hoiso zalo-oa', 32)
  return {
    seal(text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length < 28) return undefined
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        cipher.setAuthTag(bytes.subarray(12, 28))
        return cipher.update(bytes.subarray(28), undefined, 'utf8') + cipher.final('utf8')
      } catch {
        // Sealed with an earlier secret: the configured refresh token is used instead.
        return undefined
      }
    },
  }
}

export function createOaTokens(options: OaTokenOptions): OaTokens {
  const { appId, appSecret, oauthRoot = OAUTH_ROOT, state, log, now } = options
  const seal = createSeal(appSecret)
  let tokens: Kept | undefined
  let renewing: Promise<Kept> | undefined

  const load = async (): Promise<Kept | undefined> => {
    const sealed = await state.get(KEY)
    const text = sealed === null ? undefined : seal.open(sealed)
    return text === undefined ? undefined : kept.safeParse(JSON.parse(text)).data
  }
  const request = async (refreshToken: string): Promise<Kept> => {
    const res = await fetch(`${oauthRoot}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: appSecret },
      body: new URLSearchParams({
        refresh_token: refreshToken,
        app_id: appId,
        grant_type: 'refresh_token',
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      throw new AppError(
        'channel-unreachable',
        'Không kết nối được với Zalo để gia hạn mã truy cập.',
      )
    })
    const found = pair.safeParse(await res.json().catch(() => undefined))
    if (!found.success)
      throw new AppError(
        'channel-rejected',
        'Zalo không gia hạn mã truy cập của Official Account; hãy cấp quyền lại và đặt mã làm mới (refresh token) mới.',
      )
    const { access_token, refresh_token, expires_in } = found.data
    return {
      access: access_token,
      refresh: refresh_token,
      until: now().getTime() + expires_in * 1000 - RENEW_BEFORE_MS,
    }
  }
  const refresh = async (): Promise<Kept> => {
    const known = tokens ?? (await load())
    const fresh = await request(known?.refresh ?? options.refreshToken)
    // Kept first: a crash after this line loses nothing, one before it would lose the account.
    await state.set(KEY, seal.seal(JSON.stringify(fresh)), KEEP_SECONDS)
    tokens = fresh
    log.info('zalo-oa-token-renewed')
    return fresh
  }
  const renewOnce = (): Promise<Kept> => {
    renewing ??= refresh().finally(() => {
      renewing = undefined
    })
    return renewing
  }
  return {
    async access() {
      tokens ??= await load()
      const isFresh = tokens !== undefined && tokens.until > now().getTime()
      return isFresh && tokens ? tokens.access : (await renewOnce()).access
    },
    async renew(refused) {
      // Somebody else may have renewed it while our call was under way.
      if (tokens && tokens.access !== refused) return tokens.access
      return (await renewOnce()).access
    },
  }
}
