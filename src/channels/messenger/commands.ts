/** The commands of a chat and what they say. */
import { DISCLAIMER, EXAMPLES, NAME, TAGLINE } from '../texts.ts'
import { type Choice, heading, type Message, plain } from './message.ts'

export interface ChatCommand {
  /** Latin letters without marks, as the platforms want them. */
  readonly name: string
  /** One line for the platform's menu. */
  readonly says: string
}

export const COMMANDS: readonly ChatCommand[] = [
  { name: 'start', says: 'Bắt đầu' },
  { name: 'help', says: 'Hướng dẫn cách hỏi' },
  { name: 'tinh', says: 'Các tỉnh có số liệu' },
  { name: 'chitieu', says: 'Các chỉ tiêu có số liệu' },
  { name: 'nguon', says: 'Nguồn của câu trả lời vừa rồi' },
  { name: 'bieudo', says: 'Vẽ biểu đồ: /bieudo xuất khẩu Hải Dương 2019–2023' },
  { name: 'sosanh', says: 'So sánh: /sosanh IIP Bắc Ninh và Bắc Giang năm 2023' },
  { name: 'kiemtra', says: 'Đối chiếu số liệu trong một đoạn văn: /kiemtra …' },
]

const MOST_EXAMPLES = 3

function exampleChoices(examples: readonly string[]): Choice[] {
  return examples.slice(0, MOST_EXAMPLES).map((question) => ({
    label: question,
    phrase: `hỏi: ${question}`,
    intent: { kind: 'ask', question, isWhole: true },
  }))
}

/** The greeting: what this is, that it is no official channel, three examples to press. */
export function greeting(id: string, examples: readonly string[] = EXAMPLES): Message {
  return {
    parts: [
      heading(`${NAME} – ${TAGLINE}`),
      plain('Gõ câu hỏi bằng tiếng Việt, có dấu hoặc không dấu. Mỗi con số đều kèm nguồn.'),
      plain(DISCLAIMER),
      plain('Thử một câu:'),
    ],
    chart: null,
    choices: exampleChoices(examples),
    id,
  }
}

/** How to ask, and the commands. */
export function help(id: string, examples: readonly string[] = EXAMPLES): Message {
  const commands = COMMANDS.filter(({ name }) => name !== 'start')
  return {
    parts: [
      heading('Cách hỏi'),
      plain(
        'Nêu chỉ tiêu, địa phương và kỳ, ví dụ “xuất khẩu Hải Dương 6 tháng 2024”. Có thể hỏi tiếp “còn Hải Phòng?”, “so với cùng kỳ?”.',
      ),
      plain(commands.map(({ name, says }) => `/${name} – ${says}`).join('\n')),
      plain(DISCLAIMER),
    ],
    chart: null,
    choices: exampleChoices(examples),
    id,
  }
}
