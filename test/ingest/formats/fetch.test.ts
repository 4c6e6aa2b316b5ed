import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FetchOptions, readAddress } from '../../../src/ingest/formats/fetch.ts'
import { isPublicAddress } from '../../../src/ingest/formats/fetch-address.ts'
import { readSource } from '../../../src/ingest/read.ts'
import { makePdf } from './make-pdf.ts'

const PROSE =
  'Giá trị sản xuất công nghiệp của tỉnh Hà Nam ước đạt 1.250 tỷ đồng, tăng 7,5% so với cùng kỳ năm trước, nhờ đơn hàng của doanh nghiệp may trở lại. '
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>Hà Nam</title></head><body><article><h1>Công nghiệp Hà Nam tăng khá</h1><p>${PROSE.repeat(3)}</p></article></body></html>`
const LIMIT = 200_000

type Answer = (request: IncomingMessage, response: ServerResponse) => void

function html(body: string | Uint8Array, headers: Record<string, string> = {}): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(body)
  }
}

function redirect(location: string, status = 302): Answer {
  return (_, response) => {
    response.writeHead(status, { location })
    response.end()
  }
}

const pdf = await makePdf([[{ text: 'Xuất khẩu đạt 12 triệu USD.', x: 60, top: 60 }]])
let asked: string[] = []

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/page': html(PAGE),
  '/gzip': html(gzipSync(PAGE), { 'content-encoding': 'gzip' }),
  '/br': html(brotliCompressSync(PAGE), { 'content-encoding': 'br' }),
  '/bomb': html(gzipSync(Buffer.alloc(50_000_000, 32)), { 'content-encoding': 'gzip' }),
  '/broken-gzip': html(Buffer.from([0x1f, 0x8b, 1, 2, 3]), { 'content-encoding': 'gzip' }),
  '/wrong-charset': html(PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"'), {
    'content-type': 'text/html; charset=iso-8859-1',
  }),
  '/declared-huge': html('x', { 'content-length': String(LIMIT + 1) }),
  '/huge': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const chunk = Buffer.alloc(64 * 1024, 97)
    const more = (): void => {
      while (response.write(chunk));
      response.once('drain', more)
    }
    more()
  },
  '/slow': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.write('<p>')
  },
  '/silent': () => undefined,
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' })
    response.write('<p>a', () => response.destroy())
  },
  '/missing': (_, response) => {
    response.writeHead(404)
    response.end('không có')
  },
  '/empty': html(''),
  '/pdf': html(pdf, { 'content-type': 'application/octet-stream' }),
  '/text': html('Xuất khẩu đạt 12 triệu USD.', { 'content-type': 'text/plain' }),
  '/picture': html(Buffer.from([0x89, 0x50, 0x4e, 0x47]), { 'content-type': 'image/png' }),
  '/hop': redirect('/page', 301),
  '/loop': redirect('/loop-2'),
  '/loop-2': redirect('/loop'),
  '/bad-location': redirect('http://[oops'),
  '/to-file': redirect('file:///etc/passwd'),
  '/private/page': html(PAGE),
}

let server: Server
let inner: Server
let base: string
let innerBase: string
let robots = 'User-agent: *\nDisallow: /private/\n'
let robotsStatus = 200

function listen(answer: Answer): Promise<Server> {
  const made = createServer(answer)
  return new Promise((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)))
}

beforeAll(async () => {
  inner = await listen(html(PAGE))
  innerBase = `http://127.0.0.1:${(inner.address() as AddressInfo).port}`
  server = await listen((request, response) => {
    const path = request.url ?? '/'
    asked.push(`${request.headers.host} ${path}`)
    if (path === '/robots.txt') {
      response.writeHead(robotsStatus, { 'content-type': 'text/plain' })
      response.end(robots)
    } else if (path === '/to-inner') redirect(`${innerBase}/page`)(request, response)
    else if (/^\/far\/\d+$/.test(path))
      redirect(`/far/${Number(path.slice(5)) + 1}`)(request, response)
    else (ANSWERS[path] ?? ANSWERS['/missing'])?.(request, response)
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  for (const made of [server, inner]) {
    made.closeAllConnections()
    made.close()
  }
})

function options(more: Partial<FetchOptions> = {}): FetchOptions {
  return { maxBytes: LIMIT, timeoutMs: 5_000, allowHosts: [new URL(base).host], ...more }
}

function fetching(path: string, more: Partial<FetchOptions> = {}) {
  return readAddress(`${base}${path}`, options(more))
}

describe('what can be read', () => {
  test.each(['/page', '/gzip', '/br', '/wrong-charset', '/hop'])('%s', async (path) => {
    const { record } = await fetching(path)
    expect(record.text).toContain('Hà Nam ước đạt 1.250 tỷ đồng')
  })

  test('the address of the record is where the redirects ended', async () => {
    expect((await fetching('/hop')).record.url).toBe(`${base}/page`)
  })

  test('a PDF by its bytes, a text by its type', async () => {
    expect((await fetching('/pdf')).record.text).toBe('Xuất khẩu đạt 12 triệu USD.')
    expect((await fetching('/text')).record.text).toBe('Xuất khẩu đạt 12 triệu USD.')
  })

  test('as one of the sources of a reading', async () => {
    const given = { maxBytes: LIMIT, allowHosts: ['127.0.0.1'], area: 'Hà Nam' }
    for await (const item of readSource(`${base}/page`, given)) {
      expect(item.kind === 'document' && item.document.record.area).toBe('Hà Nam')
    }
  })
})

describe('what cannot, each in one clear line', () => {
  test.each<[string, string]>([
    ['/missing', 'fetch-failed'],
    ['/loop', 'fetch-failed'],
    ['/far/0', 'fetch-failed'],
    ['/bad-location', 'fetch-failed'],
    ['/cut', 'fetch-failed'],
    ['/broken-gzip', 'fetch-failed'],
    ['/bomb', 'input-too-large'],
    ['/huge', 'input-too-large'],
    ['/declared-huge', 'input-too-large'],
    ['/empty', 'input-empty'],
    ['/picture', 'input-unsupported'],
    ['/to-file', 'fetch-refused'],
    ['/to-inner', 'fetch-refused'],
    ['/private/page', 'fetch-refused'],
  ])('%s: %s', async (path, code) => {
    const error = await fetching(path).catch((e: unknown) => e)
    expect(error).toMatchObject({ code })
    expect((error as Error).message).not.toContain('\n')
  })

  test.each(['/slow', '/silent'])('%s ends with its time', async (path) => {
    const begun = performance.now()
    await expect(fetching(path, { timeoutMs: 400 })).rejects.toMatchObject({ code: 'fetch-failed' })
    expect(performance.now() - begun).toBeLessThan(3_000)
  })

  test('no server there', async () => {
    const allowHosts = ['127.0.0.1:1']
    const asking = readAddress('http://127.0.0.1:1/', options({ allowHosts }))
    await expect(asking).rejects.toMatchObject({ code: 'fetch-failed' })
  })
})

describe('private addresses', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://user:pass@203.0.113.5/',
  ])('%s is refused', async (address) => {
    await expect(readAddress(address, { maxBytes: LIMIT })).rejects.toMatchObject({
      code: 'fetch-refused',
    })
  })

  test('a name with one private address among public ones is refused', async () => {
    const resolve = async () => ['93.184.215.14', '127.0.0.1']
    const asking = readAddress('http://mixed.example/', { maxBytes: LIMIT, resolve })
    await expect(asking).rejects.toMatchObject({ code: 'fetch-refused' })
  })

  test('the checked address is the one connected to; the resolver is asked once a hop', async () => {
    const answers = [['127.0.0.1'], ['127.0.0.1'], ['10.0.0.1']]
    let times = 0
    const resolve = async () => answers[times++] ?? ['10.0.0.1']
    asked = []
    const { port } = new URL(base)
    const allowHosts = [`rebind.example:${port}`]
    const { record } = await readAddress(
      `http://rebind.example:${port}/page`,
      options({ allowHosts, resolve }),
    )
    expect(record.text).toContain('1.250 tỷ đồng')
    // One look-up for the page, one for its robots.txt, and never a second one to connect.
    expect(times).toBe(2)
    expect(asked).toEqual([`rebind.example:${port} /robots.txt`, `rebind.example:${port} /page`])
  })

  test('an allowed port does not open the others', async () => {
    await expect(readAddress(`${innerBase}/page`, options())).rejects.toMatchObject({
      code: 'fetch-refused',
    })
  })

  test.each([
    ['8.8.8.8', true],
    ['2606:4700:4700::1111', true],
    ['::ffff:8.8.8.8', true],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['198.18.0.1', false],
    ['ff02::1', false],
    ['nonsense', false],
  ])('isPublicAddress(%s) is %s', (address, wanted) => {
    expect(isPublicAddress(address)).toBe(wanted)
  })
})

describe('robots.txt', () => {
  /** Another name for the same server: rules are kept by site. */
  function at(name: string, path: string) {
    const { port } = new URL(base)
    const allowHosts = [`${name}:${port}`]
    return readAddress(
      `http://${name}:${port}${path}`,
      options({ allowHosts, resolve: async () => ['127.0.0.1'] }),
    )
  }

  test('rules for this program go before rules for all', async () => {
    robots = 'User-agent: HoiSo\nAllow: /\n\nUser-agent: *\nDisallow: /\n'
    expect((await at('one.example', '/page')).record.text).toContain('1.250')
    robots = 'User-agent: HoiSo\nDisallow: /\n\nUser-agent: *\nAllow: /\n'
    await expect(at('two.example', '/page')).rejects.toMatchObject({ code: 'fetch-refused' })
  })

  test('without robots.txt everything may be read; a broken one shuts the site', async () => {
    robotsStatus = 404
    robots = 'User-agent: *\nDisallow: /\n'
    expect((await at('three.example', '/page')).record.text).toContain('1.250')
    robotsStatus = 503
    await expect(at('four.example', '/page')).rejects.toMatchObject({ code: 'fetch-refused' })
    robotsStatus = 200
  })
})
