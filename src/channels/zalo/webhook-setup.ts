/**
 * Setting and deleting the bot's webhook: done by a command, never at a start, because polling and a
 * webhook exclude each other and a restart must not change which one is in force.
 */
import { AppError } from '../../model/errors.ts'
import { WEBHOOK_PATH } from './bot.ts'
import type { ZaloClient, ZaloOutcome } from './client.ts'

function resultOf(outcome: ZaloOutcome): Record<string, unknown> {
  if (outcome.kind === 'ok') return (outcome.result ?? {}) as Record<string, unknown>
  if (outcome.kind === 'refused')
    throw new AppError(
      'channel-rejected',
      'Zalo từ chối; hãy kiểm tra mã bot và địa chỉ công khai.',
      {
        context: { code: outcome.code },
      },
    )
  throw new AppError('channel-unreachable', 'Không kết nối được với Zalo; hãy thử lại sau.')
}

/** Tells Zalo to send messages to `publicUrl`. Returns the address; throws `channel-rejected` or `channel-unreachable`. */
export async function setZaloWebhook(
  client: ZaloClient,
  publicUrl: string,
  secret: string,
): Promise<string> {
  const url = publicUrl.replace(/\/$/, '') + WEBHOOK_PATH
  resultOf(await client.call('setWebhook', { url, secret_token: secret }))
  return url
}

/** Goes back to polling. */
export async function deleteZaloWebhook(client: ZaloClient): Promise<void> {
  resultOf(await client.call('deleteWebhook', {}))
}

/** The address that is set, null when the bot is polled. */
export async function zaloWebhook(client: ZaloClient): Promise<string | null> {
  const { url } = resultOf(await client.call('getWebhookInfo', {}))
  return typeof url === 'string' && url !== '' ? url : null
}
