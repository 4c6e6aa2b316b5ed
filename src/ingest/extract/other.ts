/** Economic facts outside the named indicators: how many clusters, markets, shops, kilometres. */
import type { Clause } from './clause.ts'
import type { Subject } from './context.ts'
import type { Item, ItemOf } from './items.ts'
import type { Measured } from './measure.ts'
import type { Scene } from './scene.ts'
import { scopeOf } from './scope.ts'
import type { Tail } from './tail.ts'

/** What a province has and articles count. */
const COUNTED: ReadonlySet<string> = new Set([
  'cụm',
  'khu',
  'chợ',
  'siêu thị',
  'trung tâm',
  'cửa hàng',
  'dự án',
  'trạm',
  'doanh nghiệp',
  'hợp tác xã',
  'lao động',
  'làng nghề',
  'km',
  'quốc gia, vùng lãnh thổ',
  'quốc gia',
  'thị trường',
  'sản phẩm',
  'cơ sở',
  'nước',
])
/** Words of events and inspections: what is counted there is no state of the province. */
const EVENT: ReadonlySet<string> = new Set([
  'hội',
  'chợ',
  'tham',
  'đoàn',
  'lớp',
  'buổi',
  'kiểm',
  'giám',
  'nghị',
  'lễ',
  'ngày',
  'gian',
  'cuộc',
  'dự',
  'tra',
  'ký',
  'kết',
])

export type OtherFact = Subject & { readonly measured: Measured }

/** The fact that a count states, or null when the number is no such count. */
export function otherFact(
  scene: Scene,
  clause: Clause,
  item: ItemOf<'quantity'>,
  tail: Tail,
): OtherFact | null {
  const { quantity } = item
  if (clause.verb === 'contribute') return contribution(scene, clause, item)
  if (!COUNTED.has(quantity.unit)) return null
  const [unit] = quantity.unit.split(', ')
  if (!isCounted(scene, clause) || speaksOfEvent(clause, tail)) return null
  if (opensList(scene, tail)) return null
  const [first, last] = [tail.words[0], tail.words.at(-1)]
  const words = first && last ? scene.text.slice(first.start, last.end) : null
  const named = scene.text.slice(item.start, item.end).replace(/^[\s\S]*?[\d.,]+\s*/u, '')
  const scope =
    unit === 'quốc gia' || unit === 'nước'
      ? 'thị trường xuất khẩu'
      : [named, words].filter(Boolean).join(' ')
  return {
    indicator: 'other',
    scope,
    measured: { measure: 'level', value: quantity.value, high: quantity.high, unit: quantity.unit },
  }
}

/** "có 21 sản phẩm tăng: …": a count that opens a list. */
function opensList({ sentence }: Scene, tail: Tail): boolean {
  const next = sentence.items[tail.next]
  return next?.kind === 'cue' && next.cue.kind === 'verb'
}

/** "có", "gồm", "thu hút" right in front, or a list of such counts goes on. */
function isCounted(scene: Scene, clause: Clause): boolean {
  const used = clause.used.filter((i) => i.kind !== 'mark')
  const { items } = scene.sentence
  if (isHaving(scene, items[scene.at - 1])) return true
  const previous = scene.figures.at(-1)
  const goesOn = previous?.indicator === 'other' && previous.sentenceStart === scene.sentence.start
  return (
    goesOn &&
    used.every((i) => i.kind === 'cue' && (i.cue.kind === 'and' || i.cue.kind === 'generic'))
  )
}

const HAVING: ReadonlySet<string> = new Set([
  'có',
  'gồm',
  'bao gồm',
  'gồm có',
  'thêm',
  'có thêm',
  'thu hút',
  'thành lập',
  'đạt',
  'tới',
  'sang',
  'đi',
])

function isHaving(scene: Scene, item: Item | undefined): boolean {
  return item !== undefined && HAVING.has(scene.text.slice(item.start, item.end).toLowerCase())
}

function speaksOfEvent(clause: Clause, tail: Tail): boolean {
  const words = [...clause.used, ...tail.words].flatMap((i) => (i.kind === 'word' ? [i.word] : []))
  return words.some((word) => EVENT.has(word))
}

/** "đóng góp 4,1 điểm phần trăm vào mức tăng chung". */
function contribution(scene: Scene, clause: Clause, item: ItemOf<'quantity'>): OtherFact | null {
  const { quantity } = item
  if (quantity.unitKind !== 'percent' && quantity.unitKind !== 'points') return null
  const { subject } = scene.context
  const scope = scopeOf(scene, clause, 'other') ?? subject?.scope ?? subject?.indicator ?? ''
  return {
    indicator: 'other',
    scope: `đóng góp ${scope}`.trim(),
    measured: { measure: 'level', value: quantity.value, high: quantity.high, unit: quantity.unit },
  }
}
