/** What the reading remembers from one number to the next: subject, period, area, status. */
import type { PriceBasis, Status } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import type { Base } from './clause.ts'

/** What a number is about. */
export interface Subject {
  readonly indicator: string
  readonly scope: string | null
}

export interface Context {
  /** Subject of the last figure; a number without a subject of its own is about it. */
  subject: Subject | null
  /** The last subject that was named as an indicator. */
  whole: Subject | null
  /** The subject was named in this sentence without a figure of its own yet. */
  subjectIsLead: boolean
  /** The whole whose parts are being listed. */
  parent: string | null
  /** The items of the list are products. */
  products: boolean
  /** The last subject was none of ours; numbers without their own subject are neither. */
  vetoed: boolean
  period: PeriodParts | null
  /** Period to go back to after an aside about another. */
  resume: PeriodParts | null
  /** Periods that the pairs of numbers of the sentence are told for, and which is next. */
  coupled: { readonly periods: readonly PeriodParts[]; readonly next: number } | null
  /** Period said for what follows; a number without a subject of its own does not change it. */
  scopePeriod: PeriodParts | null
  /** Area of the sentence, null for the area of the article. */
  area: string | null
  borders: 'old' | 'new' | null
  /** Status of the figure before, of the sentence, and of the list or paragraph. */
  status: Status
  sentenceStatus: Status | null
  blockStatus: Status | null
  /** Status that a heading says for the lines below it. */
  headingStatus: Status | null
  /** The period was said by the heading of this paragraph. */
  underHeading: boolean
  /** Base of the last growth of the sentence: parts listed behind it are measured alike. */
  lastBase: Base | null
  /** Comparison base and direction that a sentence says for all its items. */
  base: Base | null
  direction: 1 | -1 | null
  /** Shares are listed: "chiếm 40%, EU 20%". */
  isShare: boolean
  price: PriceBasis | null
  /** The number before was what a plan says. */
  planSaid: boolean
  /** Period that the paragraph's targets are for. */
  targetPeriod: PeriodParts | null
  /** Period of the first figure of the paragraph that is no target. */
  leadPeriod: PeriodParts | null
}

export function newContext(): Context {
  return {
    subject: null,
    whole: null,
    subjectIsLead: false,
    parent: null,
    products: false,
    vetoed: false,
    period: null,
    resume: null,
    coupled: null,
    scopePeriod: null,
    area: null,
    borders: null,
    status: 'actual',
    sentenceStatus: null,
    blockStatus: null,
    headingStatus: null,
    underHeading: false,
    base: null,
    lastBase: null,
    direction: null,
    isShare: false,
    price: null,
    planSaid: false,
    targetPeriod: null,
    leadPeriod: null,
  }
}
