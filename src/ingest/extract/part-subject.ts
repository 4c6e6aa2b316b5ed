/** A noun phrase that names no indicator: a part of what is spoken of, or a product. */
import type { UnitKind } from '../../vietnamese/lexicon/units.ts'
import { type Clause, isContent } from './clause.ts'
import type { Context, Subject } from './context.ts'
import { fitsUnit, INDUSTRY_FAMILY, isTradeIndicator } from './families.ts'
import type { Item } from './items.ts'
import type { Scene } from './scene.ts'
import { wordsOf } from './scope.ts'

interface Input {
  readonly scene: Scene
  readonly clause: Clause
  readonly kind: UnitKind
  readonly items: readonly Item[]
  /** The words of the phrase. */
  readonly scope: string
}

/** A subject; null where the phrase is none of ours, undefined where the rule says nothing. */
type PartRule = (input: Input) => Subject | null | undefined

/** "thủy điện phát 612 triệu kWh" */
const ofPower: PartRule = ({ kind, scope }) => {
  if (kind !== 'energy' || !/điện/iu.test(scope)) return undefined
  const [plant] = scope.match(/(?:thủy|nhiệt) điện|điện (?:gió|mặt trời)/iu) ?? []
  return { indicator: 'electricity_output', scope: plant ?? null }
}

/** "sản lượng thủy sản 510 nghìn tấn, trong đó tôm 178 nghìn tấn": a part of what stands before it. */
const ofOther: PartRule = ({ scene, clause, kind, scope }) => {
  const last = scene.figures.at(-1)
  const goesOn = last?.indicator === 'other' && last.sentenceStart === scene.sentence.start
  const alike = last?.unit.endsWith(MASS) && kind === 'mass'
  return goesOn && alike && clause.isPart ? { indicator: 'other', scope } : undefined
}

const MASS = 'tấn'

/** "Huyện Quỳ Hợp, nơi nhiều đá trắng, được 498 tỷ đồng": the area is what the number is about. */
const ofArea: PartRule = ({ scene, clause, kind, items }) => {
  const { parent } = scene.context
  const [area] = clause.areas
  const leads = area !== undefined && items.every((i) => i.start > area.start)
  if (!leads || clause.veto || parent === null || isPartHere(scene, clause, kind)) return undefined
  return kind === 'money' && fitsUnit(parent, kind) ? { indicator: parent, scope: null } : undefined
}

/** "Tăng cao có nhân hạt điều (30%)" within the output of industry: goods with their growth in brackets. */
const ofGoods: PartRule = ({ scene, clause, kind, items, scope }) => {
  const { parent, products } = scene.context
  const noted = scene.sentence.items[scene.at]?.kind === 'mark'
  if (parent !== 'industrial_output' || kind !== 'percent' || products || !noted) return undefined
  const content = items.filter(isContent)
  const isBranch = clause.used.some((i) => BRANCH.test(scene.text.slice(i.start, i.end)))
  const isGoods = content.some((i) => i.kind === 'cue' && i.rule === 'cue.goods')
  const only = content.every(
    (i) => i.kind === 'word' || (i.kind === 'cue' && i.rule === 'cue.goods'),
  )
  return isGoods && only && !isBranch && !/^điện/iu.test(scope)
    ? { indicator: 'product_output', scope }
    : undefined
}

/** "ngành dệt tăng 5%" in a list of products is a branch again. */
const ofBranch: PartRule = ({ scene, clause, kind, scope }) => {
  const { parent, products } = scene.context
  if (!products || kind !== 'percent' || parent === null || !INDUSTRY_FAMILY.has(parent))
    return undefined
  const isBranch =
    BRANCHES.test(scope) || clause.used.some((i) => BRANCH.test(scene.text.slice(i.start, i.end)))
  return isBranch ? { indicator: parent, scope } : undefined
}

/** Branches of industry that no product has the name of. */
const BRANCHES = /khai khoáng|chế tạo|phân phối|cung cấp nước|xử lý/iu
const BRANCH = /^(?:các |nhóm )?(?:ngành|công nghiệp)$/iu

/** "Chế biến tôm đạt 121.500 tấn": what is made is no trade, whatever was spoken of before. */
const ofMaking: PartRule = ({ scene, clause, kind, scope }) => {
  const indicator = partIndicator(kind, scene.context)
  if (indicator === null || !isPartHere(scene, clause, kind)) return null
  const isMade = kind === 'mass' && isTradeIndicator(indicator) && MAKING.test(scope)
  return { indicator: isMade ? 'product_output' : indicator, scope }
}

const MAKING = /^(?:chế biến|sản xuất|khai thác|nuôi trồng|đánh bắt|thu hoạch) /iu

const RULES: readonly PartRule[] = [ofPower, ofOther, ofArea, ofBranch, ofGoods, ofMaking]

/** The subject that a bare noun phrase names; null when it is none of ours. */
export function partSubject(scene: Scene, clause: Clause, kind: UnitKind): Subject | null {
  const items = clause.parts.flatMap((p) => p.items)
  const scope = wordsOf(items, scene.text)
  if (scope === null) return null
  for (const rule of RULES) {
    const subject = rule({ scene, clause, kind, items, scope })
    if (subject !== undefined) return subject
  }
  return null
}

/** Paragraphs that a part may stand behind its whole. */
const NEAR = 2

/**
 * A noun phrase of its own is a part of the whole only near the whole: in its paragraph or list, or
 * behind words that announce a part ("trong đó", "ngành", "nhóm", "khu vực").
 */
function isPartHere(scene: Scene, clause: Clause, kind: UnitKind): boolean {
  const { context, sentence } = scene
  if (context.products || clause.isPart || sentence.bullet) return true
  const distance = scene.paragraph - scene.parentParagraph
  if (distance <= 0 || sentence.announcesParts) return true
  // "Cửa khẩu Tà Lùng chiếm 61%", "Khối FDI giảm 2%", "Gỗ 30 triệu USD": parts by their nature.
  const items = clause.parts.flatMap((p) => p.items)
  const isOwner = items.some((i) => i.kind === 'cue' && i.cue.kind === 'part')
  const isTraded = kind === 'dollar' && isTradeIndicator(context.parent ?? '')
  const isGoods = isTraded && items.some((i) => i.kind === 'cue' && i.rule === 'cue.goods')
  return distance <= NEAR && (clause.verb === 'share' || isOwner || isGoods)
}

function partIndicator(kind: UnitKind, context: Context): string | null {
  const { parent } = context
  if (context.products) {
    if (kind === 'money') return 'industrial_output'
    return kind === 'dollar' ? 'exports' : 'product_output'
  }
  if (parent === null) return null
  if (fitsUnit(parent, kind)) return parent
  const isProduct = INDUSTRY_FAMILY.has(parent) && kind !== 'dollar' && kind !== 'money'
  return isProduct ? 'product_output' : null
}
