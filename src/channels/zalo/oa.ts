/**
 * The Zalo Official Account channel: what an agency would own. Webhook only; answers within the window
 * that a person's message opens. Unverified against the live service.
 */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { renderChart } from '../../chart/chart.ts'
import { chartLines } from '../../chart/words.ts'
import type { AppPort } from '../app-port.ts'
import { type ChatChannel, MOST_BODY, STOP_WITHIN_MS } from '../messenger/channel.ts'
import { createDesk, type Incoming } from '../messenger/desk.ts'
import { withFirstWords } from '../messenger/first-words.ts'
import { createInbox, nameOf } from '../messenger/inbox.ts'
import { createLanes } from '../messenger/lanes.ts'
import { type Message, plain, wordsOnly } from '../messenger/message.ts'
import type { ChannelState } from '../messenger/state.ts'
import { problemSentence } from '../problem-sentence.ts'
import { createOaClient, type OaButton, type OaOutcome } from './oa-client.ts'
import { isSigned, type OaEvent, payloadOf, readEvent, readIncoming } from './oa-read.ts'
import { createOaTokens } from './oa-tokens.ts'
import { toTexts } from './render.ts'

export interface ZaloOaOptions {
  readonly app: AppPort
  readonly appId: string
  readonly appSecret: string
  /** The account's secret key, which signs webhooks. */
  readonly oaSecret: string
  readonly refreshToken: string
  readonly apiRoot?: string | undefined
  readonly oauthRoot?: string | undefined
  readonly state: ChannelState
  readonly log: Logger
  readonly now: () => Date
  /** Waits before repeated calls, in milliseconds. */
  readonly waits?: readonly number[]
}

export const OA_WEBHOOK_PATH = '/zalo-oa/webhook'

const MOST_BUTTONS = 5
const MOST_TITLE = 100
/** Free answers end 48 hours after the person's message; an hour is left for clocks that differ. */
const WINDOW_MS = 47 * 3600 * 1000

function buttonsOf({ id, choices }: Message): OaButton[] {
  if (id === null) return []
  return choices
    .map(({ label, intent }, index) => ({ label, intent, index }))
    .filter(({ intent }) => intent.kind !== 'copy')
    .slice(0, MOST_BUTTONS)
    .map(({ label, index }) => ({
      title: label.slice(0, MOST_TITLE),
      payload: payloadOf(id, index),
    }))
}

/** Puts the channel together; nothing is sent before a message comes. */
export function createZaloOa(options: ZaloOaOptions): ChatChannel {
  const { app, state, now } = options
  const log = options.log.child({ channel: 'zalo-oa' })
  const client = createOaClient({ ...options, log, tokens: createOaTokens({ ...options, log }) })
  const desk = createDesk(app, state)
  const lanes = createLanes()

  /** True when it went out; a refusal (no window, blocked) is final, no connection is not. */
  const isSent = (outcome: OaOutcome): boolean => {
    if (outcome.kind === 'unreachable') throw new Error('zalo-oa-unreachable')
    if (outcome.kind === 'refused') log.warn({ code: outcome.code }, 'zalo-oa-refused')
    return outcome.kind === 'ok'
  }
  const sendChart = async (userId: string, message: Message): Promise<boolean> => {
    const chart = message.chart && (await renderChart(message.chart))
    return chart?.kind === 'chart' && isSent(await client.sendImage(userId, chart.png))
  }
  const send = async (userId: string, message: Message) => {
    const hasPicture = await sendChart(userId, message)
    const rows = message.chart && !hasPicture ? [plain(chartLines(message.chart).join('\n'))] : []
    const texts = toTexts({ ...message, parts: [...message.parts, ...rows], choices: [] })
    for (const [i, text] of texts.entries()) {
      const buttons = i === texts.length - 1 ? buttonsOf(message) : []
      if (!isSent(await client.sendText(userId, text, buttons))) return
    }
  }
  const replies = async (userId: string, incoming: Incoming): Promise<Message[]> => {
    try {
      return await desk.answer({ channel: 'zalo-oa', id: userId }, incoming)
    } catch (error) {
      log.error({ error: nameOf(error) }, 'answer-failed')
      return [wordsOnly(problemSentence(error))]
    }
  }
  const answer = async (one: OaEvent) => {
    const userId = one.sender?.id ?? one.follower?.id
    const incoming = readIncoming(one)
    if (userId === undefined || !incoming) return
    if (now().getTime() - Number(one.timestamp) > WINDOW_MS) {
      log.warn('zalo-oa-window-over')
      return
    }
    const chat = { channel: 'zalo-oa', id: userId }
    const messages = await withFirstWords(state, chat, await replies(userId, incoming))
    for (const message of messages) await send(userId, message)
  }
  const laneOf = ({ sender, follower }: OaEvent) => sender?.id ?? follower?.id ?? ''
  const inbox = createInbox<OaEvent>({
    channel: 'zalo-oa',
    state,
    log,
    work: (one) => lanes(laneOf(one), () => answer(one)),
  })
  const keyOf = (one: OaEvent) =>
    [one.event_name, one.message?.msg_id ?? `${laneOf(one)}:${one.timestamp}`].join(':')

  const routes = new Hono()
  routes.post(OA_WEBHOOK_PATH, bodyLimit({ maxSize: MOST_BODY }), async (c) => {
    const raw = await c.req.text()
    const one = readEvent(raw)
    const header = c.req.header('x-zevent-signature') ?? ''
    if (!one || !isSigned(header, raw, one.timestamp, options)) return c.body(null, 403)
    // Zalo gives two seconds and then repeats: kept, acknowledged, answered afterwards.
    const key = keyOf(one)
    if (await inbox.accept(key, one)) void inbox.handle(key, one)
    return c.body(null, 200)
  })
  return {
    routes,
    async start() {
      void inbox.recover()
      log.info({ by: 'webhook' }, 'zalo-oa-ready')
    },
    stop: () => inbox.settle(STOP_WITHIN_MS),
  }
}
