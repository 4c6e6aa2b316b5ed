import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitPassages } from '../../src/ingest/split.ts'
import { splitSentences } from '../../src/ingest/split-sentences.ts'

const sentences = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  test.each<[string, string[]]>([
    ['Một câu. Hai câu.', ['Một câu.', 'Hai câu.']],
    [
      'Tại TP. Huế có chợ. Ở Q. Bình Thạnh cũng có.',
      ['Tại TP. Huế có chợ.', 'Ở Q. Bình Thạnh cũng có.'],
    ],
    ['Đạt 1.824 tỷ đồng. Tăng 18,19%.', ['Đạt 1.824 tỷ đồng.', 'Tăng 18,19%.']],
    ['Đạt 1.05 tỷ USD; giảm 2%.', ['Đạt 1.05 tỷ USD; giảm 2%.']],
    ['1. Giá trị sản xuất tăng 5%.', ['1. Giá trị sản xuất tăng 5%.']],
    ['Gồm dệt may, da giày... Xuất khẩu tăng.', ['Gồm dệt may, da giày...', 'Xuất khẩu tăng.']],
    ['Tăng mạnh… Trong đó, gạo tăng 2%.', ['Tăng mạnh…', 'Trong đó, gạo tăng 2%.']],
    [
      'Đạt 98,7% kế hoạch cả năm .Nhiều huyện tăng.',
      ['Đạt 98,7% kế hoạch cả năm .', 'Nhiều huyện tăng.'],
    ],
    ['Kế hoạch năm.Riêng tháng 7 giảm.', ['Kế hoạch năm.', 'Riêng tháng 7 giảm.']],
    ['Ông nói: "Sẽ tăng." Cả năm đạt 5%.', ['Ông nói: "Sẽ tăng."', 'Cả năm đạt 5%.']],
    ['Do TP.Cần Thơ tổ chức.', ['Do TP.Cần Thơ tổ chức.']],
    ['Tiêu đề\nCâu đầu tiên.', ['Tiêu đề', 'Câu đầu tiên.']],
    ['nhà máy đặt mục tiêu\nlàm ra 19 triệu lít.', ['nhà máy đặt mục tiêu\nlàm ra 19 triệu lít.']],
    ['Ông Ng. V. A dự. Hết.', ['Ông Ng. V. A dự.', 'Hết.']],
    ['', []],
  ])('%j', (text, wanted) => {
    expect(sentences(text)).toEqual(wanted)
  })

  test('covers every visible character once, in order', () => {
    const chars = fc.constantFrom('a', 'Đ', '.', ' ', '\n', '5', ',', '!', '"', 'ừ', '…', 'TP')
    fc.assert(
      fc.property(fc.array(chars, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        const joined = sentences(text).join('').replace(/\s/g, '')
        expect(joined).toBe(text.replace(/\s/g, ''))
      }),
      { seed: 7, numRuns: 400 },
    )
  })
})

describe('splitPassages', () => {
  const paragraph = (n: number): string =>
    Array.from(
      { length: n },
      (_, i) => `Câu thứ ${i + 1} nói về sản xuất và tiêu thụ hàng hóa.`,
    ).join(' ')

  test('offsets give the passage, boilerplate is in none', () => {
    const text = `Tiêu đề bài\n\n${paragraph(4)}\n\nẢnh chụp xưởng\n\n${paragraph(4)}`
    const at = text.indexOf('Ảnh chụp xưởng')
    const passages = splitPassages(text, [{ start: at, end: at + 14 }])
    expect(passages).toHaveLength(2)
    for (const { start, end, text: words } of passages) {
      expect(text.slice(start, end)).toBe(words)
      expect(words).not.toContain('Ảnh chụp')
    }
  })

  test('a heading stays with what it heads', () => {
    const text = `${paragraph(8)}\nXuất khẩu\n${paragraph(8)}`
    const [, second] = splitPassages(text, [])
    expect(second?.text.startsWith('Xuất khẩu\nCâu thứ 1')).toBe(true)
  })

  test('a long paragraph is cut between sentences, short ones are joined', () => {
    const long = splitPassages(paragraph(60), [])
    expect(long.length).toBeGreaterThan(2)
    for (const passage of long) {
      expect(passage.text.length).toBeLessThanOrEqual(900)
      expect(passage.text.endsWith('.')).toBe(true)
    }
    expect(splitPassages('Một.\nHai.\nBa.', [])).toHaveLength(1)
  })

  test('words without any full stop are cut at a space', () => {
    const text = 'chữ '.repeat(600).trim()
    const passages = splitPassages(text, [])
    expect(passages.every((p) => p.text.length <= 900 && !p.text.startsWith(' '))).toBe(true)
    expect(passages.map((p) => p.text).join(' ')).toBe(text)
  })

  test('nothing but boilerplate gives no passage', () => {
    expect(splitPassages('menu', [{ start: 0, end: 4 }])).toEqual([])
  })
})
