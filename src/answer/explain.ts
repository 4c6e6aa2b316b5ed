/** Says in Vietnamese what was understood of a question and what was filled in. */
import { indicatorName } from '../catalogue/indicators.ts'
import { formatPeriodVi } from '../vietnamese/format.ts'
import type { Ask, Intent, Query, Want, Wish } from './query.ts'

const INTENTS: Readonly<Record<Intent, string>> = {
  figures: 'hỏi số liệu',
  rank: 'xếp hạng',
  overview: 'tình hình chung',
  definition: 'giải thích khái niệm',
  coverage: 'kho có số liệu gì',
  passage: 'nội dung bài viết',
  source: 'nguồn của câu trả lời trước',
  convert: 'đổi đơn vị câu trả lời trước',
  greeting: 'chào hỏi',
  thanks: 'cảm ơn',
  help: 'cách dùng',
  outside: 'ngoài phạm vi',
  unclear: 'chưa đủ rõ, cần hỏi lại',
}
const WANTS: Readonly<Record<Want, string>> = {
  any: 'số liệu có được',
  level: 'giá trị',
  yoy: 'tăng giảm so với cùng kỳ',
  mom: 'tăng giảm so với tháng trước',
  growth: 'tăng giảm so với kỳ gốc khác',
  average: 'tăng bình quân',
  plan: 'tỷ lệ thực hiện kế hoạch',
  over_plan: 'mức vượt kế hoạch',
  met: 'có đạt kế hoạch không',
  share: 'tỷ trọng',
}
const WISHES: Readonly<Record<Wish, string>> = {
  unsaid: '',
  result: ' (kết quả)',
  target: ' (mục tiêu)',
  expected: ' (dự kiến)',
}

/** Several lines: the kind of question, then what is asked, then what was filled in. */
export function explainQuery(query: Query): string {
  const lines = [`Hiểu là: ${INTENTS[query.intent]}`, ...query.asks.map(explainAsk)]
  if (query.rank) lines.push(`Xếp hạng: ${query.rank.direction}, ${query.rank.count}`)
  if (query.base) lines.push(`So với: ${formatPeriodVi(query.base)}`)
  if (query.unit) lines.push(`Đơn vị: ${query.unit}`)
  if (query.backCompute) lines.push('Cho phép tính ngược từ kế hoạch, mục tiêu')
  for (const { text } of query.defaults) lines.push(`Mặc định: ${text}`)
  return lines.join('\n')
}

function explainAsk(ask: Ask): string {
  const indicators = ask.indicators.map((i) => i.codes.map(indicatorName).join(' hoặc ')).join(', ')
  const areas = ask.areas
    .map((a) => `${a.area}${a.borders ? ` (địa giới ${a.borders === 'old' ? 'cũ' : 'mới'})` : ''}`)
    .join(', ')
  const periods = ask.periods.map((p) => formatPeriodVi(p.period)).join(', ')
  const wants = ask.demands.map((d) => WANTS[d.want] + WISHES[d.wish]).join(', ')
  const part = ask.scope.firm ? `; riêng: ${ask.scope.text}` : ask.scope.whole ? '; toàn bộ' : ''
  return `- chỉ tiêu: ${indicators || 'chưa nêu'}; nơi: ${areas || 'chưa nêu'}; kỳ: ${periods || 'mới nhất'}; cần: ${wants || 'số liệu có được'}${part}`
}
