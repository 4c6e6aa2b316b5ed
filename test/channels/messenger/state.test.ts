import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createInbox } from '../../../src/channels/messenger/inbox.ts'
import { createLanes } from '../../../src/channels/messenger/lanes.ts'
import { memoryState } from './memory-state.ts'

const log = pino({ level: 'silent' })

describe('the state in memory', () => {
  test('forgets a value when its time is over', async () => {
    const clock = { ms: 0 }
    const state = memoryState(() => clock.ms)
    await state.set('k', 'v', 10)
    clock.ms = 9_999
    expect(await state.get('k')).toBe('v')
    clock.ms = 10_000
    expect(await state.get('k')).toBeNull()
  })

  test('takes a key once, per channel, and keeps what is unfinished in order', async () => {
    const state = memoryState(() => 0)
    expect(await state.receive('a', '1', 'x')).toBe(true)
    expect(await state.receive('a', '1', 'x')).toBe(false)
    expect(await state.receive('b', '1', 'y')).toBe(true)
    await state.receive('a', '2', 'z')
    expect(await state.unfinished('a')).toEqual([
      { key: '1', item: 'x' },
      { key: '2', item: 'z' },
    ])
    await state.finish('a', '1')
    expect(await state.unfinished('a')).toEqual([{ key: '2', item: 'z' }])
    expect(await state.receive('a', '1', 'x')).toBe(false)
  })
})

describe('the inbox', () => {
  test('tries again what failed, then leaves it for the next start', async () => {
    const state = memoryState(() => 0)
    let tries = 0
    const failing = createInbox<number>({
      channel: 'a',
      state,
      log,
      retryAfter: [1, 1],
      retryLater: [1],
      work: async () => {
        tries++
        throw new Error('no')
      },
    })
    await failing.accept('k', 7)
    await failing.handle('k', 7)
    await expect.poll(() => tries).toBe(4)
    const done: number[] = []
    const work = async (item: number) => void done.push(item)
    await createInbox<number>({ channel: 'a', state, log, work }).recover()
    expect(done).toEqual([7])
    expect(await state.unfinished('a')).toEqual([])
  })

  test('recovers only what an earlier run left, not what it has in hand', async () => {
    const state = memoryState(() => 0)
    await state.receive('a', 'old', '1')
    const done: number[] = []
    const work = async (item: number) => void done.push(item)
    const inbox = createInbox<number>({ channel: 'a', state, log, work })
    expect(await inbox.accept('new', 2)).toBe(true)
    await inbox.recover()
    expect(done).toEqual([1])
    await inbox.handle('new', 2)
    await inbox.recover()
    expect(done).toEqual([1, 2])
  })

  test('settles when its work is done, or when the time is over', async () => {
    const inbox = createInbox<number>({
      channel: 'a',
      state: memoryState(() => 0),
      log,
      work: (ms) => pause(ms),
    })
    const start = performance.now()
    void inbox.handle('short', 30)
    await inbox.settle(5_000)
    expect(performance.now() - start).toBeLessThan(2_000)
    void inbox.handle('long', 3_000)
    await inbox.settle(50)
    expect(performance.now() - start).toBeLessThan(2_500)
  })
})

test('lanes keep order within, not between, and survive failures', async () => {
  const lanes = createLanes()
  const done: string[] = []
  const work = (name: string, ms: number) => async () => {
    await pause(ms)
    done.push(name)
    if (name === 'a1') throw new Error('a1')
  }
  const first = lanes('a', work('a1', 60))
  await Promise.all([
    expect(first).rejects.toThrow('a1'),
    lanes('a', work('a2', 1)),
    lanes('b', work('b1', 10)),
  ])
  expect(done).toEqual(['b1', 'a1', 'a2'])
})
