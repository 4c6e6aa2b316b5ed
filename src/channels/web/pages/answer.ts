/** An answer as a page of its own: for browsers without scripts, for printing. */
import { html } from 'hono/html'
import type { Answer } from '../../../model/answer.ts'
import { capitalise } from '../../../vietnamese/format.ts'
import { type FigureRow, type IndicatorName, toReply } from '../../reply.ts'
import { MAX_QUESTION } from '../../texts.ts'
import { type Html, page } from '../layout.ts'
import { citedText, sourceList } from './sources.ts'

/** The form that works without scripts; `conversation` goes on with an earlier answer. */
export function askForm(conversation: string | null): Html {
  const kept = conversation ? html`<input type="hidden" name="tiep" value="${conversation}">` : ''
  return html`<form class="plain-form" method="get" action="/tra-loi">${kept}
<label for="hoi">Câu hỏi</label>
<input id="hoi" name="hoi" required maxlength="${MAX_QUESTION}" autocomplete="off">
<button class="button">Hỏi</button></form>`
}

function figureRow(row: FigureRow): Html {
  const name = row.scope ? `${row.indicator} (${row.scope})` : row.indicator
  const value = row.page ? html`<a href="${row.page}">${row.value}</a>` : row.value
  const formula = row.formula ? html`<br><small>Cách tính: ${row.formula}</small>` : ''
  return html`<tr><th scope="row">${name}</th><td>${row.area}</td><td>${capitalise(row.period)}</td>
<td>${[row.measure, ...row.remarks].join(', ')}</td><td class="number">${value}${formula}</td>
<td><span class="status" data-status="${row.status}">${row.statusLabel}</span></td></tr>`
}

function figureTable(rows: readonly FigureRow[]): Html | string {
  if (rows.length === 0) return ''
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Bảng số liệu"><table>
<thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">Địa phương</th><th scope="col">Kỳ</th><th scope="col">Loại chỉ số</th><th scope="col">Giá trị</th><th scope="col">Loại số liệu</th></tr></thead>
<tbody>${rows.map(figureRow)}</tbody></table></div>`
}

function bullets(className: string, heading: string, items: readonly string[]): Html | string {
  if (items.length === 0) return ''
  return html`<section class="${className}"><h2>${heading}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`
}

function suggestions(answer: Answer): Html | string {
  if (answer.suggestions.length === 0) return ''
  const links = answer.suggestions.map((question) => {
    const query = new URLSearchParams({ hoi: question, tiep: answer.conversation })
    return html`<li><a href="/tra-loi?${query.toString()}">${question}</a></li>`
  })
  return html`<section><h2>Có thể hỏi tiếp</h2><ul>${links}</ul></section>`
}

/** `GET /tra-loi?hoi=…`. */
export function answerPage(answer: Answer, indicatorName: IndicatorName): Html {
  const reply = toReply(answer, indicatorName)
  return page({
    title: answer.question,
    kind: 'page',
    body: html`<article>
<h1>${answer.question}</h1>
${reply.heading ? html`<p><strong>${reply.heading}</strong></p>` : ''}
<div class="answer-text">${citedText(reply.text, reply.sources)}</div>
${figureTable(reply.rows)}
${bullets('missing', 'Chưa trả lời được', reply.missing)}
${bullets(
  'caution',
  'Lưu ý',
  answer.notes.map((note) => note.text),
)}
${bullets(
  'related',
  'Số liệu gần với câu hỏi',
  reply.related.map((row) => row.text ?? ''),
)}
${sourceList(reply.sources)}
${suggestions(answer)}
${askForm(answer.conversation)}
</article>`,
  })
}
