/** Scores what was read from articles against the figures a person found in them. */
import type { Extraction } from '../model/article.ts'
import type { GoldFigure, GoldFile } from './gold.ts'
import {
  LEVELS,
  type Level,
  type Matching,
  type Merged,
  matchFigures,
  mergeFigures,
  statusesAgree,
} from './match-figures.ts'
import { type AreaKey, type Stated, sameScope } from './normalise.ts'
import { ratio, threeDecimals } from './print.ts'

/** What the program made of one blind copy. */
export type Reading = Extraction | { readonly file: string; readonly error: unknown }

/** The figures of every third article are seen by nobody, so that rules cannot be tuned to them. */
export type Part = 'seen' | 'unseen'

/** Indicators that may mean anything; the core is what remains. */
const OUTSIDE_CORE: ReadonlySet<string> = new Set(['other', 'product_output'])
const SELECTIONS = ['core', 'all'] as const
type Selection = (typeof SELECTIONS)[number]

const FIELDS = ['area', 'period', 'status', 'scope', 'bound', 'priceBasis'] as const
type Field = (typeof FIELDS)[number]

type Attributes = { readonly bound?: unknown; readonly priceBasis?: unknown }
type GoldStated = GoldFigure & Stated & Attributes
type ReadStated = Stated & Attributes

/** `right` of `total`; for figures also how many were given. */
interface Count {
  right: number
  total: number
}
interface FigureCount extends Count {
  given: number
}

class Tally {
  articles = 0
  readonly area: Count = { right: 0, total: 0 }
  readonly quotes: Count = { right: 0, total: 0 }
  readonly fields = new Map<Field, Count>(FIELDS.map((field) => [field, { right: 0, total: 0 }]))
  readonly figures = new Map<string, FigureCount>()
  readonly differences: string[] = []

  field(field: Field, right: boolean): void {
    const count = this.fields.get(field)
    if (count) addTo(count, right)
  }

  match(
    name: string,
    { hits, extra }: Matching<Stated, Stated>,
    wanted: number,
    bad: number,
  ): void {
    const count = this.figures.get(name) ?? { right: 0, given: 0, total: 0 }
    count.right += hits.length
    count.given += hits.length + extra.length + bad
    count.total += wanted
    this.figures.set(name, count)
  }
}

function addTo(count: Count, right: boolean): void {
  count.total += 1
  if (right) count.right += 1
}

/**
 * The lines of the score: articles, then the fields where the value was found, then precision and
 * recall. `readings` are in the order of `gold`. Verbose lists before it what is missing and extra.
 */
export function scoreExtraction(
  gold: readonly GoldFile[],
  readings: readonly Reading[],
  areaKey: AreaKey,
  options: { readonly part?: Part | undefined; readonly verbose?: boolean | undefined } = {},
): string[] {
  const tally = new Tally()
  gold.forEach((file, index) => {
    if (options.part && (index % 3 === 2) !== (options.part === 'unseen')) return
    const reading = readings[index]
    scoreArticle(tally, file, reading && 'article' in reading ? reading : undefined, areaKey)
  })
  const read = readings.filter((reading) => !('error' in reading)).length
  return [...(options.verbose ? tally.differences : []), ...summary(tally, read)]
}

function scoreArticle(
  tally: Tally,
  gold: GoldFile,
  reading: Extraction | undefined,
  areaKey: AreaKey,
): void {
  tally.articles += 1
  addTo(tally.area, areaKey(gold.about) === areaKey(reading?.article.area))
  const figures = reading?.figures ?? []
  for (const { quote, start, end } of figures) {
    addTo(tally.quotes, quote !== '' && reading?.article.text.slice(start, end) === quote)
  }
  for (const selection of SELECTIONS) {
    const sides = {
      wanted: mergeFigures(select(gold.figures.filter(isWanted), selection), areaKey).merged,
      optional: mergeFigures(select(gold.figures.filter(isOptional), selection), areaKey).merged,
      read: mergeFigures<ReadStated>(select(figures, selection), areaKey),
    }
    for (const level of LEVELS) scoreLevel(tally, gold.stem, selection, level, sides, areaKey)
  }
}

const isOptional = (figure: GoldFigure) => figure.optional === true
const isWanted = (figure: GoldFigure) => !isOptional(figure)

function select<F extends { readonly indicator: string }>(
  figures: readonly F[],
  selection: Selection,
): F[] {
  return figures.filter((f) => selection === 'all' || !OUTSIDE_CORE.has(f.indicator))
}

function scoreLevel(
  tally: Tally,
  stem: string,
  selection: Selection,
  level: Level,
  sides: {
    readonly wanted: readonly Merged<GoldStated>[]
    readonly optional: readonly Merged<GoldStated>[]
    readonly read: { readonly merged: readonly Merged<ReadStated>[]; readonly unreadable: number }
  },
  areaKey: AreaKey,
): void {
  const matching = matchFigures(sides.wanted, sides.read.merged, level)
  const { extra } = matchFigures(sides.optional, matching.extra, 'value')
  tally.match(
    `${selection} ${level}`,
    { ...matching, extra },
    sides.wanted.length,
    sides.read.unreadable,
  )
  if (selection === 'all' && level === 'exact') {
    tally.differences.push(
      ...matching.missing.map((fact) => `MISSING | ${stem} | ${show(fact)}`),
      ...extra.map((fact) => `EXTRA   | ${stem} | ${show(fact)}`),
    )
  }
  if (selection === 'core' && level === 'value') {
    for (const [wanted, read] of matching.hits) scoreFields(tally, wanted, read, areaKey)
  }
}

function scoreFields(
  tally: Tally,
  wanted: Merged<GoldStated>,
  read: Merged<ReadStated>,
  areaKey: AreaKey,
): void {
  const [a, b] = [wanted.figure, read.figure]
  tally.field('area', areaKey(a.area) === areaKey(b.area))
  tally.field('period', a.period === b.period)
  tally.field('scope', sameScope(a, b))
  tally.field('status', statusesAgree(wanted, read))
  tally.field('bound', (a.bound ?? null) === (b.bound ?? null))
  tally.field('priceBasis', (a.price_basis ?? null) === (b.priceBasis ?? null))
}

/** One figure in a line of the verbose print-out. */
function show({ figure: f, statuses }: Merged<Stated>): string {
  const words = [f.indicator, f.area, f.scope, f.period, f.measure, f.value, f.unit]
  return [...words, ...[...statuses].map((s) => s ?? 'None').sort()]
    .map((word) => word ?? 'None')
    .join(' | ')
}

function summary(tally: Tally, read: number): string[] {
  const { articles, area, quotes } = tally
  return [
    `articles ${articles}, read ${read}; article area right ${area.right}/${area.total}; quotes at their offsets ${quotes.right}/${quotes.total}`,
    ...[...tally.fields].map(
      ([field, { right, total }]) =>
        `  ${field.padEnd(10)} right where the value was found: ${right}/${total} = ${ratio(right, total)}`,
    ),
    ...[...tally.figures].map(([name, count]) => precisionLine(name, count)),
  ]
}

function precisionLine(name: string, { right, given, total }: FigureCount): string {
  const [selection = '', level = ''] = name.split(' ')
  const precision = given === 0 ? 1 : right / given
  const recall = total === 0 ? 1 : right / total
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return `${selection.padEnd(4)} ${level.padEnd(6)} precision ${threeDecimals(precision)} recall ${threeDecimals(recall)} F1 ${threeDecimals(f1)}  (${right} right of ${given} given, ${total} wanted)`
}
