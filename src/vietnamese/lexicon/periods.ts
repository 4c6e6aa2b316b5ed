/** How periods are said. Plain data: patterns, the kind of period, and what is fixed by the words. */
import type { PhraseRule, Token, TokenClass } from '../engine.ts'
import { foldedKeyOfWord, keyOfWord } from '../spelling.ts'
import { DIGIT_WORDS, MONTH_NAMES, ROMAN_QUARTERS } from './numerals.ts'

/**
 * `months` counts from January; `to-date` is from January to the month last named; `rest` is the
 * end of a year that is no half and no quarter; `same-period` and `previous` are comparison bases;
 * `day` is a date, which is never a period of a figure.
 */
export type PeriodWordKind =
  | 'month'
  | 'months'
  | 'quarter'
  | 'half'
  | 'year'
  | 'years'
  | 'to-date'
  | 'this-month'
  | 'rest'
  | 'same-period'
  | 'previous'
  | 'day'
  | 'other-span'

/** A year said by relation: the year of the article, the one before, the one after. */
export type YearRef = 'this' | 'previous' | 'next'

export interface PeriodRule extends PhraseRule {
  readonly kind: PeriodWordKind
  /** Month, quarter, half or number of months when the words fix it. */
  readonly part?: number
  readonly yearRef?: YearRef
  /** For `previous`: which period before. */
  readonly step?: 'month' | 'quarter' | 'year'
}

/** Number words by their keys, with and without diacritics. */
const MONTH_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({ ...DIGIT_WORDS, mười: 10, ...MONTH_NAMES }).flatMap(([word, n]) => [
    [foldedKeyOfWord(word), n],
    [keyOfWord(word), n],
  ]),
)

function between(token: Token, low: number, high: number): boolean {
  if (token.kind !== 'number' || token.key.length > 2) return false
  const n = Number(token.key)
  return n >= low && n <= high
}

/** Reads the token of a `{month}` or `{n}` class: "07", "bảy" → 7; undefined when it is neither. */
export function monthNumber(token: Token): number | undefined {
  if (token.kind === 'number') return between(token, 1, 12) ? Number(token.key) : undefined
  return MONTH_WORDS[token.key] || undefined
}

/** Reads a `{q}` token: "I", "2" → 1–4. */
export function quarterNumber(token: Token): number | undefined {
  if (between(token, 1, 4)) return Number(token.key)
  return (ROMAN_QUARTERS as Record<string, number>)[token.key]
}

/** Token classes that period patterns use. */
export const PERIOD_CLASSES: Readonly<Record<string, TokenClass>> = {
  month: (t) => between(t, 1, 12),
  monthword: (t) => t.kind === 'word' && (MONTH_WORDS[t.key] ?? 0) > 0,
  n: (t) => between(t, 2, 12),
  nword: (t) => t.kind === 'word' && (MONTH_WORDS[t.key] ?? 0) > 1,
  q: (t) => quarterNumber(t) !== undefined,
  year: (t) => t.kind === 'number' && /^(19|20)\d\d$/.test(t.key),
  monthyear: (t) => t.kind === 'number' && /^(0?[1-9]|1[0-2])\.(19|20)\d\d$/.test(t.key),
  tmonth: (t) => t.kind === 'word' && /^t\d$/.test(t.key),
  qnumber: (t) => t.kind === 'word' && /^q[1-4]$/.test(t.key),
  day: (t) => between(t, 1, 31),
  daymonth: (t) => t.kind === 'number' && /^\d{1,2}\.\d{1,2}$/.test(t.key),
  daymonthyear: (t) => t.kind === 'number' && /^\d{1,2}\.\d{1,2}\.(19|20)\d\d$/.test(t.key),
  any: (t) => t.kind === 'number',
}

const OF_YEAR = '(/|-|.|,)? (của)? (năm)?'
const SUM =
  '((lũy|lũ) kế|cộng dồn|cộng|gộp|tính|tính chung|tính gộp|tính cả|cả|chung|trong|qua|sau|hết|mới)?'
const IN = '(trong|riêng trong)?'
const LAST = '(năm ngoái|năm trước|năm qua|năm trước đó|năm liền trước)'
const THIS = '(năm nay|này)'

export const PERIODS: readonly PeriodRule[] = [
  {
    id: 'period.month-of-year',
    kind: 'month',
    patterns: [
      `${IN} tháng {month} ${OF_YEAR} {year}`,
      `${IN} tháng {monthword} ${OF_YEAR} {year}`,
      `${IN} tháng {monthyear}`,
      `{tmonth} ${OF_YEAR} {year}`,
      't {month} / {year}',
    ],
    examples: ['tháng 07/2017', 'Tháng 7-2009', 'tháng 2 – 2020', 'tháng chạp năm 2021', 'T8/2022'],
    counterexamples: ['3 tháng', 'tháng lương 13'],
  },
  {
    id: 'period.bare-month-of-year',
    kind: 'month',
    patterns: ['{month} / {year}', '{monthyear}'],
    examples: ['so với 10/2023'],
    counterexamples: ['ngày 5/10/2023', '24/7'],
  },
  {
    id: 'period.month',
    kind: 'month',
    patterns: [`${IN} tháng {month} (cùng năm)?`, `${IN} tháng {monthword}`, '{tmonth}'],
    examples: ['Riêng tháng 8 đạt', 'tháng chín ước đạt'],
    counterexamples: ['8 tháng'],
  },
  {
    id: 'period.month-this-year',
    kind: 'month',
    yearRef: 'this',
    patterns: [`${IN} tháng {month} ${THIS}`, `${IN} tháng {monthword} ${THIS}`],
    examples: ['tháng 6 năm nay'],
    counterexamples: ['tháng 6 năm ngoái'],
  },
  {
    id: 'period.month-last-year',
    kind: 'month',
    yearRef: 'previous',
    patterns: [`${IN} tháng {month} (cùng kỳ)? ${LAST}`, 'tháng {month} cùng kỳ'],
    examples: ['tháng 6 năm ngoái'],
    counterexamples: ['tháng 6 năm nay'],
  },
  {
    id: 'period.months-of-year',
    kind: 'months',
    patterns: [
      `${SUM} {n} tháng (đầu)? ${OF_YEAR} {year}`,
      `${SUM} {nword} tháng (đầu)? ${OF_YEAR} {year}`,
      `${SUM} {n} tháng (đầu)? năm {year}`,
      '{n}t / {year}',
      '{n} t / {year}',
    ],
    examples: [
      '9 tháng năm 2025',
      '7 tháng đầu năm 2016',
      '10 tháng/2023',
      'chín tháng đầu năm 2021',
    ],
    counterexamples: ['tháng 9 năm 2025'],
  },
  {
    id: 'period.months',
    kind: 'months',
    patterns: [
      `${SUM} {n} tháng (đầu|đầu năm|đầu của năm|đầu trong năm|đầu tiên của năm|qua)?`,
      `${SUM} {nword} tháng (đầu|đầu năm|đầu của năm|đầu trong năm|đầu tiên của năm|qua)`,
      `${SUM} {nword} tháng`,
    ],
    examples: ['Cộng dồn 07 tháng', 'Tính cả 8 tháng qua', 'trong 9 tháng đầu năm'],
    counterexamples: ['tháng 8', '3 tháng liền'],
  },
  {
    id: 'period.twelve-months',
    kind: 'months',
    part: 12,
    patterns: ['mười hai tháng', 'mười hai tháng (đầu)? năm {year}'],
    examples: ['mười hai tháng năm 2020'],
    counterexamples: ['tháng mười hai'],
  },
  {
    id: 'period.eleven-months',
    kind: 'months',
    part: 11,
    patterns: ['mười một tháng', 'mười một tháng (đầu)? (năm)? ({year})?'],
    examples: ['mười một tháng năm 2020'],
    counterexamples: ['tháng mười một'],
  },
  {
    id: 'period.november',
    kind: 'month',
    part: 11,
    patterns: ['tháng mười một', `tháng mười một ${OF_YEAR} {year}`],
    examples: ['tháng mười một năm 2020'],
    counterexamples: ['mười một tháng'],
  },
  {
    id: 'period.december',
    kind: 'month',
    part: 12,
    patterns: ['tháng mười hai', `tháng mười hai ${OF_YEAR} {year}`],
    examples: ['tháng mười hai năm 2020'],
    counterexamples: ['mười hai tháng'],
  },
  {
    id: 'period.months-this-year',
    kind: 'months',
    yearRef: 'this',
    patterns: [`${SUM} {n} tháng (đầu)? năm nay`, `${SUM} {nword} tháng (đầu)? năm nay`],
    examples: ['9 tháng đầu năm nay'],
    counterexamples: ['9 tháng năm ngoái'],
  },
  {
    id: 'period.months-last-year',
    kind: 'months',
    yearRef: 'previous',
    patterns: [
      `{n} tháng (đầu)? (năm)? ${LAST}`,
      `{n} tháng (đầu)? cùng kỳ (năm trước|năm ngoái)?`,
    ],
    examples: ['so với 9 tháng đầu năm ngoái'],
    counterexamples: ['9 tháng đầu năm nay'],
  },
  {
    id: 'period.through-month',
    kind: 'months',
    patterns: [
      `hết tháng {month} ${OF_YEAR} {year}`,
      'hết tháng {month}',
      '((lũy|lũ) kế|tính)? (từ đầu năm)? (đến|tới)? (hết|cuối) tháng {monthyear}',
      '(tính|(lũy|lũ) kế) (đến|tới) (hết)? (ngày)? {day} (/|-|.) {month} ((/|-|.) {year})?',
      `((lũy|lũ) kế|tính)? (từ đầu năm)? (đến|tới) (hết|cuối|thời điểm) tháng {month} ${OF_YEAR} {year}`,
      '((lũy|lũ) kế|tính)? (từ đầu năm)? (đến|tới) (hết|cuối) tháng {month}',
      `((lũy|lũ) kế|tính) (từ đầu năm)? (đến|tới) tháng {month} ${OF_YEAR} {year}`,
      '((lũy|lũ) kế|tính|từ đầu năm) (đến|tới) tháng {month}',
    ],
    examples: [
      'Hết tháng 10/2010, toàn tỉnh đạt',
      'lũy kế đến tháng 9',
      'tính đến hết tháng 5 năm 2020',
    ],
    counterexamples: ['đến tháng 9 sẽ khởi công'],
  },
  {
    id: 'period.second-half',
    kind: 'half',
    part: 2,
    patterns: [
      '(6|sáu) tháng (cuối|còn lại)',
      '(6|sáu) tháng (cuối|còn lại) (của)? năm ({year})?',
      '(nửa|nữa) (cuối|sau|còn lại) (của)? năm ({year})?',
      '(nửa|nữa) năm (cuối|còn lại) ({year})?',
    ],
    examples: ['6 tháng cuối năm 2024', 'nửa cuối năm'],
    counterexamples: ['nửa đầu năm'],
  },
  {
    id: 'period.first-half',
    kind: 'half',
    part: 1,
    patterns: [
      '(nửa|nữa) đầu (của)? (năm)? ({year})?',
      '(nửa|nữa) năm (đầu)? (qua)? ({year})?',
      `${SUM} (2|hai) quý (đầu|đầu năm|qua)? (năm)? ({year})?`,
      '(sáu|6) tháng đầu (của)? năm',
    ],
    examples: ['nửa đầu năm 2017', 'Nửa năm 2018', 'sau nửa năm'],
    counterexamples: ['nửa cuối năm'],
  },
  {
    id: 'period.first-half-last-year',
    kind: 'half',
    part: 1,
    yearRef: 'previous',
    patterns: [`(nửa|nữa) đầu ${LAST}`, `(sáu|6) tháng đầu ${LAST}`],
    examples: ['so với nửa đầu năm ngoái'],
    counterexamples: ['nửa đầu năm nay'],
  },
  {
    id: 'period.three-quarters',
    kind: 'months',
    part: 9,
    patterns: [`${SUM} (3|ba) quý (đầu|đầu năm|qua)? (năm)? ({year})?`],
    examples: ['Cộng ba quý', '3 quý đầu năm 2023'],
    counterexamples: ['quý 3'],
  },
  {
    id: 'period.this-quarter',
    kind: 'quarter',
    patterns: ['(cả|trong|tính chung cả) quý', 'quý (này|qua|vừa qua)'],
    examples: ['cả quý đạt 2 tỷ kWh', 'quý vừa qua'],
    counterexamples: ['trong quý III', 'quý trước'],
  },
  {
    id: 'period.quarter',
    kind: 'quarter',
    patterns: [
      `${SUM} quý {q} ${OF_YEAR} {year}`,
      `${SUM} quý {q}`,
      '{qnumber} (/|-)? {year}',
      '{qnumber}',
    ],
    examples: ['quý II/2020', 'quý 1 năm 2023', 'Quí III', 'Q1/2024'],
    counterexamples: ['quý vị', 'quý khách'],
  },
  {
    id: 'period.quarter-this-year',
    kind: 'quarter',
    yearRef: 'this',
    patterns: [`${SUM} quý {q} năm nay`],
    examples: ['quý I năm nay'],
    counterexamples: ['quý I năm ngoái'],
  },
  {
    id: 'period.quarter-last-year',
    kind: 'quarter',
    yearRef: 'previous',
    patterns: [`${SUM} quý {q} ${LAST}`],
    examples: ['quý I năm ngoái'],
    counterexamples: ['quý I năm nay'],
  },
  {
    id: 'period.first-quarter',
    kind: 'quarter',
    part: 1,
    patterns: ['quý đầu (tiên)? (của)? (năm)? ({year})?', '(3|ba) tháng đầu năm'],
    examples: ['quý đầu năm 2023'],
    counterexamples: ['quý cuối năm'],
  },
  {
    id: 'period.fourth-quarter',
    kind: 'quarter',
    part: 4,
    patterns: [
      'quý cuối (cùng)? (của)? (năm)? ({year})?',
      '(3|ba) tháng (cuối|còn lại) (của)? năm ({year})?',
    ],
    examples: ['quý cuối năm 2023', '3 tháng cuối năm'],
    counterexamples: ['quý đầu năm'],
  },
  {
    id: 'period.rest',
    kind: 'rest',
    patterns: [
      `({n}|{nword}|những|các) tháng (cuối|còn lại) (của)? (năm)? ({year})?`,
      'từ nay (đến|tới) (hết|cuối) năm',
    ],
    examples: ['2 tháng cuối năm', 'những tháng còn lại của năm 2024'],
    counterexamples: ['3 tháng đầu năm'],
  },
  {
    id: 'period.year',
    kind: 'year',
    patterns: [
      '(cả|trong|trọn|toàn|nguyên|hết|riêng|bước sang|sang)? năm {year}',
      '(đến|tới) (hết|cuối|kết thúc)? năm {year}',
    ],
    examples: ['Năm 2023 ước đạt', 'cả năm 2014'],
    counterexamples: ['năm 20234', '2 năm'],
  },
  {
    id: 'period.year-bare',
    kind: 'year',
    patterns: ['{year}'],
    examples: ['so với 2018'],
    counterexamples: ['2.018 tỷ đồng', '20180'],
  },
  {
    id: 'period.this-year',
    kind: 'year',
    yearRef: 'this',
    patterns: ['(cả|trong|trọn|toàn)? năm nay'],
    examples: ['trong năm nay'],
    counterexamples: ['năm ngoái', 'kế hoạch năm'],
  },
  {
    id: 'period.reported-year',
    kind: 'year',
    patterns: [
      '(cả|trọn|hết|toàn|kết thúc|khép lại|chung cuộc) năm',
      '(đến|tới) (hết|cuối) năm',
      'trong năm',
      '(trong)? năm (vừa)? qua',
      '12 tháng qua',
    ],
    examples: ['Cả năm ước đạt', 'Trong năm qua', 'đến cuối năm phải đạt'],
    counterexamples: ['năm ngoái', 'kế hoạch năm'],
  },
  {
    id: 'period.this-month',
    kind: 'this-month',
    patterns: ['(riêng)? trong tháng', '(riêng)? tháng (này|qua|vừa qua)'],
    examples: ['Trong tháng, khai khoáng đạt 65 tỷ đồng'],
    counterexamples: ['trong tháng 5', 'tháng trước'],
  },
  {
    id: 'period.last-year',
    kind: 'year',
    yearRef: 'previous',
    patterns: ['(cả)? năm (ngoái|trước đó|liền trước|liền kề)'],
    examples: ['năm ngoái chỉ tăng'],
    counterexamples: ['năm nay'],
  },
  {
    id: 'period.next-year',
    kind: 'year',
    yearRef: 'next',
    patterns: ['(trong)? năm (tới|sau)'],
    examples: ['năm tới phấn đấu'],
    counterexamples: ['năm nay'],
  },
  {
    id: 'period.years',
    kind: 'years',
    patterns: [
      '(trong|cả|toàn|trong cả|tính chung cả)? (giai đoạn|thời kỳ|nhiệm kỳ|năm|các năm|những năm)? (từ)? (năm)? {year} (-|đến|tới) (năm)? {year}',
      '(trong|cả|qua|tính chung|sau)? (5|năm) năm {year} - {year}',
    ],
    examples: ['giai đoạn 2021 - 2025', 'từ năm 2016 đến năm 2020'],
    counterexamples: ['năm 2021'],
  },
  {
    id: 'period.these-years',
    kind: 'years',
    patterns: [
      '(cả|toàn|trong cả|tính chung cả|trong) (giai đoạn|thời kỳ|nhiệm kỳ)',
      '(giai đoạn|thời kỳ|nhiệm kỳ) (này|qua|vừa qua)',
      '(trong|cả|qua|tính chung|sau) (5|năm) năm (qua)?',
    ],
    examples: ['Cả giai đoạn thu hút 40 dự án', 'tăng bình quân 12% trong 5 năm'],
    counterexamples: ['trong giai đoạn 2021 - 2025', '5 năm tới'],
  },
  {
    id: 'period.to-date',
    kind: 'to-date',
    patterns: [
      '(tính|(lũy|lũ) kế|kể|cộng|cộng dồn|gộp|tính chung)? từ đầu năm (đến|tới)? (nay|giờ)?',
      '(lũy|lũ) kế (đến nay|tới nay)?',
      'cộng dồn',
      'tính chung',
    ],
    examples: ['Lũy kế từ đầu năm ước', 'từ đầu năm đến nay', 'Tính từ đầu năm tới nay'],
    counterexamples: ['đầu năm học'],
  },
  {
    id: 'period.same-period',
    kind: 'same-period',
    patterns: [
      `(bình quân|tháng|quý|mức)? cùng (kỳ|kì|thời điểm|thời gian|giai đoạn) (của)? (${LAST}|trước)?`,
      `cùng (kỳ|kì|thời điểm|thời gian|giai đoạn) (này|trên|đó) (của)? ${LAST}`,
      'cùng (kỳ|kì|thời điểm|thời gian|giai đoạn) (này|trên|đó)? (của)? (năm)? {year}',
      `cùng (tháng|quý) (${LAST}|trước)?`,
      'cùng (tháng|quý) (của)? (năm)? {year}',
      `cùng {n} tháng (${LAST})?`,
      'cùng {n} tháng (đầu)? (năm)? {year}',
      '(c|s) / k',
    ],
    examples: [
      'so với cùng kỳ năm trước',
      'hơn cùng kỳ năm 2011',
      'so cùng quý năm 2021',
      'cao hơn cùng thời gian này năm ngoái',
    ],
    counterexamples: ['cùng với các ngành'],
  },
  {
    id: 'period.previous-month',
    kind: 'previous',
    step: 'month',
    patterns: ['tháng (trước|liền trước|trước đó|liền kề|trước liền kề)'],
    examples: ['so với tháng trước giảm 0,24%'],
    counterexamples: ['3 tháng trước'],
  },
  {
    id: 'period.previous-quarter',
    kind: 'previous',
    step: 'quarter',
    patterns: ['quý (trước|liền trước|trước đó)'],
    examples: ['tăng 3% so với quý trước'],
    counterexamples: ['quý I'],
  },
  {
    id: 'period.previous-year',
    kind: 'previous',
    step: 'year',
    patterns: ['(các)? năm trước', '(mức|số)? (thực hiện|kết quả) (của)? năm trước'],
    examples: ['tăng 7,2% so với năm trước'],
    counterexamples: ['năm nay'],
  },
  {
    id: 'period.day',
    kind: 'day',
    patterns: [
      'ngày {day} (/|-|.) {month} ((/|-|.) {year})?',
      'ngày {day} tháng {month} (năm {year})?',
      'ngày {daymonth}',
      'ngày {daymonthyear}',
      '{daymonthyear}',
      '(sáng|chiều|tối|đêm|trưa|hôm) (ngày|nay)? {day} (/|-|.) {month} ((/|-|.) {year})?',
      '(sáng|chiều|tối|đêm|trưa|hôm) {daymonth}',
      '{day} (/|-) {month} (/|-) {year}',
      'ngày {day} - {day} (/|-|.) {month} ((/|-|.) {year})?',
      '(thứ|chủ) (hai|ba|tư|năm|sáu|bảy|nhật) ,? (ngày)? {day} (/|-) {month} (/|-) {year}',
      'ngày {day} (-|đến|và) {day}',
    ],
    examples: ['ngày 9-1', 'chiều 19/1', 'ngày 30 tháng 12 năm 2020', '26-10-2023'],
    counterexamples: ['tháng 9/2019'],
  },
  {
    id: 'period.other-span',
    kind: 'other-span',
    patterns: [
      '{n} tháng (liền|liên tiếp|nữa|tới|trước đó|sau đó|gần đây|một lần)',
      '(hai|ba) tháng (liền|liên tiếp|nữa|tới|trước đó|sau đó|gần đây)',
      '{any} năm (qua|nay|trước|gần đây|liền|liên tiếp|tới|nữa|một lần)',
      '(đầu|cuối) năm (nay|{year})?',
      '(đầu|cuối|giữa) tháng {month} ((/|-|năm)? {year})?',
      '(những|các|mấy|vài) tháng đầu năm ({year})?',
      '(trong)? cùng (thời gian|thời điểm|giai đoạn) (này|đó|trên)',
      '(phiên|họp|phiên họp|kỳ họp|thường kỳ|giao ban|hội nghị) (thường kỳ|giao ban|ubnd tỉnh)? (tháng {month}|quý {q}) ((/|-|năm)? {year})?',
    ],
    examples: ['3 tháng liền', 'Hai tháng trước đó', '5 năm tới', 'họp phiên thường kỳ tháng 9'],
    counterexamples: ['3 tháng đầu năm'],
  },
]
