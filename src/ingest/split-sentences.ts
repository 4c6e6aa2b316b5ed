/** Sentence borders of Vietnamese prose as newspapers print it. */
import { foldKey } from '../vietnamese/fold.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

/** Folded; a full stop after one of these ends no sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'tp tx tt q p h x ths ts gs pgs bs ks cn ub st no nr vs tr ong ba dc co ltd inc cty dt dd tk stt vv'.split(
    ' ',
  ),
)

/**
 * A stop, what closes with it, and the gap; the gap may be missing after a word in lower case. The
 * look-behind keeps a row of dots from being tried anew from each of its dots.
 */
const STOP = /(?<![.!?…])([.!?…]+)(["”’')\]]*)(\s+|(?=["“‘(]?\p{Lu}))/gu
const OPENS = /^["“‘'([+–—-]*\s*[\p{Lu}\p{N}]/u
/** "A", "Ng", "Th": what is left of a name. */
const INITIAL = /^(?:\p{Lu}|[CGKNPT][hgr]|Ngh?)$/u
/** Farther back than any word that matters; a look at the whole sentence for each stop is slow. */
const LOOK_BACK = 40
const WORD_BEFORE = /[\p{L}\p{M}\p{N}]+$/u

function isBorder(
  text: string,
  from: number,
  at: number,
  stop: string,
  gap: string,
  next: number,
): boolean {
  if (!OPENS.test(text.slice(next, next + 6))) return false
  if (/[!?]/.test(stop)) return true
  const before = text.slice(Math.max(from, at - LOOK_BACK), at)
  const word = WORD_BEFORE.exec(before)?.[0] ?? ''
  if (stop === '.') {
    // "1. Giá trị …" and "II. Thương mại" number a line; "P.H" and "TP. Huế" are abbreviations.
    if (before.trim() === word && /^(?:\d{1,2}|[IVX]{1,4}|\p{L})$/u.test(word)) return false
    if (INITIAL.test(word) || ABBREVIATIONS.has(foldKey(word))) return false
    if (gap === '' && !/^\p{Ll}/u.test(word)) return word === '' && /\s$/.test(before)
    return true
  }
  return gap !== '' || /\p{Ll}$/u.test(word)
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

function splitLine(text: string, start: number, end: number): Span[] {
  const spans: Span[] = []
  let from = start
  const line = text.slice(start, end)
  for (const hit of line.matchAll(STOP)) {
    const at = start + hit.index
    const [whole = '', stop = '', closing = '', gap = ''] = hit
    const next = at + whole.length
    if (next >= end || !isBorder(text, from, at, stop, gap, next)) continue
    spans.push(trimmed(text, from, at + stop.length + closing.length))
    from = next
  }
  spans.push(trimmed(text, from, end))
  return spans.filter((span) => span.end > span.start)
}

/** True when a line break stands inside a sentence: hard-wrapped text goes on in lower case. */
function goesOn(text: string, lineEnd: number): boolean {
  const next = /^\n[ \t]*(\S)/.exec(text.slice(lineEnd, lineEnd + 80))
  return (
    next !== null &&
    /\p{Ll}/u.test(next[1] ?? '') &&
    /[\p{L}\p{N},%]\s*$/u.test(text.slice(Math.max(0, lineEnd - 20), lineEnd))
  )
}

/**
 * The sentences of `text` between two offsets, trimmed, in order. A line break ends a sentence unless
 * the next line goes on in lower case; "TP. Huế", "1.5 tỷ", "1. Giá trị" and initials do not.
 */
export function splitSentences(text: string, start = 0, end = text.length): Span[] {
  const spans: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && (text.charCodeAt(at) !== 10 || goesOn(text, at))) continue
    spans.push(...splitLine(text, from, at))
    from = at + 1
  }
  return spans
}
