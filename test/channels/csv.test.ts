import { describe, expect, it } from 'vitest'
import { answerCsv } from '../../src/channels/csv.ts'
import { COMPUTED, FELL, fakeApp, NO_DATA } from './fake-app.ts'

const app = fakeApp()
const name = (code: string) => app.indicatorName(code)
const asked = { question: 'q', conversation: 'c' }

describe('answerCsv', () => {
  it('begins with a byte order mark and Vietnamese headers, one line a figure', () => {
    const csv = answerCsv({ ...FELL, ...asked }, name)
    expect(csv.startsWith('\uFEFFMã số liệu,Chỉ tiêu,')).toBe(true)
    const lines = csv.split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toBe(
      'f2,Kim ngạch xuất khẩu,,Hải Dương,2023,So với cùng kỳ năm trước,-6.3,,%,Ước tính,,Báo Hải Dương,2024-01-20,https://bao.example.vn/cong-thuong-2024,"Tính chung năm 2023, xuất khẩu của tỉnh ước 9.801 triệu USD, giảm 6,3% so với năm 2022."',
    )
  })

  it('gives the formula of a computed value', () => {
    const csv = answerCsv({ ...COMPUTED, ...asked }, name)
    expect(csv).toContain('10460,,triệu USD,Ước tính,"9.801 ÷ (1 − 6,3%) = 10.460"')
  })

  it('runs no formula of a source', () => {
    const [first] = FELL.figures
    if (!first) throw new Error('no figure')
    const scope = '=HYPERLINK("http://x")'
    const csv = answerCsv({ ...FELL, ...asked, figures: [{ ...first, scope }] }, name)
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  it('is empty without figures', () => {
    expect(answerCsv({ ...NO_DATA, ...asked }, name)).toBe('')
  })
})
