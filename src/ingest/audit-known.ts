/** What other sources say: sizes to expect of a place, and other values of the same key. */
import type { Decimal } from 'decimal.js'
import { membersOf, provinceOfArea } from '../catalogue/area-names.ts'
import { officialDocuments } from '../catalogue/official.ts'
import type { Figure, FigureKey } from '../model/figure.ts'
import { shiftYears, yearOf } from '../model/period.ts'
import type { SeriesSizes, Store, StoredKnowledge } from '../store/store.ts'
import { foldName } from '../vietnamese/fold.ts'
import { unitScale } from '../vietnamese/unit-scale.ts'
import { baseValue } from './audit-amount.ts'
import { lengthInMonths } from './audit-period.ts'

/** A figure of another source. */
export type KnownFigure = FigureKey &
  Pick<Figure, 'value' | 'valueHigh' | 'unit' | 'status' | 'bound'> & {
    readonly publisher: string | null
    readonly published: string | null
  }

/** A level brought to a whole year, in base units ("đồng", "usd"). */
export interface YearSize {
  readonly year: number
  /** The one that is named; several sources of the year lie between `low` and `high`. */
  readonly size: Decimal
  readonly low: Decimal
  readonly high: Decimal
  readonly base: string
}

/** What the checks ask of other sources. */
export interface KnownRanges {
  /** Sizes of the whole of an indicator in a place, any year; empty when nothing is known. */
  sizesOf(key: Pick<FigureKey, 'indicator' | 'area' | 'borders'>): readonly YearSize[]
  /** Figures of other sources with the same key, whatever their value. */
  sameKey(key: FigureKey): readonly KnownFigure[]
}

/** Known of nothing: an article is then checked by itself and by the catalogue's ranges. */
export const NOTHING_KNOWN: KnownRanges = { sizesOf: () => [], sameKey: () => [] }

/**
 * Knowledge made of two lots: `sizes` says how large things are; only `others` can contradict (what
 * is not stored cannot be cited). Growth and parts say nothing about sizes.
 */
export function knownFrom(
  sizes: Iterable<KnownFigure>,
  others: Iterable<KnownFigure>,
): KnownRanges {
  const bySeries = new Map<string, YearSize[]>()
  const byKey = new Map<string, KnownFigure[]>()
  for (const figure of others) push(byKey, keyOf(figure), figure)
  for (const figure of sizes) {
    const size = yearSize(figure)
    if (size) push(bySeries, placeOf(figure), size)
  }
  return {
    sizesOf: (key) => bySeries.get(placeOf(key)) ?? [],
    sameKey: (key) => byKey.get(keyOf(key)) ?? [],
  }
}

let official: readonly KnownFigure[] | undefined
let officialIndex: KnownRanges | undefined

/** The shipped official figures, as sizes: they hold for an empty store too. */
export function officialSizes(): readonly KnownFigure[] {
  official ??= officialDocuments().flatMap(({ publisher, published, figures }) =>
    figures.map((figure) => ({ ...figure, valueHigh: null, bound: null, publisher, published })),
  )
  return official
}

/** Sizes from the shipped official figures, contradictions from nowhere. Made once. */
export function officialKnown(): KnownRanges {
  officialIndex ??= knownFrom(officialSizes(), [])
  return officialIndex
}

/** An article to be audited, as far as it says what must be known. */
export interface Asking {
  readonly figures: readonly FigureKey[]
  /** An older version of the article itself (same address) is no other source. */
  readonly url: string | null
}

/** What the store and the shipped official figures know of the places and indicators of each article. */
export async function knownForEach(
  store: Store,
  articles: readonly Asking[],
): Promise<KnownRanges[]> {
  const figures = articles.flatMap((article) => article.figures)
  if (figures.length === 0) return articles.map(() => NOTHING_KNOWN)
  const stored = await store.whatIsKnown({
    series: distinct(figures.flatMap(seriesOf)),
    cells: distinct(figures.flatMap(cellsOf)),
    exceptUrls: articles.flatMap(({ url }) => url ?? []),
  })
  const sizesOf = sizesWith(stored.sizes)
  const byKey = valuesByKey(stored)
  return articles.map(({ url }) => ({
    sizesOf,
    sameKey: (key) =>
      (byKey.get(keyOf(key)) ?? []).filter((other) => url === null || other.url !== url),
  }))
}

/** `knownForEach` of one article. */
export async function knownFor(
  store: Store,
  figures: readonly FigureKey[],
  url: string | null = null,
): Promise<KnownRanges> {
  const [known = NOTHING_KNOWN] = await knownForEach(store, [{ figures, url }])
  return known
}

/** The series whose sizes tell whether a level is plausible: its own and the retail sales there. */
function seriesOf({ indicator, area, borders, measure }: FigureKey) {
  if (area === null || measure !== 'level') return []
  const province = provinceOfArea(area)
  const members = borders === 'new' ? membersOf(province) : [province]
  return [
    { indicator, area: province },
    ...members.map((member) => ({ indicator: 'retail_sales', area: member })),
  ]
}

/** Where other sources can say the same or tell the year before. */
function cellsOf({ indicator, area, scope, period, measure }: FigureKey) {
  if (area === null || yearOf(period) === null) return []
  const isWholeLevel = measure === 'level' && scope === null
  const periods = isWholeLevel ? [period, shiftYears(period, -1)] : [period]
  return periods.map((one) => ({ indicator, area, period: one }))
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

/** The shipped sizes of a place, then the stored ones; the same list every time. */
function sizesWith(stored: readonly SeriesSizes[]): KnownRanges['sizesOf'] {
  const own = new Map<string, YearSize[]>()
  for (const { indicator, area, sizes } of stored)
    for (const { borders, unit, year, ...told } of sizes) {
      const inBase = (value: string) => baseValue({ value, unit })
      push(own, placeOf({ indicator, area, borders }), {
        year,
        size: inBase(told.size),
        low: inBase(told.low),
        high: inBase(told.high),
        base: unitScale(unit).base,
      })
    }
  const { sizesOf } = officialKnown()
  const all = new Map<string, readonly YearSize[]>()
  return (key) => {
    const place = placeOf(key)
    const known = all.get(place) ?? [...sizesOf(key), ...(own.get(place) ?? [])]
    all.set(place, known)
    return known
  }
}

function valuesByKey({ values }: StoredKnowledge) {
  const byKey = new Map<string, StoredKnowledge['values'][number][]>()
  for (const value of values) push(byKey, keyOf(value), value)
  return byKey
}

function yearSize(figure: KnownFigure): YearSize | undefined {
  const { measure, scope, status, unit, period, indicator } = figure
  if (measure !== 'level' || scope !== null || status === 'target' || unit === '%') return undefined
  const year = yearOf(period)
  if (year === null) return undefined
  const months = indicator === 'electrified_households' ? 12 : lengthInMonths(period)
  const size = baseValue(figure).abs().times(12).div(months)
  return { year, size, low: size, high: size, base: unitScale(unit).base }
}

/** The name before and after the mergers of 2025 is two places. */
function placeOf({ indicator, area, borders }: Pick<FigureKey, 'indicator' | 'area' | 'borders'>) {
  return `${indicator}\n${area}\n${borders === 'new' ? 'new' : ''}`
}

function keyOf(key: FigureKey): string {
  const { indicator, area, borders, scope, period, measure, priceBasis } = key
  const part = scope === null ? null : foldName(scope)
  return JSON.stringify([indicator, area, borders, part, period, measure, priceBasis])
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
