/** The command. Finds the subcommand, reads its words, runs it, and turns failures into one line and an exit code. */

import { loadConfig } from '../config.ts'
import { AppError } from '../model/errors.ts'
import { type Command, commandHelp, readCall } from './command.ts'

/** Loaded one at a time: `--help` and `extract` should not wait for a web server. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  start: () => import('./commands/start.ts'),
  ask: () => import('./commands/ask.ts'),
  ingest: () => import('./commands/ingest.ts'),
  extract: () => import('./commands/extract.ts'),
  check: () => import('./commands/check.ts'),
  figures: () => import('./commands/figures.ts'),
  coverage: () => import('./commands/coverage.ts'),
  correct: () => import('./commands/correct.ts'),
  reject: () => import('./commands/reject.ts'),
  forget: () => import('./commands/forget.ts'),
  feedback: () => import('./commands/feedback.ts'),
  unanswered: () => import('./commands/unanswered.ts'),
  'zalo-webhook': () => import('./commands/zalo-webhook.ts'),
  eval: () => import('./commands/eval.ts'),
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  const lines = commands.map(({ command }) => `  ${command.name.padEnd(12)} ${command.summary}`)
  return [
    'Hỏi Số: hỏi đáp số liệu công nghiệp và thương mại các tỉnh, số nào cũng có nguồn.',
    '',
    'Cách dùng: npm run hoiso -- LỆNH [tùy chọn] …',
    '',
    ...lines,
    '',
    'Chi tiết của một lệnh: npm run hoiso -- LỆNH --help',
  ].join('\n')
}

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(`${await overview()}\n`)
    return 0
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load)
    throw new AppError(
      'call-wrong',
      `Không có lệnh “${name}”. Các lệnh: ${Object.keys(COMMANDS).join(', ')}.`,
    )
  const { command } = await load()
  const { help, values, words } = readCall(command, rest)
  if (help) {
    process.stdout.write(`${commandHelp(command)}\n`)
    return 0
  }
  return command.run({ values, words, config: loadConfig })
}

/** Wrong calls and settings, as the contract has it; everything else that failed is a part that failed. */
const WRONG_CALL: ReadonlySet<string> = new Set([
  'call-wrong',
  'config-invalid',
  'input-missing',
  'store-not-writable',
  'store-damaged',
  'store-newer',
  'store-locked',
  'port-in-use',
])

function report(error: unknown): number {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${error.message}\n`)
  return WRONG_CALL.has(error.code) ? 2 : 1
}

// A reader that went away (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2)).catch(report)
