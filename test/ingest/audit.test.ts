import { describe, expect, test } from 'vitest'
import { auditFigures } from '../../src/ingest/audit.ts'
import {
  type KnownFigure,
  type KnownRanges,
  knownFrom,
  officialKnown,
} from '../../src/ingest/audit-known.ts'
import type { ExtractedFigure } from '../../src/model/figure.ts'
import { figureOf } from '../prove/audit-material.ts'

type Change = Partial<ExtractedFigure>

function figure(
  indicator: string,
  period: string,
  value: string,
  unit: string,
  change: Change = {},
): ExtractedFigure {
  const measure = unit === '%' ? 'yoy' : 'level'
  return figureOf({ indicator, area: 'Hòa Bình', period, measure, value, unit, ...change })
}

function warned(
  figures: readonly ExtractedFigure[],
  known?: KnownRanges,
  published: string | null = null,
): string[] {
  return auditFigures(figures, { published }, known).flatMap((f) =>
    f.warningDetails.map(({ code, text }) => `${f.period} ${code}: ${text}`),
  )
}

const codes = (lines: readonly string[]) => lines.map((line) => line.replace(/:.*$/su, ''))
const TARGET: Change = { status: 'target' }

describe('sums', () => {
  test('a half-year that its quarters do not give is doubted, in words', () => {
    const lines = warned([
      figure('exports', 'XXXX-Q1', '27.838', 'triệu USD'),
      figure('exports', 'XXXX-Q2', '45', 'triệu USD', TARGET),
      figure('exports', 'XXXX-H1', '72.834', 'triệu USD', TARGET),
    ])
    expect(lines).toEqual([
      'XXXX-H1 inconsistent-sum: xuất khẩu quý I 27,838 triệu USD + xuất khẩu quý II 45 triệu USD = 72,838 triệu USD, bài ghi xuất khẩu 6 tháng đầu là 72,834 triệu USD.',
    ])
  })

  test.each([
    ['3917', '4400', '8315.7', 'over', true],
    ['1824', '2000', '3824', 'over', false],
    ['2663', '2800', '5464', null, false],
    ['2663', '2800', '5466', null, true],
    // "trên 2.663" reaches up: a sum that is larger by little is no contradiction.
    ['2663', '2800', '5466', 'over', false],
  ] as const)('%s + %s against %s tỷ đồng (%s)', (first, second, sum, bound, doubtful) => {
    const lines = warned([
      figure('industrial_output', 'XXXX-Q1', first, 'tỷ đồng', { bound }),
      figure('industrial_output', 'XXXX-Q2', second, 'tỷ đồng', TARGET),
      figure('industrial_output', 'XXXX-H1', sum, 'tỷ đồng', TARGET),
    ])
    expect(codes(lines)).toEqual(doubtful ? ['XXXX-H1 inconsistent-sum'] : [])
  })

  test('months, cumulated months and the year', () => {
    const month = (period: string, value: string) => figure('exports', period, value, 'triệu USD')
    expect(
      warned([month('2021-8M', '812.4'), month('2021-09', '101.3'), month('2021-9M', '913.7')]),
    ).toEqual([])
    expect(
      codes(
        warned([month('2021-8M', '812.4'), month('2021-09', '101.3'), month('2021-9M', '931.7')]),
      ),
    ).toEqual(['2021-9M inconsistent-sum'])
    expect(codes(warned([month('2021-09', '812.4'), month('2021-9M', '101.3')]))).toEqual([
      '2021-09 inconsistent-sum',
      '2021-9M inconsistent-sum',
    ])
  })

  test('a plan of the year is no sum of results', () => {
    const lines = warned([
      figure('exports', '2021-H1', '400', 'triệu USD'),
      figure('exports', '2021-H2', '500', 'triệu USD'),
      figure('exports', '2021', '1000', 'triệu USD', TARGET),
    ])
    expect(lines).toEqual([])
  })

  test('exports, imports, trade and balance', () => {
    const at = (indicator: string, value: string, unit = 'tỷ USD') =>
      figure(indicator, '2025-09', value, unit, { area: null })
    expect(warned([at('exports', '8.46'), at('imports', '8.6'), at('trade', '17.1')])).toEqual([])
    expect(
      codes(warned([at('exports', '8.46'), at('imports', '8.6'), at('trade', '17.8')])),
    ).toEqual(['2025-09 inconsistent-sum'])
    expect(
      codes(warned([at('exports', '8.46'), at('imports', '8.6'), at('trade_balance', '0.14')])),
    ).toEqual(['2025-09 inconsistent-sum'])
    expect(codes(warned([at('exports', '1500', 'triệu USD'), at('trade', '0.8')]))).toEqual([
      '2025-09 inconsistent-sum',
      '2025-09 inconsistent-sum',
    ])
  })

  test('a part, its share and the whole', () => {
    const part = { scope: 'khu vực trong nước' }
    const whole = figure('retail_sales', '2023', '20000', 'tỷ đồng')
    const inside = figure('retail_sales', '2023', '12500', 'tỷ đồng', part)
    const share = (value: string) =>
      figure('retail_sales', '2023', value, '%', { ...part, measure: 'share' })
    expect(warned([whole, inside, share('62.5')])).toEqual([])
    expect(codes(warned([whole, inside, share('26.5')]))).toContain('2023 inconsistent-sum')
    const outside = figure('retail_sales', '2023', '22500', 'tỷ đồng', part)
    expect(codes(warned([whole, outside]))).toContain('2023 inconsistent-sum')
    const wider = figure('retail_sales', '2023', '90000', 'tỷ đồng', { scope: 'hàng hóa bán ra' })
    expect(warned([whole, wider])).toEqual([])
  })
})

describe('growth', () => {
  const exports = (period: string, value: string, change: Change = {}) =>
    figure('exports', period, value, 'triệu USD', change)

  test.each([
    ['20.4', []],
    ['20.5', []],
    ['24.0', ['2024 inconsistent-growth', '2024 inconsistent-growth']],
    ['-20.4', ['2024 inconsistent-growth', '2024 inconsistent-growth']],
  ])('11.800 of 9.801 and "%s%%"', (rate, expected) => {
    const figures = [
      exports('2023', '9801', { status: 'estimate' }),
      exports('2024', '11800', TARGET),
      figure('exports', '2024', rate, '%', TARGET),
    ]
    expect(codes(warned(figures))).toEqual(expected)
  })

  test('growth at constant prices is not reckoned from levels at current prices', () => {
    const current: Change = { priceBasis: 'current' }
    const lines = warned([
      figure('grdp', '2023', '40000', 'tỷ đồng', current),
      figure('grdp', '2024', '50000', 'tỷ đồng', current),
      figure('grdp', '2024', '9', '%', current),
    ])
    expect(lines).toEqual([])
  })

  test('an index and its growth', () => {
    const index = figure('iip', '2024', '108.3', '%', { measure: 'level' })
    expect(warned([index, figure('iip', '2024', '8.3', '%')])).toEqual([])
    expect(codes(warned([index, figure('iip', '2024', '3.8', '%')]))).toEqual([
      '2024 inconsistent-growth',
      '2024 inconsistent-growth',
    ])
  })
})

describe('plans', () => {
  const level = figure('exports', '2024-H1', '480', 'triệu USD')
  const reached = (value: string, measure: 'plan' | 'over_plan' = 'plan', period = '2024-H1') =>
    figure('exports', period, value, '%', { measure })

  test('per cent of the plan against plan and result', () => {
    const plan = figure('exports', '2024', '1000', 'triệu USD', TARGET)
    expect(warned([level, plan, reached('48')])).toEqual([])
    expect(codes(warned([level, plan, reached('84')]))).toEqual([
      '2024-H1 inconsistent-plan',
      '2024-H1 inconsistent-plan',
    ])
  })

  test('over the plan of the year', () => {
    const year = figure('exports', '2024', '1200', 'triệu USD')
    const plan = figure('exports', '2024', '1000', 'triệu USD', TARGET)
    expect(warned([year, plan, reached('20', 'over_plan', '2024')])).toEqual([])
    expect(codes(warned([year, plan, reached('2', 'over_plan', '2024')]))).toContain(
      '2024 inconsistent-plan',
    )
  })

  test('two results of a year mean one plan', () => {
    const quarter = figure('exports', '2024-Q1', '200', 'triệu USD')
    expect(warned([quarter, reached('20', 'plan', '2024-Q1'), level, reached('48')])).toEqual([])
    expect(
      codes(warned([quarter, reached('20', 'plan', '2024-Q1'), level, reached('58')])),
    ).toEqual(['2024-Q1 inconsistent-plan', '2024-H1 inconsistent-plan'])
  })
})

describe('sizes', () => {
  const known = officialKnown()

  test('a wrong unit is seen by the size of the place', () => {
    const wrong = figure('exports', '2024-H1', '17.2', 'triệu USD', {
      area: 'Hải Phòng',
      bound: 'over',
    })
    const [line, ...more] = warned([wrong], known)
    expect(line).toMatch(
      /^2024-H1 implausible-unit: 17,2 triệu USD: .+Hải Phòng.+17\.200 triệu USD/,
    )
    expect(more).toEqual([])
    expect(warned([{ ...wrong, unit: 'tỷ USD' }], known)).toEqual([])
  })

  test('money without its scale word is too small to be true', () => {
    const lines = warned([figure('retail_sales', '2016-7M', '1738', 'đồng', { area: null })])
    expect(codes(lines)).toEqual(['2016-7M implausible-unit'])
  })

  test('a part or a district may be small', () => {
    const small = figure('exports', '2024', '0.2', 'triệu USD', { area: 'Hải Phòng' })
    expect(warned([{ ...small, scope: 'gạo' }], known)).toEqual([])
    expect(warned([{ ...small, area: 'Vĩnh Bảo, Hải Phòng' }], known)).toEqual([])
  })

  test.each([
    ['electrified_households', 'level', '101'],
    ['exports', 'share', '123'],
    ['exports', 'plan', '4472'],
    ['grdp', 'yoy', '88'],
  ] as const)('%s %s of %s%% is out of range', (indicator, measure, value) => {
    const lines = warned([figure(indicator, '2023', value, '%', { measure })])
    expect(codes(lines)).toEqual(['2023 out-of-range'])
  })

  test('a result of a time that has not begun', () => {
    const future = figure('exports', '2025', '500', 'triệu USD')
    expect(codes(warned([future], undefined, '2024-12'))).toEqual(['2025 out-of-range'])
    expect(warned([{ ...future, status: 'target' }], undefined, '2024-12')).toEqual([])
    expect(warned([future], undefined, '2025-01-10')).toEqual([])
  })
})

describe('conflicts', () => {
  const base = figure('exports', '2023', '430', 'triệu USD')
  const other = (change: Partial<KnownFigure> = {}): KnownFigure => ({
    ...base,
    publisher: 'Cục Thống kê tỉnh',
    published: '2024-01-29',
    value: '452',
    ...change,
  })

  test('another source with another value is named with its date', () => {
    expect(warned([base], knownFrom([], [other()]))).toEqual([
      '2023 conflict: Cục Thống kê tỉnh (29/1/2024) ghi 452 triệu USD.',
    ])
  })

  test.each<[string, Partial<KnownFigure>]>([
    ['the same in another unit', { value: '0.43', unit: 'tỷ USD' }],
    ['the same, rounded', { value: '430.3' }],
    ['a target', { status: 'target' }],
    ['another period', { period: '2022' }],
    ['a part', { scope: 'gạo' }],
    ['the other territory', { borders: 'new' }],
  ])('%s is no conflict', (_, change) => {
    expect(warned([base], knownFrom([], [other(change)]))).toEqual([])
  })

  test('two unknown years are no conflict', () => {
    const unknown = { ...base, period: 'XXXX-Q1' }
    expect(warned([unknown], knownFrom([], [other({ period: 'XXXX-Q1' })]))).toEqual([])
  })

  test('an article that contradicts itself', () => {
    expect(codes(warned([base, { ...base, value: '340' }]))).toEqual([
      '2023 conflict',
      '2023 conflict',
    ])
  })

  test('a growth far from what another source had the year before', () => {
    const before = other({ period: '2022', value: '390' })
    const growth = figure('exports', '2023', '-10.3', '%')
    expect(codes(warned([base, growth], knownFrom([], [before])))).toContain(
      '2023 inconsistent-growth',
    )
    expect(warned([base, { ...growth, value: '9' }], knownFrom([], [before]))).toEqual([])
  })
})

test('warnings that were there stay, and nothing else changes', () => {
  const before = figure('exports', 'XXXX-Q1', '5', '%', {
    warnings: ['year-unknown'],
    warningDetails: [{ code: 'year-unknown', text: 'Bài không ghi năm.' }],
  })
  const [after] = auditFigures([before], { published: null })
  expect(after).toEqual(before)
})
