/**
 * Match keys of Vietnamese words: the same word in its usual spellings has one key. Only for
 * comparing; what is stored and shown keeps its letters.
 */
import { cachedKey, type KeyOf } from './engine.ts'
import { foldKey } from './fold.ts'

/** Tone on the second vowel (hoà, thuỷ) → on the first (hòa, thủy). */
const TONE_PLACEMENT: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

/** A lone final y and i are the same sound: tỷ/tỉ, kỳ/kì, kỹ/kĩ, Mỹ/Mĩ, quý/quí. */
const FINAL_Y: Readonly<Record<string, string>> = { y: 'i', ỳ: 'ì', ý: 'í', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' }

const PLACED = /(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$/u
const LONE_FINAL_Y =
  /^(qu|[^aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữự]+)([yỳýỷỹỵ])$/u
const DASHES = /^[‐-―−]$/u
const QUOTES = /^["“”«»„]$/u

function spellingKey(word: string): string {
  const lower = word.toLowerCase()
  if (DASHES.test(lower)) return '-'
  if (QUOTES.test(lower)) return '"'
  const placed = lower.replace(PLACED, (pair) => TONE_PLACEMENT[pair] ?? pair)
  return placed.replace(LONE_FINAL_Y, (_, head: string, y: string) => head + (FINAL_Y[y] ?? y))
}

/** Key of a word with its diacritics: `keyOfWord('Thuỷ') === keyOfWord('thủy')`. */
export const keyOfWord: KeyOf = cachedKey(spellingKey)

/** Key of a word without diacritics, for text typed without them: `foldedKeyOfWord('Quý')` → "qui". */
export const foldedKeyOfWord: KeyOf = cachedKey((word) => foldKey(spellingKey(word)))
