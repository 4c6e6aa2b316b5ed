/** The web channel: chat page, pages of figures and articles, HTTP API, on one HTTP server. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { Logger } from 'pino'
import { AppError } from '../../model/errors.ts'
import type { AppPort } from '../app-port.ts'
import { type ChartShelf, createChartShelf } from '../chart-shelf.ts'
import { apiRoutes } from './api.ts'
import { allowOrigins, hostGuard, protectiveHeaders } from './guard.ts'
import { pageRoutes } from './page-routes.ts'
import { messagePage } from './pages/message.ts'
import { type Problem, problemJson, problemOf, wantsJson } from './problems.ts'

export interface WebOptions {
  readonly app: AppPort
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The address people use, where it is not `http://host:port`. */
  readonly publicUrl?: string | undefined
  readonly log: Logger
  /** Origins ("https://so.example.gov.vn") whose pages may embed the chat; none by default. */
  readonly embedOrigins?: readonly string[]
  /** Where charts wait to be fetched; shared with channels that send pictures by address. */
  readonly charts?: ChartShelf
  /** Adds routes of other channels (webhooks, charts) before the fallbacks. */
  readonly extend?: (web: Hono) => void
}

export interface WebServer {
  /** Where a browser on this machine finds it: `http://127.0.0.1:3000`. */
  readonly url: string
  readonly port: number
  /** Takes no more connections, lets running answers finish for up to five seconds, then ends. */
  close(): Promise<void>
}

const ASSETS_FOLDER = fileURLToPath(new URL('./assets/', import.meta.url))
const GRACE_MS = 5_000

const HEADINGS: Readonly<Record<number, string>> = {
  403: 'Yêu cầu bị từ chối',
  404: 'Không tìm thấy trang này',
  503: 'Tạm thời có trục trặc',
}

function problemResponse(c: Context, problem: Problem): Response | Promise<Response> {
  if (wantsJson(c.req.path)) return problemJson(c, problem)
  const heading = HEADINGS[problem.status] ?? 'Yêu cầu không hợp lệ'
  return c.html(messagePage(heading, problem.message), problem.status)
}

function assetRoutes(): Hono {
  const assets = new Hono()
  assets.use(compress(), etag())
  assets.use(async (c, next) => {
    // Other sites' pages load the chat from here; the files hold nothing of a user.
    c.header('Access-Control-Allow-Origin', '*')
    await next()
  })
  const rewriteRequestPath = (path: string) => path.replace(/^\/assets\//, '/')
  assets.get('/*', serveStatic({ root: ASSETS_FOLDER, rewriteRequestPath, index: '' }))
  return assets
}

/** The web channel as a Hono application, without a listening server. */
export function createWebApp(options: Omit<WebOptions, 'port'>): Hono {
  const { app, host, publicUrl, log, embedOrigins = [], charts = createChartShelf() } = options
  const isHttps = publicUrl?.startsWith('https://') ?? false
  const headers = (framedBy: readonly string[], sharedAcrossOrigins: boolean) =>
    protectiveHeaders({ framedBy, isHttps, sharedAcrossOrigins })
  const forPages = headers([], false)
  const forFrame = headers(["'self'", ...embedOrigins], false)
  const forAssets = headers([], true)

  const web = new Hono()
  web.onError((error, c) => {
    const problem = problemOf(error)
    if (problem.status >= 500) log.error({ err: error, path: c.req.path }, 'request-failed')
    return problemResponse(c, problem)
  })
  web.notFound((c) =>
    problemResponse(c, {
      status: 404,
      code: 'not-found',
      message: wantsJson(c.req.path)
        ? `Không có địa chỉ ${c.req.path}. Các địa chỉ dùng được: POST /api/ask, POST /api/check, GET /api/figures, GET /healthz.`
        : 'Địa chỉ này không có trong hệ thống. Hãy quay về trang hỏi đáp.',
    }),
  )
  web.use(async (c, next) => {
    if (c.req.path === '/nhung') return forFrame(c, next)
    const isShared = /^\/(assets|bieu-do)\//.test(c.req.path)
    return isShared ? forAssets(c, next) : forPages(c, next)
  })
  web.get('/healthz', (c) => c.json({ status: 'ok' }))
  web.use(hostGuard(host, publicUrl))
  web.use(async (c, next) => {
    await next()
    // Figures are corrected; what is shown must be asked for again.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache')
  })
  web.use('/api/*', allowOrigins(embedOrigins))
  web.route('/api', apiRoutes({ app, charts, log }))
  web.route('/assets', assetRoutes())
  options.extend?.(web)
  web.route('/', pageRoutes(app, charts))
  return web
}

function listenFailure(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const context = { host, port }
  if (code === 'EADDRINUSE') {
    return new AppError(
      'port-in-use',
      `Cổng ${port} trên ${host} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc chọn cổng khác, ví dụ: PORT=${port < 65_535 ? port + 1 : port - 1} npm start`,
      { cause: error, context },
    )
  }
  if (code === 'EACCES') {
    return new AppError(
      'config-invalid',
      `Không có quyền mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên, ví dụ: PORT=3000 npm start`,
      { cause: error, context },
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new AppError(
      'config-invalid',
      `Máy này không có địa chỉ ${host}. Hãy đặt HOST=127.0.0.1 (chỉ máy này) hoặc HOST=0.0.0.0 (mọi máy trong mạng).`,
      { cause: error, context },
    )
  }
  return error
}

async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw listenFailure(error, host, port)
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  return address
}

/** The host of an address that can be opened; "every address" is none. */
function openableHost({ address, family }: AddressInfo): string {
  if (address === '0.0.0.0') return '127.0.0.1'
  if (address === '::') return '[::1]'
  return family === 'IPv6' ? `[${address}]` : address
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const deadline = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(deadline)
}

/**
 * Starts the web channel. Throws AppError `port-in-use` when the port is taken, `config-invalid` when
 * the address or port cannot be used.
 */
export async function createWebServer(options: WebOptions): Promise<WebServer> {
  const { host, port } = options
  const server = createAdaptorServer({ fetch: createWebApp(options).fetch }) as Server
  const address = await listen(server, host, port)
  return {
    url: `http://${openableHost(address)}:${address.port}`,
    port: address.port,
    close: () => closeServer(server),
  }
}
