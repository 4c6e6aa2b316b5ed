/** Per cent of the plan against the plan and the result, and against each other. */
import type { Decimal } from 'decimal.js'
import {
  areApart,
  type Interval,
  lastUnit,
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
import { monthsWithin } from './audit-period.ts'

/** A result with its per cent of a plan. */
interface Reached {
  readonly percent: Placed
  readonly level: Placed
}

/**
 * `inconsistent-plan`: a per cent of the plan that result and plan do not give, and two results of
 * one year whose per cents mean two different plans.
 */
export function checkPlans(figures: readonly Placed[]): Finding[] {
  const findings: Finding[] = []
  for (const group of groupBy(figures, seriesKey).values()) {
    const reached = reachedIn(group)
    for (const one of reached) findings.push(...againstPlan(one, group))
    findings.push(...againstEachOther(reached))
  }
  return findings
}

function reachedIn(group: readonly Placed[]): Reached[] {
  const percents = group.filter(({ figure }) => ['plan', 'over_plan'].includes(figure.measure))
  return percents.flatMap((percent) => {
    const levels = group.filter(
      ({ figure }) =>
        figure.measure === 'level' &&
        figure.unit !== '%' &&
        figure.period === percent.figure.period &&
        (figure.status === 'target') === (percent.figure.status === 'target'),
    )
    // Two levels of one key are a doubt of their own; which of them the per cent means is unknown.
    const [level, ...more] = levels
    return level && more.length === 0 ? [{ percent, level }] : []
  })
}

function percentInterval({ figure }: Placed): Interval {
  const said = widen(printedInterval(figure), lastUnit(figure))
  if (figure.measure === 'plan') return said
  return { low: said.low.plus(100), high: said.high.plus(100) }
}

function againstPlan({ percent, level }: Reached, group: readonly Placed[]): Finding[] {
  if (level.figure.status === 'target') return []
  const year = level.figure.period.slice(0, 4)
  const plans = group.filter(
    ({ figure }) =>
      figure.measure === 'level' &&
      figure.status === 'target' &&
      figure.unit !== '%' &&
      (figure.period === year || figure.period === level.figure.period),
  )
  const ratios = plans.map((plan) => ({
    plan,
    ratio: ratioPercent(printedInterval(level.figure), printedInterval(plan.figure)),
  }))
  const said = percentInterval(percent)
  if (ratios.length === 0 || ratios.some(({ ratio }) => !ratio || !areApart(ratio, said))) return []
  const [first] = ratios
  if (!first?.ratio) return []
  const computed = middle(first.ratio)
  const over = percent.figure.measure === 'over_plan'
  const saidText = over ? `vượt ${written(percent.figure)}` : `bằng ${written(percent.figure)}`
  return [
    {
      code: 'inconsistent-plan',
      figures: [percent.at, level.at],
      text: `${written(level.figure)} bằng ${writtenPercent(computed)} của kế hoạch ${written(first.plan.figure)}, bài ghi ${saidText} kế hoạch.`,
    },
  ]
}

function againstEachOther(reached: readonly Reached[]): Finding[] {
  const findings: Finding[] = []
  for (const [i, one] of reached.entries())
    for (const other of reached.slice(i + 1)) {
      const [a, b] = [impliedPlan(one), impliedPlan(other)]
      if (!a || !b || !shareYearPlan(one, other) || !areApart(a, b)) continue
      const unit = other.level.figure.unit
      findings.push({
        code: 'inconsistent-plan',
        figures: [one.percent.at, other.percent.at],
        text:
          `${written(one.level.figure)} bằng ${written(one.percent.figure)} thì kế hoạch năm khoảng ${writtenIn(middle(a), unit, 1)}, ` +
          `nhưng ${written(other.level.figure)} bằng ${written(other.percent.figure)} thì khoảng ${writtenIn(middle(b), unit, 1)}.`,
      })
    }
  return findings
}

/** Both from January on within one year, so that both speak of the year's plan. */
function shareYearPlan(one: Reached, other: Reached): boolean {
  const [a, b] = [one, other].map(({ level }) => monthsWithin(level.figure.period))
  if (!a || !b || a.year !== b.year || a.last === b.last) return false
  return a.first === 1 && b.first === 1
}

function impliedPlan({ percent, level }: Reached): Interval | undefined {
  return ratioPercent(printedInterval(level.figure), percentInterval(percent))
}

function middle({ low, high }: Interval): Decimal {
  return low.plus(high).div(2)
}
