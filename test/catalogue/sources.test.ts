import { expect, test } from 'vitest'
import { publisherOfUrl, sourceKindOf } from '../../src/catalogue/sources.ts'

test.each([
  ['https://baohaiduong.vn/a.html', 'Báo Hải Dương', 'press'],
  ['https://m.baohaiduong.vn/a.html', 'Báo Hải Dương', 'press'],
  ['https://www.vneconomy.vn/x', 'VnEconomy', 'press'],
  ['https://socongthuong.daklak.gov.vn/x', 'Sở Công Thương Đắk Lắk', 'department'],
  [
    'https://niengiam2022.thongkevinhphuc.gov.vn',
    'Cơ quan thống kê Vĩnh Phúc',
    'statistics-office',
  ],
  ['https://hatinh.gov.vn/a', 'Cổng TTĐT Hà Tĩnh', 'government'],
  ['https://kontumtv.vn/', 'Đài PT-TH Kon Tum', 'press'],
  ['https://lite.baomoi.com/1', 'Báo Mới', 'weak'],
])('%s is published by %s (%s)', (url, name, kind) => {
  expect(publisherOfUrl(url)).toEqual({ name, kind })
})

test.each(['https://example.org/a', 'not an address', ''])('nobody is known at "%s"', (url) => {
  expect(publisherOfUrl(url)).toBeUndefined()
})

test.each([
  ['Báo Lâm Đồng (dẫn Sở Công Thương)', 'press'],
  ['Sở Công Thương Trà Vinh', 'department'],
  ['Cục Thống kê tỉnh Hòa Bình', 'statistics-office'],
  ['UBND tỉnh Hưng Yên (Sở Công Thương)', 'government'],
  ['Blog của ai đó', 'press'],
  [null, 'weak'],
])('a publisher by name: %s is %s', (publisher, kind) => {
  expect(sourceKindOf(publisher, null)).toBe(kind)
})

test('the address decides before the name', () => {
  expect(sourceKindOf('Báo Sài Gòn Giải Phóng', 'https://baomoi.com/x')).toBe('weak')
})
