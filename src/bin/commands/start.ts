import { openApp } from '../../app.ts'
import { startService } from '../../service.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  name: 'start',
  usage: '',
  summary: 'Chạy dịch vụ: trang hỏi đáp, HTTP API, và Telegram, Zalo khi có mã bot.',
  options: {},
  words: [0, 0],
  async run({ config }) {
    const settings = config()
    const say = (line: string) => process.stdout.write(`${line}\n`)
    const app = await openApp(settings, { progress: say })
    const service = await startService(app, settings, say)
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    say('Đang dừng…')
    await service.close()
    await app.close()
    return 0
  },
}
