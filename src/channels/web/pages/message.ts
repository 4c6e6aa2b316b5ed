/** A page with one message, for addresses that lead nowhere and for failures. */
import { html } from 'hono/html'
import { type Html, page } from '../layout.ts'

/** A heading, what to do, and the way back to the chat. */
export function messagePage(heading: string, message: string): Html {
  return page({
    title: heading,
    kind: 'page',
    body: html`<article class="message"><h1>${heading}</h1><p>${message}</p>
<p><a class="button" href="/">Về trang hỏi đáp</a></p></article>`,
  })
}
