/** Cuts an article into the passages that are searched and quoted as one. */
import type { Passage } from '../model/article.ts'
import { type Span, splitSentences } from './split-sentences.ts'

const SHORTEST = 300
const LONGEST = 900
/** A line of this length or less without a full stop heads what follows. */
const LONGEST_HEADING = 120

/** The paragraphs of the prose: lines outside the boilerplate, trimmed. */
function proseLines(text: string, boilerplate: readonly Span[]): Span[][] {
  const runs: Span[][] = [[]]
  let at = 0
  const takeUntil = (end: number): void => {
    for (let from = at; from < end; ) {
      const lineBreak = text.indexOf('\n', from)
      const to = lineBreak < 0 || lineBreak > end ? end : lineBreak
      const raw = text.slice(from, to)
      const start = from + raw.length - raw.trimStart().length
      if (start < to) runs.at(-1)?.push({ start, end: start + raw.trim().length })
      from = to + 1
    }
  }
  for (const span of [...boilerplate].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue
    takeUntil(span.start)
    if (runs.at(-1)?.length) runs.push([])
    at = span.end
  }
  takeUntil(text.length)
  return runs.filter((run) => run.length > 0)
}

function isHeading(text: string, line: Span): boolean {
  return (
    line.end - line.start <= LONGEST_HEADING && !/[.!?;…]$/.test(text.slice(line.start, line.end))
  )
}

/** A paragraph longer than a passage as several spans that end with a sentence. */
function cutLong(text: string, line: Span): Span[] {
  if (line.end - line.start <= LONGEST) return [line]
  const parts: Span[] = []
  for (const sentence of splitSentences(text, line.start, line.end)) {
    const last = parts.at(-1)
    if (last && sentence.end - last.start <= LONGEST)
      parts[parts.length - 1] = { start: last.start, end: sentence.end }
    else parts.push(sentence)
  }
  return parts.flatMap((part) => cutHard(text, part))
}

/** A sentence beyond all measure is cut at spaces, never inside a word. */
function cutHard(text: string, part: Span): Span[] {
  const parts: Span[] = []
  let { start } = part
  while (part.end - start > LONGEST) {
    const space = text.slice(start, start + LONGEST + 1).lastIndexOf(' ')
    const end = start + (space > 0 ? space : LONGEST)
    parts.push({ start, end })
    start = text.charAt(end) === ' ' ? end + 1 : end
  }
  parts.push({ start, end: part.end })
  return parts.filter((p) => p.end > p.start)
}

function joinRun(text: string, run: readonly Span[]): Span[] {
  const passages: Span[] = []
  let open: Span | undefined
  for (const piece of run.flatMap((line) => cutLong(text, line))) {
    const length: number = open ? open.end - open.start : 0
    const joined: number = open ? piece.end - open.start : 0
    const startsSection: boolean = length >= SHORTEST && isHeading(text, piece)
    if (open && joined <= LONGEST && length < SHORTEST && !startsSection)
      open = { start: open.start, end: piece.end }
    else {
      if (open) passages.push(open)
      open = piece
    }
  }
  if (open) passages.push(open)
  return passages
}

/**
 * The passages of a stored text: whole paragraphs of 300–900 characters where the article allows,
 * headings kept with what they head, nothing of the boilerplate. `text.slice(start, end)` is the
 * passage's text. Empty for a text that is all boilerplate.
 */
export function splitPassages(text: string, boilerplate: readonly Span[]): Passage[] {
  return proseLines(text, boilerplate)
    .flatMap((run) => joinRun(text, run))
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
}
