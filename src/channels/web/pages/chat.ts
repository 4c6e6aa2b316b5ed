/** The chat page, and what it shows where scripts do not run. */
import { html } from 'hono/html'
import { NAME, TAGLINE } from '../../texts.ts'
import { type Html, page } from '../layout.ts'
import { askForm } from './answer.ts'

/** `GET /` and the page for frames. The element hides its plain form when the script runs. */
export function chatPage(kind: 'chat' | 'frame'): Html {
  return page({
    title: '',
    kind,
    chatScript: true,
    body: html`<h1 class="visually-hidden">${NAME}: ${TAGLINE}</h1>
<hoi-so from-address><div class="without-script"><p>${TAGLINE}.</p>${askForm(null)}</div></hoi-so>`,
  })
}
