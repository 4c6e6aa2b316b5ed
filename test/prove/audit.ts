/**
 * What the audit finds: faults are planted one by one into figures whose arithmetic holds (generated,
 * or of gold articles), and counted when a doubt appears that was not there before.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaByName } from '../../src/catalogue/area-names.ts'
import { findDoubts } from '../../src/ingest/audit.ts'
import type { Finding } from '../../src/ingest/audit-finding.ts'
import { type KnownRanges, officialKnown } from '../../src/ingest/audit-known.ts'
import type { ExtractedFigure } from '../../src/model/figure.ts'
import { type Random, seeded } from '../bench/random.ts'
import {
  FAULT_KINDS,
  type FaultKind,
  figureOf,
  plantFault,
  soundArticle,
} from './audit-material.ts'
import type { Proof } from './prove.ts'

const SEED = 20_261_125
const ARTICLES = 2000
/** At least so many of the faults planted into generated articles must be found. */
const LEAST_FOUND: Readonly<Record<FaultKind, number>> = {
  unit: 0.99,
  digit: 0.75,
  sign: 0.99,
  swap: 0.9,
}

/** The figures of one article, and when it was published. */
export interface Sheet {
  readonly name: string
  readonly published: string | null
  readonly figures: readonly ExtractedFigure[]
}

export interface Count {
  planted: number
  found: number
}

/** Faults planted and found by kind, the doubts about the sheets as they are, and what was missed. */
export interface Measured {
  readonly faults: Readonly<Record<FaultKind, Count>>
  readonly doubts: readonly { readonly sheet: string; readonly finding: Finding }[]
  readonly missed: readonly string[]
}

/** Plants `times` faults of each kind into each sheet. */
export function measureAudit(
  sheets: readonly Sheet[],
  known: KnownRanges,
  times: number,
  random: Random,
): Measured {
  const faults = countsByKind()
  const doubts: { sheet: string; finding: Finding }[] = []
  const missed: string[] = []
  for (const { name, published, figures } of sheets) {
    const before = findDoubts(figures, { published }, known)
    doubts.push(...before.map((finding) => ({ sheet: name, finding })))
    const old = new Set(before.map(sign))
    for (const kind of FAULT_KINDS)
      for (let i = 0; i < times; i++) {
        const planted = plantFault(kind, figures, random)
        if (!planted) continue
        faults[kind].planted++
        const after = findDoubts(planted.figures, { published }, known)
        if (after.some((finding) => !old.has(sign(finding)))) faults[kind].found++
        else missed.push(`${kind}: ${name}: ${planted.what}`)
      }
  }
  return { faults, doubts, missed }
}

/** Sheets of generated articles; the same seed, the same sheets. */
export function soundSheets(count: number, random: Random): Sheet[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `generated ${i + 1}`,
    published: null,
    figures: soundArticle(random),
  }))
}

/** Runs on generated articles, or prints counts for a folder of gold articles. */
export const proof: Proof = async ({ tenth, gold }) => {
  const random = seeded(SEED)
  const known = officialKnown()
  const sheets = gold ? goldSheets(gold) : soundSheets(tenth ? ARTICLES / 10 : ARTICLES, random)
  const measured = measureAudit(sheets, known, gold ? 20 : 2, random)
  report(sheets, measured, gold !== undefined)
  return gold ? [] : shortfalls(measured)
}

function shortfalls({ faults, doubts }: Measured): string[] {
  const low = FAULT_KINDS.filter((kind) => rate(faults[kind]) < LEAST_FOUND[kind])
  return [
    ...low.map((kind) => `${kind}: ${rate(faults[kind]).toFixed(3)} found < ${LEAST_FOUND[kind]}`),
    ...doubts.map(({ sheet, finding }) => `false alarm in ${sheet}: ${finding.text}`),
  ]
}

function report(sheets: readonly Sheet[], { faults, doubts }: Measured, withTexts: boolean): void {
  const figures = sheets.reduce((sum, sheet) => sum + sheet.figures.length, 0)
  console.log(`${sheets.length} articles, ${figures} figures, ${doubts.length} doubts as they are`)
  if (withTexts)
    for (const { sheet, finding } of doubts)
      console.log(`  ${sheet}: ${finding.code}: ${finding.text}`)
  for (const kind of FAULT_KINDS) {
    const { planted, found } = faults[kind]
    console.log(`  ${kind}: ${found} of ${planted} planted faults found`)
  }
}

function rate({ planted, found }: Count): number {
  return planted === 0 ? 1 : found / planted
}

function countsByKind(): Record<FaultKind, Count> {
  const zero = (): Count => ({ planted: 0, found: 0 })
  return { unit: zero(), digit: zero(), sign: zero(), swap: zero() }
}

function sign({ code, figures, text }: Finding): string {
  return `${code} ${figures.join(',')} ${text}`
}

interface GoldFigure {
  readonly value: number
  readonly value_high?: number
  readonly price_basis?: ExtractedFigure['priceBasis']
  readonly area: string | null
  readonly borders?: ExtractedFigure['borders']
}

export function goldSheets(folder: string): Sheet[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.map((name) => {
    const gold: { published: string | null; figures: (ExtractedFigure & GoldFigure)[] } =
      JSON.parse(readFileSync(join(folder, name), 'utf8'))
    return { name, published: gold.published, figures: gold.figures.map(fromGold) }
  })
}

function fromGold(gold: ExtractedFigure & GoldFigure): ExtractedFigure {
  return figureOf({
    ...gold,
    area: gold.area && (areaByName(gold.area) ?? gold.area),
    borders: gold.borders ?? null,
    value: String(gold.value),
    valueHigh: gold.value_high === undefined ? null : String(gold.value_high),
    priceBasis: gold.price_basis ?? null,
    warnings: [],
  })
}
