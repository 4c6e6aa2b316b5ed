/** Reads periods, and turns what is said ("9 tháng", "năm ngoái") into a period of the model. */
import { formatPeriod, type PeriodParts } from '../model/period.ts'
import { compilePhrases, type KeyOf, type PhraseMatch, type Token, tokenize } from './engine.ts'
import {
  monthNumber,
  PERIOD_CLASSES,
  PERIODS,
  type PeriodRule,
  type PeriodWordKind,
  quarterNumber,
  type YearRef,
} from './lexicon/periods.ts'
import { keyOfWord } from './spelling.ts'

/** A period as said, before the year is known. `from`/`to` are token indexes. */
export interface PeriodMention {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly kind: PeriodWordKind
  readonly part: number | null
  readonly year: number | null
  /** Last year of a range. */
  readonly lastYear: number | null
  readonly yearRef: YearRef | null
  readonly step: 'month' | 'quarter' | 'year' | null
  readonly rule: string
}

/** What an unsaid year or month is taken from; null when nothing tells. */
export interface PeriodContext {
  readonly year: number | null
  /** Last month that the text speaks of: "lũy kế từ đầu năm" ends there. */
  readonly month: number | null
}

const MATCHER = compilePhrases<PeriodRule>(PERIODS, keyOfWord, PERIOD_CLASSES)

function partOf(match: PhraseMatch<PeriodRule>): number | null {
  if (match.rule.part !== undefined) return match.rule.part
  for (const { name, token } of match.captures) {
    if (name === 'q' || name === 'qnumber') {
      return quarterNumber(token) ?? (Number(token.key.slice(1)) || null)
    }
    if (name === 'tmonth') return Number(token.key.slice(1))
    if (name === 'monthyear') return Number(token.key.split('.')[0])
    if (name !== 'year' && name !== 'any' && name !== 'day') return monthNumber(token) ?? null
  }
  return null
}

function yearsOf(match: PhraseMatch<PeriodRule>): number[] {
  return match.captures.flatMap(({ name, token }) => {
    if (name === 'year') return [Number(token.key)]
    if (name === 'monthyear') return [Number(token.key.split('.')[1])]
    return []
  })
}

function toMention(match: PhraseMatch<PeriodRule>, tokens: readonly Token[]): PeriodMention {
  const { rule } = match
  const years = yearsOf(match)
  return {
    from: match.from,
    to: match.to,
    start: tokens[match.from]?.start ?? 0,
    end: tokens[match.to - 1]?.end ?? 0,
    kind: rule.kind,
    part: partOf(match),
    year: years[0] ?? null,
    lastYear: years[1] ?? null,
    yearRef: rule.yearRef ?? null,
    step: rule.step ?? null,
    rule: rule.id,
  }
}

/** All periods said in tokens, left to right. */
export function findPeriods(tokens: readonly Token[]): PeriodMention[] {
  return MATCHER.scan(tokens).map((match) => toMention(match, tokens))
}

/** Makes a reader for text of another spelling, such as text without diacritics. */
export function periodReader(keyOf: KeyOf): (text: string) => PeriodMention[] {
  const matcher = compilePhrases<PeriodRule>(PERIODS, keyOf, PERIOD_CLASSES)
  return (text) => {
    const tokens = tokenize(text, keyOf)
    return matcher.scan(tokens).map((match) => toMention(match, tokens))
  }
}

function yearIn(mention: PeriodMention, context: PeriodContext): number | null {
  if (mention.year !== null) return mention.year
  if (context.year === null) return null
  const shift = mention.yearRef === 'previous' ? -1 : mention.yearRef === 'next' ? 1 : 0
  return context.year + shift
}

/**
 * The period of the model that a mention means in its context; undefined for dates and comparison
 * words, which are no periods of figures, and for "từ đầu năm" when no month is known (the year is
 * meant then).
 */
export function periodParts(
  mention: PeriodMention,
  context: PeriodContext,
): PeriodParts | undefined {
  const year = yearIn(mention, context)
  switch (mention.kind) {
    case 'year':
      return { kind: 'year', year, part: null }
    case 'month':
    case 'quarter':
    case 'half':
    case 'months':
      return mention.part === null ? undefined : { kind: mention.kind, year, part: mention.part }
    case 'years':
      return mention.lastYear === null ? undefined : { kind: 'years', year, part: mention.lastYear }
    case 'to-date':
      return context.month === null
        ? { kind: 'year', year, part: null }
        : { kind: 'months', year, part: context.month }
    case 'this-month':
      return context.month === null ? undefined : { kind: 'month', year, part: context.month }
    default:
      return undefined
  }
}

/** A period said in a text, with the model's spelling of it. */
export interface ReadPeriod extends PeriodMention {
  readonly period: string
}

/**
 * All periods of a text. `asOf` (`YYYY[-MM[-DD]]`) is where unsaid years come from; without it they
 * are XXXX. `readPeriods('9 tháng năm 2024', {})` → "2024-9M".
 */
export function readPeriods(text: string, options: { readonly asOf?: string }): ReadPeriod[] {
  const [year, month] = (options.asOf ?? '').split('-').map(Number)
  const context = { year: year || null, month: month || null }
  return findPeriods(tokenize(text, keyOfWord)).flatMap((mention) => {
    const parts = periodParts(mention, context)
    return parts ? [{ ...mention, period: formatPeriod(parts) }] : []
  })
}
