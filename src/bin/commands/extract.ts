import { createReader } from '../../app.ts'
import type { Command } from '../command.ts'
import { explainExtraction, extractionLine } from '../extraction-line.ts'
import { readingOptions, readOptionsOf } from '../reading-options.ts'

export const command: Command = {
  name: 'extract',
  usage: '[tùy chọn] TỆP_HOẶC_ĐỊA_CHỈ…',
  summary: 'Đọc như ingest nhưng không lưu gì: in mỗi bài một dòng JSON.',
  options: {
    ...readingOptions,
    explain: { type: 'boolean', help: 'in cho mỗi số liệu: quy tắc nào đã đọc những chữ nào' },
  },
  words: [1, Number.MAX_SAFE_INTEGER],
  async run({ values, words, config }) {
    const read = createReader(config())
    let failed = 0
    for await (const result of read(words, readOptionsOf('extract', values))) {
      if ('error' in result) {
        failed += 1
        const { code, message } = result.error
        process.stderr.write(`${message}\n`)
        process.stdout.write(`${JSON.stringify({ file: result.file, error: { code, message } })}\n`)
        continue
      }
      const show = values['explain'] === true ? explainExtraction : extractionLine
      process.stdout.write(`${show(result)}\n`)
    }
    return failed > 0 ? 1 : 0
  },
}
