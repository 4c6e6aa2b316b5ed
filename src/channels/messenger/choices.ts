/** What can be done with an answer next, as choices that a platform shows as buttons or numbers. */
import { chartOfAnswer } from '../../chart/from-answer.ts'
import type { Answer, AnswerFigure } from '../../model/answer.ts'
import { yearOf } from '../../model/period.ts'
import { formatPeriodVi } from '../../vietnamese/format.ts'
import { type IndicatorName, toReply } from '../reply.ts'
import type { Choice } from './message.ts'

/** Longest text that a copy button takes. */
const MOST_COPIED = 256
const MOST_SUGGESTIONS = 3
/** Years that are asked for to draw what stands alone. */
const YEARS_DRAWN = 5

const ask = (label: string, question: string, isWhole: boolean, phrase = label): Choice => ({
  label,
  phrase,
  intent: { kind: 'ask', question, isWhole },
})

/** Words that name what a figure is about, fit to be asked: "Kim ngạch xuất khẩu (gỗ) Bình Dương". */
function subjectOf(figure: AnswerFigure, indicatorName: IndicatorName, withArea: boolean): string {
  const scope = figure.scope ? ` ${figure.scope}` : ''
  const area = withArea && figure.area ? ` ${figure.area}` : ''
  return `${indicatorName(figure.indicator)}${scope}${area}`
}

function furtherQuestions(answer: Answer, indicatorName: IndicatorName): Choice[] {
  const [figure] = answer.figures
  if (!figure || figure.period.startsWith('XXXX')) return []
  const period = formatPeriodVi(figure.period)
  const subject = subjectOf(figure, indicatorName, true)
  const found: Choice[] = []
  if (!answer.figures.some(({ measure }) => measure === 'yoy'))
    found.push(
      ask(
        'So cùng kỳ',
        `${subject} ${period} tăng bao nhiêu so với cùng kỳ?`,
        true,
        'so với cùng kỳ',
      ),
    )
  if (new Set(answer.figures.map(({ area }) => area)).size === 1 && figure.area !== 'Việt Nam')
    found.push(
      ask(
        'Tỉnh khác',
        `Tỉnh nào có ${subjectOf(figure, indicatorName, false)} cao nhất ${period}?`,
        true,
        'xem các tỉnh khác',
      ),
    )
  return found
}

/** The chart of what is there, or of the years around a single figure. */
function chartChoice(answer: Answer, indicatorName: IndicatorName): Choice[] {
  const [figure] = answer.figures
  if (!figure) return []
  const button = { label: 'Biểu đồ', phrase: 'xem biểu đồ' }
  if (chartOfAnswer(answer, indicatorName)) return [{ ...button, intent: { kind: 'chart' } }]
  const year = yearOf(figure.period)
  if (year === null) return []
  const question = `${subjectOf(figure, indicatorName, true)} từ năm ${year - YEARS_DRAWN + 1} đến năm ${year}`
  return [{ ...button, intent: { kind: 'draw', question } }]
}

/** As much of the answer as a copy button takes; it never travels without its source. */
function copyTextOf(answer: Answer, indicatorName: IndicatorName): string | undefined {
  const { text, sources } = toReply(answer, indicatorName)
  const names = sources.map(({ n, publisher, published }) => `[${n}] ${publisher}, ${published}`)
  const source = names.length === 0 ? '' : `\nNguồn: ${names.join('; ')}`
  const [firstLine = ''] = text.split('\n')
  return [answer.text, text + source, firstLine + source].find((it) => it.length <= MOST_COPIED)
}

/** The choices under an answer, the most useful first. */
export function choicesOf(
  answer: Answer,
  indicatorName: IndicatorName,
  canJudge: boolean,
): Choice[] {
  const suggestions = answer.suggestions
    .slice(0, MOST_SUGGESTIONS)
    .map((text) => ask(text, text, false))
  if (answer.outcome !== 'answered') return suggestions
  const sources: Choice[] =
    answer.citations.length === 0
      ? []
      : [{ label: 'Nguồn', phrase: 'xem câu gốc của nguồn', intent: { kind: 'sources' } }]
  const copied = copyTextOf(answer, indicatorName)
  const copy: Choice[] =
    copied === undefined
      ? []
      : [{ label: 'Sao chép', phrase: '', intent: { kind: 'copy', text: copied } }]
  const judge: Choice[] = (['right', 'wrong'] as const).map((verdict) => ({
    label: verdict === 'right' ? '👍 Đúng' : '👎 Sai',
    phrase: verdict === 'right' ? 'báo câu trả lời đúng' : 'báo câu trả lời sai',
    intent: { kind: 'judge', verdict },
  }))
  return [
    ...chartChoice(answer, indicatorName),
    ...furtherQuestions(answer, indicatorName),
    ...sources,
    ...copy,
    ...(canJudge ? judge : []),
    ...suggestions,
  ]
}
