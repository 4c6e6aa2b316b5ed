/** Webhook events of a Zalo Official Account: whether they are Zalo's, and what they want of us. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Incoming, MediaKind } from '../messenger/desk.ts'
import { isSameSecret } from '../messenger/secret.ts'

const event = z.object({
  event_name: z.string(),
  sender: z.object({ id: z.string() }).optional(),
  follower: z.object({ id: z.string() }).optional(),
  message: z.object({ msg_id: z.string().optional(), text: z.string().optional() }).optional(),
  timestamp: z.coerce.string(),
})
export type OaEvent = z.infer<typeof event>

const MEDIA: Readonly<Record<string, MediaKind>> = {
  user_send_image: 'picture',
  user_send_gif: 'picture',
  user_send_video: 'picture',
  user_send_audio: 'voice',
  user_send_sticker: 'sticker',
  user_send_file: 'file',
  user_send_location: 'unreadable',
  user_send_business_card: 'unreadable',
}

/**
 * Whether a webhook comes from Zalo: SHA-256 over app id, raw body, timestamp and secret key, in hex;
 * a plain hash, no HMAC. The header may or may not begin with "mac=".
 */
export function isSigned(
  header: string,
  rawBody: string,
  timestamp: string,
  { appId, oaSecret }: { appId: string; oaSecret: string },
): boolean {
  const mac = createHash('sha256')
    .update(appId + rawBody + timestamp + oaSecret)
    .digest('hex')
  return isSameSecret(header.replace(/^mac=/, '').toLowerCase(), mac)
}

/** Payloads of our buttons look so; people do not write like that. */
export const payloadOf = (id: string, index: number) => `#hoiso:${id}:${index}`

function readText(text: string): Incoming {
  const pressed = /^#hoiso:([A-Za-z0-9_-]{1,40}):(\d{1,2})$/.exec(text.trim())
  if (pressed?.[1]) return { kind: 'choice', id: pressed[1], index: Number(pressed[2]) }
  const command = /^\s*\/([a-z]+)\s*([\s\S]*)$/i.exec(text)
  if (command?.[1])
    return { kind: 'command', name: command[1].toLowerCase(), rest: command[2] ?? '' }
  return { kind: 'text', text }
}

/** What an event wants; undefined when there is nothing to answer. */
export function readIncoming({ event_name, message }: OaEvent): Incoming | undefined {
  if (event_name === 'follow') return { kind: 'command', name: 'start', rest: '' }
  const media = MEDIA[event_name]
  if (media) return { kind: 'media', media, caption: message?.text ?? '' }
  const text = message?.text ?? ''
  return event_name === 'user_send_text' && text.trim() !== '' ? readText(text) : undefined
}

/** The event of a webhook body; undefined for anything else. */
export function readEvent(raw: string): OaEvent | undefined {
  try {
    return event.safeParse(JSON.parse(raw)).data
  } catch {
    return undefined
  }
}
