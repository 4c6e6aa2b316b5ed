import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areaByName } from '../../src/catalogue/areas.ts'
import { dataUrl } from '../../src/catalogue/load.ts'
import { readRecord } from '../../src/ingest/ingest.ts'

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

test.each<[string, string[]]>([
  [
    'Hải Dương',
    [
      'exports 2024 level 11800 triệu USD target',
      'exports 2024 yoy 20.4 % target',
      'exports 2023 level 9801 triệu USD estimate',
      'exports 2023 yoy -6.3 % estimate',
      'industrial_output 2023 level 336351 tỷ đồng estimate',
      'services_output 2023 yoy 7.4 % estimate',
      'iip 2023 yoy 8.3 % estimate',
    ],
  ],
  [
    'Hải Phòng',
    [
      'exports 2024-H1 level 17.2 triệu USD actual implausible-unit',
      'iip 2024-H1 yoy 15.24 % actual',
      'retail_sales 2024-H1 level 108.8 nghìn tỷ đồng estimate',
    ],
  ],
  [
    'Hòa Bình',
    [
      'exports XXXX-Q1 level 27.838 triệu USD actual year-unknown',
      'exports XXXX-H1 level 72.834 triệu USD target year-unknown inconsistent-sum',
      'industrial_output XXXX-Q1 level 3917 tỷ đồng actual year-unknown',
      'industrial_output XXXX-H1 level 8315.7 tỷ đồng target year-unknown inconsistent-sum',
      'cpi XXXX-03 mom -0.24 % actual year-unknown',
    ],
  ],
  [
    'Nam Định',
    [
      'exports 2019 over_plan 17.9 % actual',
      'exports 2020 level 2200 triệu USD target',
      'industrial_output 2020 yoy 16 % target',
      'retail_sales 2020 level 50200 tỷ đồng target',
    ],
  ],
  [
    'Trà Vinh',
    [
      'exports 2023 yoy -4.81 % actual',
      'imports 2023 level 777 triệu USD actual',
      'industrial_output 2024 level 40000 tỷ đồng target',
      'electrified_households 2023 level 99.61 % actual',
    ],
  ],
])('what is read in the brief of %s', (area, expected) => {
  const brief = briefs.find(({ fields }) => fields.get('area') === area)
  const record = {
    url: null,
    publisher: brief?.fields.get('publisher') ?? null,
    published: brief?.fields.get('published') ?? null,
    title: brief?.fields.get('title') ?? null,
    area,
    text: brief?.text ?? '',
  }
  const read = readRecord(record, area).figures.filter((figure) => figure.scope === null)
  const lines = read.map((f) =>
    [f.indicator, f.period, f.measure, f.value, f.unit, f.status, ...f.warnings].join(' '),
  )
  for (const line of expected) expect(lines).toContain(line)
})
