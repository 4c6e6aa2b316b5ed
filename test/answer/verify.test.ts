import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderText } from '../../src/answer/render.ts'
import type { Line, Part, Reply } from '../../src/answer/reply.ts'
import { verify } from '../../src/answer/verify.ts'
import { formatPeriodVi } from '../../src/vietnamese/format.ts'
import { openWorld } from './world.ts'

const QUESTIONS = [
  'Xuất khẩu của Lâm Đồng năm 2023 đạt bao nhiêu?',
  'Năm 2022 Lâm Đồng xuất khẩu bao nhiêu?',
  'Cán cân thương mại Lâm Đồng năm 2023?',
  'Mục tiêu xuất khẩu năm 2024 của Lâm Đồng?',
  'IIP năm 2023 của Yên Bái và Hà Nam',
  'Tỉnh nào IIP năm 2023 cao nhất?',
  'Bán lẻ Hải Dương năm 2023?',
  'GRDP 6 tháng đầu năm 2025 của Tây Ninh mới tăng bao nhiêu?',
  'Xuất khẩu Lâm Đồng năm 2022 tăng bao nhiêu?',
  'Vì sao xuất khẩu Lâm Đồng năm 2023 giảm?',
  'Có số liệu gì về Quảng Bình?',
]
const SEED = { seed: 20240301, numRuns: 300 }

let world: Awaited<ReturnType<typeof openWorld>>
const replies: Reply[] = []
beforeAll(async () => {
  world = await openWorld()
  for (const question of QUESTIONS) replies.push((await world.answerer.reply(question)).reply)
})
afterAll(() => world.store.close())

const anyReply = () =>
  fc.integer({ min: 0, max: QUESTIONS.length - 1 }).map((i) => replies[i] as Reply)

/** Every line with one part exchanged; null when no part can be. */
function exchanged(
  reply: Reply,
  at: number,
  change: (part: Part) => Part | undefined,
): Reply | null {
  const places = reply.lines.flatMap((line, i) =>
    line.parts.flatMap((part, j) => (change(part) ? [{ i, j, part: change(part) as Part }] : [])),
  )
  const place = places[at % Math.max(places.length, 1)]
  if (!place) return null
  const lines = reply.lines.map(
    (line, i): Line =>
      i === place.i
        ? { ...line, parts: line.parts.map((p, j) => (j === place.j ? place.part : p)) }
        : line,
  )
  return { ...reply, lines }
}

function caught(reply: Reply | null): boolean {
  return reply === null || verify(reply, renderText(reply)).length > 0
}

describe('verify', () => {
  it('lets true answers pass', () => {
    for (const reply of replies) expect(verify(reply, renderText(reply))).toEqual([])
    expect(replies.every((reply) => reply.lines.length > 0)).toBe(true)
  })

  it('catches every changed digit of the text', () => {
    fc.assert(
      fc.property(anyReply(), fc.nat(), fc.integer({ min: 1, max: 9 }), (reply, at, by) => {
        const text = renderText(reply)
        const digits = [...text.matchAll(/\d/g)].map((m) => m.index)
        const index = digits[at % Math.max(digits.length, 1)]
        if (index === undefined) return true
        const digit = (Number(text[index]) + by) % 10
        return verify(reply, text.slice(0, index) + digit + text.slice(index + 1)).length > 0
      }),
      SEED,
    )
  })

  it('catches every changed unit of the text', () => {
    fc.assert(
      fc.property(
        anyReply(),
        fc.constantFrom(['triệu', 'tỷ'], ['tỷ', 'triệu'], ['USD', 'đồng'], ['%', ' điểm %']),
        (reply, [from = '', to = '']) => {
          const text = renderText(reply)
          return !text.includes(from) || verify(reply, text.replace(from, to)).length > 0
        },
      ),
      SEED,
    )
  })

  it('catches an answer whose period, area, indicator or part is another one', () => {
    const shown = (reply: Reply): Reply => ({
      ...reply,
      lines: reply.lines.filter((line) =>
        line.parts.some((p) => ['value', 'change', 'size', 'computed'].includes(p.kind)),
      ),
    })
    const other = (part: Part): Part | undefined => {
      if (part.kind === 'period')
        return { ...part, period: '2019-Q4', text: formatPeriodVi('2019-Q4') }
      if (part.kind === 'area') return { ...part, area: 'Cà Mau', text: 'Cà Mau' }
      if (part.kind === 'indicator')
        return { ...part, code: 'cpi', scope: null, text: 'chỉ số giá tiêu dùng' }
      return undefined
    }
    fc.assert(
      fc.property(anyReply(), fc.nat(), (reply, at) => caught(exchanged(shown(reply), at, other))),
      SEED,
    )
  })

  it('catches a figure put in the place of another', () => {
    fc.assert(
      fc.property(anyReply(), fc.nat(), fc.nat(), (reply, at, pick) => {
        const ids = [...reply.figures.keys()]
        const swap = (part: Part): Part | undefined => {
          if (part.kind !== 'value' && part.kind !== 'change') return undefined
          const own = reply.figures.get(part.figure)
          const foreign = ids.filter((id) => {
            const f = reply.figures.get(id)
            return (
              f?.period !== own?.period || f?.area !== own?.area || f?.indicator !== own?.indicator
            )
          })
          const id = foreign[pick % Math.max(foreign.length, 1)]
          return id === undefined ? undefined : { ...part, figure: id }
        }
        return caught(exchanged(reply, at, swap))
      }),
      SEED,
    )
  })

  it('catches words with a digit, invented figures, counts, quotes and citations', () => {
    const bad: Part[] = [
      { kind: 'text', text: 'khoảng 12' },
      { kind: 'value', figure: 'f-invented' },
      { kind: 'count', value: 5, of: ['a', 'b'] },
      { kind: 'cite', n: 99 },
      { kind: 'quote', n: 1, start: 0, end: 100_000 },
      { kind: 'known', id: 'merger-day', text: '2/7/2025' },
      { kind: 'known', id: 'anything', text: '7%' },
      { kind: 'date', date: '1999-01-01' },
      { kind: 'computed', index: 42, as: 'value' },
    ]
    for (const part of bad) {
      for (const reply of replies) {
        const lines: Line[] = [...reply.lines, { role: 'answer', parts: [part] }]
        expect(caught({ ...reply, lines }), JSON.stringify(part)).toBe(true)
      }
    }
  })

  it('catches a computed value that its inputs do not give', () => {
    const computed = replies.filter((reply) => reply.computed.length > 0)
    expect(computed.length).toBeGreaterThan(1)
    for (const reply of computed) {
      const [first, ...rest] = reply.computed
      if (!first) continue
      for (const wrong of [{ value: '1' }, { formula: '1 + 1 = 2' }, { unit: 'tỷ đồng' }]) {
        expect(caught({ ...reply, computed: [{ ...first, ...wrong }, ...rest] })).toBe(true)
      }
    }
  })
})
