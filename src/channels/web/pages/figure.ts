/** The page of one figure: the number, everything that tells it from others, and who says so. */
import { html } from 'hono/html'
import { capitalise, formatDate, formatPeriodVi } from '../../../vietnamese/format.ts'
import type { SourcedFigure } from '../../app-port.ts'
import {
  areaLabel,
  type IndicatorName,
  measureLabel,
  priceBasisLabel,
  sourceWords,
  statusLabel,
  valueLabel,
} from '../../reply.ts'
import { articlePath, originalLink } from '../../source-link.ts'
import { type Html, page } from '../layout.ts'

function attribute(name: string, value: Html | string): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function warnings(figure: SourcedFigure): Html | string {
  const lines = figure.warningDetails.map((detail) => html`<li>${detail.text}</li>`)
  return lines.length === 0
    ? ''
    : html`<section class="caution" aria-labelledby="caution"><h2 id="caution">Cần lưu ý</h2><ul>${lines}</ul></section>`
}

function correction(figure: SourcedFigure): Html | string {
  const change = figure.correction
  if (!change) return ''
  return html`<section class="caution" aria-labelledby="corrected"><h2 id="corrected">Đã đính chính</h2>
<p>Giá trị trước đây: ${valueLabel({ ...figure, value: change.oldValue })}. Lý do: ${change.why}
(${change.by}, ${formatDate(change.at.slice(0, 10))}).</p></section>`
}

function source(figure: SourcedFigure): Html {
  const { publisher, published } = sourceWords(figure)
  const original = originalLink(figure.url, figure.quote)
  return html`<section aria-labelledby="source"><h2 id="source">Nguồn</h2>
<blockquote><p>${figure.sentence || figure.quote}</p></blockquote>
<p class="byline">${figure.title ? html`<cite>${figure.title}</cite><br>` : ''}${publisher}, ${published}</p>
<p class="links"><a href="${articlePath(figure.articleId, figure.quote)}">Trang nguồn</a>
${original ? html`<a href="${original}" rel="noopener noreferrer external">Bài gốc<span aria-hidden="true"> ↗</span></a>` : ''}</p></section>`
}

/** `GET /so-lieu/:id`. */
export function figurePage(figure: SourcedFigure, indicatorName: IndicatorName): Html {
  const name = capitalise(indicatorName(figure.indicator))
  const period = formatPeriodVi(figure.period)
  const title = `${name}${figure.scope ? ` (${figure.scope})` : ''}, ${areaLabel(figure)}, ${period}`
  const question = new URLSearchParams({ hoi: `${name} ${figure.area ?? ''}`.trim() })
  return page({
    title,
    kind: 'page',
    body: html`<article class="figure">
<h1>${title}</h1>
<p class="value">${capitalise(valueLabel(figure))} <span class="status" data-status="${figure.status}">${statusLabel(figure.status)}</span></p>
<dl class="key">
${attribute('Chỉ tiêu', name)}
${attribute('Phạm vi', figure.scope ?? 'toàn bộ')}
${attribute('Địa phương', areaLabel(figure))}
${attribute('Kỳ', capitalise(period))}
${attribute('Loại chỉ số', measureLabel(figure.measure))}
${attribute('Loại số liệu', statusLabel(figure.status))}
${figure.priceBasis ? attribute('Giá tính', capitalise(priceBasisLabel(figure.priceBasis))) : ''}
${attribute('Mã số liệu', html`<code>${figure.id}</code>`)}
</dl>
${warnings(figure)}${correction(figure)}${source(figure)}
<p><a class="button" href="/?${question.toString()}">Hỏi thêm về chỉ tiêu này</a></p>
</article>`,
  })
}
