import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { WriteStream } from 'node:tty'
import { describe, expect, it } from 'vitest'
import { type ChatStreams, runChat } from '../../../src/channels/terminal/chat.ts'
import { wantsColour } from '../../../src/channels/terminal/paint.ts'
import { type FakeApp, fakeApp } from '../fake-app.ts'

interface Stage {
  readonly app: FakeApp
  readonly input: PassThrough
  readonly text: () => string
  readonly done: Promise<void>
}

function open(
  options: { isTTY: boolean; hasColours?: boolean } & Pick<ChatStreams, 'history' | 'onHistory'>,
): Stage {
  const { isTTY, hasColours = true, ...rest } = options
  const hasColors = () => hasColours
  const tty = { isTTY, columns: 80, setRawMode: () => undefined, hasColors }
  const input = Object.assign(new PassThrough(), tty)
  const output = Object.assign(new PassThrough(), tty)
  let text = ''
  output.on('data', (chunk) => {
    text += String(chunk)
  })
  const app = fakeApp()
  return { app, input, text: () => text, done: runChat(app, { ...rest, input, output }) }
}

/** What a pipe of these lines gives. */
async function piped(...lines: string[]) {
  const stage = open({ isTTY: false })
  stage.input.end(`${lines.join('\n')}\n`)
  await stage.done
  return { app: stage.app, text: stage.text() }
}

describe('a chat through a pipe', () => {
  it('answers every line in order, in one conversation, without prompts or colours', async () => {
    const { app, text } = await piped('Xuất khẩu Hải Dương 2023?', '', 'Còn năm 2021?')
    expect(app.asked).toEqual([
      { question: 'Xuất khẩu Hải Dương 2023?', conversation: undefined },
      { question: 'Còn năm 2021?', conversation: 'c1' },
    ])
    expect(text.indexOf('giảm 6,3%')).toBeLessThan(text.indexOf('Chưa có số liệu'))
    expect(text).not.toMatch(/(?!\n)\p{Cc}|›|Tạm biệt/u)
  })

  it('goes on after a failure and says that it was one', async () => {
    const { text } = await piped('hỏng', 'Xuất khẩu?')
    expect(text).toContain('không có nghĩa là không có số liệu')
    expect(text).not.toContain('secret')
    expect(text).toContain('9.801 triệu USD')
  })

  it('knows its commands', async () => {
    const { app, text } = await piped(
      '/help',
      '/moi',
      '/abc',
      'x'.repeat(1001),
      '/thoat',
      'not asked',
    )
    expect(text).toContain('/thoat')
    expect(text).toContain('không phải kênh thông tin chính thức')
    expect(text).toContain('cuộc trò chuyện mới')
    expect(text).toContain('Không có lệnh /abc')
    expect(text).toContain('dài quá 1000 ký tự')
    expect(app.asked).toEqual([])
  })

  it('begins anew with /moi', async () => {
    const { app } = await piped('một', '/moi', 'hai')
    expect(app.asked.map((one) => one.conversation)).toEqual([undefined, undefined])
  })
})

describe('a chat at a terminal', () => {
  it('greets, says where figures come from, keeps a history and ends with Ctrl-D', async () => {
    const kept: (readonly string[])[] = []
    const stage = open({
      isTTY: true,
      history: ['câu cũ'],
      onHistory: (all) => kept.push([...all]),
    })
    await wait(20)
    expect(stage.text()).toMatch(/không phải kênh thông tin chính thức .*Số liệu lấy từ/)
    stage.input.write('câu mới\r')
    await wait(50)
    expect(kept.at(-1)).toEqual(['câu mới', 'câu cũ'])
    expect(stage.text()).toContain('\u001B[1mNguồn')
    stage.input.write('\u0004')
    await stage.done
    expect(stage.text()).toContain('Tạm biệt!')
  })

  it('asks an earlier question again with the arrow key', async () => {
    const stage = open({ isTTY: true, history: ['câu cũ'] })
    await wait(20)
    stage.input.write('\u001B[A\r')
    await wait(50)
    expect(stage.app.asked).toEqual([{ question: 'câu cũ', conversation: undefined }])
    stage.input.end()
    await stage.done
  })

  it('ends with Ctrl-C', async () => {
    const stage = open({ isTTY: true })
    await wait(20)
    stage.input.write('\u0003')
    await stage.done
    expect(stage.text()).toContain('Tạm biệt!')
  })

  it('stops waiting with Ctrl-C', async () => {
    const stage = open({ isTTY: true })
    await wait(20)
    stage.input.write('chậm\r')
    await wait(50)
    stage.input.write('\u0003')
    await stage.done
    await wait(200)
    expect(stage.text()).toContain('Tạm biệt!')
    expect(stage.text()).not.toContain('9.801')
  })

  it('gives the answer when the input ends while it is made', async () => {
    const stage = open({ isTTY: true })
    await wait(20)
    stage.input.end('chậm\r')
    await stage.done
    expect(stage.text()).toMatch(/9\.801 triệu USD[\s\S]*Tạm biệt!/)
  })

  it('has no colours where the terminal wants none', async () => {
    const stage = open({ isTTY: true, hasColours: false })
    await wait(20)
    stage.input.write('Xuất khẩu?\r')
    await wait(50)
    expect(stage.text()).not.toContain('\u001B[1m')
    const ended = once(stage.input, 'end')
    stage.input.end()
    await Promise.all([stage.done, ended])
  })
})

describe('wantsColour', () => {
  it.each([
    [{ isTTY: true, hasColors: () => true }, true],
    [{ isTTY: true, hasColors: () => false }, false],
    [{ isTTY: false, hasColors: () => true }, false],
    [{}, false],
  ])('%o: %s', (output, want) => {
    expect(wantsColour(output)).toBe(want)
  })

  it('leaves NO_COLOR to the terminal stream of Node', () => {
    const depth = (env: object) => WriteStream.prototype.getColorDepth.call(null, env)
    expect(depth({ TERM: 'xterm-256color' })).toBeGreaterThan(1)
    expect(depth({ TERM: 'xterm-256color', NO_COLOR: '1' })).toBe(1)
    expect(depth({ TERM: 'dumb' })).toBe(1)
  })
})
