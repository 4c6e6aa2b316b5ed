/** The owner's endpoint: the methods of a store as JSON over HTTP on 127.0.0.1, for who knows the token. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../model/errors.ts'
import type { Store } from './store.ts'

/**
 * What crosses processes. `again`: doing it twice does no harm, so a call whose answer was lost is
 * repeated; `once`: it may be repeated only when it surely did not arrive.
 */
export const METHODS = {
  saveArticle: 'again',
  saveArticles: 'again',
  forgetArticle: 'once',
  findArticle: 'again',
  listArticles: 'again',
  outdatedArticles: 'again',
  findFigures: 'again',
  findFiguresMany: 'again',
  whatIsKnown: 'again',
  searchPassages: 'again',
  coverage: 'again',
  correctFigure: 'once',
  rejectFigure: 'once',
  dataVersion: 'again',
  getMeta: 'again',
  setMeta: 'again',
  receiveItem: 'again',
  finishItem: 'again',
  unfinishedItems: 'again',
  recall: 'again',
  remember: 'again',
  keepFeedback: 'once',
  listFeedback: 'again',
  countUnanswered: 'once',
  listUnanswered: 'again',
  forgetOld: 'again',
  ping: 'again',
} as const satisfies Record<Exclude<keyof Store, 'kind' | 'close'>, 'again' | 'once'>

export type Method = keyof typeof METHODS

/** What an endpoint answers with status 200. */
export type Reply =
  | { readonly result: unknown }
  | { readonly error: Pick<AppError, 'code' | 'message' | 'context'> }

const LARGEST_CALL = 256 * 1024 * 1024

export interface Endpoint {
  readonly port: number
  /** Calls wait until this is given, so that the endpoint can be named before the store is open. */
  serve(store: Store): void
  /** Every waiting and later call gets this error. */
  fail(error: unknown): void
  /** Answers what has arrived and takes nothing more. */
  close(): Promise<void>
}

/** Listens on a free port of 127.0.0.1. */
export async function openEndpoint(token: string): Promise<Endpoint> {
  const store = Promise.withResolvers<Store>()
  // Nobody may be waiting when it fails.
  store.promise.catch(() => {})
  const server = createServer((request, response) => {
    // A connection kept open would hold up the closing.
    if (!server.listening) response.setHeader('connection', 'close')
    void answer(request, response, { token, store: store.promise })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  // An endpoint alone keeps no process alive.
  server.unref()
  return {
    port: (server.address() as AddressInfo).port,
    serve: store.resolve,
    fail: store.reject,
    close: () => closeServer(server),
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { token, store }: { readonly token: string; readonly store: Promise<Store> },
): Promise<void> {
  const method = (request.url ?? '').slice(1)
  if (!knowsToken(request, token)) return send(response, 401)
  if (request.method !== 'POST' || !isMethod(method)) return send(response, 404)
  try {
    const call = (await store)[method] as (...parameters: unknown[]) => Promise<unknown>
    const parameters = JSON.parse(await readBody(request)) as unknown[]
    send(response, 200, { result: (await call(...parameters)) ?? null })
  } catch (error) {
    if (error instanceof AppError) {
      const { code, message, context } = error
      send(response, 200, { error: { code, message, context } })
    } else send(response, 500, { error: String(error) })
  }
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(METHODS, name)
}

/** Compared by hash, so that the time taken tells nothing about the token. */
function knowsToken(request: IncomingMessage, token: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_CALL) throw new Error('a call is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body === undefined ? '' : JSON.stringify(body))
}
