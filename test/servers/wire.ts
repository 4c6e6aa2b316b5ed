/** HTTP as the messaging platforms take it: JSON, form, query and multipart bodies; faults on demand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface UploadedFile {
  readonly name: string
  readonly filename: string
  readonly type: string
  readonly bytes: Buffer
}

export interface Call {
  readonly path: string
  readonly fields: Record<string, unknown>
  readonly files: readonly UploadedFile[]
  readonly contentType: string
  readonly headers: IncomingMessage['headers']
  /** The body as it came. */
  readonly raw: Buffer
}

/** Splits a multipart body; header values may be quoted or not. Throws on a body that is none. */
export function parseMultipart(
  body: Buffer,
  boundary: string,
): { fields: Record<string, string>; files: UploadedFile[] } {
  const fields: Record<string, string> = {}
  const files: UploadedFile[] = []
  const edge = Buffer.from(`--${boundary}`)
  let at = body.indexOf(edge)
  if (at < 0) throw new Error('multipart body without its boundary')
  for (;;) {
    at += edge.length
    if (body.subarray(at, at + 2).toString() === '--') return { fields, files }
    const headEnd = body.indexOf('\r\n\r\n', at)
    const next = body.indexOf(edge, headEnd)
    if (headEnd < 0 || next < 0) throw new Error('multipart part without an end')
    const head = body.subarray(at, headEnd).toString('utf8')
    const content = body.subarray(headEnd + 4, next - 2)
    const name = /[;\s]name="?([^";\r\n]+)"?/i.exec(head)?.[1] ?? ''
    const filename = /filename="?([^";\r\n]+)"?/i.exec(head)?.[1]
    const type = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? 'text/plain'
    if (filename === undefined) fields[name] = content.toString('utf8')
    else files.push({ name, filename, type, bytes: Buffer.from(content) })
    at = next
  }
}

async function readRaw(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The call that a request makes: query and body fields together. */
export async function readCall(req: IncomingMessage): Promise<Call> {
  const url = new URL(req.url ?? '/', 'http://server')
  const raw = await readRaw(req)
  const contentType = req.headers['content-type'] ?? ''
  const query: Record<string, unknown> = Object.fromEntries(url.searchParams)
  const call = { path: url.pathname, contentType, headers: req.headers, raw }
  if (raw.length === 0) return { ...call, fields: query, files: [] }
  if (contentType.startsWith('application/json')) {
    const body = JSON.parse(raw.toString('utf8')) as Record<string, unknown>
    return { ...call, fields: { ...query, ...body }, files: [] }
  }
  if (contentType.startsWith('multipart/form-data')) {
    const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? ''
    const { fields, files } = parseMultipart(raw, boundary)
    return { ...call, fields: { ...query, ...fields }, files }
  }
  const form = Object.fromEntries(new URLSearchParams(raw.toString('utf8')))
  return { ...call, fields: { ...query, ...form }, files: [] }
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (res.destroyed) return
  res.writeHead(status, { 'content-type': 'application/json', ...headers })
  res.end(JSON.stringify(body))
}

export interface Listening {
  readonly url: string
  readonly server: Server
  close(): Promise<void>
}

/** A server on a free port of loopback; `close` cuts open connections. */
export async function listen(
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
): Promise<Listening> {
  const sockets = new Set<Socket>()
  const server = createServer((req, res) => {
    handle(req, res).catch((error: unknown) => {
      // A fault of the test server itself must be seen, not read as the platform's answer.
      process.stderr.write(`test server: ${error instanceof Error ? error.stack : error}\n`)
      res.destroy()
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

export type FaultKind =
  | 'too-many-requests'
  | 'bad-gateway'
  | 'html-429'
  /** The connection breaks before the call is carried out. */
  | 'drop-before'
  /** The connection breaks after the call was carried out. */
  | 'drop-after'

export interface Fault {
  readonly kind: FaultKind
  /** Calls it hits; all when left out. */
  readonly method?: string | RegExp
  /** Every so many matching calls (1: each). */
  readonly every: number
  /** How often in all; without end when left out. */
  readonly times?: number
  readonly retryAfter?: number
}

/** Decides which call is hit by which fault; counts what it did. */
export class Faults {
  readonly counts = new Map<FaultKind, number>()
  readonly #rules: { fault: Fault; seen: number; done: number }[] = []

  add(fault: Fault): void {
    this.#rules.push({ fault, seen: 0, done: 0 })
  }

  clear(): void {
    this.#rules.length = 0
  }

  /** The fault that hits this call, if any. */
  next(method: string): Fault | undefined {
    for (const rule of this.#rules) {
      const { fault } = rule
      const wanted = fault.method
      const matches =
        wanted === undefined || (wanted instanceof RegExp ? wanted.test(method) : wanted === method)
      if (!matches || (fault.times !== undefined && rule.done >= fault.times)) continue
      rule.seen++
      if (rule.seen % fault.every !== 0) continue
      rule.done++
      this.counts.set(fault.kind, (this.counts.get(fault.kind) ?? 0) + 1)
      return fault
    }
    return undefined
  }
}

/** Width and height of a PNG or JPEG; undefined for anything else. */
export function imageSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n')
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  if (bytes.readUInt16BE(0) === 0xffd8) return { width: 1, height: 1 }
  return undefined
}
