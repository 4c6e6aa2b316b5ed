import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig, SECRETS, SETTINGS } from '../src/config.ts'
import { AppError } from '../src/model/errors.ts'

test('with nothing set everything has its default', () => {
  expect(readConfig({})).toMatchObject({
    DATA_DIR: '.hoiso',
    LOAD_DATA: true,
    HOST: '127.0.0.1',
    PORT: 3000,
    INGEST_ALLOW_HOSTS: [],
    LOG_LEVEL: 'info',
  })
})

test('an empty value is an unset one', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
})

test('"false" is false and lists are split', () => {
  const config = readConfig({ LOAD_DATA: 'false', ADMIN_IDS: '12, 34' })
  expect(config.LOAD_DATA).toBe(false)
  expect(config.ADMIN_IDS).toEqual(['12', '34'])
})

test('every fault is told at once, one line a setting', () => {
  const faults = { PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', LOAD_DATA: 'maybe' }
  try {
    readConfig(faults)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    const message = (error as AppError).message
    for (const name of Object.keys(faults)) expect(message).toContain(`\n  ${name}: `)
  }
})

test('a webhook needs a public address', () => {
  expect(() => readConfig({ WEBHOOK_SECRET: 'secret-secret' })).toThrow(/PUBLIC_URL/)
})

test('an Official Account needs all its settings and a public address', () => {
  const some = { ZALO_OA_APP_ID: '1', ZALO_OA_SECRET_KEY: 'k' }
  expect(() => readConfig(some)).toThrow(
    /ZALO_OA_APP_SECRET: [\s\S]*ZALO_OA_REFRESH_TOKEN: [\s\S]*PUBLIC_URL: /,
  )
  const all = { ...some, ZALO_OA_APP_SECRET: 's', ZALO_OA_REFRESH_TOKEN: 'r' }
  expect(readConfig({ ...all, PUBLIC_URL: 'https://h.vn' })).toMatchObject(all)
})

test('every setting that is a secret is known as one', () => {
  const secret = Object.keys(SETTINGS).filter((name) =>
    /TOKEN|SECRET|API_KEY|DATABASE_URL/.test(name),
  )
  expect([...SECRETS].sort()).toEqual(secret.sort())
})

test('.env.example names every setting, in order, with its meaning', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  const names = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=')[0])
  expect(names).toEqual(Object.keys(SETTINGS))
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const at = lines.findIndex((line) => line.startsWith(`${name}=`))
    expect(lines[at - 1]).toBe(`# ${setting.description}`)
  }
})
