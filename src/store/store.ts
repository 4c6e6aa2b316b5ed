/**
 * What the program needs of a store. Three implementations: `pglite.ts` (embedded), `postgres.ts`
 * (server) and `remote.ts` (a second process working through the owner of the embedded folder).
 * Every argument and result is plain JSON, so that any method can cross a process.
 */
import type { Article, Passage, SourceKind } from '../model/article.ts'
import type {
  Borders,
  ExtractedFigure,
  Figure,
  FigureKey,
  Measure,
  PriceBasis,
  Status,
  WarningDetail,
} from '../model/figure.ts'

/** An article ready to be saved in one transaction. */
export interface ArticleToSave {
  readonly article: Article
  readonly sourceKind: SourceKind
  readonly passages: readonly (Passage & { readonly embedding: readonly number[] | null })[]
  readonly figures: readonly ExtractedFigure[]
  /** True for material that came with the program; replaced when a newer release ships it anew. */
  readonly shipped: boolean
  /** Version of the reading rules; a stored article read by older rules is read again. */
  readonly rulesVersion: string
}

export type SaveOutcome =
  | { readonly kind: 'stored'; readonly articleId: string; readonly figures: number }
  | { readonly kind: 'unchanged'; readonly articleId: string }
  /** The same text read by newer rules, or with more known about it: its figures were replaced in place. */
  | { readonly kind: 'reread'; readonly articleId: string; readonly figures: number }
  | {
      readonly kind: 'new-version'
      readonly articleId: string
      readonly supersedes: string
      readonly figures: number
    }

/** What is known of a stored article; citations are made from it. */
export interface StoredArticle {
  readonly id: string
  readonly url: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly title: string | null
  readonly area: string | null
  readonly areaEvidence: string | null
  readonly sourceKind: SourceKind
  /** Empty for figures taken from a table of official figures, which have no prose. */
  readonly text: string
  readonly shipped: boolean
  readonly rulesVersion: string
  /** ISO 8601, UTC. */
  readonly storedAt: string
  readonly supersededBy: string | null
}

/** An operator's correction of a figure. */
export interface Correction {
  /** As the article says it. */
  readonly oldValue: string
  /** null: rejected. */
  readonly newValue: string | null
  readonly why: string
  readonly by: string
  readonly at: string
}

/** A stored figure with its provenance; only figures in force (not superseded, not rejected) are found. */
export interface StoredFigure extends Figure {
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
  readonly correction: Correction | null
}

/** Every field narrows; a list means any of its members. Omitted fields are free. */
export interface FigureQuery {
  readonly ids?: readonly string[]
  readonly articleIds?: readonly string[]
  readonly indicators?: readonly string[]
  /** Exact area names; `areaWithin` adds the districts of these provinces. */
  readonly areas?: readonly (string | null)[]
  readonly areaWithin?: readonly string[]
  /** `whole`: scope null only; `part`: scope not null; a list: these scopes, compared folded. */
  readonly scope?: 'whole' | 'part' | readonly string[]
  readonly periods?: readonly string[]
  /** Inclusive years of the period. */
  readonly years?: { readonly from: number; readonly to: number }
  readonly measures?: readonly Measure[]
  readonly statuses?: readonly Status[]
  readonly borders?: Borders | null
  readonly priceBasis?: PriceBasis | null
  /** At most so many (default and most 1000). */
  readonly limit?: number
  /** `stored` (default): by id. `latest`: the period that ends last first, unknown years last. */
  readonly order?: 'stored' | 'latest'
  /** Id of the last figure of the page before, in the same order. */
  readonly after?: string
}

export interface ArticleQuery {
  readonly areas?: readonly string[]
  readonly shipped?: boolean
  readonly limit: number
  /** Id of the last article of the page before. */
  readonly after?: string
}

/** How many figures are stored for one indicator, area and year. */
export interface CoverageRow {
  readonly indicator: string
  readonly area: string | null
  readonly year: number | null
  readonly figures: number
  readonly latestPeriod: string
}

export interface PassageQuery {
  readonly text: string
  readonly embedding?: readonly number[]
  /** What a rank by vector counts beside a rank by words: 0.3 (default) for hashing, 1 for a model. */
  readonly vectorWeight?: number
  readonly areas?: readonly string[]
  /** Inclusive; an article whose date and periods are unknown is not excluded. */
  readonly years?: { readonly from: number; readonly to: number }
  readonly articleIds?: readonly string[]
  readonly limit: number
}

export interface PassageHit extends Passage {
  readonly id: string
  readonly article: Omit<StoredArticle, 'text'>
  /** Fused rank score, higher is better; ranks of the two searches where they found it. */
  readonly score: number
  readonly lexicalRank: number | null
  readonly vectorRank: number | null
}

/** What new figures are checked against; each list names every member once. */
export interface KnowledgeQuery {
  /** How large are these? */
  readonly series: readonly { readonly indicator: string; readonly area: string }[]
  /** What is said of these? */
  readonly cells: readonly {
    readonly indicator: string
    readonly area: string
    readonly period: string
  }[]
  /** Articles that say nothing of sizes: those that are about to be replaced. */
  readonly exceptUrls: readonly string[]
}

/** Levels of a whole in one unit, each brought to a whole year of twelve months; decimal strings. */
export interface SeriesSizes {
  readonly indicator: string
  readonly area: string
  readonly sizes: readonly {
    readonly borders: Borders | null
    readonly unit: string
    readonly year: number
    /** The one stored first. */
    readonly size: string
    readonly low: string
    readonly high: string
  }[]
}

/** A stored figure in force without its place in the text. */
export type KnownValue = FigureKey &
  Pick<StoredFigure, 'value' | 'valueHigh' | 'unit' | 'status' | 'bound' | 'warnings'> &
  Pick<StoredFigure, 'publisher' | 'published' | 'url'>

export interface StoredKnowledge {
  /** From the latest levels that were not doubted; no targets, no parts. */
  readonly sizes: readonly SeriesSizes[]
  readonly values: readonly KnownValue[]
}

/** A received message between the platform and its handling. */
export interface KeptItem {
  readonly channel: string
  readonly key: string
  readonly item: string
}

/** A judgement of an answer. The store takes out what could name a person. */
export interface FeedbackToKeep {
  readonly channel: string
  readonly verdict: 'right' | 'wrong'
  readonly question: string
  readonly answerText: string
  readonly figureIds: readonly string[]
  readonly comment: string | null
}

export interface KeptFeedback extends FeedbackToKeep {
  /** ISO 8601, UTC. */
  readonly at: string
}

/** `answered`: in part only. */
export const UNANSWERED_OUTCOMES = ['no-data', 'clarify', 'out-of-scope', 'answered'] as const
export type UnansweredOutcome = (typeof UNANSWERED_OUTCOMES)[number]

export interface UnansweredQuestion {
  /** As it was last written, without what could name a person. */
  readonly question: string
  readonly outcome: UnansweredOutcome
  readonly times: number
  /** ISO 8601, UTC. */
  readonly firstAt: string
  readonly lastAt: string
}

export interface Store {
  readonly kind: 'pglite' | 'postgres' | 'remote'
  saveArticle(input: ArticleToSave): Promise<SaveOutcome>
  /** Many at once, one transaction each batch; order of outcomes is order of inputs. */
  saveArticles(inputs: readonly ArticleToSave[]): Promise<SaveOutcome[]>
  /** Takes an article (id, url, or title when unique) out with its passages and figures. */
  forgetArticle(ref: string): Promise<{ articleId: string; figures: number } | null>
  findArticle(ref: string): Promise<StoredArticle | null>
  /** Articles in force by id. */
  listArticles(query: ArticleQuery): Promise<Omit<StoredArticle, 'text'>[]>
  /** Articles in force with prose that other rules than `rulesVersion` read; the caller reads and saves them again. */
  outdatedArticles(rulesVersion: string, limit: number): Promise<StoredArticle[]>
  findFigures(query: FigureQuery): Promise<StoredFigure[]>
  /** Several queries in one round trip; results in the order of the queries. */
  findFiguresMany(queries: readonly FigureQuery[]): Promise<StoredFigure[][]>
  whatIsKnown(query: KnowledgeQuery): Promise<StoredKnowledge>
  searchPassages(query: PassageQuery): Promise<PassageHit[]>
  coverage(query: {
    indicators?: readonly string[]
    areas?: readonly string[]
  }): Promise<CoverageRow[]>
  correctFigure(
    id: string,
    change: { value: string; why: string; by: string; at: string },
  ): Promise<StoredFigure | null>
  rejectFigure(id: string, change: { why: string; by: string; at: string }): Promise<boolean>
  /** Changes with every change of what can be answered; caches are keyed by it. */
  dataVersion(): Promise<string>
  /** Small facts about the store itself (versions of shipped data and rules, embedding model). */
  getMeta(key: string): Promise<string | null>
  setMeta(key: string, value: string): Promise<void>
  /**
   * Keeps a received item until `finishItem`. False when its key is known already. `receipt` is the
   * caller's own: the same call again, with the same receipt, gets the same answer.
   */
  receiveItem(kept: KeptItem & { readonly receipt: string }): Promise<boolean>
  /** Forgets the content of an item, remembers its key for three days. */
  finishItem(channel: string, key: string): Promise<void>
  /** Items received and not finished, oldest first. */
  unfinishedItems(channel: string): Promise<KeptItem[]>
  /** A remembered value, null when there is none or its time is over. */
  recall(key: string): Promise<string | null>
  remember(value: {
    readonly key: string
    readonly value: string
    readonly seconds: number
  }): Promise<void>
  keepFeedback(feedback: FeedbackToKeep): Promise<void>
  /** The newest first. */
  listFeedback(limit: number): Promise<KeptFeedback[]>
  countUnanswered(asked: {
    readonly question: string
    readonly outcome: UnansweredOutcome
  }): Promise<void>
  /** The most asked first. */
  listUnanswered(limit: number): Promise<UnansweredQuestion[]>
  /** Deletes what the service no longer needs: old keys, values whose time is over, old questions. */
  forgetOld(): Promise<void>
  /** One round trip that does nothing: the floor that answers are measured against. */
  ping(): Promise<void>
  close(): Promise<void>
}
