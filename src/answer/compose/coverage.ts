/** "Có số liệu gì về Trà Vinh?": which indicators and years the store holds. */
import { INDICATORS } from '../../catalogue/indicators.ts'
import type { CoverageRow } from '../../store/store.ts'
import type { Query } from '../query.ts'
import type { Part, Reply } from '../reply.ts'
import { areaPart, Draft, indicatorPart } from './draft.ts'

const MOST_AREAS = 12

/** What is held, from coverage rows of the areas or indicators asked about. */
export function composeCoverage(query: Query, rows: readonly CoverageRow[]): Reply {
  const draft = new Draft(query.question)
  const areas = query.asks.flatMap((ask) => ask.areas.map((a) => a.area))
  const [area] = areas
  if (rows.length === 0) {
    const about = area ? [' về ', areaPart(area, null, null)] : [' về nội dung này']
    draft.missing('Kho chưa có số liệu nào', ...about, '.')
    draft.line('answer', 'Kho chưa có số liệu nào', ...about, '.')
    return draft.done('no-data')
  }
  if (area) byIndicator(draft, area, rows)
  else byArea(draft, rows)
  return draft.done('answered')
}

function count(rows: readonly CoverageRow[]): Part {
  const total = rows.reduce((sum, row) => sum + row.figures, 0)
  return {
    kind: 'count',
    value: total,
    of: rows.map((r) => `${r.indicator}|${r.area}|${r.year}|${r.figures}`),
  }
}

function years(rows: readonly CoverageRow[]): Part {
  const known = [...new Set(rows.map((r) => r.year))]
    .filter((y): y is number => y !== null)
    .sort((a, b) => a - b)
  const unknown = rows.some((r) => r.year === null)
  const text = [...known.map(String), ...(unknown ? ['không rõ năm'] : [])].join(', ')
  return { kind: 'known', id: 'coverage-years', text }
}

function byIndicator(draft: Draft, area: string, rows: readonly CoverageRow[]): void {
  draft.line('answer', 'Về ', areaPart(area, null, null), ', kho có ', count(rows), ' số liệu:')
  for (const { id } of INDICATORS) {
    const own = rows.filter((r) => r.indicator === id)
    if (own.length === 0) continue
    draft.line(
      'answer',
      '• ',
      indicatorPart(id, null),
      ' (',
      years(own),
      '): ',
      count(own),
      ' số liệu',
    )
  }
  const best = rows
    .filter((r) => r.year !== null && r.indicator !== 'other' && r.indicator !== 'product_output')
    .slice(0, 2)
  for (const row of best) {
    draft.suggest(
      indicatorPart(row.indicator, null),
      ' của ',
      areaPart(area, null, null),
      ' năm ',
      { kind: 'known', id: 'coverage-years', text: String(row.year) },
      ' thế nào?',
    )
  }
}

function byArea(draft: Draft, rows: readonly CoverageRow[]): void {
  const groups = [...Map.groupBy(rows, (r) => r.area ?? '')].filter(([area]) => area !== '')
  const places: Part = { kind: 'count', value: groups.length, of: groups.map(([area]) => area) }
  draft.line('answer', 'Kho có ', count(rows), ' số liệu của ', places, ' địa phương:')
  const total = (list: readonly CoverageRow[]): number =>
    list.reduce((sum, r) => sum + r.figures, 0)
  const sorted = groups.sort(([a, x], [b, y]) => total(y) - total(x) || a.localeCompare(b))
  for (const [area, own] of sorted.slice(0, MOST_AREAS)) {
    draft.line(
      'answer',
      '• ',
      areaPart(area, null, null),
      ' (',
      years(own),
      '): ',
      count(own),
      ' số liệu',
    )
  }
}
