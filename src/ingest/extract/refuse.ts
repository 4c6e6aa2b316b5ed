/** Numbers that are no figures: prices, capacities, gifts, single firms, thresholds. */
import type { Quantity } from '../../vietnamese/read-quantities.ts'
import type { Clause } from './clause.ts'
import type { ItemOf } from './items.ts'
import type { Scene } from './scene.ts'
import type { Tail } from './tail.ts'

/** True when the clause or the word right behind the number says that it is none of ours. */
export function isVetoed(
  scene: Scene,
  clause: Clause,
  item: ItemOf<'quantity'>,
  tail: Tail,
  fresh: boolean,
): boolean {
  if (clause.veto || item.quantity.per) return true
  if (CAPACITY.has(item.quantity.unit) || isQuestion(scene)) return true
  if (isOfFirm(scene) && !clause.whole && clause.areas.length === 0) return true
  if (clause.causeOpen && item.quantity.unitKind === 'count') return true
  const next = scene.sentence.items[tail.next]
  if (next?.kind === 'cue' && next.cue.kind === 'veto') return true
  return scene.context.vetoed && !fresh
}

/** Units of what a plant can do, not of what it did. */
const CAPACITY: ReadonlySet<string> = new Set(['MW', 'kW', 'MWp'])

const FIRM = /^(?:công ty|tổng công ty|tập đoàn|nhà máy|xí nghiệp|cty|chi nhánh)/iu

/** A sentence that begins with a firm speaks of the firm, unless it names the province. */
function isOfFirm({ sentence, text }: Scene): boolean {
  const first = sentence.items.find((i) => i.kind !== 'mark' && i.kind !== 'period')
  return first?.kind === 'cue' && FIRM.test(text.slice(first.start, first.end))
}

/** A question states nothing. */
function isQuestion({ sentence, text }: Scene): boolean {
  return text[sentence.end - 1] === '?'
}

const COUNTED: ReadonlySet<string> = new Set([
  'tỉnh',
  'địa',
  'mặt',
  'thị',
  'ngành',
  'nhóm',
  'doanh',
  'sản',
])

/** "6 tỉnh có kim ngạch trên 1 tỷ USD": a mark to be passed, not an amount. */
export function isThreshold(clause: Clause, { bound, unitKind }: Quantity): boolean {
  if ((bound !== 'over' && bound !== 'at_least') || unitKind === 'percent') return false
  const { used } = clause
  return used.some((item, i) => {
    const next = used[i + 1]
    const counts = item.kind === 'number' || (item.kind === 'word' && COUNT_WORDS.has(item.word))
    const word = next?.kind === 'word' ? next.word : undefined
    const isGeneric =
      next?.kind === 'cue' && (next.cue.kind === 'generic' || next.cue.kind === 'whole')
    return counts && (isGeneric || (word !== undefined && COUNTED.has(word)))
  })
}

const COUNT_WORDS: ReadonlySet<string> = new Set([
  'hai',
  'ba',
  'bốn',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'nhiều',
])
