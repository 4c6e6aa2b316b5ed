import { describe, expect, test } from 'vitest'
import { chartOfAnswer, shortPeriod } from '../../src/chart/from-answer.ts'
import type { AnswerFigure, Citation, DerivedFigure } from '../../src/model/answer.ts'

const NAMES: Record<string, string> = { exports: 'Kim ngạch xuất khẩu', iip: 'Chỉ số IIP' }
const nameOf = (code: string) => NAMES[code] ?? code

let made = 0
const figure = (fields: Partial<AnswerFigure>): AnswerFigure => ({
  indicator: 'exports',
  area: 'Nam Định',
  borders: null,
  scope: null,
  period: '2023',
  measure: 'level',
  priceBasis: null,
  value: '100',
  valueHigh: null,
  unit: 'triệu USD',
  status: 'actual',
  bound: null,
  quote: '',
  start: 0,
  end: 0,
  warnings: [],
  id: `f${++made}`,
  citation: 1,
  ...fields,
})
const citation = (n: number, publisher: string | null): Citation => ({
  n,
  articleId: `a${n}`,
  publisher,
  title: null,
  published: null,
  url: null,
  quote: '',
})
const answer = (
  figures: AnswerFigure[],
  derived: DerivedFigure[] = [],
  citations = [citation(1, 'Báo Nam Định'), citation(2, null)],
) => chartOfAnswer({ figures, derived, citations }, nameOf)

describe('the chart of an answer', () => {
  test('periods of one place, put in the order of time', () => {
    const spec = answer([
      figure({ period: '2023', value: '2794.5', status: 'estimate', citation: 2 }),
      figure({ period: '2021', value: '2526' }),
      figure({ period: '2022', value: '2881', bound: 'over' }),
    ])
    expect(spec).toMatchObject({
      kind: 'series',
      title: 'Kim ngạch xuất khẩu – Nam Định, 2021 đến 2023',
      source: 'Báo Nam Định; không rõ nơi đăng',
      lines: [
        {
          name: 'Nam Định',
          points: [
            { label: '2021', value: '2526' },
            { label: '2022', value: '2881', bound: 'over' },
            { label: '2023', value: '2794.5', status: 'estimate' },
          ],
        },
      ],
    })
  })

  test('places of one period, in the order of the answer', () => {
    const spec = answer([
      figure({ area: 'Thái Bình', value: '3' }),
      figure({ area: 'Hà Nam', value: '5' }),
    ])
    expect(spec).toMatchObject({
      kind: 'comparison',
      title: 'Kim ngạch xuất khẩu, năm 2023',
      points: [{ label: 'Thái Bình' }, { label: 'Hà Nam' }],
    })
  })

  test('a target next to its result', () => {
    const spec = answer([
      figure({ status: 'target', value: '3000' }),
      figure({ value: '2794' }),
      figure({ period: '2024', status: 'target', value: '3300' }),
    ])
    expect(spec).toMatchObject({
      kind: 'target-against-result',
      pairs: [
        { label: '2023', target: { value: '3000' }, result: { value: '2794' } },
        { label: '2024', target: { value: '3300' }, result: null },
      ],
    })
  })

  test('what cannot stand on one axis stays apart', () => {
    const spec = answer([
      figure({ period: '2022' }),
      figure({ period: '2023' }),
      figure({ period: '2023', measure: 'yoy', unit: '%', value: '8' }),
      figure({ period: '2024-9M', value: '80' }),
      figure({ period: '2024', unit: 'tỷ USD', value: '0.1' }),
      figure({ period: '2024', scope: 'dệt may', value: '7' }),
    ])
    expect(spec?.kind === 'series' && spec.lines[0]?.points.map(({ label }) => label)).toEqual([
      '2022',
      '2023',
    ])
  })

  test('old and new borders of one name are two lines', () => {
    const spec = answer([
      figure({ area: 'Hải Phòng', borders: 'old', period: '2023' }),
      figure({ area: 'Hải Phòng', borders: 'old', period: '2024' }),
      figure({ area: 'Hải Phòng', borders: 'new', period: '2025' }),
    ])
    expect(spec?.kind === 'series' && spec.lines.map(({ name }) => name)).toEqual([
      'Hải Phòng (cũ)',
      'Hải Phòng (mới)',
    ])
  })

  test('computed values are drawn and named as such', () => {
    const inputs = [figure({ id: 'x' })]
    const computed = (period: string): DerivedFigure => ({
      indicator: 'exports',
      area: 'Nam Định',
      borders: null,
      scope: null,
      period,
      measure: 'yoy',
      value: '8.5',
      unit: '%',
      status: 'actual',
      formula: '',
      inputs: ['x'],
    })
    const spec = answer(inputs, [computed('2022'), computed('2023')])
    expect(spec).toMatchObject({
      kind: 'series',
      source: 'Báo Nam Định; tính toán từ số liệu nguồn',
    })
    expect(spec?.title).toContain('tăng/giảm so với cùng kỳ')
  })

  test('a single figure is no chart', () => {
    expect(answer([figure({})])).toBeUndefined()
    expect(answer([])).toBeUndefined()
    expect(answer([figure({ period: 'XXXX' }), figure({ period: '2023' })])).toBeUndefined()
  })
})

test.each([
  ['2023', '2023'],
  ['2024-H1', '6T/2024'],
  ['2024-H2', '6T cuối/2024'],
  ['2024-Q3', 'Q3/2024'],
  ['2024-09', 'T9/2024'],
  ['2024-9M', '9T/2024'],
  ['2021/2025', '2021–2025'],
  ['XXXX-Q1', 'quý I (không rõ năm)'],
])('%s is written %s at an axis', (period, short) => {
  expect(shortPeriod(period)).toBe(short)
})
