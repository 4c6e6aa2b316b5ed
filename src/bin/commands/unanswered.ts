import { openApp } from '../../app.ts'
import type { UnansweredOutcome, UnansweredQuestion } from '../../store/store.ts'
import type { Command } from '../command.ts'
import { limitOf, limitOption } from '../limit-option.ts'

const OUTCOMES: Readonly<Record<UnansweredOutcome, string>> = {
  'no-data': 'chưa có số liệu',
  clarify: 'chưa rõ câu hỏi',
  'out-of-scope': 'ngoài phạm vi',
  answered: 'trả lời một phần',
}

const lineOf = ({ times, outcome, question, firstAt, lastAt }: UnansweredQuestion) =>
  [`${times} lần`, OUTCOMES[outcome], question, `${firstAt} … ${lastAt}`].join(' | ')

export const command: Command = {
  name: 'unanswered',
  usage: '[--json]',
  summary: 'Liệt kê câu hỏi chưa trả lời được, hỏi nhiều nhất trước: kho còn thiếu gì.',
  options: { json: { type: 'boolean', help: 'in mỗi câu hỏi một dòng JSON' }, ...limitOption },
  words: [0, 0],
  async run({ values, config }) {
    const limit = limitOf('unanswered', values)
    const app = await openApp(config())
    try {
      const asked = await app.store.listUnanswered(limit)
      for (const one of asked)
        process.stdout.write(`${values['json'] === true ? JSON.stringify(one) : lineOf(one)}\n`)
      if (asked.length === 0) process.stderr.write('Không có câu hỏi nào chưa trả lời được.\n')
      return 0
    } finally {
      await app.close()
    }
  },
}
