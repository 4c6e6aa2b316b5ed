import { once } from 'node:events'
import { createServer } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebServer, type WebServer } from '../../../src/channels/web/server.ts'
import { fakeApp } from '../fake-app.ts'

const log = pino({ level: 'silent' })
let web: WebServer

beforeAll(async () => {
  web = await createWebServer({ app: fakeApp(), host: '127.0.0.1', port: 0, log })
})
afterAll(() => web.close())

async function open(path: string) {
  const response = await fetch(web.url + path)
  return { response, status: response.status, text: await response.text() }
}

describe('pages', () => {
  it('serves the chat page with the disclaimer and without inline code', async () => {
    const { response, text } = await open('/')
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(text).toContain('<html lang="vi"')
    expect(text).toContain('không phải kênh thông tin chính thức')
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('protects every response', async () => {
    for (const path of ['/', '/healthz', '/nothing', '/assets/hoi-so.js', '/api/nothing']) {
      const { response } = await open(path)
      const policy = response.headers.get('content-security-policy')
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).toContain("frame-ancestors 'none'")
      expect(policy, path).not.toContain('unsafe')
      expect(response.headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(response.headers.get('strict-transport-security'), path).toBeNull()
    }
  })

  it('shows a figure with everything that tells it from others', async () => {
    const { status, text } = await open('/so-lieu/f5')
    expect(status).toBe(200)
    expect(text).toContain('11.800 triệu USD')
    expect(text).toContain('data-status="target">Mục tiêu<')
    expect(text).toContain('Sang năm 2024, tỉnh đặt mức xuất khẩu 11 tỷ 800 triệu USD.')
    expect(text).toContain('href="https://bao.example.vn/cong-thuong-2024#:~:text=11%20t')
    expect(text).toContain('Báo Hải Dương, 20/1/2024')
    expect(text).toContain('href="/?hoi=Kim+ng%E1%BA%A1ch+xu%E1%BA%A5t+kh%E1%BA%A9u+H%E1%BA%A3i+D')
  })

  it('shows our own brief whole, its figures as links', async () => {
    const { text } = await open('/nguon/a1')
    expect(text).toContain('<a class="mark" href="/so-lieu/f1">9.801 triệu USD</a>')
    expect(text).toContain('Tính chung năm 2023, xuất khẩu của tỉnh ước ')
  })

  it("shows only the words of the figures of somebody else's text", async () => {
    const { status, text } = await open('/nguon/third-party')
    expect(status).toBe(200)
    expect(text).toContain('“9.801 triệu USD”')
    expect(text).not.toContain('Tính chung năm 2023')
  })

  it('answers on a page of its own where no script runs', async () => {
    const { text } = await open('/tra-loi?hoi=Xu%E1%BA%A5t%20kh%E1%BA%A9u%3F&tiep=c9')
    expect(text).toContain('<h1>Xuất khẩu?</h1>')
    expect(text).toContain('giảm 6,3% so với năm 2022<a class="cite" href="#nguon-1"')
    expect(text).toContain('<a href="/so-lieu/f1">9.801 triệu USD</a>')
    expect(text).toContain('name="tiep" value="c9"')
    expect((await open('/tra-loi?hoi=')).status).toBe(400)
    expect((await open('/')).text).toContain('action="/tra-loi"')
  })

  it('shows text of a question or an article as text', async () => {
    const { text } = await open('/tra-loi?hoi=%3Cscript%3Ehack')
    expect(text).toContain('<h1>&lt;script&gt;hack</h1>')
    expect(text).toContain('&lt;img src=x')
    expect(text).not.toMatch(/<script>|<img src=x/)
  })

  it('checks the figures of a pasted text', async () => {
    const ask = (words: string) =>
      fetch(`${web.url}/kiem-tra`, { method: 'POST', body: new URLSearchParams({ text: words }) })
    const right = await (await ask('Năm 2023 xuất khẩu 9.801 triệu USD <b>.')).text()
    expect(right).toContain('data-tone="good"')
    expect(right).toContain('✓')
    expect(right).toContain('&lt;b&gt;')
    const wrong = await (await ask('Năm 2023 xuất khẩu 9.810 triệu USD.')).text()
    expect(wrong).toMatch(
      /class="claim" data-tone="bad" href="#so-1" title="Không khớp">9\.810 triệu USD/,
    )
    expect(wrong).toContain('Nguồn ghi 9.801 triệu USD.')
    expect(await (await ask('Không có số.')).text()).toContain('Không tìm thấy số liệu nào')
    expect((await ask(' ')).status).toBe(400)
  })

  it.each(['/so-lieu/none', '/nguon/none', '/nothing', '/assets/none.js', '/assets/../server.ts'])(
    'has a page for what is not there: %s',
    async (path) => {
      const { response, status, text } = await open(path)
      expect(status).toBe(404)
      expect(response.headers.get('content-type')).toContain('text/html')
      expect(text).toContain('Về trang hỏi đáp')
    },
  )

  it('keeps the folder of the assets closed', async () => {
    for (const path of [
      '/assets/%2e%2e/server.ts',
      '/assets/..%2fserver.ts',
      '/assets//etc/passwd',
    ]) {
      expect((await open(path)).status, path).toBe(404)
    }
  })

  it('has no chart under a name that was never given', async () => {
    const { status, text } = await open(`/bieu-do/${'0'.repeat(32)}.png`)
    expect(status).toBe(404)
    expect(text).toContain('đã hết hạn')
  })

  it('sends an asset once while it is unchanged', async () => {
    const first = await fetch(`${web.url}/assets/hoi-so.js`)
    expect(first.headers.get('content-type')).toContain('javascript')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const tag = first.headers.get('etag')
    expect(tag).not.toBeNull()
    const again = await fetch(`${web.url}/assets/hoi-so.js`, {
      headers: { 'If-None-Match': tag ?? '' },
    })
    expect(again.status).toBe(304)
  })
})

describe('starting and ending', () => {
  it('says in one line that the port is taken and how to change it', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const start = createWebServer({ app: fakeApp(), host: '127.0.0.1', port, log })
    await expect(start).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringMatching(new RegExp(`^Cổng ${port} .*PORT=${port + 1} npm start$`)),
    })
    taken.close()
  })

  it('says that the address is not of this machine', async () => {
    const start = createWebServer({ app: fakeApp(), host: '192.0.2.1', port: 0, log })
    await expect(start).rejects.toMatchObject({ code: 'config-invalid' })
  })

  it('lets a running answer finish before it ends', async () => {
    const short = await createWebServer({ app: fakeApp(300), host: '127.0.0.1', port: 0, log })
    const asking = fetch(`${short.url}/api/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ question: 'chậm' }),
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    await short.close()
    expect((await asking).status).toBe(200)
    await expect(fetch(short.url)).rejects.toThrow()
  })
})
