/** When two figures speak of the same thing, dimension by dimension. */
import type { ClaimedFigure } from '../model/check.ts'
import type { Status } from '../model/figure.ts'
import { foldName } from '../vietnamese/fold.ts'

/** Words of a scope that do not tell one part from another: "hàng dệt may" is "dệt may". */
const GENERIC: ReadonlySet<string> = new Set(
  [
    'ngành công nghiệp sản xuất hàng mặt hàng sản phẩm nhóm khu vực lĩnh vực khối doanh nghiệp',
    'các loại và của có vốn trong ra riêng từ',
  ].flatMap((words) => foldName(words).split(' ')),
)

/** Different words for one part, folded, longest first. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/(?:co )?von dau tu (?:truc tiep )?nuoc ngoai|dau tu (?:truc tiep )?nuoc ngoai/g, 'fdi'],
  [/tieu thu cong nghiep|ttcn/g, 'ttcn'],
  [/nha nuoc (?=trung uong|dia phuong)/g, ''],
  [/hang hoa|quan ly/g, ''],
]

/** The part a scope names, independent of word order and filling words; '' is the whole. */
export function scopeKey(scope: string | null): string {
  const folded = SYNONYMS.reduce(
    (words, [pattern, name]) => words.replace(pattern, name),
    foldName(scope ?? ''),
  )
  const all = folded.split(' ').filter((word) => word !== '')
  const telling = all.filter((word) => !GENERIC.has(word))
  return [...new Set(telling.length > 0 ? telling : all)].sort().join(' ')
}

/** Whether two scopes name the same part. */
export function sameScope(a: Keyed, b: Keyed): boolean {
  return scopeKey(a.scope) === scopeKey(b.scope)
}

export type Keyed = Pick<
  ClaimedFigure,
  'indicator' | 'area' | 'borders' | 'scope' | 'period' | 'priceBasis' | 'status'
>

/** Whether two figures lie on the same price basis, as far as both say which. */
export function basesAgree(a: Keyed, b: Keyed): boolean {
  return a.priceBasis === null || b.priceBasis === null || a.priceBasis === b.priceBasis
}

/** Whether two figures are of the same territory, as far as both say which. */
export function bordersAgree(a: Keyed, b: Keyed): boolean {
  return a.borders === null || b.borders === null || a.borders === b.borders
}

/** A result, or something aimed at. The two never compete. */
export function kindOfStatus(status: Status): 'result' | 'aim' {
  return status === 'target' || status === 'forecast' ? 'aim' : 'result'
}
