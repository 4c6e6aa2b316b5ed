import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createZaloClient } from '../../../src/channels/zalo/client.ts'
import {
  deleteZaloWebhook,
  setZaloWebhook,
  zaloWebhook,
} from '../../../src/channels/zalo/webhook-setup.ts'
import { ZaloServer } from '../../servers/zalo.ts'

const log = pino({ level: 'silent' })
let server: ZaloServer
beforeEach(async () => {
  server = await new ZaloServer().start()
})
afterEach(() => server.close())

const clientOf = (token: string) => createZaloClient({ token, apiRoot: server.url, log })

test('sets, shows and deletes the webhook', async () => {
  const client = clientOf(server.token)
  expect(await zaloWebhook(client)).toBeNull()
  const url = await setZaloWebhook(client, 'https://hoiso.example.vn/', 'bi-mat_12345678')
  expect(url).toBe('https://hoiso.example.vn/zalo/webhook')
  expect(server.webhook).toEqual({ url, secret: 'bi-mat_12345678' })
  expect(await zaloWebhook(client)).toBe(url)
  await deleteZaloWebhook(client)
  expect(await zaloWebhook(client)).toBeNull()
})

test('a refusal and a silence are told apart', async () => {
  await expect(zaloWebhook(clientOf('wrong'))).rejects.toMatchObject({
    code: 'channel-rejected',
    context: { code: 401 },
  })
  server.faults.add({ kind: 'drop-before', every: 1 })
  await expect(zaloWebhook(clientOf(server.token))).rejects.toMatchObject({
    code: 'channel-unreachable',
  })
})
