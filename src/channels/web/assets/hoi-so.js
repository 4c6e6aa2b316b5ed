/** <hoi-so>: the chat as one element with a shadow root; the page and other sites use the same. */
import { answerElement } from './answer.js'
import { ask, loadStart, RequestFailure } from './api.js'
import { h } from './dom.js'
import { clearSession, loadSession, saveSession } from './session.js'

const STEPS = {
  received: 'Đang gửi câu hỏi…',
  understand: 'Đang tìm hiểu câu hỏi…',
  find: 'Đang tìm số liệu…',
  compose: 'Đang soạn câu trả lời…',
  verify: 'Đang đối chiếu từng con số với nguồn…',
}
// An answer usually comes at once; only a wait worth mentioning is announced.
const WAIT_WORTH_SAYING_MS = 800

const STYLES = ['tokens.css', 'status.css', 'hoi-so.css', 'answer.css']

/** Sheets that need neither inline styles nor a flash without them. */
async function loadStyles() {
  return Promise.all(
    STYLES.map(async (name) => {
      const sheet = new CSSStyleSheet()
      const response = await fetch(new URL(name, import.meta.url), { credentials: 'omit' })
      sheet.replaceSync(await response.text())
      return sheet
    }),
  )
}

class HoiSo extends HTMLElement {
  #start
  #session = loadSession()
  #running = null
  #wantsFocus = false
  #parts

  connectedCallback() {
    if (!this.shadowRoot) void this.#open()
  }

  /** Puts the cursor where a question is typed, as soon as there is such a place. */
  focus() {
    this.#wantsFocus = true
    this.#parts?.input.focus()
  }

  async #open() {
    const root = this.attachShadow({ mode: 'open' })
    const [sheets, start] = await Promise.all([loadStyles(), loadStart()])
    root.adoptedStyleSheets = sheets
    this.#start = start
    this.#parts = this.#build()
    root.append(this.#parts.chat)
    this.#restore()
    this.#refresh()
    if (this.#wantsFocus) this.focus()
    this.#askFromAddress()
  }

  #build() {
    const log = h('div', {
      class: 'log',
      role: 'log',
      'aria-live': 'off',
      'aria-label': 'Cuộc trò chuyện',
      tabindex: '0',
    })
    const welcome = this.#buildWelcome()
    log.append(welcome)
    const status = h('p', { class: 'visually-hidden', role: 'status' })
    const problem = h('p', { class: 'problem', id: 'problem', role: 'alert' })
    const input = h('textarea', {
      id: 'question',
      rows: '1',
      enterkeyhint: 'send',
      autocomplete: 'off',
      placeholder: 'Nhập câu hỏi về số liệu…',
      'aria-describedby': 'problem',
      oninput: () => this.#checkLength(),
      onkeydown: (event) => this.#onKey(event),
    })
    const send = h('button', { type: 'submit' }, 'Hỏi')
    const label = h('label', { class: 'visually-hidden', for: 'question' }, 'Câu hỏi của quý vị')
    const form = h(
      'form',
      { class: 'composer', onsubmit: (event) => this.#onSubmit(event) },
      label,
      input,
      send,
    )
    const again = h(
      'button',
      { type: 'button', onclick: () => this.#restart() },
      'Cuộc trò chuyện mới',
    )
    const fine = h('div', { class: 'fine' }, h('p', {}, this.#start.disclaimerShort), again)
    const chat = h(
      'div',
      { class: 'chat' },
      log,
      status,
      h('div', { class: 'foot' }, problem, form, fine),
    )
    return { chat, log, welcome, status, problem, input, send, again }
  }

  #buildWelcome() {
    const examples = this.#start.examples.map((example) =>
      h('li', {}, h('button', { type: 'button', onclick: () => this.ask(example) }, example)),
    )
    return h(
      'section',
      { class: 'welcome' },
      h('h2', {}, 'Quý vị cần số liệu nào?'),
      h(
        'p',
        {},
        'Hỏi bằng câu thường, có dấu hoặc không dấu. Mỗi con số đều kèm nguồn, thời kỳ và cho biết là số thực hiện, ước tính hay mục tiêu.',
      ),
      examples.length > 0
        ? h('ul', { class: 'examples', 'aria-label': 'Câu hỏi mẫu' }, examples)
        : null,
      h('p', { class: 'disclaimer' }, this.#start.disclaimer),
    )
  }

  #tools() {
    return {
      onAsk: (question) => this.ask(question),
      say: (sentence) => this.#say(sentence),
      canJudge: this.#start.feedback,
    }
  }

  #showTurn(question) {
    for (const old of this.#parts.log.querySelectorAll('.suggestions')) old.remove()
    const turn = h('article', { class: 'turn' })
    turn.append(
      h(
        'h2',
        { class: 'question' },
        h('span', { class: 'visually-hidden' }, 'Câu hỏi: '),
        question,
      ),
    )
    this.#parts.log.append(turn)
    return turn
  }

  /** Shows the conversation of before; one that a former version kept may not fit, and is dropped. */
  #restore() {
    try {
      for (const { question, answer } of this.#session.turns) {
        this.#showTurn(question).append(answerElement(answer, this.#tools()))
      }
    } catch {
      this.#forget()
    }
  }

  #forget() {
    clearSession()
    this.#session = loadSession()
    for (const turn of this.#parts.log.querySelectorAll('.turn')) turn.remove()
  }

  /** Asks a question as if the user had typed it. */
  async ask(question) {
    if (this.#running || !this.#parts) return
    const turn = this.#showTurn(question)
    const pending = h('p', { class: 'pending' }, STEPS.received)
    turn.append(pending)
    this.#running = new AbortController()
    this.#refresh()
    turn.scrollIntoView({ block: 'start' })
    const waiting = setTimeout(() => this.#say('Đang tìm câu trả lời…'), WAIT_WORTH_SAYING_MS)
    try {
      const answer = await ask(question, this.#session.conversation, {
        signal: this.#running.signal,
        onStep: (step) => {
          pending.textContent = STEPS[step] ?? pending.textContent
        },
      })
      this.#finish(turn, question, answer)
    } catch (error) {
      this.#fail(turn, question, error)
    } finally {
      clearTimeout(waiting)
      pending.remove()
      this.#running = null
      this.#refresh()
    }
  }

  #finish(turn, question, answer) {
    turn.append(answerElement(answer, this.#tools()))
    const turns = [...this.#session.turns, { question, answer }]
    this.#session = { conversation: answer.conversation, turns }
    saveSession(this.#session)
    const heading = answer.view.heading ? `${answer.view.heading}. ` : ''
    this.#say(`${heading}${answer.view.text.replace(/\s*\[\d+\]/g, '')}`)
  }

  #fail(turn, question, error) {
    if (error.name === 'AbortError') {
      turn.remove()
      this.#parts.input.value = question
      this.#say('Đã dừng.')
      return
    }
    const message =
      error instanceof RequestFailure ? error.message : 'Trang gặp lỗi. Hãy tải lại trang.'
    const retry = () => {
      turn.remove()
      void this.ask(question)
      this.#parts.input.focus()
    }
    turn.append(
      h(
        'div',
        { class: 'failure' },
        h('p', {}, message),
        h('button', { type: 'button', onclick: retry }, 'Thử lại'),
      ),
    )
    this.#say(message)
  }

  #say(sentence) {
    // Emptied first, so that the same sentence twice is announced twice.
    this.#parts.status.textContent = ''
    requestAnimationFrame(() => {
      this.#parts.status.textContent = sentence
    })
  }

  #refresh() {
    const { welcome, log, again, send } = this.#parts
    const isEmpty = log.querySelector('.turn') === null
    welcome.hidden = !isEmpty
    again.hidden = isEmpty
    send.textContent = this.#running ? 'Dừng' : 'Hỏi'
  }

  #checkLength() {
    const { input, problem } = this.#parts
    const most = this.#start.maxQuestion
    const over = input.value.length - most
    const message =
      over > 0 ? `Câu hỏi dài quá ${most} ký tự (thừa ${over}). Hãy hỏi ngắn hơn.` : ''
    if (problem.textContent !== message) problem.textContent = message
    input.setAttribute('aria-invalid', String(over > 0))
    return over <= 0
  }

  #onKey(event) {
    // Enter also ends a word of a Vietnamese keyboard; that one must not send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    event.target.form.requestSubmit()
  }

  #onSubmit(event) {
    event.preventDefault()
    const { input } = this.#parts
    input.focus()
    if (this.#running) {
      this.#running.abort()
      return
    }
    const question = input.value.trim()
    if (question === '' || !this.#checkLength()) return
    input.value = ''
    void this.ask(question)
  }

  #restart() {
    this.#running?.abort()
    this.#forget()
    this.#refresh()
    this.#say('Đã bắt đầu cuộc trò chuyện mới.')
    this.#parts.input.focus()
  }

  #askFromAddress() {
    if (!this.hasAttribute('from-address')) return
    const address = new URL(location.href)
    const question = address.searchParams.get('hoi')?.trim()
    if (!question) return
    // A reload must not ask again.
    address.searchParams.delete('hoi')
    history.replaceState(null, '', address)
    void this.ask(question)
  }
}

customElements.define('hoi-so', HoiSo)
