/** The server engine: PostgreSQL with pgvector through node-postgres. */
import pg from 'pg'
import { AppError } from '../model/errors.ts'
import type { Engine, Row, Session, SqlParameter } from './engine.ts'

/** What every connection starts with. Plans are kept; a vector search goes on under a filter. */
const SESSION_SETTINGS = {
  // Every look-up has its index. That a small table is quicker read whole forgets what it costs to
  // unpack the terms of each passage.
  enable_seqscan: 'off',
  plan_cache_mode: 'force_generic_plan',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  'hnsw.iterative_scan': 'relaxed_order',
  'hnsw.max_scan_tuples': '20000',
} as const

function startOptions(schema: string | undefined): string {
  const path = schema === undefined ? {} : { search_path: `${schema},public` }
  return Object.entries({ ...SESSION_SETTINGS, ...path })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}

function sessionOf(client: pg.Pool | pg.PoolClient): Session {
  return {
    async query(sql, parameters = [], name) {
      const values = parameters as SqlParameter[]
      const result = await client.query<Record<string, unknown>>(
        name === undefined ? { text: sql, values } : { text: sql, values, name },
      )
      return result.rows satisfies Row[]
    },
    async script(sql) {
      await client.query(sql)
    },
  }
}

/**
 * Connects to PostgreSQL. `schema`: where the tables are, else what the URL's role finds first.
 * Throws `store-unreachable` when the server does not answer or refuses.
 */
export async function connectPostgres(settings: {
  readonly url: string
  readonly schema?: string | undefined
  readonly connections?: number | undefined
}): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.connections ?? 4,
    options: startOptions(settings.schema),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // Without a listener a connection that breaks while idle would end the process; the next query reports it.
  pool.on('error', () => {})
  try {
    await pool.query('SELECT 1')
  } catch (cause) {
    await pool.end()
    throw unreachable(cause)
  }
  return {
    kind: 'postgres',
    ...sessionOf(pool),
    async transaction(work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('BEGIN')
        const result = await work(sessionOf(client))
        await client.query('COMMIT')
        return result
      } catch (error) {
        broken = await rollBack(client)
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

/** Undefined when the connection is fit to be used again, else why not. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function unreachable(cause: unknown): AppError {
  const code = (cause as { code?: unknown }).code
  return new AppError(
    'store-unreachable',
    'Không kết nối được với PostgreSQL ở DATABASE_URL. Hãy kiểm tra máy chủ đang chạy, địa chỉ, tên đăng nhập và mật khẩu.',
    { cause, context: { reason: typeof code === 'string' ? code : 'unknown' } },
  )
}
