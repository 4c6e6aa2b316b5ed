/** Links to where a figure was said. */

const WORDS_AT_ENDS = 5

function encodePart(text: string): string {
  // `-`, `,` and `&` are syntax of text fragments; encodeURIComponent leaves the dash alone.
  return encodeURIComponent(text).replace(/-/g, '%2D')
}

/**
 * The text fragment (`#:~:text=…`) that makes a browser scroll to a quotation; a long one is named by
 * its first and last words. Empty for an empty quotation.
 */
export function textFragment(quote: string): string {
  const words = quote.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return ''
  if (words.length <= 2 * WORDS_AT_ENDS) return `#:~:text=${encodePart(words.join(' '))}`
  const first = words.slice(0, WORDS_AT_ENDS).join(' ')
  const last = words.slice(-WORDS_AT_ENDS).join(' ')
  return `#:~:text=${encodePart(first)},${encodePart(last)}`
}

/** A web address fit to be a link, else null: only http and https, so no address can run a script. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

/** The original's address, pointing at the quotation where the address has no fragment of its own. */
export function originalLink(url: string | null, quote: string): string | null {
  const address = webAddress(url)
  if (address === null) return null
  return address.includes('#') ? address : address + textFragment(quote)
}

/** Our own page of an article, pointing at the quotation. */
export function articlePath(articleId: string, quote = ''): string {
  return `/nguon/${encodeURIComponent(articleId)}${textFragment(quote)}`
}

/** Our own page of a figure. */
export function figurePath(figureId: string): string {
  return `/so-lieu/${encodeURIComponent(figureId)}`
}
