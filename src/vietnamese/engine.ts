/**
 * The matching engine. It knows no Vietnamese: it cuts text into tokens and finds phrases given as
 * tables. Word edges come from the tokens themselves, so a phrase never matches inside a word.
 * Matching walks one trie built from all phrases, so its cost grows with the text, not the tables.
 */

export type TokenKind = 'word' | 'number' | 'mark' | 'break'

/** A piece of the text; `key` is what phrases are compared with, the span is where it stands. */
export interface Token {
  readonly kind: TokenKind
  readonly key: string
  readonly start: number
  readonly end: number
}

/** How a word or mark is compared: case, tone placement, spelling variants, or no diacritics. */
export type KeyOf = (word: string) => string

/** A phrase with an id. `{name}` in a pattern stands for one token of that class. */
export interface PhraseRule {
  readonly id: string
  /** `(a|b)` alternatives, `?` optional, `{class}` one token of a class; the rest literal words. */
  readonly patterns: readonly string[]
  /** Texts in which the rule must fire, and texts in which it must not; they run as tests. */
  readonly examples: readonly string[]
  readonly counterexamples?: readonly string[]
}

/** A token that stood for a class of the pattern. */
export interface Capture {
  readonly name: string
  readonly token: Token
}

/** A rule found at tokens `from` (inclusive) to `to` (exclusive), with its class tokens in order. */
export interface PhraseMatch<R extends PhraseRule> {
  readonly rule: R
  readonly from: number
  readonly to: number
  readonly captures: readonly Capture[]
}

export type TokenClass = (token: Token) => boolean

const LETTER = /[\p{L}\p{M}]/u
const MAX_CACHED_KEYS = 50_000

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return false
  if (code < 0x2000) return true
  return code >= 0x2c00 && LETTER.test(String.fromCharCode(code))
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 0x202f
}

function wordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isLetter(text.charCodeAt(end))) end++
  // "m3", "Q1", "T8" are one word; "đạt1.234" is a word and a number.
  const short = end - start <= 2 && isDigit(text.charCodeAt(end))
  return short && !isDigit(text.charCodeAt(end + 1)) && !isFraction(text, end + 1) ? end + 1 : end
}

function isFraction(text: string, at: number): boolean {
  const mark = text[at]
  return (mark === '.' || mark === ',') && isDigit(text.charCodeAt(at + 1))
}

function numberEnd(text: string, start: number): number {
  let end = start
  while (isDigit(text.charCodeAt(end)) || isFraction(text, end)) end++
  return end
}

/** Cuts a text into words, numbers (with their separators), single marks and line breaks. */
export function tokenize(text: string, keyOf: KeyOf, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      at++
      continue
    }
    let kind: TokenKind = 'mark'
    let end = at + 1
    if (code === 10) kind = 'break'
    else if (isDigit(code)) {
      kind = 'number'
      end = numberEnd(text, at)
    } else if (isLetter(code)) {
      kind = 'word'
      end = wordEnd(text, at)
    }
    end = Math.min(end, to)
    const raw = text.slice(at, end)
    tokens.push({ kind, key: kind === 'number' ? raw : keyOf(raw), start: at, end })
    at = end
  }
  return tokens
}

/** Remembers the keys of words already seen; most words of a text are the same few thousand. */
export function cachedKey(keyOf: KeyOf): KeyOf {
  const cache = new Map<string, string>()
  return (word) => {
    let key = cache.get(word)
    if (key === undefined) {
      if (cache.size >= MAX_CACHED_KEYS) cache.clear()
      key = keyOf(word)
      cache.set(word, key)
    }
    return key
  }
}

interface Node<R extends PhraseRule> {
  readonly words: Map<string, Node<R>>
  readonly classes: { readonly name: string; readonly test: TokenClass; readonly next: Node<R> }[]
  rule: R | undefined
}

type Step = { readonly word: string } | { readonly className: string }

const PATTERN_PART = /\{([^}]+)\}|([()|?])|[^\s{}()|?]+/gu

/** Spells out one pattern: every way through its alternatives and options, as steps. */
function expandPattern(pattern: string, keyOf: KeyOf): Step[][] {
  const parts = [...pattern.matchAll(PATTERN_PART)]
  let at = 0
  const atom = (): Step[][] => {
    const part = parts[at++]
    if (!part) throw new Error(`pattern ends early: ${pattern}`)
    if (part[1]) return [[{ className: part[1] }]]
    if (part[2] !== '(') return [tokenize(part[0], keyOf).map((t) => ({ word: t.key }))]
    const inner = alternatives()
    if (parts[at++]?.[0] !== ')') throw new Error(`bracket left open: ${pattern}`)
    return inner
  }
  const sequence = (): Step[][] => {
    let ways: Step[][] = [[]]
    while (at < parts.length && parts[at]?.[0] !== ')' && parts[at]?.[0] !== '|') {
      const options = atom()
      if (parts[at]?.[0] === '?') {
        at++
        options.push([])
      }
      ways = ways.flatMap((way) => options.map((option) => [...way, ...option]))
    }
    return ways
  }
  const alternatives = (): Step[][] => {
    const ways = sequence()
    while (parts[at]?.[0] === '|') {
      at++
      ways.push(...sequence())
    }
    return ways
  }
  const ways = alternatives()
  if (at < parts.length) throw new Error(`cannot read pattern: ${pattern}`)
  return ways
}

function newNode<R extends PhraseRule>(): Node<R> {
  return { words: new Map(), classes: [], rule: undefined }
}

function nextNode<R extends PhraseRule>(
  node: Node<R>,
  step: Step,
  classes: Readonly<Record<string, TokenClass>>,
): Node<R> {
  if ('word' in step) {
    const next = node.words.get(step.word) ?? newNode<R>()
    node.words.set(step.word, next)
    return next
  }
  const known = node.classes.find((c) => c.name === step.className)
  if (known) return known.next
  const test = classes[step.className]
  if (!test) throw new Error(`unknown token class: ${step.className}`)
  const next = newNode<R>()
  node.classes.push({ name: step.className, test, next })
  return next
}

/** Finds phrases in tokens; made once from tables, then used for every text. */
export interface PhraseMatcher<R extends PhraseRule> {
  /** The longest phrase that starts at token `at`; the rule listed first wins among equals. */
  matchAt(tokens: readonly Token[], at: number): PhraseMatch<R> | undefined
  /** All longest phrases from left to right, none overlapping another. */
  scan(tokens: readonly Token[]): PhraseMatch<R>[]
}

/** Builds a matcher. Throws on a pattern that cannot be read: tables are code, not input. */
export function compilePhrases<R extends PhraseRule>(
  rules: readonly R[],
  keyOf: KeyOf,
  classes: Readonly<Record<string, TokenClass>> = {},
): PhraseMatcher<R> {
  const root = newNode<R>()
  for (const rule of rules) {
    for (const pattern of rule.patterns) {
      for (const steps of expandPattern(pattern, keyOf)) {
        if (steps.length === 0) throw new Error(`empty pattern in ${rule.id}`)
        const node = steps.reduce((n, step) => nextNode(n, step, classes), root)
        node.rule ??= rule
      }
    }
  }
  const matchAt = (tokens: readonly Token[], at: number): PhraseMatch<R> | undefined => {
    let best: PhraseMatch<R> | undefined
    const walk = (node: Node<R>, i: number, captures: readonly Capture[]): void => {
      if (node.rule && (!best || i > best.to)) best = { rule: node.rule, from: at, to: i, captures }
      const token = tokens[i]
      if (!token) return
      const literal = node.words.get(token.key)
      if (literal) walk(literal, i + 1, captures)
      for (const { name, test, next } of node.classes) {
        if (test(token)) walk(next, i + 1, [...captures, { name, token }])
      }
    }
    walk(root, at, [])
    return best
  }
  const scan = (tokens: readonly Token[]): PhraseMatch<R>[] => {
    const found: PhraseMatch<R>[] = []
    for (let i = 0; i < tokens.length; ) {
      const hit = matchAt(tokens, i)
      if (hit) found.push(hit)
      i = hit ? hit.to : i + 1
    }
    return found
  }
  return { matchAt, scan }
}
