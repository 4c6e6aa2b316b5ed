import { describe, expect, it } from 'vitest'
import {
  capitalise,
  formatBounded,
  formatChange,
  formatDate,
  formatNumber,
  formatPeriodVi,
  formatQuantity,
} from '../../src/vietnamese/format.ts'

describe('formatNumber', () => {
  it.each([
    ['9801', '9.801'],
    ['27.838', '27,838'],
    ['-6.3', '−6,3'],
    ['364092.29', '364.092,29'],
    ['999', '999'],
    ['1337230', '1.337.230'],
    ['0.42', '0,42'],
    ['15.60', '15,60'],
  ])('%s is written %s', (value, want) => expect(formatNumber(value)).toBe(want))
})

describe('quantities, bounds and changes', () => {
  it('puts the unit where newspapers put it', () => {
    expect(formatQuantity('6.3', '%')).toBe('6,3%')
    expect(formatQuantity('9801', 'triệu USD')).toBe('9.801 triệu USD')
    expect(formatQuantity('13', '%', '14')).toBe('13–14%')
  })
  it('keeps the bound that was printed', () => {
    expect(formatBounded('108,8 nghìn tỷ đồng', 'over')).toBe('hơn 108,8 nghìn tỷ đồng')
    expect(formatBounded('16%', 'at_least')).toBe('từ 16% trở lên')
    expect(formatBounded('16%', null)).toBe('16%')
  })
  it('says a fall as a fall', () => {
    expect(formatChange('-6.3', '%')).toBe('giảm 6,3%')
    expect(formatChange('20.4', '%', 'over')).toBe('tăng hơn 20,4%')
    expect(formatChange('0', '%')).toBe('không đổi (0%)')
  })
})

describe('formatPeriodVi', () => {
  it.each([
    ['2023', 'năm 2023'],
    ['2024-H1', '6 tháng đầu năm 2024'],
    ['2024-H2', '6 tháng cuối năm 2024'],
    ['2023-Q1', 'quý I/2023'],
    ['2025-09', 'tháng 9/2025'],
    ['2024-9M', '9 tháng đầu năm 2024'],
    ['2021/2025', 'giai đoạn 2021–2025'],
    ['XXXX-Q1', 'quý I (không rõ năm)'],
    ['XXXX-H1', '6 tháng đầu năm (không rõ năm)'],
    ['XXXX', 'cả năm (không rõ năm)'],
  ])('%s is said "%s"', (period, want) => expect(formatPeriodVi(period)).toBe(want))
})

describe('dates and letters', () => {
  it('writes what is known of a date', () => {
    expect(formatDate('2024-01-20')).toBe('20/1/2024')
    expect(formatDate('2024-01')).toBe('tháng 1/2024')
    expect(formatDate('2024')).toBe('năm 2024')
  })
  it('raises Vietnamese letters', () => expect(capitalise('đồng')).toBe('Đồng'))
})
