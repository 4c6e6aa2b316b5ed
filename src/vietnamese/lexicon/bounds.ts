/** Words before a number that say it is not exact. */
import type { Bound } from '../../model/figure.ts'

export const BOUND_WORDS: Readonly<Record<Bound, readonly string[]>> = {
  over: ['hơn', 'trên', 'quá', 'không dưới', 'xấp xỉ trên'],
  under: ['gần', 'dưới', 'suýt soát', 'ngót', 'non', 'chưa đến', 'chưa tới', 'không quá', 'sát'],
  about: ['khoảng', 'chừng', 'xấp xỉ', 'độ', 'cỡ', 'vào khoảng', 'tầm', '~', '≈', 'trên dưới'],
  at_least: ['tối thiểu', 'ít nhất', 'từ', '≥', '>='],
}

/** After the unit: "16% trở lên" is at least 16%. */
export const AT_LEAST_TAILS: readonly string[] = ['trở lên', 'trở đi']
