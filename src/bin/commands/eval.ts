import { evalPorts } from '../../app.ts'
import { evaluate } from '../../eval/evaluate.ts'
import type { Part } from '../../eval/score-extraction.ts'
import { type Command, textOf, wrongCall } from '../command.ts'

export const command: Command = {
  name: 'eval',
  usage: '[--part seen|unseen] [--verbose] THƯ_MỤC',
  summary: 'Chấm điểm việc đọc và trả lời trên các bài và câu hỏi đã chú giải.',
  options: {
    part: {
      type: 'string',
      value: 'PHẦN',
      help: 'unseen: mỗi bài thứ ba theo tên; seen: các bài còn lại',
    },
    verbose: { type: 'boolean', help: 'liệt kê từng chỗ sai (không dùng với unseen)' },
  },
  words: [1, 1],
  async run({ values, words }) {
    const part = textOf(values, 'part')
    if (part !== undefined && part !== 'seen' && part !== 'unseen')
      throw wrongCall('eval', `--part nhận seen hoặc unseen, không nhận “${part}”.`)
    const options = { part: part as Part | undefined, verbose: values['verbose'] === true }
    for await (const line of evaluate(words[0] ?? '', options, evalPorts()))
      process.stdout.write(`${line}\n`)
    return 0
  },
}
