/**
 * What the yardstick takes for equal. It brings its own folding and unit reading on purpose: a
 * yardstick that used the code it measures would share its mistakes. Figures are compared as
 * floating-point numbers of nine digits here, and only here.
 */

/** A figure as the yardstick sees it, wherever it comes from; `value` is a number or a decimal string. */
export interface Stated {
  readonly indicator: string
  readonly area?: string | null | undefined
  readonly borders?: string | null | undefined
  readonly scope?: string | null | undefined
  readonly period: string
  readonly measure: string
  readonly value: number | string
  readonly unit: string
  readonly status?: string | null | undefined
}

/** Lower case without diacritics, runs of spaces as one. */
export function fold(words: string | null | undefined): string {
  return (words ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('đ', 'd')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Folded letters and digits alone. */
export function squeeze(words: string | null | undefined): string {
  return fold(words).replace(/[^a-z0-9]/g, '')
}

const KIND_OF_PLACE = /^(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?)\s*/u

/** A place's squeezed name without what kind of place it is. */
function place(name: string): string {
  return squeeze(name.trim().toLowerCase().normalize('NFC').replace(KIND_OF_PLACE, ''))
}

export type AreaKey = (area: string | null | undefined) => string

/**
 * Makes the function that brings an area's spellings together: `'Cẩm Giàng, Hải Dương'` →
 * `'camgiang,haiduong'`; a name alone is a province or the country; no area is `''`.
 */
export function areaKeys(
  provinces: Iterable<{ readonly name: string; readonly aliases: readonly string[] }>,
): AreaKey {
  const alias = new Map<string, string>()
  for (const { name, aliases } of provinces) {
    for (const spelling of [name, ...aliases]) {
      if (!alias.has(squeeze(spelling))) alias.set(squeeze(spelling), squeeze(name))
    }
  }
  for (const hue of ['hue', 'thanhphohue']) alias.set(hue, 'thuathienhue')
  for (const country of ['canuoc', 'toanquoc']) alias.set(country, 'vietnam')
  return (area) => {
    const parts = (area ?? '').split(',').filter((part) => part.trim() !== '')
    const last = parts.pop()
    if (last === undefined) return ''
    const province = alias.get(squeeze(last)) ?? alias.get(place(last)) ?? place(last)
    return [...parts.map(place), province].join(',')
  }
}

const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghìn|ngàn)\s*tỷ/u, 1e12],
  [/^triệu\s*tỷ/u, 1e15],
  [/^tỷ/u, 1e9],
  [/^(?:triệu|tr\.?)(?=[\s.]|đ|u|$)/u, 1e6],
  [/^(?:nghìn|ngàn)/u, 1e3],
]

const SAME_UNIT: Readonly<Record<string, string>> = {
  d: 'dong',
  vnd: 'dong',
  'dong viet nam': 'dong',
  do: 'usd',
  'do la': 'usd',
  'do la my': 'usd',
  us$: 'usd',
  $: 'usd',
  'my kim': 'usd',
}

/** Multiple and base of a unit: `'nghìn tỷ đồng'` → 1e12 of `'dong'`. */
export function unitOf(words: string | null | undefined): { times: number; base: string } {
  const unit = (words ?? '').trim().toLowerCase().normalize('NFC').replaceAll('tỉ', 'tỷ')
  if (unit === '%' || unit === 'phần trăm') return { times: 1, base: '%' }
  for (const [pattern, times] of MULTIPLES) {
    const hit = pattern.exec(unit)
    if (hit) return { times, base: baseOf(unit.slice(hit[0].length)) }
  }
  return { times: 1, base: baseOf(unit) }
}

function baseOf(unit: string): string {
  const trim = (words: string) => words.replace(/^[ .]+|[ .]+$/g, '')
  const folded = trim(fold(trim(unit)))
  return SAME_UNIT[folded] ?? folded
}

/** A decimal number, or undefined for anything else. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || !/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(value))
    return undefined
  return Number(value)
}

/** Nine significant digits: enough to tell figures apart, too few to tell 0.1 + 0.2 from 0.3. */
export const nineDigits = (value: number) => Number(value.toPrecision(9))

export interface Amount {
  readonly measure: string
  /** In the base unit: đồng, USD, %. */
  readonly value: number
  readonly base: string
}

/** A figure's amount; undefined without a number. An IIP level is read as growth, so that "đạt 108,3%" equals "tăng 8,3%". */
export function amountOf(figure: Stated): Amount | undefined {
  const number = toNumber(figure.value)
  if (number === undefined) return undefined
  const { times, base } = unitOf(figure.unit)
  const value = number * times
  if (figure.indicator === 'iip' && figure.measure === 'level' && base === '%' && value > 40) {
    return { measure: 'yoy', value: nineDigits(value - 100), base }
  }
  return { measure: figure.measure, value: nineDigits(value), base }
}

/** Whether two scopes share half of the shorter one's words; the whole equals only the whole. */
export function sameScope(a: Pick<Stated, 'scope'>, b: Pick<Stated, 'scope'>): boolean {
  const first = wordsOf(a.scope)
  const second = wordsOf(b.scope)
  if (first.size === 0 || second.size === 0) return first.size === second.size
  const shared = [...first].filter((word) => second.has(word)).length
  return shared / Math.min(first.size, second.size) >= 0.5
}

const wordsOf = (scope: string | null | undefined) =>
  new Set(
    fold(scope)
      .split(' ')
      .filter((word) => word !== ''),
  )

const EQUAL_STATUS = ['estimate preliminary', 'forecast target', 'estimate forecast']

/** Whether two statuses are taken for the same: `ước` and `sơ bộ`, `dự kiến` and the words around it. */
export function sameStatus(a: string | null | undefined, b: string | null | undefined): boolean {
  return (a ?? null) === (b ?? null) || EQUAL_STATUS.includes([a, b].sort().join(' '))
}
