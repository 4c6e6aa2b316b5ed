/** Names people write (an alias of a province, an indicator's name) turned into a page of stored figures. */
import { areaByName } from './catalogue/areas.ts'
import { INDICATORS, indicatorById, indicatorsByName } from './catalogue/indicators.ts'
import type { FiguresPage, FiguresQuery } from './channels/app-port.ts'
import { AppError } from './model/errors.ts'
import { parsePeriod } from './model/period.ts'
import type { FigureQuery, Store } from './store/store.ts'
import { foldName } from './vietnamese/fold.ts'

const DEFAULT_PAGE = 100

/** Letters two folded names share in pairs, 0 to 1: enough to name the nearest of a few hundred. */
function likeness(a: string, b: string): number {
  const pairs = (text: string) => new Set(Array.from(text, (_, i) => text.slice(i, i + 2)))
  const left = pairs(a)
  const right = pairs(b)
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared += 1
  return (2 * shared) / (left.size + right.size)
}

function nearest(name: string, names: readonly string[]): string {
  const key = foldName(name)
  return [...names]
    .map((candidate) => ({ candidate, score: likeness(key, foldName(candidate)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
    .join(', ')
}

function areaOf(name: string): string {
  const area = areaByName(name)
  if (area !== undefined) return area
  throw new AppError(
    'call-wrong',
    `Không có tỉnh hay huyện nào tên “${name}”. Viết như: Hải Dương; Cẩm Giàng, Hải Dương; Việt Nam.`,
  )
}

function indicatorOf(name: string): readonly string[] {
  if (indicatorById(name)) return [name]
  const codes = indicatorsByName(name)
  if (codes.length > 0) return codes
  const known = INDICATORS.flatMap((indicator) => [indicator.id, indicator.name])
  throw new AppError(
    'call-wrong',
    `Không có chỉ tiêu “${name}”. Gần nhất: ${nearest(name, known)}.`,
  )
}

function periodOf(period: string): string {
  if (parsePeriod(period)) return period
  throw new AppError(
    'call-wrong',
    `“${period}” không phải là một kỳ. Viết như: 2023, 2024-H1, 2024-Q1, 2024-06, 2024-9M.`,
  )
}

/** The page of stored figures that the names ask for. Throws `call-wrong` that names the nearest. */
export async function figuresPage(store: Store, query: FiguresQuery): Promise<FiguresPage> {
  const limit = query.limit ?? DEFAULT_PAGE
  const wanted: FigureQuery = {
    ...(query.area === undefined ? {} : { areas: [areaOf(query.area)] }),
    ...(query.indicator === undefined ? {} : { indicators: indicatorOf(query.indicator) }),
    ...(query.period === undefined ? {} : { periods: [periodOf(query.period)] }),
    ...(query.measure === undefined ? {} : { measures: [query.measure] }),
    ...(query.status === undefined ? {} : { statuses: [query.status] }),
    ...(query.after === undefined ? {} : { after: query.after }),
    limit,
  }
  const figures = await store.findFigures(wanted)
  return { figures, next: figures.length < limit ? null : (figures.at(-1)?.id ?? null) }
}
