/**
 * The one place where text is normalised. What comes out is what is stored and what every offset
 * indexes; nothing later may change a character of it.
 */

/** Characters that look like a space, each replaced by one space so that columns keep their width. */
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Zero-width characters, soft hyphens, byte order marks, direction marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const CONTROL = /[^\P{Cc}\n\t]/gu
/** Icelandic eth stands for Vietnamese đ in many older pages; the two look the same. */
const ETH: Readonly<Record<string, string>> = { Ð: 'Đ', ð: 'đ', '\u0189': 'Đ' }

/**
 * The text as it is stored: NFC, `\n` line ends, one plain space for each odd one, nothing invisible,
 * Đ for its look-alikes. Idempotent; a text already in this form comes back unchanged.
 */
export function normaliseText(text: string): string {
  return text
    .replace(LINE_BREAKS, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(ODD_SPACES, ' ')
    .replace(/[Ðð\u0189]/g, (char) => ETH[char] ?? char)
    .normalize('NFC')
}
