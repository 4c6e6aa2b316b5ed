/** Generated articles about generated figures, and English texts of the same kind for a peer to read. */
import { PROVINCES } from '../../src/catalogue/gazetteer.ts'
import type { ArticleRecord } from '../../src/model/article.ts'
import { formatNumber } from '../../src/vietnamese/format.ts'
import type { Random } from './random.ts'

const TOPICS = [
  ['Giá trị sản xuất công nghiệp', 'tỷ đồng'],
  ['Kim ngạch xuất khẩu', 'triệu USD'],
  ['Kim ngạch nhập khẩu', 'triệu USD'],
  ['Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng', 'tỷ đồng'],
  ['Thu ngân sách nhà nước', 'tỷ đồng'],
  ['Vốn đầu tư toàn xã hội', 'tỷ đồng'],
  ['Điện thương phẩm', 'triệu kWh'],
] as const
const PRODUCTS = ['dệt may', 'thủy sản', 'gỗ', 'linh kiện điện tử', 'xi măng', 'giày dép'] as const
const PERIODS = ['năm', '6 tháng đầu năm', '9 tháng năm', 'quý I năm', 'tháng 4 năm'] as const
const VERBS = ['đạt', 'ước đạt', 'thực hiện'] as const
const FILLERS = [
  'Ngành chức năng tiếp tục tháo gỡ khó khăn cho các cơ sở trên địa bàn.',
  'Thị trường trong nước ổn định, nguồn hàng dồi dào, giá cả ít biến động.',
  'Một số chủ đầu tư cụm công nghiệp triển khai hạ tầng còn chậm.',
  'Công tác xúc tiến thương mại được các địa phương quan tâm hơn trước.',
] as const

const decimal = (random: Random, low: number, high: number, places: number) =>
  formatNumber((low + random.next() * (high - low)).toFixed(places).replace(/\.?0+$/, ''))
const amount = (random: Random) => formatNumber(String(random.whole(100, 99_999)))
const change = (random: Random) =>
  `${random.pick(['tăng', 'giảm'])} ${decimal(random, 0.1, 40, 2)}% so với cùng kỳ`

function sentence(random: Random, year: number): string {
  const [topic, unit] = random.pick(TOPICS)
  const when = `${random.pick(PERIODS)} ${year}`
  switch (random.whole(0, 4)) {
    case 0:
      return random.pick(FILLERS)
    case 1:
      return `${topic} ${when} ${random.pick(VERBS)} ${amount(random)} ${unit}, ${change(random)}, bằng ${decimal(random, 40, 110, 1)}% kế hoạch năm.`
    case 2:
      return `Trong đó, ${random.pick(PRODUCTS)} ${random.pick(VERBS)} ${amount(random)} ${unit}, ${change(random)}; ${random.pick(PRODUCTS)} ${amount(random)} ${unit}, chiếm ${decimal(random, 1, 60, 1)}%.`
    case 3:
      return `Mục tiêu năm ${year + 1}: ${topic.toLowerCase()} đạt khoảng ${amount(random)} ${unit}, tăng trên ${random.whole(4, 15)}%.`
    default:
      return `${topic} ${when} ${random.pick(VERBS)} hơn ${decimal(random, 1, 90, 1)} nghìn tỷ đồng, ${change(random)}.`
  }
}

/** Joins sentences, three to a paragraph, until the text is so long in UTF-8. */
function fill(bytes: number, next: () => string): string {
  let text = ''
  for (let count = 0; Buffer.byteLength(text) < bytes; count++) {
    text += `${next()}${count % 3 === 2 ? '\n' : ' '}`
  }
  return text.trimEnd()
}

/** An article of about so many bytes of UTF-8; `n` makes its address its own. */
export function generatedArticle(random: Random, n: number, bytes = 2_000): ArticleRecord {
  const province = random.pick(PROVINCES).name
  const year = random.whole(2015, 2024)
  const head = `Tình hình công nghiệp và thương mại tỉnh ${province} năm ${year}`
  return {
    url: `https://generated.example/${n}`,
    publisher: 'Bài tạo tự động',
    published: `${year + 1}-01-${String(random.whole(10, 28))}`,
    title: head,
    area: null,
    text: `${head}\n${fill(bytes - Buffer.byteLength(head), () => sentence(random, year))}`,
  }
}

const ENGLISH_TOPICS = [
  'Industrial output',
  'Exports',
  'Imports',
  'Retail sales',
  'Revenue',
] as const
const ENGLISH_PERIODS = [
  'in',
  'in the first half of',
  'in the first quarter of',
  'in April',
] as const
const ENGLISH_UNITS = ['tons', 'kilometers', 'square meters', 'kilograms', 'liters'] as const

/** English sentences of the same kind: each with a date, numbers, rates and units. */
export function englishSentences(random: Random, bytes: number): string[] {
  const sentences: string[] = []
  for (let size = 0; size < bytes; ) {
    const number = random.whole(1_000, 99_999).toLocaleString('en-US')
    const rate = (random.next() * 40).toFixed(1)
    const text = `${random.pick(ENGLISH_TOPICS)} of the province ${random.pick(ENGLISH_PERIODS)} ${random.whole(2015, 2024)} reached ${number} ${random.pick(ENGLISH_UNITS)}, ${random.pick(['up', 'down'])} ${rate}% from the same period of the previous year, which was ${random.whole(40, 110)} percent of the plan. `
    sentences.push(text)
    size += Buffer.byteLength(text)
  }
  return sentences
}
