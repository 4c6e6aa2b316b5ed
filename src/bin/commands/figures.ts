import { type App, openApp } from '../../app.ts'
import type { SourcedFigure } from '../../channels/app-port.ts'
import { formatQuantity } from '../../vietnamese/format.ts'
import { type Command, textOf } from '../command.ts'

type Query = Parameters<App['port']['figures']>[0]

function lineOf(figure: SourcedFigure, app: App): string {
  const indicator = app.port.indicatorName(figure.indicator)
  return [
    figure.id,
    figure.area ?? 'không rõ tỉnh',
    figure.scope === null ? indicator : `${indicator} (${figure.scope})`,
    figure.period,
    figure.measure,
    formatQuantity(figure.value, figure.unit, figure.valueHigh),
    figure.status,
    `${figure.publisher ?? 'không rõ nơi đăng'} ${figure.published ?? ''}`.trim(),
    ...figure.warnings,
  ].join(' | ')
}

async function* allPages(app: App, query: Query): AsyncGenerator<SourcedFigure> {
  let after: string | null = null
  do {
    const page = await app.port.figures({ ...query, limit: 500, ...(after ? { after } : {}) })
    yield* page.figures
    after = page.next
  } while (after !== null)
}

export const command: Command = {
  name: 'figures',
  usage: '[--area TÊN] [--indicator CHỈ_TIÊU] [--period KỲ]',
  summary: 'Liệt kê số liệu đã lưu kèm mã, giá trị, kỳ và nguồn.',
  options: {
    area: { type: 'string', value: 'TÊN', help: 'tỉnh, thành phố, “Huyện, Tỉnh” hoặc Việt Nam' },
    indicator: { type: 'string', value: 'TÊN', help: 'mã hoặc tên chỉ tiêu: exports, xuất khẩu…' },
    period: { type: 'string', value: 'KỲ', help: '2023, 2024-H1, 2024-Q1, 2024-06, 2024-9M…' },
    json: { type: 'boolean', help: 'in mỗi số liệu một dòng JSON' },
  },
  words: [0, 0],
  async run({ values, config }) {
    const app = await openApp(config())
    try {
      const given = ['area', 'indicator', 'period'].flatMap((name) => {
        const value = textOf(values, name)
        return value === undefined ? [] : [[name, value]]
      })
      const query: Query = Object.fromEntries(given)
      let count = 0
      for await (const figure of allPages(app, query)) {
        count += 1
        const line = values['json'] === true ? JSON.stringify(figure) : lineOf(figure, app)
        process.stdout.write(`${line}\n`)
      }
      if (count === 0) process.stderr.write('Không có số liệu nào như vậy.\n')
      return 0
    } finally {
      await app.close()
    }
  },
}
