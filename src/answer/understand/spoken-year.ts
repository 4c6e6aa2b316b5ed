/** Years of this century as they are spoken: "hai mươi mốt", "hai không hai ba", "hai nghìn … hai mươi". */
import type { Reader } from './reader.ts'

export interface SpokenYear {
  readonly to: number
  readonly year: number
}

/** The year whose words start at `at` (behind "năm"); undefined where there is none. */
export function spokenYear(r: Reader, at: number): SpokenYear | undefined {
  const head = centuryAt(r, at)
  const tens = r.is(head, 'hai') ? 2 : r.is(head, 'mười') ? 1 : 0
  if (tens === 0) return undefined
  const full = r.is(head + 1, 'mươi')
  const next = full ? head + 2 : head + 1
  const ones = r.count(next)
  const unit = ones !== undefined && ones.n < 10 && !r.is(ones.to, 'tháng') ? ones : undefined
  if (unit) return { to: unit.to, year: 2000 + tens * 10 + unit.n }
  return full || tens === 1 ? { to: next, year: 2000 + tens * 10 } : undefined
}

const ZEROES = ['không', 'trăm', 'lẻ', 'linh']

/** Behind "hai nghìn không trăm" or "hai không"; `at` itself where the century is not said. */
function centuryAt(r: Reader, at: number): number {
  if (!r.is(at, 'hai')) return at
  if (r.is(at + 1, 'không')) return at + 2
  if (!r.is(at + 1, 'nghìn') && !r.is(at + 1, 'ngàn')) return at
  let i = at + 2
  while (ZEROES.some((zero) => r.is(i, zero))) i++
  return i
}
