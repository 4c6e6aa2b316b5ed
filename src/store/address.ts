/** What makes two incoming articles the same one. */
import { createHash } from 'node:crypto'
import { foldName } from '../vietnamese/fold.ts'
import type { ArticleToSave } from './store.ts'

/** Query parameters that say where a reader came from, not what is read. */
const TRACKING = /^(utm_.*|fbclid|gclid|zarsrc|zalo_.*|mc_cid|mc_eid)$/

/**
 * A web address as compared: without scheme, fragment, tracking parameters and last slash, host in
 * lower case. What is no web address stays as it is.
 */
export function normaliseAddress(url: string): string {
  if (!URL.canParse(url)) return url.trim()
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return url.trim()
  for (const name of [...parsed.searchParams.keys()]) {
    if (TRACKING.test(name)) parsed.searchParams.delete(name)
  }
  parsed.searchParams.sort()
  return `${parsed.host}${parsed.pathname.replace(/\/$/, '')}${parsed.search}`
}

/**
 * The address an article is known by. Shipped material without one goes by its heading, so that an
 * edited text replaces the old one; anything else without an address is known by its text alone,
 * because two reports may carry the same heading.
 */
export function addressOf(input: ArticleToSave): string | null {
  const { url, publisher, title, published } = input.article
  if (url !== null && url.trim() !== '') return normaliseAddress(url)
  if (input.shipped && title !== null) {
    return `title:${foldName(`${title} ${publisher ?? ''} ${published ?? ''}`)}`
  }
  return null
}

/** Hash of what the article says: its text, or its figures where there is no prose. */
export function contentHash(input: ArticleToSave): string {
  const content =
    input.article.text !== ''
      ? input.article.text
      : JSON.stringify([
          input.article.title,
          input.article.publisher,
          input.article.published,
          ...input.figures.map((f) => [f.indicator, f.area, f.scope, f.period, f.measure, f.value]),
        ])
  return createHash('sha256').update(content).digest('base64')
}
