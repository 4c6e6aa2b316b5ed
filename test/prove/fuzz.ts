/**
 * Fuzzing the reading: whatever the text, nothing crashes, every span quotes the text at its offsets,
 * every value can be read again from its quote, and no rule takes more than its share of time.
 */
import fc from 'fast-check'
import { findBoilerplate } from '../../src/ingest/clean.ts'
import { toLine } from '../../src/ingest/clean-lines.ts'
import { LINE_RULES } from '../../src/ingest/clean-rules.ts'
import { extractFigures } from '../../src/ingest/extract/extract.ts'
import { identify } from '../../src/ingest/identify.ts'
import { normaliseText } from '../../src/ingest/read-normalise.ts'
import { splitPassages } from '../../src/ingest/split.ts'
import type { ArticleRecord } from '../../src/model/article.ts'
import type { ExtractedFigure } from '../../src/model/figure.ts'
import { readPeriods } from '../../src/vietnamese/read-periods.ts'
import { readQuantities } from '../../src/vietnamese/read-quantities.ts'
import { seeded } from '../bench/random.ts'
import { generatedArticle } from '../bench/texts.ts'
import { timesByDoubling } from './doubling.ts'
import { anyText, HOSTILE } from './material.ts'
import type { Proof } from './prove.ts'
import { isReadable } from './reread.ts'

const INPUTS = 1_000_000
const SEED = 20_261_124
/** Doubling a text may cost this many times the time. */
const MOST_GROWTH = 2.5

const NOTHING_KNOWN = { url: null, publisher: null, published: null, title: null, area: null }

/** Reads a text as ingest does, from the bytes' characters to figures and passages. */
function read(record: ArticleRecord) {
  const text = normaliseText(record.text)
  const boilerplate = findBoilerplate(text)
  const article = identify({ ...record, text }, boilerplate)
  return { article, figures: extractFigures(article), passages: splitPassages(text, boilerplate) }
}

/** What does not hold of a reading; undefined when all does. */
export function faultOf(text: string): { fault: string | undefined; figures: number } {
  const { article, figures, passages } = read({ ...NOTHING_KNOWN, published: '2024-01-20', text })
  const fault =
    figures.map((figure) => faultOfFigure(figure, article.text)).find((f) => f !== undefined) ??
    passages
      .filter((p) => article.text.slice(p.start, p.end) !== p.text)
      .map((p) => `passage ${p.start}–${p.end} is not the text there`)[0]
  return { fault, figures: figures.length }
}

function faultOfFigure(figure: ExtractedFigure, text: string): string | undefined {
  const { quote, start, end, sentenceStart, sentenceEnd } = figure
  if (quote === '' || text.slice(start, end) !== quote)
    return `"${quote}" is not at ${start}–${end}`
  if (sentenceStart > start || end > sentenceEnd) return `"${quote}" is outside its sentence`
  if (!/^-?\d+(\.\d+)?$/.test(figure.value)) return `"${figure.value}" is no decimal`
  if (!isReadable(figure)) return `${figure.value} ${figure.unit} cannot be read from "${quote}"`
  return undefined
}

function fuzzInputs(runs: number): string[] {
  let figures = 0
  let withFigures = 0
  const holds = fc.property(anyText, (text) => {
    const found = faultOf(text)
    figures += found.figures
    if (found.figures > 0) withFigures += 1
    if (found.fault !== undefined) throw new Error(found.fault)
  })
  const details = fc.check(holds, { numRuns: runs, seed: SEED })
  console.log(
    `fuzz: ${details.numRuns} inputs, ${withFigures} with figures, ${figures} figures checked`,
  )
  if (!details.failed) return []
  const error = details.errorInstance instanceof Error ? details.errorInstance : undefined
  return [
    `${JSON.stringify(details.counterexample?.[0])}: ${error?.stack ?? details.errorInstance}`,
  ]
}

/** Every step and every rule that looks at text, by name. */
function steps(): [string, (text: string) => unknown][] {
  return [
    ['normalise', normaliseText],
    ['clean', findBoilerplate],
    ['read quantities', readQuantities],
    ['read periods', (text) => readPeriods(text, { asOf: '2024-01-20' })],
    ['read whole', (text) => read({ ...NOTHING_KNOWN, text })],
    ...LINE_RULES.map((rule): [string, (text: string) => unknown] => [
      `clean ${rule.id}`,
      (text) => rule.test(toLine(text, 0)),
    ]),
  ]
}

function fuzzTime(tenth: boolean): string[] {
  const article = generatedArticle(seeded(SEED), 0, 1_000).text
  const fragments = [...HOSTILE, article].filter((_, n) => !tenth || n % 10 === 0)
  const faults: string[] = []
  let pairs = 0
  let worst = { growth: 0, what: '' }
  for (const [name, step] of steps()) {
    for (const fragment of fragments) {
      const growth = timesByDoubling(step, fragment)
      const what = `${name} on ${JSON.stringify(fragment.slice(0, 40))}`
      pairs += 1
      if (growth > worst.growth) worst = { growth, what }
      if (growth > MOST_GROWTH) faults.push(`${what}: doubling costs ${growth.toFixed(1)} times`)
    }
  }
  console.log(
    `fuzz: ${pairs} pairs of step and fragment; doubling costs at most ${worst.growth.toFixed(2)} times (${worst.what})`,
  )
  return faults
}

export const proof: Proof = async ({ tenth }) => [
  ...fuzzTime(tenth),
  ...fuzzInputs(tenth ? INPUTS / 10 : INPUTS),
]
