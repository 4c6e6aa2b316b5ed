/** Takes names and plain words: what a clause is about. */
import { type Clause, lastPart, namesIndicator, takeVerb } from './clause.ts'
import { commitClause } from './commit.ts'
import { INDUSTRY_FAMILY } from './families.ts'
import type { Item, ItemOf } from './items.ts'
import { LOOK_AHEAD, type Scene } from './scene.ts'

/** Takes an item that restricts the subject. */
export function takeContent(scene: Scene, item: Item): void {
  if (item.end <= Math.max(scene.clause.excludingEnd, scene.clause.asideEnd)) return
  if (scene.clause.causeOpen) {
    scene.clause.causeItems.push(item)
    return
  }
  if (scene.clause.verbClosed) commitClause(scene, 'turn')
  lastPart(scene.clause).items.push(item)
}

/** A bare "FDI" beside another indicator is a kind of owner, not investment. */
function isOwnership({ context }: Scene, item: ItemOf<'cue'>): boolean {
  const isFdi = item.cue.kind === 'indicator' && item.cue.indicator === 'fdi'
  const isBare = item.end - item.start <= 4 || context.isShare
  return isFdi && isBare && context.parent !== null && context.parent !== 'fdi'
}

/** Takes an indicator's name or half of one. */
export function takeName(scene: Scene, item: ItemOf<'cue'>): void {
  const { cue } = item
  if (item.end <= scene.clause.excludingEnd) return
  if (isOwnership(scene, item)) {
    takeContent(scene, { ...item, cue: { kind: 'part' } })
    return
  }
  // "…, nộp ngân sách 900 tỷ đồng": what firms paid is not what the province took in.
  const paid = /^nộp /iu.test(scene.text.slice(item.start, item.end))
  if (paid && scene.sentence.items[scene.at + 1]?.kind === 'quantity') {
    scene.clause.veto = true
    return
  }
  if (isRetailPart(scene, item) || isMadeProduct(scene, item) || isBranch(scene, item)) {
    takeContent(scene, { ...item, cue: { kind: 'noun' } })
    return
  }
  if (cue.kind === 'head' && cue.head === 'rate') {
    takeRate(scene.clause)
    return
  }
  // "nhập khẩu vẫn nhiều hơn xuất khẩu": what is compared with is no subject.
  if (scene.clause.baseOpen && scene.clause.parts.some(namesIndicator)) {
    scene.clause.baseOpen = false
    scene.clause.direction = null
    return
  }
  if (scene.clause.causeOpen && cue.kind === 'products') {
    lastPart(scene.clause).products = true
    return
  }
  if (scene.clause.verbClosed || scene.clause.causeOpen) commitClause(scene, 'turn')
  // "Với kết quả này, kim ngạch …": a subject of its own after all.
  scene.clause.same = false
  const part = lastPart(scene.clause)
  part.items.push(item)
  if (/^(?:tốc độ )?tăng trưởng/iu.test(scene.text.slice(item.start, item.end)))
    takeRate(scene.clause)
  if (/^cơ cấu/iu.test(scene.text.slice(item.start, item.end))) takeVerb(scene.clause, 'share')
  if (cue.kind === 'indicator') part.indicators.push(cue.indicator)
  else if (cue.kind === 'head') part.heads.push(cue.head)
  else if (cue.kind === 'domain') part.domains.push(cue.domain)
  else part.products = true
}

/** "sản xuất sản phẩm từ kim loại" is a branch, no list of products. */
function isMadeProduct({ text, clause }: Scene, item: ItemOf<'cue'>): boolean {
  if (item.cue.kind !== 'products') return false
  const before = clause.used.at(-2)
  return before !== undefined && /sản xuất|chế biến$/iu.test(text.slice(before.start, before.end))
}

/** "sản xuất điện tăng 5%" among the branches of industry is one of them. */
function isBranch({ text, context, sentence, at }: Scene, item: ItemOf<'cue'>): boolean {
  if (!INDUSTRY_FAMILY.has(context.parent ?? '')) return false
  if (!/^sản xuất điện$/iu.test(text.slice(item.start, item.end))) return false
  const next = sentence.items.slice(at, at + LOOK_AHEAD).find((i) => i.kind === 'quantity')
  return next?.kind === 'quantity' && next.quantity.unitKind === 'percent'
}

/** "doanh thu lưu trú" within retail sales is a part of them. */
function isRetailPart({ text, context }: Scene, item: ItemOf<'cue'>): boolean {
  const isOther = item.cue.kind === 'indicator' && item.cue.indicator === 'other'
  const isRevenue = /doanh thu/iu.test(text.slice(item.start, item.end))
  return isOther && isRevenue && context.parent === 'retail_sales'
}

/** "tốc độ tăng": the number is growth. */
function takeRate(clause: Clause): void {
  clause.isRate = true
  clause.direction ??= 1
}
