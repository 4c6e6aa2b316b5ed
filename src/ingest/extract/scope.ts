/** Finds the words that restrict a subject to a part of the whole. */
import type { UnitKind } from '../../vietnamese/lexicon/units.ts'
import { type Clause, isContent, isName, namesIndicator, type Part } from './clause.ts'
import type { Subject } from './context.ts'
import type { Item } from './items.ts'
import { LOOK_AHEAD, type Scene } from './scene.ts'

/** Names of an indicator that mean only a part of it. */
const SUB_NAMES =
  /nội địa|đầu tư công|bán ra|FDI (?:đăng ký|thực hiện|giải ngân)|đăng ký FDI|thu (?:từ )?(?:thuế |hoạt động )?xuất nhập khẩu|hải quan/iu
/** More words than this in front of an indicator's name are a sentence, not a restriction. */
const LONGEST_FRONT = 5
const LONGEST_BEFORE_COPULA = 10

/** True for a scope that takes something out of the whole: "trừ dầu thô". */
export function isExclusion(scope: string | null): boolean {
  return scope !== null && /^(?:trừ|ngoại trừ|không|chưa|loại|bỏ|gạt) /iu.test(scope)
}

/** The text from the first restricting word to the last; null without any. */
export function wordsOf(items: readonly Item[], text: string): string | null {
  const content = nounPhrase(items).filter(isContent)
  const [first, end] = [content[0], content.at(-1)]
  if (!first || !end) return null
  return text.slice(first.start, end.end).replace(/\s+/g, ' ')
}

/**
 * The noun phrase among items: verbs, adverbs and judgements cut it off ("gạo lập kỷ lục" → gạo). Of
 * the stretches between them those count that hold a known noun; without any, all do.
 */
function nounPhrase(items: readonly Item[]): readonly Item[] {
  const stretches: Item[][] = [[]]
  for (const item of items) {
    if (item.kind === 'cue' && item.rule === 'cue.predicate') stretches.push([])
    else stretches.at(-1)?.push(item)
  }
  const known = stretches.filter((stretch) => stretch.some(isKnownNoun))
  return known.length > 0 ? known.flat() : items
}

/** A noun of the tables: a sector, a good, an owner, a market. */
function isKnownNoun(item: Item): boolean {
  return item.kind === 'cue' && isContent(item)
}

/** The noun phrase among items that stand beside an indicator's name: an unknown word is none. */
export function restriction(items: readonly Item[], text: string): string | null {
  return items.some((i) => isKnownNoun(i) || isProperName(i, text)) ? wordsOf(items, text) : null
}

/** A capital that no sentence begins with. */
function isProperName(item: Item, text: string): boolean {
  if (item.kind !== 'word' || !/^\p{Lu}/u.test(text.slice(item.start, item.end))) return false
  return /[\p{Ll}\d,(] *$/u.test(text.slice(Math.max(0, item.start - 3), item.start))
}

/**
 * The restricting words of a clause that names its indicator, null for the whole. They stand behind
 * the name, are said as exclusion, or stand in front of the name where grammar ties them to it.
 */
export function scopeOf(scene: Scene, clause: Clause, indicator: string): string | null {
  const at = clause.parts.findLastIndex(namesIndicator)
  const part = clause.parts[at]
  if (!part) return null
  return (
    behind(clause, at, scene.text) ??
    clause.excluding ??
    inFront(clause, at, scene.text) ??
    fromLead(scene, clause, part) ??
    fromTrade(scene, clause, indicator) ??
    fromField(scene, clause, part, indicator)
  )
}

function behind(clause: Clause, at: number, text: string): string | null {
  const part = clause.parts[at]
  if (!part) return null
  const after = clause.parts.slice(at + 1)
  // "xuất khẩu mới là nơi chịu đòn nặng nhất, ước …": a predicate, not a restriction.
  const tied = after.filter((p, i) => !(p.afterCopula && i < after.length - 1))
  // "lượng gạo xuất khẩu": what is counted stands between the head and the field.
  const head = part.items.findIndex((i) => i.kind === 'cue' && i.cue.kind === 'head')
  const items = part.items.slice((head < 0 ? part.items.findLastIndex(isName) : head) + 1)
  return restriction([...items, ...tied.flatMap((p) => p.items)], text)
}

function inFront(clause: Clause, at: number, text: string): string | null {
  const part = clause.parts[at]
  if (!part) return null
  const own = part.items.slice(0, part.items.findIndex(isFullName))
  const before = clause.parts.slice(0, at)
  const ownership = [...before.flatMap((p) => p.items), ...own].filter(
    (i) => i.kind === 'cue' && i.cue.kind === 'part',
  )
  if (ownership.length > 0) return wordsOf(ownership, text)
  if (part.afterCopula || clause.isPart) {
    const items = before.flatMap((p) => p.items)
    const words =
      items.filter(isContent).length <= LONGEST_BEFORE_COPULA ? restriction(items, text) : null
    if (words !== null) return words
  }
  const isBareField = part.heads.length === 0 && part.indicators.length === 0
  const short = own.filter(isContent).length <= LONGEST_FRONT
  return isBareField && short ? restriction(own, text) : null
}

function isFullName(item: Item): boolean {
  return isName(item) && item.cue.kind !== 'products'
}

/** "Tiểu thủ công nghiệp tăng cao, giá trị sản xuất đạt …": half a name takes the part just named. */
function fromLead(scene: Scene, clause: Clause, part: Part): string | null {
  const { context } = scene
  const isHalf = part.indicators.length === 0 && clause.parts.every((p) => p.domains.length === 0)
  if (!isHalf) return null
  const lead = (context.subjectIsLead ? context.subject?.scope : null) ?? scene.leadScope
  return lead ?? fromFigure(scene, clause, part)
}

/** "Gạo 433.000 tấn, trị giá 262 triệu USD": the value of what was just told by weight. */
function fromFigure({ figures, sentence, text }: Scene, clause: Clause, part: Part): string | null {
  const last = figures.at(-1)
  const name = part.items.find(isName)
  if (!last?.scope || last.sentenceStart !== sentence.start || !name) return null
  if (clause.whole || clause.isPart || part.heads.length === 0) return null
  return /^tổng/iu.test(text.slice(name.start, name.end)) ? null : last.scope
}

const VOLUME = ', lượng'

/**
 * Trade told by weight is another series than its value: "gạo 226 nghìn tấn", "giảm 10% về lượng" have
 * the scope "gạo, lượng"; a bare growth goes on about what stood before it.
 */
export function withVolume(scene: Scene, subject: Subject, kind: UnitKind, end: number): Subject {
  const { scope, indicator } = subject
  if (scope === null || (indicator !== 'exports' && indicator !== 'imports')) return subject
  const bare = scope.replace(/, lượng$/u, '')
  const first = scene.clause.used[0]
  const said = scene.text.slice(first?.start ?? end, end)
  if (kind === 'mass' || /về (?:khối |số |sản )?lượng/iu.test(said))
    return { indicator, scope: bare + VOLUME }
  const isValue = kind !== 'percent' && kind !== 'times'
  return isValue || /về (?:giá trị|trị giá|kim ngạch)/iu.test(said)
    ? { indicator, scope: bare }
    : subject
}

/** Where goods pass: "qua các cửa khẩu", "mở tờ khai tại …". */
const PASSAGE = /^(?:qua|mở tờ khai|làm thủ tục|thông quan) /iu

/**
 * Exports and imports said as the two sides of a trade figure share its restriction: in its sentence,
 * and further on where the whole counts what passes somewhere.
 */
function fromTrade(scene: Scene, clause: Clause, indicator: string): string | null {
  const { figures, sentence } = scene
  if (clause.isPart || (indicator !== 'exports' && indicator !== 'imports')) return null
  const whole = figures.slice(-LOOK_AHEAD).findLast((f) => f.indicator === 'trade')
  if (!whole?.scope) return null
  return whole.sentenceStart === sentence.start || PASSAGE.test(whole.scope) ? whole.scope : null
}

/** Industry alone behind "công nghiệp - xây dựng" is a part of it. */
function isWider({ context }: Scene): boolean {
  return /xây dựng/iu.test(context.subject?.scope ?? '')
}

/** Where the field itself is the part: a sector of GRDP, services within retail sales. */
function fromField(scene: Scene, clause: Clause, part: Part, indicator: string): string | null {
  const domain = clause.parts.flatMap((p) => p.domains).at(-1)
  const { parent } = scene.context
  const isSector =
    (indicator === 'grdp' && domain !== undefined) ||
    (indicator === 'industrial_value_added' &&
      domain !== undefined &&
      (domain !== 'industry' || parent === 'grdp' || isWider(scene))) ||
    (indicator === 'industrial_output' && domain === 'industry-construction') ||
    (indicator === 'retail_sales' &&
      parent === 'retail_sales' &&
      part.heads.length === 0 &&
      part.domains.length > 0 &&
      (clause.isPart || domain === 'services' || clause.verb === 'share')) ||
    (indicator === 'other' && (domain === 'construction' || domain === 'agriculture'))
  const names = clause.parts.flatMap((p) => p.items).filter(isName)
  const wanted = indicator === 'other' ? names : names.filter((i) => i.cue.kind === 'domain')
  const [first, end] = [wanted[0], wanted.at(-1)]
  if (isSector && first && end) return scene.text.slice(first.start, end.end)
  const full = names.find((i) => i.cue.kind === 'indicator')
  if (!full) return null
  const name = scene.text.slice(full.start, full.end)
  if (indicator === 'other') return name
  if (SUB_NAMES.test(name)) return name
  if (indicator !== 'industrial_value_added') return null
  return /xây dựng/iu.test(name) ? 'công nghiệp - xây dựng' : null
}
