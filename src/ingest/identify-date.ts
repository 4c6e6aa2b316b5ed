/** Finds the dates that a page shows of itself: stamps under a headline, clocks above it. */
import { foldKey } from '../vietnamese/fold.ts'

export interface DateStamp {
  /** Offsets of the date in the text. */
  readonly start: number
  readonly end: number
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is given. */
  readonly date: string
  /** True when words say that it is the day of publication ("Cập nhật", "Ngày đăng"). */
  readonly labelled: boolean
}

const LABELS = [
  'cap nhat',
  'cap nhat luc',
  'cap nhat ngay',
  'ngay cap nhat',
  'ngay dang',
  'dang ngay',
  'dang luc',
  'ngay dang tin',
  'ngay xuat ban',
  'xuat ban',
  'published',
  'date',
  'ngay',
  'luc',
  'dang boi',
]
const WEEKDAYS = [
  'thu hai',
  'thu ba',
  'thu tu',
  'thu nam',
  'thu sau',
  'thu bay',
  'chu nhat',
  'thu 2',
  'thu 3',
  'thu 4',
  'thu 5',
  'thu 6',
  'thu 7',
  'cn',
]
/** Words of the share bar that stand on the line of the date. */
const NEIGHBOURS = [
  'print',
  'in',
  'goc',
  'gmt',
  'am',
  'pm',
  'sa',
  'ch',
  'theo doi',
  'chia se',
  'pv',
  'email',
  '7',
]

const DATES: readonly {
  readonly match: RegExp
  readonly order: readonly [number, number, number]
}[] = [
  { match: /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/g, order: [3, 2, 1] },
  { match: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, order: [1, 2, 3] },
  { match: /(?<!\d)(\d{4})-(\d{2})(?![-\d])/g, order: [1, 2, 0] },
  { match: /(?<!\d)(\d{1,2}) thang (\d{1,2}),?(?: nam)? (\d{4})(?!\d)/g, order: [3, 2, 1] },
]
const TIME = /(?<!\d)\d{1,2}\s?[:h]\s?\d{2}(?::\d{2})?(?!\d)/g
const LONGEST_STAMP = 120

function wordsPattern(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst})(?![\\p{L}\\p{N}])`, 'gu')
}
const LABEL = wordsPattern(LABELS)
const FURNITURE = wordsPattern([...LABELS, ...WEEKDAYS, ...NEIGHBOURS])

interface DateInLine {
  readonly start: number
  readonly end: number
  readonly date: string
}

function toDate(
  hit: RegExpExecArray,
  order: readonly [number, number, number],
): string | undefined {
  const [year, month, day] = order.map((i) => (i === 0 ? undefined : Number(hit[i])))
  if (year === undefined || month === undefined || year < 1995 || year > 2100) return undefined
  if (month < 1 || month > 12) return undefined
  const head = `${year}-${String(month).padStart(2, '0')}`
  if (day === undefined) return head
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day >= 1 && day <= last ? `${head}-${String(day).padStart(2, '0')}` : undefined
}

function findDates(key: string): DateInLine[] {
  const found: DateInLine[] = []
  for (const { match, order } of DATES) {
    for (const hit of key.matchAll(match)) {
      const date = toDate(hit, order)
      if (date !== undefined) found.push({ start: hit.index, end: hit.index + hit[0].length, date })
    }
  }
  return found
}

/** What is left of a line once dates, times, weekdays and labels are taken out. */
function remainder(key: string): string {
  let rest = key
  for (const { match } of DATES) rest = rest.replace(match, ' ')
  return rest
    .replace(TIME, ' ')
    .replace(FURNITURE, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const LEADING_STAMP = /^\s*date (\d{4})-(\d{2})(?:-(\d{2}))?(?=\s|$)/
const TRAILING_STAMP = /\((\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\)\s*$/

/**
 * The date a line shows of its page; undefined for a sentence that happens to hold a date.
 * `whole` tells that the line is nothing but the stamp (an author's name may stand beside it).
 */
export function readDateLine(line: string): (DateStamp & { readonly whole: boolean }) | undefined {
  const key = foldKey(line)
  const lead = LEADING_STAMP.exec(key)
  if (lead) {
    const [dated] = findDates(key.slice(0, lead[0].length))
    if (dated)
      return {
        start: 0,
        end: lead[0].length,
        date: dated.date,
        labelled: true,
        whole: lead[0].length === key.trimEnd().length,
      }
  }
  const trail = TRAILING_STAMP.exec(key)
  if (trail && key.length <= 2 * LONGEST_STAMP) {
    const [dated] = findDates(trail[0])
    if (dated)
      return {
        start: trail.index,
        end: trail.index + trail[0].trimEnd().length,
        date: dated.date,
        labelled: true,
        whole: false,
      }
  }
  if (key.length > LONGEST_STAMP) return undefined
  const [dated] = findDates(key)
  if (!dated) return undefined
  const rest = remainder(key)
  if (rest !== '' && (rest.split(' ').length > 4 || /\d/.test(rest))) return undefined
  LABEL.lastIndex = 0
  return { ...dated, labelled: LABEL.test(key.slice(0, dated.start)), whole: true }
}
