/** The part of an indicator that a question restricts itself to, and whether a figure's scope fits it. */
import { PROVINCES } from '../../catalogue/gazetteer.ts'
import { foldName } from '../../vietnamese/fold.ts'
import { EXCEPT_WORDS, PART_FILLERS, SAME_PARTS } from '../../vietnamese/lexicon/question-parts.ts'
import { FOREIGN_COUNTRIES } from '../../vietnamese/lexicon/question-topics.ts'
import { foldedKeyOfWord } from '../../vietnamese/spelling.ts'
import type { ScopeAsked } from '../query.ts'
import type { Mention } from './scan.ts'
import type { Words } from './words.ts'

const FILLERS = new Set(PART_FILLERS.flatMap((line) => partKeys(line).split(' ')))
/** Spellings of one part, longest first, each with the token that stands for all of them. */
const SAME = SAME_PARTS.flatMap((group, i) =>
  group.map((phrase) => ({ phrase: ` ${partKeys(phrase)} `, token: ` #${i} ` })),
).sort((a, b) => b.phrase.length - a.phrase.length)
const EXCEPT = new RegExp(`(?:^| )(?:${EXCEPT_WORDS.map(foldName).join('|')})(?= )`)

/** Folded words in the spelling of question keys: "Mỹ" and "Mĩ" are one. */
function partKeys(text: string): string {
  return foldName(text).split(' ').map(foldedKeyOfWord).join(' ')
}

/** "doanh nghiệp Cao Bằng" are those of the province itself. */
const OWN_FIRMS = 'doanh nghiep trong tinh'
const FIRMS_OF_PLACE = new RegExp(
  ` (?:doanh nghiep|dn)(?: cua)?(?: tinh)? (?:${PROVINCES.map((p) => partKeys(p.name)).join('|')})(?= )`,
  'g',
)

/** Content words of a scope: folded, one token for one part, without words that tell nothing. */
export function partWords(scope: string): string[] {
  let text = ` ${partKeys(scope)} `.replace(FIRMS_OF_PLACE, ` ${OWN_FIRMS}`)
  for (const { phrase, token } of SAME) text = text.replaceAll(phrase, token)
  const words = text.trim().split(' ').filter(Boolean)
  const telling = words.filter((word) => !FILLERS.has(word))
  return telling.length > 0 ? telling : words
}

/** True for "trừ dầu thô", "không tính …": what is left without something. */
export function isExcept(scope: string): boolean {
  return EXCEPT.test(` ${foldName(scope)} `)
}

/** "trừ dầu thô" → "dầu thô", folded. */
function withoutExcept(scope: string): string {
  return foldName(scope).replace(EXCEPT, ' ').trim()
}

/** The scope a question asks for when it restricts nothing. */
export const WHOLE: ScopeAsked = {
  words: [],
  loose: [],
  runs: [],
  text: '',
  except: false,
  firm: false,
  whole: false,
}

/**
 * How well a figure's scope fits what was asked, 0 (not at all) to 1. Firm words of the question
 * must nearly all be in the scope; without firm words the whole scope must stand in the question.
 */
export function scopeFit(asked: ScopeAsked, scope: string): number {
  if (asked.whole) return 0
  const except = isExcept(scope)
  if (except !== asked.except && (asked.except || asked.firm)) return 0
  const has = new Set(partWords(except ? withoutExcept(scope) : scope))
  if (has.size === 0) return 0
  if (!asked.firm) {
    const said = new Set(partWords(asked.loose.join(' ')).concat(asked.loose))
    return [...has].every((word) => said.has(word)) && !except ? 0.5 : 0
  }
  const wanted = new Set(partWords(asked.words.join(' ')))
  if (wanted.size === 0) return 0
  const common = [...wanted].filter((word) => has.has(word)).length
  const ofAsked = common / wanted.size
  if (ofAsked < 0.7) return 0
  if (mixesMarkets(partKeys(asked.words.join(' ')), partKeys(scope))) return 0
  const loose = new Set(asked.loose)
  const extra = [...has].filter((word) => !wanted.has(word) && !loose.has(word)).length
  return ofAsked / (1 + extra / 2)
}

const MARKETS = FOREIGN_COUNTRIES.map((name) => ` ${partKeys(name)} `)

/** "Nhật Bản, Hàn Quốc" together are no figure of Japan. */
function mixesMarkets(asked: string, scope: string): boolean {
  const inScope = MARKETS.filter((name) => ` ${scope} `.includes(name))
  const named = inScope.filter((name) => ` ${asked} `.includes(name.trim().split(' ')[0] ?? ''))
  return named.length > 0 && inScope.length > named.length
}

/** Where a run of restricting words may begin. */
function leads(before: Mention | undefined): boolean {
  if (!before) return false
  return before.kind === 'indicator' || (before.kind === 'cue' && RESTRICTING.has(before.cue))
}

const RESTRICTING = new Set(['only', 'except', 'including'])

/** "xuất khẩu … sang Nhật": a market that no list holds. */
function isBound(words: Words, mentions: readonly Mention[], at: number): boolean {
  const before = mentions[at - 1]
  const trades = mentions.some((m) => m.kind === 'indicator' && m.codes.some((c) => TRADE.has(c)))
  return trades && before?.kind === 'filler' && words.folded[before.to - 1]?.key === 'sang'
}

const TRADE = new Set(['exports', 'imports', 'trade'])

/** "không tính hàng tạm nhập": fillers stand between what leaves out and what is left out. */
function leadsOverFillers(mentions: readonly Mention[], at: number): boolean {
  const head = mentions.slice(0, at).findLast((m) => m.kind !== 'filler' || m.to - m.from > 1)
  return head?.kind === 'cue' && head.cue === 'except'
}

interface Run {
  readonly words: string[][]
  readonly spans: { from: number; to: number }[]
}

/**
 * Words and parts that belong to the restriction, with the fillers between them. Where no indicator is
 * named (`free`), any unknown word may begin one.
 */
function collect(words: Words, mentions: readonly Mention[], free: boolean): Run {
  const run: Run = { words: [], spans: [] }
  const sectors = sectorMentions(mentions)
  let open = false
  for (const [i, mention] of mentions.entries()) {
    const before = mentions[i - 1]
    const was = open
    const begins = free && mention.kind === 'word'
    const led = leads(before) || leadsOverFillers(mentions, i) || isBound(words, mentions, i)
    open = begins || goesOn(mention, led, mentions[i + 1], open) || sectors.has(mention)
    if (!open || mention.kind === 'mark') continue
    const apart = mention.kind === 'part' && before?.kind === 'mark' && before.mark === ','
    if (!was || apart) run.words.push([])
    for (let at = mention.from; at < mention.to; at++)
      run.words.at(-1)?.push(words.folded[at]?.key ?? '')
    run.spans.push({ from: mention.from, to: mention.to })
  }
  return run
}

/** Whether a mention begins or continues a restriction. */
function goesOn(mention: Mention, led: boolean, next: Mention | undefined, open: boolean): boolean {
  if (mention.kind === 'part' || mention.kind === 'country') return true
  if (mention.kind === 'word') return open || led
  if (mention.kind === 'filler') return open && joins(next)
  return open && mention.kind === 'mark' && mention.mark === ',' && next?.kind === 'part'
}

/** A filler inside a name of a part ("xe có động cơ") goes on to another word of it. */
function joins(next: Mention | undefined): boolean {
  return next?.kind === 'word' || next?.kind === 'part'
}

/**
 * Indicator mentions that name a sector and so are none: "khối có vốn FDI", "công nghiệp chế biến"
 * beside another indicator.
 */
export function sectorMentions(mentions: readonly Mention[]): Set<Mention> {
  const several = mentions.filter((m) => m.kind === 'indicator').length > 1
  return new Set(mentions.filter((_, i) => isSector(mentions, i, several)))
}

function isSector(mentions: readonly Mention[], at: number, several: boolean): boolean {
  const mention = mentions[at]
  if (mention?.kind !== 'indicator') return false
  const previous = mentions[at - 1]
  const next = mentions[at + 1]
  if (isLed(mentions, at) && mention.codes.some((code) => SECTOR_CODES.has(code))) return true
  if (several && isSharing(mention, next)) return true
  if (mention.codes.length === 1) return false
  // "cụm công nghiệp", "trung tâm thương mại" are no indicators; nor is "công nghiệp chế biến"
  // beside another one.
  return previous?.kind === 'word' || (next?.kind === 'part' && several)
}

/** Behind a restricting cue, with a filler and an unknown word of the same name between. */
function isLed(mentions: readonly Mention[], at: number): boolean {
  const before = mentions[at - 1]?.kind === 'filler' ? mentions[at - 2] : mentions[at - 1]
  // "không tính thủy điện": the unknown word between belongs to the same name.
  const head = before?.kind === 'word' ? mentions[at - 2] : before
  return head?.kind === 'cue' && RESTRICTING.has(head.cue)
}

/** "FDI chiếm mấy % xuất khẩu": the part whose share is asked. */
function isSharing(mention: Mention, next: Mention | undefined): boolean {
  const shares = next?.kind === 'cue' && next.cue === 'share'
  return shares && mention.kind === 'indicator' && mention.codes.includes('fdi')
}

const SECTOR_CODES = new Set(['fdi', 'investment', 'electricity_output', 'electricity_consumption'])

/**
 * The restriction said in a stretch of mentions. `free`: the stretch asks something without naming an
 * indicator, so its unknown words name a part.
 */
export function scopeOf(words: Words, mentions: readonly Mention[], free: boolean): ScopeAsked {
  const cues = new Set(mentions.flatMap((m) => (m.kind === 'cue' ? [m.cue] : [])))
  const narrow = mentions.find((m) => m.kind === 'indicator' && m.narrow !== null)
  const narrowText = narrow?.kind === 'indicator' ? (narrow.narrow ?? '') : ''
  const run = collect(words, mentions, free)
  const runs = narrowText === '' ? run.words : [...run.words, foldName(narrowText).split(' ')]
  const first = run.spans[0]
  const last = run.spans.at(-1)
  const typed =
    first && last && words.text.slice(words.exact[first.from]?.start, words.exact[last.to - 1]?.end)
  const firm = runs.length > 0 && !cues.has('including')
  return {
    words: runs.flat(),
    runs,
    loose: looseWords(words, mentions),
    text: typed || narrowText,
    except: cues.has('except') && runs.length > 0,
    firm,
    whole: cues.has('including') || (cues.has('whole') && runs.length === 0),
  }
}

/** Every word that may name a part; what is left out ("không tính hàng qua cửa khẩu") names none. */
function looseWords(words: Words, mentions: readonly Mention[]): string[] {
  const end = mentions.findIndex((m) => m.kind === 'cue' && m.cue === 'except')
  const kept = end < 0 ? mentions : mentions.slice(0, end)
  const own = kept.some((m, i) => namesOwnFirms(words, m, kept.slice(i + 1)))
  const said = kept
    .filter((m) => m.kind !== 'area' && m.kind !== 'period' && m.kind !== 'unit')
    .flatMap((m) => words.folded.slice(m.from, m.to).map((token) => token.key))
  return own ? [...said, ...OWN_FIRMS.split(' ')] : said
}

/** "doanh nghiệp (của tỉnh) Cao Bằng". */
function namesOwnFirms(words: Words, mention: Mention, after: readonly Mention[]): boolean {
  const firms = ['nghiep', 'dn'].includes(words.folded[mention.to - 1]?.key ?? '')
  return firms && after.find((m) => m.kind !== 'filler')?.kind === 'area'
}
