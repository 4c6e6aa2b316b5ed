/** Answers from the shipped data in the embedded database, beside an empty round trip to it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type Bench, median, ms, quantile, timedInTurn, times } from './measure.ts'

const ROUNDS = 400
const WARM_UP = 50
const WANTED_MEDIAN_MS = 10

const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  'a figure': [
    'Xuất khẩu Hải Dương năm 2023 tăng bao nhiêu?',
    'Kim ngạch xuất khẩu của Hải Dương năm 2023 là bao nhiêu?',
    'IIP Hải Phòng 6 tháng đầu năm 2024',
    'xuat khau hai duong 2023',
    'Mục tiêu xuất khẩu năm 2024 của Hải Dương?',
  ],
  'a passage': [
    'Sở Công Thương Hải Dương đề ra giải pháp gì?',
    'Vì sao sản xuất công nghiệp Hải Phòng tăng?',
  ],
  'a refusal': ['Xuất khẩu Cà Mau năm 1999 là bao nhiêu?', 'Hôm nay giá vàng thế nào?'],
}

export const bench: Bench = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hoiso-bench-'))
  const app = await openApp(readConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }), {
    now: () => new Date('2026-11-24T03:00:00Z'),
  })
  try {
    const kinds = Object.entries(QUESTIONS)
    const works = Object.fromEntries(
      kinds.map(([kind, questions]) => [
        kind,
        (round: number) => app.port.ask(questions[round % questions.length] ?? ''),
      ]),
    )
    const all = { ping: () => app.store.ping(), ...works }
    await timedInTurn(WARM_UP, all)
    const taken = await timedInTurn(ROUNDS, all)
    const floor = median(taken.ping)
    return kinds.map(([kind]) => {
      const own = taken[kind as keyof typeof taken]
      const typical = median(own)
      return {
        what: `${kind}, shipped data, embedded`,
        ours: `${ms(typical)} (p99 ${ms(quantile(own, 0.99))})`,
        beside: `${ms(floor)} SELECT 1`,
        ratio: times(typical / floor),
        wanted: `≤ ${WANTED_MEDIAN_MS} ms`,
        holds: typical <= WANTED_MEDIAN_MS,
      }
    })
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}
