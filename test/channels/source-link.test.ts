import { describe, expect, it } from 'vitest'
import {
  articlePath,
  originalLink,
  textFragment,
  webAddress,
} from '../../src/channels/source-link.ts'

describe('textFragment', () => {
  it.each([
    ['9.801 triệu USD', '#:~:text=9.801%20tri%E1%BB%87u%20USD'],
    [
      'năm 2021-2025, tăng & giảm',
      '#:~:text=n%C4%83m%202021%2D2025%2C%20t%C4%83ng%20%26%20gi%E1%BA%A3m',
    ],
    ['a b c d e f g h i j k l', '#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l'],
    ['  ', ''],
  ])('points at “%s”', (quote, want) => {
    expect(textFragment(quote)).toBe(want)
  })
})

describe('links', () => {
  it.each([
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['seed:1', null],
    ['not an address', null],
    [null, null],
    ['https://bao.example.vn/a b', 'https://bao.example.vn/a%20b'],
  ])('makes a link of %s', (url, want) => {
    expect(webAddress(url)).toBe(want)
  })

  it("keeps an address's own fragment", () => {
    expect(originalLink('https://a.vn/x#phan-2', 'tăng 5%')).toBe('https://a.vn/x#phan-2')
    expect(originalLink('https://a.vn/x', 'tăng')).toBe('https://a.vn/x#:~:text=t%C4%83ng')
  })

  it('escapes ids', () => {
    expect(articlePath('a/b?c')).toBe('/nguon/a%2Fb%3Fc')
  })
})
