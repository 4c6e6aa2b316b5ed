import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CUE_RULES } from '../../../src/ingest/extract/cues.ts'
import { extractFigures } from '../../../src/ingest/extract/extract.ts'
import type { ExtractedFigure } from '../../../src/model/figure.ts'
import { PERIODS } from '../../../src/vietnamese/lexicon/periods.ts'
import { article } from './article.ts'

interface Case {
  readonly area: string
  readonly published: string | null
  readonly text: readonly string[]
  /** indicator | area | scope | period | measure | value | unit | status | bound | price basis */
  readonly figures: readonly string[]
}

const CASES: readonly Case[] = JSON.parse(
  readFileSync(new URL('../../corpus/figures.json', import.meta.url), 'utf8'),
)

function asLine(f: ExtractedFigure, area: string): string {
  const value = f.valueHigh === null ? f.value : `${f.value}..${f.valueHigh}`
  const own = f.area === area ? '' : f.area
  return [
    f.indicator,
    own,
    f.scope ?? '',
    f.period,
    f.measure,
    value,
    f.unit,
    f.status,
    f.bound ?? '',
    f.priceBasis ?? '',
  ].join(' | ')
}

const read = (c: Case): ExtractedFigure[] =>
  extractFigures(article(c.text.join('\n'), { area: c.area, published: c.published }))

describe('corpus of sentences', () => {
  it.each(CASES.map((c) => [`${c.area}: ${c.text[0]}`, c] as const))('%s', (_, c) => {
    expect(read(c).map((f) => asLine(f, c.area))).toEqual(c.figures)
  })

  it('quotes what stands at the offsets, inside the sentence', () => {
    for (const c of CASES) {
      const text = c.text.join('\n')
      for (const f of read(c)) {
        expect(text.slice(f.start, f.end)).toBe(f.quote)
        expect(f.sentenceStart <= f.start && f.end <= f.sentenceEnd).toBe(true)
      }
    }
  })

  it('uses every rule: one that reads nothing here has no place in the tables', () => {
    const used = new Set(CASES.flatMap(read).flatMap((f) => f.trace.map((step) => step.rule)))
    const rules = [...PERIODS, ...CUE_RULES].map((r) => r.id).filter((id) => !SILENT.has(id))
    expect([...new Set(rules)].filter((id) => !used.has(id))).toEqual([])
  })
})

/** Rules that keep figures from being read, so that no trace of a figure can show them. */
const SILENT: ReadonlySet<string> = new Set(['indicator.other', 'cue.veto'])
