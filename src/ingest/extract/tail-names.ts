/** "19 nghìn tỷ đồng giá trị sản xuất công nghiệp": the subject behind the number. */
import { type Clause, emptyClause, hasSubject, isName, lastPart } from './clause.ts'
import type { Item } from './items.ts'
import type { Tail } from './tail.ts'

/** The clause with the names behind the number as its subject, when it has none of its own. */
export function clauseWithTail(clause: Clause, tail: Tail, text: string): Clause {
  if (namesAspect(tail, text)) return clause
  const forNames = tail.isFor && tail.words[0] !== undefined && isName(tail.words[0])
  if ((hasSubject(clause) && !forNames) || clause.verb === 'share' || !tail.words.some(isName))
    return clause
  const named: Clause = { ...clause, parts: emptyClause().parts }
  const part = lastPart(named)
  for (const item of tail.words) {
    part.items.push(item)
    if (item.kind !== 'cue') continue
    if (item.cue.kind === 'indicator') part.indicators.push(item.cue.indicator)
    if (item.cue.kind === 'head') part.heads.push(item.cue.head)
    if (item.cue.kind === 'domain') part.domains.push(item.cue.domain)
  }
  return named
}

/** "tăng 9% về lượng": in what respect, not of what. */
function namesAspect({ items }: Tail, text: string): boolean {
  const at = items.findIndex(isName)
  const [before, name] = [items[at - 1], items[at]]
  const said = (item: Item | undefined) => (item ? text.slice(item.start, item.end) : '')
  return /^về(?: |$)/iu.test(said(name)) || /^về$/iu.test(said(before))
}
