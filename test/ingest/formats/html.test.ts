import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { decodeHtml, readHtml } from '../../../src/ingest/formats/html.ts'

const PAGE = await readFile('test/fixtures/ingest/news-page.html', 'utf8')
const page = await readHtml(PAGE, 'news-page.html', null)

const LONG =
  'Giá trị sản xuất công nghiệp của tỉnh ước đạt 1.250 tỷ đồng, tăng 7,5% so với cùng kỳ năm trước, đơn hàng của các doanh nghiệp may đã trở lại và kéo theo việc làm. '

function pageOf(body: string, head = ''): string {
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
}

describe('a news page', () => {
  test('metadata goes into the record', () => {
    expect(page.record).toMatchObject({
      title: 'Vĩnh Phúc: sản xuất và xuất khẩu cùng tăng',
      published: '2023-07-05',
      publisher: 'Báo Thử Nghiệm',
      url: 'https://baothunghiem.example/kinh-te/vinh-phuc-1.html',
    })
  })

  test('the body is there, the surroundings are not', () => {
    const { text } = page.record
    expect(text).toContain('ước tăng 12,4% so với cùng kỳ')
    expect(text).toContain('10.245 triệu USD')
    for (const stranger of ['Trang chủ', 'Quảng Ninh', 'Tổng biên tập', '999', 'color']) {
      expect(text).not.toContain(stranger)
    }
  })

  test('every cell of the table stands at its offsets', () => {
    const [table] = page.tables
    expect(page.tables).toHaveLength(1)
    for (const cell of table?.rows.flatMap((row) => row.cells) ?? []) {
      expect(page.record.text.slice(cell.start, cell.end)).toBe(cell.text)
    }
    expect(table?.rows.map((row) => row.header)).toEqual([true, true, false, false, false])
    expect(table?.caption).toBe('Đơn vị tính: Tỷ đồng')
  })
})

describe('pages of all kinds', () => {
  test('the address it was read from goes before the one it names', async () => {
    const { record } = await readHtml(PAGE, 'x', 'https://real.example/a')
    expect(record.url).toBe('https://real.example/a')
  })

  test.each<[string, string, string | null]>([
    [
      'meta',
      '<meta property="article:published_time" content="2022-03-04T01:00:00Z">',
      '2022-03-04',
    ],
    ['Vietnamese date', '<meta name="pubdate" content="04/03/2022 10:15">', '2022-03-04'],
    ['no date at all', '<meta name="pubdate" content="hôm qua">', null],
    ['broken structured data', '<script type="application/ld+json">{"@type":</script>', null],
  ])('date: %s', async (_, head, wanted) => {
    const { record } = await readHtml(
      pageOf(`<article><p>${LONG.repeat(3)}</p></article>`, head),
      'x',
      null,
    )
    expect(record.published).toBe(wanted)
  })

  test('a date years after everything the text speaks of is not believed', async () => {
    const head = '<meta property="article:published_time" content="2024-02-25">'
    const body = `<article><p>Năm 2012, ${LONG.repeat(3)}</p></article>`
    expect((await readHtml(pageOf(body, head), 'x', null)).record.published).toBeNull()
  })

  test('a page that is mostly a table keeps it', async () => {
    const rows = ['Bắc Giang|10|20', 'Bắc Ninh|30|40'].map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    const body = `<nav>Trang chủ</nav><h1>Số liệu</h1><table>${rows.join('')}</table>`
    const { record, tables } = await readHtml(pageOf(body), 'x', null)
    expect(tables).toHaveLength(1)
    expect(record.text).toContain('Bắc Giang | 10 | 20')
    expect(record.text).not.toContain('Trang chủ')
  })

  test('a table that only arranges the page is read as paragraphs', async () => {
    const cell = `<td><p>${LONG.repeat(2)}</p></td>`
    const { tables, record } = await readHtml(
      pageOf(`<table><tr>${cell}${cell}</tr></table>`),
      'x',
      null,
    )
    expect(tables).toHaveLength(0)
    expect(record.text).toContain('1.250 tỷ đồng')
  })

  test('nothing to read is an error, not an empty article', async () => {
    await expect(readHtml(pageOf('<script>1</script>'), 'x.html', null)).rejects.toMatchObject({
      code: 'input-empty',
    })
  })

  test('very deep nesting ends in one clear error, soon', async () => {
    const begun = performance.now()
    const deep = '<div>'.repeat(20_000) + LONG
    await expect(readHtml(deep, 'deep.html', null)).rejects.toMatchObject({ code: 'input-invalid' })
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})

describe('charset', () => {
  const words = 'Tỉnh đạt 5 tỷ đồng'
  test('UTF-8 that claims to be Latin', () => {
    const bytes = Buffer.from(`<meta charset="iso-8859-1">${words}`)
    expect(decodeHtml(bytes, 'x')).toContain(words)
  })
  test('the charset of the head', () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">'),
      Buffer.from([0xf0, 0xf4, 0xcc, 0x6e, 0x67]),
    ])
    expect(decodeHtml(bytes, 'x').normalize('NFC')).toContain('đồng')
  })
})
