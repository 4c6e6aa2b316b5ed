/** The test server itself: as strict as the real one, judged by plain requests and by the real grammY. */
import { Bot, GrammyError, InputFile } from 'grammy'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { TelegramServer } from './telegram.ts'

const servers: TelegramServer[] = []
afterAll(async () => {
  for (const server of servers) await server.close()
})

let server: TelegramServer
let bot: Bot
beforeEach(async () => {
  server = await new TelegramServer().start()
  servers.push(server)
  bot = new Bot(server.token, { client: { apiRoot: server.url } })
})

async function raw(path: string, init: RequestInit = {}) {
  const res = await fetch(server.url + path, init)
  return { status: res.status, headers: res.headers, body: (await res.json()) as object }
}
const call = (method: string, fields: object = {}) =>
  raw(`/bot${server.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })

describe('addressing', () => {
  test.each([
    ['/nothing', 404, 'Not Found'],
    ['/botnocolon/getMe', 401, 'Unauthorized: invalid token specified'],
    ['/bot12:wrong/getMe', 401, 'Unauthorized'],
  ])('%s', async (path, error_code, description) => {
    expect(await raw(path)).toMatchObject({
      status: error_code,
      body: { ok: false, error_code, description },
    })
  })

  test('methods in any case, unknown ones refused, forms and queries taken', async () => {
    expect((await call('GETME')).body).toMatchObject({ ok: true, result: { is_bot: true } })
    expect((await call('getMee')).body).toMatchObject({
      description: 'Not Found: method not found',
    })
    const form = await raw(`/bot${server.token}/sendMessage?chat_id=5`, {
      method: 'POST',
      body: new URLSearchParams({ text: 'chào', reply_markup: '{"inline_keyboard":[]}' }),
    })
    expect(form.body).toMatchObject({ ok: true, result: { text: 'chào', chat: { id: 5 } } })
  })
})

describe('getUpdates', () => {
  test('waits for an update, confirms by offset, gives the same ones again without', async () => {
    const waiting = bot.api.getUpdates({ timeout: 5 })
    server.say(1, 'một')
    const [first] = await waiting
    expect(first?.message?.text).toBe('một')
    server.say(1, 'hai')
    expect(await bot.api.getUpdates()).toHaveLength(2)
    expect(await bot.api.getUpdates({ limit: 1 })).toHaveLength(1)
    const rest = await bot.api.getUpdates({ offset: (first?.update_id ?? 0) + 1 })
    expect(rest.map(({ message }) => message?.text)).toEqual(['hai'])
    expect(server.queue.pending).toBe(1)
    expect(await bot.api.getUpdates({ offset: -1 })).toHaveLength(1)
  })

  test('an idle poll ends with an empty list after its time', async () => {
    const start = performance.now()
    expect(await bot.api.getUpdates({ timeout: 1 })).toEqual([])
    expect(performance.now() - start).toBeGreaterThan(950)
  })

  test('the older of two polls ends in 409, and so does one beside a webhook', async () => {
    const older = bot.api.getUpdates({ timeout: 5 }).catch((error: unknown) => error)
    await expect.poll(() => server.polls).toBe(1)
    await bot.api.getUpdates({ timeout: 0 })
    expect(await older).toMatchObject({ error_code: 409 })
    await call('setWebhook', { url: 'http://127.0.0.1:9/x' })
    expect((await call('getUpdates')).body).toMatchObject({
      error_code: 409,
      description: expect.stringContaining('use deleteWebhook'),
    })
  })
})

describe('refusals', () => {
  const long = 'a'.repeat(4097)
  test.each([
    ['no chat', { text: 'a' }, 'chat_id is empty'],
    ['no text', { chat_id: 1, text: ' ' }, 'message text is empty'],
    ['long text', { chat_id: 1, text: long }, 'message is too long'],
    ['markup', { chat_id: 1, text: 'a', parse_mode: 'Word' }, 'unsupported parse_mode'],
    [
      'entity beyond the text',
      { chat_id: 1, text: 'ab', entities: [{ type: 'bold', offset: 1, length: 2 }] },
      "can't parse entities: entity ends beyond the message",
    ],
    [
      'entity through a surrogate pair',
      { chat_id: 1, text: 'a😀b', entities: [{ type: 'bold', offset: 0, length: 2 }] },
      'ENTITY_BOUNDS_INVALID',
    ],
    [
      'callback data of 65 bytes',
      {
        chat_id: 1,
        text: 'a',
        reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: `${'ữ'.repeat(21)}aa` }]] },
      },
      'BUTTON_DATA_INVALID',
    ],
    [
      'a button of no kind',
      { chat_id: 1, text: 'a', reply_markup: { inline_keyboard: [[{ text: 'b' }]] } },
      'text buttons are unallowed in the inline keyboard',
    ],
    [
      'a reply to nothing',
      { chat_id: 1, text: 'a', reply_parameters: { message_id: 99 } },
      'message to be replied not found',
    ],
  ])('%s', async (_name, fields, words) => {
    expect((await call('sendMessage', fields)).body).toEqual({
      ok: false,
      error_code: 400,
      description: `Bad Request: ${words}`,
    })
  })

  test('429 tells how long to wait, in the body and in the header', async () => {
    server.faults.add({ kind: 'too-many-requests', every: 1, times: 1, retryAfter: 7 })
    const { status, headers, body } = await call('getMe')
    expect([status, headers.get('retry-after')]).toEqual([429, '7'])
    expect(body).toMatchObject({ parameters: { retry_after: 7 } })
  })

  test('a chat takes so many messages a second', async () => {
    const slow = await new TelegramServer({ perChatPerSecond: 1 }).start()
    servers.push(slow)
    const api = new Bot(slow.token, { client: { apiRoot: slow.url } }).api
    await api.sendMessage(1, 'a')
    await expect(api.sendMessage(1, 'b')).rejects.toMatchObject({ error_code: 429 })
    await api.sendMessage(2, 'a')
  })

  test('a query is answered once, an unchanged edit is refused', async () => {
    const sent = await bot.api.sendMessage(1, 'a')
    const query = server.press(sent, 'x')
    await bot.api.answerCallbackQuery(query)
    await expect(bot.api.answerCallbackQuery(query)).rejects.toMatchObject({
      description: expect.stringContaining('query is too old'),
    })
    await expect(bot.api.editMessageText(1, sent.message_id, 'a')).rejects.toMatchObject({
      description: expect.stringContaining('message is not modified'),
    })
    await expect(bot.api.editMessageText(1, 99, 'b')).rejects.toBeInstanceOf(GrammyError)
    expect(await bot.api.editMessageText(1, sent.message_id, 'b')).toMatchObject({ text: 'b' })
  })
})

describe('what grammY sends', () => {
  // One pixel.
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  test('a picture as chunked multipart, its parts put together', async () => {
    const message = await bot.api.sendPhoto(1, new InputFile(PNG, 'bieudo.png'), {
      caption: 'Biểu đồ',
      caption_entities: [{ type: 'bold', offset: 0, length: 4 }],
    })
    expect(message).toMatchObject({ caption: 'Biểu đồ', photo: [{ width: 1, height: 1 }] })
    expect(server.sent('sendPhoto')[0]?.files[0]?.bytes.equals(PNG)).toBe(true)
  })

  test('pictures that are none, captions that are too long', async () => {
    const text = new InputFile(Buffer.from('không phải ảnh, chỉ là chữ'), 'a.png')
    await expect(bot.api.sendPhoto(1, text)).rejects.toMatchObject({
      description: 'Bad Request: IMAGE_PROCESS_FAILED',
    })
    const caption = 'a'.repeat(1025)
    await expect(
      bot.api.sendPhoto(1, new InputFile(PNG, 'a.png'), { caption }),
    ).rejects.toMatchObject({
      description: 'Bad Request: message caption is too long',
    })
  })

  test('polling in grammY’s own way, with entities it understands', async () => {
    const heard: string[] = []
    bot.command('tinh', (ctx) => void heard.push(`lệnh ${ctx.match}`))
    bot.on('message::mention', (ctx) => void heard.push(ctx.msg.text ?? ''))
    void bot.start()
    server.say(1, '/tinh@hoi_so_bot Nam Định')
    server.say(1, 'chào @hoi_so_bot')
    await expect.poll(() => heard, { timeout: 5000 }).toEqual(['lệnh Nam Định', 'chào @hoi_so_bot'])
    await bot.stop()
  })
})
