/** Pasted texts against a store that read an article of our own, both through the real parts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChecker } from '../../src/check/check.ts'
import { extractFigures } from '../../src/ingest/extract/extract.ts'
import { identify } from '../../src/ingest/identify.ts'
import { readRecord } from '../../src/ingest/ingest.ts'
import type { Check } from '../../src/model/check.ts'
import { openMemoryStore } from '../../src/store/open.ts'
import type { FigureQuery, Store } from '../../src/store/store.ts'

const ARTICLE = {
  url: 'https://bao.example/hai-duong-2023',
  publisher: 'Báo Mẫu',
  published: '2024-01-20',
  title: null,
  area: null,
  text: [
    'Công thương Hải Dương năm 2023',
    'Kim ngạch xuất khẩu của tỉnh Hải Dương năm 2023 đạt 9.801 triệu USD, giảm 6,3% so với cùng kỳ năm trước.',
    'Tổng mức bán lẻ hàng hóa năm 2023 ước đạt 90.250 tỷ đồng, tăng 13,5% so với năm 2022.',
    'Mục tiêu năm 2024: kim ngạch xuất khẩu đạt 10.500 triệu USD.',
  ].join('\n'),
}

let store: Store
const asked: (readonly FigureQuery[])[] = []

beforeAll(async () => {
  store = await openMemoryStore()
  const { article, figures } = readRecord(ARTICLE, 'bai.json')
  await store.saveArticle({
    article,
    sourceKind: 'press',
    passages: [],
    figures,
    shipped: false,
    rulesVersion: 'test',
  })
})
afterAll(() => store.close())

function check(text: string): Promise<Check> {
  const nothing = { url: null, publisher: null, published: null, title: null }
  const checker = createChecker({
    store: {
      findFiguresMany: (queries) => {
        asked.push(queries)
        return store.findFiguresMany(queries)
      },
    },
    extract: (words, area) => extractFigures(identify({ ...nothing, area, text: words }, [])),
  })
  return checker.check(text)
}

const verdicts = async (text: string) => (await check(text)).claims.map(({ verdict }) => verdict)

describe('checking a pasted text', () => {
  test.each([
    ['Kim ngạch xuất khẩu của Hải Dương năm 2023 đạt 9.801 triệu USD.', 'match'],
    ['Năm 2023, Hải Dương xuất khẩu 9,8 tỷ USD.', 'match-rounded'],
    ['Năm 2023, kim ngạch xuất khẩu của Hải Dương đạt hơn 9,8 tỷ USD.', 'match-rounded'],
    ['Kim ngạch xuất khẩu của Hải Dương năm 2023 đạt 9.810 triệu USD.', 'mismatch'],
    ['Kim ngạch xuất khẩu của Hải Dương năm 2023 tăng 6,3% so với cùng kỳ.', 'mismatch'],
    ['Kim ngạch xuất khẩu của Hải Dương năm 2023 đạt 9.801 tỷ đồng.', 'other-unit'],
    ['Kim ngạch xuất khẩu của Hải Dương năm 2021 đạt 9.801 triệu USD.', 'other-period'],
    ['Kim ngạch xuất khẩu của Hưng Yên năm 2023 đạt 9.801 triệu USD.', 'other-area'],
    ['Kim ngạch nhập khẩu của Hải Dương năm 2023 đạt 9.801 triệu USD.', 'other-indicator'],
    ['Kim ngạch xuất khẩu gạo của Hải Dương năm 2023 đạt 9.801 triệu USD.', 'other-scope'],
    ['Năm 2024, kim ngạch xuất khẩu của Hải Dương đạt 10.500 triệu USD.', 'other-status'],
    ['Tổng mức bán lẻ hàng hóa của Hải Dương năm 2023 đạt 90.250 tỷ đồng.', 'other-status'],
    ['Thu ngân sách nhà nước của Hải Dương năm 2023 đạt 25.000 tỷ đồng.', 'no-data'],
    ['Công thương Hải Dương năm 2023\nKim ngạch xuất khẩu đạt 9.801 triệu USD.', 'match'],
  ])('%s → %s', async (text, verdict) => {
    expect(await verdicts(text)).toEqual([verdict])
  })

  test('judges each claim where it stands and cites each source once, in one round trip', async () => {
    asked.length = 0
    const text =
      'Kim ngạch xuất khẩu của Hải Dương năm 2023 đạt 9.801 triệu USD, giảm 6,5% so với cùng kỳ năm trước.'
    const result = await check(text)
    expect(asked).toHaveLength(1)
    expect(result.claims.map(({ verdict }) => verdict)).toEqual(['match', 'mismatch'])
    for (const { quote, start, end } of result.claims) expect(text.slice(start, end)).toBe(quote)
    expect(result.citations).toHaveLength(1)
    expect(result.citations[0]).toMatchObject({ n: 1, publisher: 'Báo Mẫu', url: ARTICLE.url })
    expect(result.claims[1]?.found[0]).toMatchObject({ value: '-6.3', citation: 1 })
    expect(result.claims[1]?.explanation).toBe(
      'Lệch: nguồn ghi giảm 6,3% so với năm trước, đoạn văn ghi giảm 6,5% so với năm trước, ' +
        'giảm nhiều hơn 0,2 điểm phần trăm. Kim ngạch xuất khẩu của Hải Dương năm 2023 giảm 6,3% so với ' +
        'năm trước (thực hiện). Nguồn: Báo Mẫu, 20/1/2024, https://bao.example/hai-duong-2023.',
    )
  })

  test('a text without figures has no claims and asks the store nothing', async () => {
    asked.length = 0
    expect(await check('Hội chợ diễn ra trong ba ngày.')).toMatchObject({
      claims: [],
      citations: [],
    })
    expect(asked).toEqual([])
  })

  test('decomposed letters are checked like composed ones', async () => {
    const text = 'Kim ngạch xuất khẩu của Hải Dương năm 2023 đạt 9.801 triệu USD.'
    const result = await check(text.normalize('NFD'))
    expect(result.text).toBe(text)
    expect(result.claims.map(({ verdict }) => verdict)).toEqual(['match'])
  })

  test('a claimed figure carries no provenance', async () => {
    const { claims } = await check('Xuất khẩu của Hải Dương năm 2023 đạt 9.801 triệu USD.')
    expect(Object.keys(claims[0]?.claimed ?? {}).sort()).toEqual(
      [
        'area',
        'borders',
        'bound',
        'indicator',
        'measure',
        'period',
        'priceBasis',
        'scope',
        'status',
        'unit',
        'value',
        'valueHigh',
      ].sort(),
    )
  })
})
