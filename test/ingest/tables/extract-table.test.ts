import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../src/ingest/formats/html.ts'
import {
  cellValue,
  numberStyle,
  readUnit,
  unitInWords,
} from '../../../src/ingest/tables/cell-values.ts'
import { extractTableFigures } from '../../../src/ingest/tables/extract-table.ts'
import type { TableArticle } from '../../../src/ingest/tables/frame.ts'

interface Sheet {
  readonly caption: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly string[]
  readonly about?: Partial<TableArticle>
}

/** Figures of a table, each as "indicator area scope period measure value unit status". */
async function figuresOf({ caption, header, rows, about = {} }: Sheet): Promise<string[]> {
  const row = (line: string, tag: string): string =>
    `<tr>${line
      .split('|')
      .map((cell) => `<${tag}>${cell.trim()}</${tag}>`)
      .join('')}</tr>`
  const body = [...header.map((line) => row(line, 'th')), ...rows.map((line) => row(line, 'td'))]
  const html = `${caption.map((line) => `<p>${line}</p>`).join('')}<table>${body.join('')}</table>`
  const { record, tables } = await readHtml(html, 't.html', null)
  const [table] = tables
  if (!table) throw new Error('no table')
  const article = { title: null, published: null, area: 'Nghệ An', text: record.text, ...about }
  return extractTableFigures(table, article).map((f) => {
    expect(record.text.slice(f.start, f.end)).toBe(f.quote)
    expect(record.text.slice(f.sentenceStart, f.sentenceEnd)).toContain(f.quote)
    const key = [
      f.indicator,
      f.area,
      f.scope ?? '-',
      f.period,
      f.measure,
      f.value,
      f.unit,
      f.status,
    ]
    return [...key, ...(f.priceBasis ? [f.priceBasis] : []), ...f.warnings].join(' ')
  })
}

describe('extractTableFigures', () => {
  test('a monthly report: levels, an estimate, its sum, an index', async () => {
    const sheet = {
      caption: ['Tình hình tháng 6 năm 2024', 'Đơn vị tính: Tỷ đồng'],
      header: [
        'Chỉ tiêu | Thực hiện tháng 5 | Ước tháng 6 | Lũy kế 6 tháng | 6 tháng so với cùng kỳ (%)',
      ],
      rows: [
        'Tổng mức bán lẻ hàng hóa | 8.050 | 8.100 | 48.500,5 | 112,4',
        '- Khu vực nhà nước | 50 | 60 | 300 | 98,5',
      ],
    }
    expect(await figuresOf(sheet)).toEqual([
      'retail_sales Nghệ An - 2024-05 level 8050 tỷ đồng actual',
      'retail_sales Nghệ An - 2024-06 level 8100 tỷ đồng estimate',
      'retail_sales Nghệ An - 2024-H1 level 48500.5 tỷ đồng estimate',
      'retail_sales Nghệ An - 2024-H1 yoy 12.4 % estimate',
      'retail_sales Nghệ An Khu vực nhà nước 2024-05 level 50 tỷ đồng actual',
      'retail_sales Nghệ An Khu vực nhà nước 2024-06 level 60 tỷ đồng estimate',
      'retail_sales Nghệ An Khu vực nhà nước 2024-H1 level 300 tỷ đồng estimate',
      'retail_sales Nghệ An Khu vực nhà nước 2024-H1 yoy -1.5 % estimate',
    ])
  })

  test('a unit column, numbering, two indicators, a foreign row left alone', async () => {
    const sheet = {
      caption: ['Một số chỉ tiêu năm 2023'],
      header: ['TT | Chỉ tiêu | ĐVT | Năm 2022 | Năm 2023 | So với năm 2022 (%)'],
      rows: [
        '1 | Kim ngạch xuất khẩu | Triệu USD | 2.500 | 2.750 | 110',
        '2 | Số lễ hội | Lễ hội | 5 | 6 | 120',
        '3 | Giá trị sản xuất công nghiệp (giá so sánh 2010) | Tr. đồng | 90.000.000 | 99.000.000 | 110',
      ],
    }
    expect(await figuresOf(sheet)).toEqual([
      'exports Nghệ An - 2022 level 2500 triệu USD actual',
      'exports Nghệ An - 2023 level 2750 triệu USD actual',
      'exports Nghệ An - 2023 yoy 10 % actual',
      'industrial_output Nghệ An - 2022 level 90000000 triệu đồng actual constant',
      'industrial_output Nghệ An - 2023 level 99000000 triệu đồng actual constant',
      'industrial_output Nghệ An - 2023 yoy 10 % actual constant',
    ])
  })

  test('provinces in rows, the indicator in the title', async () => {
    const sheet = {
      caption: ['Kim ngạch xuất khẩu các địa phương', 'Đơn vị: Triệu USD'],
      header: ['Địa phương | 2022 | Sơ bộ 2023'],
      rows: [
        'Cả nước | 371.304 | 354.670',
        'Bắc Ninh | 45.000 | 39.000',
        'TP. Hồ Chí Minh | 47.500 | 42.300',
      ],
      about: { area: 'Việt Nam' },
    }
    expect(await figuresOf(sheet)).toEqual([
      'exports Việt Nam - 2022 level 371304 triệu USD actual',
      'exports Việt Nam - 2023 level 354670 triệu USD preliminary',
      'exports Bắc Ninh - 2022 level 45000 triệu USD actual',
      'exports Bắc Ninh - 2023 level 39000 triệu USD preliminary',
      'exports Hồ Chí Minh - 2022 level 47500 triệu USD actual',
      'exports Hồ Chí Minh - 2023 level 42300 triệu USD preliminary',
    ])
  })

  test('an index of production: against the month before and the same month', async () => {
    const sheet = {
      caption: ['Chỉ số sản xuất công nghiệp tháng 10 năm 2023 (%)'],
      header: [
        'Ngành | Tháng 10 so với tháng trước | Tháng 10 so với cùng kỳ | 10 tháng so với cùng kỳ',
      ],
      rows: ['Toàn ngành công nghiệp | 101,5 | 107,2 | 105,1', 'Khai khoáng | 95,0 | 88,8 | 90,3'],
    }
    expect(await figuresOf(sheet)).toEqual([
      'iip Nghệ An - 2023-10 mom 1.5 % actual',
      'iip Nghệ An - 2023-10 yoy 7.2 % actual',
      'iip Nghệ An - 2023-10M yoy 5.1 % actual',
      'iip Nghệ An Khai khoáng 2023-10 mom -5 % actual',
      'iip Nghệ An Khai khoáng 2023-10 yoy -11.2 % actual',
      'iip Nghệ An Khai khoáng 2023-10M yoy -9.7 % actual',
    ])
  })

  test('growth rates stay as they are, also below zero and in brackets', async () => {
    const sheet = {
      caption: ['Năm 2023'],
      header: ['Chỉ tiêu | Tốc độ tăng so với cùng kỳ (%)'],
      rows: ['Kim ngạch xuất khẩu | -6,3', 'Kim ngạch nhập khẩu | (2,5)', 'GRDP | 8,16'],
    }
    expect(await figuresOf(sheet)).toEqual([
      'exports Nghệ An - 2023 yoy -6.3 % actual',
      'imports Nghệ An - 2023 yoy -2.5 % actual',
      'grdp Nghệ An - 2023 yoy 8.16 % actual',
    ])
  })

  test('plans: the target, what was reached, and the per cent of it', async () => {
    const sheet = {
      caption: ['Thực hiện nhiệm vụ 9 tháng năm 2024', 'ĐVT: Triệu USD'],
      header: ['Chỉ tiêu | Kế hoạch năm 2024 | Ước thực hiện 9 tháng | So với kế hoạch (%)'],
      rows: ['Kim ngạch xuất khẩu | 3.000 | 2.400 | 80'],
    }
    expect(await figuresOf(sheet)).toEqual([
      'exports Nghệ An - 2024 level 3000 triệu USD target',
      'exports Nghệ An - 2024-9M level 2400 triệu USD estimate',
      'exports Nghệ An - 2024-9M plan 80 % estimate',
    ])
  })

  test('products under their heading, each in its unit', async () => {
    const sheet = {
      caption: ['Tháng 5 năm 2022'],
      header: ['Chỉ tiêu | ĐVT | Tháng 5'],
      rows: [
        'Sản phẩm chủ yếu | | ',
        'Xi măng | 1000 tấn | 850,5',
        'Bia các loại | Triệu lít | 12',
        'Gạch nung | Triệu viên | 40,2',
      ],
    }
    expect(await figuresOf(sheet)).toEqual([
      'product_output Nghệ An Xi măng 2022-05 level 850.5 nghìn tấn actual',
      'product_output Nghệ An Bia các loại 2022-05 level 12 triệu lít actual',
      'product_output Nghệ An Gạch nung 2022-05 level 40.2 triệu viên actual',
    ])
  })

  test('years in rows, indicators in columns', async () => {
    const sheet = {
      caption: [],
      header: ['Năm | Xuất khẩu (triệu USD) | Nhập khẩu (triệu USD)'],
      rows: ['2021 | 1.200,5 | 800', '2022 | 1.350 | 910'],
    }
    expect(await figuresOf(sheet)).toEqual([
      'exports Nghệ An - 2021 level 1200.5 triệu USD actual',
      'imports Nghệ An - 2021 level 800 triệu USD actual',
      'exports Nghệ An - 2022 level 1350 triệu USD actual',
      'imports Nghệ An - 2022 level 910 triệu USD actual',
    ])
  })

  test('numbers written the English way', async () => {
    const sheet = {
      caption: ['Năm 2020', 'Đơn vị: Tỷ đồng'],
      header: ['Chỉ tiêu | Năm 2020'],
      rows: [
        'Tổng mức bán lẻ hàng hóa | 1,234.5',
        'Giá trị sản xuất công nghiệp | 56,789',
        'Thu ngân sách nhà nước | 12,345.6',
      ],
    }
    expect(await figuresOf(sheet)).toEqual([
      'retail_sales Nghệ An - 2020 level 1234.5 tỷ đồng actual',
      'industrial_output Nghệ An - 2020 level 56789 tỷ đồng actual',
      'budget_revenue Nghệ An - 2020 level 12345.6 tỷ đồng actual',
    ])
  })

  test('a report of a department: plan, months, ratios "T6/T5", numbered columns, parts', async () => {
    const sheet = {
      caption: ['Biểu 1: Kết quả tháng 6 và 6 tháng năm 2024'],
      header: [
        'TT | Chỉ tiêu | ĐVT | KH năm 2024 | TH tháng 5/2024 | Ước TH tháng 6/2024 | Lũy kế 6 tháng 2024 | T6/T5 (%) | 6T/2024 so cùng kỳ (%) | 6T/KH năm (%)',
      ],
      rows: [
        'A | B | C | 1 | 2 | 3 | 4 | 5=3/2 | 6 | 7=4/1',
        'I | CÔNG NGHIỆP | | | | | | | |',
        '1 | Giá trị SXCN (giá SS 2010) | Tỷ đồng | 120.000 | 9.500 | 9.800 | 55.600 | 103,2 | 109,5 | 46,3',
        ' | Công nghiệp khai khoáng | Tỷ đồng | | | 160 | | | 95,2 |',
        '2 | Chỉ số SXCN (IIP) | % | | | | | 102,5 | 108,4 |',
        ' | - Vải | 1000 m | | | 12 | | | 108,4 |',
      ],
    }
    expect(await figuresOf(sheet)).toEqual([
      'industrial_output Nghệ An - 2024 level 120000 tỷ đồng target constant',
      'industrial_output Nghệ An - 2024-05 level 9500 tỷ đồng actual constant',
      'industrial_output Nghệ An - 2024-06 level 9800 tỷ đồng estimate constant',
      'industrial_output Nghệ An - 2024-H1 level 55600 tỷ đồng estimate constant',
      'industrial_output Nghệ An - 2024-06 mom 3.2 % estimate constant',
      'industrial_output Nghệ An - 2024-H1 yoy 9.5 % estimate constant',
      'industrial_output Nghệ An - 2024-H1 plan 46.3 % estimate constant',
      'industrial_output Nghệ An Công nghiệp khai khoáng 2024-06 level 160 tỷ đồng estimate constant',
      'industrial_output Nghệ An Công nghiệp khai khoáng 2024-H1 yoy -4.8 % estimate constant',
      'iip Nghệ An - 2024-06 mom 2.5 % estimate',
      'iip Nghệ An - 2024-H1 yoy 8.4 % estimate',
      'product_output Nghệ An Vải 2024-06 level 12 nghìn m estimate',
      'product_output Nghệ An Vải 2024-H1 yoy 8.4 % estimate',
    ])
  })

  test('prices: each base has its measure', async () => {
    const sheet = {
      caption: ['Chỉ số giá tiêu dùng tháng 6/2024 (%)'],
      header: [
        'Nhóm | Tháng 6/2024 so với kỳ gốc 2019 | Tháng 6/2024 so với tháng 12/2023 | Tháng 6/2024 so với tháng 5/2024 | Bình quân 6 tháng so với cùng kỳ',
      ],
      rows: ['Chỉ số giá tiêu dùng | 115,2 | 101,5 | 100,2 | 103,8'],
    }
    expect(await figuresOf(sheet)).toEqual([
      'cpi Nghệ An - 2024-06 growth 15.2 % actual',
      'cpi Nghệ An - 2024-06 growth 1.5 % actual',
      'cpi Nghệ An - 2024-06 mom 0.2 % actual',
      'cpi Nghệ An - 2024-H1 yoy 3.8 % actual',
    ])
  })

  test('a common head over months, and the plan of next year against this year', async () => {
    const months = {
      caption: ['Hàng hóa xuất khẩu', 'Đơn vị tính: Triệu USD'],
      header: [
        'Nhóm | Ước tính tháng 6 năm 2024 | Cộng dồn 6 tháng năm 2024 | So với cùng kỳ năm trước (%) Tháng 6 | So với cùng kỳ năm trước (%) 6 tháng',
      ],
      rows: ['Tổng trị giá | 260 | 1500 | 112 | 110', 'Dệt may | 55 | 300 | 120 | 115'],
    }
    expect(await figuresOf(months)).toEqual([
      'exports Nghệ An - 2024-06 level 260 triệu USD estimate',
      'exports Nghệ An - 2024-H1 level 1500 triệu USD estimate',
      'exports Nghệ An - 2024-06 yoy 12 % estimate',
      'exports Nghệ An - 2024-H1 yoy 10 % estimate',
      'exports Nghệ An Dệt may 2024-06 level 55 triệu USD estimate',
      'exports Nghệ An Dệt may 2024-H1 level 300 triệu USD estimate',
      'exports Nghệ An Dệt may 2024-06 yoy 20 % estimate',
      'exports Nghệ An Dệt may 2024-H1 yoy 15 % estimate',
    ])
    const plan = {
      caption: ['Kế hoạch năm 2024'],
      header: ['Chỉ tiêu | Đơn vị | Ước TH 2023 | Kế hoạch 2024 | KH 2024 so với ước TH 2023 (%)'],
      rows: ['GRDP | Tỷ đồng | 100.000 | 109.000 | 109,0'],
    }
    expect(await figuresOf(plan)).toEqual([
      'grdp Nghệ An - 2023 level 100000 tỷ đồng estimate',
      'grdp Nghệ An - 2024 level 109000 tỷ đồng target',
      'grdp Nghệ An - 2024 yoy 9 % target',
    ])
  })

  test('districts in rows; the unit beside the price basis in the title', async () => {
    const sheet = {
      caption: ['Giá trị sản xuất công nghiệp theo huyện', '(Tỷ đồng, giá so sánh 2010)'],
      header: ['Huyện, thị | Năm 2022 | Năm 2023'],
      rows: ['Toàn tỉnh | 1.000 | 1.100', 'Thành phố Vinh | 500 | 560'],
    }
    expect(await figuresOf(sheet)).toEqual([
      'industrial_output Nghệ An - 2022 level 1000 tỷ đồng actual constant',
      'industrial_output Nghệ An - 2023 level 1100 tỷ đồng actual constant',
      'industrial_output Vinh, Nghệ An - 2022 level 500 tỷ đồng actual constant',
      'industrial_output Vinh, Nghệ An - 2023 level 560 tỷ đồng actual constant',
    ])
  })

  test('no unit, no period, no indicator: no figure', async () => {
    const header = ['Chỉ tiêu | Năm 2020 | Năm 2021']
    expect(
      await figuresOf({ caption: [], header, rows: ['Xuất khẩu | 12 | 13', 'Nhập khẩu | 1 | 2'] }),
    ).toEqual([])
    expect(
      await figuresOf({
        caption: ['ĐVT: tỷ đồng'],
        header: ['Chỉ tiêu | A | B'],
        rows: ['Xuất khẩu | 12 | 13', 'Nhập khẩu | 5 | 6'],
      }),
    ).toEqual([])
    expect(
      await figuresOf({
        caption: ['ĐVT: tỷ đồng'],
        header,
        rows: ['Số lượt | 12 | 13', 'Số vụ | 5 | 6'],
      }),
    ).toEqual([])
  })

  test('an unknown year or province is said in a warning', async () => {
    const sheet = {
      caption: ['ĐVT: Tỷ đồng'],
      header: ['Chỉ tiêu | Quý I | 6 tháng'],
      rows: ['Tổng mức bán lẻ hàng hóa | 100 | 220', 'GRDP | 300 | 700'],
      about: { area: null },
    }
    expect((await figuresOf(sheet))[0]).toBe(
      'retail_sales  - XXXX-Q1 level 100 tỷ đồng actual area-unknown year-unknown',
    )
  })
})

describe('cells', () => {
  test.each([
    ['Triệu USD', 'triệu USD'],
    ['Tr. đồng', 'triệu đồng'],
    ['1000 tấn', 'nghìn tấn'],
    ['%', '%'],
    ['Tên ngành', undefined],
    ['', undefined],
  ])('unit %j', (words, wanted) => {
    expect(readUnit(words)).toBe(wanted)
  })

  test.each([
    ['Đơn vị tính: Triệu USD', 'triệu USD'],
    ['Kim ngạch (triệu USD)', 'triệu USD'],
    ['Sản lượng, tấn', 'tấn'],
    ['Số liệu (sơ bộ)', undefined],
  ])('unit in %j', (words, wanted) => {
    expect(unitInWords(words)).toBe(wanted)
  })

  test.each([
    ['1.234,5', false, '1234.5'],
    ['(3,2)', true, '-3.2'],
    ['-6,3%', true, '-6.3'],
    ['101.325', true, '101.325'],
    ['…', false, undefined],
    ['x', false, undefined],
    ['0', false, '0'],
  ])('value %j', (text, isPercent, wanted) => {
    expect(cellValue(text, 'vietnamese', isPercent)).toBe(wanted)
  })

  test('one table has one style', () => {
    expect(numberStyle(['1,234.5', '56,789'])).toBe('english')
    expect(numberStyle(['1.234,5', '56.789'])).toBe('vietnamese')
    expect(numberStyle(['12', '1.234'])).toBe('vietnamese')
  })
})
