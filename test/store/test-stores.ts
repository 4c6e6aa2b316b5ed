/** Stores for tests: PGlite in memory without paying for its creation each time, PostgreSQL by schema. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import pg from 'pg'
import pglite from '../../node_modules/@electric-sql/pglite/package.json' with { type: 'json' }
import type { Engine } from '../../src/store/engine.ts'
import { openMemoryStore, openPostgresStore } from '../../src/store/open.ts'
import { openPglite } from '../../src/store/pglite.ts'
import type { Store } from '../../src/store/store.ts'

const CACHE = new URL('../../node_modules/.cache/hoiso/', import.meta.url)

/** An empty database as PGlite dumps it; made once for this version of PGlite, then read from a file. */
async function emptyDatabase(): Promise<Blob> {
  const path = new URL(`pglite-${pglite.version}.tar`, CACHE)
  try {
    return new Blob([await readFile(path)])
  } catch {
    // Not made yet.
    const engine = await openPglite({})
    const dump = await engine.dump()
    await engine.close()
    await mkdir(CACHE, { recursive: true })
    const draft = new URL(`${randomUUID()}.tar`, CACHE)
    await writeFile(draft, Buffer.from(await dump.arrayBuffer()))
    await rename(draft, path)
    return dump
  }
}

/** A database in memory without our schema. */
export async function emptyEngine(): Promise<Engine> {
  return openPglite({ template: await emptyDatabase() })
}

/** An empty store in memory, in a third of a second. */
export async function openTestStore(): Promise<Store> {
  return openMemoryStore(await emptyDatabase())
}

/** The server that the tests may use, or undefined. */
export const TEST_DATABASE_URL = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']

/** An empty store on PostgreSQL in a schema named after the test file; closing it drops the schema. */
export async function openPostgresTestStore(url: string, testFile: string): Promise<Store> {
  const schema = `test_${createHash('sha256').update(testFile).digest('hex').slice(0, 16)}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await run(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema}`)
  const store = await openPostgresStore({ url, schema })
  return {
    ...store,
    async close() {
      await store.close()
      await run(`DROP SCHEMA ${schema} CASCADE`)
    },
  }
}
