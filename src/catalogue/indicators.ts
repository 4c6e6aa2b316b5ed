/** The indicators of `data/indicators.json`: names, spellings, ranges, explanations. */
import { z } from 'zod'
import { PRICE_BASES } from '../model/figure.ts'
import { foldName } from '../vietnamese/fold.ts'
import { invalid, loadData } from './load.ts'

const FILE = 'indicators.json'
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)
const range = z.strictObject({ unit: z.string().min(1), low: decimal, high: decimal })

const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  name: z.string().min(1),
  shortName: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  asked: z.array(z.string().min(1)),
  units: z.array(z.string().min(1)),
  nature: z.enum(['flow', 'stock', 'index', 'balance', 'mixed']),
  range: range.nullable(),
  country: range.nullable(),
  growth: z.strictObject({ low: decimal, high: decimal }).nullable(),
  /** How many times the retail sales of the same place and year it can be; null where unrelated. */
  toRetail: z.strictObject({ low: decimal, high: decimal }).nullable(),
  plans: z.array(z.string().min(1)),
  priceBases: z.array(z.enum(PRICE_BASES)),
  definition: z.string().min(1),
  howToRead: z.string().min(1),
  parts: z.array(z.strictObject({ id: z.string(), sign: z.enum(['+', '-']) })),
})

const fileSchema = z.strictObject({
  version: z.number(),
  note: z.string(),
  indicators: z.array(indicatorSchema).min(1),
  ambiguous: z.array(z.strictObject({ alias: z.string().min(1), ids: z.array(z.string()).min(2) })),
  concepts: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      aliases: z.array(z.string()).min(1),
      definition: z.string(),
      howToRead: z.string(),
    }),
  ),
})

/** What is measured. `range` and `country` are for one year; `growth` is in per cent. */
export type Indicator = Readonly<z.infer<typeof indicatorSchema>>

/** A word about figures that is no indicator ("giá so sánh") with its explanation. */
export type Concept = Readonly<z.infer<typeof fileSchema>['concepts'][number]>

/** One spelling of an indicator; more than one id where the words alone do not decide. */
export interface IndicatorAlias {
  /** As written, with diacritics. */
  readonly alias: string
  /** `foldName(alias)`: lower case, no diacritics, single spaces. */
  readonly folded: string
  readonly ids: readonly string[]
  /** `written` in articles and in questions, `asked` in questions only. */
  readonly use: 'written' | 'asked'
}

const file = loadData(FILE, fileSchema)

/** All indicators, in the order of the data file (more important ones first). */
export const INDICATORS: readonly Indicator[] = file.indicators

/** Words about figures that people ask the meaning of. */
export const CONCEPTS: readonly Concept[] = file.concepts

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]))

/** The indicator with this code; undefined when there is none. */
export function indicatorById(id: string): Indicator | undefined {
  return BY_ID.get(id)
}

/** Display name of a code ("exports" → "kim ngạch xuất khẩu"); the code itself when unknown. */
export function indicatorName(id: string): string {
  return BY_ID.get(id)?.name ?? id
}

/** Every spelling once, longest first: the table from which mention finders build their tries. */
export const INDICATOR_ALIASES: readonly IndicatorAlias[] = buildAliases()

const BY_FOLDED = new Map(INDICATOR_ALIASES.map((alias) => [alias.folded, alias]))

/**
 * The indicators a name stands for, compared folded: one id, several when the name is ambiguous
 * ("công nghiệp"), none when unknown.
 */
export function indicatorsByName(name: string): readonly string[] {
  return BY_FOLDED.get(foldName(name))?.ids ?? []
}

function buildAliases(): IndicatorAlias[] {
  const table = new Map<string, IndicatorAlias>()
  for (const { alias, ids } of file.ambiguous) {
    for (const id of ids) if (!BY_ID.has(id)) throw invalid(FILE, `"${alias}" → "${id}" không có`)
    table.set(foldName(alias), { alias, folded: foldName(alias), ids, use: 'asked' })
  }
  for (const indicator of INDICATORS) {
    checkParts(indicator)
    for (const alias of [indicator.name, ...indicator.aliases])
      addAlias(table, indicator, alias, 'written')
    for (const alias of indicator.asked) addAlias(table, indicator, alias, 'asked')
  }
  return [...table.values()].sort((a, b) => b.folded.length - a.folded.length)
}

function checkParts(indicator: Indicator): void {
  for (const part of indicator.parts)
    if (!BY_ID.has(part.id)) throw invalid(FILE, `${indicator.id}: phần "${part.id}" không có`)
}

function addAlias(
  table: Map<string, IndicatorAlias>,
  indicator: Indicator,
  alias: string,
  use: IndicatorAlias['use'],
): void {
  const folded = foldName(alias)
  const known = table.get(folded)
  if (known === undefined) table.set(folded, { alias, folded, ids: [indicator.id], use })
  else if (known.ids.length !== 1 || known.ids[0] !== indicator.id)
    throw invalid(FILE, `"${alias}" chỉ cả ${known.ids.join(', ')} và ${indicator.id}`)
}
