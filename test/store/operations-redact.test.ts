import { expect, test } from 'vitest'
import { redact } from '../../src/store/operations-redact.ts'

test.each([
  ['gọi 0912345678 nhé', 'gọi [số] nhé'],
  ['gọi 0912.345.678 nhé', 'gọi [số] nhé'],
  ['gọi 0912 345 678, hoặc +84 912-345-678', 'gọi [số], hoặc [số]'],
  ['máy bàn (0220) 3842 205', 'máy bàn [số]'],
  ['(+84) 912 345 678', '[số]'],
  ['84912345678', '[số]'],
  ['CCCD 001203004567', 'CCCD [số]'],
  ['CCCD 001 203 004 567.', 'CCCD [số].'],
  ['CMND 123456789, TK 19031234567890', 'CMND [số], TK [số]'],
  ['thư tới lan.nguyen+so@cong-thuong.hai-duong.gov.vn!', 'thư tới [e-mail]!'],
])('%s', (given, wanted) => {
  expect(redact(given)).toBe(wanted)
})

test.each([
  'Xuất khẩu Hải Dương năm 2023 đạt 9.801 triệu USD, giảm 6,3%?',
  'IIP từ 01/2023 đến 06/2024, kế hoạch 2021-2025 và 2026–2030',
  'Doanh thu 123.456.789.012 đồng, tăng 0,123456 điểm; 12 345 678 tấn',
  'ngày 20-01-2024, tháng 01-2023, quý 4 2022 và quý 1 2023',
])('figures stay: %s', (text) => {
  expect(redact(text)).toBe(text)
})
