/**
 * The page of one article. A brief of our own is shown whole, with its figures marked; of anybody
 * else's text only the few words of each figure are shown, and the way to the original.
 */
import { html } from 'hono/html'
import { capitalise, formatPeriodVi } from '../../../vietnamese/format.ts'
import type { ArticleView, SourcedFigure } from '../../app-port.ts'
import {
  areaLabel,
  type IndicatorName,
  measureLabel,
  sourceWords,
  statusLabel,
  valueLabel,
} from '../../reply.ts'
import { articlePath, figurePath, webAddress } from '../../source-link.ts'
import { NAME } from '../../texts.ts'
import { type Html, page } from '../layout.ts'

/** Longest quotation of a third party's text for one figure. */
const MAX_QUOTE = 160

interface Piece {
  readonly text: string
  readonly figure: SourcedFigure | null
}

/** Cuts a text at its figures' quotations; of overlapping ones the first counts. */
export function markFigures(text: string, figures: readonly SourcedFigure[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const figure of figures.toSorted((a, b) => a.start - b.start)) {
    if (figure.start < at || figure.end > text.length || figure.end <= figure.start) continue
    pieces.push({ text: text.slice(at, figure.start), figure: null })
    pieces.push({ text: text.slice(figure.start, figure.end), figure })
    at = figure.end
  }
  pieces.push({ text: text.slice(at), figure: null })
  return pieces.filter((piece) => piece.text !== '')
}

function brief(article: ArticleView): Html {
  const marked = markFigures(article.text, article.figures).map((piece) =>
    piece.figure
      ? html`<a class="mark" href="${figurePath(piece.figure.id)}">${piece.text}</a>`
      : piece.text,
  )
  return html`<section aria-labelledby="brief"><h2 id="brief">Bản tóm lược</h2>
<p class="hint">Lời văn của ${NAME}, viết lại từ bài gốc; bấm vào một con số để xem chi tiết.</p>
<div class="brief">${marked}</div></section>`
}

function shortened(quote: string): string {
  return quote.length <= MAX_QUOTE ? quote : `${quote.slice(0, MAX_QUOTE).trimEnd()}…`
}

function row(figure: SourcedFigure, indicatorName: IndicatorName): Html {
  const scope = figure.scope ? html` <span class="scope">(${figure.scope})</span>` : ''
  return html`<tr>
<th scope="row"><a href="${figurePath(figure.id)}">${capitalise(indicatorName(figure.indicator))}</a>${scope}</th>
<td>${areaLabel(figure)}</td><td>${capitalise(formatPeriodVi(figure.period))}</td><td>${measureLabel(figure.measure)}</td>
<td class="number">${valueLabel(figure)}</td>
<td><span class="status" data-status="${figure.status}">${statusLabel(figure.status)}</span></td>
<td class="quote">“${shortened(figure.quote)}”</td></tr>`
}

function figuresTable(article: ArticleView, indicatorName: IndicatorName): Html {
  if (article.figures.length === 0) return html`<p>Chưa có số liệu nào được đọc từ bài này.</p>`
  const rows = article.figures.map((figure) => row(figure, indicatorName))
  return html`<section aria-labelledby="figures"><h2 id="figures">${article.figures.length} số liệu trong bài</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Bảng số liệu"><table>
<thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">Địa phương</th><th scope="col">Kỳ</th><th scope="col">Loại chỉ số</th><th scope="col">Giá trị</th><th scope="col">Loại số liệu</th><th scope="col">Trích</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`
}

/** `GET /nguon/:id`. */
export function articlePage(article: ArticleView, indicatorName: IndicatorName): Html {
  const { publisher, published } = sourceWords(article)
  const original = webAddress(article.url)
  const title = article.title ?? `Bài của ${publisher}, ${published}`
  return page({
    title,
    kind: 'page',
    body: html`<article>
<h1>${title}</h1>
<p class="byline">${capitalise(publisher)}, ${published}${article.area ? html` · ${article.area}` : ''}</p>
${original ? html`<p class="links"><a href="${original}" rel="noopener noreferrer external">Đọc bài gốc<span aria-hidden="true"> ↗</span></a></p>` : ''}
${article.supersededBy ? html`<p class="caution">Bài này đã có <a href="${articlePath(article.supersededBy)}">bản mới hơn</a>; số liệu bên dưới không còn được dùng để trả lời.</p>` : ''}
${article.shipped && article.text !== '' ? brief(article) : ''}
${figuresTable(article, indicatorName)}
</article>`,
  })
}
