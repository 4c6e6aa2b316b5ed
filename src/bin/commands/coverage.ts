import { openApp } from '../../app.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  name: 'coverage',
  usage: '[--json]',
  summary: 'In kho có gì: tỉnh × chỉ tiêu × năm, kèm số lượng số liệu.',
  options: { json: { type: 'boolean', help: 'in mỗi dòng một JSON' } },
  words: [0, 0],
  async run({ values, config }) {
    const app = await openApp(config())
    try {
      const rows = await app.store.coverage({})
      if (values['json'] === true) {
        for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)
        return 0
      }
      const groups = Map.groupBy(
        rows,
        (row) => `${row.area ?? 'không rõ tỉnh'} | ${app.port.indicatorName(row.indicator)}`,
      )
      for (const [name, years] of groups) {
        const listed = years.map((row) => `${row.year ?? 'không rõ năm'} (${row.figures})`)
        process.stdout.write(`${name} | ${listed.join(', ')}\n`)
      }
      if (rows.length === 0)
        process.stderr.write('Kho đang trống. Nạp bài: npm run ingest -- TỆP\n')
      return 0
    } finally {
      await app.close()
    }
  },
}
