import { expect, test } from 'vitest'
import { officialKnown } from '../../src/ingest/audit-known.ts'
import { seeded } from '../bench/random.ts'
import { measureAudit, soundSheets } from '../prove/audit.ts'

test('planted faults are found, and sound figures raise no doubt', () => {
  const random = seeded(7)
  const known = officialKnown()
  const { faults, doubts } = measureAudit(soundSheets(60, random), known, 1, random)
  expect(doubts.map(({ finding }) => finding.text)).toEqual([])
  const all = Object.values(faults)
  expect(all.reduce((sum, { planted }) => sum + planted, 0)).toBeGreaterThanOrEqual(120)
  expect(faults.unit.found / faults.unit.planted).toBeGreaterThanOrEqual(0.97)
  expect(faults.sign.found / faults.sign.planted).toBe(1)
  expect(faults.swap.found / faults.swap.planted).toBeGreaterThanOrEqual(0.9)
  expect(faults.digit.found / faults.digit.planted).toBeGreaterThanOrEqual(0.7)
})
