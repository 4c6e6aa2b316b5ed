/** Goes through the sentences of an article and lets every number be read in its context. */
import { attachFigure } from './attach.ts'
import { closeBracket } from './brackets.ts'
import { emptyClause } from './clause.ts'
import { commitClause } from './commit.ts'
import type { Scene, Sentence } from './scene.ts'
import { resumeLead, resumeReport } from './settle-period.ts'
import { readTail } from './tail.ts'
import { takeItem } from './take.ts'
import { isFigurePeriod } from './when.ts'

/** Reads one sentence; its figures are added to the scene. */
export function readSentence(scene: Scene, sentence: Sentence): void {
  const isItem = sentence.bullet && sentence.items.some((i) => i.kind === 'quantity')
  if (sentence.newLine && !isItem) startParagraph(scene)
  else takeHeading(scene)
  startSentence(scene, sentence)
  const { items } = sentence
  let from = 0
  for (let at = 0; at < items.length; ) {
    const item = items[at]
    if (!item) break
    scene.at = at
    if (item.kind !== 'quantity') {
      takeItem(scene, item, at)
      at++
      continue
    }
    const isRatio = item.quantity.unitKind === 'times' || scene.clause.verb === 'equal'
    const tail = readTail(items, at + 1, isRatio)
    scene.before = items.slice(from, at)
    attachFigure(scene, item, tail)
    scene.tailBase = tail.base?.kind === 'period' ? tail.base : null
    scene.clause = emptyClause()
    at = tail.next
    from = at
  }
  while (scene.brackets.length > 0) closeBracket(scene)
  const said = scene.clause.status ?? scene.context.sentenceStatus
  commitClause(scene, 'end')
  if (!isHeading(scene, sentence)) return
  scene.context.headingStatus = said
  scene.context.underHeading = namesTime(sentence)
}

/** The lines of a list stand under the heading that opens it. */
function takeHeading({ context }: Scene): void {
  context.blockStatus = context.headingStatus ?? context.blockStatus
  context.headingStatus = null
}

const LONGEST_HEADING = 14

/** A short line of its own without figures. */
function isHeading({ text }: Scene, { newLine, end, items }: Sentence): boolean {
  const isLine = newLine && /^[^\S\n]*(?:\n|$)/u.test(text.slice(end, end + 20))
  return isLine && items.length <= LONGEST_HEADING && !items.some((i) => i.kind === 'quantity')
}

/** Forgets what only holds inside a paragraph. */
function startParagraph(scene: Scene): void {
  const { context, calendar } = scene
  scene.paragraphFigures = scene.figures.length
  scene.paragraph++
  context.blockStatus = context.headingStatus
  context.headingStatus = null
  context.products = false
  resumeTrade(scene)
  context.price = null
  context.targetPeriod = null
  resumeLead(scene)
  // A look ahead ends with its paragraph.
  const isAhead = context.status === 'forecast' || context.status === 'target'
  if (isAhead && context.leadPeriod) context.period = context.leadPeriod
  resumeReport(scene)
  context.underHeading = false
  context.leadPeriod = null
  context.scopePeriod = context.period
  calendar.startParagraph()
}

/** "Thị trường chính là …", "Các mặt hàng chủ lực: …" without a word of imports. */
function listsGoods({ text, sentence: { start, items } }: Scene): boolean {
  const head = text.slice(start, items[HEAD_OF_LIST]?.start ?? items.at(-1)?.end)
  const isList = /thị trường|mặt hàng|nhóm hàng/iu.test(head)
  return isList && !items.some((i) => i.kind === 'cue' && i.cue.kind === 'domain')
}

const HEAD_OF_LIST = 4

/** An article about exports goes on about them in the paragraph behind an aside on imports. */
function resumeTrade({ context, firstTrade }: Scene): void {
  if (context.parent !== 'imports' || firstTrade !== 'exports') return
  context.parent = firstTrade
  context.whole = { indicator: firstTrade, scope: null }
  context.subject = context.whole
}

/** Forgets what only holds inside a sentence. */
function startSentence(scene: Scene, sentence: Sentence): void {
  const { context } = scene
  if (sentence.newLine || !keepsArea(scene)) {
    context.area = null
    context.borders = null
  }
  scene.sentence = sentence
  scene.tailBase = null
  scene.pending = null
  scene.leadWords = null
  scene.leadScope = null
  scene.spread = null
  // A sentence that names its own time is no item of the list before it.
  if (!sentence.bullet && namesTime(sentence)) context.blockStatus = null
  if (listsGoods(scene)) resumeTrade(scene)
  scene.clause = emptyClause()
  context.coupled = null
  context.planSaid = false
  // Growth is told in constant prices; a note of current prices is of its own sentence only.
  if (context.price === 'current') context.price = null
  context.sentenceStatus = null
  context.status = context.blockStatus ?? 'actual'
  context.base = null
  context.lastBase = null
  // An aside about another time ends with its sentence.
  resumeLead(scene)
  context.direction = null
  context.isShare = false
  context.vetoed = false
  // What a sentence without figures restricted is not restricted in the next.
  if (context.subjectIsLead && context.subject)
    context.subject = { ...context.subject, scope: null }
  context.subjectIsLead = false
}

/** The next sentence goes on about another area when all figures of this one were about it. */
function keepsArea({ figures, sentence, context }: Scene): boolean {
  for (let i = figures.length - 1; figures[i]?.sentenceStart === sentence.start; i--)
    if (figures[i]?.area !== context.area) return false
  return figures.at(-1)?.sentenceStart === sentence.start
}

/** True when a period of figures stands in front of the first number. */
function namesTime({ items }: Sentence): boolean {
  const first = items.find(
    (i) => i.kind === 'quantity' || (i.kind === 'period' && isFigurePeriod(i.period)),
  )
  return first?.kind === 'period'
}
