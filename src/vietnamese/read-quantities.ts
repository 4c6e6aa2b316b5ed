/** Reads quantities: a number with its scale, unit and bound, as tokens of a text. */
import { Decimal } from 'decimal.js'
import type { Bound } from '../model/figure.ts'
import { compilePhrases, type PhraseRule, type Token, tokenize } from './engine.ts'
import {
  DIGIT_WORDS,
  MULTIPLE_WORDS,
  SCALE_SPELLING,
  SCALE_WORDS,
  TEN_WORDS,
} from './lexicon/numerals.ts'
import { UNITS, type UnitKind } from './lexicon/units.ts'
import { boundBefore, signBefore, tailAfter } from './quantity-marks.ts'
import { mistypedDigit, readNumber, scaleByTen } from './read-number.ts'
import { keyOfWord } from './spelling.ts'

/** A number with its unit; `from`/`to` are token indexes, `start`/`end` text offsets. */
export interface Quantity {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly value: string
  readonly high: string | null
  /** As a figure spells it: "nghìn tỷ đồng", "%", "tấn". */
  readonly unit: string
  readonly unitKind: UnitKind
  readonly bound: Bound | null
  /** "+" or "-" printed in front. */
  readonly sign: '+' | '-' | null
  /** The number had to be mended: mistyped digit, separator or unit. */
  readonly repaired: boolean
  /** "tấn/ngày", "đồng/kg": an amount for each of something. */
  readonly per: boolean
  /** The first number as printed. */
  readonly raw: string
}

interface UnitPhrase extends PhraseRule {
  readonly unit: string
  readonly kind: UnitKind
}

const byKey = <T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(table).map(([word, value]) => [keyOfWord(word), value]))

const SCALES = byKey<number>(SCALE_WORDS)
const DIGITS = byKey<number>(DIGIT_WORDS)
const TENS = byKey<number>(TEN_WORDS)
const MULTIPLES = byKey<string>(MULTIPLE_WORDS)
const SPELLINGS = byKey<string>({ ...SCALE_SPELLING })

const UNIT_MATCHER = compilePhrases<UnitPhrase>(
  UNITS.map((row) => ({
    id: `unit.${row.unit}`,
    patterns: row.words,
    examples: [],
    unit: row.unit,
    kind: row.kind,
  })),
  keyOfWord,
)

/** Units that a number in words may have without a scale: "hai mươi phần trăm", "hai lần". */
const RATIO_KINDS: ReadonlySet<string> = new Set(['percent', 'times'])

interface Amount {
  readonly to: number
  readonly value: string
  readonly scaleWords: readonly string[]
  readonly power: number
  readonly repaired: boolean
}

interface UnitHit {
  readonly to: number
  readonly unit: string
  readonly kind: UnitKind
}

function unitAt(tokens: readonly Token[], at: number): UnitHit | undefined {
  const hit = UNIT_MATCHER.matchAt(tokens, at)
  return hit && { to: hit.to, unit: hit.rule.unit, kind: hit.rule.kind }
}

/** A number spelled in digits at a token, mended where keys slipped: its raw text and the next token. */
function digitsAt(
  tokens: readonly Token[],
  at: number,
): { raw: string; to: number; mended: boolean } | undefined {
  const first = tokens[at]
  if (first?.kind !== 'number') return undefined
  const [mark, second, after] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (mark && second && (mark.key === ',' || mark.key === '.') && after?.key === '%') {
    const slip = second.kind === 'word' ? mistypedDigit(second.key) : undefined
    if (slip && mark.start === first.end && second.start === mark.end)
      return { raw: `${first.key},${slip}`, to: at + 3, mended: true }
    const gap =
      second.kind === 'number' && /^\d{1,2}$/.test(second.key) && /^\d{1,3}$/.test(first.key)
    if (gap && mark.start === first.end)
      return { raw: `${first.key},${second.key}`, to: at + 3, mended: true }
  }
  const spaced = tokens[at + 1]
  if (
    /^[1-9]\d{0,2}$/.test(first.key) &&
    spaced?.kind === 'number' &&
    /^\d{3}(,\d+)?$/.test(spaced.key)
  )
    if (spaced.start === first.end + 1 && SCALES.has(tokens[at + 2]?.key ?? ''))
      return { raw: `${first.key}.${spaced.key}`, to: at + 2, mended: false }
  return { raw: first.key, to: at + 1, mended: false }
}

/** A number in words up to the hundreds ("hai mươi lăm"), only where a scale or unit follows. */
function wordsAt(tokens: readonly Token[], at: number): { value: string; to: number } | undefined {
  let total = 0
  let digit: number | undefined
  let to = at
  for (; to < at + 5; to++) {
    const key = tokens[to]?.key ?? ''
    const ten = TENS.get(key)
    if (ten !== undefined) {
      total += (digit ?? 1) * ten
      digit = undefined
    } else if (DIGITS.has(key) && digit === undefined) digit = DIGITS.get(key)
    else break
  }
  if (to === at) return undefined
  return { value: String(total + (digit ?? 0)), to }
}

function amountAt(tokens: readonly Token[], at: number): (Amount & { raw: string }) | undefined {
  const digits = digitsAt(tokens, at)
  const words = digits ? undefined : wordsAt(tokens, at)
  let to = digits?.to ?? words?.to
  if (to === undefined) return undefined
  const scaleWords: string[] = []
  let power = 0
  let slipped = false
  for (
    let key = tokens[to]?.key ?? '';
    SCALES.has(key) && scaleWords.length < 2;
    key = tokens[to]?.key ?? ''
  ) {
    scaleWords.push(SPELLINGS.get(key) ?? key)
    power += SCALES.get(key) ?? 0
    to++
  }
  if (!power && tokens[to]?.key === 't' && unitAt(tokens, to + 1)?.kind === 'energy') {
    // A lone "t" before an energy unit is a "tỷ" whose end was lost.
    scaleWords.push('tỷ')
    power = 9
    slipped = true
    to++
  }
  if (words)
    return power || RATIO_KINDS.has(unitAt(tokens, to)?.kind ?? '')
      ? { ...words, to, scaleWords, power, repaired: false, raw: words.value }
      : undefined
  if (!digits) return undefined
  const fractional = unitAt(tokens, to)?.kind === 'percent' || unitAt(tokens, to)?.kind === 'times'
  const number = readNumber(digits.raw, fractional)
  if (!number) return undefined
  return {
    to,
    value: number.value,
    scaleWords,
    power,
    repaired: number.repaired || digits.mended || slipped,
    raw: digits.raw,
  }
}

/** "11 tỷ 800 triệu": a second, smaller amount right behind; told in the smaller scale. */
function compound(tokens: readonly Token[], first: Amount): Amount {
  if (!first.power) return first
  const second = amountAt(tokens, first.to)
  if (!second || tokens[first.to]?.kind !== 'number') return first
  if (!second.power || second.power >= first.power) return first
  const value = new Decimal(scaleByTen(first.value, first.power - second.power)).plus(second.value)
  return { ...second, value: value.toFixed(), repaired: first.repaired || second.repaired }
}

/** Dollars in thousands of "tỷ" or more are a decimal printed with a point: "1.234 tỷ USD". */
function sensible(amount: Amount, kind: UnitKind, raw: string): Amount {
  const absurd =
    (kind === 'dollar' && amount.power >= 9 && Number(amount.value) >= 1000) ||
    (kind === 'money' && amount.power >= 12 && Number(amount.value) >= 20_000)
  if (!absurd || !/^\d{1,3}\.\d{3}$/.test(raw)) return amount
  return { ...amount, value: scaleByTen(amount.value, -3), repaired: true }
}

const RANGE_MARKS = new Set(['-', 'đến', 'tới', '~'].map(keyOfWord))

/** The unit of an amount; "9.801 tỷ" alone is money. */
function unitOf(tokens: readonly Token[], amount: Amount): UnitHit | undefined {
  const hit = unitAt(tokens, amount.to)
  if (hit) return hit
  const next = tokens[amount.to]
  const bare = amount.power >= 9 || (amount.power === 6 && next?.kind !== 'word')
  return bare ? { to: amount.to, unit: 'đồng', kind: 'money' } : undefined
}

function multipleAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const [verb, token] = [tokens[at - 1], tokens[at]]
  if (!token || verb?.key !== 'gấp') return undefined
  const digit = DIGITS.get(token.key)
  const value = MULTIPLES.get(token.key) ?? (digit && digit > 1 ? String(digit) : undefined)
  if (!value || tokens[at + 1]?.key === 'lần') return undefined
  const span = { from: at, to: at + 1, start: token.start, end: token.end }
  return {
    ...span,
    value,
    high: null,
    unit: 'lần',
    unitKind: 'times',
    bound: null,
    sign: null,
    repaired: false,
    per: false,
    raw: token.key,
  }
}

/** The quantity whose number starts at token `at`, or undefined. */
export function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const multiple = multipleAt(tokens, at)
  if (multiple) return multiple
  const first = amountAt(tokens, at)
  if (!first) return undefined
  const whole = compound(tokens, first)
  let unit = unitOf(tokens, whole)
  let high: Amount | undefined
  if (
    RANGE_MARKS.has(tokens[unit?.to ?? whole.to]?.key ?? '') &&
    tokens[(unit?.to ?? whole.to) + 1]?.kind === 'number'
  ) {
    const second = amountAt(tokens, (unit?.to ?? whole.to) + 1)
    const secondUnit = second && unitOf(tokens, second)
    const rising = second !== undefined && Number(second.value) > Number(whole.value)
    const listed = second && isRunOn(tokens, at, secondUnit?.to ?? second.to)
    if (second && secondUnit && rising && !listed && (!unit || unit.unit === secondUnit.unit)) {
      high = second
      unit = secondUnit
    }
  }
  if (!unit) return undefined
  const amount = sensible(
    high ? { ...whole, power: high.power, scaleWords: high.scaleWords } : whole,
    unit.kind,
    first.raw,
  )
  const bound = boundBefore(tokens, at)
  const tail = tailAfter(tokens, unit.to)
  const atLeast = tail > unit.to || high !== undefined
  const sign = signBefore(tokens, at)
  const from = bound?.from ?? (sign ? at - 1 : at)
  const last = tokens[tail - 1]
  const start = tokens[from]?.start
  if (!last || start === undefined) return undefined
  return {
    from,
    to: tail,
    start,
    end: last.end,
    value: amount.value,
    high: high?.value ?? null,
    unit: [...amount.scaleWords, unit.unit].join(' '),
    unitKind: unit.kind,
    bound: atLeast
      ? 'at_least'
      : bound?.bound === 'at_least' && bound.from === at - 1 && tokens[at - 1]?.key === 'từ'
        ? null
        : (bound?.bound ?? null),
    sign,
    repaired: amount.repaired,
    per: tokens[tail]?.key === '/' && unit.kind !== 'percent',
    raw: first.raw,
  }
}

/** "1,8% - 30,4% - 66,9%": three numbers, no range. */
function isRunOn(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.key === '-' && tokens[from - 2]?.key === '%'
  return before || (tokens[to]?.key === '-' && tokens[to + 1]?.kind === 'number')
}

/** All quantities of tokens from left to right; `taken` marks tokens that belong to something else (dates). */
export function findQuantities(tokens: readonly Token[], taken?: ArrayLike<unknown>): Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < tokens.length; ) {
    const quantity = taken?.[at] ? undefined : quantityAt(tokens, at)
    if (quantity) found.push(quantity)
    at = quantity ? quantity.to : at + 1
  }
  return found
}

/** All quantities of a text: `readQuantities('đạt 11 tỷ 800 triệu USD')` → one of 11800 "triệu USD". */
export function readQuantities(text: string): Quantity[] {
  return findQuantities(tokenize(text, keyOfWord))
}
