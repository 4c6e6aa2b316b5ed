/**
 * Periods as they are asked for: "6T/2021", "quý 1", "9 tháng đầu năm", "hết tháng 10/2010",
 * "từ 2020 đến 2024", "năm ngoái". Relative ones are read against the day of asking.
 */
import { formatPeriod, type PeriodKind } from '../../model/period.ts'
import { Reader } from './reader.ts'
import { spokenYear } from './spoken-year.ts'
import type { Words } from './words.ts'

/** A period in the question; `year` null when not said with it. */
export interface PeriodFound {
  readonly from: number
  readonly to: number
  readonly kind: PeriodKind
  readonly part: number | null
  readonly year: number | null
  /** Years to add to a year that is known from elsewhere ("năm trước đó" in a follow-up). */
  readonly step: number
  /** Last year, month or quarter of a range. */
  readonly last: number | null
  /** `base`: what is compared with; `basis`: what is computed from; `plan`: the plan's year. */
  readonly role: 'asked' | 'base' | 'basis' | 'latest'
}

type Draft = Omit<PeriodFound, 'role' | 'from'>

const QUARTER_TYPED = /^q([1-4])$/
const MONTH_TYPED = /^t(\d)$/
const JOIN = new Set(['/', '-', '.', 'nam'])
/** Words before a month that make it the months from January. */
const UNTIL = new Set(['het', 'den', 'toi', 'luy'])

interface YearFound {
  readonly to: number
  readonly year: number | null
  readonly step: number
}

/** "/2024", "năm 2024", "đầu năm 2024", "năm ngoái" after a month, quarter or number of months. */
function yearAfter(r: Reader, at: number, now: Date): YearFound {
  let i = at
  if (r.is(i, 'đầu') || r.is(i, 'cuối') || r.is(i, 'của') || r.is(i, 'trong')) i++
  if (r.is(i, 'các') && r.is(i + 1, 'năm')) i++
  const marked = JOIN.has(r.key(i)) && (r.key(i) !== 'nam' || r.is(i, 'năm'))
  const year = r.year(marked ? i + 1 : i)
  if (year !== undefined) return { to: (marked ? i + 1 : i) + 1, year, step: 0 }
  if (!r.is(i, 'năm')) return { to: at, year: null, step: 0 }
  const spoken = spokenYear(r, i + 1)
  if (spoken) return { ...spoken, step: 0 }
  return relativeYear(r, i + 1, now) ?? { to: i + 1, year: null, step: 0 }
}

/** "nay", "ngoái", "trước", "sau" after "năm". */
function relativeYear(r: Reader, at: number, now: Date): YearFound | undefined {
  const year = now.getUTCFullYear()
  if (r.is(at, 'nay') || r.is(at, 'này')) return { to: at + 1, year, step: 0 }
  if (r.is(at, 'ngoái')) return { to: at + 1, year: year - 1, step: 0 }
  if (r.is(at, 'kia')) return { to: at + 1, year: year - 2, step: 0 }
  const before = r.is(at, 'trước') || (r.is(at, 'liền') && r.is(at + 1, 'trước'))
  if (before || r.is(at, 'sau') || r.is(at, 'tới') || r.is(at, 'tiếp')) {
    let to = at + (r.is(at, 'liền') ? 2 : 1)
    if (r.is(to, 'đó') || r.is(to, 'theo')) to++
    return { to, year: null, step: before ? -1 : 1 }
  }
  return undefined
}

function months(r: Reader, at: number, now: Date): Draft | undefined {
  const count = r.count(at)
  if (!count || count.n < 1 || count.n > 12) return undefined
  const { n, to: i } = count
  const typed = r.key(i) === 't' && /^\d/.test(r.key(at))
  if (!typed && !r.is(i, 'tháng')) return undefined
  const late = n === 6 && r.is(i + 1, 'cuối')
  const { to, year, step } = yearAfter(r, i + 1, now)
  if (late) return { to, kind: 'half', part: 2, year, step, last: null }
  return { to, kind: 'months', part: n, year, step, last: null }
}

/** The number of a month and where it ends: "tháng 9", "T9", "T12", "9/2024", "5/9/2024". */
function monthNumber(r: Reader, at: number): { n: number; to: number } | undefined {
  const short = MONTH_TYPED.exec(r.key(at))
  if (short) return { n: Number(short[1]), to: at + 1 }
  if (r.key(at) === 't') return r.count(at + 1)
  if (r.is(at, 'tháng') && r.is(at + 1, 'giêng')) return { n: 1, to: at + 2 }
  if (r.is(at, 'tháng') && r.is(at + 1, 'chạp')) return { n: 12, to: at + 2 }
  if (r.is(at, 'tháng')) return r.count(at + 1)
  const slashed = (i: number): boolean => /^\d{1,2}$/.test(r.key(i)) && r.key(i + 1) === '/'
  if (!slashed(at) || r.key(at - 1) === '/') return undefined
  if (r.year(at + 2) !== undefined) return { n: Number(r.key(at)), to: at + 1 }
  const dated = slashed(at + 2) && r.year(at + 4) !== undefined
  return dated ? { n: Number(r.key(at + 2)), to: at + 3 } : undefined
}

function month(r: Reader, at: number, now: Date): Draft | undefined {
  const next = r.is(at, 'tháng') ? stepAfter(r, at + 1) : undefined
  if (next)
    return { to: next.to, kind: 'month', part: null, year: null, step: next.step, last: null }
  if (r.is(at, 'tháng') && (r.is(at + 1, 'trước') || r.is(at + 1, 'này'))) {
    return monthByNow(r, at, now)
  }
  const kind = r.key(at) === 'thang' && UNTIL.has(r.key(at - 1)) ? 'months' : 'month'
  const joined = r.is(at, 'tháng') ? /^(\d{1,2})\.(\d{4})$/.exec(r.key(at + 1)) : null
  if (joined) {
    const [, part, year] = joined
    return { to: at + 2, kind, part: Number(part), year: Number(year), step: 0, last: null }
  }
  const number = monthNumber(r, at)
  if (!number || number.n < 1 || number.n > 12) return undefined
  const { to, year, step } = yearAfter(r, number.to, now)
  return { to, kind, part: number.n, year, step, last: null }
}

function monthByNow(r: Reader, at: number, now: Date): Draft {
  const back = r.is(at + 1, 'trước') ? 1 : 0
  const index = now.getUTCFullYear() * 12 + now.getUTCMonth() - back
  const year = Math.floor(index / 12)
  return { to: at + 2, kind: 'month', part: (index % 12) + 1, year, step: 0, last: null }
}

function quarter(r: Reader, at: number, now: Date): Draft | undefined {
  const typed = QUARTER_TYPED.exec(r.key(at))
  if (!typed && !r.is(at, 'quý')) return undefined
  const next = typed ? undefined : stepAfter(r, at + 1)
  if (next)
    return { to: next.to, kind: 'quarter', part: null, year: null, step: next.step, last: null }
  if (!typed && (r.is(at + 1, 'trước') || r.is(at + 1, 'này'))) {
    const back = r.is(at + 1, 'trước') ? 1 : 0
    const index = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3) - back
    const year = Math.floor(index / 4)
    return { to: at + 2, kind: 'quarter', part: (index % 4) + 1, year, step: 0, last: null }
  }
  const part = typed ? Number(typed[1]) : r.is(at + 1, 'đầu') ? 1 : r.count(at + 1)?.n
  if (part === undefined || part < 1 || part > 4) return undefined
  const { to, year, step } = yearAfter(r, at + (typed ? 1 : 2), now)
  return { to, kind: 'quarter', part, year, step, last: null }
}

/** "sau", "tiếp theo", "trước đó", "liền trước" behind "quý" or "tháng": told from the one before. */
function stepAfter(r: Reader, at: number): { to: number; step: number } | undefined {
  if (r.is(at, 'trước') && r.is(at + 1, 'đó')) return { to: at + 2, step: -1 }
  if (r.is(at, 'liền') && r.is(at + 1, 'trước')) return { to: at + 2, step: -1 }
  if (r.is(at, 'liền') && r.is(at + 1, 'sau')) return { to: at + 2, step: 1 }
  if (r.is(at, 'tiếp')) return { to: r.is(at + 1, 'theo') ? at + 2 : at + 1, step: 1 }
  if (r.is(at, 'kế')) return { to: r.is(at + 1, 'tiếp') ? at + 2 : at + 1, step: 1 }
  return r.is(at, 'sau') ? { to: r.is(at + 1, 'đó') ? at + 2 : at + 1, step: 1 } : undefined
}

function half(r: Reader, at: number, now: Date): Draft | undefined {
  if (!r.is(at, 'nửa')) return undefined
  const swapped = r.is(at + 1, 'năm') && (r.is(at + 2, 'đầu') || r.is(at + 2, 'cuối'))
  const i = swapped ? at + 2 : at + 1
  if (!r.is(i, 'đầu') && !r.is(i, 'cuối') && !r.is(i, 'sau')) return undefined
  const { to, year, step } = yearAfter(r, i + 1, now)
  return { to, kind: 'half', part: r.is(i, 'đầu') ? 1 : 2, year, step, last: null }
}

function years(r: Reader, at: number): Draft | undefined {
  let i = at
  const lead = r.is(i, 'từ') || (r.is(i, 'giai') && r.is(i + 1, 'đoạn'))
  if (lead) i += r.is(i, 'từ') ? 1 : 2
  if (r.is(i, 'năm')) i++
  const first = r.year(i)
  if (first === undefined) return undefined
  let j = i + 1
  if (!['den', 'toi', '-', '–'].includes(r.key(j))) return undefined
  j++
  if (r.is(j, 'năm')) j++
  const last = r.year(j)
  if (last === undefined || last <= first) return undefined
  return { to: j + 1, kind: 'years', part: last, year: first, step: 0, last }
}

/** "từ tháng 7 đến tháng 9 năm 2025", "quý I đến quý III/2024": the single months or quarters. */
function span(r: Reader, at: number, now: Date): Draft | undefined {
  const from = r.is(at, 'từ') ? at + 1 : at
  for (const [word, kind, most] of [
    ['tháng', 'month', 12],
    ['quý', 'quarter', 4],
  ] as const) {
    if (!r.is(from, word)) continue
    const first = r.count(from + 1)
    if (!first || !(r.is(first.to, 'đến') || r.is(first.to, 'tới') || r.key(first.to) === '-'))
      continue
    const last = r.count(r.is(first.to + 1, word) ? first.to + 2 : first.to + 1)
    if (!last || last.n <= first.n || last.n > most) continue
    const { to, year, step } = yearAfter(r, last.to, now)
    return { to, kind, part: first.n, year, step, last: last.n }
  }
  return undefined
}

function year(r: Reader, at: number, now: Date): Draft | undefined {
  const none = { kind: 'year', part: null, last: null } as const
  let i = at
  if (r.is(i, 'cả')) i++
  const said = r.is(i, 'năm')
  const number = r.year(said ? i + 1 : i)
  if (number !== undefined && (said || i === at || i === at + 1))
    return { ...none, to: (said ? i + 1 : i) + 1, year: number, step: 0 }
  if (!said) return undefined
  const relative = relativeYear(r, i + 1, now)
  if (relative) return { ...none, ...relative }
  return i > at ? { ...none, to: i + 1, year: null, step: 0 } : undefined
}

/** "mới nhất", "gần đây", "hiện nay", "đến nay". */
function latest(r: Reader, at: number): Draft | undefined {
  const pairs = [
    ['mới', 'nhất'],
    ['gần', 'nhất'],
    ['gần', 'đây'],
    ['hiện', 'nay'],
    ['hiện', 'tại'],
    ['đến', 'nay'],
    ['lâu', 'nay'],
  ] as const
  const hit = pairs.some(([a, b]) => r.is(at, a) && r.is(at + 1, b))
  return hit ? { to: at + 2, kind: 'year', part: null, year: null, step: 0, last: null } : undefined
}

const BASE_BEFORE = ['so với', 'so', 'mấy lần', 'nhiêu lần', 'gấp lần'].map((words) =>
  words.split(' '),
)
const BASIS_BEFORE = ['từ', 'từ kết quả', 'từ chỉ tiêu', 'từ mục tiêu', 'từ số liệu'].map((words) =>
  words.split(' '),
)
const COMPUTING = ['tính', 'suy', 'dựa']

function precededBy(r: Reader, at: number, phrases: readonly (readonly string[])[]): boolean {
  return phrases.some((phrase) => phrase.every((word, i) => r.is(at - phrase.length + i, word)))
}

function roleAt(r: Reader, at: number): PeriodFound['role'] {
  if (precededBy(r, at, BASE_BEFORE)) return 'base'
  const computes = COMPUTING.some((verb) => [2, 3, 4, 5].some((back) => r.is(at - back, verb)))
  return computes && precededBy(r, at, BASIS_BEFORE) ? 'basis' : 'asked'
}

/** The period that starts at word `at`, if any. `now` carries Vietnamese wall time as UTC. */
export function periodAt(words: Words, at: number, now: Date): PeriodFound | undefined {
  const r = new Reader(words)
  const late = latest(r, at)
  if (late) return { ...late, from: at, role: 'latest' }
  const draft =
    years(r, at) ??
    span(r, at, now) ??
    months(r, at, now) ??
    month(r, at, now) ??
    quarter(r, at, now) ??
    half(r, at, now) ??
    year(r, at, now)
  return draft ? { ...draft, from: at, role: roleAt(r, at) } : undefined
}

/** The canonical period of a finding once its year is known (null: `XXXX`). */
export function periodOf(found: PeriodFound, year: number | null): string {
  return formatPeriod({ kind: found.kind, year, part: found.part })
}
