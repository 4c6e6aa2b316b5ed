/**
 * The service as `npm start` runs it, on a folder of its own, with the platforms on loopback: the same
 * questions on every channel, and a restart in between that loses and doubles nothing.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text as readAll } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, openApp } from '../../src/app.ts'
import { toReply } from '../../src/channels/reply.ts'
import { runChat } from '../../src/channels/terminal/chat.ts'
import { readConfig } from '../../src/config.ts'
import type { Answer } from '../../src/model/answer.ts'
import { createLog, type Service, startService } from '../../src/service.ts'
import { TelegramServer } from '../servers/telegram.ts'
import { ZaloServer } from '../servers/zalo.ts'
import { QUESTIONS } from './questions.ts'

const NOW = () => new Date('2026-11-24T08:00:00+07:00')
const PROGRAM = fileURLToPath(new URL('../../src/bin/hoiso.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hoiso-service-'))

let telegram: TelegramServer
let zalo: ZaloServer
let settings: Record<string, string>

beforeAll(async () => {
  telegram = await new TelegramServer().start()
  zalo = await new ZaloServer().start()
  settings = {
    DATA_DIR: folder,
    PORT: '0',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.url,
  }
})
afterAll(async () => {
  await telegram.close()
  await zalo.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Ends the poll under way, which a stop waits for. */
const wakeZalo = () => zalo.deliver(zalo.event('message.unsupported.received', 'nobody', null))

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
/** Every number as it is written: "9.801", "6,3". */
const numbersIn = (text: string) => text.match(/\d+(?:[.,]\d+)*/g) ?? []

describe('the same 50 questions', () => {
  let app: App
  let service: Service
  /** As the HTTP API gives them. */
  let answers: Answer[]
  const said: string[] = []
  const logged: string[] = []

  beforeAll(async () => {
    const config = readConfig(settings)
    app = await openApp(config, { now: NOW })
    const log = createLog(config, (line) => void logged.push(line))
    service = await startService({ app, config, log, say: (line) => said.push(line), now: NOW })
    answers = []
    for (const question of QUESTIONS) {
      const res = await fetch(`${service.url}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
      })
      answers.push((await res.json()) as Answer)
    }
    QUESTIONS.forEach((question, i) => {
      telegram.say(i + 1, question)
      zalo.say(`c${i}`, question)
    })
  }, 60_000)
  afterAll(async () => {
    const closed = service.close()
    wakeZalo()
    await closed
    await app.close()
  })

  test('are judged', async () => {
    const [first] = answers
    const judged = { verdict: 'wrong', question: first?.question }
    const figureIds = first?.figures.map(({ id }) => id)
    const res = await fetch(`${service.url}/api/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...judged, answerText: first?.text, figureIds }),
    })
    expect(res.status).toBe(204)
  })

  /** What a channel shows holds the words of the answer whole, and no number that is not the answer's. */
  function compare(textOf: (i: number) => string): void {
    for (const [i, answer] of answers.entries()) {
      const reply = toReply(answer, app.port.indicatorName)
      const shown = squeezed(textOf(i).split('Nhắn số để chọn:')[0] ?? '')
      expect(shown).toContain(squeezed(reply.text))
      const known = new Set(numbersIn(JSON.stringify([reply, answer])))
      expect([answer.question, numbersIn(shown).filter((one) => !known.has(one))]).toEqual([
        answer.question,
        [],
      ])
      for (const { value } of reply.rows.filter(({ kind }) => kind === 'stored'))
        for (const number of numbersIn(value)) expect(numbersIn(shown)).toContain(number)
    }
  }

  test('are fifty, and for the most part answered with figures', () => {
    expect(new Set(QUESTIONS).size).toBe(50)
    expect(answers.map(({ question }) => question)).toEqual(QUESTIONS)
    expect(answers.filter(({ figures }) => figures.length > 0).length).toBeGreaterThanOrEqual(40)
    expect(answers.filter(({ outcome }) => outcome === 'unavailable')).toEqual([])
  })

  test('on Telegram', async () => {
    const textOf = (i: number) =>
      telegram
        .messagesTo(i + 1)
        .map(({ text }) => text ?? '')
        .join('\n\n')
    await telegram.until('all answers', () => QUESTIONS.every((_, i) => textOf(i) !== ''), 20_000)
    compare(textOf)
  })

  test('on Zalo', async () => {
    const textOf = (i: number) => zalo.textsTo(`c${i}`).join('\n\n')
    const isDone = () => QUESTIONS.every((_, i) => textOf(i) !== '')
    await expect.poll(isDone, { timeout: 20_000 }).toBe(true)
    compare((i) => textOf(i).replace(/^Bạn đang trò chuyện[^\n]*/, ''))
  })

  test('in the terminal', async () => {
    const texts: string[] = []
    for (const question of QUESTIONS) {
      const [input, output] = [new PassThrough(), new PassThrough()]
      input.end(`${question}\n`)
      await runChat(app.port, { input, output })
      output.end()
      texts.push(await readAll(output))
    }
    compare((i) => texts[i] ?? '')
  })

  test('leave no words and no tokens in the log, only what came of them', () => {
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>)
    const asked = lines.filter(({ msg }) => msg === 'question')
    for (const channel of ['web', 'telegram', 'zalo'])
      expect(asked.filter((line) => line['channel'] === channel)).toHaveLength(50)
    expect(asked[0]).toMatchObject({ outcome: 'answered', tookMs: expect.any(Number) })
    const whole = logged.join('') + said.join('')
    for (const secret of [telegram.token, zalo.token, 'Hải Dương', 'Sao Hỏa'])
      expect(whole).not.toContain(secret)
    expect(said.join('\n')).toMatch(/Kênh Telegram: .*\nKênh Zalo Bot: /)
  })
})

describe('the operator', () => {
  async function run(...args: string[]) {
    const env = { PATH: process.env['PATH'], ...settings }
    const child = spawn(process.execPath, [PROGRAM, ...args], { env, cwd: folder })
    const exited = once(child, 'exit')
    const [out, err] = await Promise.all([readAll(child.stdout), readAll(child.stderr)])
    return { code: (await exited)[0] as number, out, err }
  }

  test('sees what was not answered on all channels, and what was judged', async () => {
    const [missing, judged, wrong] = await Promise.all([
      run('unanswered', '--json'),
      run('feedback'),
      run('unanswered', '--limit', 'nhiều'),
    ])
    const asked = missing.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(asked).toContainEqual({
      question: 'Dân số Sao Hỏa năm 2023?',
      outcome: 'clarify',
      times: 4,
      firstAt: expect.any(String),
      lastAt: expect.any(String),
    })
    expect([missing.code, judged.code, wrong.code]).toEqual([0, 0, 2])
    expect(judged.out).toMatch(
      /^\S+Z \| web \| Sai \| Xuất khẩu Hải Dương năm 2023 tăng bao nhiêu\? \| f\d+/,
    )
    expect(wrong.err).toContain('--limit nhận số từ 1')
  })
})

describe('a restart', () => {
  /** The program itself, until it says where it listens. */
  async function start() {
    const env = { PATH: process.env['PATH'], ...settings, LOG_LEVEL: 'error' }
    const child = spawn(process.execPath, [PROGRAM, 'start'], { env, cwd: folder })
    const exited = once(child, 'exit') as Promise<[number | null, string | null]>
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (words: string) => {
      printed += words
    })
    child.stderr.on('data', (words: Buffer) => process.stderr.write(words))
    await expect.poll(() => printed, { timeout: 30_000 }).toContain('đang chạy tại')
    return { child, exited, printed: () => printed }
  }
  const QUESTION = 'Xuất khẩu Hải Dương năm 2023?'
  const chats = [101, 102, 103]
  const answersOf = (chat: number) =>
    telegram.messagesTo(chat).filter(({ text }) => text?.includes('9.801 triệu USD')).length
  const zaloAnswersOf = (chat: string) =>
    zalo.textsTo(chat).filter((text) => text.includes('9.801 triệu USD')).length

  test('loses and doubles nothing, whether killed or ended', async () => {
    const killed = await start()
    // The platforms take questions but break every answer: the process dies with all of them open.
    telegram.faults.add({ kind: 'drop-before', method: 'sendmessage', every: 1 })
    zalo.faults.add({ kind: 'drop-before', method: 'sendMessage', every: 1 })
    const asked = chats.map((chat) => telegram.say(chat, QUESTION))
    zalo.say('z1', QUESTION)
    const broken = () => telegram.faults.counts.get('drop-before') ?? 0
    await telegram.until('broken answers', () => broken() >= chats.length && zalo.waiting === 0)
    await expect.poll(() => zalo.faults.counts.get('drop-before') ?? 0).toBeGreaterThan(0)
    killed.child.kill('SIGKILL')
    await killed.exited
    telegram.faults.clear()
    zalo.faults.clear()
    expect(chats.map(answersOf)).toEqual([0, 0, 0])

    const second = await start()
    await telegram.until('the answers', () => chats.every((chat) => answersOf(chat) > 0), 10_000)
    await expect.poll(() => zaloAnswersOf('z1'), { timeout: 10_000 }).toBe(1)
    // Delivered again, and a new question behind it: only that one is answered.
    const last = asked.at(-1)
    if (last) telegram.repeatLast(last)
    telegram.say(104, QUESTION)
    await telegram.until('the new answer', () => answersOf(104) > 0)
    expect([...chats, 104].map(answersOf)).toEqual([1, 1, 1, 1])

    second.child.kill('SIGTERM')
    await expect.poll(() => second.printed()).toContain('Đang dừng…')
    wakeZalo()
    expect(await second.exited).toEqual([0, null])
    expect(zaloAnswersOf('z1')).toBe(1)
  }, 60_000)
})
