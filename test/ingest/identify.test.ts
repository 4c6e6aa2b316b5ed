import { describe, expect, test } from 'vitest'
import { findBoilerplate } from '../../src/ingest/clean.ts'
import { identify } from '../../src/ingest/identify.ts'
import { readDateLine } from '../../src/ingest/identify-date.ts'
import { dateOfUrl, newestYear } from '../../src/ingest/identify-published.ts'
import type { Article, ArticleRecord } from '../../src/model/article.ts'

function identified(text: string, record: Partial<ArticleRecord> = {}): Article {
  const unknown = { url: null, publisher: null, published: null, title: null, area: null }
  return identify({ ...unknown, ...record, text }, findBoilerplate(text))
}

const FIGURES =
  'Giá trị sản xuất công nghiệp ước đạt 1.250 tỷ đồng, tăng 7,5% so với cùng kỳ năm trước.'

describe('the province an article is about', () => {
  test.each<[string, string, Partial<ArticleRecord>, string | null]>([
    ['a name in the headline', `Công nghiệp Hà Nam giữ nhịp tăng\n\n${FIGURES}`, {}, 'Hà Nam'],
    ['"tỉnh X" in the text', `Sở Công Thương tỉnh Phú Yên cho biết: ${FIGURES}`, {}, 'Phú Yên'],
    [
      'several districts of one province',
      `${FIGURES} Trong đó huyện Tứ Kỳ tăng 9%, Gia Lộc tăng 8%, Bình Giang tăng 5%.`,
      {},
      'Hải Dương',
    ],
    [
      'no name at all',
      `Sở Công Thương tổ chức hội nghị, lãnh đạo UBND tỉnh dự. ${FIGURES}`,
      {},
      null,
    ],
    [
      'a newspaper of the province and "UBND tỉnh"',
      `Sở Công Thương tổ chức hội nghị, lãnh đạo UBND tỉnh dự. ${FIGURES}`,
      { publisher: 'Báo Trà Vinh' },
      'Trà Vinh',
    ],
    [
      'an address of the province and "tỉnh ta"',
      `Tháng 4, công nghiệp tỉnh ta khởi sắc. ${FIGURES}`,
      { url: 'https://socongthuong.daklak.gov.vn/tin/123' },
      'Đắk Lắk',
    ],
    [
      'the same newspaper without any such word',
      `${FIGURES} Doanh nghiệp có thêm đơn hàng.`,
      { publisher: 'Báo Trà Vinh' },
      null,
    ],
    [
      'a newspaper of another province',
      `Cà Mau: xuất khẩu tôm khởi sắc\n\nTheo Sở Công Thương tỉnh Cà Mau, ${FIGURES}`,
      { publisher: 'Báo Lạng Sơn' },
      'Cà Mau',
    ],
    [
      'a national newspaper gives nothing',
      `UBND tỉnh vừa họp. ${FIGURES}`,
      { publisher: 'Báo Công Thương' },
      null,
    ],
    [
      'a department reporting on itself',
      `Tình hình tháng 5. ${FIGURES}`,
      { publisher: 'Sở Công Thương Thái Nguyên' },
      'Thái Nguyên',
    ],
    [
      'a city that is meant as "thành phố"',
      `UBND thành phố họp sáng nay. ${FIGURES}`,
      { publisher: 'Báo Hải Phòng' },
      'Hải Phòng',
    ],
    [
      '"thành phố" does not stand for a province',
      `Sáng nay thành phố có mưa. ${FIGURES}`,
      { publisher: 'Báo Thái Bình' },
      null,
    ],
    [
      'the whole country',
      `Công nghiệp cả nước hồi phục\n\nTrong tháng 7, cả nước sản xuất tăng. ${FIGURES}`,
      {},
      'Việt Nam',
    ],
    [
      'the country as a yardstick only',
      `Bắc Giang tăng cao nhất cả nước\n\nChỉ số của Bắc Giang đứng đầu cả nước, so với cả nước cao hơn 5%. ${FIGURES}`,
      {},
      'Bắc Giang',
    ],
    [
      'other provinces in passing',
      `Quảng Trị tìm đầu ra cho nông sản\n\nHàng của Quảng Trị đi Hà Nội, Đà Nẵng, Bình Dương. ${FIGURES} Đoàn còn đến Hà Nội và Đồng Nai.`,
      {},
      'Quảng Trị',
    ],
    [
      'two provinces alike',
      `Ngành công thương Hà Giang và Cao Bằng cùng họp. ${FIGURES}`,
      {},
      null,
    ],
    [
      'a comparison of many provinces',
      `Xuất khẩu của các địa phương\n\nNăm nay Bắc Ninh đạt 30 tỷ USD. Thái Nguyên đạt 20 tỷ USD. Bình Dương đạt 18 tỷ USD. Đồng Nai đạt 14 tỷ USD. Hải Phòng đạt 12 tỷ USD. Cộng lại hơn nửa cả nước.`,
      {},
      'Việt Nam',
    ],
    [
      'names of people',
      `Ông Trần Thái Bình và bà Lê Thị Hà Giang chủ trì. Giám đốc Nguyễn Văn Hòa Bình phát biểu. ${FIGURES}`,
      {},
      null,
    ],
    [
      'a plant named after a place',
      `Nhà máy Bia Sài Gòn và Công ty Xi măng Bỉm Sơn cùng tăng. ${FIGURES}`,
      {},
      null,
    ],
    [
      'other news below the article',
      `Sở Công Thương vừa họp. ${FIGURES}\n\nMinh Anh\n\nCác tin khác\n\nQuảng Ninh: du lịch đón khách\nSở Du lịch tỉnh Quảng Ninh cho biết lượng khách tăng 20% so với cùng kỳ.`,
      {},
      null,
    ],
    ['a caption', `${FIGURES}\n\nẢnh: Xưởng may ở tỉnh Nam Định\n\nSở cho biết thêm.`, {}, null],
    [
      'the new province after the mergers',
      `Hậu sáp nhập\n\nKinh tế Tây Ninh và Long An đều tăng, tỉnh Tây Ninh mới đứng đầu vùng. Ở Long An, ${FIGURES}`,
      { published: '2025-09-01' },
      'Tây Ninh',
    ],
    [
      'a province that lost its name, spoken of alone',
      `Bến Tre nhìn lại nửa năm\n\nTại Bến Tre, ${FIGURES}`,
      { published: '2025-09-01' },
      'Bến Tre',
    ],
    [
      'the mark of a newspaper',
      `(YBĐT) - Sở Công thương tổ chức hội nghị, UBND tỉnh dự. ${FIGURES}`,
      {},
      'Yên Bái',
    ],
    [
      'a ranking after the mergers, its first province named most',
      `Xuất khẩu các địa phương sau 9 tháng: ai dẫn đầu?\n\nSau 9 tháng năm 2025, TP.HCM đứng đầu với 68,2 tỷ USD. Bắc Ninh đạt 65,1 tỷ USD. Hải Phòng đạt 37 tỷ USD, Thái Nguyên đạt 25 tỷ USD.\n\nTP.HCM mới gồm cả Bình Dương và Bà Rịa - Vũng Tàu. Đồng Nai đạt 22 tỷ USD. Cả nước xuất khẩu 348 tỷ USD.`,
      { published: '2025-10-12' },
      'Việt Nam',
    ],
    [
      'provinces in the text of a headline about all of them',
      `34 tỉnh, thành cùng tăng trưởng công nghiệp\n\nChỉ số tăng ở mọi nơi. Phú Thọ tăng 25%, Ninh Bình tăng 22%, Bắc Ninh tăng 20%, Quảng Ninh tăng 18%.`,
      {},
      'Việt Nam',
    ],
    [
      'one province, compared with several',
      `Phú Thọ có chỉ số tăng cao nhất cả nước\n\nTheo Tổng cục Thống kê, cả nước có 52 địa phương tăng. Phú Thọ tăng 44%, cao nhất nước, tiếp theo là Bắc Giang tăng 20%, Nam Định tăng 18% và Hà Nam tăng 15%.\n\nTại Phú Thọ, nhiều doanh nghiệp có đơn hàng mới.`,
      {},
      'Phú Thọ',
    ],
    [
      'a meeting with another province',
      `Đắk Lắk và TP.HCM tìm cách đưa nông sản vào siêu thị\n\nSở Công Thương tỉnh Đắk Lắk làm việc với Sở Công Thương TP.HCM. Quý I, tỉnh Đắk Lắk đạt giá trị sản xuất 3.000 tỷ đồng.`,
      {},
      'Đắk Lắk',
    ],
    [
      'a district in a newspaper of the province',
      `Trảng Bàng: công nghiệp tăng khá\n\nUBND huyện Trảng Bàng cho biết giá trị sản xuất công nghiệp tăng 20%.`,
      { publisher: 'Báo Tây Ninh' },
      'Tây Ninh',
    ],
  ])('%s', (_, text, record, wanted) => {
    const { area, areaEvidence } = identified(text, record)
    expect(area).toBe(wanted)
    expect(areaEvidence === null).toBe(wanted === null)
  })

  test('the operator settles it, in any spelling', () => {
    const text = `Quảng Trị tăng mạnh\n\n${FIGURES}`
    expect(identified(text, { area: 'tỉnh trà vinh' })).toMatchObject({ area: 'Trà Vinh' })
    expect(identified(text, { area: 'Huế' }).area).toBe('Thừa Thiên Huế')
  })

  test('an area that does not exist is refused', () => {
    expect(() => identified(FIGURES, { area: 'Atlantis' })).toThrow(/Atlantis/)
  })

  test('the address of the page is no evidence beyond its host', () => {
    const url = 'https://example.com/ha-nam-cong-nghiep-tang.html'
    expect(identified(FIGURES, { url }).area).toBeNull()
  })
})

describe('when it was published', () => {
  test.each<[string, string, Partial<ArticleRecord>, string | null]>([
    [
      'the record decides',
      `Tin\n20/01/2024 08:45\n\n${FIGURES}`,
      { published: '2023-02' },
      '2023-02',
    ],
    [
      'a stamp under the headline',
      `Công nghiệp tăng khá trong tháng\n20/01/2024 08:45\n\n${FIGURES}`,
      {},
      '2024-01-20',
    ],
    [
      'a labelled stamp',
      `Công nghiệp tăng khá trong tháng\nCập nhật: Thứ hai, 22/11/2010 | 9:07\n\n${FIGURES}`,
      {},
      '2010-11-22',
    ],
    [
      'a stamp in words',
      `Công nghiệp tăng khá trong tháng\nThứ tư, 18 Tháng 7 2018\n\n${FIGURES}`,
      {},
      '2018-07-18',
    ],
    [
      'the day of printing, years after the text',
      `Chủ nhật, 25/02/2024\n\nCông nghiệp tăng khá\n\nNăm 2012, ${FIGURES}`,
      {},
      null,
    ],
    [
      'a clock above a text without years',
      `Chủ nhật, 25/02/2024\n\nCông nghiệp tăng khá trong tháng\n\n${FIGURES}`,
      {},
      null,
    ],
    [
      'a clock that the text bears out',
      `Chủ nhật, 25/02/2024\n\nCông nghiệp tăng khá trong tháng\n\nSáng 23/2, Sở họp. ${FIGURES}`,
      {},
      '2024-02-25',
    ],
    [
      'a clock above a text of that year',
      `Thứ sáu 12/07/2019 10:00\n\nCông nghiệp tăng khá trong tháng\n\nNăm 2019, ${FIGURES}`,
      {},
      '2019-07-12',
    ],
    [
      'the address of a news site',
      FIGURES,
      { url: 'https://a.vn/kinh-te/cong-nghiep-20240206214110782.htm' },
      '2024-02-06',
    ],
    [
      'the address, where the text is years older',
      `Năm 2012, ${FIGURES}`,
      { url: 'https://a.vn/202402/tin-1.htm' },
      null,
    ],
    [
      'plans for later years are no contradiction',
      `Công nghiệp tăng khá trong tháng\n20/01/2024\n\nNăm 2023, ${FIGURES} Mục tiêu đến năm 2030 tăng gấp đôi.`,
      {},
      '2024-01-20',
    ],
    [
      'dates inside sentences are no stamps',
      `Ngày 20/01/2024 Sở họp bàn về sản xuất, nêu rằng đơn hàng đã khá hơn. ${FIGURES}`,
      {},
      null,
    ],
    ['nothing', FIGURES, {}, null],
  ])('%s', (_, text, record, wanted) => {
    expect(identified(text, record).published).toBe(wanted)
  })

  test.each([
    ['https://a.vn/x-185251030204616298.htm', '2025-10-30'],
    ['https://a.vn/kinhte/202001/x-2983849/', '2020-01'],
    ['https://a.vn/2021/03/15/x/', '2021-03-15'],
    ['https://a.vn/x-c41502783.epi', undefined],
    ['https://a.vn/209913/x', undefined],
  ])('dateOfUrl(%s)', (url, wanted) => {
    expect(dateOfUrl(url)).toBe(wanted)
  })

  test.each<[string, number | undefined]>([
    ['Năm 2019 đạt 5 tỷ, so với 2018', 2019],
    ['Giai đoạn 2021 - 2025, đến năm 2030', undefined],
    ['Nghị định 12/2021/NĐ-CP; năm 2019', 2019],
    ['đạt 2.024 tỷ đồng và 2050 tấn', undefined],
    ['không có năm', undefined],
  ])('newestYear(%s)', (text, wanted) => {
    expect(newestYear(text)).toBe(wanted)
  })

  test('no day of the calendar, no stamp', () => {
    expect(readDateLine('31/02/2024')).toBeUndefined()
    expect(readDateLine('12/13/2024 08:00')).toBeUndefined()
  })
})

describe('headline and publisher', () => {
  test.each<[string, string, string | null]>([
    [
      'below a section name',
      `Kinh tế\n\nCông nghiệp tăng khá trong quý I\n\n20/01/2024\n\n${FIGURES}`,
      'Công nghiệp tăng khá trong quý I',
    ],
    [
      'without its date',
      `Công nghiệp giữ đà tăng trưởng (05-10-2021)\n\n${FIGURES}`,
      'Công nghiệp giữ đà tăng trưởng',
    ],
    ['none', FIGURES, null],
  ])('headline %s', (_, text, wanted) => {
    expect(identified(text).title).toBe(wanted)
  })

  test('the record goes first, then the host, then the mark', () => {
    const url = 'https://baohaiduong.vn/x.html'
    expect(identified(FIGURES, { url, publisher: 'TTXVN' }).publisher).toBe('TTXVN')
    expect(identified(FIGURES, { url }).publisher).toBe('Báo Hải Dương')
    expect(identified(`(HBĐT) - ${FIGURES}`).publisher).toBe('Báo Hòa Bình')
    expect(identified(FIGURES).publisher).toBeNull()
  })
})
