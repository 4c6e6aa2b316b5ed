/** Brings a database to the newest schema by the numbered files of migrations/. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { AppError } from '../model/errors.ts'
import type { Engine, Session } from './engine.ts'
import { boolean, number, text } from './row.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const FILE = /^(\d{4})_[a-z0-9_]+\.sql$/

/** Any number that no other program is likely to lock. */
const LOCK = 4_851_303

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The migrations that this program ships, in order. Throws when a number is missing or doubled. */
export async function readMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(FILE.exec(name)?.[1])
      if (number !== index + 1) throw new Error(`migration ${name} is not number ${index + 1}`)
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing, all in one transaction, and yields the numbers applied (none when the
 * database is up to date). `where` names the database in messages. Throws `store-newer` when it was
 * made by a newer version of the program, `store-damaged` when a past migration is not the shipped one.
 */
export async function migrate(
  engine: Engine,
  where: string,
  migrations?: readonly Migration[],
): Promise<number[]> {
  const shipped = migrations ?? (await readMigrations())
  return engine.transaction(async (session) => {
    await session.query(`SELECT pg_advisory_xact_lock(${LOCK})`)
    const applied = await readApplied(session)
    checkApplied(applied, shipped, where)
    const missing = shipped.filter((migration) => !applied.has(migration.number))
    for (const migration of missing) {
      await session.script(migration.sql)
      await session.query(
        'INSERT INTO schema_migrations (number, name, checksum) VALUES ($1, $2, $3)',
        [migration.number, migration.name, migration.checksum],
      )
    }
    return missing.map((migration) => migration.number)
  })
}

async function readApplied(session: Session): Promise<Map<number, string>> {
  // Looked up first: creating a table, even IF NOT EXISTS, needs rights that a role which only uses
  // the database may not have.
  const [found] = await session.query(
    "SELECT to_regclass(format('%I.schema_migrations', current_schema())) IS NOT NULL AS exists",
  )
  if (found === undefined || !boolean(found, 'exists')) {
    await session.script(
      `CREATE TABLE schema_migrations (
         number integer PRIMARY KEY,
         name text NOT NULL,
         checksum text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now()
       )`,
    )
    return new Map()
  }
  const rows = await session.query('SELECT number, checksum FROM schema_migrations')
  return new Map(rows.map((row) => [number(row, 'number'), text(row, 'checksum')]))
}

function checkApplied(
  applied: ReadonlyMap<number, string>,
  shipped: readonly Migration[],
  where: string,
): void {
  const known = new Map(shipped.map((migration) => [migration.number, migration.checksum]))
  for (const [number, checksum] of applied) {
    const wanted = known.get(number)
    if (wanted === undefined) {
      throw new AppError(
        'store-newer',
        `Cơ sở dữ liệu ở ${where} do một bản mới hơn của chương trình tạo ra. Hãy cập nhật chương trình; dữ liệu được giữ nguyên.`,
        { context: { migration: number } },
      )
    }
    if (wanted !== checksum) {
      throw new AppError(
        'store-damaged',
        `Cơ sở dữ liệu ở ${where} không khớp với chương trình này (bước nâng cấp ${number} khác bản gốc). Dữ liệu được giữ nguyên; hãy dùng đúng bản chương trình hoặc chọn nơi khác.`,
        { context: { migration: number } },
      )
    }
  }
}
