/** What other sources say: sizes to expect of a place, and other values of the same key. */
import type { Decimal } from 'decimal.js'
import { officialDocuments } from '../catalogue/official.ts'
import type { Figure, FigureKey, WarningCode } from '../model/figure.ts'
import { yearOf } from '../model/period.ts'
import type { Store } from '../store/store.ts'
import { foldName } from '../vietnamese/fold.ts'
import { unitScale } from '../vietnamese/unit-scale.ts'
import { baseValue } from './audit-amount.ts'
import { lengthInMonths } from './audit-period.ts'

/** A figure of another source. */
export type KnownFigure = FigureKey &
  Pick<Figure, 'value' | 'valueHigh' | 'unit' | 'status' | 'bound'> & {
    readonly publisher: string | null
    readonly published: string | null
    readonly warnings?: readonly WarningCode[]
  }

/** A level brought to a whole year, in base units ("đồng", "usd"). */
export interface YearSize {
  readonly year: number
  readonly size: Decimal
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

/** What was itself doubted says nothing about sizes. */
const DOUBTFUL_SIZE: ReadonlySet<WarningCode> = new Set(['implausible-unit', 'out-of-range'])
/** At most so many figures of other sources are read for one article. */
const MOST_KNOWN = 5000

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

/**
 * What the store and the shipped official figures know of the places and indicators of an article.
 * An older version of the article itself (same address) is no other source.
 */
export async function knownFor(
  store: Store,
  figures: readonly FigureKey[],
  url: string | null = null,
): Promise<KnownRanges> {
  if (figures.length === 0) return NOTHING_KNOWN
  const stored = await store.findFigures({
    indicators: [...new Set(figures.map((f) => f.indicator))],
    areas: [...new Set(figures.map((f) => f.area))],
    limit: MOST_KNOWN,
  })
  return knownWith(stored.filter((figure) => url === null || figure.url !== url))
}

/** What these figures of other sources and the shipped official figures know. */
export function knownWith(stored: readonly KnownFigure[]): KnownRanges {
  const sound = stored.filter(({ warnings }) => !warnings?.some((code) => DOUBTFUL_SIZE.has(code)))
  const [shipped, own] = [officialKnown(), knownFrom(sound, stored)]
  return {
    sizesOf: (key) => [...shipped.sizesOf(key), ...own.sizesOf(key)],
    sameKey: own.sameKey,
  }
}

function yearSize(figure: KnownFigure): YearSize | undefined {
  const { measure, scope, status, unit, period, indicator } = figure
  if (measure !== 'level' || scope !== null || status === 'target' || unit === '%') return undefined
  const year = yearOf(period)
  if (year === null) return undefined
  const months = indicator === 'electrified_households' ? 12 : lengthInMonths(period)
  const size = baseValue(figure).abs().times(12).div(months)
  return { year, size, base: unitScale(unit).base }
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
