/** Answers that need no figure: greeting, help, what is outside, asking back, definitions. */
import { CONCEPTS, indicatorById } from '../../catalogue/indicators.ts'
import type { Query } from '../query.ts'
import type { Part, Reply } from '../reply.ts'
import { areaPart, Draft } from './draft.ts'

/** The example question that is offered; its digits are of no figure. */
export const EXAMPLE_TEXT = '“Xuất khẩu của Hải Dương năm 2023 tăng bao nhiêu?”'

const EXAMPLE: Part = { kind: 'known', id: 'example', text: EXAMPLE_TEXT }
const CAN =
  'Tôi trả lời về số liệu công nghiệp, thương mại, xuất nhập khẩu của các tỉnh, thành phố, kèm nguồn.'

/** A kind word back, and what can be asked. */
export function composeGreeting(query: Query): Reply {
  const draft = new Draft(query.question)
  if (query.intent === 'thanks')
    draft.line('answer', 'Rất vui được giúp bạn. Cần thêm số liệu nào, bạn cứ hỏi.')
  else draft.line('answer', 'Xin chào! ', CAN)
  offer(draft)
  return draft.done('answered')
}

/** What the program does, and how to ask it. */
export function composeHelp(query: Query): Reply {
  const draft = new Draft(query.question)
  draft.line('answer', CAN)
  draft.line(
    'answer',
    'Câu hỏi nên có: chỉ tiêu (xuất khẩu, IIP, bán lẻ …), địa phương và kỳ (tháng, quý, năm).',
  )
  draft.line(
    'answer',
    'Có thể hỏi tiếp: “còn Hải Phòng?”, “so với kế hoạch thì sao?”, “nguồn ở đâu?”.',
  )
  draft.line(
    'care',
    'Đây không phải kênh chính thức của cơ quan nhà nước; số liệu lấy từ các nguồn được dẫn.',
  )
  offer(draft)
  return draft.done('answered')
}

/** Declines kindly and says what can be asked. */
export function composeOutside(query: Query): Reply {
  const draft = new Draft(query.question)
  draft.line('answer', 'Xin lỗi, câu hỏi này nằm ngoài phạm vi của tôi.')
  draft.line('offer', CAN)
  offer(draft)
  return draft.done('out-of-scope')
}

/** Asks back for exactly what is missing. */
export function composeUnclear(query: Query): Reply {
  const draft = new Draft(query.question)
  draft.line('answer', ...askBack(query, draft))
  offer(draft)
  return draft.done('clarify')
}

function askBack(query: Query, draft: Draft): (Part | string)[] {
  switch (query.unclear) {
    case 'which-area': {
      const names = query.choices.slice(0, 8).map((area) => areaPart(area, null, null))
      for (const name of names) draft.suggest(name)
      return [
        'Tên địa phương này có ở nhiều nơi. Bạn muốn hỏi nơi nào: ',
        ...names.flatMap((n, i) => (i === 0 ? [n] : ['; ', n])),
        '?',
      ]
    }
    case 'area':
      return ['Bạn muốn hỏi tỉnh, thành phố nào (hay cả nước)?']
    case 'indicator':
      return [
        'Bạn muốn hỏi chỉ tiêu nào (xuất khẩu, nhập khẩu, IIP, giá trị sản xuất công nghiệp, bán lẻ …)?',
      ]
    case 'both':
    case null:
      return ['Bạn muốn hỏi chỉ tiêu nào, của tỉnh, thành phố nào và kỳ nào?']
  }
}

/** Explains indicators and words about figures. */
export function composeDefinition(query: Query): Reply {
  const draft = new Draft(query.question)
  for (const id of query.terms.slice(0, 3)) {
    const term = indicatorById(id) ?? CONCEPTS.find((c) => c.id === id)
    if (!term) continue
    draft.line('answer', { kind: 'known', id: `definition:${id}`, text: term.definition })
    if (term.howToRead)
      draft.line('answer', { kind: 'known', id: `how-to-read:${id}`, text: term.howToRead })
  }
  offer(draft)
  return draft.done('answered')
}

function offer(draft: Draft): void {
  draft.line('offer', 'Ví dụ: ', EXAMPLE)
}
