import { openApp } from '../../app.ts'
import { AppError } from '../../model/errors.ts'
import { type Command, textOf, type Values, wrongCall } from '../command.ts'

/** Who and why: a change without them could not be explained to a reader of the figure. */
export function changeOf(command: string, values: Values): { why: string; by: string; at: string } {
  const why = textOf(values, 'why')?.trim()
  const by = textOf(values, 'by')?.trim()
  if (!why) throw wrongCall(command, 'Cần --why: vì sao.')
  if (!by) throw wrongCall(command, 'Cần --by: ai quyết định.')
  return { why, by, at: new Date().toISOString() }
}

export const changeOptions = {
  why: { type: 'string', value: 'LÝ_DO', help: 'vì sao (bắt buộc)' },
  by: { type: 'string', value: 'AI', help: 'người quyết định (bắt buộc)' },
} as const

/** Reads "9.801", "27,8" or "27.838" (one separator with three digits after it is a group) into a decimal string. */
function decimalOf(words: string): string | undefined {
  const text = words.trim().replace('−', '-')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  if (/^-?\d+(,\d+)?$/.test(text)) return text.replace(',', '.')
  if (/^-?\d+\.\d+$/.test(text)) return text
  return undefined
}

export const command: Command = {
  name: 'correct',
  usage: 'MÃ --value SỐ --why LÝ_DO --by AI',
  summary:
    'Sửa giá trị một số liệu; giá trị cũ, lý do, người sửa và ngày sửa được giữ lại và nói ra.',
  options: {
    value: {
      type: 'string',
      value: 'SỐ',
      help: 'giá trị đúng, cùng đơn vị, ví dụ 9.801 hoặc -6,3',
    },
    ...changeOptions,
  },
  words: [1, 1],
  async run({ values, words, config }) {
    const given = textOf(values, 'value')
    if (given === undefined) throw wrongCall('correct', 'Cần --value: giá trị đúng.')
    const value = decimalOf(given)
    if (value === undefined) throw wrongCall('correct', `“${given}” không phải là một số.`)
    const change = changeOf('correct', values)
    const app = await openApp(config())
    try {
      const id = words[0] ?? ''
      const figure = await app.store.correctFigure(id, { value, ...change })
      if (!figure)
        throw new AppError(
          'not-found',
          `Không có số liệu nào mang mã “${id}”. Tìm mã: npm run hoiso -- figures --area TÊN`,
        )
      process.stdout.write(
        `Đã sửa ${id}: ${figure.correction?.oldValue} → ${figure.value} ${figure.unit}.\n`,
      )
      return 0
    } finally {
      await app.close()
    }
  },
}
