/** The chat page, and what it shows where scripts do not run. */
import { html } from 'hono/html'
import { NAME, TAGLINE } from '../../texts.ts'
import { type Html, page } from '../layout.ts'

/** `GET /` and the page for frames. The element replaces its content when the script runs. */
export function chatPage(kind: 'chat' | 'frame'): Html {
  return page({
    title: '',
    kind,
    chatScript: true,
    body: html`<h1 class="visually-hidden">${NAME}: ${TAGLINE}</h1>
<hoi-so from-address><noscript><p class="noscript">Trang hỏi đáp cần JavaScript. Quý vị vẫn có thể hỏi qua Telegram,
cửa sổ lệnh hoặc địa chỉ <code>POST /api/ask</code>.</p></noscript></hoi-so>`,
  })
}
