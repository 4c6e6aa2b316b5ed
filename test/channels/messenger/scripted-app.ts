/** The program as channels see it, with answers that a test can foresee. Small, but every field is real. */
import type { AppPort, Feedback } from '../../../src/channels/app-port.ts'
import type { Answer, AnswerFigure } from '../../../src/model/answer.ts'
import type { Check } from '../../../src/model/check.ts'
import { AppError } from '../../../src/model/errors.ts'

export interface ScriptedApp extends AppPort {
  /** Questions with the conversation they came in. */
  readonly asked: { question: string; conversation: string | undefined }[]
  readonly judged: Feedback[]
  readonly checked: string[]
  /** Milliseconds that an answer takes. */
  delay: number
}

const NAMES: Record<string, string> = {
  exports: 'kim ngạch xuất khẩu',
  retail_sales: 'tổng mức bán lẻ hàng hóa',
}

let made = 0
export const figure = (fields: Partial<AnswerFigure>): AnswerFigure => ({
  indicator: 'exports',
  area: 'Nam Định',
  borders: null,
  scope: null,
  period: '2023',
  measure: 'level',
  priceBasis: null,
  value: '2794.5',
  valueHigh: null,
  unit: 'triệu USD',
  status: 'actual',
  bound: null,
  quote: '2.794,5 triệu USD',
  start: 0,
  end: 17,
  warnings: [],
  id: `f${++made}`,
  citation: 1,
  ...fields,
})

export const answerOf = (question: string, fields: Partial<Answer> = {}): Answer => ({
  question,
  outcome: 'answered',
  text: 'Kim ngạch xuất khẩu của Nam Định năm 2023 đạt 2.794,5 triệu USD [1].\nNguồn: [1] Báo Nam Định.',
  figures: [figure({})],
  derived: [],
  missing: [],
  related: [],
  citations: [
    {
      n: 1,
      articleId: 'a1',
      publisher: 'Báo Nam Định',
      title: 'Kinh tế năm 2023',
      published: '2024-01-05',
      url: 'https://bao.example.vn/kinh-te-2023',
      quote: 'Cả năm xuất khẩu được 2.794,5 triệu USD.',
    },
  ],
  notes: [],
  suggestions: ['Bán lẻ Nam Định năm 2023'],
  composedBy: 'rules',
  conversation: 'c1',
  tookMs: 1,
  ...fields,
})

const SERIES = ['2020', '2021', '2022', '2023'].map((period, i) =>
  figure({ period, value: String(2000 + i * 250.5) }),
)

/** Answers by what stands in the question. */
function script(question: string): Partial<Answer> {
  if (/ từ năm | các năm/.test(question))
    return { text: 'Bốn năm: 2.000; 2.250,5; 2.501; 2.751,5 triệu USD [1].', figures: SERIES }
  if (/dài lắm/.test(question))
    return {
      text: Array.from({ length: 90 }, (_, i) => `Dòng ${i}: ${'số liệu '.repeat(12)}[1]`).join(
        '\n\n',
      ),
    }
  if (/Sao Hỏa/.test(question))
    return { outcome: 'no-data', text: 'Chưa có số liệu về Sao Hỏa.', figures: [], citations: [] }
  const number = /câu (\d+)/.exec(question)?.[1]
  return number ? { text: `Đáp ${number}: 2.794,5 triệu USD [1].` } : {}
}

const CHECK: Check = {
  text: '',
  claims: [
    {
      quote: '2.800 triệu USD',
      start: 0,
      end: 15,
      claimed: figure({ value: '2800' }),
      verdict: 'mismatch',
      explanation: 'Kho ghi 2.794,5 triệu USD [1].',
      found: [figure({})],
    },
  ],
  citations: answerOf('').citations,
}

/** A fresh program. A question with "hỏng" finds it broken. */
export function scriptedApp(fields: Partial<AppPort> = {}): ScriptedApp {
  const app: ScriptedApp = {
    asked: [],
    judged: [],
    checked: [],
    delay: 0,
    async ask(question, conversation) {
      app.asked.push({ question, conversation })
      if (app.delay > 0) await new Promise((resolve) => setTimeout(resolve, app.delay))
      if (question.includes('hỏng')) throw new AppError('store-unreachable', 'kho không mở được')
      return answerOf(question, script(question))
    },
    async check(text) {
      app.checked.push(text)
      return { ...CHECK, text }
    },
    figures: async () => ({ figures: [], next: null }),
    figure: async () => null,
    article: async () => null,
    indicatorName: (code) => NAMES[code] ?? code,
    coverage: async () => [
      { indicator: 'exports', area: 'Nam Định', year: 2022, figures: 3 },
      { indicator: 'exports', area: 'Giao Thủy, Nam Định', year: 2023, figures: 2 },
      { indicator: 'retail_sales', area: 'Hà Nam', year: null, figures: 1 },
    ],
    feedback: async (judgement) => {
      app.judged.push(judgement)
    },
    ...fields,
  }
  return app
}
