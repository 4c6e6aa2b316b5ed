import { createInterface } from 'node:readline'
import { openApp } from '../../app.ts'
import { renderAnswer } from '../../channels/terminal/render.ts'
import { type Call, type Command, textOf, wrongCall } from '../command.ts'
import { terminalOptions } from '../terminal-options.ts'

function isMessages(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
}

/** One line of stdin is one conversation: a plain question or a JSON array of messages. */
function messagesOf(line: string): readonly string[] {
  if (!line.trimStart().startsWith('[')) return [line]
  try {
    const parsed: unknown = JSON.parse(line)
    return isMessages(parsed) ? parsed : [line]
  } catch {
    return [line] // a question that happens to begin with a bracket
  }
}

async function askLines({ config }: Call): Promise<number> {
  const app = await openApp(config())
  try {
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() === '') continue
      const answer = await app.askInTurn(messagesOf(line))
      process.stdout.write(`${JSON.stringify(answer)}\n`)
    }
    return 0
  } finally {
    await app.close()
  }
}

async function run(call: Call): Promise<number> {
  const { values, words, config } = call
  const json = textOf(values, 'json')
  if (words[0] === '-' && values['json'] === true) return askLines(call)
  if (json !== undefined) throw wrongCall('ask', 'Tùy chọn --json không nhận giá trị.')
  const question = words[0]
  if (question === undefined) {
    if (values['json'] === true) throw wrongCall('ask', 'Cần một câu hỏi hoặc - để đọc stdin.')
    const { chat } = await import('../chat.ts')
    return chat(config())
  }
  const app = await openApp(config())
  try {
    if (values['explain'] === true) process.stderr.write(`${app.explain(question)}\n`)
    const answer = await app.askInTurn([question])
    process.stdout.write(
      values['json'] === true
        ? `${JSON.stringify(answer)}\n`
        : `${renderAnswer(answer, terminalOptions())}\n`,
    )
    return answer.outcome === 'unavailable' ? 1 : 0
  } finally {
    await app.close()
  }
}

export const command: Command = {
  name: 'ask',
  usage: '[--json] ["CÂU HỎI" | -]',
  summary: 'Trả lời một câu hỏi; không có câu hỏi thì mở cuộc trò chuyện trong cửa sổ lệnh.',
  options: {
    json: {
      type: 'boolean',
      help: 'in câu trả lời dạng JSON; với - mỗi dòng stdin là một cuộc hỏi đáp',
    },
    explain: { type: 'boolean', help: 'in ra stderr câu hỏi đã được hiểu thế nào' },
  },
  words: [0, 1],
  run,
}
