import { expect, test } from 'vitest'
import {
  CONCEPTS,
  INDICATOR_ALIASES,
  INDICATORS,
  indicatorById,
  indicatorName,
  indicatorsByName,
} from '../../src/catalogue/indicators.ts'

const CODES =
  'industrial_output iip exports imports trade trade_balance retail_sales services_output industrial_value_added grdp cpi investment fdi budget_revenue electricity_output electricity_consumption electrified_households product_output other'

test('every code of the annotation guide is an indicator, and no other', () => {
  expect(INDICATORS.map((i) => i.id).sort()).toEqual(CODES.split(' ').sort())
})

test.each([
  ['GTSXCN', ['industrial_output']],
  ['giá trị SXCN', ['industrial_output']],
  ['CN-TTCN', ['industrial_output']],
  ['sản xuất công nghiệp', ['iip']],
  ['Chỉ số sản xuất công nghiệp (IIP)', []],
  ['KNXK', ['exports']],
  ['kim nghach xuat khau', ['exports']],
  ['TMBLHH', ['retail_sales']],
  ['lưu chuyển hàng hoá bán lẻ', ['retail_sales']],
  ['lưu chuyển hàng hóa bán lẻ', ['retail_sales']],
  ['thu ngân sách', ['budget_revenue']],
  ['nhập siêu', ['trade_balance']],
  ['công nghiệp', ['industrial_output', 'iip']],
  ['thời tiết', []],
])('%s means %j', (name, ids) => {
  expect(indicatorsByName(name)).toEqual(ids)
})

test('the alias table has each spelling once, longest first', () => {
  const folded = INDICATOR_ALIASES.map((alias) => alias.folded)
  expect(new Set(folded).size).toBe(folded.length)
  expect(folded.map((f) => f.length)).toEqual(folded.map((f) => f.length).sort((a, b) => b - a))
})

test('a composed indicator names its parts', () => {
  expect(indicatorById('trade_balance')?.parts).toEqual([
    { id: 'exports', sign: '+' },
    { id: 'imports', sign: '-' },
  ])
  expect(indicatorById('trade')?.parts.map((p) => p.id)).toEqual(['exports', 'imports'])
})

test('every indicator and concept can be explained in whole sentences', () => {
  for (const { definition, howToRead } of [...INDICATORS, ...CONCEPTS]) {
    expect(definition).toMatch(/^\p{Lu}.+\.$/u)
    expect(howToRead).toMatch(/^.+\.$/u)
  }
  expect(indicatorName('exports')).toBe('kim ngạch xuất khẩu')
  expect(indicatorName('nothing')).toBe('nothing')
})

test('ranges run from low to high', () => {
  for (const { id, range, country, growth } of INDICATORS)
    for (const bounds of [range, country, growth])
      if (bounds) expect(Number(bounds.low), id).toBeLessThan(Number(bounds.high))
})
