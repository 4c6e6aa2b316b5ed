import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { appOn } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import type { Answer } from '../src/model/answer.ts'
import { createLog, startService, zaloBotWebhook } from '../src/service.ts'
import type { Store } from '../src/store/store.ts'
import { TelegramServer } from './servers/telegram.ts'
import { ZaloServer } from './servers/zalo.ts'
import { ZaloOaServer } from './servers/zalo-oa.ts'
import { article, figure } from './store/samples.ts'
import { openTestStore } from './store/test-stores.ts'

const QUESTION = 'Xuất khẩu Hải Dương năm 2023?'
const VALUE = '9.801 triệu USD'
const DOWN = 'không có nghĩa là không có số liệu'
const SECRET = 'bi-mat_12345678'

let store: Store
const link = { isDown: false }
const open: { close(): Promise<unknown> }[] = []

beforeAll(async () => {
  const real = await openTestStore()
  const text = `Năm 2023, Hải Dương bán ra nước ngoài ${VALUE}.`
  const exports = figure(text, VALUE, { indicator: 'exports' })
  await real.saveArticle(article({ text }, { figures: [exports] }))
  store = new Proxy(real, {
    get: (target, name, receiver) =>
      link.isDown && name !== 'kind' && name !== 'close'
        ? () => Promise.reject(new Error('connection refused'))
        : Reflect.get(target, name, receiver),
  })
})
afterAll(() => store.close())
afterEach(async () => {
  link.isDown = false
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function serve<T extends { start(): Promise<T>; close(): Promise<void> }>(server: T) {
  await server.start()
  open.push(server)
  return server
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function launch(settings: Record<string, string>) {
  const logged: string[] = []
  const config: Config = readConfig({ PORT: '0', LOG_LEVEL: 'info', ...settings })
  const log = createLog(config, (line) => void logged.push(line))
  const onFailure = (err: unknown) => log.error({ err }, 'answer-failed')
  const app = appOn(store, config, { onFailure })
  const said: string[] = []
  const say = (line: string) => said.push(line)
  const service = await startService({ app, config, log, say, now: () => new Date() })
  open.push(service)
  const events = () => logged.map((line) => (JSON.parse(line) as { msg: string }).msg)
  const ask = async () => {
    const res = await fetch(`${service.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: QUESTION }),
    })
    return (await res.json()) as Answer
  }
  return { app, config, service, logged, events, said, ask }
}

const times = (events: readonly string[], name: string) => events.filter((e) => e === name).length

describe('channels that cannot run', () => {
  test('are told once and hold up nobody; no token gets into the log', async () => {
    const zalo = await serve(new ZaloServer())
    const tokens = { TELEGRAM_BOT_TOKEN: '7000001:AAtoken-of-nobody', ZALO_BOT_TOKEN: '1:wrong' }
    const { ask, events, logged, said } = await launch({
      ...tokens,
      TELEGRAM_API_ROOT: `http://127.0.0.1:${await freePort()}`,
      ZALO_API_ROOT: zalo.url,
    })
    expect(await ask()).toMatchObject({ outcome: 'answered', figures: [{ value: '9801' }] })
    await expect.poll(() => times(events(), 'telegram-connection-broke')).toBe(1)
    await expect.poll(() => times(events(), 'zalo-start-failed')).toBe(1)
    // The second try of Telegram comes after 200 ms and says nothing more.
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(times(events(), 'telegram-connection-broke')).toBe(1)
    expect(zalo.polls).toBe(0)
    for (const token of Object.values(tokens)) expect(logged.join('')).not.toContain(token)
    expect(said.join('\n')).toContain('Kênh Telegram: đang nối')
  })

  test('a wrong Telegram token is told once', async () => {
    const telegram = await serve(new TelegramServer())
    const { events, ask } = await launch({
      TELEGRAM_BOT_TOKEN: '7000001:AAtoken-of-somebody-else',
      TELEGRAM_API_ROOT: telegram.url,
    })
    await expect.poll(() => times(events(), 'telegram-start-failed')).toBe(1)
    expect((await ask()).outcome).toBe('answered')
    expect(telegram.polls).toBe(0)
  })
})

test('secrets of the settings cannot be logged', () => {
  const lines: string[] = []
  const config = readConfig({
    ...{ TELEGRAM_BOT_TOKEN: '123:AA/bb', DATABASE_URL: 'postgres://u:geheim@h/db' },
    ...{ PUBLIC_URL: 'https://h.vn', WEBHOOK_SECRET: SECRET },
  })
  const log = createLog(config, (line) => void lines.push(line))
  const err = new Error('GET https://api/bot123:AA/bb/getMe, bot123%3AAA%2Fbb failed')
  log.error({ err, url: 'postgres://u:geheim@h/db', secret: SECRET }, 'x')
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/123(:|%3A)AA|geheim|bi-mat/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'x' })
})

test('webhooks come through the web server; a judgement is kept', async () => {
  const [telegram, zalo, oa] = await Promise.all([
    serve(new TelegramServer()),
    serve(new ZaloServer()),
    serve(new ZaloOaServer()),
  ])
  const port = await freePort()
  const PUBLIC_URL = `http://127.0.0.1:${port}`
  const { config, events, app } = await launch({
    ...{ PORT: String(port), PUBLIC_URL, WEBHOOK_SECRET: SECRET },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url },
    ...{ ZALO_OA_APP_ID: oa.appId, ZALO_OA_APP_SECRET: oa.appSecret },
    ...{ ZALO_OA_SECRET_KEY: oa.oaSecret, ZALO_OA_REFRESH_TOKEN: oa.refreshToken },
    ...{ ZALO_OA_API_ROOT: oa.url, ZALO_OA_OAUTH_ROOT: oa.url },
  })
  await expect.poll(() => events()).toContain('telegram-ready')
  const webhook = zaloBotWebhook(config)
  expect(await webhook.url()).toBeNull()
  await expect.poll(() => events()).toContain('zalo-webhook-mismatch')
  await webhook.set()
  expect(await webhook.url()).toBe(`${PUBLIC_URL}/zalo/webhook`)

  telegram.say(11, QUESTION)
  zalo.say('c1', QUESTION)
  expect((await fetch(oa.textEvent(`${PUBLIC_URL}/zalo-oa/webhook`, QUESTION))).status).toBe(200)
  const message = await telegram.until('an answer', () => telegram.messagesTo(11)[0])
  expect(message.text).toContain(VALUE)
  await expect.poll(() => zalo.textsTo('c1').join()).toContain(VALUE)
  await expect.poll(() => oa.textsTo('u1').join()).toContain(VALUE)

  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
  const wrong = buttons.find(({ text }) => text.includes('Sai'))
  telegram.press(message, wrong && 'callback_data' in wrong ? wrong.callback_data : '')
  await expect
    .poll(() => app.store.listFeedback(1))
    .toMatchObject([
      {
        channel: 'telegram',
        verdict: 'wrong',
        question: QUESTION,
        figureIds: [expect.any(String)],
      },
    ])
  await webhook.remove()
  expect(await webhook.url()).toBeNull()
})

test('while the store is down every channel says so, and goes on when it is back', async () => {
  const [telegram, zalo] = await Promise.all([serve(new TelegramServer()), serve(new ZaloServer())])
  // The store remembers the updates of the other tests.
  for (let i = 0; i < 100; i++) telegram.queue.nextId()
  const { ask, events } = await launch({
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url },
  })
  await expect.poll(() => events()).toContain('telegram-ready')
  link.isDown = true
  expect(await ask()).toMatchObject({ outcome: 'unavailable', figures: [] })
  const message = telegram.say(12, QUESTION)
  zalo.say('c2', QUESTION)
  const said = await telegram.until('the sentence', () => telegram.messagesTo(12)[0])
  expect(said.text).toContain(DOWN)
  await expect.poll(() => zalo.textsTo('c2').join()).toContain(DOWN)

  link.isDown = false
  telegram.repeatLast(message)
  telegram.say(12, QUESTION)
  zalo.say('c2', QUESTION)
  await telegram.until('the answer', () => telegram.messagesTo(12)[1])
  await expect.poll(() => zalo.textsTo('c2')[1]).toContain(VALUE)
  expect(telegram.messagesTo(12).map(({ text }) => text?.includes(VALUE))).toEqual([false, true])
  expect(times(events(), 'state-store-down')).toBe(1)
  expect(events()).not.toContain('zalo-webhook-mismatch')
})
