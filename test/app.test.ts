import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appOn } from '../src/app.ts'
import { runChat } from '../src/channels/terminal/chat.ts'
import { createWebApp } from '../src/channels/web/server.ts'
import { readConfig } from '../src/config.ts'
import { AppError } from '../src/model/errors.ts'
import type { Store } from '../src/store/store.ts'
import { article, figure } from './store/samples.ts'
import { openTestStore } from './store/test-stores.ts'

const NOW = () => new Date('2026-11-24T08:00:00+07:00')
const READING = [
  'findFigures',
  'findFiguresMany',
  'findArticle',
  'listArticles',
  'searchPassages',
  'coverage',
  'dataVersion',
] as const
const QUESTIONS = [
  'Xuất khẩu Hải Dương năm 2023?',
  'Xuất khẩu Hải Dương năm 2023 tăng bao nhiêu so với năm trước?',
  'Tỉnh nào xuất khẩu nhiều nhất năm 2023?',
  'Có số liệu gì về Hải Dương?',
  'Hỏi Số có số liệu của những tỉnh nào?',
  'Vì sao xuất khẩu Hải Dương giảm?',
  'So sánh xuất khẩu Hải Dương và Hải Phòng năm 2023',
]

let store: Store
let app: App
beforeAll(async () => {
  store = await openTestStore()
  const text = 'Năm 2023, Hải Dương xuất 9.801 triệu USD; chỉ số sản xuất công nghiệp là 104,5%.'
  const iip = { indicator: 'iip', value: '104.5', unit: '%' }
  await store.saveArticle(
    article(
      { text },
      {
        figures: [
          figure(text, '9.801 triệu USD', { indicator: 'exports' }),
          figure(text, '104,5%', iip),
        ],
      },
    ),
  )
  app = appOn(store, readConfig({}), { now: NOW })
})
afterAll(() => app.close())

/** The program on a store that fails as a lost connection does, or as the store itself says it. */
function brokenApp(error: Error, methods: readonly string[]) {
  const failures: unknown[] = []
  const broken = new Proxy(store, {
    get: (target, name, receiver) =>
      methods.includes(String(name))
        ? async () => {
            throw error
          }
        : Reflect.get(target, name, receiver),
  })
  const onFailure = (failure: unknown) => failures.push(failure)
  return { failures, app: appOn(broken, readConfig({}), { now: NOW, onFailure }) }
}

const LOST = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
  code: 'ECONNREFUSED',
})

describe('a store that fails', () => {
  test.each([
    ['its connection lost', LOST],
    ['told by the store', new AppError('store-unreachable', 'Không kết nối được.')],
  ])('is never dressed up as no data: %s', async (_name, error) => {
    const broken = brokenApp(error, READING).app
    for (const question of QUESTIONS) {
      const { outcome, figures, related, text } = await broken.port.ask(question)
      expect([question, outcome, figures, related]).toEqual([question, 'unavailable', [], []])
      expect(text).not.toMatch(/9\.801|[Cc]hưa có số liệu/)
    }
    expect((await broken.askInTurn(QUESTIONS.slice(0, 1))).outcome).toBe('unavailable')
  })

  test('in any one of its methods gives the true answer or none', async () => {
    for (const method of READING) {
      const { app: broken, failures } = brokenApp(LOST, [method])
      for (const question of QUESTIONS) {
        const [wanted, got] = [await app.port.ask(question), await broken.port.ask(question)]
        const allowed = [wanted.outcome, 'unavailable']
        expect([method, question, allowed]).toEqual([
          method,
          question,
          expect.arrayContaining([got.outcome]),
        ])
        if (got.outcome !== 'unavailable') expect(got.figures).toEqual(wanted.figures)
      }
      expect(failures.every((failure) => failure === LOST)).toBe(true)
    }
  })

  test('is told as such on the web and in the terminal', async () => {
    const { app: broken } = brokenApp(LOST, READING)
    const log = pino({ level: 'silent' })
    const web = createWebApp({ app: broken.port, host: '127.0.0.1', log })
    const res = await web.request('http://127.0.0.1/api/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: '127.0.0.1' },
      body: JSON.stringify({ question: QUESTIONS[0] }),
    })
    expect(await res.json()).toMatchObject({ outcome: 'unavailable', figures: [] })
    const [input, output] = [new PassThrough(), new PassThrough()]
    input.end(`${QUESTIONS[0]}\n`)
    await runChat(broken.port, { input, output })
    const said = String(output.read()).replace(/\s+/g, ' ')
    expect(said).toContain('không có nghĩa là không có số liệu')
  })
})

describe('questions without an answer', () => {
  const listed = async () =>
    (await store.listUnanswered(100)).map(({ question, outcome, times }) => [
      question,
      outcome,
      times,
    ])

  test('are counted from channels, without personal data; answered ones are not', async () => {
    const fresh = appOn(await openTestStore(), readConfig({}), { now: NOW })
    for (const question of [
      'Xuất khẩu Cà Mau năm 1999? Gọi 0912 345 678',
      'xuat khau ca mau nam 1999? goi 0912345678',
      'xin chào',
    ])
      await fresh.port.ask(question)
    await fresh.askInTurn(['Xuất khẩu Sơn La năm 1998?'])
    const left = fresh.store
    await expect
      .poll(() => left.listUnanswered(9))
      .toMatchObject([
        { question: 'xuat khau ca mau nam 1999? goi [số]', outcome: 'no-data', times: 2 },
      ])
    await fresh.close()
  })

  test('are not kept where the operator does not want it', async () => {
    const silent = appOn(store, readConfig({ KEEP_UNANSWERED: 'false' }), { now: NOW })
    const before = await listed()
    expect((await silent.port.ask('Xuất khẩu Cà Mau năm 1997?')).outcome).toBe('no-data')
    expect(await listed()).toEqual(before)
  })
})

test('examples are questions that this store answers', async () => {
  await app.prepareExamples()
  const examples = app.port.examples?.() ?? []
  expect(examples.length).toBeGreaterThan(1)
  for (const example of examples)
    expect([example, (await app.port.ask(example)).outcome]).toEqual([example, 'answered'])
  expect(examples.join()).toContain('Hải Dương')
})

test('a judgement is kept with its answer and figures', async () => {
  const { question, text, figures } = await app.port.ask('Xuất khẩu Hải Dương năm 2023?')
  const figureIds = figures.map(({ id }) => id)
  await app.port.feedback?.({
    ...{ verdict: 'wrong', question, answerText: text, figureIds, comment: null, channel: 'web' },
  })
  expect(await store.listFeedback(1)).toMatchObject([{ verdict: 'wrong', question, figureIds }])
  expect(figureIds).toHaveLength(1)
})
