/** A clause that ends without a number is context for the numbers that follow. */
import { type Clause, emptyClause, hasSubject, namesIndicator } from './clause.ts'
import { isTradeIndicator } from './families.ts'
import type { Scene } from './scene.ts'
import { rememberSubject, subjectOf } from './subject.ts'

/** Why a clause ends: before a list of parts, at a turn, at a semicolon, in front of a bracket, at the end. */
export type CommitReason = 'list' | 'turn' | 'cause' | 'semicolon' | 'bracket' | 'end'

/** Takes over what the clause said and begins a new one. */
export function commitClause(scene: Scene, reason: CommitReason): void {
  const { clause } = scene
  scene.clause = emptyClause()
  if (clause.used.length === 0) return
  if (!clause.veto) commitSubject(scene, clause, reason)
  commitCircumstances(scene, clause, reason)
}

function commitSubject(scene: Scene, clause: Clause, reason: CommitReason): void {
  const { context } = scene
  const naming = clause.parts.some(namesIndicator)
  if (!naming && reason !== 'bracket' && !(reason === 'turn' && clause.isPart)) return
  if (!hasSubject(clause)) return
  if (clause.parts.some((p) => p.products) && speaksOfProducts(scene, clause)) {
    context.products = true
    if (isTradeIndicator(context.parent ?? '')) context.parent = null
    return
  }
  const subject = subjectOf(scene, clause, 'percent') ?? subjectOf(scene, clause, 'money')
  if (!subject || subject.indicator === 'other') return
  // The words of a lead ("Nhiều ngành tăng khá:") restrict none of the items.
  scene.parentParagraph = scene.paragraph
  rememberSubject(
    context,
    reason === 'list' || reason === 'cause' ? { ...subject, scope: null } : subject,
    naming,
  )
  context.subjectIsLead = true
}

/** Products are listed, unless what is spoken of is exported or imported. */
export function speaksOfProducts(scene: Scene, clause: Clause): boolean {
  const named = clause.parts.flatMap((p) => [...p.indicators, ...p.domains])
  if (named.some(isTradeIndicator)) return false
  const isNear = scene.paragraph === scene.parentParagraph
  return named.length > 0 || !isNear || !isTradeIndicator(scene.context.parent ?? '')
}

function commitCircumstances(scene: Scene, clause: Clause, reason: CommitReason): void {
  const { context, calendar } = scene
  // What trails behind the last number of a sentence tells nothing about the next sentence.
  const trailing = reason === 'end' && scene.figures.at(-1)?.sentenceStart === scene.sentence.start
  if (trailing) return
  const isAhead = clause.status === 'target' || clause.status === 'forecast'
  const period = clause.period && calendar.read(clause.period, isAhead)
  if (period) {
    context.period = period
    context.scopePeriod = period
  }
  const [area, second] = clause.areas
  if (area && !second && reason !== 'semicolon' && reason !== 'end') {
    context.area = area.area.area
    context.borders = clause.borders
  }
  if (clause.base?.kind === 'period') context.base = clause.base
  else if (reason === 'list' && context.lastBase) context.base ??= context.lastBase
  if (clause.direction !== null) context.direction = clause.direction
  if (clause.verb === 'share') context.isShare = true
  if (clause.price) context.price = clause.price
  if (clause.status) {
    context.sentenceStatus = clause.status
    context.status = clause.status
  }
}
