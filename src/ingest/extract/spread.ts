/** "A và B lần lượt đạt x và y": a run of numbers given out to a run of names. */
import type { PeriodMention } from '../../vietnamese/read-periods.ts'
import { type Clause, isContent, lastPart, newPart, type Part } from './clause.ts'
import type { Item, ItemOf } from './items.ts'
import type { Scene } from './scene.ts'
import { isFigurePeriod } from './when.ts'

/** Longest run that is given out. */
const LONGEST = 8
/** "lần lượt", "tương ứng": the numbers follow the order of the names. */
const IN_ORDER = /^(?:lần lượt|tương ứng|tương ứng với|theo thứ tự)$/iu
/** "cùng", "đều", "mỗi nơi": one number for all the names. */
const ALIKE = /^(?:cùng|đều|mỗi|cùng với)$/iu

/** The names of a sentence that its runs of numbers are given out to. */
export interface Spread {
  readonly length: number
  readonly areas: readonly ItemOf<'area'>[]
  readonly periods: readonly PeriodMention[]
  readonly parts: readonly Part[]
}

/** The clause of a number with its own share of the names; the same clause where nothing is given out. */
export function withShare(scene: Scene, clause: Clause): Clause {
  const run = runAt(scene)
  if (run.length < 2 || run.length > LONGEST) return clause
  if (run.index === 0)
    scene.spread = namesOf(scene, clause, run.length) ?? keptSpread(scene, clause)
  const { spread } = scene
  if (spread?.length !== run.length) return clause
  const [area, period, part] = [
    spread.areas[run.index],
    spread.periods[run.index],
    spread.parts[run.index],
  ]
  return {
    ...clause,
    areas: area ? [area] : clause.areas,
    period: period ?? clause.period,
    parts: part ? [part] : clause.parts,
  }
}

/** The areas that share one number: "Sóc Trăng và Vĩnh Long cùng giảm 2,4%"; those before the last. */
export function areasAlike({ text, at, sentence }: Scene, clause: Clause): ItemOf<'area'>[] {
  if (clause.areas.length < 2) return []
  const first = clause.areas[0]?.start ?? 0
  const items = sentence.items.slice(0, at).filter((i) => i.start >= first)
  const alike = items.some((i) => ALIKE.test(text.slice(i.start, i.end)))
  return alike ? clause.areas.slice(0, -1) : []
}

interface Run {
  readonly index: number
  readonly length: number
}

/** Where the number stands in a run of numbers of one unit with nothing but commas and "và" between. */
function runAt({ sentence: { items }, at }: Scene): Run {
  let index = 0
  for (let i = at; index < LONGEST; index++) {
    const before = neighbour(items, i, -1)
    if (before === null) break
    i = before
  }
  let length = index + 1
  for (let i = at; length <= LONGEST; length++) {
    const after = neighbour(items, i, 1)
    if (after === null) break
    i = after
  }
  return { index, length }
}

/** Index of the quantity of the same unit right before or behind another, null without one. */
function neighbour(items: readonly Item[], at: number, step: 1 | -1): number | null {
  const own = items[at]
  let i = at + step
  while (isJoint(items[i])) i += step
  const other = items[i]
  if (i === at + step || own?.kind !== 'quantity' || other?.kind !== 'quantity') return null
  return own.quantity.unitKind === other.quantity.unitKind ? i : null
}

function isJoint(item: Item | undefined): boolean {
  if (item?.kind === 'mark') return item.mark === ',' || item.mark === '-'
  return item?.kind === 'cue' && item.cue.kind === 'and'
}

function inOrder({ text }: Scene, { used }: Clause): boolean {
  return used.some((i) => IN_ORDER.test(text.slice(i.start, i.end)))
}

/** As many areas, times or parts as there are numbers. */
function namesOf(scene: Scene, clause: Clause, length: number): Spread | null {
  const areas = clause.areas.length === length ? clause.areas : []
  if (!inOrder(scene, clause)) return areas.length > 0 ? { ...NOTHING, length, areas } : null
  const said = periodsOf(scene)
  const periods = said.length === length ? said : []
  const parts = areas.length + periods.length > 0 ? [] : partsOf(clause, length)
  return areas.length + periods.length + parts.length > 0 ? { length, areas, periods, parts } : null
}

const NOTHING = { areas: [], periods: [], parts: [] }

/** "…; mức tăng tương ứng là 7% và 9%": the names of the run before. */
function keptSpread(scene: Scene, clause: Clause): Spread | null {
  return inOrder(scene, clause) ? scene.spread : null
}

/** Times said in the sentence in front of the number since the number before. */
function periodsOf({ before }: Scene): PeriodMention[] {
  return before.flatMap((i) => (i.kind === 'period' && isFigurePeriod(i.period) ? [i.period] : []))
}

/** The noun phrases of a clause between its commas and "và", when they are as many as the numbers. */
function partsOf(clause: Clause, length: number): Part[] {
  const named = clause.parts.some((p) => p.indicators.length + p.heads.length > 0)
  if (named) return []
  const phrases: Item[][] = []
  for (const part of clause.parts) {
    let phrase: Item[] = []
    for (const item of part.items) {
      if (item.kind !== 'cue' || item.cue.kind !== 'and') phrase.push(item)
      else {
        phrases.push(phrase)
        phrase = []
      }
    }
    phrases.push(phrase)
  }
  const full = phrases.filter((phrase) => phrase.some(isContent))
  if (full.length !== length || clause.parts.some((p) => p.domains.length > 0)) return []
  return full.map((items) => ({ ...newPart(), items, products: lastPart(clause).products }))
}
