/** Everything that the steps of the reading share while they go through an article. */
import type { ExtractedFigure } from '../../model/figure.ts'
import { type Base, type Clause, emptyClause } from './clause.ts'
import { type Context, newContext } from './context.ts'
import type { Item, ItemOf } from './items.ts'
import type { Spread } from './spread.ts'
import type { Tail } from './tail.ts'
import type { Calendar } from './when.ts'

/** A sentence cut into items. */
export interface Sentence {
  readonly start: number
  readonly end: number
  /** It begins a line, and with a bullet or a number. */
  readonly newLine: boolean
  readonly bullet: boolean
  readonly items: readonly Item[]
  /** It has words that announce parts of a whole ("trong đó", "ngành"). */
  readonly announcesParts: boolean
}

/** How far ahead a rule may look, so that the cost of a sentence grows with its length only. */
export const LOOK_AHEAD = 80

export interface Scene {
  readonly text: string
  /** Area of the article, null when nobody said. */
  readonly articleArea: string | null
  readonly published: string | null
  readonly calendar: Calendar
  readonly figures: ExtractedFigure[]
  /** Names of districts of the article's province: "Tứ kỳ" → its area, else undefined. */
  readonly districtArea: (name: string) => string | undefined
  /** How many figures stood before this paragraph. */
  paragraphFigures: number
  /** A number in front of the subject of its sentence. */
  pending: {
    readonly item: ItemOf<'quantity'>
    readonly tail: Tail
    readonly clause: Clause
  } | null
  /** Words in front of a colon: what a list is about. */
  leadWords: string | null
  /** The noun phrase among them. */
  leadScope: string | null
  /** Index of the item that is being read. */
  at: number
  /** Items of the sentence between the number before and this one. */
  before: readonly Item[]
  /** Number of the paragraph, and the paragraph that last named an indicator. */
  paragraph: number
  parentParagraph: number
  /** The period that the last number was compared with. */
  tailBase: Extract<Base, { kind: 'period' }> | null
  /** Exports or imports: what the article told a figure of first. */
  firstTrade: string | null
  /** Names that runs of numbers are given out to. */
  spread: Spread | null
  context: Context
  clause: Clause
  sentence: Sentence
  /** Contexts and clauses of the brackets that are open. */
  readonly brackets: { readonly context: Context; readonly clause: Clause }[]
}

export type SceneOptions = Pick<
  Scene,
  'text' | 'articleArea' | 'published' | 'calendar' | 'districtArea'
>

export function newScene(options: SceneOptions): Scene {
  return {
    ...options,
    figures: [],
    paragraphFigures: 0,
    pending: null,
    leadWords: null,
    leadScope: null,
    at: 0,
    before: [],
    paragraph: 0,
    parentParagraph: 0,
    tailBase: null,
    spread: null,
    firstTrade: null,
    context: newContext(),
    clause: emptyClause(),
    sentence: { start: 0, end: 0, newLine: true, bullet: false, items: [], announcesParts: false },
    brackets: [],
  }
}
