/** Tells an article's prose from what surrounds it on a page. Nothing is removed: spans are named. */
import { type CutLine, cutLine } from './clean-cut.ts'
import { isProse, isTitleLike, type Line, toLines } from './clean-lines.ts'
import { headingKind, isByline, isFormField, isPictureMark, LINE_RULES } from './clean-rules.ts'

/** A part of the text that is no prose of the article, and the rule that said so. */
export interface Boilerplate {
  readonly start: number
  readonly end: number
  readonly rule: string
}

/** The lines of a text, each with the rule that dropped it (undefined: it stays). */
class Page {
  readonly lines: readonly Line[]
  readonly #rules: (string | undefined)[]
  #proseBefore: number[] | undefined

  constructor(lines: readonly CutLine[]) {
    this.lines = lines
    this.#rules = lines.map((line) => line.rule ?? LINE_RULES.find((rule) => rule.test(line))?.id)
  }

  isKept(index: number): boolean {
    return this.#rules[index] === undefined
  }

  drop(index: number, rule: string): void {
    this.#rules[index] ??= rule
  }

  /** Characters of prose in the lines from `from` up to `to`, as it was before any list was dropped. */
  prose(from: number, to: number): number {
    this.#proseBefore ??= this.#sumProse()
    return (this.#proseBefore[to] ?? 0) - (this.#proseBefore[from] ?? 0)
  }

  #sumProse(): number[] {
    const sums = [0]
    this.lines.forEach((line, i) => {
      const counts = this.isKept(i) && (isProse(line) || line.hasFigure)
      sums.push((sums[i] ?? 0) + (counts ? line.text.length : 0))
    })
    return sums
  }

  spans(): Boilerplate[] {
    return this.lines.flatMap((line, i) => {
      const rule = this.#rules[i]
      return rule === undefined ? [] : [{ start: line.start, end: line.end, rule }]
    })
  }
}

const LONGEST_CAPTION = 250
/** Share bars and labels that may stand between an author's name and the next heading. */
const LINES_BELOW_SIGNATURE = 12

function dropCaptions(page: Page): void {
  page.lines.forEach((line, i) => {
    const next = page.lines[i + 1]
    if (!next || !isPictureMark(line)) return
    const isShort = next.text.length <= LONGEST_CAPTION && !/\.\s+\p{Lu}/u.test(next.text)
    const isOpen = !/[.:;]$/.test(next.text) || next.text.length <= 120
    if (isShort && isOpen && !next.hasFigure) page.drop(i + 1, 'clean.picture-caption')
  })
}

function dropForms(page: Page): void {
  page.lines.forEach((line, i) => {
    const neighbours = [page.lines[i - 1], page.lines[i + 1]]
    if (!isFormField(line)) return
    if (line.words.endsWith(' no image') || neighbours.some((n) => n && isFormField(n))) {
      page.drop(i, 'clean.form')
    }
  })
}

/** True when an author's name or an end mark closes the article right before the line. */
function isSignedOff(page: Page, index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - LINES_BELOW_SIGNATURE); i--) {
    const line = page.lines[i]
    if (!line) return false
    if (line.text.endsWith('./.')) return true
    if (isByline(line)) return page.prose(0, i) > 0
    if (page.isKept(i) && !isFormField(line)) return false
  }
  return false
}

/** True when the article is over at this heading, so that everything below it is not of it. */
function isOverAt(page: Page, index: number, kind: 'tail' | 'comments' | 'aside'): boolean {
  const before = page.prose(0, index)
  if (before === 0) return false
  const after = page.prose(index + 1, page.lines.length)
  if (after === 0 || isSignedOff(page, index)) return true
  return kind === 'aside' ? false : before >= after * (kind === 'tail' ? 0.6 : 1)
}

function dropTail(page: Page, index: number, rule: string): void {
  for (let i = index; i < page.lines.length; i++) page.drop(i, rule)
}

/** Drops titles of other articles that stand under a heading in the middle of the text. */
function dropAside(page: Page, index: number): void {
  page.drop(index, 'clean.other-news')
  for (let i = index + 1; i < page.lines.length; i++) {
    const line = page.lines[i]
    if (!line || !page.isKept(i)) continue
    if (!isTitleLike(line) || isProse(line)) return
    page.drop(i, 'clean.other-news')
  }
}

function dropLists(page: Page): void {
  for (let i = 0; i < page.lines.length; i++) {
    const line = page.lines[i]
    const kind = line && headingKind(line)
    if (!kind) continue
    if (isOverAt(page, i, kind)) {
      dropTail(page, i, kind === 'comments' ? 'clean.comments' : 'clean.other-news')
      return
    }
    if (kind === 'comments') page.drop(i, 'clean.comments')
    else dropAside(page, i)
  }
}

/** Drops the author's name under the last paragraph. */
function dropSignature(page: Page): void {
  for (let i = page.lines.length - 1; i > 0; i--) {
    if (!page.isKept(i)) continue
    const line = page.lines[i]
    if (!line || !isByline(line) || page.prose(0, i) === 0) return
    page.drop(i, 'clean.byline')
  }
}

/**
 * The spans of `text` that are no prose of the article, in order and without overlap: menus, stamps,
 * captions, signatures, share bars, comment forms, lists of other news. A line with a figure is only
 * dropped where it stands in a list of other news or under the end of the article.
 */
export function findBoilerplate(text: string): Boilerplate[] {
  const page = new Page(toLines(text).flatMap(cutLine))
  dropCaptions(page)
  dropForms(page)
  dropLists(page)
  dropSignature(page)
  return page.spans()
}
