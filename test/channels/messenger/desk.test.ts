import { describe, expect, test } from 'vitest'
import { createDesk } from '../../../src/channels/messenger/desk.ts'
import type { Message } from '../../../src/channels/messenger/message.ts'
import { memoryState } from './memory-state.ts'
import { answerOf, figure, scriptedApp } from './scripted-app.ts'

const CHAT = { channel: 'test', id: '1' }

const deskOf = (app = scriptedApp()) =>
  createDesk(
    app,
    memoryState(() => 0),
  )
const textOf = (messages: readonly Message[]) =>
  messages.flatMap(({ parts }) => parts.map(({ text }) => text)).join('\n\n')

describe('the desk', () => {
  test('offers to check a text that is too long for a question', async () => {
    const app = scriptedApp()
    const desk = deskOf(app)
    const long = 'Xuất khẩu đạt 2.800 triệu USD. '.repeat(40)
    const [offer] = await desk.answer(CHAT, { kind: 'text', text: long })
    expect(app.asked).toEqual([])
    expect(offer?.choices.map(({ label }) => label)).toEqual(['Đối chiếu số liệu'])
    const checked = await desk.answer(CHAT, { kind: 'choice', id: offer?.id ?? '', index: 0 })
    expect(app.checked).toEqual([long.trim()])
    expect(textOf(checked)).toContain('Đã đối chiếu 1 số liệu: 1 không khớp.')
  })

  test('asks for what is missing', async () => {
    const desk = deskOf()
    const say = (name: string) => desk.answer(CHAT, { kind: 'command', name, rest: ' ' })
    expect(textOf(await say('kiemtra'))).toContain('kèm đoạn văn cần đối chiếu')
    expect(textOf(await say('sosanh'))).toContain('Hãy nêu điều cần so sánh')
    expect(textOf(await say('bieudo'))).toContain('Chưa đủ số liệu để vẽ biểu đồ')
  })

  test('shows near misses under an answer that is none, and what was not answered', async () => {
    const text = 'IIP của Nam Định năm 2022 tăng 9%'
    const related = [{ ...figure({}), text }]
    const app = scriptedApp({
      ask: async (question) =>
        answerOf(question, {
          outcome: 'no-data',
          text: 'Chưa có số liệu.',
          figures: [],
          related,
          missing: ['bán lẻ Nam Định'],
        }),
    })
    const shown = textOf(await deskOf(app).answer(CHAT, { kind: 'text', text: 'IIP?' }))
    expect(shown).toContain(`Số liệu gần với câu hỏi:\n• ${text}`)
    expect(shown).toContain('Chưa trả lời được:\n• bán lẻ Nam Định')
  })

  test('a choice works for the message it stands under, not for the latest', async () => {
    const app = scriptedApp()
    const desk = deskOf(app)
    const [first] = await desk.answer(CHAT, { kind: 'text', text: 'câu 1' })
    await desk.answer(CHAT, { kind: 'text', text: 'câu 2' })
    const right = first?.choices.findIndex(({ label }) => label.includes('Đúng')) ?? -1
    await desk.answer(CHAT, { kind: 'choice', id: first?.id ?? '', index: right })
    expect(app.judged).toMatchObject([{ question: 'câu 1', verdict: 'right' }])
  })

  test('offers no judgement where nobody keeps it', async () => {
    const { feedback: _none, ...rest } = scriptedApp()
    const [message] = await createDesk(
      rest,
      memoryState(() => 0),
    ).answer(CHAT, {
      kind: 'text',
      text: 'câu 1',
    })
    expect(message?.choices.some(({ intent }) => intent.kind === 'judge')).toBe(false)
  })

  test('copies the answer with its source, shortened where it is too long, or not at all', async () => {
    const copied = async (text: string) => {
      const app = scriptedApp({ ask: async (question) => answerOf(question, { text }) })
      const [message] = await deskOf(app).answer(CHAT, { kind: 'text', text: 'câu 1' })
      return message?.choices.flatMap(({ intent }) =>
        intent.kind === 'copy' ? intent.text : [],
      )[0]
    }
    expect(await copied('Ngắn [1].\nNguồn: [1] Báo.')).toBe('Ngắn [1].\nNguồn: [1] Báo.')
    expect(await copied(`Dòng đầu [1].\n${'dài '.repeat(100)}`)).toBe(
      'Dòng đầu [1].\nNguồn: [1] Báo Nam Định, 5/1/2024',
    )
    expect(await copied('dài '.repeat(100))).toBeUndefined()
  })
})
