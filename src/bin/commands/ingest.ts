import { openApp } from '../../app.ts'
import type { Command } from '../command.ts'
import { readingOptions, readOptionsOf } from '../reading-options.ts'

export const command: Command = {
  name: 'ingest',
  usage: '[tùy chọn] TỆP_HOẶC_ĐỊA_CHỈ…',
  summary:
    'Đọc bài viết (tệp, thư mục, địa chỉ web), lưu bài, đoạn văn và số liệu; bài đã có không lưu lại.',
  options: readingOptions,
  words: [1, Number.MAX_SAFE_INTEGER],
  async run({ values, words, config }) {
    const options = readOptionsOf('ingest', values)
    const app = await openApp(config(), { progress: (line) => process.stderr.write(`${line}\n`) })
    try {
      const summary = await app.ingest(words, options, (line) => process.stdout.write(`${line}\n`))
      return summary.failed > 0 ? 1 : 0
    } finally {
      await app.close()
    }
  },
}
