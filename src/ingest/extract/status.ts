/** Result, estimate, forecast or target: what the clause, the sentence and the list say. */
import type { Status } from '../../model/figure.ts'
import type { Clause } from './clause.ts'
import type { Scene } from './scene.ts'

/**
 * The status of a figure. A word of the clause itself rules, but an "ước" under a target stays a
 * target; "đạt" of a new subject ends an estimate said of the one before; else the status goes on.
 */
export function statusOf(scene: Scene, clause: Clause, isLevel: boolean, fresh: boolean): Status {
  const { context } = scene
  if (clause.result && context.status === 'target')
    return setSentence(scene, context.blockStatus ?? 'actual')
  if (clause.done && clause.status === null && context.blockStatus === null)
    return setSentence(scene, 'actual')
  if (clause.status !== null) return fromWord(scene, clause, clause.status)
  const own = fresh || clause.period !== null
  const ends = isLevel && own && clause.verb === 'reach' && context.status !== 'target'
  if (ends && context.sentenceStatus === null && context.blockStatus === null) return 'actual'
  if (fresh && context.sentenceStatus !== null) return context.sentenceStatus
  return context.status
}

function fromWord(scene: Scene, clause: Clause, status: Status): Status {
  const { context } = scene
  const isAside = scene.brackets.length > 0
  if (status === 'estimate' || status === 'preliminary') {
    if (context.blockStatus !== null) return context.blockStatus
    if (context.sentenceStatus === 'target') return 'target'
    if (clause.statusLeads && !isAside) context.sentenceStatus = status
    return status
  }
  const isPlanWord = clause.used.some((i) => i.kind === 'cue' && i.cue.kind === 'plan')
  if (!isAside && (clause.statusLeads || !isPlanWord)) context.sentenceStatus = status
  return status
}

function setSentence(scene: Scene, status: Status): Status {
  scene.context.sentenceStatus = null
  return status
}
