import { openApp } from '../../app.ts'
import { createLog, startService } from '../../service.ts'
import type { Command } from '../command.ts'

/** A platform that does not answer any more must not keep the process. */
const LINGER_MS = 2_000

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // Once: a second signal ends the process at once.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

export const command: Command = {
  name: 'start',
  usage: '',
  summary: 'Chạy dịch vụ: trang hỏi đáp, HTTP API, và Telegram, Zalo khi có mã bot.',
  options: {},
  words: [0, 0],
  async run({ config }) {
    const settings = config()
    const say = (line: string) => process.stdout.write(`${line}\n`)
    const log = createLog(settings)
    const app = await openApp(settings, {
      progress: say,
      onFailure: (err) => log.error({ err }, 'answer-failed'),
    })
    try {
      const stopped = stopSignal()
      const now = () => new Date()
      const service = await startService({ app, config: settings, log, say, now })
      await stopped
      say('Đang dừng…')
      await service.close()
    } finally {
      await app.close()
    }
    setTimeout(() => process.exit(0), LINGER_MS).unref()
    return 0
  },
}
