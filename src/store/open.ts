/** Opens the store that the settings name. */
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { connectPostgres } from './postgres.ts'
import { openShared } from './shared.ts'
import { sqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

export interface StoreSettings {
  /** PostgreSQL with pgvector; without it the embedded database in `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  /** PostgreSQL schema; by default what the role finds first. */
  readonly schema?: string | undefined
  /** Told in Vietnamese what takes time. */
  readonly onProgress?: ((line: string) => void) | undefined
}

/** A store in memory, gone when closed. `template`: a dumped database to start from. */
export async function openMemoryStore(template?: Blob): Promise<Store> {
  const engine = await openPglite({ template })
  await migrate(engine, 'bộ nhớ')
  return sqlStore(engine)
}

/** A store on PostgreSQL, brought to the newest schema. */
export async function openPostgresStore(settings: {
  readonly url: string
  readonly schema?: string | undefined
}): Promise<Store> {
  const engine = await connectPostgres(settings)
  try {
    await migrate(engine, 'DATABASE_URL')
  } catch (error) {
    await engine.close()
    throw error
  }
  return sqlStore(engine)
}

/** The store of the settings. Throws `store-*` errors whose message says what to do. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  if (settings.databaseUrl !== undefined) {
    return openPostgresStore({ url: settings.databaseUrl, schema: settings.schema })
  }
  return openShared({ folder: settings.dataDir, onProgress: settings.onProgress ?? (() => {}) })
}
