import type { Article } from '../../../src/model/article.ts'

/** An article of a text, with nothing known but what is given. */
export function article(text: string, known: Partial<Article> = {}): Article {
  return {
    url: null,
    publisher: null,
    published: null,
    title: null,
    area: null,
    areaEvidence: null,
    boilerplate: [],
    ...known,
    text: text.normalize('NFC'),
  }
}
