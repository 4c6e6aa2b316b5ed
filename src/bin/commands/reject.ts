import { openApp } from '../../app.ts'
import { AppError } from '../../model/errors.ts'
import type { Command } from '../command.ts'
import { changeOf, changeOptions } from './correct.ts'

export const command: Command = {
  name: 'reject',
  usage: 'MÃ --why LÝ_DO --by AI',
  summary: 'Loại một số liệu đọc sai: không còn dùng để trả lời, kể cả khi bài được đọc lại.',
  options: changeOptions,
  words: [1, 1],
  async run({ values, words, config }) {
    const change = changeOf('reject', values)
    const app = await openApp(config())
    try {
      const id = words[0] ?? ''
      if (!(await app.store.rejectFigure(id, change)))
        throw new AppError(
          'not-found',
          `Không có số liệu nào mang mã “${id}”. Tìm mã: npm run hoiso -- figures --area TÊN`,
        )
      process.stdout.write(`Đã loại ${id}.\n`)
      return 0
    } finally {
      await app.close()
    }
  },
}
