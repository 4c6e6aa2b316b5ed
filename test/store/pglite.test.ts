import { testOperations } from './operations.ts'
import { testStore } from './suite.ts'
import { openTestStore } from './test-stores.ts'

testStore(openTestStore)
testOperations(openTestStore)
