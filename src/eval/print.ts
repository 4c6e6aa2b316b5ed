/** Numbers as the reference yardstick prints them, so that two print-outs can be compared line by line. */

/** Three decimals; of two equally near the even one. `ratio(1, 16)` → "0.062". No total is "0.000". */
export function ratio(part: number, total: number): string {
  return threeDecimals(total === 0 ? 0 : part / total)
}

/** See `ratio`. Only sixteenths lie exactly between two thousandths as binary fractions. */
export function threeDecimals(value: number): string {
  const tie = Number.isInteger(value * 16) && !Number.isInteger(value * 8)
  if (!tie) return value.toFixed(3)
  const below = Math.floor(value * 1000)
  return ((below % 2 === 0 ? below : below + 1) / 1000).toFixed(3)
}

/** A list of values: `[5.0, 12.5, 1e+16]`. */
export function floatList(values: Iterable<number>): string {
  const sorted = [...values].sort((a, b) => a - b)
  return `[${sorted.map(float).join(', ')}]`
}

function float(value: number): string {
  if (Math.abs(value) >= 1e16) return value.toExponential()
  return Number.isInteger(value) ? `${value}.0` : String(value)
}
