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
  const parsed = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const values: Record<string, string | boolean> = {}
  for (const token of parsed.tokens)
    if (token.kind === 'option') values[token.name] = optionValue(command, token, options)
  const help = values['help'] === true
  if (!help) checkWords(command, parsed.positionals)
  return { help, values, words: parsed.positionals }
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

function optionValue(
  command: Command,
  { name, rawName, value }: OptionToken,
  options: Readonly<Record<string, { readonly type: string }>>,
): string | boolean {
  const option = options[name]
  if (!option) throw wrongCall(command.name, `Không có tùy chọn ${rawName}.`)
  if (option.type === 'boolean') {
    if (value === undefined) return true
    throw wrongCall(command.name, `Tùy chọn ${rawName} không nhận giá trị.`)
  }
  if (value === undefined) throw wrongCall(command.name, `Tùy chọn ${rawName} cần một giá trị.`)
  return value
}

function checkWords(command: Command, words: readonly string[]): void {
  const [fewest, most] = command.words
  if (words.length < fewest) throw wrongCall(command.name, `Thiếu ${command.usage}.`)
  if (words.length <= most) return
  const extra = `Thừa “${words[most]}” (câu có dấu cách phải đặt trong ngoặc kép).`
  throw wrongCall(command.name, extra)
}

/** The text of a string option, undefined when it was not given. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
