/**
 * What people write about themselves is not kept. E-mail addresses and numbers that name a person or an
 * account are taken out of a text before it is stored; a few large figures may go with them.
 */

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** With a leading zero or +84, in groups or not: telephone numbers and identity cards (which begin with 0). */
const GROUPED = /(?<![\d.,])(?:\(?\+\s?84\)?|\(?0)(?:[ .\-()]{0,2}\d){8,11}(?!\d)/g
/** Any long number without separators: old identity cards, bank accounts, telephone numbers with 84. */
const PLAIN = /(?<!\d)\d{9,}(?!\d)/g

/**
 * The text with `[e-mail]` and `[số]` in place of what could name a person, and without the one letter
 * that no database takes.
 */
export function redact(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(EMAIL, '[e-mail]')
    .replace(GROUPED, '[số]')
    .replace(PLAIN, '[số]')
}
