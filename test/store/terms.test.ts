import { describe, expect, test } from 'vitest'
import { passageTerms, queryTerms, yearsNamed, yearsWithin } from '../../src/store/terms.ts'

const termsOf = (text: string) =>
  passageTerms({ text, heading: '', areas: [], years: [] })
    .split(' ')
    .map((term) => term.slice(1, -1))

describe('terms of a passage', () => {
  test('are folded and unfolded syllables and folded pairs', () => {
    expect(termsOf('Thủy sản')).toEqual(['thuy', 'thủy', 'san', 'sản', 'thuy_san', '#'])
  })

  test('make no pair across punctuation or with a number, and keep numbers whole', () => {
    expect(termsOf('gạo, ngô 9.801 tấn')).not.toContain('gao_ngo')
    expect(termsOf('gạo, ngô 9.801 tấn')).toContain('9.801')
    expect(termsOf('đạt 5 tấn').filter((term) => term.includes('_'))).toEqual([])
  })

  test('hold the areas and years as filters and as words', () => {
    const terms = passageTerms({ text: 'x', heading: 'Đầu đề', areas: ["Ea H'leo"], years: [2023] })
    for (const term of ["'@Ea H''leo'", "'#2023'", "'2023'", "'leo'", "'dau_de'"]) {
      expect(terms.split(/ (?=')/)).toContain(term)
    }
    expect(terms).not.toContain("'#' ")
  })
})

describe('terms of a query', () => {
  test('are syllables as typed and folded pairs', () => {
    expect(queryTerms('thủy san').map((t) => [t.term, t.boost])).toEqual([
      ['thủy', 1],
      ['san', 1],
      ['thuy_san', 1.5],
    ])
  })

  test('are found in a passage whether typed with diacritics or without', () => {
    const passage = new Set(termsOf('Chỉ số sản xuất công nghiệp'))
    for (const typed of ['chỉ số sản xuất', 'chi so san xuat']) {
      expect(queryTerms(typed).every(({ term }) => passage.has(term))).toBe(true)
    }
  })
})

test('years are named by four digits alone', () => {
  expect(yearsNamed('Năm 2024 và 2023: 2.025 tấn, 20231 cái, 1999')).toEqual([1999, 2023, 2024])
})

test('a range of years is cut to those that articles may be about', () => {
  expect(yearsWithin({ from: 2021, to: 2023 })).toEqual([2021, 2022, 2023])
  expect(yearsWithin({ from: 0, to: 1e9 })).toHaveLength(201)
  expect(yearsWithin({ from: 2023, to: 2021 })).toEqual([])
})
