/** Databases of the benchmarks' own, on the server that `DATABASE_URL` names. */
import pg from 'pg'

/** Why a benchmark on PostgreSQL does not run. */
export const NO_SERVER = 'not measured: DATABASE_URL is not set'

/** The address of the server with another database; undefined without a server. */
export function serverUrl(name: string): string | undefined {
  const given = process.env['DATABASE_URL']
  if (given === undefined || given === '') return undefined
  const url = new URL(given)
  url.pathname = `/${name}`
  return url.href
}

async function administer<T>(
  work: (client: pg.Client) => Promise<T>,
  url = process.env['DATABASE_URL'],
): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the database empty, whether it was there or not. */
export async function recreateDatabase(name: string): Promise<void> {
  await administer(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${name}`)
  })
}

/** Takes the database away. */
export async function dropDatabase(name: string): Promise<void> {
  await administer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
}

/** Whether there is such a database. */
export async function hasDatabase(name: string): Promise<boolean> {
  return administer(async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    return found.rowCount === 1
  })
}

/** Takes one table of a database away. */
export async function dropTable(url: string, table: string): Promise<void> {
  await administer((client) => client.query(`DROP TABLE IF EXISTS ${table}`), url)
}
