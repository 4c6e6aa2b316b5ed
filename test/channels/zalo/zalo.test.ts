import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { createChartShelf } from '../../../src/channels/chart-shelf.ts'
import { pageRoutes } from '../../../src/channels/web/page-routes.ts'
import { createZalo, type ZaloOptions } from '../../../src/channels/zalo/bot.ts'
import { type ZaloOptions as ServerOptions, ZaloServer } from '../../servers/zalo.ts'
import { memoryState } from '../messenger/memory-state.ts'
import { scriptedApp } from '../messenger/scripted-app.ts'

const QUESTION = 'Xuất khẩu Nam Định năm 2023?'
const ANSWER = 'Kim ngạch xuất khẩu của Nam Định năm 2023 đạt 2.794,5 triệu USD [1].'
const CHAT = '6ede9afa66b88fe6d6a9'
const SECRET = 'bi-mat_12345678'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

/** Serves routes on loopback as the web server would; returns the address. */
async function serve(routes: { fetch(request: Request): Response | Promise<Response> }) {
  const web = createAdaptorServer({ fetch: (request) => routes.fetch(request) })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', () => resolve()))
  open.push({ close: async () => web.close() })
  const address = web.address()
  if (typeof address !== 'object' || !address) throw new Error('no address')
  return `http://127.0.0.1:${address.port}`
}

interface Setup {
  readonly server?: ServerOptions
  readonly app?: ReturnType<typeof scriptedApp>
  readonly options?: Partial<ZaloOptions>
}

async function launch({
  server: serverOptions = {},
  app = scriptedApp(),
  options = {},
}: Setup = {}) {
  const server = await new ZaloServer(serverOptions).start()
  open.push(server)
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const zalo = createZalo({
    app,
    token: server.token,
    apiRoot: server.url,
    state: memoryState(() => performance.now()),
    log,
    now: () => new Date('2026-11-24T08:00:00+07:00'),
    charts: undefined,
    pollSeconds: 0.2,
    waits: [20, 40, 80],
    ...options,
  })
  open.push({ close: () => zalo.stop() })
  await zalo.start()
  return { server, app, zalo, logged }
}

/** The `n`-th text that a chat got. */
async function nth(server: ZaloServer, n = 1, chat = CHAT): Promise<string> {
  await expect.poll(() => server.textsTo(chat)[n - 1], { timeout: 5000 }).toBeDefined()
  return server.textsTo(chat)[n - 1] ?? ''
}

describe('a question', () => {
  test('gets plain text: the very words, the source with its address, choices by number', async () => {
    const { server } = await launch()
    server.say(CHAT, QUESTION)
    const text = await nth(server)
    expect(text.split('\n\n').slice(1)).toEqual([
      ANSWER,
      'Nguồn:\n[1] Báo Nam Định, 5/1/2024\nhttps://bao.example.vn/kinh-te-2023',
      'Nhắn số để chọn:\n1 – xem biểu đồ\n2 – so với cùng kỳ\n3 – xem các tỉnh khác\n4 – xem câu gốc của nguồn\n5 – báo câu trả lời đúng\n6 – báo câu trả lời sai',
    ])
    expect(Object.keys(server.sent[0]?.fields ?? {})).toEqual(['chat_id', 'text'])
  })

  test('the first time says that a machine answers and that it is no official channel', async () => {
    const { server } = await launch()
    server.say(CHAT, QUESTION)
    expect(await nth(server)).toMatch(
      /^Bạn đang trò chuyện với hệ thống trả lời tự động Hỏi Số\. Đây không phải kênh/,
    )
    server.say(CHAT, 'câu 2')
    expect(await nth(server, 2)).toMatch(/^Đáp 2: 2\.794,5/)
  })

  test('a long answer is cut into texts of at most 1,900', async () => {
    const { server } = await launch()
    server.say(CHAT, 'một câu trả lời dài lắm')
    await expect.poll(() => server.textsTo(CHAT).at(-1)).toContain('Nhắn số')
    const texts = server.textsTo(CHAT)
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(1900)
    expect(texts.join('\n\n').match(/Dòng \d+:/g)).toHaveLength(90)
  })

  test('messages of one chat are answered in their order', async () => {
    const app = scriptedApp()
    app.delay = 60
    const { server } = await launch({ app })
    for (const n of [1, 2, 3]) server.say(CHAT, `câu ${n}`)
    await nth(server, 3)
    expect(server.textsTo(CHAT).map((text) => /Đáp (\d)/.exec(text)?.[1])).toEqual(['1', '2', '3'])
  })
})

describe('choices by number', () => {
  test.each(['2', 'số 2', 'Nhắn 2.'])('“%s” is the second choice', async (words) => {
    const { server, app } = await launch()
    server.say(CHAT, QUESTION)
    await nth(server)
    server.say(CHAT, words)
    await nth(server, 2)
    expect(app.asked[1]?.question).toContain('tăng bao nhiêu so với cùng kỳ?')
  })

  test('a number without an offer is a question, a judgement is kept', async () => {
    const { server, app } = await launch()
    server.say(CHAT, '6')
    await nth(server)
    expect(app.asked[0]?.question).toBe('6')
    server.say(CHAT, '6')
    expect(await nth(server, 2)).toContain('Cảm ơn')
    expect(app.judged).toMatchObject([{ verdict: 'wrong', channel: 'zalo' }])
  })

  test('commands work as words too', async () => {
    const { server, app } = await launch()
    server.say(CHAT, 'Trợ giúp')
    expect(await nth(server)).toContain('Cách hỏi')
    server.say(CHAT, '/tinh')
    expect(await nth(server, 2)).toContain('Có số liệu của 2 địa phương')
    expect(app.asked).toEqual([])
  })
})

describe('charts', () => {
  test('are sent by an address of our own that answers again and again', async () => {
    const shelf = createChartShelf()
    const publicUrl = await serve(pageRoutes(scriptedApp(), shelf))
    const { server } = await launch({ options: { charts: { shelf, publicUrl } } })
    server.say(CHAT, '/bieudo xuất khẩu Nam Định các năm')
    const photo = () => server.sent.find(({ method }) => method === 'sendPhoto')
    await expect.poll(photo, { timeout: 5000 }).toBeDefined()
    const fields = photo()?.fields ?? {}
    expect(fields['photo']).toMatch(/\/bieu-do\/[0-9a-f]{32}\.png$/)
    expect(fields['caption']).toBe(
      'Kim ngạch xuất khẩu – Nam Định, 2020 đến 2023\n\nNguồn: Báo Nam Định',
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(server.black).toEqual([])
  })

  test('without a public address are tables of the same numbers', async () => {
    const { server } = await launch()
    server.say(CHAT, '/bieudo xuất khẩu Nam Định các năm')
    expect(await nth(server, 2)).toBe(
      'Kim ngạch xuất khẩu – Nam Định, 2020 đến 2023\n\n2020: 2.000\n2021: 2.250,5\n2022: 2.501\n2023: 2.751,5\n\nNguồn: Báo Nam Định',
    )
  })

  test('that Zalo does not take are tables, too', async () => {
    const shelf = createChartShelf()
    const publicUrl = await serve(new Hono())
    const { server } = await launch({ options: { charts: { shelf, publicUrl } } })
    server.say(CHAT, '/bieudo xuất khẩu Nam Định các năm')
    expect(await nth(server, 2)).toContain('2023: 2.751,5')
  })
})

describe('events without a question', () => {
  test.each([
    ['image with photo_url', 'message.image.received', { photo_url: 'https://x/1.jpg' }, 'ảnh'],
    ['image with photo', 'message.image.received', { photo: 'https://x/1.jpg' }, 'ảnh'],
    ['voice', 'message.voice.received', { voice_url: 'https://x/1.aac' }, 'tin thoại'],
    ['sticker', 'message.sticker.received', { sticker: 's', url: 'https://x/s' }, 'Cảm ơn'],
    ['unsupported', 'message.unsupported.received', {}, 'không nhận được nội dung'],
  ])('%s: a kind word', async (_name, event, content, word) => {
    const { server } = await launch()
    server.deliver(server.event(event, CHAT, content))
    expect(await nth(server)).toContain(word)
  })

  test('unknown events, missing messages, other bots: passed over without harm', async () => {
    const { server, app } = await launch()
    server.deliver(server.event('message.unsupported.received', CHAT, null))
    server.deliver(server.event('message.reaction.received', CHAT, {}))
    server.deliver({ nothing: 'known' })
    server.say(CHAT, QUESTION, { from: { id: 'b', is_bot: true } })
    server.say('other', QUESTION)
    await nth(server, 1, 'other')
    expect(server.textsTo(CHAT)).toEqual([])
    expect(app.asked).toHaveLength(1)
  })

  test('a mention at the beginning is taken off, spaces and all', async () => {
    const { server, app } = await launch()
    const chat = { id: 'g1', chat_type: 'GROUP' }
    server.deliver(
      server.event('message.text.received', 'g1', { chat, text: `@Bot Hỏi Số ${QUESTION}` }),
    )
    await nth(server, 1, 'g1')
    expect(app.asked[0]?.question).toBe(QUESTION)
  })
})

describe('polling', () => {
  test('one at a time, at once after an idle end and after an update', async () => {
    const { server } = await launch()
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (const n of [1, 2, 3]) server.say(`chat-${n}`, `câu ${n}`)
    for (const n of [1, 2, 3]) await nth(server, 1, `chat-${n}`)
    expect(server.mostPollsAtOnce).toBe(1)
    expect(server.polls).toBeGreaterThanOrEqual(4)
  })

  test.each(['bad-gateway', 'html-429', 'drop-before', 'too-many-requests'] as const)(
    '%s on polls: waits and goes on',
    async (kind) => {
      const { server, logged } = await launch()
      server.faults.add({ kind, method: 'getUpdates', every: 1, times: 3 })
      server.say(CHAT, 'câu 1')
      await nth(server)
      server.say(CHAT, 'câu 2')
      await nth(server, 2)
      expect(logged.join('')).toContain('zalo-poll-failed')
    },
  )

  test('a wrong token stops it and is told', async () => {
    const { server, logged } = await launch({ options: { token: 'wrong' } })
    expect(server.polls).toBe(0)
    expect(logged.join('')).toContain('"code":401')
  })
})

describe('sending', () => {
  test('what the gateway held back is sent later, once', async () => {
    const { server } = await launch()
    server.faults.add({ kind: 'html-429', method: 'sendMessage', every: 1, times: 2 })
    server.say(CHAT, QUESTION)
    await nth(server)
    expect(server.textsTo(CHAT)).toHaveLength(1)
  })

  test('a broken connection is tried once more', async () => {
    const { server } = await launch()
    server.faults.add({ kind: 'drop-after', method: 'sendMessage', every: 1, times: 1 })
    server.say(CHAT, QUESTION)
    await nth(server, 2)
    expect(server.faults.counts.get('drop-after')).toBe(1)
  })

  test('a refusal is not repeated', async () => {
    const { server, logged } = await launch({ server: { quota: 0 } })
    server.say(CHAT, QUESTION)
    await expect.poll(() => logged.join('')).toContain('zalo-refused')
    expect(logged.join('')).not.toContain('zalo-call-repeated')
  })

  test('neither the token nor people’s words are logged', async () => {
    const { server, logged } = await launch()
    server.faults.add({ kind: 'drop-before', every: 2, times: 4 })
    server.say(CHAT, 'câu làm hỏng')
    await nth(server)
    expect(logged.join('')).toContain('answer-failed')
    expect(logged.join('')).not.toContain(server.token)
    expect(logged.join('')).not.toContain('câu làm')
  })
})

describe('the quota', () => {
  test('warns at 80 %, stops at 95 % with one word to each chat', async () => {
    const { server, app, logged } = await launch({ options: { monthlyQuota: 20 } })
    for (let n = 1; n <= 12; n++) {
      server.say(CHAT, `câu ${n}`)
      await expect.poll(() => server.waiting).toBe(0)
    }
    await expect.poll(() => server.textsTo(CHAT).at(-1)).toContain('gần hết lượt nhắn tin')
    // Question and answer both count: 16 of 20 are used after eight pairs, 19 before the tenth answer.
    expect(app.asked).toHaveLength(9)
    expect(server.textsTo(CHAT)).toHaveLength(10)
    expect(logged.join('')).toContain('"level":"warned"')
    expect(logged.join('')).toContain('"level":"stopped"')
  })
})

describe('webhook', () => {
  async function launchWebhook() {
    const { server, app, zalo } = await launch({ options: { webhookSecret: SECRET } })
    const publicUrl = await serve(zalo.routes)
    server.webhook = { url: `${publicUrl}/zalo/webhook`, secret: SECRET }
    return { server, app, publicUrl }
  }

  test.each([true, false])('takes bodies wrapped (%s) and bare', async (isWrapped) => {
    const { server } = await launchWebhook()
    server.isWrapped = isWrapped
    server.say(CHAT, QUESTION)
    expect(await nth(server)).toContain(ANSWER)
    expect(server.deliveries).toEqual([200])
    expect(server.polls).toBe(0)
  })

  test('handles once what is sent twice', async () => {
    const { server, app } = await launchWebhook()
    const event = server.say(CHAT, QUESTION)
    server.deliver(event)
    server.say(CHAT, 'câu 2')
    await nth(server, 2)
    expect(app.asked).toHaveLength(2)
  })

  test('turns strangers away, acknowledges what it cannot read', async () => {
    const { server, app, publicUrl } = await launchWebhook()
    const post = (secret: string, body: string) =>
      fetch(`${publicUrl}/zalo/webhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
        body,
      })
    const event = JSON.stringify(server.event('message.text.received', CHAT, { text: QUESTION }))
    expect((await post('', event)).status).toBe(403)
    expect((await post(`${SECRET}x`, event)).status).toBe(403)
    expect((await post(SECRET, 'không phải JSON')).status).toBe(200)
    expect(app.asked).toEqual([])
  })
})

test('what a crash interrupted is answered by the next run', async () => {
  const state = memoryState(() => performance.now())
  let release = (_: never) => {}
  const stuck = scriptedApp({
    ask: () =>
      new Promise((_, reject) => {
        release = reject
      }),
  })
  const first = await launch({ app: stuck, options: { state } })
  first.server.say(CHAT, QUESTION)
  await expect.poll(() => state.unfinished('zalo')).toHaveLength(1)
  const second = await launch({ options: { state } })
  expect(await nth(second.server)).toContain(ANSWER)
  await expect.poll(() => state.unfinished('zalo')).toEqual([])
  release(undefined as never)
})
