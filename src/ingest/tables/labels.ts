/** What a row's label or a table's title names: an indicator, a part of one, a place, a period. */
import { areaByName, areaOfDistrict, districtsByName } from '../../catalogue/areas.ts'
import { INDICATOR_ALIASES } from '../../catalogue/indicators.ts'
import type { PriceBasis } from '../../model/figure.ts'
import { foldName } from '../../vietnamese/fold.ts'
import { readPeriods } from '../../vietnamese/read-periods.ts'
import { readUnit, unitInWords } from './cell-values.ts'

export interface Label {
  /** Without numbering, unit and remarks. */
  readonly words: string
  readonly indicator: string | null
  /** What restricts the indicator, or the whole label when it names none. */
  readonly rest: string | null
  readonly area: string | null
  readonly unit: string | null
  readonly priceBasis: PriceBasis | null
  /** "Tổng số", "Toàn tỉnh": the whole of what the table is about. */
  readonly isTotal: boolean
  /** The label is a period ("2019", "Quý II"). */
  readonly isPeriod: boolean
}

const NUMBERING =
  /^(?:\s*(?:[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-Zđa-z])\s*[.)/]\s*|\s*[-–+*•]\s*)+/u
const LEADS = /^(?:trong đó|tr\.đó|chia ra|bao gồm|gồm|phân theo[^:]*|riêng)\s*[:-]?\s*/iu
const TOTAL =
  /^(?:tong so|tong cong|tong|cong|tong (?:tri gia|gia tri|kim ngach|muc)|tri gia|toan tinh|toan thanh pho|toan nganh|toan nganh cong nghiep|chung|chi so chung|ca tinh|chi so toan nganh|toan bo)$/
/** Words around an indicator's name that do not narrow it. */
const NEUTRAL = new Set(
  'tổng toàn tỉnh thành phố trên địa bàn của các ngành hàng hóa giá trị theo trị và so sánh hiện hành thực tế cố định uoc thực hiện tính chung cả năm'
    .split(' ')
    .map(foldName),
)
const CONSTANT = /gia (?:so sanh|ss|co dinh|cd)(?![a-z])/
const CURRENT = /gia (?:hien hanh|hh|thuc te)(?![a-z])/
const WRITTEN = INDICATOR_ALIASES.filter(
  (alias) => alias.use === 'written' && alias.ids.length === 1,
)

/** The longest indicator name among the words, and what is left of them. */
export function indicatorIn(
  words: string,
): { readonly id: string; readonly rest: string } | undefined {
  const folded = ` ${foldName(words)} `
  for (const { folded: alias, ids } of WRITTEN) {
    const at = folded.indexOf(` ${alias} `)
    const [id] = ids
    if (at < 0 || id === undefined) continue
    const before = folded.slice(0, at).trim()
    if (before !== '' && !isNeutral(before)) continue
    return { id, rest: restOf(words, alias) }
  }
  return undefined
}

function isNeutral(words: string): boolean {
  return words.split(' ').every((word) => NEUTRAL.has(word) || /^\d+$/.test(word))
}

/** The words behind the name, as printed; empty when they narrow nothing. */
function restOf(words: string, alias: string): string {
  const tokens = words.match(/[\p{L}\p{N}]+/gu) ?? []
  const wanted = alias.split(' ')
  const at = tokens.findIndex((_, i) => wanted.every((w, j) => foldName(tokens[i + j] ?? '') === w))
  const behind = tokens.slice(at + wanted.length)
  const last = tokens[at + wanted.length - 1]
  if (behind.every((word) => NEUTRAL.has(foldName(word)) || /^\d+$/.test(word))) return ''
  // Cut behind the name's last word, counted by tokens, to keep the punctuation of the rest.
  let from = 0
  for (let i = 0; i <= at + wanted.length - 1; i++)
    from = words.indexOf(tokens[i] ?? '', from) + (tokens[i]?.length ?? 0)
  return last === undefined ? '' : words.slice(from).replace(/^[\s,:(–-]+|[\s)]+$/g, '')
}

function placeIn(words: string, province: string | null): string | null {
  const area = areaByName(words)
  if (area !== undefined && !area.includes(',')) return area
  const districts = districtsByName(words).filter((d) => d.province === province)
  const [only, ...more] = districts
  if (only && more.length === 0) return areaOfDistrict(only)
  return area ?? null
}

/** Short forms in the cramped labels of tables. */
const SHORT: Readonly<Record<string, string>> = {
  DT: 'doanh thu',
  DV: 'dịch vụ',
  HH: 'hàng hóa',
  NSNN: 'ngân sách nhà nước',
  ĐTNN: 'đầu tư nước ngoài',
  ĐT: 'đầu tư',
}

function spellOut(words: string): string {
  return words.replace(
    /(?<![\p{L}\p{N}])\p{Lu}{2,4}(?![\p{L}\p{N}])/gu,
    (word) => SHORT[word] ?? word,
  )
}

/** Reads a label. `province` settles names of districts that stand in several provinces. */
export function readLabel(raw: string, province: string | null): Label {
  const unit = unitInWords(raw) ?? null
  const words = spellOut(raw)
    .replace(NUMBERING, '')
    .replace(LEADS, '')
    .replace(/\(([^()]*)\)/g, (whole, inner: string) =>
      readUnit(inner) === undefined ? whole : '',
    )
    .replace(/[:*\s]+$/, '')
    .trim()
  const key = foldName(raw)
  const bare = words
    .replace(/\(?\s*giá (?:so sánh|ss|cố định|cđ|hiện hành|hh|thực tế)(?![\p{L}])[^)]*\)?/iu, '')
    .trim()
  const isTotal = TOTAL.test(foldName(bare))
  const hit = isTotal ? undefined : indicatorIn(bare)
  const rest = hit && indicatorIn(hit.rest)?.id === hit.id ? '' : (hit?.rest ?? bare)
  const [period] = readPeriods(bare, {})
  const isPeriod =
    period !== undefined &&
    /^(?:nam|so bo|uoc|uoc tinh|du kien|ke hoach|prel)?$/.test(
      foldName(bare.slice(0, period.start) + bare.slice(period.end)),
    )
  const area = isTotal || hit || isPeriod ? null : placeIn(bare, province)
  return {
    words: bare,
    indicator: hit?.id ?? null,
    rest: rest === '' ? null : rest,
    area,
    unit,
    priceBasis: CONSTANT.test(key) ? 'constant' : CURRENT.test(key) ? 'current' : null,
    isTotal,
    isPeriod,
  }
}
