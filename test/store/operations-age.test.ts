import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../src/store/engine.ts'
import { migrate } from '../../src/store/migrate.ts'
import { sqlStore } from '../../src/store/sql-store.ts'
import type { Store } from '../../src/store/store.ts'
import { emptyEngine } from './test-stores.ts'

let engine: Engine
let store: Store
beforeAll(async () => {
  engine = await emptyEngine()
  await migrate(engine, 'đây')
  store = sqlStore(engine)
})
afterAll(() => store.close())

test('what is old is forgotten, what is young stays', async () => {
  const receive = (key: string) =>
    store.receiveItem({ channel: 'a', key, item: 'x', receipt: `${key} ${performance.now()}` })
  for (const key of ['old', 'young']) {
    await receive(key)
    await store.countUnanswered({ question: key, outcome: 'no-data' })
  }
  await engine.script(
    `UPDATE received SET received_at = now() - interval '73 hours' WHERE key = 'old';
     UPDATE received SET received_at = now() - interval '71 hours' WHERE key = 'young';
     UPDATE unanswered SET last_at = now() - interval '367 days' WHERE question = 'old';
     UPDATE unanswered SET last_at = now() - interval '364 days' WHERE question = 'young';`,
  )
  await store.forgetOld()
  expect((await store.listUnanswered(10)).map(({ question }) => question)).toEqual(['young'])
  expect((await store.unfinishedItems('a')).map(({ key }) => key)).toEqual(['young'])
  expect([await receive('young'), await receive('old')]).toEqual([false, true])
})

test('however much people send, so much is kept', async () => {
  await engine.script(
    `INSERT INTO feedback (channel, verdict, question, answer_text, figure_ids)
       SELECT 'web', 'right', n::text, '', '{}' FROM generate_series(1, 50010) n;
     INSERT INTO unanswered (question_key, outcome, question, times, last_at)
       SELECT n::text, 'no-data', n::text, 1, now() - n * interval '1 second'
       FROM generate_series(1, 20010) n;`,
  )
  await store.forgetOld()
  const [counts] = await engine.query(
    `SELECT (SELECT count(*) FROM feedback)::int AS feedback,
            (SELECT count(*) FROM unanswered)::int AS unanswered`,
  )
  expect(counts).toEqual({ feedback: 50_000, unanswered: 20_000 })
  expect((await store.listFeedback(1))[0]?.question).toBe('50010')
})
