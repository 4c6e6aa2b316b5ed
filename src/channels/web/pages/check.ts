/** The page that checks the figures of a pasted text. Works without scripts. */
import { html } from 'hono/html'
import type { Check, Claim } from '../../../model/check.ts'
import { type SourceLine, sourceLines } from '../../reply.ts'
import { figurePath } from '../../source-link.ts'
import { MAX_CHECK } from '../../texts.ts'
import { verdictWords } from '../../verdict.ts'
import { type Html, page } from '../layout.ts'
import { citationMark, sourceList } from './sources.ts'

function form(text: string): Html {
  return html`<form class="plain-form" method="post" action="/kiem-tra">
<label for="text">Đoạn văn cần kiểm tra</label>
<textarea id="text" name="text" rows="8" required maxlength="${MAX_CHECK}">${text}</textarea>
<button class="button">Kiểm tra</button></form>`
}

/** Claims that can be marked in the text: in order, none inside another. */
function markable(check: Check): Claim[] {
  let at = 0
  return check.claims
    .toSorted((a, b) => a.start - b.start)
    .filter((claim) => {
      const fits = claim.start >= at && claim.end > claim.start && claim.end <= check.text.length
      if (fits) at = claim.end
      return fits
    })
}

function markedText(check: Check): Html {
  let at = 0
  const pieces: (Html | string)[] = []
  for (const claim of markable(check)) {
    const { sign, label, tone } = verdictWords(claim.verdict)
    pieces.push(
      check.text.slice(at, claim.start),
      html`<a class="claim" data-tone="${tone}" href="#so-${check.claims.indexOf(claim) + 1}" title="${label}">${check.text.slice(claim.start, claim.end)}<span aria-hidden="true"> ${sign}</span></a>`,
    )
    at = claim.end
  }
  return html`<div class="brief">${pieces}${check.text.slice(at)}</div>`
}

function claimItem(claim: Claim, n: number, sources: readonly SourceLine[]): Html {
  const { sign, label, tone } = verdictWords(claim.verdict)
  const found = claim.found.map(
    (figure) =>
      html`<a href="${figurePath(figure.id)}">Xem số liệu</a> ${citationMark(figure.citation, sources)} `,
  )
  return html`<li id="so-${n}"><p><strong class="verdict" data-tone="${tone}"><span aria-hidden="true">${sign} </span>${label}</strong> “${claim.quote}”</p>
<p>${claim.explanation} ${found}</p></li>`
}

function result(check: Check): Html {
  if (check.claims.length === 0) {
    return html`<p role="status">Không tìm thấy số liệu nào trong đoạn văn để đối chiếu. Số liệu cần có chỉ tiêu, địa phương, thời kỳ và đơn vị.</p>`
  }
  const sources = sourceLines(check.citations)
  const items = check.claims.map((claim, i) => claimItem(claim, i + 1, sources))
  return html`<section aria-labelledby="result"><h2 id="result">Kết quả: ${check.claims.length} số liệu</h2>
${markedText(check)}<ol class="claims">${items}</ol></section>${sourceList(sources)}`
}

/** `GET /kiem-tra`, and with a result `POST /kiem-tra`. */
export function checkPage(check: Check | null): Html {
  return page({
    title: 'Kiểm tra số liệu trong đoạn văn',
    kind: 'page',
    body: html`<article>
<h1>Kiểm tra số liệu trong đoạn văn</h1>
<p class="hint">Dán một đoạn tin; từng số liệu trong đó được đối chiếu với số liệu đã lưu và nguồn của chúng.</p>
${check ? result(check) : ''}
${form(check?.text ?? '')}
</article>`,
  })
}
