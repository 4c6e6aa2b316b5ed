/**
 * Keys for comparing Vietnamese text without regard to diacritics, case or spelling variants.
 * Folding is for matching only: what is stored, quoted and shown keeps its letters.
 */

const MARKS = /\p{M}/gu
const CACHE = new Map<string, string>()

function foldChar(char: string): string {
  let folded = CACHE.get(char)
  if (folded === undefined) {
    const bare = char.normalize('NFD').replace(MARKS, '').toLowerCase()
    folded = (bare === 'đ' ? 'd' : bare).slice(0, char.length).padEnd(char.length, ' ')
    CACHE.set(char, folded)
  }
  return folded
}

/**
 * The text without diacritics, in lower case, `đ` as `d`. Of equal UTF-16 length when the input is
 * NFC, so that an offset into the key is an offset into the text. `foldKey('Hải Dương')` → "hai duong".
 */
export function foldKey(text: string): string {
  let out = ''
  for (const char of text) out += char < '\u0080' ? char.toLowerCase() : foldChar(char)
  return out
}

/** Folded, with runs of anything that is no letter or digit as one space: for comparing names. */
export function foldName(text: string): string {
  return foldKey(text.normalize('NFC'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
