import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Query } from '../../src/answer/query.ts'
import { understand } from '../../src/answer/understand.ts'

const NOW = new Date('2024-03-01T20:00:00Z')

/** A query as one short line: intent, then each ask as indicators | areas | periods | demands. */
function brief(query: Query): string {
  const asks = query.asks.map((ask) =>
    [
      ask.indicators.map((i) => i.codes.join('/')).join('+'),
      ask.areas.map((a) => a.area + (a.borders ? `(${a.borders})` : '')).join('+'),
      ask.periods.map((p) => p.period).join('+'),
      ask.demands.map((d) => (d.wish === 'unsaid' ? d.want : `${d.want}:${d.wish}`)).join('+'),
      ...(ask.scope.firm ? [`${ask.scope.except ? 'trừ ' : ''}${ask.scope.words.join(' ')}`] : []),
    ].join(' | '),
  )
  return [query.intent, ...asks].join(' ; ')
}

const one = (question: string): string => brief(understand(question, null, NOW))

describe('bases, exclusions and markets', () => {
  it.each([
    [
      'CPI tháng 5/2022 của Cà Mau so với tháng 12 năm trước tăng bao nhiêu?',
      'figures ; cpi | Cà Mau | 2022-05 | growth',
    ],
    [
      'IIP Cà Mau 8 tháng 2024 so với 8 tháng 2023 thế nào?',
      'figures ; iip | Cà Mau | 2024-8M+2023-8M | ',
    ],
    ['IIP Cà Mau tháng 8/2023 so tháng 7/2023', 'figures ; iip | Cà Mau | 2023-08+2023-07 | mom'],
    [
      'IIP Cà Mau quý I các năm 2021, 2022 và 2023',
      'figures ; iip | Cà Mau | 2021-Q1+2022-Q1+2023-Q1 | ',
    ],
    ['xuất khẩu Cà Mau tháng mười năm hai mươi mốt', 'figures ; exports | Cà Mau | 2021-10 | '],
    ['IIP Cà Mau năm 2023 nếu bỏ ngành điện ra', 'figures ; iip | Cà Mau | 2023 |  | trừ dien'],
    ['IIP vùng Hà Nam cũ năm 2023', 'figures ; iip | Hà Nam(old) | 2023 | '],
    ['Xuất khẩu Cà Mau sang Nhật Bản năm 2023', 'figures ; exports | Cà Mau | 2023 |  | nhat ban'],
    [
      'Bán lẻ Cà Mau năm 2023 hụt kế hoạch bao nhiêu?',
      'figures ; retail_sales | Cà Mau | 2023 | over_plan',
    ],
    [
      'GRDP Cà Mau quý I/2023 và mục tiêu cả năm',
      'figures ; grdp | Cà Mau | 2023-Q1 |  ; grdp | Cà Mau | 2023 | any:target',
    ],
  ])('%s', (question, expected) => expect(one(question)).toBe(expected))
  it.each(['giá xăng ngày mai', 'giá gạo xuất khẩu Cà Mau', 'dự báo giá cà phê'])(
    'declines the price of a good: %s',
    (question) => expect(understand(question, null, NOW).intent).toBe('outside'),
  )
  it('steps from the period spoken of before', () => {
    const first = understand('IIP Cà Mau quý 4/2022', null, NOW)
    expect(brief(understand('quý sau?', first, NOW))).toContain('| 2023-Q1 |')
    expect(brief(understand('quý trước đó?', first, NOW))).toContain('| 2022-Q3 |')
  })
})

describe('understand', () => {
  it.each([
    [
      'Kim ngạch xuất khẩu của Hải Dương năm 2023 tăng bao nhiêu?',
      'figures ; exports | Hải Dương | 2023 | yoy',
    ],
    ['knxk hai duong 2023 dc bn', 'figures ; exports | Hải Dương | 2023 | level'],
    ['GTSXCN 6t2021 của Lào Cai', 'figures ; industrial_output | Lào Cai | 2021-H1 | '],
    ['IIP quý 1/2023 Hà Tĩnh tăng hay giảm', 'figures ; iip | Hà Tĩnh | 2023-Q1 | yoy'],
    ['IIP Trà Vinh tháng 4/2024 so với tháng trước', 'figures ; iip | Trà Vinh | 2024-04 | mom'],
    [
      'TMBLHH Đồng Nai 9T/2022 đạt bao nhiêu tỷ',
      'figures ; retail_sales | Đồng Nai | 2022-9M | level',
    ],
    [
      'nam dinh nam 2020 phan dau xuat khau bao nhieu',
      'figures ; exports | Nam Định | 2020 | level:target',
    ],
    [
      'Hết tháng 10/2010 Yên Bái xuất khẩu bao nhiêu, mục tiêu cả năm là bao nhiêu?',
      'figures ; exports | Yên Bái | 2010-10M | level ; exports | Yên Bái | 2010 | level:target',
    ],
    [
      'Xuất khẩu và IIP của Hải Dương, Hải Phòng từ 2021 đến 2023',
      'figures ; exports+iip | Hải Dương+Hải Phòng | 2021+2022+2023 | ',
    ],
    [
      'Xuất khẩu (không kể dầu thô) và nhập khẩu của Bà Rịa - Vũng Tàu năm 2024',
      'figures ; exports | Bà Rịa - Vũng Tàu | 2024 |  | trừ dau tho ; imports | Bà Rịa - Vũng Tàu | 2024 | ',
    ],
    ['Xuất khẩu năm ngoái của Cà Mau', 'figures ; exports | Cà Mau | 2023 | '],
    ['IIP quý trước của Cà Mau', 'figures ; iip | Cà Mau | 2023-Q4 | '],
    [
      'Năm 2008 huyện Cẩm Giàng (Hải Dương) giá trị sản xuất công nghiệp tăng mấy phần trăm',
      'figures ; industrial_output | Cẩm Giàng, Hải Dương | 2008 | yoy',
    ],
    ['GRDP 6 tháng đầu năm 2025 của Tây Ninh (cũ)', 'figures ; grdp | Tây Ninh(old) | 2025-H1 | '],
    [
      'Bán lẻ Quảng Trị 2019 có đạt kế hoạch không?',
      'figures ; retail_sales | Quảng Trị | 2019 | met',
    ],
    [
      'Giá trị SXCN Kon Tum 2016 vượt kế hoạch bao nhiêu',
      'figures ; industrial_output | Kon Tum | 2016 | over_plan',
    ],
    ['tỉnh nào xuất khẩu cao nhất năm 2023?', 'rank ; exports |  | 2023 | '],
    [
      'Nói chung tình hình công nghiệp tỉnh Hải Dương năm 2023',
      'overview ; industrial_output/iip | Hải Dương | 2023 | ',
    ],
    ['Có số liệu gì về Trà Vinh?', 'coverage ;  | Trà Vinh |  | '],
    ['Vì sao xuất khẩu Hải Dương năm 2023 giảm?', 'passage ; exports | Hải Dương | 2023 | yoy'],
    ['Giá vàng hôm nay bao nhiêu?', 'outside ;  |  |  | level | gia vang'],
    ['tăng bao nhiêu?', 'unclear ;  |  |  | yoy'],
  ])('%s', (question, want) => expect(one(question)).toBe(want))

  it.each([
    ['còn Hải Phòng?', 'figures ; exports | Hải Phòng | 2023 | level'],
    ['thế năm trước đó?', 'figures ; exports | Hải Dương | 2022 | level'],
    ['tăng bao nhiêu phần trăm?', 'figures ; exports | Hải Dương | 2023 | yoy'],
    ['so với kế hoạch thì sao?', 'figures ; exports | Hải Dương | 2023 | met'],
    ['riêng dệt may?', 'figures ; exports | Hải Dương | 2023 | level | det may'],
    ['nguồn ở đâu?', 'source ; exports | Hải Dương | 2023 | level'],
    ['tính ra tỷ USD', 'convert ; exports | Hải Dương | 2023 | level'],
    ['IIP Cà Mau năm 2020 thế nào?', 'figures ; iip | Cà Mau | 2020 | '],
  ])('after a question: %s', (message, want) => {
    const first = understand('Xuất khẩu Hải Dương năm 2023 là bao nhiêu?', null, NOW)
    expect(brief(understand(message, first, NOW))).toBe(want)
  })

  it('reads relative time in Vietnam', () => {
    const newYear = new Date('2023-12-31T17:30:00Z')
    expect(brief(understand('IIP năm nay của Cà Mau', null, newYear))).toContain('| 2024 |')
  })

  it('mends a slip only where one name is meant, and says so', () => {
    const query = understand('xuat khau hai duonng 2023', null, NOW)
    expect(brief(query)).toContain('Hải Dương')
    expect(query.defaults.map((d) => d.what)).toEqual(['spelling'])
    expect(brief(understand('xuất khẩu Quảng Nimh 2023', null, NOW))).toContain('Quảng Ninh')
    for (const other of ['giá tại chợ 2023', 'xuất khẩu sang Bắc Kinh', 'xuất khẩu Hà Xyz'])
      expect(understand(other, null, NOW).asks.flatMap((ask) => ask.areas)).toEqual([])
  })

  it('offers the places that a name can mean', () => {
    const query = understand('Xuất khẩu huyện Châu Thành năm 2023', null, NOW)
    expect(query.unclear).toBe('which-area')
    expect(query.choices.length).toBeGreaterThan(3)
  })
})

describe('any input', () => {
  it('is understood as something, never a crash', () => {
    const words = fc.constantFrom(
      ...'xuất khẩu Hải Dương năm 2023 tăng bao nhiêu % kế hoạch quý I tháng 9/2025 từ đến và , ? ( ) trừ cũ mới top 3 tỷ USD còn so với cùng kỳ riêng gạo 6T/ -- 99999 \u0301 💡'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 25 }),
        (parts) => {
          const message = parts.join(' ')
          const first = understand(message, null, NOW)
          const second = understand('còn Cà Mau?', first, NOW)
          return (
            typeof first.intent === 'string' &&
            JSON.parse(JSON.stringify(second)).intent === second.intent
          )
        },
      ),
      { seed: 7, numRuns: 400 },
    )
  })
})
