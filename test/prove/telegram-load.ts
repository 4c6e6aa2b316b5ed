/**
 * The Telegram channel under load: 200 questions a second for a minute on loopback, with 429, 502,
 * dropped connections and double delivery, its memory in the embedded store. Every question must be answered; one is answered twice only
 * where a connection broke after the answer was carried out.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { storeState } from '../../src/channel-state.ts'
import { createTelegram } from '../../src/channels/telegram/bot.ts'
import { openMemoryStore } from '../../src/store/open.ts'
import { scriptedApp } from '../channels/messenger/scripted-app.ts'
import { TelegramServer } from '../servers/telegram.ts'
import type { Proof } from './prove.ts'

const PER_SECOND = 200
const SECONDS = 60
const TICK_MS = 50
/** One question in so many is delivered twice. */
const TWICE_EVERY = 40
const DRAIN_MS = 60_000

/** Asks at a steady pace; returns when each question was asked. */
async function askAll(server: TelegramServer, questions: number): Promise<Map<number, number>> {
  const askedAt = new Map<number, number>()
  const start = performance.now()
  for (let n = 1; n <= questions; n++) {
    const due = start + (n / PER_SECOND) * 1000
    if (due - performance.now() > TICK_MS) await pause(due - performance.now())
    askedAt.set(n, performance.now())
    const message = server.say(n, `câu ${n}`)
    if (n % TWICE_EVERY === 0) server.repeatLast(message)
  }
  return askedAt
}

const share = (sorted: readonly number[], part: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)

/** How often each chat got its answer, and after how many milliseconds the first. */
function tally(server: TelegramServer, askedAt: ReadonlyMap<number, number>) {
  const answers = new Map<number, number>()
  const waits: number[] = []
  for (const { message, at } of server.sent('sendMessage')) {
    const chat = message?.chat.id ?? 0
    if (!message?.text?.startsWith(`Đáp ${chat}: 2.794,5 triệu USD`))
      throw new Error(`chat ${chat} got an answer that is not its own`)
    const earlier = answers.get(chat) ?? 0
    if (earlier === 0) waits.push(at - (askedAt.get(chat) ?? at))
    answers.set(chat, earlier + 1)
  }
  return { answers, waits: waits.sort((a, b) => a - b) }
}

/** Names what was lost, or doubled without cause. A tenth is six seconds. */
export const proof: Proof = async ({ tenth }) => {
  const questions = (PER_SECOND * SECONDS) / (tenth ? 10 : 1)
  const server = await new TelegramServer().start()
  const store = await openMemoryStore()
  const log = pino({ level: 'silent' })
  const state = storeState(store, log)
  const { token, url: apiRoot } = server
  const bot = createTelegram({ app: scriptedApp(), token, apiRoot, state, log })
  try {
    await bot.start()
    const add = server.faults.add.bind(server.faults)
    add({ kind: 'too-many-requests', method: 'sendmessage', every: 97, retryAfter: 1 })
    add({ kind: 'bad-gateway', method: 'sendmessage', every: 101 })
    add({ kind: 'drop-before', method: 'sendmessage', every: 103 })
    add({ kind: 'drop-after', method: 'sendmessage', every: 211 })
    add({ kind: 'bad-gateway', method: 'getupdates', every: 200 })
    add({ kind: 'drop-after', method: 'getupdates', every: 150 })
    const before = process.cpuUsage()
    const askedAt = await askAll(server, questions)
    const end = performance.now() + DRAIN_MS
    while (tally(server, askedAt).answers.size < questions && performance.now() < end)
      await pause(200)
    const { user, system } = process.cpuUsage(before)
    const cpu = ((user + system) / 1000 / questions).toFixed(2)
    console.log(
      `telegram-load: ${cpu} ms of processor a question, bot, store and test server together`,
    )
    return faultsIn(server, questions, tally(server, askedAt))
  } finally {
    await bot.stop()
    await server.close()
    await store.close()
  }
}

function faultsIn(
  server: TelegramServer,
  questions: number,
  { answers, waits }: ReturnType<typeof tally>,
): string[] {
  const doubled = [...answers.values()].filter((times) => times > 1).length
  const broke = server.brokenAfter('sendmessage')
  const faults = [...server.faults.counts].map(([kind, times]) => `${kind} ${times}`).join(', ')
  console.log(
    `telegram-load: ${questions} questions at ${PER_SECOND}/s, ${answers.size} answered, ` +
      `${doubled} doubled (${broke} connections broke after sending); ` +
      `waits ms: median ${share(waits, 0.5)}, p95 ${share(waits, 0.95)}, p99 ${share(waits, 0.99)}, ` +
      `longest ${Math.round(waits.at(-1) ?? 0)}; faults: ${faults}`,
  )
  const lost = questions - answers.size
  return [
    ...(lost > 0 ? [`${lost} questions were lost`] : []),
    ...(doubled > broke ? [`${doubled} answers were doubled, only ${broke} had a cause`] : []),
  ]
}
