/** The embedded engine: PGlite with pgvector. It does not lock its folder; see owner.ts. */
import type { PGlite, Transaction } from '@electric-sql/pglite'
import type { Engine, Row, Session } from './engine.ts'

function sessionOf(client: PGlite | Transaction): Session {
  return {
    async query(sql, parameters = []) {
      const result = await client.query<Record<string, unknown>>(sql, [...parameters])
      return result.rows satisfies Row[]
    },
    async script(sql) {
      await client.exec(sql)
    },
  }
}

/**
 * Opens the database in `folder`, creating it when the folder is empty; without a folder in memory.
 * `template`: a dumped database to start from instead of an empty one.
 * Throws what PGlite throws: the caller knows what the folder means.
 */
export async function openPglite(settings: {
  readonly folder?: string | undefined
  readonly template?: Blob | undefined
}): Promise<Engine & { dump(): Promise<Blob> }> {
  const [{ PGlite }, { vector }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-pgvector'),
  ])
  const database = await PGlite.create({
    extensions: { vector },
    ...(settings.folder === undefined ? {} : { dataDir: settings.folder }),
    ...(settings.template === undefined ? {} : { loadDataDir: settings.template }),
  })
  // As SESSION_SETTINGS of postgres.ts.
  await database.exec(
    'SET enable_seqscan = off; SET hnsw.iterative_scan = relaxed_order; SET jit = off',
  )
  return {
    kind: 'pglite',
    ...sessionOf(database),
    transaction: (work) => database.transaction((transaction) => work(sessionOf(transaction))),
    dump: () => database.dumpDataDir('none'),
    close: () => database.close(),
  }
}
