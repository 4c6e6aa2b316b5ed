/** Reads the numbers and units of table cells. */
import { Decimal } from 'decimal.js'
import { readNumber } from '../../vietnamese/read-number.ts'
import { readQuantities } from '../../vietnamese/read-quantities.ts'

/** How a table writes numbers: "1.234,5" or "1,234.5". */
export type NumberStyle = 'vietnamese' | 'english'

const ENGLISH_ONLY = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/
const VIETNAMESE_ONLY =
  /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$|^\d+,(?:\d{1,2}|\d{4,})$/
const ENGLISH_LIKELY = /^\d+\.(?:\d{1,2}|\d{4,})$/

function bare(text: string): string {
  return text.replace(/[%\s()*+]/g, '').replace(/^[-–−]/, '')
}

/**
 * The style that the numbers of a table can only be read in. One table has one style, so that
 * "1,234" beside "1,234.5" is a thousand. Vietnamese where nothing speaks for English.
 */
export function numberStyle(cells: readonly string[]): NumberStyle {
  let english = 0
  let vietnamese = 0
  for (const cell of cells.map(bare)) {
    if (ENGLISH_ONLY.test(cell)) english += 3
    else if (VIETNAMESE_ONLY.test(cell)) vietnamese += cell.includes('.') ? 3 : 1
    else if (ENGLISH_LIKELY.test(cell)) english += 1
  }
  return english > vietnamese ? 'english' : 'vietnamese'
}

/**
 * The value of a cell as a decimal string, undefined when it holds none. Brackets and signs mean a
 * fall: "(3,2)" → "-3.2". `isPercent` says that "101.325" cannot be grouped.
 */
export function cellValue(
  text: string,
  style: NumberStyle,
  isPercent: boolean,
): string | undefined {
  const isNegative = /^\s*(?:[-–−]|\(.*\)\s*%?\s*$)/.test(text)
  const digits = bare(text)
  if (!/^\d[\d.,]*$/.test(digits)) return undefined
  const read = style === 'english' ? englishNumber(digits) : readNumber(digits, isPercent)?.value
  if (read === undefined) return undefined
  return isNegative && read !== '0' ? `-${read}` : read
}

function englishNumber(digits: string): string | undefined {
  if (!/^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(digits)) return undefined
  return new Decimal(digits.replaceAll(',', '')).toFixed()
}

/** An index of which 100 is the base, as growth: "112.4" → "12.4". */
export function indexToGrowth(value: string): string {
  return new Decimal(value).minus(100).toFixed()
}

/** True when a column of per cents can only be indices around 100 and not growth rates. */
export function areIndices(values: readonly string[]): boolean {
  const sorted = values.map(Number).sort((a, b) => a - b)
  const [least] = sorted
  const middle = sorted[Math.floor(sorted.length / 2)]
  return least !== undefined && middle !== undefined && least >= 20 && middle >= 70
}

const THOUSANDS = /^\s*1[.,]?000\s+/
const MILLIONS = /^\s*tr\.?\s*(?=[\p{L}])(?!iệu)/iu

/**
 * The unit written in a cell or a header, spelled as figures spell it: "Tr. USD" → "triệu USD",
 * "1000 tấn" → "nghìn tấn", "%" → "%". undefined for words that are no unit.
 */
export function readUnit(words: string): string | undefined {
  const plain = words.trim().replace(THOUSANDS, 'nghìn ').replace(MILLIONS, 'triệu ')
  if (plain === '' || plain.length > 40) return undefined
  const sample = `1 ${plain
    .toLowerCase()
    .replace(/\busd\b/g, 'USD')
    .replace(/\bđ$/, 'đồng')}`
  const [quantity] = readQuantities(sample)
  if (!quantity || quantity.start !== 0 || sample.slice(quantity.end).trim() !== '')
    return undefined
  return quantity.unit === '' ? undefined : quantity.unit
}

/** The unit of a unit column, where words that no table of units knows are taken as they are. */
export function unitOfCell(words: string): string | null {
  const known = readUnit(words)
  if (known !== undefined) return known
  const plain = words.trim().replace(THOUSANDS, 'nghìn ').replace(MILLIONS, 'triệu ').toLowerCase()
  return plain === '' ? null : plain
}

/** The unit in brackets or behind "Đơn vị tính:" in a longer text; undefined when there is none. */
export function unitInWords(words: string): string | undefined {
  const labelled = /(?:đơn vị(?: tính)?|đvt)\s*:?\s*([^;|\n()]{1,40})/iu.exec(words)?.[1]
  if (labelled !== undefined) {
    const unit = readUnit(labelled)
    if (unit !== undefined) return unit
  }
  for (const line of words.split('\n')) {
    const unit = readUnit(line)
    if (unit !== undefined) return unit
  }
  for (const hit of words.matchAll(/\(([^()]{1,60})\)/g)) {
    for (const piece of (hit[1] ?? '').split(/[,;]/)) {
      const unit = readUnit(piece.replace(/^\s*đvt\s*:?\s*/iu, ''))
      if (unit !== undefined) return unit
    }
  }
  const last = /,\s*([^,]{1,25})$/.exec(words)?.[1]
  return last === undefined ? undefined : readUnit(last)
}
