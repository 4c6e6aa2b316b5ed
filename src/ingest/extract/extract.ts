/** Reads the figures of an article. */
import { type AreaMention, findAreaMentions } from '../../catalogue/area-mentions.ts'
import {
  areaOfDistrict,
  districtsByName,
  provinceNamed,
  provinceOfArea,
} from '../../catalogue/areas.ts'
import type { Article } from '../../model/article.ts'
import type { ExtractedFigure } from '../../model/figure.ts'
import { splitSentences } from '../split-sentences.ts'
import { focusDistrict } from './focus.ts'
import { type Item, itemsOf } from './items.ts'
import { readSentence } from './reader.ts'
import { reportTime } from './report-time.ts'
import { newScene, type Sentence } from './scene.ts'
import { repairSeries, settlePriceIndex } from './series.ts'
import { Calendar } from './when.ts'

/** Changes whenever the rules read something differently; stored articles are then read again. */
export const RULES_VERSION = '3'

/**
 * All figures of an article, in reading order, each with its quote at its offsets and the trace of
 * the rules that read it. What the text does not say is null or XXXX, with a warning.
 */
export function extractFigures(article: Article): ExtractedFigure[] {
  const { text } = article
  const sentences = sentencesOf(article)
  const scene = newScene({
    text,
    articleArea: focusDistrict(text, sentences, article.area, isTown(article.area)) ?? article.area,
    published: article.published,
    calendar: new Calendar(reportTime(sentences, article.published)),
    districtArea: (name) => districtIn(article.area, name),
  })
  for (const sentence of sentences) readSentence(scene, sentence)
  return settlePriceIndex(repairSeries(scene.figures))
}

const BULLET = /^(?:[-*•+–—●▪◦■·►]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]|\d{1,2}[-–])\s*/iu
const LONGEST_LIST_LINE = 250

function sentencesOf(article: Article): Sentence[] {
  const { text } = article
  const areas = findAreaMentions(text)
  const sentences: Sentence[] = []
  let areaAt = 0
  let lastEnd = 0
  let listOpen = false
  for (const span of proseSpans(article)) {
    for (const { start, end } of splitSentences(text, span.start, span.end)) {
      const inside: AreaMention[] = []
      for (let a = areas[areaAt]; a && a.end <= end; a = areas[++areaAt])
        if (a.start >= start) inside.push(a)
      const newLine = lastEnd === 0 || text.slice(lastEnd, start).includes('\n')
      const line = text.slice(start, end)
      if (newLine) listOpen &&= line.length <= LONGEST_LIST_LINE && /\d/.test(line)
      const bullet = BULLET.test(line) || listOpen
      const items = itemsOf(text, start, end, inside)
      const announcesParts = items.some((i) => announcesPart(text, i))
      sentences.push({ start, end, newLine, bullet, items, announcesParts })
      lastEnd = end
      if (line.endsWith(':')) listOpen = true
    }
  }
  return sentences
}

/** The stretches of the text between its boilerplate. */
function proseSpans(article: Article): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  let from = 0
  for (const { start, end } of [...article.boilerplate].sort((a, b) => a.start - b.start)) {
    if (start > from) spans.push({ start: from, end: start })
    from = Math.max(from, end)
  }
  if (from < article.text.length) spans.push({ start: from, end: article.text.length })
  return spans
}

function districtIn(area: string | null, name: string): string | undefined {
  if (area === null) return undefined
  const province = provinceOfArea(area)
  const inside = districtsByName(name).filter((d) => d.province === province)
  return inside.length === 1 && inside[0] ? areaOfDistrict(inside[0]) : undefined
}

function isTown(area: string | null): boolean {
  return area !== null && provinceNamed(area)?.type === 'thành phố'
}

const PART_WORDS: ReadonlySet<string> = new Set([
  'ngành',
  'nhóm',
  'khu vực',
  'khối',
  'hàng',
  'mặt hàng',
  'các mặt hàng',
  'thị trường',
  'nhóm hàng',
  'các ngành',
  'sản phẩm',
  'công nghiệp',
  'xuất khẩu',
])

function announcesPart(text: string, item: Item): boolean {
  if (item.kind !== 'cue') return false
  return item.cue.kind === 'parts' || PART_WORDS.has(text.slice(item.start, item.end).toLowerCase())
}
