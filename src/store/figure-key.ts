/** What figures are filed under. */
import type { FigureKey } from '../model/figure.ts'
import { foldName } from '../vietnamese/fold.ts'

/** Equal for figures with the same dimensions; scopes are compared folded. */
export function figureKey(figure: FigureKey): string {
  return [
    figure.indicator,
    figure.area ?? '',
    figure.borders ?? '',
    figure.scope === null ? '' : foldName(figure.scope),
    figure.period,
    figure.measure,
    figure.priceBasis ?? '',
  ].join('|')
}

/** The province of a district's name ("Giao Thủy, Nam Định"), else null. */
export function provinceOf(area: string | null): string | null {
  const comma = area?.lastIndexOf(', ') ?? -1
  return area === null || comma < 0 ? null : area.slice(comma + 2)
}
