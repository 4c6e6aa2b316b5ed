/** Reads an article from the web, by the rules of its site and never from inside our own network. */
import { extname } from 'node:path'
import { AppError } from '../../model/errors.ts'
import { decodeText, sniffFormat } from '../read-decode.ts'
import { readJsonRecord, toRecord } from '../read-record.ts'
import { plainDocument, type SourceDocument } from './document.ts'
import { checkAddress, type Resolve, systemResolve } from './fetch-address.ts'
import { type Exchange, exchange, USER_AGENT } from './fetch-body.ts'

export interface FetchOptions {
  readonly maxBytes: number
  /** Private hosts (or `host:port`) that may be read; none by default. */
  readonly allowHosts?: readonly string[]
  /** For the whole of one address with its redirects and robots.txt. */
  readonly timeoutMs?: number
  readonly resolve?: Resolve
}

interface Fetched extends Exchange {
  readonly url: URL
}

const TIMEOUT_MS = 30_000
const MOST_REDIRECTS = 5
const ROBOTS_BYTES = 512 * 1024
const MOST_ROBOTS = 500

type Robots = { readonly isAllowed: (url: string, agent?: string) => boolean | undefined }
/** Rules of the sites read lately; a folder of addresses asks each site once. */
const ROBOTS = new Map<string, Robots>()

async function follow(
  start: URL,
  options: FetchOptions,
  signal: AbortSignal,
  mayRead: (url: URL) => Promise<void>,
): Promise<Fetched> {
  const visited = new Set<string>()
  let url = start
  while (visited.size <= MOST_REDIRECTS) {
    if (visited.has(url.href))
      throw new AppError('fetch-failed', `Địa chỉ chuyển hướng vòng tròn: ${start.href}`)
    visited.add(url.href)
    const address = await checkAddress(
      url,
      options.allowHosts ?? [],
      options.resolve ?? systemResolve,
    )
    await mayRead(url)
    const answer = await exchange(url, address, { maxBytes: options.maxBytes, signal })
    if (answer.location === undefined || answer.status < 300 || answer.status >= 400)
      return { ...answer, url }
    if (!URL.canParse(answer.location, url.href))
      throw new AppError('fetch-failed', `Chuyển hướng hỏng: ${start.href}`)
    url = new URL(answer.location, url)
    url.hash = ''
  }
  throw new AppError('fetch-failed', `Chuyển hướng quá ${MOST_REDIRECTS} lần: ${start.href}`)
}

/** The rules of a site: none where it has no robots.txt; a site whose rules cannot be read is left alone. */
async function robotsOf(url: URL, options: FetchOptions, signal: AbortSignal): Promise<Robots> {
  const known = ROBOTS.get(url.origin)
  if (known) return known
  const { default: parseRobots } = await import('robots-parser')
  const place = new URL('/robots.txt', url)
  const limits = { ...options, maxBytes: ROBOTS_BYTES }
  const answer = await follow(place, limits, signal, async () => undefined)
  if (answer.status >= 500) {
    throw new AppError(
      'fetch-refused',
      `Không đọc ${url.host}: robots.txt của trang đang báo lỗi ${answer.status}`,
    )
  }
  const words = answer.status === 200 ? Buffer.from(answer.body).toString('utf8') : ''
  const make = parseRobots as unknown as (place: string, words: string) => Robots
  const robots = make(place.href, words)
  if (ROBOTS.size >= MOST_ROBOTS) ROBOTS.clear()
  ROBOTS.set(url.origin, robots)
  return robots
}

const FORMATS: readonly { readonly type: RegExp; readonly format: string }[] = [
  { type: /^(?:text\/html|application\/xhtml\+xml)/, format: '.html' },
  { type: /^application\/pdf/, format: '.pdf' },
  { type: /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml/, format: '.docx' },
  { type: /^application\/json/, format: '.json' },
  { type: /^text\/(?:plain|markdown)/, format: '.txt' },
]

/** By the bytes where they are clear, else by what the server says, else by the name of the file. */
function formatOf({ body, contentType, url }: Fetched): string {
  const sniffed = sniffFormat(body)
  if (sniffed === 'PDF') return '.pdf'
  if (sniffed === 'ZIP/DOCX') return '.docx'
  const said = FORMATS.find(({ type }) => type.test(contentType.toLowerCase()))?.format
  if (said !== undefined) return said
  const isUnsaid = contentType === '' || contentType.startsWith('application/octet-stream')
  return isUnsaid ? extname(url.pathname).toLowerCase() || '.html' : contentType
}

async function toDocument(fetched: Fetched): Promise<SourceDocument> {
  const { body, contentType, url } = fetched
  const name = url.href
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]
  if (body.length === 0) throw new AppError('input-empty', `Trang trống: ${name}`)
  switch (formatOf(fetched)) {
    case '.pdf':
      return (await import('./pdf.ts')).readPdf(body, name)
    case '.docx':
      return (await import('./docx.ts')).readDocx(body, name)
    case '.json':
      return plainDocument(readJsonRecord(decodeText(body, name, charset), name))
    case '.txt':
    case '.md':
      return plainDocument(toRecord({}, decodeText(body, name, charset), name))
    case '.html':
    case '.htm': {
      const { decodeHtml, readHtml } = await import('./html.ts')
      return readHtml(decodeHtml(body, name, charset), name, name)
    }
    default:
      throw new AppError(
        'input-unsupported',
        `Không đọc được loại tài liệu "${contentType}": ${name}`,
      )
  }
}

/**
 * The document behind an address; its record's `url` is where the redirects ended. Every hop is checked
 * against private addresses and the site's robots.txt. Throws `fetch-refused` (not allowed),
 * `fetch-failed` (could not be had), `input-too-large` and the errors of the formats.
 */
export async function readAddress(address: string, options: FetchOptions): Promise<SourceDocument> {
  if (!URL.canParse(address)) throw new AppError('call-wrong', `Địa chỉ không hợp lệ: ${address}`)
  const start = new URL(address)
  start.hash = ''
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
  const fetched = await follow(start, options, signal, async (url) => {
    const robots = await robotsOf(url, options, signal)
    if (robots.isAllowed(url.href, USER_AGENT) === false) {
      throw new AppError(
        'fetch-refused',
        `Trang ${url.host} không cho chương trình đọc địa chỉ này (robots.txt): ${url.href}`,
      )
    }
  })
  if (fetched.status !== 200) {
    throw new AppError('fetch-failed', `Máy chủ trả lỗi ${fetched.status}: ${fetched.url.href}`)
  }
  const document = await toDocument(fetched)
  return { ...document, record: { ...document.record, url: fetched.url.href } }
}
