import { describe, expect, it } from 'vitest'
import { createChartShelf } from '../../src/channels/chart-shelf.ts'
import type { ChartSpec } from '../../src/chart/spec.ts'

function comparison(value: string | null): ChartSpec {
  const point = { label: 'Hải Dương', value, unit: 'triệu USD', status: 'estimate' } as const
  return {
    kind: 'comparison',
    title: 'Xuất khẩu năm 2023',
    source: 'Báo Hải Dương',
    points: [point, { ...point, label: 'Hải Phòng' }],
  }
}

const idOf = (path: string | undefined) => path?.replace('/bieu-do/', '').replace('.png', '') ?? ''

describe('createChartShelf', () => {
  it('gives the picture again and again, under one name for one chart', async () => {
    const shelf = createChartShelf()
    const first = shelf.put(comparison('9801'))
    expect(first?.path).toMatch(/^\/bieu-do\/[0-9a-f]{32}\.png$/)
    expect(first?.alt).toContain('9.801')
    expect(shelf.put(comparison('9801'))?.path).toBe(first?.path)
    expect(shelf.put(comparison('9802'))?.path).not.toBe(first?.path)
    const png = await shelf.png(idOf(first?.path))
    expect(
      Buffer.from(png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(await shelf.png(idOf(first?.path))).toBe(png)
  })

  it('has names that another shelf does not know', async () => {
    const path = createChartShelf().put(comparison('1'))?.path
    const other = createChartShelf()
    expect(other.put(comparison('1'))?.path).not.toBe(path)
    expect(await other.png(idOf(path))).toBeNull()
  })

  it('forgets after a day, and the oldest when it is full', async () => {
    let now = 0
    const shelf = createChartShelf(() => now)
    const first = idOf(shelf.put(comparison('1'))?.path)
    for (let i = 2; i <= 501; i++) shelf.put(comparison(String(i)))
    expect(await shelf.png(first)).toBeNull()
    const last = idOf(shelf.put(comparison('501'))?.path)
    now = 25 * 60 * 60 * 1000
    expect(await shelf.png(last)).toBeNull()
  })

  it('takes nothing that cannot be drawn', () => {
    expect(createChartShelf().put(comparison(null))).toBeNull()
  })
})
