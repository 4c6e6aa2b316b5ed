import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditFigures } from '../../src/ingest/audit.ts'
import { knownFor, knownForEach, NOTHING_KNOWN } from '../../src/ingest/audit-known.ts'
import type { Store } from '../../src/store/store.ts'
import { figureOf } from '../prove/audit-material.ts'
import { article } from '../store/samples.ts'
import { openTestStore } from '../store/test-stores.ts'

const URL_OF_OTHER = 'https://bao.example/khac'
const TEXT = 'Năm 2023, Hải Dương bán ra nước ngoài 9.801 triệu USD.'
const stored = figureOf({
  indicator: 'exports',
  area: 'Hải Dương',
  period: '2023',
  measure: 'level',
  value: '9801',
  unit: 'triệu USD',
  quote: '9.801 triệu USD',
  start: TEXT.indexOf('9.801'),
  end: TEXT.indexOf('9.801') + '9.801 triệu USD'.length,
  sentenceEnd: TEXT.length,
})
const claimed = { ...stored, value: '9108' }

let store: Store
beforeAll(async () => {
  store = await openTestStore()
  await store.saveArticle(article({ url: URL_OF_OTHER, text: TEXT }, { figures: [stored] }))
})
afterAll(() => store.close())

test('the store contradicts what another article says otherwise', async () => {
  const known = await knownFor(store, [claimed], 'https://bao.example/moi')
  const [figure] = auditFigures([claimed], { published: '2024-02' }, known)
  expect(figure?.warnings).toEqual(['conflict'])
  expect(figure?.warningDetails[0]?.text).toContain('Báo Thử (5/1/2024) ghi 9.801 triệu USD')
})

test('an older version of the same article is no other source', async () => {
  const known = await knownFor(store, [claimed], URL_OF_OTHER)
  expect(known.sameKey(claimed)).toEqual([])
})

test('without figures nothing is asked', async () => {
  expect(await knownFor(store, [])).toBe(NOTHING_KNOWN)
})

test('articles asked for together are each answered for themselves', async () => {
  const figures = [claimed]
  const [other, same] = await knownForEach(store, [
    { figures, url: 'https://bao.example/moi' },
    { figures, url: URL_OF_OTHER },
  ])
  expect(other?.sameKey(claimed)).toMatchObject([{ value: '9801', publisher: 'Báo Thử' }])
  expect(same?.sameKey(claimed)).toEqual([])
})

describe('sizes', () => {
  const key = { indicator: 'exports', area: 'Đồng Nai', borders: null }
  const level = { ...stored, ...key }

  const sizesAfter = async (text: string, figures: (typeof level)[]) => {
    const url = `https://bao.example/${text}`
    await store.saveArticle(article({ url, text }, { figures }))
    const about = async (except: string | null) =>
      (await knownFor(store, [level], except))
        .sizesOf(key)
        .filter(({ year, base }) => year === 2031 && base === 'usd')
        .map(({ size, low, high }) => [size, low, high].map((one) => one.toFixed()))
    return { seen: await about(null), replaced: await about(url) }
  }

  test('are brought to a whole year, from the least to the most of a year', async () => {
    const { seen, replaced } = await sizesAfter('quy', [
      { ...level, period: '2031-Q1', value: '300' },
      { ...level, period: '2031', value: '1000' },
      { ...level, period: '2031-H1', value: '700' },
    ])
    expect(seen).toEqual([['1200000000', '1000000000', '1400000000']])
    expect(replaced).toEqual([])
  })

  test('come from no doubted level, no target, no part and no growth', async () => {
    const { seen } = await sizesAfter('khac', [
      { ...level, period: '2031', value: '9', warnings: ['implausible-unit'] },
      { ...level, period: '2031', value: '8', status: 'target' },
      { ...level, period: '2031', value: '7', scope: 'dệt may' },
      { ...level, period: '2031', value: '6', unit: '%', measure: 'yoy' },
    ])
    expect(seen).toEqual([['1200000000', '1000000000', '1400000000']])
  })
})
