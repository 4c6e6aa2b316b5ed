/** Articles made for the tests; the words are ours. */
import { hashEmbedding } from '../../src/llm/hash-embeddings.ts'
import type { ExtractedFigure } from '../../src/model/figure.ts'
import type { ArticleToSave } from '../../src/store/store.ts'

/** A figure; the quote is where `text` says it. */
export function figure(
  text: string,
  quote: string,
  facts: Partial<ExtractedFigure> = {},
): ExtractedFigure {
  const start = text.indexOf(quote)
  return {
    indicator: 'export-turnover',
    area: 'Hải Dương',
    borders: null,
    scope: null,
    period: '2023',
    measure: 'level',
    priceBasis: null,
    value: '9801',
    valueHigh: null,
    unit: 'triệu USD',
    status: 'actual',
    bound: null,
    quote,
    start,
    end: start + quote.length,
    warnings: [],
    sentenceStart: 0,
    sentenceEnd: text.length,
    warningDetails: [],
    trace: [],
    ...facts,
  }
}

/** An article of one passage, by default with an export figure of Hải Dương. */
export function article(
  facts: Partial<ArticleToSave['article']> = {},
  rest: Partial<Omit<ArticleToSave, 'article'>> = {},
): ArticleToSave {
  const text = facts.text ?? 'Năm 2023, hàng bán ra nước ngoài của Hải Dương được 9.801 triệu USD.'
  return {
    article: {
      url: 'https://bao.example/hai-duong',
      publisher: 'Báo Thử',
      published: '2024-01-05',
      title: 'Hải Dương bán hàng ra nước ngoài',
      area: 'Hải Dương',
      areaEvidence: 'headline',
      boilerplate: [],
      ...facts,
      text,
    },
    sourceKind: 'press',
    passages: [{ start: 0, end: text.length, text, embedding: hashEmbedding(text) }],
    figures: [figure(text, '9.801 triệu USD')],
    shipped: false,
    rulesVersion: '1',
    ...rest,
  }
}
