import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractFigures } from '../../../src/ingest/extract/extract.ts'
import { readQuantities } from '../../../src/vietnamese/read-quantities.ts'
import { article } from './article.ts'

const TEXTS: readonly string[] = JSON.parse(
  readFileSync(new URL('../../corpus/figures.json', import.meta.url), 'utf8'),
).map((c: { text: string[] }) => c.text.join('\n'))

/** Pieces of corpus sentences in any order, with marks and digits thrown in. */
const mangled = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TEXTS.flatMap((t) => t.split(' '))),
      fc.constantFrom('(', ')', ',', ';', ':', '-', '%', '.', '\n', '1.234,5', 'l', '𝟙', '\u0301'),
    ),
    { maxLength: 120 },
  )
  .map((words) => words.join(' '))

describe('extractFigures on any text', () => {
  it('never fails, quotes the text at its offsets, and values can be read from the quotes', () => {
    fc.assert(
      fc.property(mangled, (text) => {
        const stored = article(text, { area: 'Hà Nam' }).text
        for (const f of extractFigures(article(text, { area: 'Hà Nam' }))) {
          expect(stored.slice(f.start, f.end)).toBe(f.quote)
          expect(readQuantities(f.quote).length).toBeGreaterThan(0)
          expect(f.value).toMatch(/^-?\d+(\.\d+)?$/)
        }
      }),
      { numRuns: 400, seed: 7 },
    )
  })
})
