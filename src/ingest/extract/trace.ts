/** Writes down how a figure was read: which rule fired on which words, and what was decided. */
import type { RuleTrace } from '../../model/figure.ts'
import type { Item, ItemOf } from './items.ts'
import type { Tail } from './tail.ts'

/** A decision that no single word made: "attach.subject" → "carried". */
export interface Decision {
  readonly rule: string
  readonly gave: string
}

/** The rule that made an item, and what it gave; null for plain words and marks. */
function stepOf(item: Item): { rule: string; gave: string } | null {
  switch (item.kind) {
    case 'cue':
      return { rule: item.rule, gave: item.cue.kind }
    case 'period':
      return { rule: item.period.rule, gave: item.period.kind }
    case 'area':
      return { rule: 'area', gave: item.area.area ?? item.area.name }
    case 'quantity':
      return { rule: 'quantity', gave: `${item.quantity.value} ${item.quantity.unit}` }
    default:
      return null
  }
}

/** The trace of a figure: the items before it, its number, its tail, then what was decided. */
export function traceOf(
  text: string,
  item: ItemOf<'quantity'>,
  before: readonly Item[],
  tail: Tail,
  decisions: readonly Decision[],
): RuleTrace[] {
  const steps: RuleTrace[] = []
  for (const used of [...before, item, ...tail.items]) {
    const step = stepOf(used)
    if (!step) continue
    const { start, end } = used
    steps.push({ ...step, start, end, words: text.slice(start, end) })
  }
  const { start, end } = item
  for (const decision of decisions) steps.push({ ...decision, start, end, words: '' })
  return steps
}
