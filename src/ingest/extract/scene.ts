/** Everything that the steps of the reading share while they go through an article. */
import type { ExtractedFigure } from '../../model/figure.ts'
import { type Base, type Clause, emptyClause } from './clause.ts'
import { type Context, newContext } from './context.ts'
import type { Item, ItemOf } from './items.ts'
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
}

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
  /** Number of the paragraph, and the paragraph that last named an indicator. */
  paragraph: number
  parentParagraph: number
  /** The period that the last number was compared with. */
  tailBase: Extract<Base, { kind: 'period' }> | null
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
    paragraph: 0,
    parentParagraph: 0,
    tailBase: null,
    context: newContext(),
    clause: emptyClause(),
    sentence: { start: 0, end: 0, newLine: true, bullet: false, items: [] },
    brackets: [],
  }
}
