/** The small part of a document tree that reading needs, and how to get it. */
import { AppError } from '../../model/errors.ts'

export interface DomNode {
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}
export interface DomElement extends DomNode {
  readonly tagName: string
  readonly parentElement: DomElement | null
  readonly children: Iterable<DomElement>
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  remove(): void
}
export interface DomDocument {
  readonly documentElement: DomElement | null
  readonly body: DomElement | null
  readonly head: DomElement | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

const ELEMENT = 1
const TEXT = 3

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT
}

export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT
}

/** Pages are some dozens of elements deep; algorithms on trees become slow far beyond that. */
const DEEPEST = 600

function checkDepth(body: DomElement, name: string): void {
  let level: DomElement[] = [body]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new AppError('input-invalid', `HTML lồng nhau quá sâu: ${name}`)
    level = level.flatMap((element) => [...element.children])
  }
}

/** The tree of an HTML text. Throws `input-invalid` when it cannot be one or is nested too deep. */
export async function parseDocument(html: string, name: string): Promise<DomDocument> {
  const { parseHTML } = await import('linkedom')
  const isWhole = /<html[\s>]/i.test(html)
  const whole = isWhole ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  const { document } = parseHTML(whole) as unknown as { readonly document: DomDocument }
  if (!document.documentElement || !document.body) {
    throw new AppError('input-invalid', `HTML hỏng: ${name}`)
  }
  checkDepth(document.body, name)
  return document
}
