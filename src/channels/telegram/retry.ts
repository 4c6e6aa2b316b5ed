/** How calls to Telegram are tried again: 429 and 5xx by the plugin, broken connections here. */
import { setTimeout as pause } from 'node:timers/promises'
import { autoRetry } from '@grammyjs/auto-retry'
import { type Api, HttpError, type Transformer } from 'grammy'
import type { Logger } from 'pino'

const MOST_ATTEMPTS = 8
const LONGEST_WAIT_SECONDS = 120
const BROKEN_WAITS_MS = [200, 800, 3_000, 10_000, 30_000]

/** The runner tries polls again by itself; waiting here as well would make it deaf for minutes. */
const exceptPolls =
  (transformer: Transformer): Transformer =>
  (prev, method, payload, signal) =>
    method === 'getUpdates'
      ? prev(method, payload, signal)
      : transformer(prev, method, payload, signal)

/**
 * The plugin would try a broken connection for ever, doubling its wait up to an hour. A call that broke
 * may have been carried out, so what is sent again can arrive twice; it never gets lost.
 */
function retryBroken(log: Logger): Transformer {
  let isBroken = false
  return async (prev, method, payload, signal) => {
    for (const wait of BROKEN_WAITS_MS) {
      try {
        const result = await prev(method, payload, signal)
        isBroken = false
        return result
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted) throw error
        // Once an outage: one that lasts for hours should not fill the log.
        log[isBroken ? 'debug' : 'warn']({ method, wait }, 'telegram-connection-broke')
        isBroken = true
        await pause(wait)
      }
    }
    return prev(method, payload, signal)
  }
}

/** Makes every call of `api` obey 429 and survive faults. */
export function installRetries(api: Api, log: Logger): void {
  const plugin = autoRetry({
    maxRetryAttempts: MOST_ATTEMPTS,
    maxDelaySeconds: LONGEST_WAIT_SECONDS,
    rethrowHttpErrors: true,
  })
  api.config.use(exceptPolls(plugin), exceptPolls(retryBroken(log)))
}
