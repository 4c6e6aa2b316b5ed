/** The Zalo Bot Platform channel: polling one update a call, or a webhook; answers in plain text. */
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { AppPort } from '../app-port.ts'
import type { ChartShelf } from '../chart-shelf.ts'
import { type ChatChannel, MOST_BODY, STOP_WITHIN_MS } from '../messenger/channel.ts'
import { createDesk } from '../messenger/desk.ts'
import { createInbox, type Inbox } from '../messenger/inbox.ts'
import { createLanes } from '../messenger/lanes.ts'
import { isSameSecret } from '../messenger/secret.ts'
import type { ChannelState } from '../messenger/state.ts'
import { createZaloClient, type ZaloOutcome } from './client.ts'
import { createQuota } from './quota.ts'
import { readEvent, type ZaloEvent } from './read.ts'
import { createReplier } from './reply.ts'

export interface ZaloOptions {
  readonly app: AppPort
  readonly token: string
  readonly apiRoot?: string | undefined
  readonly state: ChannelState
  readonly log: Logger
  readonly now: () => Date
  /** Where charts are fetched from. Without a public address charts become tables. */
  readonly charts: { readonly shelf: ChartShelf; readonly publicUrl: string } | undefined
  /** Set: messages come to `routes`. The webhook itself is set by a command, never at a start. */
  readonly webhookSecret?: string | undefined
  readonly pollSeconds?: number
  readonly monthlyQuota?: number
  /** Waits after failed polls and before repeated calls, in milliseconds. */
  readonly waits?: readonly number[]
}

export const WEBHOOK_PATH = '/zalo/webhook'

const POLL_WAITS_MS = [1_000, 2_000, 5_000, 10_000, 30_000]
/** A poll that does not come back this long after its end has lost its connection. */
const POLL_GRACE_MS = 6_000
/** Shorter than a stop may take, so that a poll under way can end and give its update. */
const POLL_SECONDS = 8
const IDLE = 408
const WRONG_TOKEN = 401

/** Zalo's code or the gateway's status; 0 without any. */
function codeOf(outcome: ZaloOutcome): number {
  return outcome.kind === 'refused' ? outcome.code : outcome.kind === 'gateway' ? outcome.status : 0
}

/** Puts the channel together; nothing is sent before `start`. */
export function createZalo(options: ZaloOptions): ChatChannel {
  const {
    app,
    state,
    now,
    webhookSecret,
    pollSeconds = POLL_SECONDS,
    waits = POLL_WAITS_MS,
  } = options
  const log = options.log.child({ channel: 'zalo' })
  const client = createZaloClient({ ...options, log })
  const quota = createQuota(state, now, log, options.monthlyQuota)
  const replier = createReplier({
    desk: createDesk(app, state),
    client,
    quota,
    state,
    log,
    charts: options.charts,
  })
  const lanes = createLanes()
  const inbox = createInbox<ZaloEvent>({
    channel: 'zalo',
    state,
    log,
    work: (event) => lanes(event.message?.chat.id ?? '', () => replier.answer(event)),
  })
  let isStopped = false
  let failures = 0
  let polling: Promise<void> | undefined

  /** Kept before anything else is done: Zalo forgets an update as soon as it was read. */
  const take = async (event: ZaloEvent, accept: Inbox<ZaloEvent>['accept']) => {
    const id = event.message?.message_id
    if (id === undefined) {
      log.info({ event: event.event_name }, 'zalo-event-without-message')
      return
    }
    const key = `${event.event_name}:${id}`
    if (await accept(key, event)) void inbox.handle(key, event)
  }

  /** One poll; false when the next one should wait. */
  const pollOnce = async (): Promise<boolean> => {
    const timeout = pollSeconds * 1_000 + POLL_GRACE_MS
    const outcome = await client.call('getUpdates', { timeout: String(pollSeconds) }, timeout)
    if (outcome.kind === 'ok') {
      const event = readEvent(outcome.result)
      if (event) await take(event, inbox.acceptAnyway)
      else log.warn('zalo-event-unreadable')
      return true
    }
    const code = codeOf(outcome)
    if (code === IDLE && outcome.kind === 'refused') return true
    if (code === WRONG_TOKEN) isStopped = true
    // Once an outage: one that lasts for hours should not fill the log.
    if (failures === 0) log.warn({ kind: outcome.kind, code }, 'zalo-poll-failed')
    return false
  }
  const poll = async () => {
    while (!isStopped) {
      if (await pollOnce()) {
        failures = 0
        continue
      }
      const wait = waits[Math.min(failures++, waits.length - 1)] ?? 0
      // Jitter: after an outage not everybody should come back in the same moment.
      await pause(wait * (0.75 + Math.random() / 2), undefined, { ref: false })
    }
  }

  const routes = new Hono()
  if (webhookSecret !== undefined)
    routes.post(WEBHOOK_PATH, bodyLimit({ maxSize: MOST_BODY }), async (c) => {
      const given = c.req.header('x-bot-api-secret-token') ?? ''
      if (!isSameSecret(given, webhookSecret)) return c.json({ message: 'Unauthorized' }, 403)
      const event = readEvent(await c.req.json().catch(() => undefined))
      // What cannot be read is acknowledged all the same, or it would come again and again.
      if (event) await take(event, inbox.accept)
      else log.warn('zalo-event-unreadable')
      return c.json({ message: 'Success' })
    })

  return {
    routes,
    async start() {
      const me = await client.send('getMe', {})
      if (me.kind === 'ok') replier.introduce(me.result)
      else log.error({ kind: me.kind, code: codeOf(me) }, 'zalo-start-failed')
      if (codeOf(me) === WRONG_TOKEN) return
      void inbox.recover()
      if (webhookSecret === undefined) polling = poll()
      log.info({ by: webhookSecret === undefined ? 'polling' : 'webhook' }, 'zalo-ready')
    },
    async stop() {
      isStopped = true
      // A poll under way still takes its update; cutting it off would lose one.
      await Promise.race([polling, pause(STOP_WITHIN_MS, undefined, { ref: false })])
      await inbox.settle(STOP_WITHIN_MS)
    },
  }
}
