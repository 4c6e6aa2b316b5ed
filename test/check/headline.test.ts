import { expect, test } from 'vitest'
import { headlineArea } from '../../src/check/headline.ts'

test.each([
  ['Kinh tế huyện Cẩm Giàng, Hải Dương\nXuất khẩu tăng 5%.', 'Cẩm Giàng, Hải Dương'],
  ['Công nghiệp Nam Định năm 2023\n\nIIP tăng 8%.', 'Nam Định'],
  ['Nam Định và Hà Nam năm 2023\nIIP tăng 8%.', null],
  ['Nam Định: IIP tăng 8%\nXuất khẩu tăng 5%.', null],
  ['Công nghiệp Nam Định năm 2023', null],
  ['Tình hình chung\nIIP tăng 8%.', null],
])('the headline of %j is about %s', (text, area) => {
  expect(headlineArea(text)).toBe(area)
})
