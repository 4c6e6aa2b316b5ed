/** Decides what a number is about: an indicator and, where only a part is meant, the scope. */
import type { UnitKind } from '../../vietnamese/lexicon/units.ts'
import { type Clause, hasSubject, isContent, namesIndicator, type Part } from './clause.ts'
import type { Context, Subject } from './context.ts'
import type { Domain, Head } from './cue-rule.ts'
import type { Item } from './items.ts'

const TRADE_FAMILY: ReadonlySet<string> = new Set(['exports', 'imports', 'trade'])
const INDUSTRY_FAMILY: ReadonlySet<string> = new Set([
  'industrial_output',
  'iip',
  'industrial_value_added',
])
/** A list of products may name these in passing without ending. */
const WITHIN_PRODUCTS: ReadonlySet<string> = new Set([
  'electricity_consumption',
  'electricity_output',
])

const BY_DOMAIN: Readonly<Record<Domain, string>> = {
  industry: 'industrial_output',
  'industry-construction': 'industrial_output',
  exports: 'exports',
  imports: 'imports',
  trade: 'trade',
  retail: 'retail_sales',
  services: 'services_output',
  construction: 'other',
  agriculture: 'other',
}

/** What units an indicator can be told in. */
const UNIT_KINDS: Readonly<Record<string, readonly UnitKind[]>> = {
  industrial_output: ['money', 'percent', 'times', 'dollar'],
  iip: ['percent', 'times'],
  exports: ['dollar', 'percent', 'times', 'mass', 'money', 'count', 'volume', 'area'],
  imports: ['dollar', 'percent', 'times', 'mass', 'money', 'count'],
  trade: ['dollar', 'percent', 'times', 'mass'],
  trade_balance: ['dollar', 'percent'],
  retail_sales: ['money', 'percent', 'times'],
  services_output: ['money', 'percent', 'times'],
  industrial_value_added: ['money', 'percent', 'times'],
  grdp: ['money', 'percent', 'times', 'dollar'],
  cpi: ['percent'],
  investment: ['money', 'percent', 'times', 'dollar'],
  fdi: ['dollar', 'percent', 'times', 'money'],
  budget_revenue: ['money', 'percent', 'times'],
  electricity_output: ['energy', 'percent', 'times'],
  electricity_consumption: ['energy', 'percent', 'times'],
  electrified_households: ['percent', 'count'],
  product_output: ['mass', 'energy', 'volume', 'area', 'length', 'count', 'percent', 'times'],
}

/** True when a figure of the indicator can have such a unit. */
export function fitsUnit(indicator: string, kind: UnitKind): boolean {
  return UNIT_KINDS[indicator]?.includes(kind) ?? indicator === 'other'
}

/** The subject of the number behind a clause, or null when nothing tells what it is about. */
export function subjectOf(
  clause: Clause,
  kind: UnitKind,
  context: Context,
  text: string,
): Subject | null {
  if (!hasSubject(clause) || clause.same)
    return clause.including ? context.subject : context.subject
  const naming = clause.parts.filter(namesIndicator)
  if (naming.length === 0) return partSubject(clause, kind, context, text)
  const indicator = indicatorOf(clause, kind, context)
  if (indicator === null) return context.subject
  if (
    indicator === 'product_output' &&
    naming.every((p) => p.indicators.length + p.heads.length + p.domains.length === 0)
  )
    return partSubject(clause, kind, { ...context, products: true }, text)
  return { indicator, scope: scopeOf(clause, naming, indicator, context, text) }
}

/** A bare noun phrase is a part of the whole spoken of, or a product. */
function partSubject(
  clause: Clause,
  kind: UnitKind,
  context: Context,
  text: string,
): Subject | null {
  const scope = textOf(
    clause.parts.flatMap((p) => p.items),
    text,
  )
  const indicator = partIndicator(kind, context)
  if (indicator === null || scope === null) return null
  return { indicator, scope }
}

function partIndicator(kind: UnitKind, context: Context): string | null {
  const { parent } = context
  if (context.products)
    return kind === 'money' ? 'industrial_output' : kind === 'dollar' ? 'exports' : 'product_output'
  if (parent === null) return null
  if (fitsUnit(parent, kind)) return parent
  return INDUSTRY_FAMILY.has(parent) && kind !== 'dollar' && kind !== 'money'
    ? 'product_output'
    : null
}

function last<T>(list: readonly T[]): T | undefined {
  return list.at(-1)
}

function indicatorOf(clause: Clause, kind: UnitKind, context: Context): string | null {
  const parts = clause.parts
  const named = parts.flatMap((p) => p.indicators).filter((id) => fitsUnit(id, kind))
  const heads = parts.flatMap((p) => p.heads)
  const domains = parts.flatMap((p) => p.domains)
  const products = parts.some((p) => p.products)
  const full = last(named)
  const inProducts = context.products && !TRADE_FAMILY.has(context.parent ?? '')
  if (full && !(inProducts && TRADE_FAMILY.has(full))) return full
  const domain = last(domains)
  // "hải sản xuất khẩu" in a list of products names a product.
  if (inProducts && heads.length === 0 && domain && TRADE_FAMILY.has(domain) && kind !== 'dollar')
    return 'product_output'
  const byHead = heads
    .map((head) => indicatorOfHead(head, domain, context))
    .find((id) => id !== null)
  if (byHead && fitsUnit(byHead, kind)) return byHead
  if (domain) return indicatorOfDomain(domain, kind, context)
  if (products) return TRADE_FAMILY.has(context.parent ?? '') ? context.parent : 'product_output'
  return null
}

function indicatorOfHead(head: Head, domain: Domain | undefined, context: Context): string | null {
  const parent = context.parent
  switch (head) {
    case 'output-value':
      if (domain) return TRADE_FAMILY.has(domain) ? null : BY_DOMAIN[domain]
      return parent === 'services_output' || parent === 'industrial_output'
        ? parent
        : 'industrial_output'
    case 'turnover':
      if (domain && TRADE_FAMILY.has(domain)) return domain
      return parent && TRADE_FAMILY.has(parent) ? parent : 'exports'
    case 'total':
      return domain === undefined || domain === 'retail' || domain === 'services'
        ? 'retail_sales'
        : null
    case 'index':
      return domain === undefined || domain === 'industry' ? 'iip' : null
    case 'value-added':
      return domain === undefined || domain.startsWith('industry')
        ? 'industrial_value_added'
        : 'grdp'
    case 'volume':
      return domain && TRADE_FAMILY.has(domain)
        ? domain
        : parent && TRADE_FAMILY.has(parent)
          ? parent
          : 'product_output'
    case 'rate':
      return null
  }
}

function indicatorOfDomain(domain: Domain, kind: UnitKind, context: Context): string | null {
  const parent = context.parent
  if (parent === 'grdp') {
    if (domain.startsWith('industry')) return 'industrial_value_added'
    if (!TRADE_FAMILY.has(domain) && domain !== 'retail') return 'grdp'
  }
  if (domain.startsWith('industry')) {
    if (parent && INDUSTRY_FAMILY.has(parent) && fitsUnit(parent, kind)) return parent
    if (domain === 'industry-construction')
      return kind === 'percent' ? 'industrial_value_added' : 'industrial_output'
    return 'industrial_output'
  }
  if (domain === 'services' && parent === 'retail_sales') return parent
  const id = BY_DOMAIN[domain]
  return fitsUnit(id, kind) ? id : null
}

/** The restricting words: behind the indicator's name, or in front of it in the same part. */
function scopeOf(
  clause: Clause,
  naming: readonly Part[],
  indicator: string,
  context: Context,
  text: string,
): string | null {
  const part = last(naming)
  if (!part) return null
  const at = part.items.findLastIndex((item) => isName(item))
  const behind = part.items.slice(at + 1)
  const after = clause.parts.slice(clause.parts.indexOf(part) + 1).flatMap((p) => p.items)
  const restricting = [...behind, ...after]
  const front = part.items.slice(
    0,
    part.items.findIndex((item) => isName(item)),
  )
  const words =
    textOf(restricting, text) ??
    textOf(
      front.filter((i) => i.kind === 'cue'),
      text,
    )
  if (words !== null) return words
  const domain = last(part.domains)
  if (indicator === 'grdp' || indicator === 'industrial_value_added')
    return domain && (domain !== 'industry' || context.parent === 'grdp')
      ? namedText(part, text)
      : null
  if (indicator === 'industrial_output' && domain === 'industry-construction')
    return namedText(part, text)
  if (indicator === 'retail_sales' && clause.isPart) return namedText(part, text)
  return null
}

function isName(item: Item): boolean {
  if (item.kind !== 'cue') return false
  const { kind } = item.cue
  return kind === 'indicator' || kind === 'head' || kind === 'domain' || kind === 'products'
}

function namedText(part: Part, text: string): string | null {
  const names = part.items.filter(isName)
  const [first, end] = [names[0], names.at(-1)]
  return first && end ? text.slice(first.start, end.end) : null
}

/** The text from the first restricting word to the last; null without any. */
export function textOf(items: readonly Item[], text: string): string | null {
  const content = items.filter(isContent)
  const [first, end] = [content[0], content.at(-1)]
  if (!first || !end) return null
  return text.slice(first.start, end.end).replace(/\s+/g, ' ')
}

/** What the context keeps of a subject: the whole of a list, and whether its items are products. */
export function rememberSubject(context: Context, subject: Subject, named: boolean): void {
  context.subject = subject
  if (!named) return
  if (context.products && WITHIN_PRODUCTS.has(subject.indicator)) return
  if (subject.indicator === 'product_output') context.products = true
  else {
    context.products = false
    if (subject.indicator !== 'other') context.parent = subject.indicator
  }
}
