/** A large store of generated articles whose every figure is known, and questions about them. */
import { PROVINCES } from '../../src/catalogue/gazetteer.ts'
import { readRecord, toSave } from '../../src/ingest/ingest.ts'
import { hashEmbeddings } from '../../src/llm/hash-embeddings.ts'
import type { ArticleRecord } from '../../src/model/article.ts'
import type { Store } from '../../src/store/store.ts'
import { formatNumber } from '../../src/vietnamese/format.ts'
import { type Random, seeded } from './random.ts'

/** What a generated article says of one topic. */
interface Statement {
  readonly topic: string
  readonly unit: string
  /** As printed. */
  readonly amount: string
}

export interface LargeArticle {
  readonly record: ArticleRecord
  readonly province: string
  readonly period: string
  readonly statements: readonly Statement[]
  /** What was done for, a paragraph each. */
  readonly themes: readonly string[]
}

const TOPICS = [
  ['Giá trị sản xuất công nghiệp', 'tỷ đồng'],
  ['Kim ngạch xuất khẩu', 'triệu USD'],
  ['Kim ngạch nhập khẩu', 'triệu USD'],
  ['Tổng mức bán lẻ hàng hóa', 'tỷ đồng'],
  ['Thu ngân sách nhà nước', 'tỷ đồng'],
  ['Vốn đầu tư toàn xã hội', 'tỷ đồng'],
  ['Điện thương phẩm', 'triệu kWh'],
] as const
const EXPORTS = ['dệt may', 'thủy sản', 'gỗ', 'cà phê', 'giày dép', 'gạo', 'hạt điều', 'cao su']
const PRODUCTS = ['xi măng', 'thép', 'gạch', 'phân bón', 'bia', 'đường', 'giấy', 'than']
const THEMES = [
  'phát triển cụm công nghiệp',
  'khuyến công cho làng nghề',
  'thương mại điện tử',
  'kết nối cung cầu nông sản',
  'tiết kiệm điện trong sản xuất',
  'chống gian lận thương mại',
  'hạ tầng logistics',
  'công nghiệp hỗ trợ ngành cơ khí',
] as const
const DEEDS = [
  'rà soát quy hoạch và cắt giảm thủ tục cho nhà đầu tư',
  'mở lớp tập huấn cho cán bộ cơ sở và hộ kinh doanh',
  'bố trí vốn sự nghiệp hỗ trợ máy móc cho doanh nghiệp nhỏ',
  'phối hợp các hiệp hội tổ chức hội chợ và phiên chợ',
  'tăng kiểm tra, xử lý nghiêm vi phạm trên thị trường',
] as const
const FIRST_YEAR = 2000
const PARTS = [
  (year: number) => `năm ${year}`,
  (year: number) => `6 tháng đầu năm ${year}`,
  (year: number) => `9 tháng đầu năm ${year}`,
  ...['I', 'II', 'III', 'IV'].map((quarter) => (year: number) => `quý ${quarter} năm ${year}`),
  ...Array.from({ length: 12 }, (_, month) => (year: number) => `tháng ${month + 1} năm ${year}`),
]

const whole = (random: Random) => formatNumber(String(random.whole(100, 99_999)))
const rate = (random: Random) => formatNumber((random.next() * 30 + 0.1).toFixed(1))
const change = (random: Random) => `${random.pick(['tăng', 'giảm'])} ${rate(random)}%`

/** Article n: one province and one period; the same n is always the same article. */
export function largeArticle(n: number): LargeArticle {
  const random = seeded(n + 1)
  const province = PROVINCES[n % PROVINCES.length]?.name ?? ''
  const turn = Math.floor(n / PROVINCES.length)
  const year = FIRST_YEAR + Math.floor(turn / PARTS.length)
  const period = PARTS[turn % PARTS.length]?.(year) ?? ''
  const statements = TOPICS.map(([topic, unit]) => ({ topic, unit, amount: whole(random) }))
  const first = random.whole(0, THEMES.length - 1)
  const themes = [0, 1, 2, 3].map((step) => THEMES[(first + step) % THEMES.length] ?? '')
  const head = `Tình hình công nghiệp và thương mại ${province} ${period}`
  const text = [
    head,
    ...statements.map((statement) => paragraph(statement, period, random)),
    `Trong đó, kim ngạch xuất khẩu ${parts(EXPORTS, 'triệu USD', random)}.`,
    ...PRODUCTS.map(
      (product) =>
        `Sản lượng ${product} ${period} đạt ${whole(random)} tấn, ${change(random)} so với cùng kỳ.`,
    ),
    ...themes.map((theme) => deeds(theme, province, period, random)),
  ].join('\n')
  const record = {
    url: `https://generated.example/${n}`,
    publisher: 'Bài tạo tự động',
    published: `${year + 1}-01-15`,
    title: head,
    area: null,
    text,
  }
  return { record, province, period, statements, themes }
}

function paragraph({ topic, unit, amount }: Statement, period: string, random: Random): string {
  return `${topic} ${period} đạt ${amount} ${unit}, ${change(random)} so với cùng kỳ năm trước, bằng ${rate(random)}% kế hoạch năm. Các đơn vị chủ động nguồn nguyên liệu, giữ nhịp sản xuất và tìm thêm bạn hàng, nhất là ở những địa bàn còn khó khăn.`
}

function deeds(theme: string, province: string, period: string, random: Random): string {
  return `Về ${theme}, ${province} ${random.pick(DEEDS)}; đồng thời ${random.pick(DEEDS)} ngay trong ${period}. Các sở, ngành được giao theo dõi tiến độ, báo cáo hằng quý và chịu trách nhiệm về phần việc của mình. Cơ sở nào vướng mắc thì được hướng dẫn tận nơi, không phải đi lại nhiều lần.`
}

const parts = (names: readonly string[], unit: string, random: Random) =>
  names.map((name) => `${name} đạt ${whole(random)} ${unit}, ${change(random)}`).join('; ')

const BATCH = 50
const embed = (texts: readonly string[]) => hashEmbeddings.embedDocuments([...texts])

/** Fills an empty store with articles 0, 1, 2 … until it holds so many figures; returns what it holds. */
export async function fillStore(
  store: Store,
  figures: number,
  say: (line: string) => void,
): Promise<{ articles: number; figures: number; passages: number }> {
  const held = { articles: 0, figures: 0, passages: 0 }
  while (held.figures < figures) {
    const readings = Array.from({ length: BATCH }, (_, i) => {
      const { record } = largeArticle(held.articles + i)
      return readRecord(record, `${held.articles + i}.json`)
    })
    await store.saveArticles(
      await Promise.all(readings.map((reading) => toSave(reading, embed, false))),
    )
    held.articles += readings.length
    for (const reading of readings) {
      held.figures += reading.figures.length
      held.passages += reading.passages.length
    }
    if (held.articles % 2_000 === 0) say(`${held.articles} articles, ${held.figures} figures`)
  }
  return held
}

export interface KnownQuestion {
  readonly question: string
  /** Address of the article that holds the answer. */
  readonly url: string | null
  /** Words that a right answer shows. */
  readonly shows: string
}

/** Questions about one figure each, of articles picked at random. */
export function figureQuestions(count: number, articles: number): KnownQuestion[] {
  const random = seeded(3)
  return Array.from({ length: count }, () => {
    const { record, province, period, statements } = largeArticle(random.whole(0, articles - 1))
    const { topic, amount } = random.pick(statements)
    const question = `${topic} của ${province} ${period} là bao nhiêu?`
    return { question, url: record.url, shows: amount }
  })
}

/** Questions about what was done for a theme, of articles picked at random. */
export function passageQuestions(count: number, articles: number): KnownQuestion[] {
  const random = seeded(4)
  return Array.from({ length: count }, () => {
    const { record, province, period, themes } = largeArticle(random.whole(0, articles - 1))
    const theme = random.pick(themes)
    const question = `${province} đã làm gì về ${theme} trong ${period}?`
    return { question, url: record.url, shows: theme }
  })
}
