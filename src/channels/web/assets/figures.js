/** The figures of an answer: tiles for a few, a table for many. Values come worded by the server. */
import { addressOf } from './api.js'
import { h } from './dom.js'

const MOST_TILES = 2

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

function pageLink(row, text) {
  return row.page
    ? h('a', { href: addressOf(row.page), target: '_blank', rel: 'noopener' }, text)
    : text
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
      row.page ? pageLink(row, 'Chi tiết') : null,
    ),
    formula(row),
  )
}

const COLUMNS = [
  { header: 'Chỉ tiêu', text: nameOf },
  { header: 'Địa phương', text: (row) => row.area },
  { header: 'Kỳ', text: (row) => upperFirst(row.period), always: true, look: 'short' },
  { header: 'Loại chỉ số', text: (row) => [row.measure, ...row.remarks].join(', ') },
  { header: 'Giá trị', text: (row) => row.value, always: true, look: 'number' },
]

function isShared(column, rows) {
  return !column.always && rows.every((row) => column.text(row) === column.text(rows[0]))
}

function dataCell(row, column, isFirst) {
  const isNumber = column.look === 'number'
  return h(
    isFirst ? 'th' : 'td',
    { scope: isFirst ? 'row' : null, role: isFirst ? 'rowheader' : 'cell', class: column.look },
    isNumber ? pageLink(row, column.text(row)) : column.text(row),
    isNumber ? formula(row) : null,
  )
}

function tableRow(row, columns, cite) {
  return h(
    'tr',
    { role: 'row' },
    columns.map((column, i) => dataCell(row, column, i === 0)),
    h('td', { role: 'cell', class: 'status-cell' }, statusMark(row)),
    h('td', { role: 'cell', class: 'source-cell' }, cite(row.citation)),
  )
}

const ENDS = [{ header: 'Loại số liệu' }, { header: 'Nguồn' }]
const MANY = 4

/** Roles are written out because the narrow look takes them from the elements. */
function table(rows, cite) {
  const shared = COLUMNS.filter((column) => isShared(column, rows))
  const columns = COLUMNS.filter((column) => !shared.includes(column))
  const caption = shared.map((column) => column.text(rows[0])).join(' · ') || 'Số liệu'
  const heads = [...columns, ...ENDS].map((column) =>
    h('th', { scope: 'col', role: 'columnheader', class: column.look }, column.header),
  )
  const size = columns.length + ENDS.length > MANY ? 'many' : null
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Bảng: ${caption}` },
    h(
      'table',
      { role: 'table', class: size },
      h('caption', {}, caption),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, heads)),
      h(
        'tbody',
        { role: 'rowgroup' },
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
