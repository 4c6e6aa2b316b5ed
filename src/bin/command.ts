/** What a subcommand is, and how its words are read. Knows nothing of what the commands do. */
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { AppError } from '../model/errors.ts'

export interface Option {
  readonly type: 'string' | 'boolean'
  /** Placeholder of the value in `--help`. */
  readonly value?: string
  readonly help: string
}

export type Values = Readonly<Record<string, string | boolean | undefined>>

export interface Call {
  readonly values: Values
  readonly words: readonly string[]
  /** The settings are read when a command asks for them, so that `--help` works with broken ones. */
  readonly config: () => Config
}

export interface Command {
  readonly name: string
  /** What follows the name: `[--json] "CÂU HỎI"`. */
  readonly usage: string
  readonly summary: string
  readonly options: Readonly<Record<string, Option>>
  /** Fewest and most positional words. */
  readonly words: readonly [number, number]
  /** Returns the exit code: 0 done, 1 a part failed. A wrong call throws `call-wrong`. */
  readonly run: (call: Call) => Promise<number>
}

const HELP: Option = { type: 'boolean', help: 'in hướng dẫn này' }

/** The Vietnamese help of one command. */
export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, help: HELP }).map(([name, option]) => {
    const left = option.type === 'string' ? `--${name} ${option.value ?? 'GIÁ TRỊ'}` : `--${name}`
    return `  ${left.padEnd(24)} ${option.help}`
  })
  return [
    `Cách dùng: hoiso ${command.name} ${command.usage}`.trimEnd(),
    '',
    command.summary,
    '',
    'Tùy chọn:',
    ...options,
  ].join('\n')
}

/** A wrong call, told in one line with the way to mend it. */
export function wrongCall(command: string, what: string): AppError {
  return new AppError('call-wrong', `${what} Xem: npm run hoiso -- ${command} --help`)
}

/** Reads the words after a command's name; throws `call-wrong` for an unknown option or a missing value. */
export function readCall(
  command: Command,
  args: readonly string[],
): { help: boolean; values: Values; words: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: HELP }).map(([name, o]) => [name, { type: o.type }]),
  )
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const values: Record<string, string | boolean> = {}
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const option = options[token.name]
    if (!option) throw wrongCall(command.name, `Không có tùy chọn ${token.rawName}.`)
    if (option.type === 'string' && token.value === undefined)
      throw wrongCall(command.name, `Tùy chọn ${token.rawName} cần một giá trị.`)
    if (option.type === 'boolean' && token.value !== undefined)
      throw wrongCall(command.name, `Tùy chọn ${token.rawName} không nhận giá trị.`)
    values[token.name] = token.value ?? true
  }
  const help = values['help'] === true
  const [fewest, most] = command.words
  if (!help && words.length < fewest) throw wrongCall(command.name, `Thiếu ${command.usage}.`)
  if (!help && words.length > most)
    throw wrongCall(
      command.name,
      `Thừa “${words[most]}” (câu có dấu cách phải đặt trong ngoặc kép).`,
    )
  return { help, values, words }
}

/** The text of a string option, undefined when it was not given. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
