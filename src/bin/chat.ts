/** The chat in the terminal, with its history kept in the data folder. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openApp } from '../app.ts'
import { runChat } from '../channels/terminal/chat.ts'
import type { Config } from '../config.ts'

/** Chats until the user leaves; the exit code. */
export async function chat(config: Config): Promise<number> {
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const app = await openApp(config, { progress: say })
  if (process.stdin.isTTY) await app.prepareExamples()
  const file = join(config.DATA_DIR, 'history')
  let kept = await readFile(file, 'utf8').then(
    (text) => text.split('\n').filter(Boolean),
    () => [] as string[], // no history yet
  )
  try {
    await runChat(app.port, {
      input: process.stdin,
      output: process.stdout,
      history: kept,
      onHistory: (history) => {
        kept = [...history]
      },
    })
    // Without the folder (a server database) there is nowhere to keep it, and nothing is lost by that.
    if (process.stdin.isTTY)
      await writeFile(file, `${kept.join('\n')}\n`, { mode: 0o600 }).catch(() => {})
    return 0
  } finally {
    await app.close()
  }
}
