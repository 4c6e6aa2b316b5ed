/**
 * The chat on another site, by one tag:
 * <script type="module" src="https://…/assets/embed.js"></script>
 * Adds a button in the corner that opens the chat. The site must be allowed by the service.
 */
import { addressOf } from './api.js'
import { h } from './dom.js'
import './hoi-so.js'

async function sheet(name) {
  const styles = new CSSStyleSheet()
  styles.replaceSync(await (await fetch(new URL(name, import.meta.url))).text())
  return styles
}

class HoiSoLauncher extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return
    const root = this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = await Promise.all(['tokens.css', 'embed.css'].map(sheet))
    const chat = document.createElement('hoi-so')
    const panel = h(
      'section',
      { id: 'panel', class: 'panel', 'aria-label': 'Hỏi Số', hidden: true },
      h(
        'p',
        { class: 'bar' },
        h('strong', {}, 'Hỏi Số'),
        h('a', { href: addressOf(''), target: '_blank', rel: 'noopener' }, 'Mở trang riêng'),
      ),
      chat,
    )
    const button = h(
      'button',
      { type: 'button', class: 'launcher', 'aria-expanded': 'false', 'aria-controls': 'panel' },
      'Hỏi số liệu',
    )
    const toggle = (isOpen) => {
      panel.hidden = !isOpen
      button.setAttribute('aria-expanded', String(isOpen))
      button.textContent = isOpen ? 'Đóng' : 'Hỏi số liệu'
      if (isOpen) chat.focus()
      else button.focus()
    }
    button.addEventListener('click', () => toggle(panel.hidden))
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !panel.hidden) toggle(false)
    })
    root.append(panel, button)
  }
}

customElements.define('hoi-so-launcher', HoiSoLauncher)
document.body.append(document.createElement('hoi-so-launcher'))
