import { describe, expect, test } from 'vitest'
import { readDocx } from '../../../src/ingest/formats/docx.ts'
import { readPdf } from '../../../src/ingest/formats/pdf.ts'
import { makeDocx } from './make-docx.ts'
import { makePdf, type PlacedText, tableRows } from './make-pdf.ts'

const EDGES = [330, 400, 465, 540]

const PAGES: PlacedText[][] = [
  [
    { text: 'BÁO CÁO CÔNG THƯƠNG THÁNG 6 NĂM 2024', x: 120, top: 60 },
    {
      text: 'Sáu tháng đầu năm 2024, chỉ số sản xuất công nghiệp của tỉnh Bắc Giang ước tăng 12,4% so với',
      x: 60,
      top: 90,
    },
    { text: 'cùng kỳ, cao hơn năm trước. Xuất khẩu đạt 10.245 triệu USD.', x: 60, top: 105 },
    { text: '- Tổng mức bán lẻ đạt 24.500 tỷ đồng.', x: 60, top: 122 },
    { text: 'Đơn vị tính: Tỷ đồng', x: 400, top: 150 },
    { text: 'Chỉ tiêu', x: 60, top: 170 },
    { text: 'Thực hiện', x: 285, top: 170 },
    { text: 'Ước', x: 360, top: 170 },
    { text: 'Lũy kế', x: 420, top: 170 },
    { text: 'So với', x: 500, top: 170 },
    { text: 'tháng 5', x: 285, top: 182 },
    { text: 'tháng 6', x: 355, top: 182 },
    { text: '6 tháng', x: 420, top: 182 },
    { text: 'cùng kỳ (%)', x: 490, top: 182 },
    ...tableRows(
      [
        ['Giá trị sản xuất công nghiệp', '34.100', '35.200', '201.345,6', '112,4'],
        ['Tổng mức bán lẻ hàng hóa', '4.050', '4.100', '24.500', '109,8'],
        ['- Khu vực có vốn đầu tư nước', '', '', '', ''],
        ['ngoài', '1.050', '1.100', '6.500', '98,2'],
      ],
      EDGES,
      200,
    ),
  ],
  [{ text: 'Trang hai nói về kế hoạch 6 tháng cuối năm.', x: 60, top: 60 }],
]
const report = await makePdf(PAGES)

describe('PDF', () => {
  test('lines of a paragraph are one line, items stay apart, pages are known', async () => {
    const { record, pages } = await readPdf(report, 'r.pdf')
    expect(record.text).toContain('ước tăng 12,4% so với cùng kỳ, cao hơn năm trước.')
    expect(record.text).toContain('\n- Tổng mức bán lẻ đạt 24.500 tỷ đồng.\n')
    expect(pages).toHaveLength(2)
    expect(record.text.slice(pages[1])).toBe('Trang hai nói về kế hoạch 6 tháng cuối năm.')
  })

  test('a table keeps its rows, columns and header; a broken label is mended', async () => {
    const { record, tables } = await readPdf(report, 'r.pdf')
    const [table] = tables
    expect(tables).toHaveLength(1)
    expect(table?.caption).toBe('Đơn vị tính: Tỷ đồng')
    const rows = table?.rows.map((row) => row.cells.map((cell) => cell.text))
    expect(rows).toEqual([
      ['Chỉ tiêu', 'Thực hiện', 'Ước', 'Lũy kế', 'So với'],
      ['', 'tháng 5', 'tháng 6', '6 tháng', 'cùng kỳ (%)'],
      ['Giá trị sản xuất công nghiệp', '34.100', '35.200', '201.345,6', '112,4'],
      ['Tổng mức bán lẻ hàng hóa', '4.050', '4.100', '24.500', '109,8'],
      ['- Khu vực có vốn đầu tư nước ngoài', '1.050', '1.100', '6.500', '98,2'],
    ])
    for (const cell of table?.rows.flatMap((row) => row.cells) ?? []) {
      expect(record.text.slice(cell.start, cell.end)).toBe(cell.text)
    }
  })

  test('every digit of the pages stands in the text', async () => {
    const { record } = await readPdf(report, 'r.pdf')
    const digits = (text: string): number => text.match(/\d/g)?.length ?? 0
    const printed = PAGES.flat().reduce((sum, { text }) => sum + digits(text), 0)
    expect(digits(record.text)).toBe(printed)
  })

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['no PDF', () => Buffer.from('xin chào'), 'input-invalid'],
    ['a broken one', () => Buffer.from('%PDF-1.7\nrubbish'), 'input-invalid'],
    ['pages without words', () => makePdf([[]]), 'input-empty'],
  ])('%s', async (_, make, code) => {
    await expect(readPdf(await make(), 'x.pdf')).rejects.toMatchObject({ code })
  })
})

describe('DOCX', () => {
  test('paragraphs and tables', async () => {
    const bytes = makeDocx([
      'Báo cáo tháng 6',
      'Xuất khẩu đạt 5 tỷ đồng.',
      [
        ['Chỉ tiêu', 'Tháng 6', '6 tháng'],
        ['Xuất khẩu', '12,5', '70,1'],
        ['Nhập khẩu', '3', '15'],
      ],
    ])
    const { record, tables } = await readDocx(bytes, 'a.docx')
    expect(record.text.startsWith('Báo cáo tháng 6\n\nXuất khẩu đạt 5 tỷ đồng.')).toBe(true)
    expect(tables[0]?.rows.map((row) => row.header)).toEqual([true, false, false])
    expect(record.text).toContain('Xuất khẩu | 12,5 | 70,1')
  })

  test.each<[string, Uint8Array, string]>([
    ['no ZIP', Buffer.from('xin chào'), 'input-invalid'],
    ['a ZIP without a document', Buffer.from('PK\x03\x04rest', 'latin1'), 'input-invalid'],
    ['without words', makeDocx([' ']), 'input-empty'],
  ])('%s', async (_, bytes, code) => {
    await expect(readDocx(bytes, 'x.docx')).rejects.toMatchObject({ code })
  })

  test('a bomb is refused by its directory, before it is unpacked', async () => {
    const bytes = Buffer.from(makeDocx(['a']))
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt32LE(0xf0000000, at + 24)
    await expect(readDocx(bytes, 'b.docx')).rejects.toMatchObject({ code: 'input-too-large' })
  })
})
