import { describe, expect, it } from 'vitest'
import { readQuantities } from '../../src/vietnamese/read-quantities.ts'

/** text → value, unit, then what is special. */
const CASES: readonly [string, string, string, Record<string, unknown>?][] = [
  ['9.801 triệu USD', '9801', 'triệu USD'],
  ['27,838 triệu USD', '27.838', 'triệu USD'],
  ['11 tỷ 800 triệu USD', '11800', 'triệu USD'],
  ['743 tỷ 860 triệu đồng', '743860', 'triệu đồng'],
  ['hơn 108,8 nghìn tỷ đồng', '108.8', 'nghìn tỷ đồng', { bound: 'over' }],
  ['trên 12 ngàn tỷ đồng', '12', 'nghìn tỷ đồng', { bound: 'over' }],
  ['gần 6.650 trạm', '6650', 'trạm', { bound: 'under' }],
  ['khoảng 1.400 tỉ đồng', '1400', 'tỷ đồng', { bound: 'about' }],
  ['từ 16% trở lên', '16', '%', { bound: 'at_least' }],
  ['13-14%', '13', '%', { high: '14', bound: 'at_least' }],
  ['13 đến 14,5%', '13', '%', { high: '14.5' }],
  ['(-9,2%)', '9.2', '%', { sign: '-' }],
  ['(+20,4%)', '20.4', '%', { sign: '+' }],
  ['2,05 lần', '2.05', 'lần'],
  ['hai mươi lăm phần trăm', '25', '%'],
  ['một tỷ USD', '1', 'tỷ USD'],
  ['1.05 tỷ USD', '1.05', 'tỷ USD'],
  ['1.234.567,8 tấn', '1234567.8', 'tấn'],
  ['16 304 tỷ đồng', '16304', 'tỷ đồng'],
  ['101.325%', '101.325', '%'],
  ['9.332.3 tỷ đồng', '9332.3', 'tỷ đồng', { repaired: true }],
  ['16,l%', '16.1', '%', { repaired: true }],
  ['12, 5%', '12.5', '%', { repaired: true }],
  ['20,4 t kWh', '20.4', 'tỷ kWh', { repaired: true }],
  ['1.234 tỷ USD', '1.234', 'tỷ USD', { repaired: true }],
  ['145 quốc gia và vùng lãnh thổ', '145', 'quốc gia, vùng lãnh thổ'],
  ['25.000 đồng/kg', '25000', 'đồng', { per: true }],
]

describe('readQuantities', () => {
  it.each(CASES)('%s', (text, value, unit, more = {}) => {
    const found = readQuantities(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ value, unit, ...more })
  })

  it.each([
    'ngày 9-1',
    'số 3148/QĐ-UBND',
    '1900.888.655',
    'năm 2023',
    'cao hơn nhiều',
    '5.5.2.1 tỷ đồng',
  ])('reads nothing in “%s”', (text) => expect(readQuantities(text)).toEqual([]))

  it('leaves “hơn” to the comparison in “cao hơn 18%”', () => {
    expect(readQuantities('cao hơn 18%')[0]?.bound).toBeNull()
    expect(readQuantities('tăng hơn 18%')[0]?.bound).toBe('over')
  })

  it('gives back spans of the text', () => {
    const text = 'Xuất khẩu đạt trên 430 triệu USD, giảm 4,81%.'
    const quotes = readQuantities(text).map((q) => text.slice(q.start, q.end))
    expect(quotes).toEqual(['trên 430 triệu USD', '4,81%'])
  })
})
