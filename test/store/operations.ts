/** What every store remembers for the service; the same tests run on PGlite and on PostgreSQL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'

/** Declares the tests of a store that `open` yields empty. */
export function testOperations(open: () => Promise<Store>): void {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  const receive = (key: string, receipt: string, channel = 'telegram') =>
    store.receiveItem({ channel, key, item: `{"n":"${key}"}`, receipt })

  describe('received items', () => {
    test('are new once, whoever delivers them again, and stay until they are finished', async () => {
      expect(await receive('1', 'a')).toBe(true)
      expect(await receive('2', 'b')).toBe(true)
      expect(await receive('1', 'c')).toBe(false)
      expect(await receive('1', 'd', 'zalo')).toBe(true)
      // The same call, because its answer was lost: still new to its caller.
      expect(await receive('1', 'a')).toBe(true)
      expect((await store.unfinishedItems('telegram')).map(({ key }) => key)).toEqual(['1', '2'])
      await store.finishItem('telegram', '1')
      await store.finishItem('telegram', 'never seen')
      expect(await store.unfinishedItems('telegram')).toEqual([
        { channel: 'telegram', key: '2', item: '{"n":"2"}' },
      ])
      expect(await receive('1', 'e')).toBe(false)
      expect(await store.unfinishedItems('telegram')).toHaveLength(1)
      expect(await store.unfinishedItems('zalo')).toHaveLength(1)
    })

    test('delivered many times at once are new to one caller', async () => {
      const tries = Array.from({ length: 8 }, (_, i) => receive('many', `r${i}`))
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
    })
  })

  test('values are remembered for their time, the newest of a key', async () => {
    await store.remember({ key: 'k', value: 'một', seconds: 60 })
    await store.remember({ key: 'k', value: '{"hai":"\\""}', seconds: 60 })
    await store.remember({ key: 'over', value: 'x', seconds: -1 })
    expect(await store.recall('k')).toBe('{"hai":"\\""}')
    expect(await store.recall('over')).toBeNull()
    expect(await store.recall('never')).toBeNull()
    await store.forgetOld()
    expect(await store.recall('k')).not.toBeNull()
    expect(await receive('2', 'z')).toBe(false)
  })

  test('judgements are listed newest first, without what names a person', async () => {
    const judged = {
      channel: 'zalo',
      verdict: 'right',
      question: 'Xuất khẩu Hải Dương năm 2023? Gọi tôi 0912 345 678',
      answerText: 'Đạt 9.801 triệu USD [1].',
      figureIds: ['f1', 'f2', 'x; y'],
      comment: null,
    } as const
    await store.keepFeedback(judged)
    await store.keepFeedback({ ...judged, verdict: 'wrong', comment: 'Lan, lan@so.gov.vn\0' })
    const listed = await store.listFeedback(10)
    expect(listed).toEqual([
      {
        ...judged,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        verdict: 'wrong',
        question: 'Xuất khẩu Hải Dương năm 2023? Gọi tôi [số]',
        figureIds: ['f1', 'f2'],
        comment: 'Lan, [e-mail]',
      },
      expect.objectContaining({ verdict: 'right', comment: null }),
    ])
    expect(await store.listFeedback(1)).toHaveLength(1)
  })

  test('unanswered questions are counted however they are written', async () => {
    const ask = (question: string, outcome: 'no-data' | 'clarify' = 'no-data') =>
      store.countUnanswered({ question, outcome })
    await ask('Sản lượng gạo Cà Mau năm 1999?')
    await ask('xuat khau Sao Hoa', 'clarify')
    await ask('san luong gao  ca mau nam 1999')
    await ask('xuat khau Sao Hoa')
    const [most, ...rest] = await store.listUnanswered(10)
    expect(most).toMatchObject({
      question: 'san luong gao ca mau nam 1999',
      outcome: 'no-data',
      times: 2,
    })
    // Asked equally often within a millisecond, they stand in either order.
    expect(rest.map(({ question, outcome, times }) => [question, outcome, times]).sort()).toEqual([
      ['xuat khau Sao Hoa', 'clarify', 1],
      ['xuat khau Sao Hoa', 'no-data', 1],
    ])
    const [first] = await store.listUnanswered(1)
    expect(Date.parse(first?.lastAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first?.firstAt ?? ''))
  })
}
