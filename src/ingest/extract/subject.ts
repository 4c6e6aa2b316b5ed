/** Decides what a number is about: an indicator and, where only a part is meant, the scope. */
import type { UnitKind } from '../../vietnamese/lexicon/units.ts'
import { type Clause, hasContent, hasSubject, isContent, isName, namesIndicator } from './clause.ts'
import type { Context, Subject } from './context.ts'
import type { Domain, Head } from './cue-rule.ts'
import { fitsUnit, INDUSTRY_FAMILY, isTradeIndicator } from './families.ts'
import { partSubject } from './part-subject.ts'
import type { Scene } from './scene.ts'
import { scopeOf, wordsOf } from './scope.ts'

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

/** The subject of the number behind a clause, or null when nothing tells what it is about. */
export function subjectOf(scene: Scene, clause: Clause, kind: UnitKind): Subject | null {
  const { context } = scene
  if (clause.same || !hasSubject(clause)) return withExclusion(context.subject, clause)
  if (!clause.parts.some(namesIndicator)) return partSubject(scene, clause, kind)
  const indicator = indicatorOf(clause, kind, context)
  if (indicator === null) return withExclusion(context.subject, clause)
  const mayBeCapital = indicator === 'other' || indicator === 'fdi'
  const capital = mayBeCapital ? capitalOf(scene, clause) : null
  if (capital !== null) return capital
  if (indicator === 'product_output' && hasContent(clause)) {
    const scope = wordsOf(
      clause.parts.flatMap((p) => p.items),
      scene.text,
    )
    return scope === null ? null : { indicator, scope }
  }
  if (indicator === 'product_output')
    return scene.leadWords === null ? null : { indicator, scope: scene.leadWords }
  return { indicator, scope: scopeOf(scene, clause, indicator) }
}

/** "177 dự án FDI với vốn đăng ký 9,8 tỷ USD": of foreign projects only where the text says so. */
function capitalOf({ text, sentence, context }: Scene, clause: Clause): Subject | null {
  const names = clause.parts.flatMap((p) => p.items.filter(isName))
  const said = names.map((i) => text.slice(i.start, i.end)).join(' ')
  const [kind] = said.match(/vốn (?:đăng ký|thực hiện|giải ngân|cấp mới|bổ sung)/iu) ?? []
  if (kind === undefined) return null
  const near = text.slice(sentence.start, sentence.end)
  const isMixed = /trong nước|(?:khu|cụm) (?:công nghiệp|kinh tế)|KCN|CCN|KKT/iu.test(near)
  const isForeign = context.parent === 'fdi' || (/FDI|nước ngoài/iu.test(near) && !isMixed)
  return isForeign
    ? { indicator: 'fdi', scope: kind.slice(4) }
    : { indicator: 'other', scope: said }
}

/** The subject without what the clause takes out. */
export function withExclusion(subject: Subject | null, clause: Clause): Subject | null {
  if (subject === null || clause.excluding === null) return subject
  return { ...subject, scope: clause.excluding }
}

function indicatorOf(clause: Clause, kind: UnitKind, context: Context): string | null {
  const named = clause.parts.flatMap((p) => p.indicators)
  const heads = clause.parts.flatMap((p) => p.heads)
  const domains = clause.parts.flatMap((p) => p.domains)
  // "kim ngạch xuất nhập khẩu hàng hóa và dịch vụ": the field that the head asks for.
  const asked = heads.includes('turnover') ? domains.filter(isTradeIndicator) : domains
  const domain = asked.at(-1) ?? domains.at(-1)
  const ofProducts = context.products || clause.parts.some((p) => p.products)
  const inProducts = ofProducts && !isTradeIndicator(context.parent ?? '')
  const full = named.filter((id) => fitsUnit(id, kind)).at(-1)
  if (full && !(inProducts && isTradeIndicator(full) && kind !== 'dollar')) return full
  // "hải sản xuất khẩu" in a list of products names a product.
  const isProduct = inProducts && domain !== undefined
  if (isProduct && heads.length === 0 && kind !== 'dollar') return 'product_output'
  for (const head of heads) {
    const id = indicatorOfHead(head, domain, context)
    // A turnover in đồng is one of trade only where it says so.
    const isVague = head === 'turnover' && kind === 'money' && !isTradeIndicator(domain ?? '')
    if (isVague) continue
    if (id !== null && fitsUnit(id, kind)) return id
  }
  if (domain) return indicatorOfDomain(domain, kind, context)
  if (!clause.parts.some((p) => p.products)) return null
  if (kind === 'money') return 'industrial_output'
  return isTradeIndicator(context.parent ?? '') ? context.parent : 'product_output'
}

function indicatorOfHead(head: Head, domain: Domain | undefined, context: Context): string | null {
  const parent = context.parent ?? ''
  switch (head) {
    case 'output-value':
      if (domain) return isTradeIndicator(domain) ? null : BY_DOMAIN[domain]
      return parent === 'services_output' ? parent : 'industrial_output'
    case 'turnover':
      if (domain && isTradeIndicator(domain)) return domain
      return isTradeIndicator(parent) ? parent : 'exports'
    case 'total':
      return domain && domain !== 'retail' && domain !== 'services' ? null : 'retail_sales'
    case 'index':
      return domain && domain !== 'industry' ? null : 'iip'
    case 'value-added':
      return !domain || domain.startsWith('industry') ? 'industrial_value_added' : 'grdp'
    case 'output':
      if (domain && isTradeIndicator(domain)) return domain
      return domain === 'agriculture' ? 'other' : 'product_output'
    case 'volume':
      if (domain && isTradeIndicator(domain)) return domain
      if (domain === 'agriculture') return 'other'
      return isTradeIndicator(parent) ? parent : 'product_output'
    case 'rate':
      return null
  }
}

function indicatorOfDomain(domain: Domain, kind: UnitKind, context: Context): string | null {
  const { parent } = context
  const isIndustry = domain.startsWith('industry')
  if (parent === 'grdp' && !isTradeIndicator(domain) && domain !== 'retail')
    return isIndustry ? 'industrial_value_added' : 'grdp'
  if (
    parent === 'industrial_value_added' &&
    !isIndustry &&
    kind === 'percent' &&
    !isTradeIndicator(domain) &&
    domain !== 'retail'
  )
    return 'grdp'
  if (isIndustry && parent && INDUSTRY_FAMILY.has(parent) && fitsUnit(parent, kind)) return parent
  if (domain === 'industry-construction')
    return kind === 'percent' ? 'industrial_value_added' : 'industrial_output'
  if (domain === 'services' && (parent === 'retail_sales' || parent === 'cpi')) return parent
  const id = BY_DOMAIN[domain]
  if (id === 'other' && kind !== 'percent' && kind !== 'money') return null
  return fitsUnit(id, kind) ? id : null
}

const NO_WHOLE: ReadonlySet<string> = new Set(['other', 'trade_balance'])

/** Keeps the subject for what follows: the whole of a list, and whether its items are products. */
export function rememberSubject(
  context: Context,
  subject: Subject,
  named: boolean,
  isHalf = false,
): void {
  context.subject = subject
  context.subjectIsLead = false
  if (!named || (context.products && WITHIN_PRODUCTS.has(subject.indicator))) return
  const isPart = isHalf && subject.scope !== null && context.whole?.indicator === subject.indicator
  if (subject.indicator !== 'product_output' && !isPart) context.whole = subject
  context.products = subject.indicator === 'product_output'
  // Nothing is a part of a balance; what follows is part of what was spoken of before.
  if (NO_WHOLE.has(subject.indicator) || context.products) return
  context.parent = subject.indicator
}

/** Content words of a clause, for tests of what it speaks of. */
export function contentWords(clause: Clause): string[] {
  return clause.parts.flatMap((p) =>
    p.items.flatMap((i) => (isContent(i) && i.kind === 'word' ? [i.word] : [])),
  )
}
