import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/model/answer.ts'
import { openWorld, QUESTIONS } from './world.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.store.close()
})

const ask = (question: string): Promise<Answer> => world.answerer.ask(question)
const values = (a: Answer): string[] => a.figures.map((f) => `${f.measure} ${f.value} ${f.unit}`)
const codes = (a: Answer): string[] => a.notes.map((n) => n.code)

describe('a figure', () => {
  it('is given with its growth, status, source and date', async () => {
    const a = await ask('Xuất khẩu của Lâm Đồng năm 2023 đạt bao nhiêu?')
    expect(a.outcome).toBe('answered')
    expect(values(a)).toEqual(['level 640 triệu USD', 'yoy -8 %'])
    expect(a.text).toContain('ước đạt 640 triệu USD, giảm 8% so với năm trước [1]')
    expect(a.text).toContain('Báo Lâm Đồng, 10/1/2024')
    expect(codes(a)).toContain('estimate')
  })
  it('says a fall when asked how much it grew', async () => {
    const a = await ask('xuat khau lam dong 2023 tang bao nhieu %')
    expect(a.text).toContain('không tăng mà ước giảm 8%')
  })
  it('of a part is given when the part is asked, and never for the whole', async () => {
    expect(values(await ask('Xuất khẩu cà phê của Lâm Đồng năm 2023?'))).toEqual([
      'level 210 triệu USD',
    ])
    expect((await ask('Xuất khẩu gạo của Lâm Đồng năm 2023 được bao nhiêu?')).outcome).toBe(
      'no-data',
    )
  })
  it('is found with a typing error in the name, which is said', async () => {
    const a = await ask('Kim ngạch xuất khẩu Lâm Đòngg năm 2023')
    expect(values(a)).toContain('level 640 triệu USD')
    expect(codes(a)).toContain('default-taken')
  })
  it('is the latest when no period is named, and that is said', async () => {
    const a = await ask('IIP của Yên Bái tăng bao nhiêu?')
    expect(values(a)).toEqual(['yoy 9.1 %'])
    expect(a.notes.find((n) => n.code === 'default-taken')?.text).toContain('năm 2023')
  })
})

describe('results and targets', () => {
  it('are never mixed', async () => {
    const result = await ask('Kết quả xuất khẩu năm 2024 của Lâm Đồng đạt bao nhiêu?')
    expect(result.outcome).toBe('no-data')
    expect(result.figures).toEqual([])
    expect(result.related.map((r) => r.status)).toContain('target')
    const target = await ask(
      'Mục tiêu xuất khẩu năm 2024 của Lâm Đồng là bao nhiêu, tăng mấy phần trăm?',
    )
    expect(values(target)).toEqual(['level 720 triệu USD', 'yoy 12.5 %'])
    expect(codes(target)).toContain('target-not-result')
  })
  it('answer how much of the plan was reached', async () => {
    const a = await ask('Bán lẻ Lâm Đồng năm 2023 hoàn thành bao nhiêu phần trăm kế hoạch?')
    expect(values(a)).toContain('plan 97.6 %')
    expect(a.text).toContain('bằng 97,6% kế hoạch')
  })
})

describe('computed values', () => {
  it('are a base year, with the formula and its inputs', async () => {
    const a = await ask('Năm 2022 Lâm Đồng xuất khẩu bao nhiêu?')
    expect(a.derived).toHaveLength(1)
    expect(a.derived[0]).toMatchObject({ period: '2022', value: '695.7', unit: 'triệu USD' })
    expect(a.derived[0]?.formula).toBe('640 ÷ (1 − 8%) = 695,7 triệu USD')
    expect(a.figures).toEqual([])
    expect(a.derived[0]?.inputs.every((id) => a.related.some((r) => r.id === id))).toBe(true)
    expect(codes(a)).toContain('computed')
  })
  it('are a balance, a sum of quarters, a plan and a share', async () => {
    const balance = await ask('Lâm Đồng năm 2023 xuất siêu hay nhập siêu bao nhiêu?')
    expect(balance.derived[0]).toMatchObject({ indicator: 'trade_balance', value: '425' })
    expect(balance.text).toContain('xuất siêu 425 triệu USD')
    const sum = await ask('Quảng Bình xuất khẩu bao nhiêu trong 9 tháng năm 2024?')
    expect(sum.derived[0]).toMatchObject({ period: '2024-9M', value: '33.75' })
    const plan = await ask('Kế hoạch bán lẻ năm 2023 của Lâm Đồng là bao nhiêu tỷ đồng?')
    expect(plan.derived[0]).toMatchObject({ status: 'target', value: '62500' })
    const share = await ask('Cà phê chiếm bao nhiêu phần trăm xuất khẩu của Lâm Đồng năm 2023?')
    expect(share.derived[0]).toMatchObject({ measure: 'share', value: '32.81' })
  })
  it('are the sum of all old members of a merged province, and of places asked together', async () => {
    const merged = await ask('Bán lẻ của Hải Phòng sau sáp nhập năm 2023 là bao nhiêu?')
    expect(merged.derived[0]).toMatchObject({ area: 'Hải Phòng', borders: 'new', value: '272500' })
    expect(codes(merged)).toContain('computed')
    expect(merged.text).toContain('Theo địa giới mới của Hải Phòng')
    const together = await ask('Bán lẻ năm 2023 của Hải Dương và Hải Phòng cộng lại là bao nhiêu?')
    expect(together.derived[0]).toMatchObject({ value: '272500', unit: 'tỷ đồng' })
    const partly = await ask('Bán lẻ của Lâm Đồng sau sáp nhập năm 2023 là bao nhiêu?')
    expect([partly.outcome, partly.derived]).toEqual(['no-data', []])
  })
  it('are refused where a part is missing', async () => {
    expect((await ask('Xuất khẩu cả năm 2024 của Quảng Bình là bao nhiêu?')).outcome).toBe(
      'no-data',
    )
  })
})

describe('several places', () => {
  it('are compared', async () => {
    const a = await ask('IIP năm 2023 của Yên Bái và Hà Nam, tỉnh nào tăng cao hơn?')
    expect(values(a)).toEqual(['yoy 9.1 %', 'yoy 12.4 %'])
    expect(a.text).toContain('Hà Nam cao hơn Yên Bái')
  })
  it('are ranked among those that are known', async () => {
    const a = await ask('Năm 2023 tỉnh nào có chỉ số sản xuất công nghiệp tăng cao nhất?')
    expect(a.figures.map((f) => f.area)).toEqual(['Hà Nam'])
    expect(a.text).toContain('So trong 3 địa phương')
    const last = await ask('Tỉnh nào IIP năm 2023 giảm sâu nhất?')
    expect(last.figures.map((f) => f.area)).toEqual(['Phú Yên'])
  })
  it('are answered as far as known, the rest named', async () => {
    const a = await ask('IIP năm 2023 của Yên Bái và Cà Mau')
    expect(a.outcome).toBe('answered')
    expect(a.missing.join()).toContain('Cà Mau')
  })
})

describe('care', () => {
  it('shows sources that differ, each with its date', async () => {
    const a = await ask('Bán lẻ Hải Dương năm 2023 đạt bao nhiêu?')
    expect(values(a)).toEqual(['level 82500 tỷ đồng', 'level 80000 tỷ đồng'])
    expect(codes(a)).toEqual(expect.arrayContaining(['conflict', 'merged-province']))
    expect(a.text).toContain('15/1/2024')
  })
  it('never gives a figure of an unknown year for a year that was asked', async () => {
    expect((await ask('Xuất khẩu quý II/2023 của Sơn La?')).outcome).toBe('no-data')
    const a = await ask('Xuất khẩu quý II của Sơn La tăng bao nhiêu?')
    expect(a.figures.map((f) => f.period)).toEqual(['XXXX-Q2', 'XXXX-Q2'])
    expect(codes(a)).toContain('year-unknown')
  })
  it('keeps old and new territories apart', async () => {
    expect(
      values(await ask('GRDP 6 tháng đầu năm 2025 của Tây Ninh (cũ) tăng bao nhiêu?')),
    ).toEqual(['yoy 9.5 %'])
    const merged = await ask('GRDP 6 tháng đầu năm 2025 của Tây Ninh sau sáp nhập tăng bao nhiêu?')
    expect(values(merged)).toEqual(['yoy 9.8 %'])
    expect(merged.text).toContain('địa giới mới')
  })
  it('shows a suspicious unit with its warning', async () => {
    const a = await ask('9 tháng 2023 Quảng Bình xuất khẩu bao nhiêu?')
    expect(a.text).toContain('hơn 17,2 triệu USD')
    expect(codes(a)).toContain('implausible-unit')
  })
})

describe('everything else', () => {
  it.each([
    ['Thời tiết Lâm Đồng ngày mai thế nào?', 'out-of-scope'],
    ['Xuất khẩu của Thái Lan năm 2023?', 'out-of-scope'],
    ['Có nên mua cổ phiếu không?', 'out-of-scope'],
    ['Tăng bao nhiêu?', 'clarify'],
    ['IIP tỉnh tôi năm 2023?', 'clarify'],
    ['Xuất khẩu của huyện Châu Thành năm 2023?', 'clarify'],
    ['IIP Cà Mau năm 2023', 'no-data'],
    ['GRDP Lâm Đồng năm 2023 tăng bao nhiêu?', 'no-data'],
  ])('%s → %s, without a figure', async (question, outcome) => {
    const a = await ask(question)
    expect(a.outcome).toBe(outcome)
    expect(a.figures).toEqual([])
    expect(a.derived).toEqual([])
  })
  it('explains terms and coverage', async () => {
    expect((await ask('IIP là gì?')).text.toLowerCase()).toContain('chỉ số sản xuất công nghiệp')
    const held = await ask('Có số liệu gì về Lâm Đồng?')
    expect(held.text).toContain('Kim ngạch xuất khẩu')
    expect(held.text).toContain('8 số liệu')
  })
  it('quotes reasons and plans word for word', async () => {
    const why = await ask('Vì sao xuất khẩu Lâm Đồng năm 2023 giảm?')
    expect(why.citations.some((c) => c.quote.includes('thiếu đơn hàng'))).toBe(true)
    const what = await ask('Lâm Đồng đề ra giải pháp gì?')
    expect(what.text).toContain('tập trung tháo gỡ vướng mắc')
    expect((await ask('Vì sao xuất khẩu Cà Mau năm 2023 giảm?')).outcome).toBe('no-data')
  })
})

describe('a conversation', () => {
  it('remembers what was spoken of for twelve turns', async () => {
    const say = (message: string): Promise<Answer> => world.answerer.ask(message, 'long-talk')
    const turns: [string, (a: Answer) => void][] = [
      ['Xin chào', (a) => expect(a.outcome).toBe('answered')],
      [
        'Xuất khẩu của Lâm Đồng năm 2023?',
        (a) => expect(values(a)).toContain('level 640 triệu USD'),
      ],
      ['tăng bao nhiêu phần trăm?', (a) => expect(a.text).toContain('không tăng mà ước giảm 8%')],
      [
        'nhập khẩu thì sao?',
        (a) => expect(a.figures.every((f) => f.indicator === 'imports')).toBe(true),
      ],
      ['vậy xuất siêu bao nhiêu?', (a) => expect(a.derived[0]?.value).toBe('425')],
      ['câu gốc?', (a) => expect(a.text).toContain('215 triệu USD')],
      ['bán lẻ?', (a) => expect(values(a)).toContain('level 61000 tỷ đồng')],
      ['so với kế hoạch thì sao?', (a) => expect(values(a)).toContain('plan 97.6 %')],
      ['còn Hải Dương?', (a) => expect(a.outcome).toBe('no-data')],
      [
        'được bao nhiêu tỷ?',
        (a) => expect(a.figures.map((f) => f.area)).toEqual(['Hải Dương', 'Hải Dương']),
      ],
      ['IIP là gì?', (a) => expect(a.text).toContain('IIP')],
      [
        'nguồn ở đâu?',
        (a) => expect(a.citations.map((c) => c.publisher)).toEqual(['Báo Hai', 'Báo Một']),
      ],
      ['tính ra nghìn tỷ đồng', (a) => expect(a.text).toContain('82,5 nghìn tỷ đồng')],
      ['cảm ơn nhé', (a) => expect(a.outcome).toBe('answered')],
    ]
    for (const [message, check] of turns) check(await say(message))
  })
  it('follows corrections, switches of topic, thanks, units and wishes for a chart', async () => {
    const say = (message: string): Promise<Answer> => world.answerer.ask(message, 'winding-talk')
    const turns: [string, (a: Answer) => void][] = [
      ['alo bot ơi', (a) => expect(a.figures).toEqual([])],
      ['IIP Yên Bái năm 2023?', (a) => expect(values(a)).toEqual(['yoy 9.1 %'])],
      ['không, ý tôi là Hà Nam', (a) => expect(values(a)).toEqual(['yoy 12.4 %'])],
      ['nhầm, Phú Yên cơ', (a) => expect(values(a)).toEqual(['yoy -2.2 %'])],
      ['cảm ơn bạn', (a) => expect(a.figures).toEqual([])],
      [
        'Cho mình hỏi sang bán lẻ của Lâm Đồng năm 2023',
        (a) => expect(values(a)).toContain('level 61000 tỷ đồng'),
      ],
      ['đổi ra nghìn tỷ đồng', (a) => expect(a.text).toContain('61 nghìn tỷ đồng')],
      ['vẽ biểu đồ giúp mình', (a) => expect(values(a)).toContain('level 61000 tỷ đồng')],
      ['xuất khẩu thì sao?', (a) => expect(values(a)).toContain('level 640 triệu USD')],
      ['không tính cà phê thì bao nhiêu?', (a) => expect(a.outcome).toBe('no-data')],
      ['thế riêng cà phê?', (a) => expect(values(a)).toEqual(['level 210 triệu USD'])],
      ['nguồn ở đâu?', (a) => expect(a.text).toContain('210 triệu USD')],
      ['giá cà phê ngày mai tăng không?', (a) => expect(a.outcome).toBe('out-of-scope')],
      ['thời tiết thế nào', (a) => expect(a.outcome).toBe('out-of-scope')],
      ['quay lại IIP Hà Nam 2023', (a) => expect(values(a)).toEqual(['yoy 12.4 %'])],
    ]
    for (const [message, check] of turns) check(await say(message))
  })
  it('asks back and understands the reply', async () => {
    const first = await world.answerer.ask('IIP năm 2023 tăng bao nhiêu?', 'short-talk')
    expect(first.outcome).toBe('clarify')
    expect(values(await world.answerer.ask('Hà Nam', 'short-talk'))).toEqual(['yoy 12.4 %'])
  })
})

describe('repeatability', () => {
  it('gives the same answers in any order, twenty times over', async () => {
    const questions = QUESTIONS.filter((talk) => talk.length === 1).map(([q = '']) => q)
    const seen = new Map<string, string>()
    for (let run = 0; run < 20; run++) {
      const shuffled = questions
        .map((q, i) => ({ q, key: (i * 7 + run * 13) % 11 }))
        .sort((a, b) => a.key - b.key)
      for (const { q } of shuffled) {
        const { conversation: _, tookMs: __, ...rest } = await ask(q)
        const text = JSON.stringify(rest)
        expect(seen.get(q) ?? text).toBe(text)
        seen.set(q, text)
      }
    }
  })
})
