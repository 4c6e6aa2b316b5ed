/** Growth against the two levels that the same article prints. */
import { Decimal } from 'decimal.js'
import { shiftYears } from '../model/period.ts'
import { formatPeriodVi, formatQuantity } from '../vietnamese/format.ts'
import { areApart, lastUnit, printedInterval, ratioPercent, widen } from './audit-amount.ts'
import {
  type Finding,
  groupBy,
  type Placed,
  seriesKey,
  written,
  writtenChange,
  writtenPercent,
} from './audit-finding.ts'
import type { KnownRanges } from './audit-known.ts'

/** Their growth is told at constant prices even where levels are current: only told bases compare. */
const REAL_GROWTH = new Set([
  'grdp',
  'industrial_value_added',
  'services_output',
  'industrial_output',
])
/** Their levels are revised little, so that levels of two sources compare in the rough. */
const STEADY = new Set(['exports', 'imports', 'trade', 'retail_sales', 'budget_revenue'])
/** Between sources only a gap of so many points, and of half the growth, is a doubt. */
const GAP_BETWEEN_SOURCES = 10
/** Below this a level of an index in per cent is a growth and no index. */
const LEAST_INDEX = 40

/**
 * `inconsistent-growth`: a growth that its two levels do not give, also an index beside a growth. One
 * unit of the growth's last decimal and the rounding of the levels are no inconsistency.
 */
export function checkGrowth(figures: readonly Placed[], known: KnownRanges): Finding[] {
  const findings: Finding[] = []
  for (const group of groupBy(figures, seriesKey).values()) {
    const levels = group.filter(({ figure }) => figure.measure === 'level')
    for (const growth of group.filter(({ figure }) => figure.measure === 'yoy')) {
      for (const level of levels.filter((l) => l.figure.period === growth.figure.period)) {
        const finding =
          againstLevels(growth, level, levels) ??
          againstIndex(growth, level) ??
          againstOthers(growth, level, known)
        if (finding) findings.push(finding)
      }
    }
  }
  return findings
}

function againstLevels(
  growth: Placed,
  level: Placed,
  levels: readonly Placed[],
): Finding | undefined {
  const { figure } = level
  if (figure.unit === '%' || isTarget(growth) !== isTarget(level)) return undefined
  if (REAL_GROWTH.has(figure.indicator) && figure.priceBasis === 'current') return undefined
  const before = levels.filter((l) => isLevelBefore(l, level))
  // With several levels of the year before (revised, planned) any of them may be the base.
  const rates = before.map((base) => ({ base, rate: growthFrom(base, level) }))
  const said = widen(printedInterval(growth.figure), lastUnit(growth.figure))
  if (rates.length === 0 || rates.some(({ rate }) => !rate || !areApart(rate, said)))
    return undefined
  const [{ base, rate } = { base: undefined, rate: undefined }] = rates
  if (!base || !rate) return undefined
  const computed = rate.low.plus(rate.high).div(2)
  return {
    code: 'inconsistent-growth',
    figures: [growth.at, level.at],
    text:
      `${written(figure)} so với ${written(base.figure)} (${formatPeriodVi(base.figure.period)}) là ` +
      `${computed.isNegative() ? 'giảm' : 'tăng'} ${writtenPercent(computed.abs())}, bài ghi ${writtenChange(growth.figure)}.`,
  }
}

function isLevelBefore(base: Placed, level: Placed): boolean {
  return (
    base.figure.period === shiftYears(level.figure.period, -1) &&
    base.figure.period !== level.figure.period &&
    base.figure.unit !== '%' &&
    !isTarget(base)
  )
}

function growthFrom(base: Placed, level: Placed) {
  const ratio = ratioPercent(printedInterval(level.figure), printedInterval(base.figure))
  return ratio && widen({ low: ratio.low.minus(100), high: ratio.high.minus(100) }, 0)
}

function againstIndex(growth: Placed, level: Placed): Finding | undefined {
  const { figure } = level
  if (figure.indicator !== 'iip' || figure.unit !== '%') return undefined
  if (isTarget(growth) !== isTarget(level)) return undefined
  const index = new Decimal(figure.value)
  if (index.lt(LEAST_INDEX)) return undefined
  const rate = printedInterval(figure)
  const asGrowth = { low: rate.low.minus(100), high: rate.high.minus(100) }
  if (!areApart(asGrowth, widen(printedInterval(growth.figure), lastUnit(growth.figure))))
    return undefined
  return {
    code: 'inconsistent-growth',
    figures: [growth.at, level.at],
    text: `Chỉ số ${written(figure)} nghĩa là thay đổi ${writtenPercent(index.minus(100))}, bài ghi ${writtenChange(growth.figure)}.`,
  }
}

/** Against the level of the year before as another source has it; only a wide gap counts. */
function againstOthers(growth: Placed, level: Placed, known: KnownRanges): Finding | undefined {
  const { figure } = level
  if (!STEADY.has(figure.indicator) || figure.scope !== null) return undefined
  if (isTarget(growth) || isTarget(level)) return undefined
  const before = known
    .sameKey({ ...figure, period: shiftYears(figure.period, -1) })
    .filter((base) => base.status !== 'target' && base.period !== figure.period)
  const rates = before.flatMap((base) => {
    const ratio = ratioPercent(printedInterval(figure), printedInterval(base))
    return ratio ? [{ base, rate: ratio.low.plus(ratio.high).div(2).minus(100) }] : []
  })
  const said = new Decimal(growth.figure.value)
  const [first] = rates
  if (!first || rates.some(({ rate }) => !isWideGap(rate, said))) return undefined
  const { base, rate } = first
  return {
    code: 'inconsistent-growth',
    figures: [growth.at, level.at],
    text:
      `${written(figure)} so với ${formatQuantity(base.value, base.unit)} (${formatPeriodVi(base.period)}, theo ${base.publisher ?? 'nguồn khác'}) là ` +
      `${rate.isNegative() ? 'giảm' : 'tăng'} ${writtenPercent(rate.abs())}, bài ghi ${writtenChange(growth.figure)}.`,
  }
}

function isWideGap(rate: Decimal, said: Decimal): boolean {
  const gap = rate.minus(said).abs()
  return gap.gt(GAP_BETWEEN_SOURCES) && gap.gt(rate.abs().div(2))
}

function isTarget({ figure }: Placed): boolean {
  return figure.status === 'target'
}
