/** The numbered list of sources, and the marks in a text that lead to it. */
import { html } from 'hono/html'
import type { SourceLine } from '../../reply.ts'
import type { Html } from '../layout.ts'

/** A link to a source of the list on the same page. */
export function citationMark(n: number, sources: readonly SourceLine[]): Html | string {
  const source = sources.find((one) => one.n === n)
  if (!source) return `[${n}]`
  const name = `Nguồn ${n}: ${source.publisher}, ${source.published}`
  return html`<a class="cite" href="#nguon-${n}" aria-label="${name}">${n}</a>`
}

/** A plain text with its `[n]` as links, one paragraph a line. */
export function citedText(text: string, sources: readonly SourceLine[]): Html[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const pieces = line.split(/\s*(\[\d+\])/u).map((piece) => {
      const n = /^\[(\d+)\]$/.exec(piece)?.[1]
      return n === undefined ? piece : citationMark(Number(n), sources)
    })
    return html`<p>${pieces}</p>`
  })
}

/** Publisher, date, title, quotation and links of every source; empty without sources. */
export function sourceList(sources: readonly SourceLine[]): Html | string {
  if (sources.length === 0) return ''
  const items = sources.map(
    (source) => html`<li id="nguon-${source.n}" value="${source.n}">
<p class="byline">${source.publisher}, ${source.published}${source.title ? html` – <cite>${source.title}</cite>` : ''}</p>
${source.quote ? html`<blockquote><p>${source.quote}</p></blockquote>` : ''}
<p class="links"><a href="${source.page}">Trang nguồn</a>
${source.original ? html`<a href="${source.original}" rel="noopener noreferrer external">Bài gốc<span aria-hidden="true"> ↗</span></a>` : ''}</p></li>`,
  )
  return html`<section aria-labelledby="sources"><h2 id="sources">Nguồn</h2><ol class="sources">${items}</ol></section>`
}
