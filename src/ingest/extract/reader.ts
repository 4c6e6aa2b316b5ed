/** Goes through the sentences of an article and lets every number be read in its context. */
import { attachFigure } from './attach.ts'
import { emptyClause } from './clause.ts'
import { commitClause } from './commit.ts'
import type { Scene, Sentence } from './scene.ts'
import { readTail } from './tail.ts'
import { closeBracket, takeItem } from './take.ts'

/** Reads one sentence; its figures are added to the scene. */
export function readSentence(scene: Scene, sentence: Sentence): void {
  if (sentence.newLine && !sentence.bullet) startParagraph(scene)
  startSentence(scene, sentence)
  const { items } = sentence
  for (let at = 0; at < items.length; ) {
    const item = items[at]
    if (!item) break
    if (item.kind !== 'quantity') {
      takeItem(scene, item, at)
      at++
      continue
    }
    const tail = readTail(items, at + 1)
    attachFigure(scene, item, tail)
    scene.clause = emptyClause()
    at = tail.next
  }
  while (scene.brackets.length > 0) closeBracket(scene)
  commitClause(scene, 'end')
}

/** Forgets what only holds inside a paragraph. */
function startParagraph(scene: Scene): void {
  const { context, calendar } = scene
  scene.paragraphFigures = scene.figures.length
  context.blockStatus = null
  context.products = false
  context.price = null
  if (context.leadPeriod) context.period = context.leadPeriod
  context.leadPeriod = null
  context.scopePeriod = context.period
  calendar.startParagraph()
}

/** Forgets what only holds inside a sentence. */
function startSentence(scene: Scene, sentence: Sentence): void {
  const { context } = scene
  if (sentence.newLine || !keepsArea(scene)) {
    context.area = null
    context.borders = null
  }
  scene.sentence = sentence
  scene.clause = emptyClause()
  context.sentenceStatus = null
  context.status = context.blockStatus ?? 'actual'
  context.base = null
  context.lastBase = null
  const { leadPeriod, period } = context
  // An aside about another year ends with its sentence.
  if (leadPeriod && period && period.year !== leadPeriod.year) context.period = leadPeriod
  context.direction = null
  context.vetoed = false
  context.subjectIsLead = false
}

/** The next sentence goes on about another area when all figures of this one were about it. */
function keepsArea(scene: Scene): boolean {
  const last = scene.figures.filter((f) => f.sentenceStart === scene.sentence.start)
  const [first] = last
  return (
    first !== undefined &&
    last.every((f) => f.area === first.area) &&
    scene.context.area === first.area
  )
}
