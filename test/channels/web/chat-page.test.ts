import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { pino } from 'pino'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createWebServer, type WebServer } from '../../../src/channels/web/server.ts'
import { type FakeApp, fakeApp } from '../fake-app.ts'
import { axeViolations, findChromium, launchChromium } from './browser.ts'

const executable = findChromium()
const log = pino({ level: 'silent' })

let browser: Browser
let web: WebServer
let app: FakeApp
/** A page of somebody else that embeds the chat, and one that is not allowed to. */
let sites: { allowed: string; refused: string; servers: Server[] }

async function site(script: () => string): Promise<{ origin: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="vi"><title>Sở</title><main><h1>Sở Công Thương</h1></main>
      <script type="module" src="${script()}"></script></html>`,
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { origin: `http://127.0.0.1:${port}`, server }
}

/** Opens an address in a fresh profile; the page is closed with its context. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  await page.goto(path.startsWith('http') ? path : web.url + path)
  return page
}

/** Runs in the page: notes every sentence that the status line says. */
const LISTEN = `
  globalThis.said = []
  const line = document.querySelector('hoi-so').shadowRoot.querySelector('[role=status]')
  const note = () => line.textContent && said.push(line.textContent)
  new MutationObserver(note).observe(line, { childList: true })`

const LAST = 'hoi-so .turn:last-child'

async function ask(page: Page, question: string): Promise<void> {
  await page.locator('hoi-so textarea').fill(question)
  await page.keyboard.press('Enter')
  await page.locator(`${LAST} .answer, ${LAST} .failure`).waitFor()
}

/** Violations of accessibility, and parts that are wider than what shows them. */
async function faults(page: Page): Promise<string[]> {
  const wide = await page.evaluate<string[]>(`
    [document.documentElement, document.querySelector('hoi-so')?.shadowRoot?.querySelector('.log')]
      .filter((one) => one && one.scrollWidth > one.clientWidth)
      .map((one) => 'too wide: ' + (one.className || one.tagName))`)
  return [...wide, ...(await axeViolations(page))]
}

function status(page: Page): Promise<string | null> {
  return page.locator('hoi-so [role=status]').textContent()
}

describe.skipIf(executable === null)('the chat page in Chromium', () => {
  beforeAll(async () => {
    app = fakeApp(1_100)
    const script = () => `${web.url}/assets/embed.js`
    const [allowed, refused] = await Promise.all([site(script), site(script)])
    sites = {
      allowed: allowed.origin,
      refused: refused.origin,
      servers: [allowed.server, refused.server],
    }
    const options = { app, host: '127.0.0.1', port: 0, log, embedOrigins: [allowed.origin] }
    web = await createWebServer(options)
    browser = await launchChromium(executable ?? '')
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(async () => {
    await browser.close()
    for (const server of sites.servers) server.close()
    await web.close()
  })

  it('can be used with the keyboard alone', async () => {
    const page = await open('/')
    await page.locator('hoi-so .examples button').first().waitFor()
    // Name of the site, link to the checks, conversation, first example.
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator(`${LAST} .answer`).waitFor()
    expect(await page.locator('hoi-so .question').textContent()).toContain(
      'Xuất khẩu Hải Dương năm 2023 tăng bao nhiêu?',
    )
    await page.locator(`${LAST} .cite`).first().focus()
    await page.keyboard.press('Enter')
    const source = page.locator(`${LAST} details[data-source="1"]`)
    expect(await source.locator('blockquote').isVisible()).toBe(true)
    expect(await source.locator('summary').evaluate((one) => one.matches(':focus'))).toBe(true)
  })

  it('announces the finished answer once, and nothing of it before', async () => {
    const page = await open('/')
    await page.locator('hoi-so textarea').waitFor()
    await page.evaluate(LISTEN)
    await ask(page, 'chậm: xuất khẩu Hải Dương 2023')
    await expect.poll(() => status(page)).toContain('giảm 6,3%')
    expect(await page.evaluate('globalThis.said')).toEqual([
      'Đang tìm câu trả lời…',
      'Kim ngạch xuất khẩu của Hải Dương năm 2023 không tăng mà giảm 6,3% so với năm 2022, ước đạt 9.801 triệu USD.',
    ])
    const live = await page.locator('hoi-so [role=log]').getAttribute('aria-live')
    expect(live).toBe('off')
  })

  it('shows figures with the kind of number, the source and the way to the original', async () => {
    const page = await open('/')
    await ask(page, 'Nói chung tình hình công nghiệp')
    const row = page.locator(`${LAST} tbody tr`).last()
    expect(await row.locator('.number').textContent()).toBe('11.800 triệu USD')
    expect(await row.locator('.status').textContent()).toBe('Mục tiêu')
    const links = page.locator(`${LAST} details[data-source="3"] a`)
    expect(await links.nth(0).getAttribute('href')).toMatch(/\/nguon\/a1#:~:text=/)
    expect(await links.nth(1).getAttribute('href')).toMatch(
      /^https:\/\/bao\.example\.vn\/.*#:~:text=/,
    )
  })

  it('draws a series, and takes away a chart that has expired', async () => {
    const page = await open('/')
    await ask(page, 'Xuất khẩu Việt Nam')
    const picture = page.locator(`${LAST} .chart img`)
    const width = () => picture.evaluate((one) => Number(Reflect.get(one, 'naturalWidth')))
    await expect.poll(width).toBeGreaterThan(500)
    expect(await picture.getAttribute('alt')).toContain('213.770,2')
    await page.route('**/bieu-do/**', (route) => route.fulfill({ status: 404, body: '' }))
    await page.reload()
    await page.locator(`${LAST} .answer`).waitFor()
    await expect.poll(() => picture.count()).toBe(0)
  })

  it('copies the answer with its sources', async () => {
    const page = await open('/', { permissions: ['clipboard-read', 'clipboard-write'] })
    await ask(page, 'Xuất khẩu?')
    await page.locator(LAST).getByText('Sao chép').click()
    await expect.poll(() => status(page)).toContain('Đã sao chép')
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toContain('[1] Báo Hải Dương, 20/1/2024, “Ngành công thương')
    expect(copied).toContain('Lưu ý: Đây là số ước tính.')
  })

  it('downloads the figures and sends a judgement', async () => {
    const page = await open('/')
    await ask(page, 'Xuất khẩu?')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(LAST).getByText('Tải CSV').click(),
    ])
    expect(download.suggestedFilename()).toBe('hoi-so.csv')
    await page.locator(LAST).getByText('Sai').click()
    await expect.poll(() => app.judged.length).toBe(1)
    expect(app.judged[0]).toMatchObject({ verdict: 'wrong', figureIds: ['f2', 'f1'] })
  })

  it('keeps the conversation of the tab over a reload, in no cookie, until it is ended', async () => {
    const page = await open('/')
    await ask(page, 'Xuất khẩu?')
    await page.reload()
    await page.locator(`${LAST} .answer`).waitFor()
    await ask(page, 'còn năm 2021?')
    expect(app.asked.at(-1)?.conversation).toMatch(/^c\d+$/)
    expect(await page.locator('hoi-so .turn').count()).toBe(2)
    expect(await page.context().cookies()).toEqual([])
    await page.getByText('Cuộc trò chuyện mới').click()
    expect(await page.locator('hoi-so .welcome').isVisible()).toBe(true)
    await page.reload()
    await page.locator('hoi-so .welcome').waitFor()
    expect(await page.locator('hoi-so .turn').count()).toBe(0)
  })

  it('drops a conversation that it cannot show', async () => {
    const page = await open('/')
    const old = { conversation: 'c1', turns: [{ question: 'a', answer: { text: 'b' } }] }
    await page.evaluate(`sessionStorage.setItem('hoi-so', ${JSON.stringify(JSON.stringify(old))})`)
    await page.reload()
    await page.locator('hoi-so .welcome').waitFor()
    await ask(page, 'Xuất khẩu?')
    expect(await page.locator('hoi-so .turn').count()).toBe(1)
  })

  it('asks the question of the address once', async () => {
    const page = await open('/?hoi=Xu%E1%BA%A5t%20kh%E1%BA%A9u%3F')
    await page.locator(`${LAST} .answer`).waitFor()
    expect(page.url()).toBe(`${web.url}/`)
  })

  it('shows hostile text as text', async () => {
    const page = await open('/')
    const title = await page.title()
    await ask(page, 'hack')
    await page.locator(`${LAST} summary`).click()
    expect(await page.locator(`${LAST} .text`).textContent()).toContain('<img src=x')
    expect(await page.locator(`${LAST} img, ${LAST} script, ${LAST} b`).count()).toBe(0)
    expect(await page.title()).toBe(title)
  })

  it('refuses a question that is too long before sending it', async () => {
    const page = await open('/')
    const before = app.asked.length
    await page.locator('hoi-so textarea').fill('a'.repeat(1003))
    await page.keyboard.press('Enter')
    expect(await page.locator('hoi-so [role=alert]').textContent()).toContain('thừa 3')
    expect(app.asked.length).toBe(before)
  })

  it('sends nothing while a Vietnamese keyboard composes a word', async () => {
    const page = await open('/')
    await page.locator('hoi-so textarea').fill('tỷ')
    const before = app.asked.length
    await page
      .locator('hoi-so textarea')
      .dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    expect(await page.locator('hoi-so .turn').count()).toBe(0)
    expect(app.asked.length).toBe(before)
  })

  it('stops, and gives the question back', async () => {
    const page = await open('/')
    await page.locator('hoi-so textarea').fill('chậm')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Dừng' }).click()
    await expect.poll(() => page.locator('hoi-so .turn').count()).toBe(0)
    expect(await page.locator('hoi-so textarea').inputValue()).toBe('chậm')
  })

  it('tells a failure, being offline and a server that is gone apart, and asks again', async () => {
    const page = await open('/')
    await ask(page, 'hỏng')
    const failure = page.locator(`${LAST} .failure p`)
    expect(await failure.textContent()).toContain('không có nghĩa là không có số liệu')
    await page.context().setOffline(true)
    await ask(page, 'Xuất khẩu?')
    expect(await failure.textContent()).toContain('ngoại tuyến')
    await page.context().setOffline(false)
    await page.route('**/api/ask', (route) => route.abort())
    await ask(page, 'Xuất khẩu?')
    expect(await failure.textContent()).toContain('Không kết nối được với máy chủ')
    await page.unroute('**/api/ask')
    await page.getByRole('button', { name: 'Thử lại' }).last().click()
    await page.locator(`${LAST} .answer`).waitFor()
  })

  it('answers without JavaScript', async () => {
    const page = await open('/', { javaScriptEnabled: false })
    await page.getByLabel('Câu hỏi').fill('Xuất khẩu?')
    await page.getByRole('button', { name: 'Hỏi' }).click()
    await page.locator('.answer-text').getByText('giảm 6,3% so với năm 2022').waitFor()
    expect(new URL(page.url()).pathname).toBe('/tra-loi')
  })

  it('asks nobody else for anything', async () => {
    const page = await open('/healthz')
    const hosts = new Set<string>()
    page.on('request', (request) => {
      if (request.url().startsWith('http')) hosts.add(new URL(request.url()).origin)
    })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(web.url)
    await ask(page, 'Xuất khẩu?')
    for (const path of ['/so-lieu/f1', '/nguon/a1']) await page.goto(web.url + path)
    expect([...hosts]).toEqual([web.url])
    expect(complaints).toEqual([])
  })

  it('lives on another site by one tag, if the service allows it', async () => {
    const page = await open(sites.allowed)
    const launcher = page.getByRole('button', { name: 'Hỏi số liệu' })
    await launcher.click()
    await page.keyboard.type('Xuất khẩu?')
    expect(await page.locator('hoi-so textarea').inputValue()).toBe('Xuất khẩu?')
    await page.keyboard.press('Enter')
    await page.locator(`${LAST} .answer`).waitFor()
    expect(await page.locator(`${LAST} .text`).textContent()).toContain('9.801 triệu USD')
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await launcher.evaluate((one) => one.matches(':focus'))).toBe(true)
  })

  it('gets no answer on a site that the service does not allow', async () => {
    const page = await open(sites.refused)
    await page.getByRole('button', { name: 'Hỏi số liệu' }).click()
    await ask(page, 'Xuất khẩu?')
    expect(await page.locator(`${LAST} .failure`).count()).toBe(1)
  })

  const LOOKS = [
    { name: 'desktop light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
    { name: 'phone dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  ] as const

  it.each(LOOKS)('fits and is accessible: $name', async ({ name: _name, ...look }) => {
    const page = await open('/', look)
    await page.locator('hoi-so .welcome').waitFor()
    expect(await faults(page), 'welcome').toEqual([])
    const questions = [
      'Xuất khẩu?',
      'tình hình',
      'năm 2021',
      'năm 2022',
      'Việt Nam',
      'hack',
      'hỏng',
    ]
    for (const question of questions) await ask(page, question)
    await page.locator('hoi-so details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '')
    })
    expect(await faults(page), 'chat').toEqual([])
    await page.goto(`${web.url}/kiem-tra`)
    await page.locator('textarea').fill('Xuất khẩu 9.810 triệu USD.')
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    await page.locator('.claims').waitFor()
    expect(await faults(page), 'check').toEqual([])
    const paths = ['/tra-loi?hoi=a', '/so-lieu/f5', '/nguon/a1', '/nguon/third-party', '/none']
    for (const path of paths) {
      await page.goto(web.url + path)
      expect(await faults(page), path).toEqual([])
    }
  })
})
