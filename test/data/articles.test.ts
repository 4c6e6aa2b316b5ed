import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areaByName } from '../../src/catalogue/areas.ts'
import { dataUrl } from '../../src/catalogue/load.ts'

const FOLDER = dataUrl('articles/')
const briefs = readdirSync(FOLDER).map((name) => {
  const [, head = '', text = ''] = readFileSync(new URL(name, FOLDER), 'utf8').split(/^---$/mu)
  const fields = new Map(
    [...head.matchAll(/^(\w+): "?(.*?)"?$/gmu)].map(([, key = '', value = '']) => [key, value]),
  )
  return { name, fields, text }
})

test('every brief names its area, its title and the original it retells', () => {
  expect(briefs).toHaveLength(5)
  for (const { name, fields } of briefs) {
    expect(areaByName(fields.get('area') ?? ''), name).toBeDefined()
    expect(fields.get('title'), name).toMatch(/\p{L}/u)
    expect(fields.get('reference'), name).toMatch(/^Bài gốc: /)
    expect(fields.get('published') ?? '2024-01', name).toMatch(/^\d{4}-\d{2}(-\d{2})?$/)
  }
})

test.each([
  ['Hải Dương', ['374.976', '11 tỷ 800 triệu', '336.351', '8,3%', '50.240', '9.801', 'giảm 6,3%']],
  ['Hải Phòng', ['28,87%', 'hơn 14.000', '15,60%', '15,24%', '108,8 nghìn tỷ', '17,2 triệu USD']],
  ['Hòa Bình', ['1.824', '3.917', '2.663', '27,838', '12,264', '8.315,7', '72,834', '53,7%']],
  ['Nam Định', ['14,5%', 'vượt 17,9%', '83.365', 'từ 16% trở lên', '2.200', '50.200', '12%']],
  ['Trà Vinh', ['26,08%', '35.360', 'vượt 4,44%', 'giảm 4,81%', '777', '99,61%', '99,7%']],
])('the brief of %s has the figures of its original', (area, figures) => {
  const brief = briefs.find(({ fields }) => fields.get('area') === area)
  for (const words of figures) expect(brief?.text).toContain(words)
})

test('what the original leaves unknown stays unknown', () => {
  const brief = briefs.find(({ fields }) => fields.get('area') === 'Hòa Bình')
  expect(brief?.fields.has('published')).toBe(false)
  expect(brief?.text).not.toMatch(/\b(19|20)\d\d\b/)
})
