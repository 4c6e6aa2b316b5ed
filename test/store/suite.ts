/** What every store must do; the same tests run on PGlite and on PostgreSQL. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashEmbedding } from '../../src/llm/hash-embeddings.ts'
import type { ArticleToSave, Store } from '../../src/store/store.ts'
import { article, figure } from './samples.ts'

const BY = { why: 'nhầm đơn vị', by: 'Lan', at: '2026-11-24T08:00:00Z' }

/** Declares the tests of a store that `open` yields empty. */
export function testStore(open: () => Promise<Store>): void {
  let store: Store

  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())
  beforeEach(async () => {
    for (const { id } of await store.listArticles({ limit: 1000 })) await store.forgetArticle(id)
  })

  const valuesOf = async (query: Parameters<Store['findFigures']>[0]) =>
    (await store.findFigures(query)).map((f) => f.value)

  describe('saving', () => {
    test('the same article twice is stored once', async () => {
      const first = await store.saveArticle(article())
      expect(first).toMatchObject({ kind: 'stored', figures: 1 })
      expect(await store.saveArticle(article())).toEqual({
        kind: 'unchanged',
        articleId: first.articleId,
      })
      expect(await store.findFigures({})).toHaveLength(1)
    })

    test('an address is compared without what says where the reader came from', async () => {
      await store.saveArticle(article({ url: 'https://bao.example/a?id=1' }))
      const again = article({ url: 'http://BAO.example/a/?utm_source=zalo&id=1#top' })
      expect(await store.saveArticle(again)).toMatchObject({ kind: 'unchanged' })
    })

    test('another text at the same address supersedes the figures of the old one', async () => {
      const first = await store.saveArticle(article())
      const text = 'Năm 2023, hàng bán ra nước ngoài của Hải Dương được 9.810 triệu USD.'
      const second = await store.saveArticle(
        article({ text }, { figures: [figure(text, '9.810 triệu USD', { value: '9810' })] }),
      )
      expect(second).toMatchObject({ kind: 'new-version', supersedes: first.articleId })
      expect(await valuesOf({})).toEqual(['9810'])
      expect((await store.findArticle(first.articleId))?.supersededBy).toBe(second.articleId)
      expect(await store.searchPassages({ text: '9.801 triệu', limit: 5 })).toHaveLength(1)
      expect(await store.coverage({})).toMatchObject([{ figures: 1 }])
    })

    test('the same words without an address are the same article', async () => {
      const { articleId } = await store.saveArticle(article())
      const nowhere = article({ url: null, publisher: null, title: null, published: null })
      expect(await store.saveArticle(nowhere)).toEqual({ kind: 'unchanged', articleId })
    })

    test('an address learnt later joins what was stored without one', async () => {
      const { articleId } = await store.saveArticle(article({ url: null }))
      expect(await store.saveArticle(article())).toMatchObject({ kind: 'reread', articleId })
      expect(await store.findArticle('https://bao.example/hai-duong')).toMatchObject({
        id: articleId,
      })
    })

    test('the same words at two addresses are two publications', async () => {
      await store.saveArticle(article())
      expect(await store.saveArticle(article({ url: 'https://khac.example/b' }))).toMatchObject({
        kind: 'stored',
      })
    })

    test('newer rules replace the figures in place and keep the ids of those they read alike', async () => {
      const text = 'Xuất 9.801 triệu USD, giảm 6,3%.'
      const level = figure(text, '9.801 triệu USD')
      const growth = figure(text, 'giảm 6,3%', { measure: 'yoy', value: '-6.3', unit: '%' })
      await store.saveArticle(article({ text }, { figures: [level] }))
      const [before] = await store.findFigures({})
      const newer = article({ text }, { figures: [growth, level], rulesVersion: '2' })
      expect(await store.outdatedArticles('2', 10)).toMatchObject([{ text, rulesVersion: '1' }])
      expect(await store.saveArticle(newer)).toMatchObject({ kind: 'reread', figures: 2 })
      expect(await store.outdatedArticles('2', 10)).toEqual([])
      const after = await store.findFigures({ measures: ['level'] })
      expect(after.map((f) => f.id)).toEqual([before?.id])
      expect(await store.coverage({})).toMatchObject([{ figures: 2 }])
    })

    test('what an operator told once is not lost to a poorer second reading', async () => {
      await store.saveArticle(article())
      const poorer = article({ area: null, areaEvidence: null }, { figures: [] })
      expect(await store.saveArticle(poorer)).toMatchObject({ kind: 'unchanged' })
      const richer = article({ area: 'Hải Phòng' })
      expect(await store.saveArticle(richer)).toMatchObject({ kind: 'reread' })
    })

    test('a batch that holds an article twice, changed, stores its versions in order', async () => {
      const text = 'Một câu khác hẳn.'
      const outcomes = await store.saveArticles([
        article(),
        article({ url: 'https://bao.example/2' }),
        article({ text }, { figures: [] }),
        article({ text }, { figures: [] }),
      ])
      expect(outcomes.map((o) => o.kind)).toEqual(['stored', 'stored', 'new-version', 'unchanged'])
      expect(await store.listArticles({ limit: 10 })).toHaveLength(2)
    })

    test('a batch with a fault stores nothing of it', async () => {
      const text = 'Xuất 9.801 triệu USD.'
      const faulty = figure(text, '9.801 triệu USD', { value: 'chín nghìn' })
      const version = await store.dataVersion()
      await expect(
        store.saveArticles([article(), article({ url: 'x', text }, { figures: [faulty] })]),
      ).rejects.toThrow()
      expect(await store.listArticles({ limit: 10 })).toEqual([])
      expect(await store.dataVersion()).toBe(version)
    })

    test('official figures without prose are told apart by their figures', async () => {
      const table = (value: string, url: string | null): ArticleToSave =>
        article(
          { url, text: '' },
          {
            figures: [figure('', '', { value, start: 0, end: 0 })],
            passages: [],
          },
        )
      await store.saveArticle(table('1', null))
      expect(await store.saveArticle(table('1', null))).toMatchObject({ kind: 'unchanged' })
      expect(await store.saveArticle(table('2', null))).toMatchObject({ kind: 'stored' })
    })
  })

  describe('values', () => {
    test('a decimal string comes back as it was written', async () => {
      const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,12})?$/)
      await fc.assert(
        fc.asyncProperty(fc.array(digits, { minLength: 1, maxLength: 40 }), async (values) => {
          const text = 'Số liệu.'
          const figures = values.map((value) => figure(text, 'Số', { value, valueHigh: value }))
          const url = `https://bao.example/${values.join('/')}`
          const { articleId } = await store.saveArticle(article({ url, text }, { figures }))
          const stored = await store.findFigures({ articleIds: [articleId] })
          expect(stored.map((f) => f.value)).toEqual(values)
          expect(stored.map((f) => f.valueHigh)).toEqual(values)
        }),
        { numRuns: 20, seed: 7 },
      )
    })

    test('quotes, backslashes and letters outside the basic plane survive everywhere', async () => {
      const text = "Ở M'Đrắk, \\\"𝒳\" xuất {1,2} 'và' 5 USD."
      const area = "M'Đrắk, Đắk Lắk"
      await store.saveArticle(
        article({ text, area, title: 'a\\b' }, { figures: [figure(text, '5 USD', { area })] }),
      )
      expect(await store.findFigures({ areas: [area] })).toMatchObject([
        { area, sentence: text, title: 'a\\b' },
      ])
      const query = { text: "m'đrắk xuất \\ ' \"", areas: ['Đắk Lắk'], limit: 3 }
      expect(await store.searchPassages(query)).toMatchObject([{ text }])
    })
  })

  describe('finding figures', () => {
    const text = 'Xuất khẩu 1, 2, 3, 4, 5, 6, 7.'
    const facts = [
      { value: '1', period: '2022' },
      { value: '2', period: '2023' },
      { value: '3', period: '2023-H1', scope: 'Dệt may', status: 'estimate' },
      { value: '4', period: 'XXXX-Q1', area: null },
      { value: '5', period: '2021/2025', area: 'Việt Nam', status: 'target' },
      { value: '6', period: '2023', area: 'Giao Thủy, Nam Định', measure: 'yoy', unit: '%' },
      { value: '7', period: '2023', indicator: 'iip', priceBasis: 'constant', borders: 'old' },
    ] as const

    beforeEach(async () => {
      const figures = facts.map((fact) => figure(text, fact.value, fact))
      await store.saveArticle(article({ text }, { figures }))
    })

    test.each([
      [{}, ['1', '2', '3', '4', '5', '6', '7']],
      [{ indicators: ['export-turnover'], areas: ['Hải Dương'], periods: ['2023'] }, ['2']],
      [
        { periods: ['2022', '2023'], areas: ['Hải Dương', 'Việt Nam'], scope: 'whole' },
        ['1', '2', '7'],
      ],
      [{ areas: [null] }, ['4']],
      [{ areas: ['Việt Nam', null] }, ['4', '5']],
      [{ areas: [] }, []],
      [{ areaWithin: ['Nam Định'] }, ['6']],
      [{ areas: ['Nam Định'], areaWithin: ['Nam Định'] }, ['6']],
      [{ scope: 'part' }, ['3']],
      [{ scope: ['DET MAY'] }, ['3']],
      [{ periods: ['XXXX-Q1', '2022'] }, ['1', '4']],
      [{ years: { from: 2022, to: 2022 } }, ['1', '5']],
      [{ years: { from: 2024, to: 2030 } }, ['5']],
      [{ measures: ['yoy'] }, ['6']],
      [{ statuses: ['target', 'estimate'] }, ['3', '5']],
      [{ borders: 'old' }, ['7']],
      [{ borders: null, indicators: ['iip'] }, []],
      [{ priceBasis: 'constant' }, ['7']],
      [{ order: 'latest', limit: 3 }, ['5', '2', '6']],
      [{ ids: ['f0', 'x', 'a1'] }, []],
    ] as const)('%j', async (query, wanted) => {
      expect(await valuesOf(query)).toEqual(wanted)
    })

    test.each(['stored', 'latest'] as const)(
      'pages in the order %s miss nothing',
      async (order) => {
        const whole = await valuesOf({ order })
        const paged: string[] = []
        let after: string | undefined
        for (;;) {
          const page = await store.findFigures({ order, limit: 2, ...(after ? { after } : {}) })
          paged.push(...page.map((f) => f.value))
          after = page.at(-1)?.id
          if (after === undefined) break
        }
        expect(paged).toEqual(whole)
      },
    )

    test('several queries at once answer each for itself', async () => {
      const found = await store.findFiguresMany([
        { indicators: ['iip'] },
        { indicators: ['none'] },
        { measures: ['yoy'] },
        { indicators: ['iip'] },
      ])
      expect(found.map((list) => list.map((f) => f.value))).toEqual([['7'], [], ['6'], ['7']])
    })

    test('a figure comes with where it is from', async () => {
      expect(await store.findFigures({ indicators: ['iip'] })).toMatchObject([
        {
          publisher: 'Báo Thử',
          published: '2024-01-05',
          title: 'Hải Dương bán hàng ra nước ngoài',
          url: 'https://bao.example/hai-duong',
          sourceKind: 'press',
          sentence: text,
          quote: '7',
          correction: null,
        },
      ])
    })
  })

  describe('coverage', () => {
    test('counts by indicator, area and year with the latest period, and shrinks again', async () => {
      const text = 'Số 1, 2, 3, 4.'
      const saved = await store.saveArticles([
        article(
          { text },
          {
            figures: [
              figure(text, '1', { period: '2023-H1' }),
              figure(text, '2', { period: '2023-9M' }),
              figure(text, '3', { period: 'XXXX', area: null }),
            ],
          },
        ),
        article(
          { url: 'https://bao.example/2', text: `${text} Nữa.` },
          {
            figures: [figure(text, '4', { period: '2023' })],
          },
        ),
      ])
      const indicator = 'export-turnover'
      expect(await store.coverage({})).toEqual([
        { indicator, area: null, year: null, figures: 1, latestPeriod: 'XXXX' },
        { indicator, area: 'Hải Dương', year: 2023, figures: 3, latestPeriod: '2023' },
      ])
      expect(await store.coverage({ areas: ['Hải Dương'], indicators: ['iip'] })).toEqual([])
      await store.forgetArticle(saved[1]?.articleId ?? '')
      expect(await store.coverage({ areas: ['Hải Dương'] })).toMatchObject([
        { figures: 2, latestPeriod: '2023-9M' },
      ])
    })
  })

  describe('corrections', () => {
    // Corrections outlive even a forgotten article, so that each test needs an address of its own.
    let address = 0
    beforeEach(() => {
      address += 1
    })
    const url = () => `https://bao.example/doubtful/${address}`
    const doubtful = () => {
      const text = 'Năm 2023, hàng bán ra nước ngoài của Hải Dương được 9.801 triệu USD.'
      const doubt = { code: 'implausible-unit', text: 'lớn gấp nghìn lần năm trước' } as const
      return article(
        { text, url: url() },
        {
          figures: [
            figure(text, '9.801 triệu USD', {
              warnings: ['year-unknown', 'implausible-unit'],
              warningDetails: [doubt],
            }),
          ],
        },
      )
    }

    test('a corrected figure says what the article said, who changed it, when and why', async () => {
      await store.saveArticle(doubtful())
      const [before] = await store.findFigures({})
      const corrected = await store.correctFigure(before?.id ?? '', { value: '9.8', ...BY })
      expect(corrected).toMatchObject({
        id: before?.id,
        value: '9.8',
        warnings: ['year-unknown'],
        warningDetails: [],
        correction: { oldValue: '9801', newValue: '9.8', ...BY },
      })
    })

    test('it survives the article being read again, also in a changed version', async () => {
      await store.saveArticle(doubtful())
      const [before] = await store.findFigures({})
      await store.correctFigure(before?.id ?? '', { value: '9.8', ...BY })
      await store.saveArticle({ ...doubtful(), rulesVersion: '2' })
      expect(await store.findFigures({})).toMatchObject([
        { id: before?.id, value: '9.8', correction: { oldValue: '9801', by: 'Lan' } },
      ])
      const text = `${doubtful().article.text} Thêm một câu.`
      const changed = article({ text, url: url() }, { figures: [figure(text, '9.801 triệu USD')] })
      expect(await store.saveArticle(changed)).toMatchObject({ kind: 'new-version' })
      expect(await valuesOf({})).toEqual(['9.8'])
    })

    test('of two corrections the later one counts', async () => {
      await store.saveArticle(doubtful())
      const id = (await store.findFigures({}))[0]?.id ?? ''
      await store.correctFigure(id, { value: '9.8', ...BY })
      await store.correctFigure(id, { value: '9.9', ...BY })
      await store.saveArticle({ ...doubtful(), rulesVersion: '2' })
      expect(await store.findFigures({})).toMatchObject([
        { value: '9.9', correction: { oldValue: '9801', newValue: '9.9' } },
      ])
    })

    test('a rejected figure is found no more, neither now nor after another reading', async () => {
      await store.saveArticle(doubtful())
      const id = (await store.findFigures({}))[0]?.id ?? ''
      expect(await store.rejectFigure(id, BY)).toBe(true)
      expect(await store.rejectFigure(id, BY)).toBe(false)
      expect(await store.correctFigure(id, { value: '1', ...BY })).toBeNull()
      await store.saveArticle({ ...doubtful(), rulesVersion: '2' })
      expect(await store.findFigures({})).toEqual([])
      expect(await store.coverage({})).toEqual([])
    })
  })

  describe('articles', () => {
    test('are found by id, address and title, and not by a title that two share', async () => {
      const { articleId } = await store.saveArticle(article())
      for (const ref of [
        articleId,
        'https://bao.example/hai-duong',
        'hai duong ban hang ra nuoc ngoai',
      ]) {
        expect(await store.findArticle(ref)).toMatchObject({ id: articleId })
      }
      await store.saveArticle(article({ url: 'https://bao.example/2' }))
      expect(await store.findArticle('Hải Dương bán hàng ra nước ngoài')).toBeNull()
      expect(await store.findArticle('a999999')).toBeNull()
    })

    test('are listed by area and page', async () => {
      await store.saveArticles(
        ['Hải Dương', 'Nam Định', 'Hải Dương'].map((area, i) =>
          article({ area, url: `https://bao.example/${i}` }, { shipped: i === 0 }),
        ),
      )
      const [first] = await store.listArticles({ areas: ['Hải Dương'], limit: 1 })
      const rest = await store.listArticles({
        areas: ['Hải Dương'],
        limit: 9,
        after: first?.id ?? '',
      })
      expect([first, ...rest].map((a) => a?.url)).toEqual([
        'https://bao.example/0',
        'https://bao.example/2',
      ])
      expect(await store.listArticles({ shipped: true, limit: 9 })).toHaveLength(1)
    })

    test('forgetting takes out all versions with figures and passages', async () => {
      await store.saveArticle(article())
      const text = 'Hải Dương bán được 9.900 triệu USD.'
      const second = await store.saveArticle(
        article({ text }, { figures: [figure(text, '9.900 triệu USD', { value: '9900' })] }),
      )
      expect(await store.forgetArticle('https://bao.example/hai-duong')).toEqual({
        articleId: second.articleId,
        figures: 1,
      })
      expect(await store.findFigures({})).toEqual([])
      expect(await store.searchPassages({ text: 'Hải Dương', limit: 5 })).toEqual([])
      expect(await store.coverage({})).toEqual([])
      expect(await store.forgetArticle('https://bao.example/hai-duong')).toBeNull()
      expect(await store.saveArticle(article())).toMatchObject({ kind: 'stored' })
    })
  })

  describe('searching passages', () => {
    const texts = [
      ['Hải Dương', '2023-05-01', 'Sở đề ra giải pháp gỡ khó cho doanh nghiệp dệt may năm 2023.'],
      ['Nam Định', '2022-05-01', 'Sở đề ra giải pháp phát triển cụm công nghiệp năm 2022.'],
      ['Hải Dương', null, 'Doanh nghiệp gạch men đầu tư lò nung mới.'],
      ['Giao Thủy, Nam Định', '2021-05-01', 'Làng nghề muối hoạt động đều trong năm 2021.'],
    ] as const

    beforeEach(async () => {
      await store.saveArticles(
        texts.map(([area, published, text], i) =>
          article({ area, published, text, url: `https://bao.example/${i}` }, { figures: [] }),
        ),
      )
    })

    const search = async (
      text: string,
      rest: Partial<Parameters<Store['searchPassages']>[0]> = {},
    ) =>
      (await store.searchPassages({ text, embedding: hashEmbedding(text), limit: 3, ...rest })).map(
        (hit) => texts.findIndex(([, , words]) => words === hit.text),
      )

    test.each([
      ['giải pháp dệt may', 0],
      ['giai phap cum cong nghiep', 1],
      ['lo nung gach men', 2],
      ['lang nghe muoi', 3],
      ['làng ngề muối hoat đong', 3],
    ])('%s', async (question, wanted) => {
      expect((await search(question))[0]).toBe(wanted)
    })

    test('filters by area, a province with its districts', async () => {
      expect(await search('doanh nghiệp giải pháp', { areas: ['Nam Định'] })).toEqual([1, 3])
      expect(await search('muối', { areas: ['Giao Thủy, Nam Định'] })).toEqual([3])
      expect(await search('muối', { areas: ['Cà Mau'] })).toEqual([])
    })

    test('filters by years, and does not exclude what has none', async () => {
      expect((await search('doanh nghiệp', { years: { from: 2023, to: 2024 } })).sort()).toEqual([
        0, 2,
      ])
      expect(await search('giải pháp', { years: { from: 2022, to: 2022 }, limit: 1 })).toEqual([1])
    })

    test('filters by article', async () => {
      const wanted = await store.findArticle('https://bao.example/2')
      expect(await search('giải pháp', { articleIds: [wanted?.id ?? ''] })).toEqual([2])
    })

    test('says where each of the two searches found it', async () => {
      const [hit] = await store.searchPassages({
        text: 'gạch men',
        embedding: hashEmbedding('gạch men'),
        limit: 1,
      })
      expect(hit).toMatchObject({ lexicalRank: 1, vectorRank: 1, article: { area: 'Hải Dương' } })
      const [words] = await store.searchPassages({ text: 'gạch men', limit: 1 })
      expect(words).toMatchObject({ lexicalRank: 1, vectorRank: null })
    })

    test('finds passages that were not embedded, and nothing for a text without words', async () => {
      const text = 'Vải thiều sấy khô.'
      const passages = [{ start: 0, end: text.length, text, embedding: null }]
      await store.saveArticle(article({ url: null, text }, { passages, figures: [] }))
      const hits = await store.searchPassages({
        text: 'vải thiều',
        embedding: hashEmbedding('vải thiều'),
        limit: 1,
      })
      expect(hits).toMatchObject([{ text, vectorRank: null }])
      expect(await store.searchPassages({ text: ' …!', limit: 3 })).toEqual([])
    })
  })

  test('the data version changes with every change and with nothing else', async () => {
    const versions = [await store.dataVersion()]
    const changing = article({ url: 'https://bao.example/changing', text: 'Được 9.801 triệu USD.' })
    const { articleId } = await store.saveArticle(changing)
    versions.push(await store.dataVersion())
    await store.saveArticle(changing)
    await store.findFigures({})
    await store.setMeta('note', 'x')
    expect(await store.dataVersion()).toBe(versions[1])
    const id = (await store.findFigures({}))[0]?.id ?? ''
    await store.correctFigure(id, { value: '1', ...BY })
    versions.push(await store.dataVersion())
    await store.rejectFigure(id, BY)
    versions.push(await store.dataVersion())
    await store.forgetArticle(articleId)
    versions.push(await store.dataVersion())
    expect(new Set(versions).size).toBe(5)
  })

  test('meta keeps what it is told', async () => {
    expect(await store.getMeta('nothing')).toBeNull()
    await store.setMeta('release', '1')
    await store.setMeta('release', '2')
    expect(await store.getMeta('release')).toBe('2')
    await store.ping()
  })

  test('writers at the same time do not disturb each other', async () => {
    const same = Array.from({ length: 4 }, () => store.saveArticle(article()))
    const others = [1, 2, 3].map((i) =>
      store.saveArticle(article({ url: `https://bao.example/${i}` })),
    )
    const kinds = (await Promise.all(same)).map((o) => o.kind)
    await Promise.all(others)
    expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(1)
    expect(await store.coverage({})).toMatchObject([{ figures: 4 }])
  })
}
