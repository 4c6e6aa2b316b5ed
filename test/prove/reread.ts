/** Whether a figure's value can be read again from its quote alone. */
import { Decimal } from 'decimal.js'
import type { Figure } from '../../src/model/figure.ts'
import { readQuantities } from '../../src/vietnamese/read-quantities.ts'

/** What a printed number may be told as: itself, a fall, an index, a multiple. */
const TELLINGS: readonly ((printed: Decimal) => Decimal)[] = [
  (n) => n,
  (n) => n.neg(),
  (n) => n.minus(100),
  (n) => n.minus(1).times(100),
  (n) => n.times(100),
]

/** True when one of the quote's numbers is the value, as printed or as an index or a multiple. */
export function isReadable({ value, quote }: Pick<Figure, 'value' | 'quote'>): boolean {
  const wanted = new Decimal(value)
  const line = quote.replaceAll('\n', ' ') // a wrapped line is read as one
  const printed = readQuantities(line).map((quantity) => new Decimal(quantity.value))
  return printed.some((number) => TELLINGS.some((tell) => tell(number).eq(wanted)))
}
