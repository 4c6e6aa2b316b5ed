import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../src/store/engine.ts'
import { migrate, readMigrations } from '../../src/store/migrate.ts'
import { emptyEngine } from './test-stores.ts'

let engine: Engine

beforeAll(async () => {
  engine = await emptyEngine()
})
afterAll(() => engine.close())

const tables = async () =>
  (
    await engine.query(
      `SELECT table_name || '.' || column_name || ' ' || data_type AS line
       FROM information_schema.columns WHERE table_schema = 'public' ORDER BY line`,
    )
  ).map((row) => row['line'])

describe('migrations', () => {
  test('run once; a second run changes nothing', async () => {
    const shipped = await readMigrations()
    expect(await migrate(engine, 'đây')).toEqual(shipped.map((migration) => migration.number))
    const before = await tables()
    expect(await migrate(engine, 'đây')).toEqual([])
    expect(await tables()).toEqual(before)
  })

  test('bring an older database up without touching what is in it', async () => {
    const shipped = await readMigrations()
    await engine.query("INSERT INTO meta VALUES ('kept', 'yes')")
    const next = {
      number: shipped.length + 1,
      name: 'next.sql',
      sql: 'CREATE TABLE added (x integer); ALTER TABLE meta ADD COLUMN note text;',
      checksum: 'abc',
    }
    expect(await migrate(engine, 'đây', [...shipped, next])).toEqual([next.number])
    expect(await engine.query("SELECT value, note FROM meta WHERE key = 'kept'")).toEqual([
      { value: 'yes', note: null },
    ])
    await expect(migrate(engine, 'đây')).rejects.toMatchObject({ code: 'store-newer' })
    await engine.script(
      `DROP TABLE added; ALTER TABLE meta DROP COLUMN note;
       DELETE FROM schema_migrations WHERE number = ${next.number}`,
    )
  })

  test('that fail leave the database as it was', async () => {
    const shipped = await readMigrations()
    const broken = {
      number: shipped.length + 1,
      name: 'broken.sql',
      sql: 'CREATE TABLE half (x integer); SELECT nonsense;',
      checksum: 'abc',
    }
    const before = await tables()
    await expect(migrate(engine, 'đây', [...shipped, broken])).rejects.toThrow()
    expect(await tables()).toEqual(before)
    expect(await migrate(engine, 'đây')).toEqual([])
  })

  test('that were changed after they ran are noticed', async () => {
    const changed = (await readMigrations()).map((m) => ({ ...m, checksum: 'other' }))
    await expect(migrate(engine, 'đây', changed)).rejects.toMatchObject({
      code: 'store-damaged',
      message: expect.stringContaining('đây'),
    })
  })
})
