import { testStore } from './suite.ts'
import { openTestStore } from './test-stores.ts'

testStore(openTestStore)
