/**
 * What a channel needs of the program. Channels render; they hold no figure logic, and what is not
 * reachable through this interface is none of their business.
 */
import type { Answer } from '../model/answer.ts'
import type { SourceKind } from '../model/article.ts'
import type { Check } from '../model/check.ts'
import type { Figure, Measure, Status, WarningDetail } from '../model/figure.ts'

/** Steps of making an answer, told to the waiting user; never any part of the answer itself. */
export const PROGRESS_STEPS = ['received', 'understand', 'find', 'compose', 'verify'] as const
export type ProgressStep = (typeof PROGRESS_STEPS)[number]

/** Narrowing of `GET /api/figures`; omitted fields are free. */
export interface FiguresQuery {
  /** A name or alias of a province or district, or "Việt Nam". */
  readonly area?: string
  /** A code or a name of an indicator. */
  readonly indicator?: string
  readonly period?: string
  readonly measure?: Measure
  readonly status?: Status
  /** Figures a page; the program decides when left out. */
  readonly limit?: number
  /** `next` of the page before. */
  readonly after?: string
}

/** A stored figure with where it comes from. */
export interface SourcedFigure extends Figure {
  readonly id: string
  readonly articleId: string
  readonly publisher: string | null
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  readonly sourceKind: SourceKind
  /** The sentence that holds the quote. */
  readonly sentence: string
  readonly warningDetails: readonly WarningDetail[]
  readonly correction: {
    readonly oldValue: string
    readonly newValue: string | null
    readonly why: string
    readonly by: string
    readonly at: string
  } | null
}

export interface FiguresPage {
  readonly figures: readonly SourcedFigure[]
  /** Pass as `after` to go on; null on the last page. */
  readonly next: string | null
}

/** An article with the figures that were read from it. */
export interface ArticleView {
  readonly id: string
  readonly url: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly title: string | null
  readonly area: string | null
  readonly areaEvidence: string | null
  readonly sourceKind: SourceKind
  /** The stored text. Shown whole only when `shipped`: then it is a brief in our own words. */
  readonly text: string
  readonly shipped: boolean
  readonly supersededBy: string | null
  readonly figures: readonly SourcedFigure[]
}

/** Đúng or Sai under an answer. Carries no personal data. */
export interface Feedback {
  readonly verdict: 'right' | 'wrong'
  readonly question: string
  readonly answerText: string
  readonly figureIds: readonly string[]
  readonly comment: string | null
  readonly channel: string
}

/** How many figures are held of one indicator, area and year. */
export interface CoverageCount {
  readonly indicator: string
  readonly area: string | null
  readonly year: number | null
  readonly figures: number
}

export interface AppPort {
  /**
   * Answers a message. `conversation` is the id of an earlier answer; an unknown id starts anew.
   * `onProgress` hears the steps taken. Rejects only when a part is broken.
   */
  ask(
    question: string,
    conversation?: string,
    onProgress?: (step: ProgressStep) => void,
  ): Promise<Answer>
  /** Judges the figures claimed in a text. */
  check(text: string): Promise<Check>
  /** One page of stored figures; an unknown name is an AppError `call-wrong` that names the nearest. */
  figures(query: FiguresQuery): Promise<FiguresPage>
  figure(id: string): Promise<SourcedFigure | null>
  article(id: string): Promise<ArticleView | null>
  /** The Vietnamese name of an indicator code; the code itself when it is unknown. */
  indicatorName(code: string): string
  /** Questions that the store can answer, for an empty chat. Absent: a fixed list is shown. */
  examples?(): readonly string[]
  /** What is held, counted. Absent: channels ask in words. */
  coverage?(): Promise<readonly CoverageCount[]>
  /** Keeps a judgement of an answer. Absent: channels show no Đúng/Sai. */
  feedback?(feedback: Feedback): Promise<void>
}
