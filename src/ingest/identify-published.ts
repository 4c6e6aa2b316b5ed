/**
 * When an article was published. The record decides; a date on the page counts only when nothing in the
 * text speaks against it, because many pages show the day on which they were printed.
 */
import { foldKey } from '../vietnamese/fold.ts'
import type { Line } from './clean-lines.ts'
import { type DateStamp, readDateLine } from './identify-date.ts'

/** A year told as the time of what is reported. */
const YEAR = /(?<![\d.,])(19[89]\d|20\d{2})(?![\d.,]*\d)/g
/** Words before a year that make it a plan or a term instead. */
const PLANNED =
  /(?:den nam|den het nam|giai doan|nhiem ky|tam nhin|dinh huong|quy hoach|muc tieu|gia so sanh|gia co dinh|[-–] ?)(?: nam)? ?$/
const RANGE_AFTER = /^ ?[-–] ?(?:19|20)\d{2}/

/** A law ("12/2021/NĐ-CP") says nothing about the time of the article; "2050 tấn" is no year. */
const NO_YEAR_AFTER =
  /^(?:\/[a-z]| ?%| (?:tan|ty|ti|trieu|nghin|ngan|dong|nguoi|ha|km|ho|doanh|lao dong|usd|san pham|chiec|cai|m[23]|kwh|mw)(?![a-z]))/

/** The latest year the text speaks of as its own time; undefined when it names none. */
export function newestYear(text: string): number | undefined {
  const key = foldKey(text)
  let newest: number | undefined
  for (const hit of key.matchAll(YEAR)) {
    const before = key.slice(Math.max(0, hit.index - 24), hit.index)
    if (PLANNED.test(before) || RANGE_AFTER.test(key.slice(hit.index + 4, hit.index + 14))) continue
    if (NO_YEAR_AFTER.test(key.slice(hit.index + 4, hit.index + 20))) continue
    const year = Number(hit[1])
    if (newest === undefined || year > newest) newest = year
  }
  return newest
}

const URL_DATES: readonly { readonly match: RegExp; readonly century: string }[] = [
  { match: /(?<!\d)(20\d{2})(\d{2})(\d{2})\d{6}(?:\d{3})?(?!\d)/, century: '' },
  { match: /(?<!\d)\d{3}(\d{2})(\d{2})(\d{2})\d{9}(?!\d)/, century: '20' },
  { match: /\/(20\d{2})\/(\d{1,2})\/(\d{1,2})(?=\/)/, century: '' },
  { match: /\/(20\d{2})\/?(\d{2})(?=\/)/, century: '' },
]

/** The date that a news site wrote into an address; undefined when there is none. */
export function dateOfUrl(url: string): string | undefined {
  for (const { match, century } of URL_DATES) {
    const hit = match.exec(url)
    if (!hit) continue
    const [, year = '', month = '', day] = hit
    const parts = [century + year, month.padStart(2, '0'), day?.padStart(2, '0')]
    const isReal =
      Number(month) >= 1 && Number(month) <= 12 && Number(day ?? 1) >= 1 && Number(day ?? 1) <= 31
    if (isReal) return parts.filter((part) => part !== undefined).join('-')
  }
  return undefined
}

interface Candidate extends DateStamp {
  /** Above the headline and without a label: may be the day on which the page was printed. */
  readonly weak: boolean
}

function stampsIn(text: string, titleStart: number): Candidate[] {
  const found: Candidate[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const stamp = line.trim() === '' ? undefined : readDateLine(line)
    if (stamp) {
      const start = at + stamp.start
      found.push({
        ...stamp,
        start,
        end: at + stamp.end,
        weak: !stamp.labelled && start < titleStart,
      })
    }
    at += line.length + 1
  }
  return found
}

const NEAR_DAYS = 12

/** True when the prose names a day and month that lie just before the stamp. */
function namesDayNear(key: string, date: string): boolean {
  const printed = Date.parse(date)
  if (date.length < 10 || Number.isNaN(printed)) return false
  for (const hit of key.matchAll(/(?<![\d/.-])(\d{1,2})[/-](\d{1,2})(?![\d/-])/g)) {
    const day = Date.UTC(Number(date.slice(0, 4)), Number(hit[2]) - 1, Number(hit[1]))
    const days = (printed - day) / 86_400_000
    if (days >= 0 && days <= NEAR_DAYS) return true
  }
  return false
}

function isBelievable(stamp: Candidate, newest: number | undefined, prose: string): boolean {
  const year = Number(stamp.date.slice(0, 4))
  if (newest === undefined) return !stamp.weak || namesDayNear(foldKey(prose), stamp.date)
  return year - newest <= (stamp.labelled ? 2 : 1) && newest - year <= (stamp.labelled ? 5 : 1)
}

/** What the date is read from. */
export interface PublishedEvidence {
  readonly url: string | null
  readonly text: string
  /** The lines of the article itself; years are looked for in these. */
  readonly lines: readonly Line[]
  /** Offset of the headline, or of the first paragraph. */
  readonly titleStart: number
}

/**
 * `YYYY-MM[-DD]` from a stamp on the page or from the address, null when neither can be believed: a
 * stamp years after the newest year of the text is the day of printing, and so may be one above the
 * headline of a text that names no year.
 */
export function findPublished({ url, text, lines, titleStart }: PublishedEvidence): string | null {
  const prose = lines.map((line) => line.text).join('\n')
  const newest = newestYear(prose)
  const stamps = stampsIn(text, titleStart).filter((stamp) => isBelievable(stamp, newest, prose))
  const best = stamps.find((s) => s.labelled) ?? stamps.find((s) => !s.weak) ?? stamps[0]
  const ofUrl = url === null ? undefined : dateOfUrl(url)
  if (best && (ofUrl === undefined || best.date.startsWith(ofUrl) || best.labelled))
    return best.date
  if (ofUrl === undefined) return best?.date ?? null
  const year = Number(ofUrl.slice(0, 4))
  return newest === undefined || year - newest <= 2 ? ofUrl : null
}
