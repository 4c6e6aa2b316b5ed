/** What stands before a name of a place and changes what it means: prefix words, longer names. */
import { foldKey } from '../vietnamese/fold.ts'
import { keyOfWord } from '../vietnamese/spelling.ts'
import { isCapital, type Word } from './area-trie.ts'
import { PERSON_HEADS } from './gazetteer.ts'

export type PrefixKind = 'province' | 'town' | 'district' | 'other'

/** The word before a name; `start` is where it begins. */
export interface Prefix {
  readonly kind: PrefixKind
  readonly word: string
  readonly start: number
}

const PREFIX_WORDS: Readonly<Record<PrefixKind, readonly string[]>> = {
  province: ['tỉnh'],
  town: ['thành phố', 'tp', 'tp.', 't.p', 't.p.'],
  district: ['thị xã', 'huyện', 'quận', 'tx', 'tx.'],
  other: ['thị trấn', 'xã', 'phường', 'thôn', 'xóm', 'ấp', 'đường', 'phố', 'quốc lộ'],
}
/** Without diacritics these are too common as parts of other words. */
const UNMARKED_UNSAFE = new Set(['đường', 'phố', 'ấp', 'thôn', 'xóm'])
const LONGEST_PREFIX = 11

const KIND_BY_WORD = new Map<string, PrefixKind>()
for (const [kind, words] of Object.entries(PREFIX_WORDS) as [PrefixKind, readonly string[]][])
  for (const word of words) {
    KIND_BY_WORD.set(word, kind)
    if (!UNMARKED_UNSAFE.has(word)) KIND_BY_WORD.set(foldKey(word), kind)
  }
const PREFIXES_LONGEST_FIRST = [...KIND_BY_WORD.keys()].sort((a, b) => b.length - a.length)
const LETTER = /[\p{L}\p{M}\p{N}]/u

/** The prefix word directly before `at` ("huyện " + name), or undefined. */
export function prefixBefore(text: string, at: number): Prefix | undefined {
  const before = text.slice(Math.max(0, at - LONGEST_PREFIX - 1), at).toLowerCase()
  const trimmed = before.replace(/[ \u00a0]+$/u, '')
  for (const word of PREFIXES_LONGEST_FIRST) {
    if (!trimmed.endsWith(word)) continue
    const start = at - before.length + trimmed.length - word.length
    if (start > 0 && LETTER.test(text.charAt(start - 1))) continue
    // "TP" may touch the name (TP.HCM); words may not.
    if (trimmed.length === before.length && !word.endsWith('.') && at > 0) continue
    return { kind: KIND_BY_WORD.get(word) ?? 'other', word, start }
  }
  return undefined
}

/** Words that make a following place part of the name of an organisation, a building, a river. */
const HEADS = [
  ...['công ty', 'tập đoàn', 'nhà máy', 'thủy điện', 'nhiệt điện', 'điện gió', 'điện lực'],
  ...['đại học', 'trường', 'học viện', 'bệnh viện', 'ngân hàng', 'báo', 'đài', 'cảng', 'sân bay'],
  ...['khách sạn', 'siêu thị', 'chợ', 'kcn', 'ccn', 'khu công nghiệp', 'cụm công nghiệp', 'kkt'],
  ...['khu kinh tế', 'hồ', 'sông', 'núi', 'đèo', 'cửa khẩu', 'đảng', 'htx', 'hợp tác xã', 'chùa'],
  ...['hàng', 'người', 'xi măng', 'bia', 'hiệp hội', 'liên đoàn', 'mặt trận tổ quốc', 'vịnh'],
]
/** Words whose last syllable looks like a head and is none. */
const NOT_HEADS = [
  ...['thị trường', 'môi trường', 'thông báo', 'dự báo', 'cảnh báo', 'mặt hàng', 'khách hàng'],
  ...['đơn hàng', 'bán hàng', 'nhiều người', 'con người', 'ngành hàng', 'nhóm hàng', 'xuất hàng'],
]
const HEAD_KEYS = new Set(HEADS.map(phraseKey))
const NOT_HEAD_KEYS = new Set(NOT_HEADS.map(phraseKey))
const LONGEST_HEAD = 4
const LONGEST_NAME = 6
/** Lower-case words that may stand inside the name of an organisation. */
const INSIDE = new Set(['cổ', 'phần', 'một', 'thành', 'viên', 'và'].map(keyOfWord))
const PERSON_KEYS = new Set(PERSON_HEADS.map(phraseKey))

/**
 * The word that makes the place at `words[at]` part of another name: "Công ty" in "Công ty TNHH
 * Điện lực Hải Phòng"; null when the place stands for itself.
 */
export function headBefore(text: string, words: readonly Word[], at: number): string | null {
  for (let i = at - 1; i >= 0 && i >= at - LONGEST_NAME; i--) {
    if (!touches(text, words, i)) return null
    const head = phraseEndingAt(words, i, HEAD_KEYS)
    if (head && !phraseEndingAt(words, i, NOT_HEAD_KEYS)) return head
    const word = words[i]
    if (word && !isCapital(word.text) && !INSIDE.has(keyOfWord(word.text))) return null
  }
  return null
}

/** True when the words before `words[at]` show that a person's name follows. */
export function namesPerson(text: string, words: readonly Word[], at: number): boolean {
  return touches(text, words, at - 1) && phraseEndingAt(words, at - 1, PERSON_KEYS) !== null
}

function touches(text: string, words: readonly Word[], i: number): boolean {
  const word = words[i]
  const next = words[i + 1]
  return (
    word !== undefined &&
    next !== undefined &&
    /^[ \u00a0]+$/u.test(text.slice(word.end, next.start))
  )
}

function phraseEndingAt(
  words: readonly Word[],
  last: number,
  phrases: ReadonlySet<string>,
): string | null {
  for (let n = LONGEST_HEAD; n >= 1; n--) {
    const part = words.slice(Math.max(0, last - n + 1), last + 1).map((word) => word.text)
    if (part.length === n && phrases.has(part.map(keyOfWord).join(' '))) return part.join(' ')
  }
  return null
}

function phraseKey(phrase: string): string {
  return phrase.split(' ').map(keyOfWord).join(' ')
}
