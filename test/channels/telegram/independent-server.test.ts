/**
 * The bot against a server that somebody else wrote (telegram-test-api). It knows text, inline keyboards
 * and callbacks; it has no long poll, no pictures, no chat actions and no commands, so just those are tried.
 */
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createTelegram } from '../../../src/channels/telegram/bot.ts'
import { memoryState } from '../messenger/memory-state.ts'
import { scriptedApp } from '../messenger/scripted-app.ts'

// A CommonJS module that exports the class itself, whatever its types say.
const TelegramServer: typeof import('telegram-test-api').default = createRequire(import.meta.url)(
  'telegram-test-api',
)

interface BotMessage {
  readonly message: {
    readonly text: string
    readonly reply_markup?: {
      readonly inline_keyboard: { readonly text: string; readonly callback_data?: string }[][]
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', () => resolve()))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

test('questions, commands and buttons work on a server of other hands', async () => {
  const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' })
  await server.start()
  const token = '7000002:AAtoken_of_another_server'
  const client = server.getClient(token, { timeout: 10_000, interval: 50 })
  const app = scriptedApp()
  const bot = createTelegram({
    app,
    token,
    apiRoot: server.config.apiURL,
    state: memoryState(() => performance.now()),
    log: pino({ level: 'silent' }),
  })
  // Commands cannot be set here; that must not keep the bot from answering.
  const started = bot.start()
  const next = async () => ((await client.getUpdates()).result as unknown as BotMessage[])[0]
  try {
    await client.sendCommand(client.makeCommand('/start'))
    expect((await next())?.message.text).toContain('không phải kênh thông tin chính thức')

    await client.sendMessage(client.makeMessage('Xuất khẩu Nam Định năm 2023?'))
    const answer = await next()
    expect(answer?.message.text).toContain('đạt 2.794,5 triệu USD [1].')
    const button = answer?.message.reply_markup?.inline_keyboard.flat()[1]
    expect(button?.text).toBe('So cùng kỳ')

    await client.sendCallback(client.makeCallbackQuery(button?.callback_data ?? ''))
    expect((await next())?.message.text).toContain('2.794,5 triệu USD')
    expect(app.asked[1]?.question).toContain('so với cùng kỳ')
  } finally {
    await started
    await bot.stop()
    await server.stop()
  }
})
