/** Judges every figure claimed in a pasted text against the store. */
import type { AnswerFigure, Citation } from '../model/answer.ts'
import type { Check, Claim } from '../model/check.ts'
import type { ExtractedFigure } from '../model/figure.ts'
import type { FigureQuery, Store, StoredFigure } from '../store/store.ts'
import { explain } from './explain.ts'
import { headlineArea } from './headline.ts'
import { type Judgement, judge } from './judge.ts'

export interface CheckerParts {
  readonly store: Pick<Store, 'findFiguresMany'>
  /**
   * Reads the figures of a text that is no article: areas and periods as far as the text says them,
   * offsets into the very text given. `area` is what its headline is about, for claims that name none.
   */
  readonly extract: (text: string, area: string | null) => readonly ExtractedFigure[]
}

export interface Checker {
  /** Every claim of the text in its order, with verdict, explanation and the figures it rests on. */
  check(text: string): Promise<Check>
}

/** Figures looked at for one question to the store; enough for all years of an indicator in an area. */
const MOST_FIGURES = 1000
/** Figures shown under one claim. */
const MOST_FOUND = 3

/** Makes the checker. It asks the store once a text. */
export function createChecker({ store, extract }: CheckerParts): Checker {
  return {
    async check(given) {
      const text = given.normalize('NFC')
      const figures = extract(text, headlineArea(text))
      const queries = new Map(figures.flatMap(queriesFor).map((q) => [JSON.stringify(q), q]))
      const results = queries.size === 0 ? [] : await store.findFiguresMany([...queries.values()])
      const found = new Map([...queries.keys()].map((key, i) => [key, results[i] ?? []]))
      const citations = new Citations()
      const claims = figures.map((figure) => {
        const pool = new Map(
          queriesFor(figure)
            .flatMap((query) => found.get(JSON.stringify(query)) ?? [])
            .map((candidate) => [candidate.id, candidate]),
        )
        return toClaim(figure, judge(figure, [...pool.values()]), citations)
      })
      return { text, claims, citations: citations.list }
    },
  }
}

/** Where the claim's number may stand: the indicator in the area, elsewhere, and other indicators. */
function queriesFor({ indicator, area, period }: ExtractedFigure): FigureQuery[] {
  const limit = MOST_FIGURES
  const elsewhere: FigureQuery = { indicators: [indicator], periods: [period], limit }
  if (area === null) return [elsewhere]
  return [
    { indicators: [indicator], areas: [area], limit },
    elsewhere,
    { areas: [area], periods: [period], limit },
  ]
}

function toClaim(figure: ExtractedFigure, judgement: Judgement, citations: Citations): Claim {
  const { quote, start, end, sentenceStart, sentenceEnd, trace, ...rest } = figure
  const { warnings, warningDetails, ...claimed } = rest
  return {
    quote,
    start,
    end,
    claimed,
    verdict: judgement.verdict,
    explanation: explain(figure, judgement),
    found: judgement.found.slice(0, MOST_FOUND).map((stored) => citations.cite(stored)),
  }
}

/** The sources of a check, numbered as they come up. */
class Citations {
  readonly list: Citation[] = []

  /** The figure with the number of its citation; two figures of one sentence share it. */
  cite(figure: StoredFigure): AnswerFigure {
    const known = this.list.find(
      (c) => c.articleId === figure.articleId && c.quote === figure.sentence,
    )
    const citation = known?.n ?? this.add(figure)
    const { sentence, sourceKind, warningDetails, correction, ...rest } = figure
    const { articleId, publisher, published, title, url, ...shown } = rest
    return { ...shown, citation }
  }

  private add(figure: StoredFigure): number {
    const { articleId, publisher, title, published, url, sentence } = figure
    const n = this.list.length + 1
    this.list.push({ n, articleId, publisher, title, published, url, quote: sentence })
    return n
  }
}
