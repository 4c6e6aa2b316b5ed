/** What was understood of a question: the nouns between `understand` and `find`. */
import type { Borders, Measure, PriceBasis } from '../model/figure.ts'

/** What kind of help is asked for. */
export type Intent =
  | 'figures'
  | 'rank'
  | 'overview'
  | 'definition'
  | 'coverage'
  | 'passage'
  | 'source'
  | 'convert'
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'outside'
  | 'unclear'

/** What is wanted of an indicator; `any` is a question that names only the topic. */
export type Want =
  | 'any'
  | 'level'
  | 'yoy'
  | 'mom'
  | 'growth'
  | 'average'
  | 'plan'
  | 'over_plan'
  | 'met'
  | 'share'

/** Which kind of number: a result (also an estimate), or what was aimed at. */
export type Wish = 'unsaid' | 'result' | 'target' | 'expected'

export interface Demand {
  readonly want: Want
  readonly wish: Wish
}

/** A place asked for; `borders` only where the question says so. */
export interface AreaAsked {
  readonly area: string
  readonly kind: 'province' | 'district' | 'country'
  readonly borders: Borders | null
  /** Other areas the same words may mean, of which the store knows at most one. */
  readonly others?: readonly string[]
}

/** Restricting words of the question, folded. */
export interface ScopeAsked {
  /** Content words that the scope of a figure must hold; empty when the question names no part. */
  readonly words: readonly string[]
  /** Every word of the question that is no place, period or unit: enough to recognise a scope. */
  readonly loose: readonly string[]
  /** The same words part by part ("gạo và thủy sản" are two). */
  readonly runs: readonly (readonly string[])[]
  /** As typed, to be said back. */
  readonly text: string
  /** "trừ dầu thô": the part is what is left without these. */
  readonly except: boolean
  /** The question certainly restricts: nothing but a fitting part answers it. */
  readonly firm: boolean
  /** "tính cả …", "toàn tỉnh": nothing but the whole answers it. */
  readonly whole: boolean
}

/** An indicator asked for; several codes where the words alone do not decide, likeliest first. */
export interface IndicatorAsked {
  readonly codes: readonly string[]
  readonly text: string
}

/** A period asked for: exact, or with a year that has to be found. */
export interface PeriodAsked {
  /** Canonical; the year is `XXXX` when not said. */
  readonly period: string
  readonly yearSaid: boolean
  /** Only compared with ("so với 8 tháng 2023 thế nào"): shown where it is stored, never missed. */
  readonly beside?: boolean
}

/** One thing asked: every combination of its members is a cell to be looked up. */
export interface Ask {
  readonly indicators: readonly IndicatorAsked[]
  readonly areas: readonly AreaAsked[]
  /** Empty: the latest there is. */
  readonly periods: readonly PeriodAsked[]
  readonly demands: readonly Demand[]
  readonly scope: ScopeAsked
}

export interface RankAsked {
  readonly direction: 'highest' | 'lowest' | 'both'
  readonly count: number
  /** Among districts of this province; null: among provinces. */
  readonly within: string | null
  readonly districts: boolean
  /** The place whose rank is asked ("Hải Dương đứng thứ mấy"), else null. */
  readonly focus: string | null
}

/** Something that was not said and filled in, with the Vietnamese words that say so. */
export interface DefaultTaken {
  readonly what: 'area' | 'period' | 'year' | 'measure' | 'indicator' | 'spelling'
  readonly text: string
}

export interface Query {
  readonly question: string
  readonly intent: Intent
  readonly asks: readonly Ask[]
  readonly rank: RankAsked | null
  readonly compare: boolean
  /** Base of a comparison ("gấp mấy lần năm 2001"): a period, else null. */
  readonly base: string | null
  /** A share in the whole country is asked. */
  readonly ofCountry: boolean
  /** The direction the question takes for granted ("tăng bao nhiêu"), else null. */
  readonly direction: 'up' | 'down' | null
  /** Unit asked for ("bao nhiêu tỷ USD"), else null. */
  readonly unit: string | null
  /** The unit counts things ("bao nhiêu quốc gia"), so that no amount answers. */
  readonly countsThings: boolean
  /** Prices asked for, null when not said. */
  readonly priceBasis: PriceBasis | null
  /** The question asks to compute from a plan or a target. */
  readonly backCompute: boolean
  /** Latest asked for in so many words. */
  readonly latest: boolean
  /** Ids of concepts and codes of indicators to be explained. */
  readonly terms: readonly string[]
  readonly defaults: readonly DefaultTaken[]
  /** Content words nobody claimed, folded, for searching passages. */
  readonly rest: readonly string[]
  /** What is counted after "bao nhiêu" ("gian hàng"), folded. */
  readonly counted: readonly string[]
  /** The question asks for a reason, or for what is done; decides which sentences fit. */
  readonly about: 'reason' | 'action' | null
  /** Why nothing was understood: what to ask back. */
  readonly unclear: 'area' | 'indicator' | 'both' | 'which-area' | null
  /** Areas to choose from where a name means several. */
  readonly choices: readonly string[]
  /** A word that shows the question is about something else. */
  readonly outside: string | null
}

/** A measure that can be looked up for a want. */
export const MEASURES_OF: Readonly<Record<Want, readonly Measure[]>> = {
  any: ['level', 'yoy', 'plan', 'over_plan'],
  level: ['level'],
  yoy: ['yoy'],
  mom: ['mom'],
  growth: ['growth'],
  average: ['growth'],
  plan: ['plan'],
  over_plan: ['over_plan'],
  met: ['plan', 'over_plan'],
  share: ['share'],
}
