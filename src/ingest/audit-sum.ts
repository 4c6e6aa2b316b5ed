/** Parts against their whole: periods, exports and imports, shares, parts that are larger than all. */
import { Decimal } from 'decimal.js'
import { indicatorById } from '../catalogue/indicators.ts'
import type { ExtractedFigure } from '../model/figure.ts'
import { formatPeriodVi } from '../vietnamese/format.ts'
import { unitScale } from '../vietnamese/unit-scale.ts'
import {
  areApart,
  baseValue,
  type Interval,
  lastUnit,
  minus,
  plus,
  printedInterval,
  ratioPercent,
  widen,
} from './audit-amount.ts'
import {
  type Finding,
  groupBy,
  type Placed,
  seriesKey,
  written,
  writtenIn,
  writtenPercent,
} from './audit-finding.ts'
import { isInside, makeUp, monthsWithin } from './audit-period.ts'

/** A part said to be more than the whole counts only from here on: wholes are often rounded. */
const PART_SLACK = new Decimal('1.02')
/** In a scope: what is counted goes beyond the whole of the area. */
const NO_PART =
  /qua (?:địa bàn|cửa khẩu)|cửa khẩu|tính cả|bao gồm|gồm cả|cả nước|toàn quốc|kể cả|bán ra|bán buôn/u
/** Indicators whose scopes are no parts of one whole. */
const WITHOUT_WHOLE = new Set(['other', 'product_output', 'fdi', 'cpi', 'electrified_households'])

/** Said once, by a warning of its own. */
const UNKNOWN_YEAR = / (?:năm )?\(không rõ năm\)/u

/** `inconsistent-sum`: what should add up and does not, by more than rounding explains. */
export function checkSums(figures: readonly Placed[]): Finding[] {
  const levels = figures.filter(({ figure }) => isAmount(figure))
  return [
    ...periodSums(levels),
    ...shorterThanLonger(levels),
    ...composedIndicators(levels),
    ...partsOfWhole(levels),
    ...shares(figures),
  ]
}

function isAmount({ measure, unit, valueHigh }: ExtractedFigure): boolean {
  return measure === 'level' && unit !== '%' && valueHigh === null
}

function isFlow({ indicator }: ExtractedFigure): boolean {
  return indicatorById(indicator)?.nature === 'flow'
}

/** Head + tail = whole: quý I + quý II = 6 tháng, 8 tháng + tháng 9 = 9 tháng. */
function periodSums(levels: readonly Placed[]): Finding[] {
  const flows = levels.filter(({ figure }) => isFlow(figure))
  const groups = [...groupBy(flows, seriesOfYear).values()]
  return groups.flatMap((group) =>
    pairsOf(group).flatMap(([head, tail]) =>
      group.flatMap((whole) => againstWhole(head, tail, whole) ?? []),
    ),
  )
}

function againstWhole(head: Placed, tail: Placed, whole: Placed): Finding | undefined {
  if (!makeUp(head.figure.period, tail.figure.period, whole.figure.period)) return undefined
  if (isTargetBesideResults(whole, head, tail)) return undefined
  return differs(whole, withTerm(withTerm(NO_SUM, head, '+'), tail, '+'))
}

function pairsOf(group: readonly Placed[]): [Placed, Placed][] {
  return group.flatMap((a) => group.filter((b) => b !== a).map((b): [Placed, Placed] => [a, b]))
}

/** The year's plan is no sum of results; a target of the rest makes the whole a target too. */
function isTargetBesideResults(whole: Placed, head: Placed, tail: Placed): boolean {
  const targets = [head, tail].filter(({ figure }) => figure.status === 'target').length
  return whole.figure.status === 'target' ? targets === 0 : targets > 0
}

/** A month cannot be more than the months that hold it. */
function shorterThanLonger(levels: readonly Placed[]): Finding[] {
  const flows = levels.filter(({ figure }) => isFlow(figure) && figure.status !== 'target')
  return [...groupBy(flows, seriesOfYear).values()].flatMap((group) =>
    pairsOf(group).flatMap(([inner, outer]) => {
      if (!isInside(inner.figure.period, outer.figure.period)) return []
      if (isWithinWhole(inner, outer)) return []
      const text = `${nameOf(inner)} lớn hơn ${nameOf(outer)} tuy nằm trong đó.`
      return [{ code: 'inconsistent-sum', figures: [inner.at, outer.at], text } as const]
    }),
  )
}

function isWithinWhole(part: Placed, whole: Placed): boolean {
  return baseValue(part.figure).lte(printedInterval(whole.figure).high.times(PART_SLACK))
}

/** trade = exports + imports, trade_balance = exports − imports, as the catalogue says. */
function composedIndicators(levels: readonly Placed[]): Finding[] {
  return [...groupBy(levels, sameMoment).values()].flatMap((group) =>
    group.flatMap((whole) => againstParts(whole, group) ?? []),
  )
}

function againstParts(whole: Placed, group: readonly Placed[]): Finding | undefined {
  const parts = indicatorById(whole.figure.indicator)?.parts ?? []
  const found = parts.map(({ id }) => group.filter((g) => g.figure.indicator === id))
  const larger = parts.some(({ sign }) => sign === '-')
    ? undefined
    : largerThan(whole, found.flat())
  // A part told twice is a doubt of its own.
  if (larger || parts.length === 0 || found.some((same) => same.length !== 1)) return larger
  const sum = found
    .flat()
    .reduce((total, part, i) => withTerm(total, part, parts[i]?.sign ?? '+'), NO_SUM)
  return differs(whole, sum)
}

/** A part of trade that alone is more than all trade. */
function largerThan(whole: Placed, parts: readonly Placed[]): Finding | undefined {
  const part = parts.find((one) => !isWithinWhole(one, whole))
  if (!part) return undefined
  const text = `Riêng ${nameOf(part)} đã nhiều hơn ${nameOf(whole)}.`
  return { code: 'inconsistent-sum', figures: [whole.at, part.at], text }
}

/** A part is not more than the whole. */
function partsOfWhole(levels: readonly Placed[]): Finding[] {
  const findings: Finding[] = []
  for (const [part, whole] of partsWithWhole(levels)) {
    if (isWithinWhole(part, whole)) continue
    findings.push({
      code: 'inconsistent-sum',
      figures: [part.at, whole.at],
      text: `Riêng ${part.figure.scope} đã là ${written(part.figure)}, nhiều hơn tổng ${written(whole.figure)}.`,
    })
  }
  return findings
}

/** A share against the part and the whole it is of. */
function shares(figures: readonly Placed[]): Finding[] {
  const findings: Finding[] = []
  const said = figures.filter(({ figure }) => figure.measure === 'share')
  for (const [part, whole] of partsWithWhole(figures.filter(({ figure }) => isAmount(figure))))
    for (const share of said) {
      if (seriesKey(share.figure) !== seriesKey(part.figure)) continue
      if (share.figure.period !== part.figure.period) continue
      const ratio = ratioPercent(printedInterval(part.figure), printedInterval(whole.figure))
      if (!ratio || !areApart(ratio, widen(printedInterval(share.figure), lastUnit(share.figure))))
        continue
      findings.push({
        code: 'inconsistent-sum',
        figures: [share.at, part.at],
        text: `${written(part.figure)} bằng ${writtenPercent(ratio.low.plus(ratio.high).div(2))} của ${written(whole.figure)}, bài ghi chiếm ${written(share.figure)}.`,
      })
    }
  return findings
}

function partsWithWhole(levels: readonly Placed[]): [part: Placed, whole: Placed][] {
  const pairs: [Placed, Placed][] = []
  const groups = groupBy(levels, (figure) => `${figure.indicator}\n${sameKind(figure)}`)
  for (const group of groups.values()) {
    const wholes = group.filter(({ figure }) => figure.scope === null)
    const [whole, ...more] = wholes
    if (!whole || more.length > 0 || WITHOUT_WHOLE.has(whole.figure.indicator)) continue
    for (const part of group)
      if (part.figure.scope !== null && !NO_PART.test(part.figure.scope.toLowerCase()))
        pairs.push([part, whole])
  }
  return pairs
}

/** What a total should be: the interval of the sum, its printed terms and their plain sum. */
interface Sum {
  readonly interval: Interval
  readonly terms: string
  readonly plain: Decimal
}

const NO_SUM: Sum = {
  interval: { low: new Decimal(0), high: new Decimal(0) },
  terms: '',
  plain: new Decimal(0),
}

function withTerm(sum: Sum, term: Placed, sign: '+' | '-'): Sum {
  const [amount, value] = [printedInterval(term.figure), baseValue(term.figure)]
  const adds = sign === '+'
  const joint = sum.terms === '' ? '' : adds ? ' + ' : ' − '
  return {
    interval: adds ? plus(sum.interval, amount) : minus(sum.interval, amount),
    terms: `${sum.terms}${joint}${nameOf(term)}`,
    plain: adds ? sum.plain.plus(value) : sum.plain.minus(value),
  }
}

function differs(whole: Placed, { interval, terms, plain }: Sum): Finding | undefined {
  const { figure, at } = whole
  const total = baseValue(figure)
  const said = figure.bound === null ? { low: total, high: total } : printedInterval(figure)
  if (!areApart(widen(said, lastUnit(figure)), interval)) return undefined
  return {
    code: 'inconsistent-sum',
    figures: [at],
    text: `${terms} = ${writtenIn(plain, figure.unit)}, bài ghi ${nameOnly(whole)} là ${written(figure)}.`,
  }
}

function nameOf(placed: Placed): string {
  return `${nameOnly(placed)} ${written(placed.figure)}`
}

function nameOnly({ figure }: Placed): string {
  const name = indicatorById(figure.indicator)?.shortName ?? figure.indicator
  return `${name} ${formatPeriodVi(figure.period).replace(UNKNOWN_YEAR, '')}`
}

/** One series within one year: only its members can be parts of each other. */
function seriesOfYear(figure: ExtractedFigure): string {
  const year = monthsWithin(figure.period)?.year ?? figure.period
  return `${seriesKey(figure)}\n${unitScale(figure.unit).base}\n${year}`
}

/** The same place, time, kind of number and prices; only the indicator differs. */
function sameMoment(figure: ExtractedFigure): string {
  return `${figure.scope?.toLowerCase() ?? ''}\n${sameKind(figure)}`
}

function sameKind({ area, borders, period, status, priceBasis, unit }: ExtractedFigure): string {
  const kind = status === 'target' ? 'target' : 'result'
  return JSON.stringify([area, borders, period, kind, priceBasis, unitScale(unit).base])
}
