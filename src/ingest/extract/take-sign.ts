/** Takes what a clause says about its number: verbs, statuses, plans, comparisons. */
import { hasSubject, lastPart, takeVerb } from './clause.ts'
import type { Cue } from './cue-rule.ts'
import type { Item, ItemOf } from './items.ts'
import { LOOK_AHEAD, type Scene } from './scene.ts'
import { takeContent } from './take-name.ts'

/** Cues that say something about the number or its subject. */
export function takeSign(scene: Scene, item: ItemOf<'cue'>, at: number): void {
  const { clause } = scene
  const { cue } = item
  switch (cue.kind) {
    case 'verb':
      if (cue.verb === 'surplus' || cue.verb === 'deficit')
        lastPart(clause).indicators.push('trade_balance')
      takeVerb(clause, cue.verb)
      takeMood(scene, at)
      return
    case 'status':
      // "so với ước thực hiện năm 2021": said of what is compared with.
      if (clause.baseOpen) return
      clause.statusLeads = !hasSubject(clause)
      clause.status = cue.status
      return
    case 'plan':
      takePlan(scene, cue.extra)
      return
    case 'compare':
      clause.baseOpen = true
      return
    case 'above':
    case 'below':
      clause.baseOpen = scene.sentence.items[at + 1]?.kind !== 'quantity'
      clause.direction = cue.kind === 'above' ? 1 : -1
      return
    case 'price':
      clause.price = cue.basis
      return
    case 'excluding':
      clause.excluding = excludedWords(scene, item, at)
      clause.excludingEnd = item.start + clause.excluding.length
      return
    case 'old':
    case 'new':
      clause.borders = cue.kind
      return
    case 'generic':
    case 'whole':
      if (cue.kind === 'whole') clause.whole = true
      if (cue.kind === 'whole' && clause.parts.length > 1) clause.veto = false
      clause.ofProvince ||= /^(?:toàn|của|trên địa bàn|cả) (?:toàn )?tỉnh/iu.test(
        scene.text.slice(item.start, item.end),
      )
      if (lastPart(clause).items.length > 0) lastPart(clause).items.push(item)
      return
    case 'result':
      if (clause.baseOpen) return
      clause.result = true
      takeVerb(clause, 'reach')
      return
    case 'veto':
      // The firm that is included stays a word.
      if (clause.including) takeContent(scene, item)
      else clause.veto = true
      return
    case 'average':
    case 'same':
    case 'including':
      clause[cue.kind] = true
  }
}

/** "trừ dầu thô và khí đốt" up to the next mark. */
function excludedWords(scene: Scene, item: Item, at: number): string {
  let end = item.end
  for (const next of scene.sentence.items.slice(at + 1, at + 1 + LOOK_AHEAD)) {
    if (
      next.kind === 'mark' ||
      next.kind === 'quantity' ||
      (next.kind === 'cue' && next.cue.kind === 'verb')
    )
      break
    end = next.end
  }
  return scene.text.slice(item.start, end)
}

/** A plan is what is compared with; with nothing to compare, the plan's own figure follows. */
function takePlan({ clause }: Scene, extra: boolean): void {
  const { verb } = clause
  const isReached = verb === 'reach' && !clause.causeOpen && clause.status === null
  if (clause.baseOpen || isReached || verb === 'exceed' || verb === 'short' || verb === 'equal') {
    clause.base = { kind: 'plan', extra: extra ? 'kế hoạch giao thêm' : null }
    clause.baseOpen = false
    return
  }
  clause.statusLeads = !hasSubject(clause)
  clause.status = 'target'
}

/** "đã đạt" tells what is done, "phải tăng" what is to be. */
function takeMood({ clause, sentence, text }: Scene, at: number): void {
  const before = sentence.items[at - 1]
  const word = before ? text.slice(before.start, before.end).toLowerCase() : ''
  if (word === 'đã') {
    clause.done = true
    if (clause.status === 'target' || clause.status === 'forecast') clause.status = null
  } else if (word === 'phải' || word === 'cần') clause.status ??= 'target'
}

/** True for a cue of the kind. */
export function isCueItem(item: Item | undefined, kind: Cue['kind']): boolean {
  return item?.kind === 'cue' && item.cue.kind === kind
}
