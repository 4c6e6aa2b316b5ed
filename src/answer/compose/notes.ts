/** What a careful reader must know of the figures shown: notes, and the lines that say them. */
import { provinceNamed, provinceOfArea } from '../../catalogue/areas.ts'
import { MERGER_DAY as MERGER, PROVINCES_2025 } from '../../catalogue/gazetteer.ts'
import { monthsOf, yearOf } from '../../model/period.ts'
import type { StoredFigure } from '../../store/store.ts'
import { formatDate } from '../../vietnamese/format.ts'
import type { Computed } from '../compute.ts'
import { FIRST_NEW_MONTH, isRestated, mergedInto } from '../find/pick.ts'
import type { Part } from '../reply.ts'
import { areaPart, type Draft } from './draft.ts'

/** The day of the mergers as it is written. */
export const MERGER_DAY_TEXT = formatDate(MERGER)
const MERGER_DAY: Part = { kind: 'known', id: 'merger-day', text: MERGER_DAY_TEXT }

/** Adds the notes of the figures and computed values of an answer, with their lines. */
export function addNotes(
  draft: Draft,
  figures: readonly StoredFigure[],
  computed: readonly Computed[],
): void {
  const used = [...figures, ...computed.flatMap((c) => c.figures)]
  noteWarnings(draft, used)
  noteStatuses(draft, figures)
  notePriceBases(draft, used)
  noteTerritories(draft, used)
  for (const c of computed) {
    const index = draft.derive(c)
    const parts = ['Tính từ số liệu gốc: ', { kind: 'formula', index } as const, '.']
    draft.note('computed', parts, c.inputs)
    draft.line('care', 'Hỏi Số tự tính: ', { kind: 'formula', index }, '.')
    noteMembers(draft, c)
  }
  noteCorrections(draft, used)
}

/** A merged province added up from what were its members. */
function noteMembers(draft: Draft, { area, borders, figures, inputs }: Computed): void {
  if (area === null || borders !== 'new' || figures.some((f) => f.borders === 'new')) return
  const line = [
    'Theo địa giới mới của ',
    areaPart(area, 'new', null),
    ' (sau sắp xếp ngày ',
    MERGER_DAY,
    '), cộng số của các địa phương cũ.',
  ]
  draft.note('merged-province', line, inputs)
  draft.line('care', ...line)
}

const WARNING_LINES: Readonly<Record<string, string>> = {
  'implausible-unit':
    'Lưu ý: đơn vị in trong nguồn có vẻ sai; con số được giữ đúng như nguồn in, cần kiểm tra lại.',
  'out-of-range': 'Lưu ý: con số khác thường so với khoảng hay gặp, cần kiểm tra lại.',
  'inconsistent-growth': 'Lưu ý: mức tăng và giá trị in trong nguồn không khớp nhau.',
  'inconsistent-plan': 'Lưu ý: tỷ lệ kế hoạch và giá trị in trong nguồn không khớp nhau.',
  'inconsistent-sum': 'Lưu ý: các số thành phần và tổng in trong nguồn không khớp nhau.',
  'year-unknown': 'Lưu ý: nguồn không nêu năm, nên không rõ số liệu thuộc năm nào.',
  'repaired-number': 'Lưu ý: con số in lỗi trong nguồn đã được đọc lại theo ngữ cảnh.',
}

function noteWarnings(draft: Draft, figures: readonly StoredFigure[]): void {
  for (const [code, words] of Object.entries(WARNING_LINES)) {
    const marked = figures.filter(
      (f) =>
        f.warnings.some((w) => w === code) ||
        (code === 'year-unknown' && yearOf(f.period) === null),
    )
    if (marked.length === 0) continue
    draft.note(
      code,
      [words],
      marked.map((f) => f.id),
    )
    draft.line('care', words)
  }
}

function noteStatuses(draft: Draft, figures: readonly StoredFigure[]): void {
  const estimates = figures.filter((f) => f.status === 'estimate' || f.status === 'preliminary')
  if (estimates.length > 0)
    draft.note(
      'estimate',
      ['Số ước tính hoặc sơ bộ, có thể được điều chỉnh.'],
      estimates.map((f) => f.id),
    )
  const forecasts = figures.filter((f) => f.status === 'forecast')
  if (forecasts.length > 0) {
    draft.note(
      'estimate',
      ['Số dự báo, chưa phải kết quả.'],
      forecasts.map((f) => f.id),
    )
    draft.line('care', 'Đây là số dự kiến, chưa phải kết quả thực hiện.')
  }
  const targets = figures.filter((f) => f.status === 'target')
  if (targets.length > 0)
    draft.note(
      'target-not-result',
      ['Đây là mục tiêu, không phải kết quả.'],
      targets.map((f) => f.id),
    )
}

const BASES = { constant: 'giá so sánh', current: 'giá hiện hành' } as const

function notePriceBases(draft: Draft, figures: readonly StoredFigure[]): void {
  for (const basis of ['constant', 'current'] as const) {
    const based = figures.filter((f) => f.priceBasis === basis)
    if (based.length === 0) continue
    draft.note(
      'price-basis',
      [`Tính theo ${BASES[basis]}.`],
      based.map((f) => f.id),
    )
    draft.line('care', `Tính theo ${BASES[basis]}.`)
  }
}

function noteTerritories(draft: Draft, figures: readonly StoredFigure[]): void {
  const seen = new Set<string>()
  for (const figure of figures) {
    if (figure.area === null) continue
    const province = provinceOfArea(figure.area)
    const key = `${province}|${figure.borders}`
    if (seen.has(key)) continue
    seen.add(key)
    const line = territoryLine(figure, province)
    if (!line) continue
    const ids = figures
      .filter(
        (f) =>
          f.area !== null && provinceOfArea(f.area) === province && f.borders === figure.borders,
      )
      .map((f) => f.id)
    draft.note('merged-province', line, ids)
    draft.line('care', ...line)
  }
}

/** What the name means: a former province, the old or the new territory of a name that was kept. */
function territoryLine(figure: StoredFigure, province: string): (Part | string)[] | undefined {
  const successor = mergedInto(province)
  const own = areaPart(province, figure.borders, null)
  if (successor) {
    return [
      'Số liệu của ',
      own,
      ' cũ; từ ngày ',
      MERGER_DAY,
      ' địa phương này thuộc ',
      areaPart(successor, 'new', null),
      '.',
    ]
  }
  if (figure.borders === 'new') {
    const restated = isRestated(figure) ? ', dù kỳ số liệu trước ngày sắp xếp' : ''
    return [
      'Số liệu theo địa giới mới của ',
      own,
      ' (sau sắp xếp ngày ',
      MERGER_DAY,
      `)${restated}.`,
    ]
  }
  if (figure.borders === 'old')
    return ['Số liệu theo địa giới cũ của ', own, ' (trước ngày ', MERGER_DAY, ').']
  return undefined
}

/** "tỉnh " or "thành phố "; empty where the label says it. */
function typeOf(province: string): string {
  if (province === 'Hồ Chí Minh') return ''
  const type =
    provinceNamed(province)?.type ?? PROVINCES_2025.find((p) => p.name === province)?.type
  return type ? `${type} ` : ''
}

/** For a question about a province that no longer is: what became of it. */
export function noteGone(draft: Draft, area: string, period: string | null): void {
  const successor = mergedInto(provinceOfArea(area))
  const months = period === null ? undefined : monthsOf(period)
  if (!successor || !months || months.last < FIRST_NEW_MONTH) return
  const line = [
    'Từ ngày ',
    MERGER_DAY,
    ', ',
    areaPart(provinceOfArea(area), null, null),
    ` đã hợp nhất vào ${typeOf(successor)}`,
    areaPart(successor, 'new', null),
    '.',
  ]
  draft.note('merged-province', line)
  draft.line('care', ...line)
}

function noteCorrections(draft: Draft, figures: readonly StoredFigure[]): void {
  const corrected = figures.filter((f) => f.correction !== null)
  if (corrected.length === 0) return
  draft.note(
    'corrected',
    ['Số liệu đã được người quản trị hiệu chỉnh.'],
    corrected.map((f) => f.id),
  )
  draft.line('care', 'Số liệu đã được người quản trị hiệu chỉnh so với nguồn.')
}

/** The closing line with every source cited: publisher and date. */
export function addSources(draft: Draft): void {
  const seen = new Map<string, { parts: (Part | string)[]; numbers: number[] }>()
  for (const { n, articleId, published } of draft.citations) {
    const known = seen.get(articleId)
    if (known) {
      known.numbers.push(n)
      continue
    }
    const date: (Part | string)[] = published
      ? [', ', { kind: 'date', date: published }]
      : [', không rõ ngày đăng']
    seen.set(articleId, {
      parts: [{ kind: 'source', n, field: 'publisher' }, ...date],
      numbers: [n],
    })
  }
  if (seen.size === 0) return
  const items = [...seen.values()].map(({ parts, numbers }): (Part | string)[] => [
    ...numbers.map((n): Part => ({ kind: 'cite', n })),
    ' ',
    ...parts,
  ])
  draft.line(
    'source',
    'Nguồn: ',
    ...items.flatMap((item, i) => (i === 0 ? item : ['; ', ...item])),
    '.',
  )
}
