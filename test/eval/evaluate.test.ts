/** The yardstick against print-outs of the reference implementation on a small gold set with canned readings. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type EvalOptions, type EvalPorts, evaluate } from '../../src/eval/evaluate.ts'
import type { Reading } from '../../src/eval/score-extraction.ts'
import type { Answer } from '../../src/model/answer.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/eval')
const SMALL = join(FIXTURES, 'small')
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8')
const lines = (name: string) => fixture(name).trimEnd().split('\n')
const readings = JSON.parse(fixture('small-readings.json')) as Reading[]
const answers = JSON.parse(fixture('small-answers.json')) as Answer[]

/** Gives the canned readings and answers, and writes down what it was given. */
function cannedPorts() {
  const given = { ingested: [] as string[], asked: [] as (readonly string[])[], closed: 0 }
  const ports: EvalPorts = {
    extract: async (file) => readings.find((reading) => reading.file === file) as Reading,
    openEmpty: async () => ({
      ingest: async (file, record) => {
        given.ingested.push(`${file} ${record.area}`)
      },
      ask: async (messages) => {
        given.asked.push(messages)
        return answers[given.asked.length - 1] as Answer
      },
      close: async () => {
        given.closed += 1
      },
    }),
  }
  return { given, ports }
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

const run = (options: EvalOptions = {}, ports = cannedPorts().ports) =>
  collect(evaluate(SMALL, options, ports))

describe('evaluate', () => {
  test('prints what the reference yardstick prints', async () => {
    expect(await run()).toEqual(lines('small-expected.txt'))
  })

  test('scores a part alone, and then no answers', async () => {
    expect(await run({ part: 'seen' })).toEqual(lines('small-expected-seen.txt'))
  })

  test('lists on request what is wrong', async () => {
    const verbose = await run({ verbose: true })
    expect(verbose).toContain(
      'MISSING | b | retail_sales | Thừa Thiên Huế | None | 2020 | yoy | 8 | % | target',
    )
    expect(verbose.filter((line) => line.startsWith('WRONG'))).toEqual([
      'WRONG [growth] Xuất khẩu An Giang năm 2021 tăng bao nhiêu? | not shown in the text: -2 % | Năm 2021 tăng 2% [1].',
      'WRONG [level] Doanh thu bán lẻ Huế quý I/2020? | the text states [12.5], which no figure, computation or quotation holds | Bán lẻ đạt 9,5 nghìn tỷ đồng, tăng 12,5% [1].',
      'WRONG [] Giá vàng hôm nay? | the refusal states [2500000.0] | Tôi chỉ biết số liệu công nghiệp, thương mại; không rõ 2,5 triệu đồng hay không.',
      'WRONG [target] Mục tiêu bán lẻ Huế năm 2020? | not shown in the text: 8 % | Mục tiêu tăng 8-9% [1].',
      'WRONG [] Xuất khẩu Bắc Ninh nửa đầu 2025? | not among the figures: exports Bắc Ninh 2025-H1 level 42 tỷ USD | Đạt 42 tỷ USD [1].',
      'WRONG [no-data] Xuất khẩu gạo An Giang năm 2021? | outcome answered, wanted no-data/clarify/out-of-scope | Đạt 1,1 tỷ USD [1].',
    ])
  })

  test('keeps the unseen part unseen', async () => {
    await expect(run({ part: 'unseen', verbose: true })).rejects.toMatchObject({
      code: 'call-wrong',
    })
  })

  test('gives blind copies only, and whole conversations, and closes the store', async () => {
    const { given, ports } = cannedPorts()
    const seen: unknown[] = []
    const watching: EvalPorts = {
      ...ports,
      extract: (file, record) => {
        seen.push({ file, keys: Object.keys(record).sort() })
        return ports.extract(file, record)
      },
    }
    await run({}, watching)
    expect(seen[0]).toEqual({
      file: '0000.json',
      keys: ['area', 'published', 'publisher', 'text', 'title', 'url'],
    })
    expect(given.ingested).toEqual([
      '0000.json null',
      '0001.json null',
      '0002.json null',
      '0003.json Bắc Ninh',
    ])
    expect(given.asked[3]).toEqual(['IIP An Giang năm 2021?', 'còn Huế?'])
    expect(given.closed).toBe(1)
  })

  test('says when a folder holds no gold', async () => {
    const nothing = evaluate(join(FIXTURES, 'nowhere'), {}, cannedPorts().ports)
    await expect(collect(nothing)).rejects.toMatchObject({ code: 'input-missing' })
    const noGold = evaluate(import.meta.dirname, {}, cannedPorts().ports)
    await expect(collect(noGold)).rejects.toMatchObject({ code: 'input-missing' })
  })
})
