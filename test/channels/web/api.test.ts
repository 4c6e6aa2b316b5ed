import { request } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebServer, type WebServer } from '../../../src/channels/web/server.ts'
import { type FakeApp, fakeApp } from '../fake-app.ts'

const log = pino({ level: 'silent' })
let app: FakeApp
let web: WebServer

beforeAll(async () => {
  app = fakeApp()
  web = await createWebServer({ app, host: '127.0.0.1', port: 0, log })
})
afterAll(() => web.close())

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(web.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

async function refusal(response: Response) {
  const body = (await response.json()) as { error: { code: string; message: string } }
  expect(Object.keys(body)).toEqual(['error'])
  return { status: response.status, ...body.error }
}

/** Events of a finished stream in order. */
async function events(response: Response) {
  return (await response.text())
    .split('\n\n')
    .filter(Boolean)
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1],
      data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null'),
    }))
}

describe('POST /api/ask', () => {
  it('returns the answer of the contract and nothing besides', async () => {
    const response = await post('/api/ask', { question: ' Xuất khẩu Hải Dương 2023? ' })
    expect(response.status).toBe(200)
    const answer = (await response.json()) as Record<string, unknown>
    expect(answer).toMatchObject({
      question: 'Xuất khẩu Hải Dương 2023?',
      outcome: 'answered',
      figures: [{ value: '-6.3' }, { value: '9801' }],
    })
    expect(answer).not.toHaveProperty('view')
  })

  it('passes the conversation on', async () => {
    await post('/api/ask', { question: 'còn Hải Phòng?', conversation: 'c77' })
    expect(app.asked.at(-1)).toEqual({ question: 'còn Hải Phòng?', conversation: 'c77' })
  })

  it('takes decomposed letters as composed ones', async () => {
    await post('/api/ask', { question: 'tỷ'.normalize('NFD') })
    expect(app.asked.at(-1)?.question).toBe('tỷ')
  })

  it.each([
    ['an empty question', { question: '  ' }, 400, 'input-invalid', 'Hãy gửi câu hỏi'],
    ['no question', {}, 400, 'input-invalid', 'Hãy gửi câu hỏi'],
    ['a number', { question: 3 }, 400, 'input-invalid', 'Hãy gửi câu hỏi'],
    ['a long question', { question: 'a'.repeat(1001) }, 400, 'input-invalid', 'dài quá 1000'],
    ['broken JSON', '{"question"', 400, 'input-invalid', 'không phải JSON'],
    ['a list', '[]', 400, 'input-invalid', 'không hợp lệ'],
    [
      'a wrong conversation',
      { question: 'a', conversation: 5 },
      400,
      'input-invalid',
      'conversation',
    ],
    ['a huge body', { question: 'a'.repeat(600_000) }, 413, 'input-too-large', '512 KB'],
  ])('refuses %s', async (_name, body, status, code, words) => {
    const refused = await refusal(await post('/api/ask', body))
    expect(refused).toMatchObject({ status, code })
    expect(refused.message).toContain(words)
  })

  it('refuses another content type', async () => {
    const response = await post('/api/ask', '{"question":"a"}', { 'Content-Type': 'text/plain' })
    expect(await refusal(response)).toMatchObject({ status: 415, code: 'input-unsupported' })
  })

  it('refuses a huge body whose length is not announced', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${web.url}/api/ask`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
      })
      call.on('response', (response) => resolve(response.statusCode))
      call.on('error', reject)
      for (let i = 0; i < 10; i++) call.write('a'.repeat(100_000))
      call.end()
    })
    expect(status).toBe(413)
  })

  it.each(['hỏng', 'khóa'])(
    'says that a part is broken, not that there are no data (%s)',
    async (word) => {
      const refused = await refusal(await post('/api/ask', { question: word }))
      expect(refused).toMatchObject({ status: 503, code: 'unavailable' })
      expect(refused.message).toContain('không có nghĩa là không có số liệu')
      expect(refused.message).not.toMatch(/secret|\/a\/b/)
    },
  )

  it('names the method to use', async () => {
    const response = await fetch(`${web.url}/api/ask`)
    expect(response.headers.get('allow')).toBe('POST')
    expect(await refusal(response)).toMatchObject({ status: 405 })
  })
})

describe('POST /api/ask as a stream', () => {
  const stream = (question: string) =>
    post('/api/ask', { question }, { Accept: 'text/event-stream' })

  it('sends the steps and then one whole answer, ready for showing', async () => {
    const response = await stream('Xuất khẩu Hải Dương 2023?')
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toContain('no-transform')
    const all = await events(response)
    expect(all.map(({ event }) => event)).toEqual([...Array(5).fill('progress'), 'answer'])
    expect(all.slice(0, -1).map(({ data }) => data.step)).toEqual([
      'received',
      'understand',
      'find',
      'compose',
      'verify',
    ])
    const answer = all.at(-1)?.data
    expect(answer.view.rows[1]).toMatchObject({
      indicator: 'Kim ngạch xuất khẩu',
      value: '9.801 triệu USD',
      period: 'năm 2023',
      statusLabel: 'Ước tính',
      page: '/so-lieu/f1',
    })
    expect(answer.view.csv).toContain('f1,Kim ngạch xuất khẩu,,Hải Dương,2023,Giá trị,9801,')
  })

  it('lets no word of the answer out before the answer', async () => {
    const text = await (await stream('Xuất khẩu Hải Dương 2023?')).text()
    expect(text.split('event: answer')[0]).not.toMatch(/9\.?801|6[.,]3/)
  })

  it('ends a failure with one error event', async () => {
    const all = await events(await stream('hỏng'))
    expect(all.at(-1)).toMatchObject({ event: 'error', data: { error: { code: 'unavailable' } } })
    expect(JSON.stringify(all)).not.toContain('secret')
  })
})

describe('GET /api/figures', () => {
  const get = (query: string) => fetch(`${web.url}/api/figures?${query}`)

  it('returns a page of figures and where the next begins', async () => {
    const response = await get('area=Hải Dương&indicator=exports&period=2023&measure=level&status=')
    expect(await response.json()).toMatchObject({
      figures: [{ id: 'f1' }, { id: 'f2' }],
      next: 'f2',
    })
    expect(app.queries.at(-1)).toEqual({
      area: 'Hải Dương',
      indicator: 'exports',
      period: '2023',
      measure: 'level',
    })
  })

  it.each([
    ['aera=x', 'aera'],
    ['measure=speed', 'level'],
    ['status=maybe', 'actual'],
    ['period=last', '2024-9M'],
    ['limit=0', 'limit'],
    ['limit=9999', 'limit'],
    ['area=Hải Dưng', 'Gần nhất: Hải Dương'],
  ])('refuses %s with what can be used', async (query, words) => {
    const refused = await refusal(await get(query))
    expect(refused.status).toBe(400)
    expect(refused.message).toContain(words)
  })
})

describe('other calls', () => {
  it('checks a text', async () => {
    const response = await post('/api/check', { text: 'Xuất khẩu 9.801 triệu USD.' })
    expect(await response.json()).toMatchObject({
      text: 'Xuất khẩu 9.801 triệu USD.',
      claims: [{ start: 10, verdict: 'match' }],
    })
    expect(await refusal(await post('/api/check', { text: '' }))).toMatchObject({ status: 400 })
  })

  it('keeps a judgement', async () => {
    const judgement = { verdict: 'wrong', question: 'a', answerText: 'b', figureIds: ['f1'] }
    expect((await post('/api/feedback', judgement)).status).toBe(204)
    expect(app.judged.at(-1)).toEqual({ ...judgement, comment: null, channel: 'web' })
    expect((await post('/api/feedback', { ...judgement, verdict: 'good' })).status).toBe(400)
  })

  it('answers what lives', async () => {
    expect((await fetch(`${web.url}/healthz`)).status).toBe(200)
  })

  it('names the addresses there are', async () => {
    const refused = await refusal(await fetch(`${web.url}/api/nothing`))
    expect(refused).toMatchObject({ status: 404, code: 'not-found' })
    expect(refused.message).toContain('POST /api/ask')
  })
})

/** fetch sets Host by itself; this one does not. */
function statusWithHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port: web.port, host: '127.0.0.1', path: '/', headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('who may call', () => {
  it.each([
    ['127.0.0.1:3000', 200],
    ['localhost', 200],
    ['[::1]:80', 200],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
  ])('Host %s gets %i', async (host, status) => {
    expect(await statusWithHost(host)).toBe(status)
  })

  it('lets only listed origins read answers', async () => {
    const open = await createWebServer({
      app,
      host: '127.0.0.1',
      port: 0,
      log,
      publicUrl: 'https://hoiso.example',
      embedOrigins: ['https://so.example'],
    })
    const preflight = (origin: string) =>
      fetch(`${open.url}/api/ask`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      })
    const allowed = await preflight('https://so.example')
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://so.example')
    const refused = await preflight('https://evil.example')
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    const frame = await fetch(`${open.url}/nhung`)
    expect(frame.headers.get('content-security-policy')).toContain(
      "frame-ancestors 'self' https://so.example",
    )
    expect(frame.headers.get('x-frame-options')).toBeNull()
    await open.close()
  })
})
