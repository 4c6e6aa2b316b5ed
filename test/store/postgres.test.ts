import { describe } from 'vitest'
import { testOperations } from './operations.ts'
import { testStore } from './suite.ts'
import { openPostgresTestStore, TEST_DATABASE_URL } from './test-stores.ts'

describe.skipIf(TEST_DATABASE_URL === undefined)('PostgreSQL', () => {
  testStore(() => openPostgresTestStore(TEST_DATABASE_URL ?? '', import.meta.url))
  testOperations(() =>
    openPostgresTestStore(TEST_DATABASE_URL ?? '', `${import.meta.url} operations`),
  )
})
