import { createAdaptorServer } from '@hono/node-server'
import type { Message as TelegramMessage } from 'grammy/types'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { createTelegram, type TelegramOptions } from '../../../src/channels/telegram/bot.ts'
import { type TelegramOptions as ServerOptions, TelegramServer } from '../../servers/telegram.ts'
import { memoryState } from '../messenger/memory-state.ts'
import { answerOf, scriptedApp } from '../messenger/scripted-app.ts'

const QUESTION = 'Xuất khẩu Nam Định năm 2023?'
const ANSWER = 'Kim ngạch xuất khẩu của Nam Định năm 2023 đạt 2.794,5 triệu USD [1].'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

interface Setup {
  readonly server?: ServerOptions
  readonly app?: ReturnType<typeof scriptedApp>
  readonly options?: Partial<TelegramOptions>
}

async function launch({
  server: serverOptions = {},
  app = scriptedApp(),
  options = {},
}: Setup = {}) {
  const server = await new TelegramServer(serverOptions).start()
  open.push(server)
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const bot = createTelegram({
    app,
    token: server.token,
    apiRoot: server.url,
    state: memoryState(() => performance.now()),
    log,
    pollSeconds: 5,
    ...options,
  })
  open.push({ close: () => bot.stop() })
  await bot.start()
  return { server, app, bot, logged }
}

/** The `n`-th message that a chat got. */
const nth = (server: TelegramServer, chat: number, n = 1) =>
  server.until(`message ${n} in ${chat}`, () => server.messagesTo(chat)[n - 1])

const buttonsOf = (message: TelegramMessage) =>
  (message.reply_markup?.inline_keyboard ?? []).flat() as { text: string; callback_data?: string }[]

function dataOf(message: TelegramMessage, label: string): string {
  const button = buttonsOf(message).find(({ text }) => text === label)
  if (!button?.callback_data) throw new Error(`no button ${label}`)
  return button.callback_data
}

/** The words that an entity covers. */
const covered = (message: TelegramMessage, type: string) =>
  (message.entities ?? [])
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => message.text?.slice(offset, offset + length))

describe('questions in private', () => {
  test('get the very words of the answer, its citations linked, its source named', async () => {
    const { server } = await launch()
    server.say(11, QUESTION)
    const message = await nth(server, 11)
    expect(message.text).toBe(`${ANSWER}\n\nNguồn:\n[1] Báo Nam Định, 5/1/2024`)
    expect(covered(message, 'text_link')).toEqual(['[1]', 'Báo Nam Định, 5/1/2024'])
    expect(server.sent('sendMessage')[0]?.fields).toMatchObject({
      link_preview_options: { is_disabled: true },
    })
    expect(server.sent('sendMessage')[0]?.fields).not.toHaveProperty('parse_mode')
  })

  test('go on in the conversation of their chat', async () => {
    const { server, app } = await launch()
    server.say(11, QUESTION)
    await nth(server, 11)
    server.say(11, 'còn Hà Nam?')
    server.say(12, QUESTION)
    await nth(server, 11, 2)
    await nth(server, 12)
    const said = (text: string) => app.asked.filter(({ question }) => question === text)
    expect(said('còn Hà Nam?')[0]?.conversation).toBe('c1')
    expect(said(QUESTION).map(({ conversation }) => conversation)).toEqual([undefined, undefined])
  })

  test('answers longer than a message are cut between paragraphs, buttons under the last', async () => {
    const { server } = await launch()
    server.say(11, 'một câu trả lời dài lắm')
    await server.until('the last part', () =>
      server.messagesTo(11).some((message) => buttonsOf(message).length > 0),
    )
    const texts = server.messagesTo(11).map(({ text }) => text ?? '')
    expect(texts.length).toBeGreaterThan(1)
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(4096)
    expect(texts.join('\n\n').match(/Dòng \d+:/g)).toHaveLength(90)
    for (const text of texts.slice(1)) expect(text).toMatch(/^(Dòng \d+:|Nguồn:)/)
    const [first] = server.messagesTo(11)
    expect(first && buttonsOf(first)).toEqual([])
  })

  test('a slow answer shows typing, a quick one does not', async () => {
    const app = scriptedApp()
    const { server } = await launch({ app })
    server.say(11, QUESTION)
    await nth(server, 11)
    expect(server.sent('sendChatAction')).toHaveLength(0)
    app.delay = 400
    server.say(12, QUESTION)
    await nth(server, 12)
    expect(server.sent('sendChatAction').map(({ fields }) => fields)).toEqual([
      { chat_id: 12, action: 'typing' },
    ])
  })

  test('a broken program is said to be broken, not to have no data', async () => {
    const { server } = await launch()
    server.say(11, 'câu làm hỏng')
    const { text } = await nth(server, 11)
    expect(text).toContain('không có nghĩa là không có số liệu')
  })
})

describe('buttons', () => {
  test('lead on: a chart, other questions, sources; copying needs no call', async () => {
    const { server, app } = await launch()
    server.say(11, QUESTION)
    const message = await nth(server, 11)
    const labels = buttonsOf(message).map(({ text }) => text)
    expect(labels).toEqual([
      'Biểu đồ',
      'So cùng kỳ',
      'Tỉnh khác',
      'Nguồn',
      'Sao chép',
      '👍 Đúng',
      '👎 Sai',
      'Bán lẻ Nam Định năm 2023',
    ])
    expect(buttonsOf(message).find(({ text }) => text === 'Sao chép')).toMatchObject({
      copy_text: { text: `${ANSWER}\nNguồn: [1] Báo Nam Định.` },
    })
    server.press(message, dataOf(message, 'So cùng kỳ'))
    await nth(server, 11, 2)
    expect(app.asked[1]?.question).toBe(
      'kim ngạch xuất khẩu Nam Định năm 2023 tăng bao nhiêu so với cùng kỳ?',
    )
    // It says everything; in the conversation it could be narrowed to what was said before.
    expect(app.asked[1]?.conversation).toBeUndefined()
    server.press(message, dataOf(message, 'Nguồn'))
    const sources = await nth(server, 11, 3)
    expect(covered(sources, 'expandable_blockquote')).toEqual([
      '“Cả năm xuất khẩu được 2.794,5 triệu USD.”',
    ])
  })

  test('draw a chart as a picture', async () => {
    const { server } = await launch()
    server.say(11, QUESTION)
    const message = await nth(server, 11)
    server.press(message, dataOf(message, 'Biểu đồ'))
    const photo = await server.until('a picture', () => server.sent('sendPhoto')[0])
    expect(photo.files[0]).toMatchObject({ width: 1080 })
    expect(photo.message?.caption).toBe(
      'Kim ngạch xuất khẩu – Nam Định, 2020 đến 2023\n\nNguồn: Báo Nam Định',
    )
    expect(server.sent('answerCallbackQuery')).toHaveLength(1)
  })

  test('keep a judgement and thank in passing', async () => {
    const { server, app } = await launch()
    server.say(11, QUESTION)
    const message = await nth(server, 11)
    server.press(message, dataOf(message, '👎 Sai'))
    await server.until('thanks', () => server.sent('answerCallbackQuery')[0])
    expect(app.judged).toMatchObject([
      {
        verdict: 'wrong',
        question: QUESTION,
        channel: 'telegram',
        figureIds: [expect.any(String)],
      },
    ])
    expect(server.sent('answerCallbackQuery')[0]?.fields['text']).toMatch(/^Cảm ơn/)
    expect(server.messagesTo(11)).toHaveLength(1)
  })

  test('that are unknown are said to be old, and every press is answered', async () => {
    const { server } = await launch()
    const message = server.say(11, QUESTION)
    await nth(server, 11)
    server.press(message, 'AAAAAAAAAAAA:0')
    expect((await nth(server, 11, 2)).text).toContain('đã cũ')
    server.press(message, 'của ai đó khác')
    await server.until('both answers', () => server.sent('answerCallbackQuery').length === 2)
  })
})

describe('commands', () => {
  test('are registered, also for Vietnamese', async () => {
    const { server } = await launch()
    const names = ['start', 'help', 'tinh', 'chitieu', 'nguon', 'bieudo', 'sosanh', 'kiemtra']
    for (const language of ['', 'vi'])
      expect(server.commands.get(language)).toMatchObject(names.map((command) => ({ command })))
  })

  test('/start says what this is and what it is not, with three questions to press', async () => {
    const { server, app } = await launch()
    server.say(11, '/start')
    const message = await nth(server, 11)
    expect(message.text).toContain('không phải kênh thông tin chính thức')
    expect(buttonsOf(message)).toHaveLength(3)
    server.press(message, dataOf(message, buttonsOf(message)[1]?.text ?? ''))
    await nth(server, 11, 2)
    expect(app.asked[0]?.question).toBe(buttonsOf(message)[1]?.text)
  })

  test('/tinh and /chitieu count what is held', async () => {
    const { server } = await launch()
    server.say(11, '/tinh')
    expect((await nth(server, 11)).text).toBe(
      'Có số liệu của 2 địa phương\n\n• Nam Định: 5 số liệu, 2022–2023\n• Hà Nam: 1 số liệu, không rõ năm',
    )
    server.say(11, '/chitieu')
    expect((await nth(server, 11, 2)).text).toContain('• Kim ngạch xuất khẩu: 5 số liệu')
  })

  test('/nguon, /bieudo, /sosanh work on the last answer or on what follows them', async () => {
    const { server, app } = await launch()
    server.say(11, '/nguon')
    expect((await nth(server, 11)).text).toContain('hãy hỏi một câu')
    server.say(11, '/bieudo xuất khẩu Nam Định các năm')
    await server.until('a picture', () => server.sent('sendPhoto')[0])
    server.say(11, '/bieudo')
    await server.until('the picture again', () => server.sent('sendPhoto')[1])
    server.say(11, '/sosanh Nam Định và Hà Nam')
    await server.until('the comparison', () => app.asked[1])
    expect(app.asked.map(({ question }) => question)).toEqual([
      'xuất khẩu Nam Định các năm',
      'So sánh Nam Định và Hà Nam',
    ])
  })

  test('/kiemtra judges what follows or what it replies to', async () => {
    const { server, app } = await launch()
    server.say(11, '/kiemtra Xuất khẩu đạt 2.800 triệu USD')
    const verdict = await nth(server, 11)
    expect(verdict.text).toContain(
      '✗ “2.800 triệu USD” – Không khớp\nKho ghi 2.794,5 triệu USD [1].',
    )
    const about = server.say(11, 'Bài báo viết 2.800 triệu USD')
    await nth(server, 11, 2)
    server.say(11, '/kiemtra', { reply_to_message: about })
    await nth(server, 11, 3)
    expect(app.checked).toEqual(['Xuất khẩu đạt 2.800 triệu USD', 'Bài báo viết 2.800 triệu USD'])
  })

  test('unknown ones get help in private', async () => {
    const { server } = await launch()
    server.say(11, '/gido')
    expect((await nth(server, 11)).text).toContain('Cách hỏi')
  })
})

describe('groups', () => {
  test('only commands, mentions and replies to us are answered, as replies', async () => {
    const { server, app } = await launch()
    server.say(-100, 'Nói chuyện riêng về xuất khẩu')
    server.say(-100, '/gido')
    server.say(-100, '/tinh@bot_khac')
    server.say(-100, '@hoi_so_botx xuất khẩu?')
    const asked = server.say(-100, `@Hoi_So_Bot   ${QUESTION}`)
    const answer = await nth(server, -100)
    expect(answer.reply_to_message?.message_id).toBe(asked.message_id)
    server.say(-100, 'còn Hà Nam?', { reply_to_message: answer })
    await nth(server, -100, 2)
    server.say(-100, '/tinh@hoi_so_bot')
    await nth(server, -100, 3)
    expect(app.asked.map(({ question }) => question)).toEqual([QUESTION, 'còn Hà Nam?'])
  })

  test('other bots and our own inline answers are left alone', async () => {
    const { server, app } = await launch()
    server.say(11, ANSWER, { via_bot: server.me })
    server.say(11, QUESTION, { from: { ...server.person(9), is_bot: true } })
    server.say(11, QUESTION)
    await nth(server, 11)
    expect(app.asked).toHaveLength(1)
  })
})

describe('what is no text', () => {
  test.each([
    ['voice', { voice: { file_id: 'v', duration: 3 } }, 'tin thoại'],
    ['photo', { photo: [{ file_id: 'p', width: 9, height: 9 }] }, 'ảnh'],
    ['document', { document: { file_id: 'd' } }, 'tệp'],
    ['sticker', { sticker: { file_id: 's' } }, 'Cảm ơn'],
  ])('%s: a kind word of what works', async (_kind, content, word) => {
    const { server } = await launch()
    server.sendMedia(11, content)
    const { text } = await nth(server, 11)
    expect(text).toContain(word)
    expect(text).toContain('gõ câu hỏi bằng chữ')
  })

  test('a caption is answered, and said to be all that was read', async () => {
    const { server, app } = await launch()
    server.sendMedia(11, { photo: [{ file_id: 'p' }], caption: QUESTION })
    expect((await nth(server, 11)).text).toContain('chỉ theo phần chữ')
    await nth(server, 11, 2)
    expect(app.asked[0]?.question).toBe(QUESTION)
  })

  test('service messages are passed over', async () => {
    const { server } = await launch()
    server.sendMedia(11, { new_chat_title: 'Tên mới' })
    server.say(11, QUESTION)
    await nth(server, 11)
    expect(server.messagesTo(11)).toHaveLength(1)
  })
})

describe('edited questions', () => {
  test('change the answer in its place', async () => {
    const { server } = await launch()
    const asked = server.say(11, QUESTION)
    const answer = await nth(server, 11)
    server.edit(asked, 'câu 7')
    const edit = await server.until('the edit', () => server.sent('editMessageText')[0])
    expect(edit.fields).toMatchObject({ message_id: answer.message_id })
    expect(String(edit.fields['text'])).toMatch(/^Đáp 7: 2\.794,5 triệu USD/)
    expect(server.sent('sendMessage')).toHaveLength(1)
  })

  test('are answered anew where one message cannot be replaced; untouched words are not', async () => {
    const { server, app } = await launch()
    const asked = server.say(11, QUESTION)
    await nth(server, 11)
    server.edit(asked, QUESTION)
    server.edit(asked, 'một câu trả lời dài lắm')
    const second = await nth(server, 11, 2)
    expect(second.reply_to_message?.message_id).toBe(asked.message_id)
    expect(app.asked).toHaveLength(2)
  })
})

describe('inline mode', () => {
  test('offers the answer as an article', async () => {
    const { server } = await launch()
    const id = server.inline('xuất khẩu nam định 2023')
    const { fields } = await server.until('results', () => server.sent('answerInlineQuery')[0])
    expect(fields).toMatchObject({
      inline_query_id: id,
      results: [
        {
          type: 'article',
          title: 'xuất khẩu nam định 2023',
          description: ANSWER,
          input_message_content: { message_text: expect.stringContaining(ANSWER) },
        },
      ],
    })
  })

  test('offers examples until something is typed', async () => {
    const { server, app } = await launch()
    server.inline('')
    const { fields } = await server.until('results', () => server.sent('answerInlineQuery')[0])
    expect(fields['results']).toHaveLength(3)
    expect(app.asked).toHaveLength(0)
  })
})

describe('faults', () => {
  test('429 is obeyed to the second', async () => {
    const { server } = await launch()
    server.faults.add({
      kind: 'too-many-requests',
      method: 'sendmessage',
      every: 1,
      times: 1,
      retryAfter: 1,
    })
    const start = performance.now()
    server.say(11, QUESTION)
    await nth(server, 11)
    expect(performance.now() - start).toBeGreaterThanOrEqual(1000)
    expect(server.messagesTo(11)).toHaveLength(1)
  })

  test.each(['bad-gateway', 'drop-before'] as const)('%s: sent again, once', async (kind) => {
    const { server } = await launch()
    server.faults.add({ kind, method: 'sendmessage', every: 1, times: 1 })
    server.say(11, QUESTION)
    await nth(server, 11)
    expect(server.messagesTo(11)).toHaveLength(1)
  })

  test('polling outlives broken polls and a second poller', async () => {
    const { server } = await launch()
    server.faults.add({ kind: 'bad-gateway', method: 'getupdates', every: 1, times: 2 })
    server.say(11, QUESTION)
    await nth(server, 11)
    const other = await fetch(`${server.url}/bot${server.token}/getUpdates?timeout=0`)
    expect(other.status).toBe(200)
    server.say(12, QUESTION)
    await server.until('an answer after the conflict', () => server.messagesTo(12)[0], 9000)
  })

  test('somebody who blocked the bot does not stop it', async () => {
    const { server, logged } = await launch()
    server.blocked.set(11, 'Forbidden: bot was blocked by the user')
    server.say(11, QUESTION)
    server.say(12, QUESTION)
    await nth(server, 12)
    await server.until(
      'the log',
      () => logged.some((line) => line.includes('telegram-refused')) || null,
    )
    expect(logged.join('')).not.toContain('item-failed')
  })

  test('the token and people’s words stay out of the log', async () => {
    const { server, logged } = await launch()
    server.faults.add({ kind: 'drop-before', every: 1, times: 2 })
    server.faults.add({ kind: 'drop-before', method: 'sendmessage', every: 1, times: 1 })
    server.say(11, 'câu làm hỏng')
    await nth(server, 11)
    for (const event of ['answer-failed', 'telegram-connection-broke'])
      expect(logged.join('')).toContain(event)
    expect(logged.join('')).not.toContain(server.token)
    expect(logged.join('')).not.toContain('câu làm')
  })

  test('a wrong token is told and nothing is polled', async () => {
    const { server, logged } = await launch({ options: { token: '7000001:wrong' } })
    expect(logged.join('')).toContain('"isRefused":true')
    expect(server.polls).toBe(0)
  })
})

describe('restart', () => {
  test('what was taken but not answered is answered by the next run', async () => {
    const state = memoryState(() => performance.now())
    let release = (_: never) => {}
    const stuck = scriptedApp({ ask: () => new Promise((_, reject) => (release = reject)) })
    const first = await launch({ app: stuck, options: { state } })
    first.server.say(11, QUESTION)
    await first.server.until('the confirmation', () => first.server.queue.pending === 0, 9000)
    expect(await state.unfinished('telegram')).toHaveLength(1)
    // The first process is gone without a word; a second one starts on the same state.
    const second = await launch({ options: { state } })
    const answer = await nth(second.server, 11)
    expect(answer.text).toContain(ANSWER)
    await expect.poll(() => state.unfinished('telegram')).toEqual([])
    release(undefined as never)
  })

  test('what was answered is not answered again when it is delivered again', async () => {
    const state = memoryState(() => performance.now())
    const app = scriptedApp()
    const first = await launch({ app, options: { state } })
    first.server.say(11, 'câu 1')
    await nth(first.server, 11)
    await first.bot.stop()
    // This server begins with the same update ids: to the bot it is the same update once more.
    const second = await launch({ app, options: { state } })
    second.server.say(11, 'câu 1')
    second.server.say(12, 'câu 2')
    await nth(second.server, 12)
    expect(app.asked.map(({ question }) => question)).toEqual(['câu 1', 'câu 2'])
    expect(second.server.messagesTo(11)).toEqual([])
  })
})

describe('webhook', () => {
  const SECRET = 'bi-mat_12345678'

  async function launchWebhook() {
    const server = await new TelegramServer().start()
    open.push(server)
    const app = scriptedApp()
    const state = memoryState(() => performance.now())
    let publicUrl = ''
    const web = createAdaptorServer({ fetch: (request) => bot.routes.fetch(request) })
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', () => resolve()))
    open.push({ close: async () => void web.close() })
    const address = web.address()
    if (typeof address === 'object' && address) publicUrl = `http://127.0.0.1:${address.port}`
    const bot = createTelegram({
      app,
      token: server.token,
      apiRoot: server.url,
      state,
      log: pino({ level: 'silent' }),
      webhook: { publicUrl, secret: SECRET },
    })
    open.push({ close: () => bot.stop() })
    await bot.start()
    return { server, app, publicUrl }
  }

  test('is set, takes updates with the secret, answers at once', async () => {
    const { server } = await launchWebhook()
    expect(server.queue.webhook?.secret).toBe(SECRET)
    server.say(11, QUESTION)
    expect((await nth(server, 11)).text).toContain(ANSWER)
    expect(server.queue.deliveries.map(({ status }) => status)).toEqual([200])
    expect(server.polls).toBe(0)
  })

  test('turns strangers away', async () => {
    const { server, app, publicUrl } = await launchWebhook()
    const post = (headers: Record<string, string>) =>
      fetch(`${publicUrl}/telegram/webhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ update_id: 1, message: server.messagesTo(12)[0] }),
      })
    server.say(12, QUESTION)
    await nth(server, 12)
    expect((await post({})).status).toBe(401)
    expect((await post({ 'x-telegram-bot-api-secret-token': `${SECRET}x` })).status).toBe(401)
    expect((await post({ 'x-telegram-bot-api-secret-token': SECRET })).status).toBe(200)
    expect(app.asked).toHaveLength(1)
  })

  test('handles once what is delivered twice', async () => {
    const { server, app } = await launchWebhook()
    server.queue.copies = 2
    server.say(11, QUESTION)
    server.say(12, QUESTION)
    await nth(server, 12)
    await server.until('all deliveries', () => server.queue.deliveries.length === 4 || null)
    expect(app.asked).toHaveLength(2)
    expect(server.messagesTo(11)).toHaveLength(1)
  })
})

test('an answer without figures offers its suggestions only', async () => {
  const app = scriptedApp({
    ask: async (question) =>
      answerOf(question, { outcome: 'clarify', text: 'Kỳ nào?', figures: [], citations: [] }),
  })
  const { server } = await launch({ app })
  server.say(11, 'xuất khẩu?')
  const message = await nth(server, 11)
  expect(message.text).toBe('Cần hỏi rõ hơn\n\nKỳ nào?')
  expect(covered(message, 'bold')).toEqual(['Cần hỏi rõ hơn'])
  expect(buttonsOf(message).map(({ text }) => text)).toEqual(['Bán lẻ Nam Định năm 2023'])
})
