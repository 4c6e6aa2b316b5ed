/** The HTTP API: questions, checks, figures, judgements. */
import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import { chartOfAnswer } from '../../chart/from-answer.ts'
import type { Answer } from '../../model/answer.ts'
import { capitalise } from '../../vietnamese/format.ts'
import type { AppPort, ProgressStep } from '../app-port.ts'
import type { ChartShelf, ShelvedChart } from '../chart-shelf.ts'
import { answerCsv } from '../csv.ts'
import { type Reply, toReply } from '../reply.ts'
import { DISCLAIMER, DISCLAIMER_SHORT, EXAMPLES, MAX_QUESTION } from '../texts.ts'
import { limitBody } from './guard.ts'
import { problemOf, RequestRefused } from './problems.ts'
import { askBody, checkBody, feedbackBody, readBody, readFiguresQuery } from './request.ts'

const PING_MS = 15_000

export interface ApiParts {
  readonly app: AppPort
  readonly charts: ChartShelf
  readonly log: Logger
}

/** What the chat page gets: the answer, and the same answer made ready for showing. */
export interface ShownAnswer extends Answer {
  readonly view: Reply & { readonly csv: string; readonly chart: ShelvedChart | null }
}

function shown(app: AppPort, charts: ChartShelf, answer: Answer): ShownAnswer {
  const name = (code: string) => app.indicatorName(code)
  const spec = chartOfAnswer(answer, (code) => capitalise(name(code)))
  const chart = spec ? charts.put(spec) : null
  return { ...answer, view: { ...toReply(answer, name), csv: answerCsv(answer, name), chart } }
}

/**
 * Streams the steps and then the whole verified answer in one `answer` event; a failure is one `error`
 * event. No part of an answer leaves before it is verified.
 */
function streamAnswer(
  c: Context,
  { app, charts, log }: ApiParts,
  body: { question: string; conversation: string | undefined },
): Response {
  const response = streamSSE(c, async (stream) => {
    const send = (event: string, data: unknown) =>
      stream.writeSSE({ event, data: JSON.stringify(data) })
    // Writes are queued in order, so a step never arrives after the answer.
    const progress = (step: ProgressStep) => void send('progress', { step })
    const ping = setInterval(() => void stream.write(': ping\n\n'), PING_MS)
    try {
      progress('received')
      const answer = await app.ask(body.question, body.conversation, progress)
      await send('answer', shown(app, charts, answer))
    } catch (error) {
      const problem = problemOf(error)
      log.error({ err: error, code: problem.code }, 'answer-failed')
      await send('error', { error: { code: problem.code, message: problem.message } })
    } finally {
      clearInterval(ping)
    }
  })
  // Proxies must neither compress nor collect the events.
  response.headers.set('Cache-Control', 'no-cache, no-transform')
  response.headers.set('X-Accel-Buffering', 'no')
  return response
}

function refuseMethod(allowed: string) {
  return (c: Context): never => {
    c.header('Allow', allowed)
    throw new RequestRefused(
      405,
      'call-wrong',
      `Địa chỉ này chỉ nhận phương thức ${allowed}, không nhận ${c.req.method}.`,
    )
  }
}

/** The routes under `/api`. Failures are thrown and become JSON at the one error handler. */
export function apiRoutes(parts: ApiParts): Hono {
  const { app } = parts
  const api = new Hono()
  api.use(limitBody())
  api.post('/ask', async (c) => {
    const body = await readBody(c, askBody)
    if (c.req.header('accept')?.includes('text/event-stream')) {
      return streamAnswer(c, parts, body)
    }
    return c.json(await app.ask(body.question, body.conversation))
  })
  api.post('/check', async (c) => c.json(await app.check((await readBody(c, checkBody)).text)))
  api.post('/feedback', async (c) => {
    const body = await readBody(c, feedbackBody)
    if (!app.feedback) {
      throw new RequestRefused(404, 'not-found', 'Hệ thống này không nhận đánh giá.')
    }
    await app.feedback({ ...body, channel: 'web' })
    return c.body(null, 204)
  })
  api.get('/figures', async (c) => c.json(await app.figures(readFiguresQuery(c))))
  api.get('/start', (c) =>
    c.json({
      examples: app.examples?.() ?? EXAMPLES,
      feedback: app.feedback !== undefined,
      maxQuestion: MAX_QUESTION,
      disclaimer: DISCLAIMER,
      disclaimerShort: DISCLAIMER_SHORT,
    }),
  )
  for (const path of ['/ask', '/check', '/feedback']) api.all(path, refuseMethod('POST'))
  for (const path of ['/figures', '/start']) api.all(path, refuseMethod('GET'))
  return api
}
