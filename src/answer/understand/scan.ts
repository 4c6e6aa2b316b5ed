/** One walk over a question that says of every word what it belongs to. */
import { type AreaMention, findAreaMentionsFolded } from '../../catalogue/area-mentions.ts'
import { INDICATOR_ALIASES } from '../../catalogue/indicators.ts'
import type { PriceBasis } from '../../model/figure.ts'
import type { PhraseRule } from '../../vietnamese/engine.ts'
import { foldKey, foldName } from '../../vietnamese/fold.ts'
import { PRICE_BASES } from '../../vietnamese/lexicon/price-bases.ts'
import { KNOWN_PARTS, NARROW_ALIASES } from '../../vietnamese/lexicon/question-parts.ts'
import { FOREIGN_COUNTRIES } from '../../vietnamese/lexicon/question-topics.ts'
import {
  FILLER_PHRASES,
  FILLER_WORDS,
  NOT_PLACES,
  PLACE_LEADS,
} from '../../vietnamese/lexicon/question-words.ts'
import { CUES, type Cue } from '../../vietnamese/lexicon/questions.ts'
import { UNITS } from '../../vietnamese/lexicon/units.ts'
import { foldedKeyOfWord, keyOfWord } from '../../vietnamese/spelling.ts'
import { type PeriodFound, periodAt } from './periods.ts'
import { questionMatcher, type Words } from './words.ts'

/** A stretch of words (`from` inclusive, `to` exclusive) and what it is. */
export type Mention =
  | {
      readonly kind: 'area'
      readonly from: number
      readonly to: number
      readonly area: AreaMention
      /** Stands behind "Hải" of "Hải quan". */
      readonly afterCustoms: boolean
      /** Only says where another place lies ("nay thuộc Hải Phòng"). */
      readonly belongs: boolean
    }
  | {
      readonly kind: 'period'
      readonly from: number
      readonly to: number
      readonly period: PeriodFound
    }
  | {
      readonly kind: 'indicator'
      readonly from: number
      readonly to: number
      readonly codes: readonly string[]
      readonly alias: string
      /** Words of the part that the alias names ("đầu tư công"), else null. */
      readonly narrow: string | null
    }
  | { readonly kind: 'part'; readonly from: number; readonly to: number }
  | { readonly kind: 'cue'; readonly from: number; readonly to: number; readonly cue: Cue }
  | {
      readonly kind: 'unit'
      readonly from: number
      readonly to: number
      readonly unit: string
      /** Things are counted ("bao nhiêu quốc gia"), not an amount. */
      readonly counts: boolean
    }
  | {
      readonly kind: 'price'
      readonly from: number
      readonly to: number
      readonly basis: PriceBasis
    }
  | { readonly kind: 'country'; readonly from: number; readonly to: number }
  | { readonly kind: 'mark'; readonly from: number; readonly to: number; readonly mark: string }
  | { readonly kind: 'filler'; readonly from: number; readonly to: number }
  | { readonly kind: 'word'; readonly from: number; readonly to: number }

export type MentionOf<K extends Mention['kind']> = Extract<Mention, { kind: K }>

interface AliasRule extends PhraseRule {
  readonly codes: readonly string[]
  readonly narrow: string | null
}

const PLAIN = /^[^(){}|?]+$/
const INDICATORS = questionMatcher<AliasRule>([
  ...NARROW_ALIASES.map(({ alias, code, scope }) => ({
    ...phrase(alias),
    codes: [code],
    narrow: scope,
  })),
  ...INDICATOR_ALIASES.filter(({ alias }) => PLAIN.test(alias)).map(({ alias, ids }) => ({
    ...phrase(alias),
    codes: ids,
    narrow: null,
  })),
])
const CUE_MATCHER = questionMatcher(CUES)
const COUNTRIES = questionMatcher(FOREIGN_COUNTRIES.map(phrase))
const PRICES = questionMatcher(PRICE_BASES, { year: (token) => /^(?:19|20)\d{2}$/.test(token.key) })
const PARTS = questionMatcher(KNOWN_PARTS.map(phrase))
const EVERYDAY = questionMatcher(NOT_PLACES.map(phrase))
const SET_PHRASES = questionMatcher(FILLER_PHRASES.map(phrase))
/** "tỷ USD", "nghìn tỷ đồng", "triệu đô": a scale with or without what is counted. */
const UNIT_MATCHER = questionMatcher(unitRules())
const COUNT_MATCHER = questionMatcher(
  UNITS.filter((u) => u.kind === 'count').map((u) => ({
    id: u.unit,
    patterns: u.words.filter((word) => PLAIN.test(word)),
    examples: [],
  })),
)
const FILLER_LIST = FILLER_WORDS.flatMap((line) => line.split(' '))
/** Fillers as typed with diacritics, and without. */
const TYPED_FILLERS = new Set(FILLER_LIST.map(keyOfWord))
const FILLERS = new Set(FILLER_LIST.map(foldedKeyOfWord))

function phrase(words: string): PhraseRule {
  return { id: words, patterns: [words], examples: [] }
}

function unitRules(): PhraseRule[] {
  const scale = '(nghìn tỷ|ngàn tỷ|tỷ|triệu|nghìn|ngàn|tr)'
  const rules: PhraseRule[] = []
  for (const { unit, words, kind } of UNITS) {
    if (kind === 'percent' || kind === 'points' || kind === 'times' || kind === 'count') continue
    const plain = words.filter((word) => PLAIN.test(word) && !/[.$/]/.test(word) && word.length > 1)
    if (plain.length > 0)
      rules.push({ id: unit, patterns: [`${scale}? (${plain.join('|')})`], examples: [] })
  }
  rules.push({ id: 'USD', patterns: [`${scale} đô`], examples: [] })
  rules.push({ id: '', patterns: ['(nghìn tỷ|ngàn tỷ|tỷ|triệu)'], examples: [] })
  return rules
}

function longest(...hits: (Mention | undefined)[]): Mention | undefined {
  let best: Mention | undefined
  for (const hit of hits) if (hit && (!best || hit.to > best.to)) best = hit
  return best
}

/** The place whose name, or the prefix before it, starts at this word. */
function areaAt(words: Words, at: number, areas: readonly AreaMention[]): Mention | undefined {
  const start = words.exact[at]?.start ?? -1
  const area = areas.find((m) => m.start <= start && start <= m.end - m.name.length)
  if (!area || !looksLikePlace(words, at, area)) return undefined
  let to = at
  while ((words.exact[to]?.start ?? Number.POSITIVE_INFINITY) < area.end) to++
  const before = words.folded[at - 1]?.key
  return {
    kind: 'area',
    from: at,
    to,
    area,
    afterCustoms: before === 'hai',
    belongs: before === 'thuoc',
  }
}

/** A district without its prefix word is believed unless it is an everyday word ("văn bản"). */
function looksLikePlace(words: Words, at: number, area: AreaMention): boolean {
  if (area.kind !== 'district' || area.prefix !== null) return true
  const name = words.text.slice(area.start, area.end)
  if (isEveryday(words, at, name)) return false
  return words.bare[at] === true || name !== name.toLowerCase()
}

/** "văn bản", typed so, or without diacritics and without the capitals of a name. */
function isEveryday(words: Words, at: number, name: string): boolean {
  const hit = EVERYDAY.matchAt(words, at)
  if (!hit) return false
  const typed = words.exact.slice(hit.from, hit.to).map((token) => token.key)
  if (typed.join(' ') === hit.rule.id.split(' ').map(keyOfWord).join(' ')) return true
  const bare = words.bare.slice(hit.from, hit.to).every(Boolean)
  return bare && (name === name.toLowerCase() || name === name.toUpperCase())
}

/** A product or sector; a single word only when it was typed with its diacritics. */
function partAt(words: Words, at: number): Mention | undefined {
  const hit = PARTS.matchAt(words, at)
  if (!hit) return undefined
  const single = hit.to - hit.from === 1
  if (single && words.bare[at] && foldKey(hit.rule.id) !== hit.rule.id.toLowerCase())
    return undefined
  return { kind: 'part', from: hit.from, to: hit.to }
}

function restAt(words: Words, at: number): Mention {
  const token = words.folded[at]
  const span = { from: at, to: at + 1 }
  if (!token || token.kind === 'mark' || token.kind === 'break')
    return { kind: 'mark', ...span, mark: token?.key ?? '' }
  const known = words.bare[at]
    ? FILLERS.has(token.key)
    : TYPED_FILLERS.has(words.exact[at]?.key ?? '')
  return token.kind === 'number' || known ? { kind: 'filler', ...span } : { kind: 'word', ...span }
}

/** The unit as a figure would spell it ("tỷ USD"); a bare scale keeps only the scale ("tỷ"). */
function unitAt(words: Words, at: number): Mention | undefined {
  const hit = UNIT_MATCHER.matchAt(words, at)
  if (!hit) return undefined
  const first = words.folded[hit.from]?.key ?? ''
  const second = words.folded[hit.from + 1]?.key ?? ''
  const scale =
    /^(nghin|ngan)$/.test(first) && second === 'ti'
      ? 'nghìn tỷ'
      : ({ ti: 'tỷ', trieu: 'triệu', tr: 'triệu', nghin: 'nghìn', ngan: 'nghìn' }[first] ?? '')
  const unit = [scale, hit.rule.id].filter(Boolean).join(' ')
  return { kind: 'unit', from: hit.from, to: hit.to, unit, counts: false }
}

/** What is counted right after "bao nhiêu": "quốc gia", "dự án"; typed with its diacritics. */
function countAt(words: Words, at: number, before: Mention | undefined): Mention | undefined {
  if (before?.kind !== 'cue' || before.cue !== 'how-much') return undefined
  const hit = COUNT_MATCHER.matchAt(words, at)
  if (!hit || (words.bare[at] && hit.to - hit.from === 1)) return undefined
  return { kind: 'unit', from: hit.from, to: hit.to, unit: hit.rule.id, counts: true }
}

/** All mentions from left to right, the longest first; every word belongs to exactly one. */
export function scanQuestion(words: Words, now: Date): Mention[] {
  const areas = findAreaMentionsFolded(words.text)
  const found: Mention[] = []
  for (let at = 0; at < words.exact.length; ) {
    const indicator = INDICATORS.matchAt(words, at)
    const cue = CUE_MATCHER.matchAt(words, at)
    const country = COUNTRIES.matchAt(words, at)
    const period = periodAt(words, at, now)
    const phrased = SET_PHRASES.matchAt(words, at)
    const price = PRICES.matchAt(words, at)
    const hit =
      longest(
        countAt(words, at, found.at(-1)),
        areaAt(words, at, areas),
        country && { kind: 'country', from: at, to: country.to },
        period && { kind: 'period', from: at, to: period.to, period },
        indicator && {
          kind: 'indicator',
          from: at,
          to: indicator.to,
          codes: indicator.rule.codes,
          alias: indicator.rule.id,
          narrow: indicator.rule.narrow,
        },
        cue && { kind: 'cue', from: at, to: cue.to, cue: cue.rule.id },
        price && { kind: 'price', from: at, to: price.to, basis: price.rule.basis },
        partAt(words, at),
        unitAt(words, at),
        phrased && { kind: 'filler', from: at, to: phrased.to },
      ) ?? restAt(words, at)
    found.push(hit)
    at = hit.to
  }
  return withYearLists(
    words,
    found.map((mention, i) => withoutLead(words, mention, found[i + 1])),
  )
}

/** "quý I các năm 2024, 2025 và 2026": the bare years that follow mean the same part of theirs. */
function withYearLists(words: Words, mentions: readonly Mention[]): Mention[] {
  const done: Mention[] = []
  for (const mention of mentions) {
    const joint = done.at(-1)
    const before = done.at(-2)
    const listed =
      joint !== undefined && words.folded.slice(joint.from, joint.to).every((t) => LISTS.has(t.key))
    const part = before?.kind === 'period' && before.period.part !== null ? before.period : null
    const bare =
      mention.kind === 'period' && mention.period.kind === 'year' && isNumber(words, mention)
    if (bare && listed && part && mention.kind === 'period') {
      const { kind, last } = part
      done.push({ ...mention, period: { ...mention.period, kind, part: part.part, last } })
    } else done.push(mention)
  }
  return done
}

const LISTS = new Set([',', 'va', '-', ';'])

function isNumber(words: Words, { from, to }: Mention): boolean {
  return to - from === 1 && words.folded[from]?.kind === 'number'
}

const LEADS = new Set(PLACE_LEADS.map(foldName))

/** "vùng Vĩnh Phúc cũ": the word before the name restricts nothing. */
function withoutLead(words: Words, mention: Mention, next: Mention | undefined): Mention {
  if (next?.kind !== 'area' || (mention.kind !== 'word' && mention.kind !== 'cue')) return mention
  const { from, to } = mention
  const said = words.folded.slice(from, to).map((token) => token.key)
  return LEADS.has(said.join(' ')) ? { kind: 'filler', from, to } : mention
}
