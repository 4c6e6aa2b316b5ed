import { describe, expect, test } from 'vitest'
import { findBoilerplate } from '../../src/ingest/clean.ts'
import { toLine } from '../../src/ingest/clean-lines.ts'
import { LINE_RULES } from '../../src/ingest/clean-rules.ts'

const PROSE =
  'Theo báo cáo của ngành, giá trị sản xuất quý I ước đạt 1.200 tỷ đồng, tăng 7,5% so với cùng kỳ, riêng dệt may tăng 9,1% nhờ đơn hàng mới.'

/** What is left of a text once the boilerplate is taken out, lines trimmed. */
function kept(text: string): string[] {
  let rest = text
  for (const { start, end } of findBoilerplate(text).reverse()) {
    rest = rest.slice(0, start) + rest.slice(end)
  }
  return rest
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

describe('line rules', () => {
  for (const rule of LINE_RULES) {
    test.each(rule.examples)(`${rule.id} takes "%s"`, (example) => {
      expect(rule.test(toLine(example, 0))).toBe(true)
    })
    test.each(rule.counterexamples)(`${rule.id} leaves "%s"`, (example) => {
      expect(rule.test(toLine(example, 0))).toBe(false)
    })
    test(`${rule.id} has examples both ways`, () => {
      expect(rule.examples.length).toBeGreaterThan(0)
      expect(rule.counterexamples.length).toBeGreaterThan(0)
    })
  }

  test('ids are unique', () => {
    const ids = LINE_RULES.map((rule) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('findBoilerplate', () => {
  test('prose and headline stay, spans are in order and inside the text', () => {
    const text = `Công nghiệp tỉnh tăng 7,5%\n\n12/04/2023 08:15\n\n${PROSE}\n\nMINH ANH\n\nBình luận (0)\ncaptcha`
    expect(kept(text)).toEqual(['Công nghiệp tỉnh tăng 7,5%', PROSE])
    const spans = findBoilerplate(text)
    spans.forEach((span, i) => {
      expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0)
      expect(span.end).toBeGreaterThan(span.start)
      expect(span.end).toBeLessThanOrEqual(text.length)
    })
  })

  test('a list of other news with prose of its own is dropped to the end', () => {
    const other =
      'Sáng nay, huyện bên cạnh khai mạc hội chợ với 120 gian hàng, doanh thu đạt 45 tỷ đồng, tăng 30% so với năm 2019.'
    const text = `${PROSE}\n\nLê Hà\n\nCác tin khác\n\nHội chợ huyện bên\n${other}\n\nTin thứ hai\n${other}`
    expect(kept(text)).toEqual([PROSE])
  })

  test('a list of links in the middle is dropped, the article goes on', () => {
    const text = `${PROSE}\n\nTin liên quan\nGiá xăng dầu hôm nay giảm mạnh\nKhởi công khu công nghiệp mới\n\n${PROSE} Hết năm.`
    expect(kept(text)).toEqual([PROSE, `${PROSE} Hết năm.`])
  })

  test('a heading of other news before any prose takes only itself', () => {
    expect(kept(`Tin nổi bật\n\n${PROSE}`)).toEqual([PROSE])
  })

  test('a heading high up in a long article does not swallow the rest', () => {
    const text = `${PROSE}\n\nTin mới nhất\nMột tin ngắn khác của trang\n\n${PROSE}\n${PROSE}\n${PROSE}`
    expect(kept(text).filter((line) => line === PROSE)).toHaveLength(4)
  })

  test('the caption of a picture goes, a sentence with a figure stays', () => {
    const text = `anh_01.jpg\nĐại biểu thăm xưởng may của công ty\n\n${PROSE}\n\nanh_02.jpg\n${PROSE}`
    expect(kept(text)).toEqual([PROSE, PROSE])
  })

  test('a credit inside a line takes its caption and leaves the prose after it', () => {
    const text = `Xưởng gốm ở làng nghề. Ảnh: TL– Sáu tháng đầu năm, tỉnh đạt 800 tỷ đồng, tăng 4%.`
    expect(kept(text)).toEqual(['Sáu tháng đầu năm, tỉnh đạt 800 tỷ đồng, tăng 4%.'])
  })

  test('a credit after prose with figures takes the caption only', () => {
    const text = `Xuất khẩu đạt 66 triệu USD. Công nhân trong ca làm việc. Ảnh: Hà My`
    expect(kept(text)).toEqual(['Xuất khẩu đạt 66 triệu USD.'])
  })

  test('a date stamp before the first words is cut off', () => {
    expect(kept(`date 2022-05 ${PROSE}`)).toEqual([PROSE])
  })

  test('section names and headings in capitals stay', () => {
    const text = `${PROSE}\n\nCÔNG NGHIỆP ĐI TRƯỚC\n\n${PROSE}\n\nXuất khẩu\n\n${PROSE}`
    expect(kept(text)).toHaveLength(5)
  })

  test('a comment form goes, also with place holders', () => {
    const text = `${PROSE}\n\nHọ tên no image\nTiêu đề no image\nNội dung no image\nMã kiểm tra no image`
    expect(kept(text)).toEqual([PROSE])
  })

  test('doubling a text of many lines at most doubles the time, with room', () => {
    const run = (n: number): number => {
      const text = `${PROSE}\nTin liên quan\nẢnh: A B C D E F\n`.repeat(n)
      const begun = performance.now()
      findBoilerplate(text)
      return performance.now() - begun
    }
    run(100)
    expect(run(800)).toBeLessThan(8 * Math.max(5, run(400)))
  })
})
