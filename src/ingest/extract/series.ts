/** Looks at the figures of a list together: one printed unlike its neighbours is made sense of. */
import type { ExtractedFigure, Measure } from '../../model/figure.ts'
import { scaleByTen } from '../../vietnamese/read-number.ts'

const DECIMAL_OF_THREE = /[1-9]\d{0,2},\d{3}(?!\d)/u
/** A longer list than this is no list of an article. */
const LONGEST_SERIES = 60
const GROUPED = /[1-9]\d{0,2}\.\d{3}(?![\d,])/u

/**
 * "146,891 triệu đồng" beside "172.975 triệu đồng": the comma groups thousands where all neighbours
 * of the same unit, indicator and period are grouped by points and a thousand times larger.
 */
export function repairSeries(figures: readonly ExtractedFigure[]): ExtractedFigure[] {
  const series = Map.groupBy(figures, seriesKey)
  return figures.map((figure) => {
    if (figure.measure !== 'level' || !DECIMAL_OF_THREE.test(figure.quote)) return figure
    const others = (series.get(seriesKey(figure)) ?? []).slice(0, LONGEST_SERIES)
    return repairIn(
      figure,
      others.filter((f) => f !== figure),
    )
  })
}

function repairIn(figure: ExtractedFigure, others: readonly ExtractedFigure[]): ExtractedFigure {
  const grouped = others.filter((f) => GROUPED.test(f.quote))
  if (grouped.length < 2 || grouped.length < others.length) return figure
  const value = Number(figure.value) * 1000
  const fits = grouped.every((f) => value / Number(f.value) > 0.02 && value / Number(f.value) < 50)
  if (!fits) return figure
  const warnings = [...new Set([...figure.warnings, 'repaired-number' as const])]
  return { ...figure, value: scaleByTen(figure.value, 3), warnings }
}

/** Figures of one list: parts of one indicator at one time, told in one unit. */
function seriesKey({ measure, unit, indicator, period, scope }: ExtractedFigure): string {
  return [measure, unit, indicator, period, scope === null].join('|')
}

/**
 * "CPI tăng 1,6% và tăng 12,4% so với bình quân cùng kỳ": of two growths of the price index, the one
 * without a base is against another base than the year before.
 */
export function settlePriceIndex(figures: readonly ExtractedFigure[]): ExtractedFigure[] {
  const settled = settlePairs(figures)
  let sentence = -1
  let bases = new Set<Measure>()
  return settled.map((figure) => {
    if (figure.indicator !== 'cpi') return figure
    if (figure.scope !== null) return asGroup(figure, bases)
    if (figure.measure === 'yoy' && !hasBase(figure)) return figure
    if (figure.sentenceStart !== sentence) bases = new Set()
    sentence = figure.sentenceStart
    bases.add(figure.measure)
    return figure
  })
}

/**
 * A group of goods without a base of its own is compared like the whole index before it; where that was
 * told against several bases nobody can tell which.
 */
function asGroup(figure: ExtractedFigure, bases: ReadonlySet<Measure>): ExtractedFigure {
  const [base] = bases
  if (figure.measure !== 'yoy' || hasBase(figure) || base === undefined) return figure
  return { ...figure, measure: bases.size > 1 ? 'growth' : base }
}

function settlePairs(figures: readonly ExtractedFigure[]): ExtractedFigure[] {
  return figures.map((figure, i) => {
    const next = figures[i + 1]
    if (figure.indicator !== 'cpi' || figure.measure !== 'yoy' || hasBase(figure)) return figure
    const pair =
      next?.indicator === 'cpi' &&
      next.measure === 'yoy' &&
      next.sentenceStart === figure.sentenceStart &&
      next.period === figure.period &&
      next.scope === figure.scope &&
      hasBase(next)
    return pair ? { ...figure, measure: 'growth' } : figure
  })
}

function hasBase(figure: ExtractedFigure): boolean {
  return figure.trace.some((step) => step.rule === 'attach.base')
}
