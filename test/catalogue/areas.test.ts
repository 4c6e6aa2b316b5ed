import { describe, expect, test } from 'vitest'
import {
  type AreaMention,
  areaByName,
  areaLabel,
  bordersFor,
  DISTRICTS,
  districtsByName,
  findAreaMentions,
  findAreaMentionsFolded,
  meansTwoTerritories,
  membersOf,
  PROVINCES,
  PROVINCES_2025,
  provinceByName,
  sideOfMerger,
  successorOf,
} from '../../src/catalogue/areas.ts'

function read(mention: AreaMention): string {
  return mention.area ?? mention.candidates.join(' | ')
}

describe('the gazetteer', () => {
  test('has 63 provinces, 34 successors and 696 district units', () => {
    expect([PROVINCES.length, PROVINCES_2025.length, DISTRICTS.length]).toEqual([63, 34, 696])
    expect(PROVINCES_2025.flatMap((p) => p.members).sort()).toEqual(
      PROVINCES.map((p) => p.name).sort(),
    )
  })

  test('knows which names mean two territories', () => {
    expect(PROVINCES.filter((p) => meansTwoTerritories(p.name))).toHaveLength(23)
    expect(meansTwoTerritories('Hà Nội')).toBe(false)
    expect(meansTwoTerritories('Hải Dương')).toBe(false)
    expect(successorOf('Hải Dương')?.name).toBe('Hải Phòng')
    expect(successorOf('Huế')?.members).toEqual(['Thừa Thiên Huế'])
    expect(membersOf('Hồ Chí Minh')).toEqual(['Bình Dương', 'Bà Rịa - Vũng Tàu', 'Hồ Chí Minh'])
  })

  test('a district name may stand in many provinces', () => {
    expect(districtsByName('Châu Thành')).toHaveLength(10)
    expect(districtsByName('huyện Tứ Kỳ').map((d) => d.province)).toEqual(['Hải Dương'])
  })
})

describe('areas by name', () => {
  test.each([
    ['tp hcm', 'Hồ Chí Minh'],
    ['TP.HCM', 'Hồ Chí Minh'],
    ['Thành phố Hồ Chí Minh', 'Hồ Chí Minh'],
    ['huế', 'Thừa Thiên Huế'],
    ['TP Huế', 'Thừa Thiên Huế'],
    ['br-vt', 'Bà Rịa - Vũng Tàu'],
    ['Đắc Lắc', 'Đắk Lắk'],
    ['tỉnh bắc cạn', 'Bắc Kạn'],
    ['ĐN', undefined],
    ['thành phố Hải Dương', undefined],
    ['Bangkok', undefined],
  ])('provinceByName(%s) is %s', (name, province) => {
    expect(provinceByName(name)?.name).toBe(province)
  })

  test.each([
    ['cả nước', 'Việt Nam'],
    ['Hải Dương', 'Hải Dương'],
    ['thành phố Hải Dương', 'TP Hải Dương, Hải Dương'],
    ['Dĩ An', 'Dĩ An, Bình Dương'],
    ['huyện Cẩm Giàng, tỉnh Hải Dương', 'Cẩm Giàng, Hải Dương'],
    ['Châu Thành', undefined],
    ['Châu Thành, Long An', 'Châu Thành, Long An'],
    ['thị xã Kỳ Anh, Hà Tĩnh', 'Thị xã Kỳ Anh, Hà Tĩnh'],
    ['huyện Kỳ Anh', 'Huyện Kỳ Anh, Hà Tĩnh'],
    ['Kỳ Anh', undefined],
    ['Nông Sơn', 'Nông Sơn, Quảng Nam'],
    ['huyện Kỳ Sơn', undefined],
  ])('areaByName(%s) is %s', (name, area) => {
    expect(areaByName(name)).toBe(area)
  })

  test('a label says the name of its time', () => {
    expect(areaLabel('Thừa Thiên Huế', 2023)).toBe('Thừa Thiên Huế')
    expect(areaLabel('Thừa Thiên Huế', 2025)).toBe('TP Huế')
    expect(areaLabel('Hồ Chí Minh', null)).toBe('TP Hồ Chí Minh')
    expect(areaLabel('Tứ Kỳ, Hải Dương', 2023)).toBe('Tứ Kỳ, Hải Dương')
  })
})

describe('areas in a text', () => {
  test.each<[string, string[]]>([
    ['Xuất khẩu của tỉnh Hải Dương tăng', ['Hải Dương']],
    ['TẠI HẢI PHÒNG, HOÀ BÌNH', ['Hải Phòng', 'Hòa Bình']],
    ['vì hòa bình và phát triển', []],
    ['ven bờ Thái Bình Dương', []],
    ['Chủ tịch Hồ Chí Minh về thăm', []],
    ['TP.HCM, TP Hồ Chí Minh, TPHCM', ['Hồ Chí Minh', 'Hồ Chí Minh', 'Hồ Chí Minh']],
    ['thành phố Nam Định và tỉnh Nam Định', ['TP Nam Định, Nam Định', 'Nam Định']],
    [
      'huyện Quảng Ninh; thị xã Quảng Trị',
      ['Huyện Quảng Ninh, Quảng Bình', 'Thị xã Quảng Trị, Quảng Trị'],
    ],
    ['cụm Hải Vân (Hải Hậu), Yên Bằng (Ý Yên)', ['Hải Hậu, Nam Định', 'Ý Yên, Nam Định']],
    ['Quận 1 và quận 12', ['Quận 1, Hồ Chí Minh', 'Quận 12, Hồ Chí Minh']],
    ['Huyện Tam Nông đạt', ['Tam Nông, Phú Thọ | Tam Nông, Đồng Tháp']],
    ['huyện Tam Nông, tỉnh Phú Thọ', ['Tam Nông, Phú Thọ', 'Phú Thọ']],
    ['huyện Nông Sơn, Quảng Nam', ['Nông Sơn, Quảng Nam', 'Quảng Nam']],
    ['thành phố Ninh Bình và tỉnh Ninh Bình', ['TP Ninh Bình, Ninh Bình', 'Ninh Bình']],
    ['huyện Tân Lập, tỉnh Hà Nam', ['Tân Lập, Hà Nam', 'Hà Nam']],
    ['huyện Tân Lập', ['']],
    ['xã Phú Thọ, phường Hải Dương', []],
    ['cả nước xuất siêu; Việt Nam', ['Việt Nam', 'Việt Nam']],
    ['Bà Rịa – Vũng Tàu, M’Đrắk', ['Bà Rịa - Vũng Tàu', "M'Đrắk, Đắk Lắk"]],
    ['Chủ tịch UBND tỉnh Hải Dương Nguyễn Văn An', ['Hải Dương']],
  ])('%s', (text, areas) => {
    expect(findAreaMentions(text).map(read)).toEqual(areas)
  })

  test('spans stand where the words stand, prefix included', () => {
    const text = 'Tại huyện Tứ Kỳ (Hải Dương).'
    const [district, province] = findAreaMentions(text)
    expect(text.slice(district?.start, district?.end)).toBe('huyện Tứ Kỳ')
    expect(text.slice(province?.start, province?.end)).toBe('Hải Dương')
    expect(province?.qualifies).toBe(true)
  })

  test('a place inside the name of an organisation says so', () => {
    const part = (text: string) => findAreaMentions(text)[0]?.partOf
    expect(part('Công ty Thủy điện Hòa Bình')).toBe('Thủy điện')
    expect(part('Công ty TNHH MTV Điện lực Hải Phòng')).toBe('Điện lực')
    expect(part('thị trường Việt Nam')).toBeNull()
    expect(part('Sở Công Thương Hải Phòng')).toBeNull()
  })
})

test.each<[string, string[]]>([
  ['xuat khau hai duong 2023', ['Hải Dương']],
  ['KNXK Quãng Ninh', ['Quảng Ninh']],
  ['Hà Tỉnh cả năm', ['Hà Tĩnh']],
  ['gtsxcn của Trãng Bàng', ['Trảng Bàng, Tây Ninh']],
  ['bán lẻ tp vinh', ['Vinh, Nghệ An']],
  ['tphcm so voi ca nuoc', ['Hồ Chí Minh', 'Việt Nam']],
  ['xuất khẩu sơn là bao nhiêu', []],
  ['giá lại tăng', []],
  ['cho moi nguoi, tu ky', []],
  ['huyen tu ky', ['Tứ Kỳ, Hải Dương']],
  ['thu ngân sách huyện nông sơn', ['Nông Sơn, Quảng Nam']],
  ['thu ngân sách HP', ['Hải Phòng']],
])('a question: %s', (question, areas) => {
  expect(findAreaMentionsFolded(question).map(read)).toEqual(areas)
})

test('finding areas costs in proportion to the text', () => {
  const line = 'Huyện Tứ Kỳ (Hải Dương) và TP Hồ Chí Minh xuất khẩu 1.234 triệu USD, tăng 5%. '
  const cost = (times: number): number => {
    const text = line.repeat(times)
    const start = performance.now()
    expect(findAreaMentions(text)).toHaveLength(times * 3)
    return performance.now() - start
  }
  cost(500)
  expect(cost(4000)).toBeLessThan(8 * cost(1000) + 50)
})

describe('borders', () => {
  const when = (published: string | null, cue: 'old' | 'new' | null = null) => ({ published, cue })
  test.each([
    ['Bắc Ninh', '2025-9M', when('2025-10-30'), 'new'],
    ['Bắc Ninh', '2024', when('2025-10-30'), 'new'],
    ['Tây Ninh', '2025-H1', when('2025-08-22', 'old'), 'old'],
    ['Long An', '2025-H1', when('2025-08-22'), null],
    ['Hà Nội', '2025', when('2025-12-22'), null],
    ['Bắc Ninh', '2023', when('2024-01-05'), null],
    ['Bắc Ninh', '2025-Q1', when('2025-04-05'), null],
    ['Bắc Ninh', '2025', when('2025-04-05'), 'old'],
    ['Bắc Ninh', '2025', when('2025'), 'new'],
    ['Bắc Ninh', '2025-09', when(null), 'new'],
    ['Bắc Ninh', 'XXXX-Q1', when(null), null],
    ['TP Bắc Ninh, Bắc Ninh', '2025-09', when(null), null],
    [null, '2025-09', when('2025-10'), null],
  ] as const)('%s in %s (%j) → %s', (area, period, context, borders) => {
    expect(bordersFor(area, period, context)).toBe(borders)
  })

  test('dates without a day fall on a side where they can', () => {
    expect(['2025-06', '2025-07', '2026', '2025', null].map(sideOfMerger)).toEqual([
      'before',
      'after',
      'after',
      'unknown',
      'unknown',
    ])
  })
})
