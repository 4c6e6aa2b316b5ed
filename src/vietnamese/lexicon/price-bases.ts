/** Notes that say at which prices a series is valued. */
import type { PriceBasis } from '../../model/figure.ts'
import type { PhraseRule } from '../engine.ts'

export interface PriceBasisRule extends PhraseRule {
  readonly basis: PriceBasis
}

export const PRICE_BASES: readonly PriceBasisRule[] = [
  {
    id: 'price.constant',
    basis: 'constant',
    patterns: [
      '(theo|tính theo)? giá (so sánh|cố định|ss|cđ) (năm)? ({year})?',
      '(gss|gcđ) (năm)? ({year})?',
      '(theo|tính theo)? giá {year}',
      '(theo|tính theo)? giá năm gốc {year}',
    ],
    examples: ['Giá trị sản xuất (giá so sánh 2010) đạt 900 tỷ đồng', 'theo giá cố định 1994'],
    counterexamples: ['giá bán lẻ xăng dầu tăng'],
  },
  {
    id: 'price.current',
    basis: 'current',
    patterns: ['(theo|tính theo)? giá (hiện hành|thực tế|hh|tt)'],
    examples: ['GRDP theo giá hiện hành đạt 60.000 tỷ đồng', '(giá thực tế)'],
    counterexamples: ['giá cả thực phẩm'],
  },
]
