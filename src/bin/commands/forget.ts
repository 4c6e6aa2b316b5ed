import { openApp } from '../../app.ts'
import { AppError } from '../../model/errors.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  name: 'forget',
  usage: 'BÀI',
  summary: 'Bỏ một bài (mã, địa chỉ hoặc tiêu đề) cùng các đoạn và số liệu của nó.',
  options: {},
  words: [1, 1],
  async run({ words, config }) {
    const ref = words[0] ?? ''
    const app = await openApp(config())
    try {
      const gone = await app.store.forgetArticle(ref)
      if (!gone)
        throw new AppError(
          'not-found',
          `Không có bài nào là “${ref}”. Dùng mã, địa chỉ hoặc tiêu đề đúng của bài.`,
        )
      process.stdout.write(`Đã bỏ bài ${gone.articleId} cùng ${gone.figures} số liệu.\n`)
      return 0
    } finally {
      await app.close()
    }
  },
}
