/**
 * Checks the figures of one article against each other, against what is possible and against other
 * sources. Nothing is corrected: what does not fit becomes a warning with its arithmetic in words.
 */
import type { Article } from '../model/article.ts'
import type { ExtractedFigure, WarningDetail } from '../model/figure.ts'
import { checkConflicts } from './audit-conflict.ts'
import type { Finding, Placed } from './audit-finding.ts'
import { checkGrowth } from './audit-growth.ts'
import { type KnownRanges, NOTHING_KNOWN } from './audit-known.ts'
import { checkPlans } from './audit-plan.ts'
import { checkRanges } from './audit-range.ts'
import { checkSums } from './audit-sum.ts'
import { checkTimes } from './audit-time.ts'

/** What of an article the audit needs. */
type Dated = Pick<Article, 'published'>

/** The figures in the same order, with the warnings of the audit added to those they had. */
export function auditFigures(
  figures: readonly ExtractedFigure[],
  article: Dated,
  known: KnownRanges = NOTHING_KNOWN,
): ExtractedFigure[] {
  const details = figures.map(() => [] as WarningDetail[])
  for (const { code, figures: about, text } of findDoubts(figures, article, known))
    for (const at of about) details[at]?.push({ code, text })
  return figures.map((figure, at) => withWarnings(figure, details[at] ?? []))
}

/** Every doubt about the figures, with the places in the list of those it is about. */
export function findDoubts(
  figures: readonly ExtractedFigure[],
  article: Dated,
  known: KnownRanges,
): Finding[] {
  const placed: Placed[] = figures.map((figure, at) => ({ figure, at }))
  return [
    ...checkTimes(placed, article.published),
    ...checkRanges(placed, known),
    ...checkGrowth(placed, known),
    ...checkPlans(placed),
    ...checkSums(placed),
    ...checkConflicts(placed, known),
  ]
}

function withWarnings(figure: ExtractedFigure, added: readonly WarningDetail[]): ExtractedFigure {
  const fresh = added.filter(
    ({ code, text }, i) => added.findIndex((d) => d.code === code && d.text === text) === i,
  )
  if (fresh.length === 0) return figure
  return {
    ...figure,
    warnings: [...new Set([...figure.warnings, ...fresh.map((detail) => detail.code)])],
    warningDetails: [...figure.warningDetails, ...fresh],
  }
}
