import { describe, expect, test } from 'vitest'
import { explain } from '../../src/check/explain.ts'
import { type ClaimToJudge, judge } from '../../src/check/judge.ts'
import { scopeKey } from '../../src/check/key.ts'
import type { StoredFigure } from '../../src/store/store.ts'

const EXPORTS: StoredFigure = {
  id: 'f1',
  indicator: 'exports',
  area: 'Hải Dương',
  borders: null,
  scope: null,
  period: '2023',
  measure: 'level',
  priceBasis: null,
  value: '9801',
  valueHigh: null,
  unit: 'triệu USD',
  status: 'actual',
  bound: null,
  quote: '9.801 triệu USD',
  start: 0,
  end: 15,
  warnings: [],
  articleId: 'a1',
  publisher: 'Báo Mẫu',
  published: '2024-01-20',
  title: 'Xuất khẩu năm 2023',
  url: 'https://bao.example/1',
  sourceKind: 'press',
  sentence: 'Xuất khẩu đạt 9.801 triệu USD.',
  warningDetails: [],
  correction: null,
}
const stored = (change: Partial<StoredFigure> = {}): StoredFigure => ({ ...EXPORTS, ...change })
const claim = (change: Partial<ClaimToJudge> = {}): ClaimToJudge => ({ ...EXPORTS, ...change })
const growth = { measure: 'yoy', value: '-6.3', unit: '%', quote: 'giảm 6,3%' } as const
const verdict = (c: ClaimToJudge, ...pool: StoredFigure[]) => judge(c, pool).verdict

describe('a claim is right', () => {
  test.each<[string, Partial<ClaimToJudge>]>([
    ['as stored', {}],
    ['in another unit', { value: '9.801', unit: 'tỷ USD', quote: '9,801 tỷ USD' }],
    ['with a hedge', { bound: 'about', quote: 'khoảng 9.801 triệu USD' }],
  ])('%s', (_, change) => {
    expect(verdict(claim(change), stored())).toBe('match')
  })

  test.each<[string, Partial<ClaimToJudge>]>([
    ['rounded', { value: '9.8', unit: 'tỷ USD', quote: '9,8 tỷ USD' }],
    ['rounded to a printed zero', { value: '9.8', unit: 'tỷ USD', quote: '9,80 tỷ USD' }],
    ['above a bound', { value: '9.8', unit: 'tỷ USD', bound: 'over', quote: 'hơn 9,8 tỷ USD' }],
    ['above a round bound', { value: '9800', bound: 'over', quote: 'hơn 9.800 triệu USD' }],
    ['under a bound', { value: '10', unit: 'tỷ USD', bound: 'under', quote: 'gần 10 tỷ USD' }],
    ['about', { value: '9.8', unit: 'tỷ USD', bound: 'about', quote: 'khoảng 9,8 tỷ USD' }],
  ])('%s', (_, change) => {
    expect(verdict(claim(change), stored())).toBe('match-rounded')
  })

  test('told as an index, a multiple or what goes beyond the plan', () => {
    const iip = { indicator: 'iip', measure: 'level', value: '108.3', unit: '%' } as const
    expect(
      verdict(claim({ ...iip, measure: 'yoy', value: '8.3', quote: 'tăng 8,3%' }), stored(iip)),
    ).toBe('match')
    const twice = { measure: 'yoy', value: '120', unit: '%', quote: 'gấp 2,2 lần' } as const
    expect(verdict(claim(twice), stored({ ...twice, value: '118.5' }))).toBe('match-rounded')
    expect(verdict(claim(twice), stored({ ...twice, value: '112' }))).toBe('mismatch')
    const plan = { measure: 'plan', value: '104.44', unit: '%' } as const
    const over = { measure: 'over_plan', value: '4.44', unit: '%', quote: 'vượt 4,44%' } as const
    expect(verdict(claim(over), stored(plan))).toBe('match')
  })
})

describe('a claim is wrong', () => {
  test.each<[string, Partial<ClaimToJudge>]>([
    ['a digit', { value: '9901', quote: '9.901 triệu USD' }],
    ['more zeros than were rounded', { value: '9.8', unit: 'tỷ USD', quote: '9,800 tỷ USD' }],
    ['rounded the wrong way', { value: '9.9', unit: 'tỷ USD', quote: '9,9 tỷ USD' }],
    ['beyond a bound', { value: '9.9', unit: 'tỷ USD', bound: 'over', quote: 'hơn 9,9 tỷ USD' }],
    ['far from a bound', { value: '9', unit: 'tỷ USD', bound: 'under', quote: 'gần 9 tỷ USD' }],
    ['a range', { valueHigh: '9900', quote: '9.801-9.900 triệu USD' }],
  ])('%s', (_, change) => {
    expect(verdict(claim(change), stored())).toBe('mismatch')
  })

  test('more exact than what is stored', () => {
    const rounded = stored({ value: '9.8', unit: 'tỷ USD', quote: '9,8 tỷ USD' })
    expect(verdict(claim(), rounded)).toBe('mismatch')
  })

  test('a number that is printed wrongly', () => {
    const misprint = claim({ quote: '9.80l triệu USD', warnings: ['repaired-number'] })
    const judged = judge(misprint, [stored()])
    expect(judged.verdict).toBe('mismatch')
    expect(explain(misprint, judged)).toContain('viết số không đúng cách (“9.80l triệu USD”)')
  })

  test('a direction', () => {
    const fell = stored(growth)
    const rose = claim({ ...growth, value: '6.3', quote: 'tăng 6,3%' })
    expect(verdict(rose, fell)).toBe('mismatch')
    expect(explain(rose, judge(rose, [fell]))).toContain('Ngược chiều: nguồn ghi giảm 6,3%')
  })

  test('a surplus that was a deficit', () => {
    const balance = { indicator: 'trade_balance', value: '-2', unit: 'tỷ USD' }
    const surplus = claim({ ...balance, value: '2', quote: 'xuất siêu 2 tỷ USD' })
    expect(verdict(surplus, stored(balance))).toBe('mismatch')
  })
})

describe('a number is right, but of something else', () => {
  test.each<[string, Partial<ClaimToJudge>]>([
    ['other-unit', { unit: 'tỷ USD', quote: '9.801 tỷ USD' }],
    ['other-unit', { unit: 'triệu đồng', quote: '9.801 triệu đồng' }],
    ['other-status', { status: 'target' }],
    ['other-status', { status: 'estimate' }],
    ['other-period', { period: '2022' }],
    ['other-period', { period: 'XXXX' }],
    ['other-area', { area: 'Hải Phòng' }],
    ['other-area', { area: null }],
    ['other-scope', { scope: 'dệt may' }],
    ['other-scope', { priceBasis: 'constant' }],
    ['other-indicator', { indicator: 'imports' }],
  ])('%s', (expected, change) => {
    const pool = [stored({ priceBasis: change.priceBasis ? 'current' : null })]
    expect(verdict(claim(change), ...pool)).toBe(expected)
  })

  test('a rate against another base', () => {
    const monthly = claim({ ...growth, measure: 'mom', value: '-6.31', quote: 'giảm 6,31%' })
    expect(verdict(monthly, stored({ ...growth, value: '-6.31' }))).toBe('other-indicator')
  })

  test('but a wrong number under the same key is wrong, wherever else it is right', () => {
    const pool = [stored({ id: 'f2', period: '2022', value: '10460' }), stored()]
    const misdated = claim({ period: '2022' })
    const judged = judge(misdated, pool)
    expect(judged.verdict).toBe('mismatch')
    expect(explain(misdated, judged)).toContain(
      'Số trong đoạn văn là của kim ngạch xuất khẩu của Hải Dương năm 2023.',
    )
  })

  test('a round rate under the right key points nowhere else', () => {
    const eight = { measure: 'yoy', value: '8', unit: '%', quote: 'tăng 8%' } as const
    const pool = [stored({ ...eight, id: 'f2', value: '9' }), stored({ ...eight, period: '2022' })]
    const judged = judge(claim(eight), pool)
    expect(judged.verdict).toBe('mismatch')
    expect(judged.elsewhere).toEqual([])
  })

  test('two things else are nothing', () => {
    expect(verdict(claim({ area: 'Hải Phòng', period: '2022' }), stored())).toBe('no-data')
    expect(verdict(claim())).toBe('no-data')
  })
})

describe('of several figures', () => {
  test('the claim may be any; the result comes before the estimate', () => {
    const estimate = stored({ id: 'f2', status: 'estimate', value: '9750' })
    const pool = [estimate, stored()]
    expect(verdict(claim({ status: 'estimate', value: '9750' }), ...pool)).toBe('match')
    expect(judge(claim({ value: '9000', quote: '9.000 triệu USD' }), pool).found[0]?.id).toBe('f1')
    expect(verdict(claim({ value: '9750', quote: '9.750 triệu USD' }), ...pool)).toBe(
      'other-status',
    )
  })

  test('a target is held against targets', () => {
    const target = stored({ id: 'f2', status: 'target', value: '10500' })
    const wrong = claim({ status: 'target', value: '10700', quote: '10.700 triệu USD' })
    const judged = judge(wrong, [stored(), target])
    expect(judged.verdict).toBe('mismatch')
    expect(judged.found.map(({ id }) => id)).toEqual(['f2'])
  })
})

describe('scopes', () => {
  test.each([
    ['hàng dệt may', 'Dệt may', true],
    ['doanh nghiệp có vốn đầu tư nước ngoài', 'khu vực FDI', true],
    ['chế biến, chế tạo', 'ngành công nghiệp chế biến, chế tạo', true],
    ['dệt may', 'dệt may, da giày', false],
    ['công nghiệp chế biến', 'công nghiệp khai khoáng', false],
    ['công nghiệp', null, false],
  ])('%s and %s: the same %s', (a, b, same) => {
    expect(scopeKey(a) === scopeKey(b)).toBe(same)
  })
})

describe('the explanation', () => {
  test('gives the right figure, the difference and a line to copy', () => {
    const wrong = claim({ value: '9901', quote: '9.901 triệu USD' })
    expect(explain(wrong, judge(wrong, [stored()]))).toBe(
      'Lệch: nguồn ghi 9.801 triệu USD, đoạn văn ghi 9.901 triệu USD, cao hơn 100 triệu USD (1%). ' +
        'Kim ngạch xuất khẩu của Hải Dương năm 2023 là 9.801 triệu USD (thực hiện). ' +
        'Nguồn: Báo Mẫu, 20/1/2024, https://bao.example/1.',
    )
  })

  test('says what is missing, and no number', () => {
    expect(explain(claim(), judge(claim(), []))).toBe(
      'Chưa có số liệu về kim ngạch xuất khẩu của Hải Dương năm 2023 để đối chiếu.',
    )
  })

  test('tells an aim from a result', () => {
    const aim = claim({ status: 'target' })
    expect(explain(aim, judge(aim, [stored()]))).toContain(
      'Đúng số nhưng khác loại: đây là số thực hiện, không phải số mục tiêu.',
    )
  })

  test('names the price basis the claim left out, and what the source leaves open', () => {
    const basis = explain(claim(), judge(claim(), [stored({ priceBasis: 'constant' })]))
    expect(basis).toContain('Khớp. Nguồn tính theo giá so sánh.')
    const undated = claim({ period: 'XXXX' })
    expect(explain(undated, judge(undated, [stored({ period: 'XXXX' })]))).toContain(
      'Nguồn không nói rõ năm.',
    )
  })
})
