/** An in-memory program with fixed answers on real figures, for tests of channels. */
import type {
  AppPort,
  ArticleView,
  Feedback,
  FiguresQuery,
  ProgressStep,
  SourcedFigure,
} from '../../src/channels/app-port.ts'
import type { Answer, AnswerFigure, Citation } from '../../src/model/answer.ts'
import type { Check } from '../../src/model/check.ts'
import { AppError } from '../../src/model/errors.ts'
import type { Figure, Measure, Status } from '../../src/model/figure.ts'

const NAMES: Readonly<Record<string, string>> = {
  exports: 'Kim ngạch xuất khẩu',
  industrial_output: 'Giá trị sản xuất công nghiệp',
  iip: 'Chỉ số sản xuất công nghiệp',
}

const SENTENCES = {
  exports:
    'Tính chung năm 2023, xuất khẩu của tỉnh ước 9.801 triệu USD, giảm 6,3% so với năm 2022.',
  output: 'Theo giá so sánh, công nghiệp làm ra lượng giá trị ước 336.351 tỷ đồng, tăng 8,7%.',
  target: 'Sang năm 2024, tỉnh đặt mức xuất khẩu 11 tỷ 800 triệu USD.',
}
const TEXT = Object.values(SENTENCES).join('\n')

function figure(over: {
  quote: string
  value: string
  unit?: string
  indicator?: string
  period?: string
  measure?: Measure
  status?: Status
  priceBasis?: Figure['priceBasis']
}): Figure {
  const start = TEXT.indexOf(over.quote)
  return {
    indicator: 'exports',
    area: 'Hải Dương',
    borders: null,
    scope: null,
    period: '2023',
    measure: 'level',
    priceBasis: null,
    valueHigh: null,
    unit: 'triệu USD',
    status: 'estimate',
    bound: null,
    start,
    end: start + over.quote.length,
    warnings: [],
    ...over,
  }
}

export const ARTICLE_ID = 'a1'

const FIGURES: readonly (Figure & { readonly id: string })[] = [
  { id: 'f1', ...figure({ quote: '9.801 triệu USD', value: '9801' }) },
  { id: 'f2', ...figure({ quote: 'giảm 6,3%', value: '-6.3', unit: '%', measure: 'yoy' }) },
  {
    id: 'f3',
    ...figure({
      quote: '336.351 tỷ đồng',
      value: '336351',
      unit: 'tỷ đồng',
      indicator: 'industrial_output',
      priceBasis: 'constant',
    }),
  },
  {
    id: 'f4',
    ...figure({
      quote: 'tăng 8,7%',
      value: '8.7',
      unit: '%',
      indicator: 'industrial_output',
      measure: 'yoy',
      priceBasis: 'constant',
    }),
  },
  {
    id: 'f5',
    ...figure({
      quote: '11 tỷ 800 triệu USD',
      value: '11800',
      period: '2024',
      status: 'target',
    }),
  },
]

const SOURCE = {
  articleId: ARTICLE_ID,
  publisher: 'Báo Hải Dương',
  published: '2024-01-20',
  title: 'Ngành công thương Hải Dương bước sang năm 2024',
  url: 'https://bao.example.vn/cong-thuong-2024',
}

function sentenceOf(figure: Figure): string {
  return TEXT.split('\n').find((line) => line.includes(figure.quote)) ?? ''
}

export const SOURCED: readonly SourcedFigure[] = FIGURES.map((one) => ({
  ...one,
  ...SOURCE,
  sourceKind: 'press',
  sentence: sentenceOf(one),
  warningDetails: [],
  correction: null,
}))

/** Our own brief: shown whole. */
export const ARTICLE: ArticleView = {
  id: ARTICLE_ID,
  ...SOURCE,
  area: 'Hải Dương',
  areaEvidence: 'headline',
  sourceKind: 'press',
  text: TEXT,
  shipped: true,
  supersededBy: null,
  figures: SOURCED,
}

function citation(n: number, quote: string): Citation {
  return { n, ...SOURCE, quote }
}

function pick(id: string, n: number): AnswerFigure {
  const found = FIGURES.find((one) => one.id === id)
  if (!found) throw new Error(`no figure ${id}`)
  return { ...found, citation: n }
}

const BASE: Omit<Answer, 'question' | 'outcome' | 'text' | 'conversation'> = {
  figures: [],
  derived: [],
  missing: [],
  related: [],
  citations: [],
  notes: [],
  suggestions: [],
  composedBy: 'rules',
  tookMs: 3,
}

type Told = Omit<Answer, 'question' | 'conversation'>

export const FELL: Told = {
  ...BASE,
  outcome: 'answered',
  text: 'Kim ngạch xuất khẩu của Hải Dương năm 2023 không tăng mà giảm 6,3% so với năm 2022 [1], ước đạt 9.801 triệu USD [1].',
  figures: [pick('f2', 1), pick('f1', 1)],
  related: [
    {
      ...pick('f5', 2),
      text: 'Mục tiêu xuất khẩu năm 2024 của Hải Dương: 11.800 triệu USD',
    },
  ],
  citations: [citation(1, SENTENCES.exports), citation(2, SENTENCES.target)],
  notes: [
    { code: 'estimate', text: 'Đây là số ước tính.', figureIds: ['f1', 'f2'] },
    {
      code: 'merged-province',
      text: 'Từ ngày 1/7/2025, Hải Dương thuộc thành phố Hải Phòng; số liệu theo địa giới cũ.',
      figureIds: ['f1', 'f2'],
    },
  ],
  suggestions: [
    'Mục tiêu xuất khẩu Hải Dương năm 2024?',
    'Năm 2022 Hải Dương xuất khẩu bao nhiêu?',
  ],
}

export const COMPUTED: Told = {
  ...BASE,
  outcome: 'answered',
  text: 'Tính từ mức năm 2023 và tốc độ giảm 6,3% [1], năm 2022 Hải Dương xuất khẩu khoảng 10.460 triệu USD.',
  derived: [
    {
      indicator: 'exports',
      area: 'Hải Dương',
      borders: null,
      scope: null,
      period: '2022',
      measure: 'level',
      value: '10460',
      unit: 'triệu USD',
      status: 'estimate',
      formula: '9.801 ÷ (1 − 6,3%) = 10.460',
      inputs: ['f1', 'f2'],
    },
  ],
  citations: [citation(1, SENTENCES.exports)],
}

/** Five rows: a table. */
export const OVERVIEW: Told = {
  ...BASE,
  outcome: 'answered',
  text: 'Công nghiệp và xuất khẩu của Hải Dương:\n- Công nghiệp ước đạt 336.351 tỷ đồng [1]\n- Xuất khẩu ước đạt 9.801 triệu USD [2]',
  figures: [pick('f3', 1), pick('f4', 1), pick('f1', 2), pick('f2', 2), pick('f5', 3)],
  citations: [
    citation(1, SENTENCES.output),
    citation(2, SENTENCES.exports),
    citation(3, SENTENCES.target),
  ],
}

/** Exports of the country, three years of one series. */
export const SERIES: Told = {
  ...BASE,
  outcome: 'answered',
  text: 'Xuất khẩu của Việt Nam từ năm 2015 đến năm 2017 tăng liên tục [1].',
  figures: [
    ['2015', '162439'],
    ['2016', '175942'],
    ['2017', '213770.2'],
  ].map(([period = '', value = ''], i) => ({
    ...pick('f1', 1),
    id: `s${i}`,
    area: 'Việt Nam',
    period,
    value,
  })),
  citations: [
    {
      ...citation(1, ''),
      publisher: null,
      published: null,
      title: null,
      url: 'javascript:alert(1)',
    },
  ],
}

export const NO_DATA: Told = {
  ...BASE,
  outcome: 'no-data',
  text: 'Chưa có số liệu xuất khẩu của Hải Dương năm 2021. Gần nhất là năm 2023.',
  related: FELL.related,
  citations: [citation(2, SENTENCES.target)],
  missing: ['Xuất khẩu Hải Dương năm 2021'],
}

/** What a hostile article could make the program say. */
export const HOSTILE: Told = {
  ...BASE,
  outcome: 'answered',
  text: '<img src=x onerror="document.title=1"> [1] \u001B[31mđỏ\u202E',
  citations: [{ ...citation(1, '<script>alert(1)</script>'), title: '<b>đậm</b>' }],
}

const ANSWERS: readonly (readonly [RegExp, Told])[] = [
  [/2022/, COMPUTED],
  [/2021/, NO_DATA],
  [/tình hình/i, OVERVIEW],
  [/việt nam/i, SERIES],
  [/hack/, HOSTILE],
]

export interface FakeApp extends AppPort {
  readonly asked: { question: string; conversation: string | undefined }[]
  readonly judged: Feedback[]
  readonly queries: FiguresQuery[]
}

const STEPS: readonly ProgressStep[] = ['understand', 'find', 'compose', 'verify']

/** Finds the one claim about exports wherever "9.801" or "9.810" stands in the text. */
async function check(text: string): Promise<Check> {
  const hit = /9\.8(01|10) triệu USD/.exec(text)
  if (!hit) return { text, claims: [], citations: [] }
  const isRight = hit[1] === '01'
  const found = pick('f1', 1)
  return {
    text,
    claims: [
      {
        quote: hit[0],
        start: hit.index,
        end: hit.index + hit[0].length,
        claimed: { ...found, value: isRight ? '9801' : '9810' },
        verdict: isRight ? 'match' : 'mismatch',
        explanation: isRight ? 'Khớp.' : 'Nguồn ghi 9.801 triệu USD.',
        found: [found],
      },
    ],
    citations: [citation(1, SENTENCES.exports)],
  }
}

/**
 * A program that answers by the words of the question: "2022" a computed value, "2021" no data,
 * "tình hình" five figures, "Việt Nam" a series, "hack" hostile text, "hỏng" an unforeseen error,
 * "khóa" a locked store, "chậm" after `slowMs`, anything else the fall of exports in 2023.
 */
export function fakeApp(slowMs = 200): FakeApp {
  const asked: FakeApp['asked'] = []
  const judged: Feedback[] = []
  const queries: FiguresQuery[] = []
  return {
    asked,
    judged,
    queries,
    async ask(question, conversation, onProgress) {
      asked.push({ question, conversation })
      for (const step of STEPS) onProgress?.(step)
      if (question.includes('hỏng')) throw new Error('secret of the inside')
      if (question.includes('khóa')) throw new AppError('store-locked', 'Kho đang bị khóa ở /a/b')
      if (question.includes('chậm')) await new Promise((resolve) => setTimeout(resolve, slowMs))
      const told = ANSWERS.find(([words]) => words.test(question))?.[1] ?? FELL
      return { ...told, question, conversation: conversation ?? `c${asked.length}` }
    },
    check,
    async figures(query) {
      queries.push(query)
      if (query.area === 'Hải Dưng') {
        throw new AppError('call-wrong', 'Không có địa phương “Hải Dưng”. Gần nhất: Hải Dương.')
      }
      return { figures: SOURCED.slice(0, 2), next: 'f2' }
    },
    async figure(id) {
      return SOURCED.find((one) => one.id === id) ?? null
    },
    async article(id) {
      if (id === 'third-party') return { ...ARTICLE, id, shipped: false }
      return id === ARTICLE_ID ? ARTICLE : null
    },
    indicatorName: (code) => NAMES[code] ?? code,
    async feedback(feedback) {
      judged.push(feedback)
    },
  }
}
