import type { ExtractedFigure } from './figure.ts'

/** An article as it came in, before cleaning. Unknown fields are null. */
export interface ArticleRecord {
  readonly url: string | null
  readonly publisher: string | null
  /** `YYYY[-MM[-DD]]`. */
  readonly published: string | null
  readonly title: string | null
  /** Given by an operator; settles what the text does not say. */
  readonly area: string | null
  readonly text: string
}

/** How trustworthy a publisher is, best first; decides which of two figures is shown first. */
export const SOURCE_KINDS = [
  'statistics-office',
  'department',
  'government',
  'press',
  'copy-of-official',
  'weak',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** An article after reading, cleaning and identifying; `text` is what is stored and what offsets index. */
export interface Article extends ArticleRecord {
  /** How the area was found ("operator", "headline", "districts: Giao Thủy, Ý Yên"…); null without an area. */
  readonly areaEvidence: string | null
  /** Spans of `text` that are no prose of the article (menus, captions, comment forms, other news). */
  readonly boilerplate: readonly { readonly start: number; readonly end: number }[]
}

/** A piece of an article that is searched and quoted as one. */
export interface Passage {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What `extract` yields of one file; the shape of the contract plus passages. */
export interface Extraction {
  readonly file: string
  readonly article: Article
  readonly passages: readonly Passage[]
  readonly figures: readonly ExtractedFigure[]
  readonly warnings: readonly string[]
}
