import { describe, expect, it } from 'vitest'
import { periodReader, readPeriods } from '../../src/vietnamese/read-periods.ts'
import { foldedKeyOfWord } from '../../src/vietnamese/spelling.ts'

const CASES: readonly [string, string[]][] = [
  ['6 tháng đầu năm 2024', ['2024-H1']],
  ['9 tháng', ['2024-9M']],
  ['3 tháng đầu năm', ['2024-Q1']],
  ['12 tháng năm 2019', ['2019']],
  ['07 tháng', ['2024-7M']],
  ['chín tháng đầu năm 2021', ['2021-9M']],
  ['10 tháng/2023', ['2023-10M']],
  ['tháng 7-2009', ['2009-07']],
  ['tháng 2 – 2020', ['2020-02']],
  ['tháng 07/2017', ['2017-07']],
  ['T8/2022', ['2022-08']],
  ['tháng mười hai năm 2020', ['2020-12']],
  ['quý II/2020', ['2020-Q2']],
  ['Quí 3 năm 2019', ['2019-Q3']],
  ['nửa đầu năm 2017', ['2017-H1']],
  ['6 tháng cuối năm 2024', ['2024-H2']],
  ['hết tháng 10/2010', ['2010-10M']],
  ['lũy kế từ đầu năm', ['2024-8M']],
  ['năm ngoái', ['2023']],
  ['tháng 6 năm ngoái', ['2023-06']],
  ['giai đoạn 2021 - 2025', ['2021/2025']],
  ['ngày 26-10-2023', []],
  ['3 tháng liền', []],
  ['so với cùng kỳ', []],
  ['3 tháng cuối năm 2023', ['2023-Q4']],
  ['ba quý năm 2022', ['2022-9M']],
  ['trong quý II/2023', ['2023-Q2']],
  ['đến hết năm 2025', ['2025']],
  ['trong giai đoạn 2016 - 2020', ['2016/2020']],
  ['cả giai đoạn', []],
  ['họp phiên thường kỳ tháng 9', []],
  ['so cùng quý năm 2021', []],
]

describe('readPeriods', () => {
  it.each(CASES)('%s', (text, periods) => {
    expect(readPeriods(text, { asOf: '2024-08' }).map((p) => p.period)).toEqual(periods)
  })

  it('says XXXX when nothing tells the year', () => {
    expect(readPeriods('quý I', {}).map((p) => p.period)).toEqual(['XXXX-Q1'])
  })

  it('reads text without diacritics with the same table', () => {
    const read = periodReader(foldedKeyOfWord)
    expect(read('xuat khau 9 thang dau nam 2023').map((m) => [m.kind, m.part, m.year])).toEqual([
      ['months', 9, 2023],
    ])
  })
})
