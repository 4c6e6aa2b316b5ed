/** The same 50 questions on every channel, put to one program: each shows the same words and figures. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, openApp } from '../../src/app.ts'
import { toReply } from '../../src/channels/reply.ts'
import { createTelegram } from '../../src/channels/telegram/bot.ts'
import { renderAnswer } from '../../src/channels/terminal/render.ts'
import { createWebServer } from '../../src/channels/web/server.ts'
import { createZalo } from '../../src/channels/zalo/bot.ts'
import { createZaloOa } from '../../src/channels/zalo/oa.ts'
import { readConfig } from '../../src/config.ts'
import type { Answer } from '../../src/model/answer.ts'
import { formatPeriodVi } from '../../src/vietnamese/format.ts'
import { TelegramServer } from '../servers/telegram.ts'
import { ZaloServer } from '../servers/zalo.ts'
import { ZaloOaServer } from '../servers/zalo-oa.ts'
import { memoryState } from './messenger/memory-state.ts'

const QUESTIONS = 50
const NOW = () => new Date('2026-11-24T08:00:00+07:00')
const log = pino({ level: 'silent' })
const folder = mkdtempSync(join(tmpdir(), 'hoiso-same-'))

let app: App
/** Answers of the program itself, one a question. */
let wanted: Answer[]

beforeAll(async () => {
  app = await openApp(readConfig({ DATA_DIR: folder }), { now: NOW })
  wanted = []
  for (const question of await questions()) wanted.push(await app.port.ask(question))
}, 120_000)

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Questions about figures that are held, spread over the whole store; a few that nobody can answer. */
async function questions(): Promise<string[]> {
  const held = await app.store.findFigures({ measures: ['level', 'yoy'], scope: 'whole' })
  const known = held.filter(({ area, period }) => area !== null && !period.startsWith('XXXX'))
  const step = known.length / (QUESTIONS - 3)
  const about = Array.from({ length: QUESTIONS - 3 }, (_, i) => known[Math.floor(i * step)])
  return [
    ...about.flatMap((figure) =>
      figure
        ? [
            `${app.port.indicatorName(figure.indicator)} của ${figure.area} ${formatPeriodVi(figure.period)} là bao nhiêu?`,
          ]
        : [],
    ),
    'Xuất khẩu của Hải Dương từ năm 2019 đến năm 2023',
    'Dân số Sao Hỏa năm 2023?',
    'Tỉnh nào xuất khẩu cao nhất năm 2023?',
  ]
}

const state = () => memoryState(() => performance.now())
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
const mainText = (answer: Answer) => squeezed(toReply(answer, app.port.indicatorName).text)

/** Waits until each question has got a text with its answer's words; says which has not. */
async function expectAll(textsOf: (index: number) => string[]): Promise<void> {
  const missing = () =>
    wanted.flatMap((answer, i) => {
      const shown = squeezed(textsOf(i).join('\n\n'))
      return shown.includes(mainText(answer)) ? [] : [`${answer.question} → ${shown}`]
    })
  await expect.poll(missing, { timeout: 60_000, interval: 100 }).toEqual([])
}

describe('the same 50 questions', () => {
  test('are answered for the most part', () => {
    expect(wanted).toHaveLength(QUESTIONS)
    expect(wanted.filter(({ outcome }) => outcome === 'answered').length).toBeGreaterThan(35)
  })

  test('on Telegram', async () => {
    const server = await new TelegramServer().start()
    const { token, url: apiRoot } = server
    const bot = createTelegram({ app: app.port, token, apiRoot, state: state(), log })
    await bot.start()
    wanted.forEach(({ question }, i) => void server.say(i + 1, question))
    await expectAll((i) => server.messagesTo(i + 1).map(({ text }) => text ?? ''))
    await bot.stop()
    await server.close()
  }, 90_000)

  test('on the Zalo Bot Platform', async () => {
    const server = await new ZaloServer().start()
    const zalo = createZalo({
      app: app.port,
      token: server.token,
      apiRoot: server.url,
      state: state(),
      log,
      now: NOW,
      charts: undefined,
      pollSeconds: 0.2,
    })
    await zalo.start()
    wanted.forEach(({ question }, i) => void server.say(`c${i}`, question))
    await expectAll((i) => server.textsTo(`c${i}`))
    await zalo.stop()
    await server.close()
  }, 90_000)

  test('on a Zalo Official Account', async () => {
    const server = await new ZaloOaServer().start()
    const { appId, appSecret, oaSecret, refreshToken, url } = server
    const settings = { appId, appSecret, oaSecret, refreshToken, apiRoot: url, oauthRoot: url }
    const oa = createZaloOa({ app: app.port, state: state(), log, now: NOW, ...settings })
    for (const [i, { question }] of wanted.entries()) {
      const timestamp = String(NOW().getTime())
      const hook = 'https://hoiso.example.vn/zalo-oa/webhook'
      await oa.routes.fetch(server.textEvent(hook, question, `u${i}`, { timestamp }))
    }
    await expectAll((i) => server.textsTo(`u${i}`))
    await oa.stop()
    await server.close()
  }, 90_000)

  test('on the web, figure for figure', async () => {
    const web = await createWebServer({ app: app.port, host: '127.0.0.1', port: 0, log })
    for (const { question, text, figures, derived, citations } of wanted) {
      const res = await fetch(`${web.url}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
      })
      expect(await res.json()).toMatchObject({ text, figures, derived, citations })
    }
    await web.close()
  }, 90_000)

  test('in the terminal', () => {
    const options = { colour: false, width: 80, indicatorName: app.port.indicatorName }
    for (const answer of wanted)
      expect(squeezed(renderAnswer(answer, options))).toContain(mainText(answer))
  })
})
