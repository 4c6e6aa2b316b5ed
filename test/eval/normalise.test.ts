import { describe, expect, test } from 'vitest'
import {
  amountOf,
  areaKeys,
  sameScope,
  sameStatus,
  toNumber,
  unitOf,
} from '../../src/eval/normalise.ts'
import { threeDecimals } from '../../src/eval/print.ts'
import { isShown, readNumber, shownIn } from '../../src/eval/shown.ts'

const figure = (
  value: number | string,
  unit: string,
  measure = 'level',
  indicator = 'exports',
) => ({
  indicator,
  period: '2023',
  measure,
  value,
  unit,
})

describe('the yardstick takes for equal', () => {
  test.each([
    ['nghìn tỷ đồng', 1e12, 'dong'],
    ['ngàn tỉ đồng', 1e12, 'dong'],
    ['triệu USD', 1e6, 'usd'],
    ['tr.đồng', 1e6, 'dong'],
    ['đô la Mỹ', 1, 'usd'],
    ['phần trăm', 1, '%'],
    ['triệu tấn', 1e6, 'tan'],
    ['trang', 1, 'trang'],
  ])('the unit %s as %d × %s', (words, times, base) => {
    expect(unitOf(words)).toEqual({ times, base })
  })

  test('areas in all their spellings', () => {
    const key = areaKeys([{ name: 'Hải Dương', aliases: ['HD'] }])
    expect(key('huyện Cẩm Giàng, tỉnh Hải Dương')).toBe('camgiang,haiduong')
    expect(key('HD')).toBe(key('hai duong'))
    expect(key('cả nước')).toBe(key('Việt Nam'))
    expect(key('Huế')).toBe(key('tỉnh Thừa Thiên Huế'))
    expect(key(null)).toBe('')
    expect(key('Hà Nam')).not.toBe(key('Hà Nội'))
  })

  test('an index level and its growth, and nothing else', () => {
    expect(amountOf(figure(108.3, '%', 'level', 'iip'))).toEqual(
      amountOf(figure('8.3', '%', 'yoy', 'iip')),
    )
    expect(amountOf(figure(108.3, '%'))).not.toEqual(amountOf(figure('8.3', '%', 'yoy')))
    expect(amountOf(figure('1.1', 'tỷ USD'))).toEqual(amountOf(figure(1100, 'triệu USD')))
    expect(amountOf(figure('một', 'tỷ USD'))).toBeUndefined()
    expect(toNumber('')).toBeUndefined()
  })

  test('scopes that share half their words, and close statuses', () => {
    expect(sameScope({ scope: 'hàng dệt may' }, { scope: 'Dệt may' })).toBe(true)
    expect(sameScope({ scope: null }, { scope: 'gỗ' })).toBe(false)
    expect(sameStatus('estimate', 'preliminary')).toBe(true)
    expect(sameStatus('actual', 'estimate')).toBe(false)
    expect(sameStatus('target', 'estimate')).toBe(false)
  })
})

describe('numbers', () => {
  test.each([
    ['9.801', 9801],
    ['27,838', 27.838],
    ['1.234.567,5', 1234567.5],
    ['5.5', 5.5],
    ['9.332.3', 93323],
    ['12.', 12],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  test('of a text are told by what stands behind them', () => {
    const { percents, amounts, times, saysFall } = shownIn(
      'Đạt 11 tỷ 800 triệu USD [1], giảm 6,3%, gấp 2 lần',
    )
    expect([...percents]).toEqual([6.3])
    expect(amounts).toContain(11.8e9)
    expect(amounts).not.toContain(6.3)
    expect([...times]).toEqual([2])
    expect(saysFall).toBe(true)
  })

  test('a fall must be said as one', () => {
    expect(isShown(figure(-6.3, '%', 'yoy'), 'giảm 6,3%')).toBe(true)
    expect(isShown(figure(-6.3, '%', 'yoy'), 'tăng 6,3%')).toBe(false)
    expect(isShown(figure(-6.3, '%', 'yoy'), 'còn 93,7% cùng kỳ')).toBe(true)
  })

  test.each([
    [1 / 16, '0.062'],
    [3 / 16, '0.188'],
    [5 / 16, '0.312'],
    [2 / 3, '0.667'],
    [0.0125, '0.013'],
    [1, '1.000'],
  ])('%d prints as %s, ties to even', (value, printed) => {
    expect(threeDecimals(value)).toBe(printed)
  })
})
