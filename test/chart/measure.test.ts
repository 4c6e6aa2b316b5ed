import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fontkit from '@pdf-lib/fontkit'
import { describe, expect, test } from 'vitest'
import { textWidth, wrapText } from '../../src/chart/measure.ts'

const open = (file: string) =>
  fontkit.create(
    readFileSync(
      fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${file}.ttf`)),
    ),
  )
const TEXTS = [
  'Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng',
  'Đắk Lắk – Bà Rịa – Vũng Tàu: −6,3%',
  '1.685.312',
  'Nguồn: Ủy ban nhân dân thành phố Hồ Chí Minh…',
]

describe('text widths', () => {
  test.each(TEXTS)('%s: as wide as in the font itself, within 3%%', (text) => {
    const font = open('400Regular/BeVietnamPro_400Regular')
    const real = (font.layout(text).advanceWidth / font.unitsPerEm) * 14
    expect(Math.abs(textWidth(text, 14) - real) / real).toBeLessThan(0.03)
  })

  test.each(TEXTS)('%s: the semibold face, within 3%%', (text) => {
    const font = open('600SemiBold/BeVietnamPro_600SemiBold')
    const real = (font.layout(text).advanceWidth / font.unitsPerEm) * 20
    expect(Math.abs(textWidth(text, 20, true) - real) / real).toBeLessThan(0.03)
  })

  test('composed and decomposed letters are equally wide', () => {
    const text = 'Sở Công Thương tỉnh Thừa Thiên Huế'
    expect(textWidth(text.normalize('NFD'), 14)).toBe(textWidth(text, 14))
  })
})

describe('wrapping', () => {
  test('breaks between words and keeps every word', () => {
    const text = TEXTS[0] ?? ''
    const lines = wrapText(text, 200, 14, { most: 9 })
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join(' ')).toBe(text)
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(200)
  })

  test('says with an ellipsis that there was more', () => {
    const lines = wrapText(TEXTS[0] ?? '', 120, 14, { most: 2 })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
    expect(wrapText('Chữdàikhôngcódấucáchnàocảđểngắtdòng', 60, 14)[0]).toMatch(/…$/)
  })
})
