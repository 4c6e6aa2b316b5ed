/** Works out what nobody printed, where the printed figures allow it. */
import { COUNTRY, PROVINCES_2025 } from '../../catalogue/areas.ts'
import { INDICATORS, indicatorById } from '../../catalogue/indicators.ts'
import type { Measure, Status } from '../../model/figure.ts'
import { monthsOf, parsePeriod, shiftYears } from '../../model/period.ts'
import type { StoredFigure } from '../../store/store.ts'
import { sameKind } from '../compute/amount.ts'
import { type Computed, compute, type Target } from '../compute.ts'
import { cuts } from './cuts.ts'
import { distinct, FIRST_NEW_MONTH, isRestated, RESULTS, select } from './pick.ts'

/** What is to be worked out, and what may be used. */
export interface DeriveInput {
  readonly pool: readonly StoredFigure[]
  readonly indicator: string
  readonly areas: readonly string[]
  readonly scope: string | null
  readonly period: string
  /** Statuses a result may be made of. */
  readonly statuses: readonly Status[]
  /** The question asks to compute from a plan or a target. */
  readonly backCompute: boolean
  /** The period that growth is measured against, else null. */
  readonly base: string | null
  /** The share in the country's figure is asked. */
  readonly ofCountry: boolean
  /** The territory of the merged province is asked for by name. */
  readonly newBorders: boolean
}

type Try = (input: DeriveInput) => Computed | undefined

/** The way with the best inputs for a measure; undefined when nothing can be worked out. */
export function derive(measure: Measure | 'target', input: DeriveInput): Computed | undefined {
  for (const attempt of ATTEMPTS[measure]) {
    const made = attempt(input)
    if (made) return made
  }
  return undefined
}

function all(
  input: DeriveInput,
  period: string,
  measures: readonly Measure[],
  statuses = input.statuses,
): StoredFigure[] {
  const { pool, indicator, areas, scope } = input
  const usable = select(pool, { indicator, areas, scope, period, measures, statuses }).filter(
    (f) => !isRestated(f) && !f.warnings.includes('implausible-unit'),
  )
  return distinct(usable)
}

/** The best pair of two kinds of figures that belong together: from one article if there is one. */
function pair(
  first: readonly StoredFigure[],
  second: readonly StoredFigure[],
  fits: (a: StoredFigure, b: StoredFigure) => boolean,
): readonly [StoredFigure, StoredFigure] | undefined {
  const pairs = first.flatMap((a) => second.filter((b) => fits(a, b)).map((b) => [a, b] as const))
  return pairs.find(([a, b]) => a.articleId === b.articleId) ?? pairs[0]
}

function sameSeries(a: StoredFigure, b: StoredFigure): boolean {
  const basis = a.priceBasis === b.priceBasis || a.priceBasis === null || b.priceBasis === null
  return a.borders === b.borders && basis
}

/** Levels of two dates are compared only within one publication: offices revise the year before. */
function sameSource(a: StoredFigure, b: StoredFigure): boolean {
  return (
    sameSeries(a, b) &&
    (a.articleId === b.articleId ||
      (a.publisher !== null && a.publisher === b.publisher && a.title === b.title))
  )
}

function target(input: DeriveInput, of: StoredFigure, measure: Measure): Target {
  const { indicator, scope, period } = input
  return { indicator, area: of.area, borders: of.borders, scope, period, measure }
}

const baseYear: Try = (input) => {
  const next = shiftYears(input.period, 1)
  if (next === input.period) return undefined
  const statuses = input.backCompute ? [...input.statuses, 'target' as const] : input.statuses
  const found = pair(
    all(input, next, ['level'], statuses).filter((f) => f.unit !== '%'),
    all(input, next, ['yoy'], statuses).filter((f) => f.unit === '%' && f.valueHigh === null),
    (a, b) =>
      sameSeries(a, b) &&
      a.articleId === b.articleId &&
      (a.status === 'target') === (b.status === 'target'),
  )
  if (!found) return undefined
  // A growth within the merged province says nothing of the old one before the merger.
  const before = monthsOf(input.period)
  const ofOld = !input.newBorders && before !== undefined && before.last < FIRST_NEW_MONTH
  if (found[0].borders === 'new' && ofOld) return undefined
  const status = found[0].status === 'target' ? 'estimate' : undefined
  return compute('base-year', target(input, found[0], 'level'), found, status)
}

/** Exports and imports to trade or balance. */
const fromParts: Try = (input) => {
  const parts = indicatorById(input.indicator)?.parts ?? []
  const [plus, other] = parts
  if (!plus || !other) return undefined
  const levels = (id: string): StoredFigure[] =>
    all({ ...input, indicator: id }, input.period, ['level'])
  const found = pair(
    levels(plus.id),
    levels(other.id),
    (a, b) => sameSeries(a, b) && sameKind(a.unit, b.unit),
  )
  if (!found) return undefined
  return compute(other.sign === '-' ? 'balance' : 'sum', target(input, found[0], 'level'), found)
}

/** The merged province from its former members, only when all of them are known. */
const sumOfMembers: Try = (input) => {
  const [area] = input.areas
  const flow = indicatorById(input.indicator)?.nature === 'flow'
  if (!input.newBorders || !flow || area === undefined) return undefined
  const lists = membersOf(area).map((member) =>
    all({ ...input, areas: [member] }, input.period, ['level'], RESULTS).filter(
      (f) => f.unit !== '%' && f.borders !== 'new',
    ),
  )
  const fits = (a: StoredFigure, b: StoredFigure): boolean =>
    a.priceBasis === b.priceBasis && sameKind(a.unit, b.unit)
  const lead = lists[0]?.find((a) => lists.every((list) => list.some((b) => fits(a, b))))
  if (!lead || lists.length < 2) return undefined
  const figures = lists.flatMap((list) => list.find((b) => fits(lead, b)) ?? [])
  return compute('sum', { ...target(input, lead, 'level'), area, borders: 'new' }, figures)
}

const sumOfParts: Try = (input) => {
  if (indicatorById(input.indicator)?.nature !== 'flow') return undefined
  for (const cut of cuts(input.period)) {
    const lists = cut.map((part) =>
      all(input, part, ['level'], RESULTS).filter((f) => f.unit !== '%'),
    )
    const [first] = lists
    const lead = first?.find((a) =>
      lists.every((list) => list.some((b) => sameSeries(a, b) && sameKind(a.unit, b.unit))),
    )
    if (!lead) continue
    const figures = lists.flatMap(
      (list) => list.find((b) => sameSeries(lead, b) && sameKind(lead.unit, b.unit)) ?? [],
    )
    const made = compute('sum', target(input, lead, 'level'), figures)
    if (made) return made
  }
  return undefined
}

const growthFromLevels: Try = (input) => {
  const before = shiftYears(input.period, -1)
  if (before === input.period) return undefined
  const found = pair(
    all(input, input.period, ['level']).filter((f) => f.unit !== '%'),
    all(input, before, ['level'], RESULTS).filter((f) => f.unit !== '%'),
    (a, b) => sameSource(a, b) && sameKind(a.unit, b.unit),
  )
  return found && compute('growth', target(input, found[0], 'yoy'), found)
}

const planRate: Try = (input) => {
  const over = all(input, input.period, ['over_plan'])[0]
  if (over) return compute('plan-from-over', target(input, over, 'plan'), [over])
  const found = pair(
    all(input, input.period, ['level'], RESULTS),
    all(input, input.period, ['level'], ['target']),
    (a, b) => sameSeries(a, b) && sameKind(a.unit, b.unit),
  )
  return found && compute('plan-rate', target(input, found[0], 'plan'), found)
}

const overPlan: Try = (input) => {
  const plan = all(input, input.period, ['plan'], RESULTS)[0]
  return plan && compute('over-plan', target(input, plan, 'over_plan'), [plan])
}

/** Periods of a year whose result is told as a part of the year's plan, the whole year first. */
function periodsOfYear(period: string): string[] {
  const y = period.slice(0, 4)
  const months = [11, 10, 9, 8, 7].map((n) => `${y}-${n}M`)
  return [y, ...months, `${y}-H1`, `${y}-5M`, `${y}-4M`, `${y}-Q1`, `${y}-2M`, `${y}-01`]
}

/** A plan of part of a year is far from that part's share of the year's plan. */
const FARTHEST = 45

function isOfYearPlan(rate: StoredFigure): boolean {
  const months = monthsOf(rate.period.replace('XXXX', '2000'))
  if (!months || rate.measure === 'over_plan') return rate.period.length === 4
  const share = ((months.last - months.first + 1) / 12) * 100
  return Math.abs(Number(rate.value) - share) <= FARTHEST
}

/** A plan nobody printed, from a result and how much of the plan it is. */
const planLevel: Try = (input) => {
  if (parsePeriod(input.period)?.kind !== 'year') return undefined
  for (const period of periodsOfYear(input.period)) {
    const rates = all(input, period, ['plan', 'over_plan'], RESULTS).filter(isOfYearPlan)
    const found = pair(
      all(input, period, ['level'], RESULTS).filter((f) => f.unit !== '%'),
      rates,
      (a, b) => sameSeries(a, b) && a.articleId === b.articleId,
    )
    if (found) return compute('plan-level', target(input, found[0], 'level'), found, 'target')
  }
  return undefined
}

/** Growth against a base further back, from two levels of one source. */
const growthSince: Try = (input) => {
  if (input.base === null) return undefined
  const found = pair(
    all(input, input.period, ['level']).filter((f) => f.unit !== '%'),
    all(input, input.base, ['level'], RESULTS).filter((f) => f.unit !== '%'),
    (a, b) => sameSource(a, b) && sameKind(a.unit, b.unit),
  )
  return found && compute('growth', target(input, found[0], 'growth'), found)
}

/** Average growth a year over a range of years, from the levels at its ends. */
const averageGrowth: Try = (input) => {
  const range = parsePeriod(input.period)
  if (range?.kind !== 'years' || range.year === null || range.part === null) return undefined
  const levels = (year: number): StoredFigure[] =>
    all(input, String(year), ['level'], RESULTS).filter((f) => f.unit !== '%')
  const found = pair(
    levels(range.year),
    levels(range.part),
    (a, b) => sameSeries(a, b) && sameKind(a.unit, b.unit),
  )
  return found && compute('average', target(input, found[0], 'growth'), found)
}

/** A place's share in the country. */
const shareOfCountry: Try = (input) => {
  if (!input.ofCountry || input.areas.includes(COUNTRY)) return undefined
  const found = pair(
    all(input, input.period, ['level']),
    all({ ...input, areas: [COUNTRY] }, input.period, ['level']),
    (a, b) => a.priceBasis === b.priceBasis && sameKind(a.unit, b.unit),
  )
  return found && compute('share', target(input, found[0], 'share'), found)
}

/** A part's share in the whole. */
const shareOfWhole: Try = (input) => {
  if (input.scope === null) return undefined
  const found = pair(
    all(input, input.period, ['level']),
    all({ ...input, scope: null }, input.period, ['level']),
    (a, b) => sameSeries(a, b) && sameKind(a.unit, b.unit),
  )
  return found && compute('share', target(input, found[0], 'share'), found)
}

const ATTEMPTS: Readonly<Record<Measure | 'target', readonly Try[]>> = {
  level: [sumOfMembers, fromParts, baseYear, sumOfParts],
  target: [planLevel],
  yoy: [growthFromLevels],
  mom: [],
  growth: [averageGrowth, growthSince],
  plan: [planRate],
  over_plan: [overPlan],
  share: [shareOfCountry, shareOfWhole],
}

/** The provinces that a merged one is made of; none for a name that was not merged. */
export function membersOf(area: string): readonly string[] {
  return PROVINCES_2025.find((p) => p.name === area && p.members.length > 1)?.members ?? []
}

/** Codes whose figures are needed to work out an indicator, itself first. */
export function neededFor(code: string): string[] {
  const wholes = INDICATORS.filter((i) => i.parts.some((p) => p.id === code)).map((i) => i.id)
  const parts = indicatorById(code)?.parts.map((p) => p.id) ?? []
  return [code, ...parts, ...(parts.length > 0 ? wholes : [])]
}
