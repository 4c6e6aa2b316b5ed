/** An answer, or a checked text, as a message of a chat. The words of the answer are left as they are. */
import { chartOfAnswer } from '../../chart/from-answer.ts'
import type { Answer } from '../../model/answer.ts'
import type { Check, Claim } from '../../model/check.ts'
import { capitalise } from '../../vietnamese/format.ts'
import { type IndicatorName, type Reply, type SourceLine, sourceLines, toReply } from '../reply.ts'
import { verdictWords } from '../verdict.ts'
import { choicesOf } from './choices.ts'
import { heading, type Link, type Message, type Part, plain, quote } from './message.ts'

const MOST_RELATED = 5
const MOST_CLAIMS = 40

/** Links on the marks [1] of a text, to the originals of those sources. */
function citationLinks(text: string, sources: readonly SourceLine[]): Link[] {
  return [...text.matchAll(/\[(\d+)\]/g)].flatMap((hit) => {
    const url = sources.find(({ n }) => n === Number(hit[1]))?.original
    return url ? [{ start: hit.index, end: hit.index + hit[0].length, url, isSpelled: false }] : []
  })
}

/** "[1] Báo Nam Định, 20/1/2024", its name a link to the original. */
function sourceLine(source: SourceLine): { text: string; links: Link[] } {
  const mark = `[${source.n}] `
  const name = `${capitalise(source.publisher)}, ${source.published}`
  const text = mark + name
  return {
    text,
    links: source.original
      ? [{ start: mark.length, end: text.length, url: source.original, isSpelled: true }]
      : [],
  }
}

/** Lines under a title as one part, links moved to where their lines stand. */
function listPart(title: string, lines: readonly { text: string; links: Link[] }[]): Part {
  let text = title
  const links: Link[] = []
  for (const line of lines) {
    const at = text.length + 1
    text += `\n${line.text}`
    links.push(...line.links.map((l) => ({ ...l, start: l.start + at, end: l.end + at })))
  }
  return plain(text, links)
}

const bullets = (texts: readonly string[]) =>
  texts.map((text) => ({ text: `• ${text}`, links: [] }))

function section(title: string, lines: readonly { text: string; links: Link[] }[]): Part[] {
  return lines.length === 0 ? [] : [listPart(title, lines)]
}

function textParts(reply: Reply): Part[] {
  const paragraphs = reply.text.split(/\n{2,}/).filter((text) => text.trim() !== '')
  return paragraphs.map((text) => plain(text, citationLinks(text, reply.sources)))
}

const formulas = (reply: Reply) =>
  reply.rows.flatMap(({ formula }) =>
    formula ? [{ text: `Cách tính: ${formula}`, links: [] }] : [],
  )

/** What the chat is shown of an answer. `id` names its choices; `canJudge`: Đúng/Sai is offered. */
export function composeAnswer(
  answer: Answer,
  id: string,
  indicatorName: IndicatorName,
  canJudge: boolean,
): Message {
  const reply = toReply(answer, indicatorName)
  const isAnswered = answer.outcome === 'answered'
  const related = isAnswered ? [] : reply.related.slice(0, MOST_RELATED)
  const parts: Part[] = [
    ...(reply.heading ? [heading(reply.heading)] : []),
    ...textParts(reply),
    ...formulas(reply).map(({ text }) => plain(text)),
    ...section('Chưa trả lời được:', bullets(reply.missing)),
    ...section('Lưu ý:', bullets(answer.notes.map(({ text }) => text))),
    ...section('Số liệu gần với câu hỏi:', bullets(related.flatMap(({ text }) => text ?? []))),
    ...section('Nguồn:', reply.sources.map(sourceLine)),
  ]
  const choices = choicesOf(answer, indicatorName, canJudge)
  return { parts, chart: null, choices, id }
}

/** The sources of an answer with the sentences that say it. */
export function composeSources(answer: Answer, indicatorName: IndicatorName): Message {
  const { sources } = toReply(answer, indicatorName)
  const parts = sources.flatMap((source) => {
    const { text, links } = sourceLine(source)
    const title = source.title ? `\n${source.title}` : ''
    const words = source.quote === '' ? [] : [quote(`“${source.quote}”`)]
    return [plain(text + title, links), ...words]
  })
  const none = plain('Câu trả lời vừa rồi không dẫn nguồn nào.')
  return { parts: parts.length === 0 ? [none] : parts, chart: null, choices: [], id: null }
}

/** The chart of an answer, with its title and source in words; null when there is nothing to draw. */
export function composeChart(answer: Answer, indicatorName: IndicatorName): Message | null {
  const chart = chartOfAnswer(answer, (code) => capitalise(indicatorName(code)))
  if (!chart) return null
  const parts = [heading(chart.title), plain(`Nguồn: ${chart.source}`)]
  return { parts, chart, choices: [], id: null }
}

function claimPart({ quote: words, verdict, explanation }: Claim): Part {
  const { sign, label } = verdictWords(verdict)
  return plain(`${sign} “${words}” – ${label}\n${explanation}`)
}

/** The verdicts on a text: how many of each tone, then claim by claim. */
export function composeCheck(check: Check): Message {
  const { claims } = check
  if (claims.length === 0) {
    const none =
      'Không thấy số liệu nào của một chỉ tiêu, địa phương và kỳ cụ thể trong đoạn văn này.'
    return { parts: [plain(none)], chart: null, choices: [], id: null }
  }
  const count = (tone: string) =>
    claims.filter(({ verdict }) => verdictWords(verdict).tone === tone).length
  const sums = [
    `${count('good')} khớp`,
    `${count('bad')} không khớp`,
    `${count('off')} là số của thứ khác`,
    `${count('unknown')} chưa có số liệu để đối chiếu`,
  ].filter((text) => !text.startsWith('0 '))
  const rest = claims.length - MOST_CLAIMS
  const parts = [
    heading(`Đã đối chiếu ${claims.length} số liệu: ${sums.join(', ')}.`),
    ...claims.slice(0, MOST_CLAIMS).map(claimPart),
    ...(rest > 0 ? [plain(`Còn ${rest} số liệu nữa; hãy gửi đoạn ngắn hơn để xem đủ.`)] : []),
    ...section('Nguồn:', sourceLines(check.citations).map(sourceLine)),
  ]
  return { parts, chart: null, choices: [], id: null }
}
