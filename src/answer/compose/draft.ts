/** Collects an answer while it is written: citations are numbered, every figure named is kept. */
import { areaLabel } from '../../catalogue/areas.ts'
import { indicatorById } from '../../catalogue/indicators.ts'
import type { Citation, Outcome } from '../../model/answer.ts'
import type { Borders } from '../../model/figure.ts'
import { yearOf } from '../../model/period.ts'
import type { StoredArticle, StoredFigure } from '../../store/store.ts'
import { formatPeriodVi } from '../../vietnamese/format.ts'
import type { Computed } from '../compute.ts'
import type { Line, LineRole, Part, Reply, ReplyNote, Series, Suggestion } from '../reply.ts'
import { text } from '../reply.ts'

/** A reply in the making. */
export class Draft {
  readonly question: string
  readonly #lines: Line[] = []
  readonly #answers = new Map<string, StoredFigure>()
  readonly #computed: Computed[] = []
  readonly #related = new Map<string, { figure: StoredFigure; parts: readonly Part[] }>()
  readonly #figures = new Map<string, StoredFigure>()
  readonly #citations: Citation[] = []
  readonly #citationOf = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  readonly #notes: ReplyNote[] = []
  readonly #missing: (readonly Part[])[] = []
  readonly #suggestions: Suggestion[] = []
  readonly #series: Series[] = []

  constructor(question: string) {
    this.question = question
  }

  /** Adds a line of words and records. */
  line(role: LineRole, ...parts: (Part | string)[]): void {
    this.#lines.push({ role, parts: parts.map((p) => (typeof p === 'string' ? text(p) : p)) })
  }

  /** Registers a figure as part of the answer. */
  answer(figure: StoredFigure): void {
    this.#answers.set(figure.id, figure)
    this.#cite(figure)
  }

  /** Registers a near miss with the line that says what it is. */
  near(figure: StoredFigure, parts: readonly Part[]): void {
    if (this.#answers.has(figure.id)) return
    this.#cite(figure)
    this.#related.set(figure.id, { figure, parts })
  }

  /** Registers a computed value; its inputs become citable. Returns its place. */
  derive(computed: Computed): number {
    for (const figure of computed.figures) this.#cite(figure)
    const known = this.#computed.findIndex(
      (c) =>
        c.formula === computed.formula &&
        c.period === computed.period &&
        c.area === computed.area &&
        c.indicator === computed.indicator,
    )
    if (known >= 0) return known
    this.#computed.push(computed)
    return this.#computed.length - 1
  }

  value(figure: StoredFigure): Part {
    this.#cite(figure)
    return { kind: 'value', figure: figure.id }
  }

  change(figure: StoredFigure): Part {
    this.#cite(figure)
    return { kind: 'change', figure: figure.id }
  }

  size(figure: StoredFigure): Part {
    this.#cite(figure)
    return { kind: 'size', figure: figure.id }
  }

  /** " [1]" of a figure. */
  cite(figure: StoredFigure): Part {
    return { kind: 'cite', n: this.#cite(figure) }
  }

  /** A citation of words of an article; returns its number. The same words are cited once. */
  quote(
    article: Pick<StoredArticle, 'id' | 'publisher' | 'title' | 'published' | 'url'>,
    quote: string,
  ): number {
    const known = this.#citations.find((c) => c.articleId === article.id && c.quote === quote)
    if (known) return known.n
    const n = this.#citations.length + 1
    const { publisher, title, published, url } = article
    this.#citations.push({ n, articleId: article.id, publisher, title, published, url, quote })
    return n
  }

  note(code: string, parts: readonly (Part | string)[], figureIds: readonly string[] = []): void {
    const same = this.#notes.findIndex(
      (n) => n.code === code && JSON.stringify(n.parts) === JSON.stringify(asParts(parts)),
    )
    const known = this.#notes[same]
    if (known) {
      this.#notes[same] = { ...known, figureIds: [...new Set([...known.figureIds, ...figureIds])] }
      return
    }
    this.#notes.push({ code, parts: asParts(parts), figureIds })
  }

  missing(...parts: (Part | string)[]): void {
    this.#missing.push(asParts(parts))
  }

  suggest(...parts: (Part | string)[]): void {
    this.#suggestions.push({ parts: asParts(parts) })
  }

  series(series: Series): void {
    this.#series.push(series)
  }

  get notes(): readonly ReplyNote[] {
    return this.#notes
  }

  get citations(): readonly Citation[] {
    return this.#citations
  }

  /** The finished reply; figures only stand in an answer that answers. */
  done(outcome: Outcome): Reply {
    return {
      question: this.question,
      outcome,
      lines: this.#lines,
      answers: outcome === 'answered' ? [...this.#answers.values()] : [],
      computed: this.#computed,
      related: [...this.#related.values()].filter((r) => !this.#answers.has(r.figure.id)),
      figures: this.#figures,
      citations: this.#citations,
      citationOf: this.#citationOf,
      notes: this.#notes,
      missing: this.#missing,
      suggestions: this.#suggestions,
      series: this.#series,
    }
  }

  /** One citation for one sentence of one article. */
  #cite(figure: StoredFigure): number {
    this.#figures.set(figure.id, figure)
    const known = this.#citationOf.get(figure.id)
    if (known !== undefined) return known
    const quote = figure.sentence || figure.quote
    const key = `${figure.articleId}|${quote}`
    const n = this.#numbers.get(key) ?? this.#citations.length + 1
    if (!this.#numbers.has(key)) {
      this.#numbers.set(key, n)
      const { articleId, publisher, title, published, url } = figure
      this.#citations.push({ n, articleId, publisher, title, published, url, quote })
    }
    this.#citationOf.set(figure.id, n)
    return n
  }
}

function asParts(parts: readonly (Part | string)[]): Part[] {
  return parts.map((part) => (typeof part === 'string' ? text(part) : part))
}

/** The label of a period: "năm 2023". */
export function periodPart(period: string): Part {
  return { kind: 'period', period, text: formatPeriodVi(period) }
}

/** The label of an area: "Hải Dương", "TP Hồ Chí Minh", "cả nước". */
export function areaPart(area: string, borders: Borders | null, period: string | null): Part {
  const label = area === 'Việt Nam' ? 'cả nước' : areaLabel(area, period ? yearOf(period) : null)
  return { kind: 'area', area, borders, text: label }
}

/** The label of an indicator with its part: "kim ngạch xuất khẩu (thủy sản)". */
export function indicatorPart(code: string, scope: string | null, short = false): Part {
  const indicator = indicatorById(code)
  const nameless = code === 'other' || code === 'product_output'
  const name = short ? indicator?.shortName : indicator?.name
  const full =
    nameless && scope !== null
      ? code === 'product_output'
        ? `sản lượng ${scope}`
        : scope
      : `${name ?? code}${scope === null ? '' : ` (${scope})`}`
  return { kind: 'indicator', code, scope, text: full }
}
