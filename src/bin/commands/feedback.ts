import { openApp } from '../../app.ts'
import type { KeptFeedback } from '../../store/store.ts'
import { type Command, textOf, wrongCall } from '../command.ts'
import { limitOf, limitOption } from '../limit-option.ts'

const VERDICTS = { right: 'Đúng', wrong: 'Sai' } as const

function lineOf({ at, channel, verdict, question, figureIds, comment }: KeptFeedback): string {
  const figures = figureIds.length === 0 ? 'không số liệu' : figureIds.join(' ')
  const words = [at, channel, VERDICTS[verdict], question, figures, ...(comment ? [comment] : [])]
  return words.join(' | ')
}

function oneVerdict(given: string | undefined): KeptFeedback['verdict'] | undefined {
  if (given === undefined || given === 'right' || given === 'wrong') return given
  throw wrongCall('feedback', `--verdict nhận right hoặc wrong, không nhận “${given}”.`)
}

export const command: Command = {
  name: 'feedback',
  usage: '[--verdict right|wrong] [--json]',
  summary: 'Liệt kê đánh giá Đúng/Sai của người dùng, mới nhất trước.',
  options: {
    verdict: { type: 'string', value: 'LOẠI', help: 'chỉ right (Đúng) hoặc wrong (Sai)' },
    json: { type: 'boolean', help: 'in mỗi đánh giá một dòng JSON, kèm câu trả lời' },
    ...limitOption,
  },
  words: [0, 0],
  async run({ values, config }) {
    const limit = limitOf('feedback', values)
    const verdict = oneVerdict(textOf(values, 'verdict'))
    const app = await openApp(config())
    try {
      const all = await app.store.listFeedback(limit)
      const shown = all.filter((one) => verdict === undefined || one.verdict === verdict)
      for (const one of shown)
        process.stdout.write(`${values['json'] === true ? JSON.stringify(one) : lineOf(one)}\n`)
      if (shown.length === 0) process.stderr.write('Chưa có đánh giá nào như vậy.\n')
      return 0
    } finally {
      await app.close()
    }
  },
}
