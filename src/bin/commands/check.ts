import { text as readAll } from 'node:stream/consumers'
import { openApp } from '../../app.ts'
import { renderCheck } from '../../channels/terminal/render-check.ts'
import { AppError } from '../../model/errors.ts'
import type { Command } from '../command.ts'
import { terminalOptions } from '../terminal-options.ts'

export const command: Command = {
  name: 'check',
  usage: '[--json] "ĐOẠN VĂN" | -',
  summary: 'Đối chiếu từng số liệu trong một đoạn văn với số liệu đã lưu.',
  options: { json: { type: 'boolean', help: 'in kết quả dạng JSON' } },
  words: [1, 1],
  async run({ values, words, config }) {
    const text = words[0] === '-' ? await readAll(process.stdin) : (words[0] ?? '')
    if (text.trim() === '') throw new AppError('call-wrong', 'Đoạn văn để đối chiếu đang trống.')
    const app = await openApp(config())
    try {
      const result = await app.port.check(text)
      if (values['json'] === true) process.stdout.write(`${JSON.stringify(result)}\n`)
      else process.stdout.write(`${renderCheck(result, terminalOptions())}\n`)
      return 0
    } finally {
      await app.close()
    }
  },
}
