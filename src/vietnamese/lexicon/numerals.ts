/** Words that are numbers, and the powers of ten that scale them. Plain data, foldable. */

export const DIGIT_WORDS = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
} as const satisfies Record<string, number>

/** "mười hai", "hai mươi", "hai trăm". */
export const TEN_WORDS = { mười: 10, mươi: 10, trăm: 100 } as const satisfies Record<string, number>

/** Joins a digit to a hundred or ten: "một trăm linh năm". */
export const ZERO_JOINERS = ['linh', 'lẻ'] as const

/** Powers of ten said after a number. `vạn` is ten thousand. */
export const SCALE_WORDS = {
  nghìn: 3,
  ngàn: 3,
  nghin: 3,
  vạn: 4,
  triệu: 6,
  tr: 6,
  tỷ: 9,
} as const satisfies Record<string, number>

/** How a scale is written in a unit: "ngàn tỷ" is kept as "nghìn tỷ". */
export const SCALE_SPELLING: Readonly<Record<string, string>> = {
  ngàn: 'nghìn',
  nghin: 'nghìn',
  tr: 'triệu',
  tỉ: 'tỷ',
}

/** "gấp đôi", "gấp rưỡi": multiples that are words. */
export const MULTIPLE_WORDS = {
  đôi: '2',
  rưỡi: '1.5',
} as const satisfies Record<string, string>

export const ROMAN_QUARTERS = { i: 1, ii: 2, iii: 3, iv: 4 } as const satisfies Record<
  string,
  number
>

/** Names of months that are no plain numbers. */
export const MONTH_NAMES = { giêng: 1, chạp: 12 } as const satisfies Record<string, number>

/** Letters that a keyboard or a scanner puts where a digit was meant: "16,l%". */
export const MISTYPED_DIGITS = { l: '1', i: '1', o: '0' } as const satisfies Record<string, string>
