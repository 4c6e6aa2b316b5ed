/** The embedded engine: PGlite with pgvector. It does not lock its folder; see owner.ts. */
import type { PGlite, Transaction } from '@electric-sql/pglite'
import type { Engine, Row, Session, SqlParameter } from './engine.ts'

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
 * As `sessionOf`, but a named statement is planned once: planning a search takes longer than searching.
 * PGlite prepares statements by SQL alone, and EXECUTE takes literals, not parameters.
 */
function preparingSession(client: PGlite): Session {
  const session = sessionOf(client)
  const prepared = new Map<string, Promise<unknown>>()
  return {
    ...session,
    async query(sql, parameters = [], name) {
      if (name === undefined) return session.query(sql, parameters)
      const statement = `"${name}"`
      const preparing = prepared.get(name) ?? client.exec(`PREPARE ${statement} AS ${sql}`)
      prepared.set(name, preparing)
      await preparing
      const list = parameters.length === 0 ? '' : `(${parameters.map(literal).join(', ')})`
      return session.query(`EXECUTE ${statement}${list}`)
    },
  }
}

/** A value as an SQL literal. Backslashes are plain letters: standard_conforming_strings is on. */
function literal(value: SqlParameter): string {
  if (value === null) return 'NULL'
  const text = Array.isArray(value) ? `{${value.map(element).join(',')}}` : String(value)
  return `'${text.replaceAll("'", "''")}'`
}

/** A value as an element of an array literal. */
function element(value: string | number | null): string {
  return value === null ? 'NULL' : `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`
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
    'SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET hnsw.iterative_scan = relaxed_order; SET jit = off',
  )
  return {
    kind: 'pglite',
    ...preparingSession(database),
    transaction: (work) => database.transaction((transaction) => work(sessionOf(transaction))),
    dump: () => database.dumpDataDir('none'),
    close: () => database.close(),
  }
}
