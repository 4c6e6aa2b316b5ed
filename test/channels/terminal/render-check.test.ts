import { describe, expect, it } from 'vitest'
import { renderCheck } from '../../../src/channels/terminal/render-check.ts'
import { fakeApp } from '../fake-app.ts'

async function check(text: string, colour = false): Promise<string> {
  return renderCheck(await fakeApp().check(text), { colour })
}

describe('renderCheck', () => {
  it('shows each claim with its verdict, the explanation and the source', async () => {
    expect(await check('Năm 2023 xuất khẩu 9.810 triệu USD.')).toBe(`✗ Không khớp: “9.810 triệu USD”
  Nguồn ghi 9.801 triệu USD. [1]

Nguồn
[1] Báo Hải Dương, 20/1/2024 – Ngành công thương Hải Dương bước sang năm 2024`)
    expect(await check('9.801 triệu USD')).toContain('✓ Khớp: “9.801 triệu USD”')
  })

  it('says when there is nothing to check', async () => {
    expect(await check('Không có số.')).toContain('Không tìm thấy số liệu nào')
  })

  it('colours only when told to', async () => {
    expect(await check('9.810 triệu USD', true)).toContain('\u001B[31m✗ Không khớp')
    expect(await check('9.810 triệu USD')).not.toContain('\u001B')
  })
})
