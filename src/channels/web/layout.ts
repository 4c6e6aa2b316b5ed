/** The frame of every page: head, heading, footer with the disclaimer. No inline script or style. */
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { DISCLAIMER, NAME, TAGLINE } from '../texts.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface PageParts {
  /** Without the name of the program. */
  readonly title: string
  readonly body: Html
  /** `chat` fills the window; `page` scrolls; `frame` is the chat alone, for a frame elsewhere. */
  readonly kind: 'chat' | 'page' | 'frame'
  readonly chatScript?: boolean
}

const ASSETS = '/assets'

function masthead(): Html {
  return html`<header class="masthead">
    <a class="brand" href="/"><img src="${ASSETS}/icon.svg" alt="" width="32" height="32"><span>${NAME}</span></a>
    <p class="tagline">${TAGLINE}</p>
    <nav aria-label="Các trang"><a href="/kiem-tra">Kiểm tra đoạn văn</a></nav>
  </header>`
}

/** A whole HTML document around `body`. */
export function page({ title, body, kind, chatScript = false }: PageParts): Html {
  const script = chatScript ? html`<script type="module" src="${ASSETS}/hoi-so.js"></script>` : ''
  return html`<!doctype html>
<html lang="vi" class="${kind}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${TAGLINE}. ${DISCLAIMER}">
<title>${title === '' ? `${NAME} – ${TAGLINE}` : `${title} – ${NAME}`}</title>
<link rel="icon" href="${ASSETS}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${ASSETS}/tokens.css">
<link rel="stylesheet" href="${ASSETS}/status.css">
<link rel="stylesheet" href="${ASSETS}/page.css">
${script}
</head>
<body>
${kind === 'frame' ? '' : masthead()}
<main>${body}</main>
<footer class="disclaimer"><p>${DISCLAIMER}</p></footer>
</body>
</html>`
}
