/** HTML pages: the article's body, its tables, and what the page says of itself. */
import { AppError } from '../../model/errors.ts'
import { newestYear } from '../identify-published.ts'
import { decodeText } from '../read-decode.ts'
import { toRecord } from '../read-record.ts'
import type { SourceDocument } from './document.ts'
import {
  type DomDocument,
  type DomElement,
  type DomNode,
  isElement,
  isText,
  parseDocument,
} from './dom.ts'
import { readMetadata } from './html-metadata.ts'
import { isDataTable, rowsOf } from './html-tables.ts'
import { Layout } from './layout.ts'

const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const UNREAD = new Set(
  'script style noscript template iframe object embed svg canvas video audio button select option input textarea head'.split(
    ' ',
  ),
)
const AROUND =
  'nav, header, footer, aside, form, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [aria-hidden="true"], [hidden]'
/** Marks elements before the readability library copies them, so that left-out tables find their place. */
const PLACE = 'data-place'
/** Less text than this is no article: the whole page is read instead. */
const SHORTEST_ARTICLE = 250
const MOST_ELEMENTS = 200_000
/** Headline and date are not written again when the body begins with them. */
const OPENING = 600

function tag(element: DomElement): string {
  return element.tagName.toLowerCase()
}

/** Writes a tree as lines and tables. */
class Writer {
  readonly layout = new Layout()
  #line = ''
  readonly #afterPlace: (place: number) => readonly DomElement[]

  constructor(afterPlace: (place: number) => readonly DomElement[]) {
    this.#afterPlace = afterPlace
  }

  write(node: DomNode): void {
    if (isText(node)) this.#line += (node.textContent ?? '').replace(/\s+/g, ' ')
    else if (isElement(node)) this.#element(node)
  }

  #element(element: DomElement): void {
    const name = tag(element)
    if (UNREAD.has(name)) return
    if (name === 'br') this.breakLine()
    else if (name === 'table' && isDataTable(element)) this.#table(element)
    else this.#inside(element, name)
  }

  #inside(element: DomElement, name: string): void {
    const isBlock = BLOCKS.has(name)
    if (isBlock) this.breakLine()
    if (name === 'td' || name === 'th') this.#line += ' '
    for (const child of element.childNodes) this.write(child)
    if (isBlock) {
      this.breakLine()
      this.layout.endBlock()
    }
    const place = Number(element.getAttribute(PLACE) ?? Number.NaN)
    if (Number.isFinite(place)) for (const table of this.#afterPlace(place)) this.#table(table)
  }

  #table(table: DomElement): void {
    this.breakLine()
    this.layout.addTable(rowsOf(table), table.querySelector('caption')?.textContent ?? '')
  }

  breakLine(): void {
    this.layout.addLine(this.#line)
    this.#line = ''
  }
}

function markPlaces(document: DomDocument): number {
  let place = 0
  for (const element of document.querySelectorAll('body *'))
    element.setAttribute(PLACE, String(place++))
  return place
}

function placesIn(root: DomElement): number[] {
  return [...root.querySelectorAll(`[${PLACE}]`)].map((element) =>
    Number(element.getAttribute(PLACE)),
  )
}

/** Data tables that the readability library took for decoration, by the element they stand behind. */
function leftOutTables(
  document: DomDocument,
  content: DomElement,
): (place: number) => readonly DomElement[] {
  const kept = placesIn(content).sort((a, b) => a - b)
  const [first, last] = [kept[0], kept.at(-1)]
  const behind = new Map<number, DomElement[]>()
  if (first === undefined || last === undefined) return () => []
  const keptSet = new Set(kept)
  for (const table of document.querySelectorAll('table')) {
    const place = Number(table.getAttribute(PLACE))
    if (keptSet.has(place) || place < first || !isDataTable(table)) continue
    const before = kept.findLast((other) => other < place) ?? last
    behind.set(before, [...(behind.get(before) ?? []), table])
  }
  return (place) => behind.get(place) ?? []
}

async function findBody(
  document: DomDocument,
  html: string,
  name: string,
): Promise<{ content: DomElement; tablesAfter: (place: number) => readonly DomElement[] }> {
  const { Readability } = await import('@mozilla/readability')
  const whole = document.body
  if (!whole) throw new AppError('input-invalid', `HTML không có nội dung: ${name}`)
  // The library changes the tree it works on, so it gets one of its own.
  const copy = await parseDocument(html, name)
  markPlaces(copy)
  const options = {
    charThreshold: SHORTEST_ARTICLE,
    serializer: (node: unknown) => node as DomElement,
  }
  const parsed = new Readability<DomElement>(copy as never, options as never).parse()
  const content = parsed?.content
  if (content && (content.textContent ?? '').trim().length >= SHORTEST_ARTICLE) {
    return { content, tablesAfter: leftOutTables(document, content) }
  }
  for (const element of whole.querySelectorAll(AROUND)) element.remove()
  return { content: whole, tablesAfter: () => [] }
}

/** The page's own date, unless the text speaks of years long before it. */
function believable(published: string | null, prose: string): string | null {
  const newest = newestYear(prose)
  const isLate =
    published !== null && newest !== undefined && Number(published.slice(0, 4)) - newest > 2
  return isLate ? null : published
}

/** Lines with a date that stand right above the article, where sites print it. */
function visibleStamp(document: DomDocument): string {
  const selector =
    'time, [class*="date"], [class*="time"], [class*="ngay"], [id*="date"], [itemprop="datePublished"]'
  for (const element of document.querySelectorAll(selector)) {
    const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (words.length <= 80 && /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(words)) return words
  }
  return ''
}

/** A tree laid out as text and tables, nothing left out. */
export function layOutTree(root: DomElement): ReturnType<Layout['finish']> {
  const writer = new Writer(() => [])
  writer.write(root)
  writer.breakLine()
  return writer.layout.finish()
}

const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i
const HEAD_BYTES = 4096

/** Text of the bytes of a page: by the header's charset, or the one its head names, else UTF-8. */
export function decodeHtml(bytes: Uint8Array, name: string, charset?: string): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  return decodeText(bytes, name, charset ?? META_CHARSET.exec(head)?.[1])
}

/**
 * The document of an HTML page. Title, date and publisher come from its metadata and go into the
 * record; the stored text is headline, visible date, body, with tables as lines. Throws `input-empty`
 * for a page without words and `input-invalid` for one that cannot be parsed.
 */
export async function readHtml(
  html: string,
  name: string,
  url: string | null,
): Promise<SourceDocument> {
  const document = await parseDocument(html, name)
  if (markPlaces(document) > MOST_ELEMENTS) {
    throw new AppError('input-too-large', `HTML có quá nhiều phần tử: ${name}`)
  }
  const metadata = readMetadata(document)
  const stamp = visibleStamp(document)
  const { content, tablesAfter } = await findBody(document, html, name)
  const opening = (content.textContent ?? '').replace(/\s+/g, ' ').slice(0, OPENING)
  const writer = new Writer(tablesAfter)
  for (const line of [metadata.title ?? '', stamp]) {
    if (!opening.includes(line)) writer.layout.addLine(line)
    writer.layout.endBlock()
  }
  writer.write(content)
  writer.breakLine()
  const { text, tables } = writer.layout.finish()
  const { title, publisher } = metadata
  const published = believable(metadata.published, text)
  const fields = { title, publisher, published, url: url ?? metadata.url }
  return { record: toRecord(fields, text, name), tables, pages: [] }
}
