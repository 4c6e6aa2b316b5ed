/** Talking to the server. Every failure becomes a RequestFailure with a sentence for the user. */

/** The folder above the assets: where the service lives, also when another site embeds the chat. */
export const BASE = new URL('../', import.meta.url)

const PATIENCE_MS = 90_000

export class RequestFailure extends Error {
  name = 'RequestFailure'
}

/** A path of the service ("/so-lieu/1") as a full address. */
export function addressOf(path) {
  return new URL(path.replace(/^\//, ''), BASE).href
}

function connectionFailure() {
  return new RequestFailure(
    navigator.onLine === false
      ? 'Máy của quý vị đang ngoại tuyến. Hãy kiểm tra kết nối mạng rồi thử lại.'
      : 'Không kết nối được với máy chủ. Điều này không có nghĩa là không có số liệu; vui lòng thử lại sau ít phút.',
  )
}

async function refusal(response) {
  const body = await response.json().catch(() => null)
  return new RequestFailure(
    body?.error?.message ?? 'Máy chủ đang gặp trục trặc. Vui lòng thử lại sau ít phút.',
  )
}

function post(path, body, accept, signal) {
  return fetch(addressOf(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify(body),
    credentials: 'omit',
    signal,
  })
}

/** One block of an event stream; our server writes each event's data as one line. */
function eventOf(block) {
  return {
    event: /^event: ?(.*)$/m.exec(block)?.[1] ?? 'message',
    data: /^data: ?(.*)$/m.exec(block)?.[1],
  }
}

/** Events of a `text/event-stream`, as they come: `{ event, data }`. */
async function* eventsOf(stream) {
  let rest = ''
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (rest + value).split('\n\n')
    rest = blocks.pop()
    yield* blocks.map(eventOf).filter(({ data }) => data !== undefined)
  }
}

async function readAnswer(response, onStep) {
  for await (const { event, data } of eventsOf(response.body)) {
    const value = JSON.parse(data)
    if (event === 'progress') onStep(value.step)
    if (event === 'answer') return value
    if (event === 'error') throw new RequestFailure(value.error.message)
  }
  throw new RequestFailure('Kết nối bị ngắt trước khi có câu trả lời. Vui lòng thử lại.')
}

/**
 * Asks a question; resolves with the whole verified answer. `onStep` hears the steps. Throws
 * RequestFailure, or an AbortError when `signal` was used to stop.
 */
export async function ask(question, conversation, { signal, onStep }) {
  const body = { question, ...(conversation ? { conversation } : {}) }
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
  try {
    const response = await post('api/ask', body, 'text/event-stream', patience)
    if (!response.ok) throw await refusal(response)
    return await readAnswer(response, onStep)
  } catch (error) {
    if (error instanceof RequestFailure || error.name === 'AbortError') throw error
    if (error.name === 'TimeoutError') {
      throw new RequestFailure('Câu trả lời mất quá nhiều thời gian. Vui lòng thử lại.')
    }
    throw connectionFailure()
  }
}

/** Sends Đúng or Sai. Throws RequestFailure. */
export async function judge(feedback) {
  const response = await post('api/feedback', feedback, 'application/json').catch(() => {
    throw connectionFailure()
  })
  if (!response.ok) throw await refusal(response)
}

/** What the chat starts with: examples, limits, disclaimer; a plain start when it cannot be had. */
export async function loadStart() {
  try {
    const response = await fetch(addressOf('api/start'), { credentials: 'omit' })
    if (response.ok) return await response.json()
  } catch {
    // The chat opens without examples; asking will tell what is wrong.
  }
  return { examples: [], feedback: false, maxQuestion: 1000, disclaimer: '', disclaimerShort: '' }
}
