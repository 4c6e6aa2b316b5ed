/** Splits a unit as figures spell it into its power of ten and what is counted. */
import { SCALE_WORDS } from './lexicon/numerals.ts'
import { keyOfWord } from './spelling.ts'

/** Units that count in powers of ten of another. */
const MULTIPLES: ReadonlyMap<string, readonly [base: string, power: number]> = new Map([
  ['kg', ['tấn', -3]],
  ['tạ', ['tấn', -1]],
  ['mwh', ['kwh', 3]],
])
const POWERS: ReadonlyMap<string, number> = new Map(
  Object.entries(SCALE_WORDS).map(([word, power]) => [keyOfWord(word), power]),
)
const CACHE = new Map<string, UnitScale>()

/** `base` in lower case ("đồng", "usd", "tấn", "%"); one unit is 10^`power` of it. */
export interface UnitScale {
  readonly base: string
  readonly power: number
}

/** `unitScale('nghìn tỷ đồng')` → 10^12 of "đồng"; `unitScale('%')` → 10^0 of "%". */
export function unitScale(unit: string): UnitScale {
  let scale = CACHE.get(unit)
  if (!scale) {
    scale = split(unit)
    CACHE.set(unit, scale)
  }
  return scale
}

function split(unit: string): UnitScale {
  const words = unit.normalize('NFC').trim().split(/\s+/)
  let power = 0
  while (words.length > 1) {
    const next = POWERS.get(keyOfWord(words[0] ?? ''))
    if (next === undefined) break
    power += next
    words.shift()
  }
  const written = words.join(' ').toLowerCase()
  const [base, more] = MULTIPLES.get(written) ?? [written, 0]
  return { base, power: power + more }
}
