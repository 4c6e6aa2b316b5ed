import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { createZaloOa, type ZaloOaOptions } from '../../../src/channels/zalo/oa.ts'
import { createSeal } from '../../../src/channels/zalo/oa-tokens.ts'
import { ZaloOaServer } from '../../servers/zalo-oa.ts'
import { memoryState } from '../messenger/memory-state.ts'
import { scriptedApp } from '../messenger/scripted-app.ts'

const URL_OF_HOOK = 'https://hoiso.example.vn/zalo-oa/webhook'
const QUESTION = 'Xuất khẩu Nam Định năm 2023?'
const ANSWER = 'Kim ngạch xuất khẩu của Nam Định năm 2023 đạt 2.794,5 triệu USD [1].'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function launch(options: Partial<ZaloOaOptions> = {}, server = new ZaloOaServer()) {
  if (server.url === '') {
    await server.start()
    open.push(server)
  }
  const app = scriptedApp()
  const logged: string[] = []
  const clock = { ms: Date.now() }
  const oa = createZaloOa({
    app,
    appId: server.appId,
    appSecret: server.appSecret,
    oaSecret: server.oaSecret,
    refreshToken: server.refreshToken,
    apiRoot: server.url,
    oauthRoot: server.url,
    state: memoryState(() => clock.ms),
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
    now: () => new Date(clock.ms),
    waits: [20, 40],
    ...options,
  })
  await oa.start()
  const post = async (request: Request) => (await oa.routes.fetch(request)).status
  const say = (text: string, more = {}) => post(server.textEvent(URL_OF_HOOK, text, 'u1', more))
  return { server, app, oa, clock, logged, post, say }
}

async function nth(server: ZaloOaServer, n = 1, user = 'u1'): Promise<string> {
  await expect.poll(() => server.textsTo(user)[n - 1], { timeout: 5000 }).toBeDefined()
  return server.textsTo(user)[n - 1] ?? ''
}

describe('a question', () => {
  test('gets the very words of the answer and at most five buttons', async () => {
    const { server, say } = await launch()
    expect(await say(QUESTION)).toBe(200)
    const text = await nth(server)
    expect(text).toMatch(/^Bạn đang trò chuyện với hệ thống trả lời tự động/)
    expect(text).toContain(`\n\n${ANSWER}\n\nNguồn:\n[1] Báo Nam Định, 5/1/2024\nhttps://bao`)
    expect(server.sent[0]?.buttons.map(({ title, type }) => [title, type])).toEqual(
      ['Biểu đồ', 'So cùng kỳ', 'Tỉnh khác', 'Nguồn', '👍 Đúng'].map((title) => [
        title,
        'oa.query.hide',
      ]),
    )
  })

  test('its buttons come back as their payloads', async () => {
    const { server, app, say } = await launch()
    await say(QUESTION)
    await nth(server)
    await say(server.sent[0]?.buttons[1]?.payload ?? '')
    await nth(server, 2)
    expect(app.asked[1]?.question).toContain('tăng bao nhiêu so với cùng kỳ?')
    await say(server.sent[0]?.buttons[0]?.payload ?? '')
    const drawn = () => server.sent.find(({ image }) => image)?.image?.width
    await expect.poll(drawn, { timeout: 5000 }).toBe(1080)
    expect(server.uploads).toBe(1)
  })

  test('a long answer is cut, buttons under the last part', async () => {
    const { server, say } = await launch()
    await say('một câu trả lời dài lắm')
    await expect.poll(() => server.sent.at(-1)?.buttons.length).toBeGreaterThan(0)
    expect(server.sent.length).toBeGreaterThan(1)
    expect(server.sent[0]?.buttons).toEqual([])
    expect(
      server
        .textsTo('u1')
        .join('\n\n')
        .match(/Dòng \d+:/g),
    ).toHaveLength(90)
  })
})

describe('the webhook', () => {
  test('takes only what Zalo signed, over the raw body', async () => {
    const { server, app, post } = await launch()
    const text = { message: { msg_id: 'm', text: QUESTION } }
    const forged = server.request(URL_OF_HOOK, 'user_send_text', text, 'another secret')
    expect(await post(forged)).toBe(403)
    const signed = server.request(URL_OF_HOOK, 'user_send_text', text)
    const body = (await signed.clone().text()).replace('Nam Định', 'Hà Nam')
    const changed = new Request(URL_OF_HOOK, { method: 'POST', headers: signed.headers, body })
    expect(await post(changed)).toBe(403)
    expect(await post(new Request(URL_OF_HOOK, { method: 'POST', body: 'x' }))).toBe(403)
    expect(app.asked).toEqual([])
  })

  test('answers once what is delivered again', async () => {
    const { server, app, post } = await launch()
    const request = server.textEvent(URL_OF_HOOK, QUESTION)
    expect(await post(request.clone())).toBe(200)
    expect(await post(request)).toBe(200)
    await nth(server)
    expect(app.asked).toHaveLength(1)
  })

  test('greets who follows, says a kind word to pictures, passes over receipts', async () => {
    const { server, app, post } = await launch()
    await post(server.request(URL_OF_HOOK, 'follow', { sender: undefined, follower: { id: 'u2' } }))
    expect(await nth(server, 1, 'u2')).toContain('không phải kênh thông tin chính thức')
    await post(server.request(URL_OF_HOOK, 'user_send_image', { message: { msg_id: 'i1' } }))
    expect(await nth(server)).toContain('chưa đọc được ảnh')
    await post(server.request(URL_OF_HOOK, 'user_seen_message', { message: { msg_id: 's1' } }))
    expect(app.asked).toEqual([])
  })
})

describe('tokens', () => {
  test('are renewed once for many messages, and again when refused', async () => {
    const { server, say } = await launch()
    await Promise.all([1, 2, 3].map((n) => say(`câu ${n}`)))
    await nth(server, 3)
    expect([server.refreshes, server.reused]).toEqual([1, 0])
    server.expireAccess()
    await say('câu 4')
    await nth(server, 4)
    expect([server.refreshes, server.reused]).toEqual([2, 0])
  })

  test('are renewed before they run out', async () => {
    const { server, clock, say } = await launch()
    await say('câu 1')
    await nth(server)
    clock.ms += 24.9 * 3600 * 1000
    await say('câu 2', { timestamp: String(clock.ms) })
    await nth(server, 2)
    expect(server.refreshes).toBe(2)
  })

  test('outlive a restart: the used refresh token is never tried again', async () => {
    const state = memoryState(() => performance.now())
    const first = await launch({ state })
    const { refreshToken } = first.server
    await first.say('câu 1')
    await nth(first.server)
    const second = await launch({ state, refreshToken }, first.server)
    first.server.expireAccess()
    await second.say('câu 2')
    await nth(first.server, 2)
    expect([first.server.refreshes, first.server.reused]).toEqual([2, 0])
  })

  test('lie sealed in the state and are never logged', async () => {
    const state = memoryState(() => performance.now())
    const { server, logged, say } = await launch({ state })
    await say('câu 1')
    await nth(server)
    const sealed = (await state.get('zalo-oa:tokens')) ?? ''
    const words = sealed + logged.join('')
    for (const secret of [server.accessToken, server.refreshToken, server.appSecret, 'câu 1'])
      expect(words).not.toContain(secret)
    expect(createSeal(server.appSecret).open(sealed)).toContain(server.refreshToken)
    expect(createSeal('another').open(sealed)).toBeUndefined()
  })
})

describe('refusals and faults', () => {
  test('a window that is over is final', async () => {
    const { server, logged, clock, say, app } = await launch()
    server.silent.add('u1')
    await say('câu 1')
    await expect.poll(() => logged.join('')).toContain('"code":-230')
    expect(logged.join('')).not.toContain('zalo-oa-call-repeated')
    await say('câu 2', { timestamp: String(clock.ms - 48 * 3600 * 1000) })
    await expect.poll(() => logged.join('')).toContain('zalo-oa-window-over')
    expect(app.asked).toHaveLength(1)
  })

  test.each(['bad-gateway', 'drop-before'] as const)('%s: sent again, once', async (kind) => {
    const { server, say } = await launch()
    server.faults.add({ kind, method: '/v3.0/oa/message/cs', every: 1, times: 1 })
    await say('câu 1')
    await nth(server)
    expect(server.textsTo('u1')).toHaveLength(1)
  })
})
