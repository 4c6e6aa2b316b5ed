/** Makes the figure of a number once subject, period, area and status are settled. */
import { bordersFor } from '../../catalogue/borders.ts'
import type { ExtractedFigure, Status, WarningCode } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import { type Clause, hasSubject, namesIndicator } from './clause.ts'
import type { Subject } from './context.ts'
import type { ItemOf } from './items.ts'
import type { Measured } from './measure.ts'
import type { Scene } from './scene.ts'
import type { Tail } from './tail.ts'
import { type Decision, traceOf } from './trace.ts'
import { periodText } from './when.ts'

/** All that a figure is made of. */
export interface FigureParts {
  readonly item: ItemOf<'quantity'>
  readonly clause: Clause
  readonly tail: Tail
  readonly subject: Subject
  readonly measured: Measured
  readonly status: Status
}

/** Puts the figure together from what its clause, its number, its tail and the context say. */
export function toFigure(
  scene: Scene,
  { item, clause, tail, subject, measured, status }: FigureParts,
): ExtractedFigure {
  const { text, context } = scene
  const { quantity } = item
  const period = periodText(context.period)
  const area = context.area ?? scene.articleArea
  const base = tail.base ?? clause.base
  const start = quoteStart(item, clause)
  const end = tail.planEnd ?? item.end
  return {
    indicator: subject.indicator,
    area,
    borders: bordersFor(area, period, { published: scene.published, cue: context.borders }),
    scope: withPlan(subject.scope, base?.kind === 'plan' ? base.extra : null),
    period,
    measure: measured.measure,
    priceBasis: context.price,
    value: measured.value,
    valueHigh: measured.high,
    unit: measured.unit,
    status,
    bound: quantity.bound ?? (clause.verb === 'mark' ? 'over' : null),
    quote: text.slice(start, end),
    start,
    end,
    warnings: warningsOf(area, context.period, quantity.repaired),
    sentenceStart: scene.sentence.start,
    sentenceEnd: scene.sentence.end,
    warningDetails: [],
    trace: traceOf(
      text,
      item,
      scene.before,
      tail,
      decisionsOf(scene, clause, tail, subject, status),
    ),
  }
}

/** The quote begins with the verb when it stands right in front: "tăng 11,5%". */
function quoteStart(item: ItemOf<'quantity'>, clause: Clause): number {
  const last = clause.used.at(-1)
  const isVerb = last?.kind === 'cue' && (last.cue.kind === 'verb' || last.cue.kind === 'status')
  return last && isVerb && last.end <= item.start ? last.start : item.start
}

function withPlan(scope: string | null, extra: string | null): string | null {
  if (extra === null) return scope
  return scope === null ? extra : `${scope}, ${extra}`
}

function warningsOf(
  area: string | null,
  period: PeriodParts | null,
  repaired: boolean,
): WarningCode[] {
  const warnings: WarningCode[] = []
  if (area === null) warnings.push('area-unknown')
  if (period === null || period.year === null) warnings.push('year-unknown')
  if (repaired) warnings.push('repaired-number')
  return warnings
}

/** What no single word decided: where subject, period, base and status come from. */
function decisionsOf(
  scene: Scene,
  clause: Clause,
  tail: Tail,
  subject: Subject,
  status: Status,
): Decision[] {
  const said = (own: boolean): string => (own ? 'said' : 'carried')
  const base = tail.base ?? clause.base
  const named = clause.parts.some(namesIndicator)
    ? 'named'
    : hasSubject(clause)
      ? 'part'
      : 'carried'
  const decisions: Decision[] = [
    {
      rule: 'attach.subject',
      gave: `${named}: ${subject.indicator} ${subject.scope ?? ''}`.trim(),
    },
    { rule: 'attach.period', gave: said((tail.period ?? clause.period) !== null) },
    { rule: 'attach.area', gave: scene.context.area === null ? 'article' : 'said' },
    { rule: 'attach.status', gave: `${said(clause.status !== null)}: ${status}` },
  ]
  if (base) decisions.push({ rule: 'attach.base', gave: base.kind })
  return decisions
}
