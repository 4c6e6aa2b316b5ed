import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderAnswer } from '../../../src/channels/terminal/render.ts'
import type { Answer } from '../../../src/model/answer.ts'
import { COMPUTED, FELL, fakeApp, HOSTILE, NO_DATA, OVERVIEW, SERIES } from '../fake-app.ts'

const app = fakeApp()

function render(
  told: Omit<Answer, 'question' | 'conversation'>,
  width = 80,
  colour = false,
): string {
  return renderAnswer(
    { ...told, question: 'q', conversation: 'c' },
    { colour, width, indicatorName: (code) => app.indicatorName(code) },
  )
}

describe('renderAnswer', () => {
  it('shows text, table, notes, near misses, sources and what to ask next', () => {
    expect(
      render(FELL),
    ).toBe(`Kim ngạch xuất khẩu của Hải Dương năm 2023 không tăng mà giảm 6,3% so với năm
2022 [1], ước đạt 9.801 triệu USD [1].

Kỳ        Loại chỉ số                       Giá trị  Loại số liệu  Nguồn
────────  ────────────────────────  ───────────────  ────────────  ─────
Năm 2023  So với cùng kỳ năm trước        giảm 6,3%  Ước tính      [1]
Năm 2023  Giá trị                   9.801 triệu USD  Ước tính      [1]

Lưu ý
• Đây là số ước tính.
• Từ ngày 1/7/2025, Hải Dương thuộc thành phố Hải Phòng; số liệu theo địa giới
  cũ.

Số liệu gần với câu hỏi
• Mục tiêu xuất khẩu năm 2024 của Hải Dương: 11.800 triệu USD

Nguồn
[1] Báo Hải Dương, 20/1/2024 – Ngành công thương Hải Dương bước sang năm 2024
    “Tính chung năm 2023, xuất khẩu của tỉnh ước 9.801 triệu USD, giảm 6,3% so
    với năm 2022.”
    https://bao.example.vn/cong-thuong-2024
[2] Báo Hải Dương, 20/1/2024 – Ngành công thương Hải Dương bước sang năm 2024
    “Sang năm 2024, tỉnh đặt mức xuất khẩu 11 tỷ 800 triệu USD.”
    https://bao.example.vn/cong-thuong-2024

Có thể hỏi tiếp
• Mục tiêu xuất khẩu Hải Dương năm 2024?
• Năm 2022 Hải Dương xuất khẩu bao nhiêu?`)
  })

  it('aligns columns by what is seen, not by code units', () => {
    const area = 'Hải Dương'
    const mixed = OVERVIEW.figures.map((figure, i) => ({
      ...figure,
      area: [area.normalize('NFD'), area, '東京'][i % 3] ?? null,
    }))
    const lines = render({ ...OVERVIEW, figures: mixed }, 160).split('\n')
    const top = lines.findIndex((line) => line.includes('────'))
    const ends = lines.slice(top + 1, top + 6).map((line) => stringWidth(line))
    expect(new Set(ends).size).toBe(1)
  })

  it('makes a list where a table does not fit', () => {
    const narrow = render(OVERVIEW, 44)
    expect(narrow).not.toContain('────')
    expect(narrow).toContain('• Kim ngạch xuất khẩu, Hải Dương, năm 2024:')
    for (const line of narrow.split('\n').filter((one) => !one.includes('https://'))) {
      expect(stringWidth(line), line).toBeLessThanOrEqual(44)
    }
  })

  it('draws a series as one line, in order of time', () => {
    const shuffled = { ...SERIES, figures: SERIES.figures.toReversed() }
    expect(render(shuffled)).toContain('năm 2015 ▁▃█ năm 2017')
    expect(render(OVERVIEW)).not.toMatch(/[▁-█]/u)
  })

  it('says what is unknown of a source, and links to no script', () => {
    const text = render(SERIES)
    expect(text).toContain('[1] Không rõ nơi đăng, không rõ ngày đăng')
    expect(text).not.toContain('javascript:')
  })

  it('shows the arithmetic of a computed value', () => {
    expect(render(COMPUTED)).toContain('Cách tính: 9.801 ÷ (1 − 6,3%) = 10.460')
  })

  it('names an answer that is none', () => {
    expect(render(NO_DATA)).toMatch(/^Chưa có số liệu\n/)
    expect(render(NO_DATA)).toContain('Chưa trả lời được\n• Xuất khẩu Hải Dương năm 2021')
  })

  it('obeys no control characters of a source', () => {
    expect(render(HOSTILE)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
  })

  it('colours only when told to', () => {
    expect(render(FELL, 80, true)).toContain('\u001B[1mNguồn')
    expect(render(FELL)).not.toContain('\u001B')
  })
})
