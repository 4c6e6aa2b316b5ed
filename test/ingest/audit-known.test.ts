import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditFigures } from '../../src/ingest/audit.ts'
import { knownFor, knownWith, NOTHING_KNOWN } from '../../src/ingest/audit-known.ts'
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

test('a level that was doubted says nothing about sizes', () => {
  const key = { indicator: 'exports', area: 'Nơi Chưa Biết', borders: null }
  const level = { ...stored, ...key, publisher: null, published: null }
  expect(
    knownWith([level])
      .sizesOf(key)
      .map(({ size }) => size.toFixed()),
  ).toEqual(['9801000000'])
  expect(knownWith([{ ...level, warnings: ['implausible-unit'] }]).sizesOf(key)).toEqual([])
})
