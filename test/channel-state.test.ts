import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RememberingStore, storeState } from '../src/channel-state.ts'
import type { Store } from '../src/store/store.ts'
import { openTestStore } from './store/test-stores.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

/** A state whose store can be taken away; `logged` are the names of what it told. */
function launch() {
  const link = { isDown: false }
  const reach = () => {
    if (link.isDown) throw new Error('connection refused')
    return store
  }
  const behindLink: RememberingStore = {
    receiveItem: async (kept) => reach().receiveItem(kept),
    finishItem: async (channel, key) => reach().finishItem(channel, key),
    unfinishedItems: async (channel) => reach().unfinishedItems(channel),
    recall: async (key) => reach().recall(key),
    remember: async (value) => reach().remember(value),
  }
  const logged: string[] = []
  const log = pino({}, { write: (line: string) => void logged.push(JSON.parse(line).msg) })
  return { link, logged, state: storeState(behindLink, log) }
}

test('what one service received another knows', async () => {
  const [first, second] = [launch().state, launch().state]
  expect(await first.receive('a', '1', 'x')).toBe(true)
  await first.receive('a', '2', 'y')
  await first.finish('a', '1')
  await first.set('k', 'v', 60)
  expect(await second.receive('a', '1', 'x')).toBe(false)
  expect(await second.unfinished('a')).toMatchObject([{ key: '2', item: 'y' }])
  expect(await second.get('k')).toBe('v')
})

test('while the store is down items are taken once, and all is written when it is back', async () => {
  const { state, link, logged } = launch()
  await state.receive('down', 'before', 'x')
  await state.set('kept', 'old', 60)
  link.isDown = true
  const both = [state.receive('down', 'open', 'y'), state.receive('down', 'open', 'y')]
  expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1)
  expect(await state.receive('down', 'done', 'z')).toBe(true)
  await state.finish('down', 'done')
  await state.finish('down', 'before')
  await state.set('kept', 'new', 60)
  expect(await state.get('kept')).toBe('new')
  expect(await state.get('never')).toBeNull()
  expect(await state.flush()).toBe(false)
  expect(logged).toEqual(['state-store-down'])

  link.isDown = false
  expect(await state.flush()).toBe(true)
  expect(logged).toEqual(['state-store-down', 'state-store-back'])
  expect(await store.unfinishedItems('down')).toMatchObject([{ key: 'open', item: 'y' }])
  expect(await store.recall('kept')).toBe('new')
  const after = launch().state
  for (const key of ['before', 'open', 'done'])
    expect(await after.receive('down', key, '')).toBe(false)
  await state.finish('down', 'open')
  expect(await store.unfinishedItems('down')).toEqual([])
})

test('a token that works once is never taken for missing', async () => {
  const { state, link } = launch()
  await state.set('zalo-oa:tokens', 'sealed', 60)
  link.isDown = true
  await expect(state.get('zalo-oa:tokens')).rejects.toThrow('connection refused')
  await state.set('zalo-oa:tokens', 'newer', 60)
  expect(await state.get('zalo-oa:tokens')).toBe('newer')
})
