/** Arbitrary input for the reading: Vietnamese-looking scraps, and generated articles with the errors people and machines make. */
import fc from 'fast-check'
import { PROVINCES } from '../../src/catalogue/gazetteer.ts'
import { INDICATORS } from '../../src/catalogue/indicators.ts'
import { SCALE_WORDS } from '../../src/vietnamese/lexicon/numerals.ts'
import { UNITS } from '../../src/vietnamese/lexicon/units.ts'
import { seeded } from '../bench/random.ts'
import { generatedArticle } from '../bench/texts.ts'

const WORDS = [
  ...'tăng giảm đạt ước bằng vượt chiếm gấp lần so với cùng kỳ tháng trước năm quý I II IV đầu cuối'.split(
    ' ',
  ),
  ...'kế hoạch mục tiêu phấn đấu trong đó riêng của và hơn gần khoảng trên dưới từ đến trở lên cả nước'.split(
    ' ',
  ),
  ...'xuất siêu nhập siêu giá so sánh hiện hành lũy kế bình quân mỗi giai đoạn dự kiến sơ bộ'.split(
    ' ',
  ),
]
const VOCABULARY = [
  ...WORDS,
  ...Object.keys(SCALE_WORDS),
  ...UNITS.flatMap(({ words }) => words),
  ...INDICATORS.flatMap(({ name, aliases }) => [name, ...aliases.slice(0, 5)]),
  ...PROVINCES.map(({ name }) => name),
]
const MARKS = [
  '.',
  ',',
  ';',
  ':',
  '(',
  ')',
  '-',
  '–',
  '/',
  '%',
  '+',
  '"',
  '“',
  '…',
  '\n',
  '\n\n',
  '\t',
]
const ODD = [
  '\u0301',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '𝟗',
  '😀',
  '\ud800',
  'ﬁ',
  'İ',
  'ß',
  '²',
  '½',
  '٣',
  'Đ',
  '\r',
  '\u0000',
]

const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.integer({ min: 1_000, max: 9_999_999 }).map((n) => n.toLocaleString('de-DE')),
  fc.integer({ min: 1_000, max: 9_999_999 }).map((n) => n.toLocaleString('en-US')),
  fc.tuple(fc.nat(999), fc.nat(99)).map(([whole, part]) => `${whole},${part}`),
  fc.tuple(fc.nat(999), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
  fc.array(fc.constantFrom(...'0123456789.,lO '), { maxLength: 12 }).map((chars) => chars.join('')),
)

const scrap = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...VOCABULARY) },
  { weight: 4, arbitrary: number },
  { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
)

/** Scraps in any order: no sense, but every word the rules look for. */
const scraps = fc
  .array(fc.tuple(scrap, fc.constantFrom(' ', ' ', ' ', '', '\n')), { maxLength: 40 })
  .map((pairs) => pairs.map(([words, gap]) => words + gap).join(''))

const ARTICLES = Array.from({ length: 200 }, (_, n) => generatedArticle(seeded(n), n, 900).text)

/** One slip of a keyboard, a scanner or a copy: at a place, of a kind. */
const slip = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  kind: fc.constantFrom('drop', 'double', 'swap', 'insert', 'decompose', 'upper', 'fold'),
  insert: scrap,
})

type Slip = { at: number; length: number; kind: string; insert: string }

function apply(text: string, { at, length, kind, insert }: Slip): string {
  const start = Math.floor(at * text.length)
  const [before, piece, after] = [
    text.slice(0, start),
    text.slice(start, start + length),
    text.slice(start + length),
  ]
  const changed: Record<string, string> = {
    drop: '',
    double: piece + piece,
    swap: [...piece].reverse().join(''),
    insert: insert + piece,
    decompose: piece.normalize('NFD'),
    upper: piece.toUpperCase(),
    fold: piece.normalize('NFD').replace(/\p{M}/gu, ''),
  }
  return before + (changed[kind] ?? piece) + after
}

/** A piece of a generated article with a few slips in it. */
const slipped = fc
  .tuple(
    fc.constantFrom(...ARTICLES),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 40, max: 400 }),
    fc.array(slip, { maxLength: 6 }),
  )
  .map(([text, from, length, slips]) => {
    const start = Math.floor(from * text.length)
    return slips.reduce(apply, text.slice(start, start + length))
  })

/** What the reading may be given. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: slipped },
  { weight: 4, arbitrary: scraps },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

/** Fragments that patterns with repeats choke on, to be repeated many times over. */
export const HOSTILE: readonly string[] = [
  '1',
  '1.',
  '1,',
  '111.',
  '1 ',
  ' ',
  '\n',
  '-',
  '(',
  '(1',
  '"',
  '“a',
  'a',
  'à',
  'năm ',
  'quý I, ',
  'tháng 1 năm ',
  '6 tháng đầu năm và ',
  'tăng ',
  'tăng 1% ',
  '1 tỷ ',
  '1 nghìn tỷ 1 triệu ',
  'hơn gần khoảng ',
  '1-2-',
  '1% - ',
  'trong đó, ',
  'Hải Dương, ',
  'huyện A, ',
  'xuất khẩu ',
  'kế hoạch ',
  'so với cùng kỳ ',
  'a. ',
  'A. ',
  'a; ',
  'http://a.',
  'a@',
  '\t|',
  '1\n',
  'Ảnh: a\n',
  '\u0301',
  '20/1/',
  '.',
  '…',
  '. ',
  '."',
  '!)',
  'a."',
  'TP. ',
  ': ',
  '; ',
  ', ',
  '1; ',
  '\n\n',
  ' \n',
]
