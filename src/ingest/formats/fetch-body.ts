/** One HTTP exchange with a checked address: no redirects, bounded size and time. */
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { AppError } from '../../model/errors.ts'
import type { CheckedAddress } from './fetch-address.ts'

export interface Exchange {
  readonly status: number
  readonly location: string | undefined
  readonly contentType: string
  readonly body: Uint8Array
}

export interface ExchangeLimits {
  readonly maxBytes: number
  /** Ends the exchange, wherever it stands. */
  readonly signal: AbortSignal
}

/** The name that sites may speak of in their robots.txt is the first word. */
export const USER_AGENT = 'HoiSo/0.1'

function open(
  url: URL,
  { address, family }: CheckedAddress,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent: false,
      signal,
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html,application/pdf,*/*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
      },
      // The checked address and no other: a name that resolves differently a moment later cannot win.
      lookup: (_host, options, done) => {
        if (options.all) done(null, [{ address, family }])
        else done(null, address, family)
      },
    })
    sent.once('response', resolve)
    sent.once('error', reject)
    sent.end()
  })
}

function decoded(response: IncomingMessage): Readable {
  const decoder = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase()
  const make = decoder[encoding as keyof typeof decoder]
  if (!make) return response
  const stream = make()
  response.once('error', (error) => stream.destroy(error))
  return response.pipe(stream)
}

function tooLarge(url: URL, maxBytes: number): AppError {
  const most = Math.round(maxBytes / 1024 / 1024)
  return new AppError('input-too-large', `Trang quá lớn (tối đa ${most} MB): ${url.href}`)
}

/** What comes out of the decoder is counted, so that a small bomb does not become a large text. */
async function readBody(
  response: IncomingMessage,
  url: URL,
  maxBytes: number,
): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(url, maxBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of decoded(response) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(url, maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Fetches one URL from one address. The body of a redirect is not read. Throws `fetch-failed` when the
 * machine cannot be talked to in time, `input-too-large` when the decoded body exceeds the limit.
 */
export async function exchange(
  url: URL,
  address: CheckedAddress,
  { maxBytes, signal }: ExchangeLimits,
): Promise<Exchange> {
  let response: IncomingMessage | undefined
  try {
    response = await open(url, address, signal)
    const status = response.statusCode ?? 0
    const head = {
      status,
      location: response.headers.location,
      contentType: response.headers['content-type'] ?? '',
    }
    if (REDIRECTS.has(status)) return { ...head, body: new Uint8Array() }
    return { ...head, body: await readBody(response, url, maxBytes) }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const why = signal.aborted ? 'quá thời gian chờ' : 'không kết nối được hoặc bị ngắt giữa chừng'
    throw new AppError('fetch-failed', `Không tải được ${url.href}: ${why}`, { cause })
  } finally {
    response?.destroy()
  }
}
