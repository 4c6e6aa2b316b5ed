import { describe, expect, it } from 'vitest'
import { digitsOf, sameAmount, sameKind } from '../../src/answer/compute/amount.ts'
import { compute, convert } from '../../src/answer/compute.ts'
import type { StoredFigure } from '../../src/store/store.ts'

let next = 0
function figure(over: Partial<StoredFigure>): StoredFigure {
  return {
    id: `f${next++}`,
    articleId: 'a1',
    indicator: 'exports',
    area: 'Hải Dương',
    borders: null,
    scope: null,
    period: '2023',
    measure: 'level',
    priceBasis: null,
    value: '9801',
    valueHigh: null,
    unit: 'triệu USD',
    status: 'estimate',
    bound: null,
    quote: '',
    start: 0,
    end: 0,
    warnings: [],
    warningDetails: [],
    publisher: null,
    published: null,
    title: null,
    url: null,
    sourceKind: 'press',
    sentence: '',
    correction: null,
    ...over,
  }
}
const about = {
  indicator: 'exports',
  area: 'Hải Dương',
  borders: null,
  scope: null,
  period: '2022',
  measure: 'level',
} as const
const rate = (value: string, measure: StoredFigure['measure'] = 'yoy'): StoredFigure =>
  figure({ value, unit: '%', measure })

describe('compute', () => {
  it('works back to a base year with the digits of the level', () => {
    const made = compute('base-year', about, [figure({}), rate('-6.3')])
    expect(made).toMatchObject({ value: '10460', unit: 'triệu USD', status: 'estimate' })
    expect(made?.formula).toBe('9.801 ÷ (1 − 6,3%) = 10.460 triệu USD')
  })
  it('has no base year after a fall of everything', () => {
    expect(compute('base-year', about, [figure({}), rate('-100')])).toBeUndefined()
  })
  it('adds and subtracts across scales, never across kinds', () => {
    const billions = figure({ value: '2.848', unit: 'tỷ USD' })
    expect(
      compute('balance', about, [figure({ value: '3.268', unit: 'tỷ USD' }), billions])?.value,
    ).toBe('0.42')
    expect(compute('sum', about, [figure({ value: '720' }), billions])?.value).toBe('3568')
    expect(compute('sum', about, [figure({}), figure({ unit: 'tỷ đồng' })])).toBeUndefined()
  })
  it('works out plans both ways', () => {
    expect(
      compute('plan-level', about, [figure({ value: '27.838' }), rate('18.56', 'plan')], 'target'),
    ).toMatchObject({ value: '149.99', status: 'target' })
    expect(
      compute('plan-level', about, [figure({ value: '120' }), rate('20', 'over_plan')])?.value,
    ).toBe('100')
    expect(compute('over-plan', about, [rate('104.4', 'plan')])?.value).toBe('4.4')
    expect(compute('plan-from-over', about, [rate('-3', 'over_plan')])?.formula).toBe(
      '100% − 3% = 97%',
    )
  })
  it('gives shares, growth and average growth in per cent', () => {
    expect(
      compute('share', about, [figure({ value: '6' }), figure({ value: '17.7' })])?.value,
    ).toBe('33.9')
    expect(
      compute('growth', about, [figure({ value: '110' }), figure({ value: '100' })])?.value,
    ).toBe('10')
    const years = [
      figure({ value: '100', period: '2020' }),
      figure({ value: '121', period: '2022' }),
    ]
    expect(compute('average', about, years)?.value).toBe('10')
  })
  it('converts without losing a digit', () => {
    expect(convert(figure({}), 'tỷ USD')).toMatchObject({ value: '9.801', unit: 'tỷ USD' })
    expect(convert(figure({}), 'tỷ đồng')).toBeUndefined()
  })
})

describe('amounts', () => {
  it('are the same within the rounding of the rougher one', () => {
    const a = (value: string, unit: string, bound: string | null = null) => ({ value, unit, bound })
    expect(sameAmount(a('8.7', 'tỷ USD'), a('8.66', 'tỷ USD'))).toBe(true)
    expect(sameAmount(a('8.7', 'tỷ USD'), a('8.62', 'tỷ USD'))).toBe(false)
    expect(sameAmount(a('9801', 'triệu USD'), a('9.8', 'tỷ USD'))).toBe(true)
    expect(sameAmount(a('1', 'tỷ USD', 'over'), a('1.05', 'tỷ USD'))).toBe(true)
    expect(sameAmount(a('15', '%'), a('10.9', '%'))).toBe(false)
  })
  it('know their kind and their digits', () => {
    expect(sameKind('nghìn tỷ đồng', 'triệu đồng')).toBe(true)
    expect(sameKind('tỷ USD', 'tỷ đồng')).toBe(false)
    expect([digitsOf('9801'), digitsOf('27.838'), digitsOf('0.42'), digitsOf('-6.3')]).toEqual([
      4, 5, 2, 2,
    ])
  })
})
