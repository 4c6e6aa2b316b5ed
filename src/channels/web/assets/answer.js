/** One answer as elements: text with citations, figures, notes, near misses, sources, actions. */
import { addressOf, judge } from './api.js'
import { h } from './dom.js'
import { figuresOf, statusMark } from './figures.js'

function sourceName(source) {
  return `${source.publisher}, ${source.published}`
}

/** Makes citation buttons that open the sentence at `sources` and go there. */
function citer(view, openSource) {
  return (n) => {
    const source = view.sources.find((one) => one.n === n)
    if (!source) return null
    const label = `Nguồn ${n}: ${sourceName(source)}`
    return h(
      'button',
      {
        class: 'cite',
        type: 'button',
        'aria-label': label,
        title: label,
        onclick: () => openSource(n),
      },
      String(n),
    )
  }
}

/** A word with the citations after it stays on one line, so that no line begins with a number. */
function withCitations(text, cite) {
  const pieces = []
  let at = 0
  for (const hit of text.matchAll(/(\S*)\s*((?:\[\d+\]\s*)*\[\d+\])([.,;:!?…)”]*)/gu)) {
    const [all, word, marks, after] = hit
    const buttons = [...marks.matchAll(/\d+/g)].map(([n]) => cite(Number(n)) ?? `[${n}]`)
    pieces.push(text.slice(at, hit.index), h('span', { class: 'together' }, word, buttons, after))
    at = hit.index + all.length
  }
  return [...pieces, text.slice(at)]
}

/** Paragraphs and lists of a plain text; lines that begin with a dash or bullet are list items. */
function textOf(text, cite) {
  const blocks = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const item = /^\s*[-•–]\s+(.*)$/.exec(line)?.[1]
    const last = blocks.at(-1)
    if (item === undefined) blocks.push(h('p', {}, withCitations(line, cite)))
    else if (last?.tagName === 'UL') last.append(h('li', {}, withCitations(item, cite)))
    else blocks.push(h('ul', {}, h('li', {}, withCitations(item, cite))))
  }
  return h('div', { class: 'text' }, blocks)
}

function listSection(className, heading, items) {
  if (items.length === 0) return null
  const list = h(
    'ul',
    {},
    items.map((item) => h('li', {}, item)),
  )
  return h('section', { class: className }, h('h3', {}, heading), list)
}

function related(rows, cite, isOpen) {
  if (rows.length === 0) return null
  const items = rows.map((row) => {
    const isCited = /\[\d+\]/.test(row.text)
    return h(
      'li',
      {},
      withCitations(row.text, cite),
      ' ',
      statusMark(row),
      isCited ? null : cite(row.citation),
    )
  })
  return h(
    'details',
    { class: 'related', open: isOpen },
    h('summary', {}, `Số liệu gần với câu hỏi (${rows.length})`),
    h('ul', {}, items),
  )
}

/** The picture is fetched when it is looked at; one that has expired takes its place away. */
function chartOf(chart) {
  if (!chart) return null
  const address = addressOf(chart.path)
  const picture = h('img', { src: address, alt: chart.alt, loading: 'lazy', width: 540 })
  const file = h('a', { href: address, download: 'hoi-so.png' }, 'Tải ảnh PNG')
  const block = h(
    'details',
    { class: 'chart', open: chart.kind === 'series' },
    h('summary', {}, `Biểu đồ: ${chart.title}`),
    picture,
    h('p', {}, file),
  )
  picture.addEventListener('error', () => block.remove())
  return block
}

function sourceItem(source) {
  const newTab = { target: '_blank', rel: 'noopener' }
  const original = source.original
    ? h(
        'a',
        { ...newTab, href: source.original },
        'Bài gốc',
        h('span', { 'aria-hidden': 'true' }, ' ↗'),
      )
    : null
  return h(
    'li',
    {},
    h(
      'details',
      { 'data-source': source.n },
      h('summary', {}, h('span', { class: 'n' }, `[${source.n}]`), ` ${sourceName(source)}`),
      source.title ? h('p', { class: 'title' }, source.title) : null,
      source.quote ? h('blockquote', {}, source.quote) : null,
      h(
        'p',
        { class: 'links' },
        h('a', { ...newTab, href: addressOf(source.page) }, 'Trang nguồn'),
        original,
      ),
    ),
  )
}

function sources(list) {
  if (list.length === 0) return null
  return h('section', { class: 'sources' }, h('h3', {}, 'Nguồn'), h('ol', {}, list.map(sourceItem)))
}

/** What is copied: the answer with its sources, so that it never travels without them. */
export function copyTextOf(answer) {
  const lines = answer.view.sources.map((source) => {
    const title = source.title ? `, “${source.title}”` : ''
    const address = source.original?.replace(/#:~:text=.*$/, '')
    return `[${source.n}] ${sourceName(source)}${title}${address ? `, ${address}` : ''}`
  })
  const notes = answer.notes.map((note) => `Lưu ý: ${note.text}`)
  return [answer.view.text, ...notes, ...(lines.length > 0 ? ['', 'Nguồn:', ...lines] : [])].join(
    '\n',
  )
}

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  // Pages on plain http have no clipboard; the old way works there.
  const area = h('textarea', { style: 'position:fixed;opacity:0' })
  area.value = text
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (!done) throw new Error('copy refused')
}

function download(csv) {
  const href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = h('a', { href, download: 'hoi-so.csv' })
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), 1000)
}

function action(label, onclick) {
  return h('button', { type: 'button', onclick }, label)
}

function judgeButtons(answer, say) {
  const buttons = ['right', 'wrong'].map((verdict) => {
    const button = action(verdict === 'right' ? 'Đúng' : 'Sai', async () => {
      try {
        await judge({
          verdict,
          question: answer.question,
          answerText: answer.text,
          figureIds: answer.figures.map((figure) => figure.id),
        })
        for (const one of buttons) one.setAttribute('aria-pressed', String(one === button))
        say('Cảm ơn, đã ghi nhận đánh giá.')
      } catch (error) {
        say(error.message)
      }
    })
    button.setAttribute('aria-pressed', 'false')
    return button
  })
  const group = h(
    'span',
    { class: 'judge', role: 'group', 'aria-label': 'Câu trả lời này đúng hay sai?' },
    ...buttons,
  )
  return group
}

function actions(answer, { say, canJudge }) {
  const copyButton = action('Sao chép', async () => {
    try {
      await copy(copyTextOf(answer))
      copyButton.textContent = 'Đã sao chép'
      say('Đã sao chép câu trả lời cùng nguồn.')
    } catch {
      say('Trình duyệt không cho sao chép. Hãy chọn và sao chép bằng tay.')
    }
  })
  const csv = answer.view.csv
  return h(
    'div',
    { class: 'actions' },
    copyButton,
    csv ? action('Tải CSV', () => download(csv)) : null,
    canJudge ? judgeButtons(answer, say) : null,
  )
}

function suggestions(list, onAsk) {
  if (list.length === 0) return null
  const buttons = list.map((text) => action(text, () => onAsk(text)))
  return h('section', { class: 'suggestions' }, h('h3', {}, 'Có thể hỏi tiếp'), buttons)
}

/**
 * The elements of an answer. `tools`: `onAsk(question)`, `say(sentence)` for the status line,
 * `canJudge`.
 */
export function answerElement(answer, tools) {
  const { view } = answer
  const openSource = (n) => {
    const source = element.querySelector(`details[data-source="${n}"]`)
    source.open = true
    source.querySelector('summary').focus()
    source.scrollIntoView({ block: 'nearest' })
  }
  const cite = citer(view, openSource)
  const element = h(
    'div',
    { class: 'answer' },
    view.heading ? h('h3', { class: 'heading' }, view.heading) : null,
    textOf(view.text, cite),
    figuresOf(view.rows, cite),
    chartOf(view.chart),
    listSection('missing', 'Chưa trả lời được', view.missing),
    listSection(
      'notes',
      'Lưu ý',
      answer.notes.map((note) => note.text),
    ),
    related(view.related, cite, answer.outcome !== 'answered'),
    sources(view.sources),
    actions(answer, tools),
    suggestions(answer.suggestions, tools.onAsk),
  )
  return element
}
