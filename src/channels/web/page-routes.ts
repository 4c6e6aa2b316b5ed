/** The addresses that people open: chat, answers, checks, figures, articles. */
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { AppPort } from '../app-port.ts'
import type { ChartShelf } from '../chart-shelf.ts'
import { limitBody } from './guard.ts'
import { answerPage } from './pages/answer.ts'
import { articlePage } from './pages/article.ts'
import { chatPage } from './pages/chat.ts'
import { checkPage } from './pages/check.ts'
import { figurePage } from './pages/figure.ts'
import { RequestRefused } from './problems.ts'
import { askBody, checkBody, readValue } from './request.ts'

function notFound(what: string): RequestRefused {
  return new RequestRefused(404, 'not-found', what)
}

/** Routes that return HTML. Failures are thrown and become a page at the one error handler. */
export function pageRoutes(app: AppPort, charts: ChartShelf): Hono {
  const name = (code: string) => app.indicatorName(code)
  const pages = new Hono()
  pages.use(compress())
  pages.get('/', (c) => c.html(chatPage('chat')))
  pages.get('/nhung', (c) => c.html(chatPage('frame')))
  pages.get('/favicon.ico', (c) => c.redirect('/assets/icon.svg', 301))
  // A crawler that follows suggestions would never stop asking.
  pages.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /tra-loi\nDisallow: /api/\n'))
  pages.get('/tra-loi', async (c) => {
    const { hoi, tiep } = c.req.query()
    const { question, conversation } = readValue({ question: hoi, conversation: tiep }, askBody)
    return c.html(answerPage(await app.ask(question, conversation), name))
  })
  pages.get('/kiem-tra', (c) => c.html(checkPage(null)))
  pages.post('/kiem-tra', limitBody(), async (c) => {
    const { text } = readValue(await c.req.parseBody(), checkBody)
    return c.html(checkPage(await app.check(text)))
  })
  pages.get('/bieu-do/:name{[0-9a-f]+\\.png}', async (c) => {
    const png = await charts.png(c.req.param('name').replace('.png', ''))
    if (!png) throw notFound('Biểu đồ này đã hết hạn. Hãy hỏi lại để có biểu đồ mới.')
    // The length also answers HEAD, which messaging platforms ask before they fetch.
    return c.body(png, 200, {
      'Content-Type': 'image/png',
      'Content-Length': String(png.length),
      'Cache-Control': 'max-age=86400',
    })
  })
  pages.get('/so-lieu/:id', async (c) => {
    const figure = await app.figure(c.req.param('id'))
    if (figure) return c.html(figurePage(figure, name))
    throw notFound(
      'Không có số liệu nào ở địa chỉ này; có thể nó đã được thay bằng bản mới. Hãy hỏi lại ở trang hỏi đáp.',
    )
  })
  pages.get('/nguon/:id', async (c) => {
    const article = await app.article(c.req.param('id'))
    if (article) return c.html(articlePage(article, name))
    throw notFound(
      'Không có bài nguồn nào ở địa chỉ này; có thể bài đã được gỡ. Hãy hỏi lại ở trang hỏi đáp.',
    )
  })
  return pages
}
