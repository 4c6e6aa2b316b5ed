/** The figures of an answer: tiles for a few, a table for many. Values come worded by the server. */
import { addressOf } from './api.js'
import { h } from './dom.js'

const MOST_TILES = 3

function upperFirst(text) {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** The word that says what kind of number it is. */
export function statusMark(row) {
  return h('span', { class: 'status', 'data-status': row.status }, row.statusLabel)
}

function nameOf(row) {
  return row.scope ? `${row.indicator} (${row.scope})` : row.indicator
}

function formula(row) {
  return row.formula ? h('p', { class: 'formula' }, `Cách tính: ${row.formula}`) : null
}

function details(row) {
  return row.page
    ? h('a', { href: addressOf(row.page), target: '_blank', rel: 'noopener' }, 'Chi tiết')
    : null
}

function tile(row, cite) {
  return h(
    'li',
    { class: 'tile' },
    h('p', { class: 'name' }, `${nameOf(row)}, ${row.area}, ${row.period}`),
    h('p', { class: 'amount' }, upperFirst(row.value)),
    h(
      'p',
      { class: 'about' },
      statusMark(row),
      h('span', {}, [row.measure, ...row.remarks].join(' · ')),
      cite(row.citation),
      details(row),
    ),
    formula(row),
  )
}

const COLUMNS = [
  { header: 'Chỉ tiêu', text: nameOf },
  { header: 'Địa phương', text: (row) => row.area },
  { header: 'Kỳ', text: (row) => upperFirst(row.period), always: true },
  { header: 'Loại chỉ số', text: (row) => [row.measure, ...row.remarks].join(', ') },
  { header: 'Giá trị', text: (row) => row.value, always: true, number: true },
]

function isShared(column, rows) {
  return !column.always && rows.every((row) => column.text(row) === column.text(rows[0]))
}

function tableRow(row, columns, cite) {
  const cells = columns.map((column, i) =>
    h(
      i === 0 ? 'th' : 'td',
      { scope: i === 0 ? 'row' : null, class: column.number ? 'number' : null },
      column.text(row),
      column.number ? formula(row) : null,
    ),
  )
  const source = h('td', {}, cite(row.citation), ' ', details(row))
  return h('tr', {}, cells, h('td', {}, statusMark(row)), source)
}

function table(rows, cite) {
  const shared = COLUMNS.filter((column) => isShared(column, rows))
  const columns = COLUMNS.filter((column) => !shared.includes(column))
  const caption = shared.map((column) => column.text(rows[0])).join(' · ') || 'Số liệu'
  const heads = [...columns, { header: 'Loại số liệu' }, { header: 'Nguồn' }].map((column) =>
    h('th', { scope: 'col', class: column.number ? 'number' : null }, column.header),
  )
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Bảng: ${caption}` },
    h(
      'table',
      {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, heads)),
      h(
        'tbody',
        {},
        rows.map((row) => tableRow(row, columns, cite)),
      ),
    ),
  )
}

/** Tiles or a table; null without figures. `cite(n)` makes the button of a citation. */
export function figuresOf(rows, cite) {
  if (rows.length === 0) return null
  return rows.length <= MOST_TILES
    ? h(
        'ul',
        { class: 'tiles' },
        rows.map((row) => tile(row, cite)),
      )
    : table(rows, cite)
}
