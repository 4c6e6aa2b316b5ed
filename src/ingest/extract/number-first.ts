/** "làm ra 1,12 triệu tấn xi măng, 68 triệu lít bia": products that stand behind their number. */
import { type Clause, isContent, newPart } from './clause.ts'
import type { Item, ItemOf } from './items.ts'
import type { Scene } from './scene.ts'
import type { Tail } from './tail.ts'

const PHYSICAL: ReadonlySet<string> = new Set(['mass', 'volume', 'length', 'area', 'count'])
/** Verbs of making right in front of the number. */
const MAKES = /^(?:làm ra|sản xuất(?: được)?|lắp ráp|chế biến|khai thác|cho ra|xuất xưởng)$/iu
/** What ends the name of the product. */
const LONGEST_NAME = 6

/** The clause with the goods behind the number as its subject; else as it is. */
export function withGoods(
  scene: Scene,
  clause: Clause,
  { quantity }: ItemOf<'quantity'>,
  tail: Tail,
): Clause {
  if (!PHYSICAL.has(quantity.unitKind) || quantity.per || clause.veto) return clause
  const goods = tail.words.slice(0, LONGEST_NAME).filter(isContent)
  if (!goods.some(isGoods) || !(isMade(scene, clause) || goesOn(scene, clause))) return clause
  return { ...clause, parts: [{ ...newPart(), items: goods, heads: ['output'] }] }
}

function isGoods(item: Item): boolean {
  return item.kind === 'cue' && item.rule === 'cue.goods'
}

function isMade({ text, sentence, at }: Scene, clause: Clause): boolean {
  const before = sentence.items[at - 1]
  const isSaid = before !== undefined && MAKES.test(text.slice(before.start, before.end))
  const content = clause.parts.flatMap((p) => p.items.filter(isContent))
  return isSaid && content.every((i) => i === before)
}

/** The next one of a list whose numbers stand in front. */
function goesOn({ figures, sentence, at }: Scene, clause: Clause): boolean {
  const last = figures.at(-1)
  const inList = last?.indicator === 'product_output' && last.sentenceStart === sentence.start
  const before = sentence.items[at - 1]
  const joined = before?.kind === 'mark' || (before?.kind === 'cue' && before.cue.kind === 'and')
  return inList && joined && !clause.parts.some((p) => p.items.some(isContent))
}
