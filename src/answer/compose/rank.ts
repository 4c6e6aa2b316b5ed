/** "Tỉnh nào cao nhất?": who leads among the places the store knows, and how many those are. */
import { isDistrictArea } from '../../catalogue/areas.ts'
import { indicatorById } from '../../catalogue/indicators.ts'
import { monthsOf } from '../../model/period.ts'
import type { StoredFigure } from '../../store/store.ts'
import { inUnit, sameKind } from '../compute/amount.ts'
import { distinct, oneTerritory, RESULTS, statusesFor } from '../find/pick.ts'
import type { Query, RankAsked } from '../query.ts'
import { BULLET } from '../render.ts'
import type { Reply } from '../reply.ts'
import { areaPart, Draft, indicatorPart, periodPart } from './draft.ts'
import { addNotes, addSources } from './notes.ts'
import { figureClause, figureSentence, uniqueCites } from './statement.ts'

const FEWEST = 2
const MOST_BESIDE = 3

/** The answer to a question for the first or the last of many places. */
export function composeRank(query: Query, pool: readonly StoredFigure[]): Reply {
  const draft = new Draft(query.question)
  const rank = query.rank
  const field = rank ? fieldOf(query, rank, pool) : []
  const [first] = field
  const known = rank?.focus == null || field.some((f) => f.area === rank.focus)
  if (!rank || !first || field.length < FEWEST || !known) return nothingToRank(draft, query, first)
  const count = { kind: 'count', value: field.length, of: field.map((f) => f.id) } as const
  const where = rank.districts ? ' địa bàn cấp huyện' : ' địa phương'
  const shown = chosen(rank, field)
  if (rank.focus) sayPlace(draft, rank.focus, field)
  for (const figure of shown) {
    draft.answer(figure)
    if (rank.focus) continue
    draft.line(
      'answer',
      shown.length === 1 ? headline(rank) : BULLET,
      areaPart(figure.area ?? '', figure.borders, figure.period),
      ': ',
      indicatorPart(figure.indicator, figure.scope),
      ' ',
      periodPart(figure.period),
      ' ',
      ...figureClause(draft, figure, {
        query: null,
        aimed: figure.status === 'target',
        first: true,
      }),
      ...uniqueCites([draft.cite(figure)]),
      '.',
    )
  }
  draft.line(
    'care',
    'So trong ',
    count,
    `${where} mà kho có số liệu cùng kỳ; nơi khác chưa có số liệu.`,
  )
  sayBeside(draft, rank, field, shown)
  addNotes(draft, shown, [])
  addSources(draft)
  return draft.done('answered')
}

function headline(rank: RankAsked): string {
  return rank.direction === 'highest' ? 'Cao nhất – ' : 'Thấp nhất – '
}

/** One comparable figure for each place, best first. */
function fieldOf(query: Query, rank: RankAsked, pool: readonly StoredFigure[]): StoredFigure[] {
  const [ask] = query.asks
  const codes = ask?.indicators.flatMap((i) => i.codes) ?? []
  const demand = ask?.demands[0]
  const statuses = demand?.wish === 'target' ? statusesFor('target') : RESULTS
  for (const code of codes) {
    const index = indicatorById(code)?.nature === 'index'
    const growth = demand?.want === 'yoy' || index
    const usable = pool.filter(
      (f) =>
        f.indicator === code &&
        f.scope === null &&
        f.area !== null &&
        statuses.includes(f.status) &&
        f.measure === (growth ? 'yoy' : 'level') &&
        !f.warnings.includes('implausible-unit') &&
        isDistrictArea(f.area) === rank.districts,
    )
    const period = ask?.periods[0]?.period ?? fullestPeriod(usable)
    const field = ordered(usable.filter((f) => f.period === period))
    if (field.length >= FEWEST) return rank.direction === 'lowest' ? field.reverse() : field
  }
  return []
}

/** The latest period that is known of most places. */
function fullestPeriod(figures: readonly StoredFigure[]): string | undefined {
  const byPeriod = [...Map.groupBy(figures, (f) => f.period)].filter(([period]) => monthsOf(period))
  const areas = (list: readonly StoredFigure[]): number => new Set(list.map((f) => f.area)).size
  const sorted = byPeriod.sort(
    ([a, x], [b, y]) => areas(y) - areas(x) || (monthsOf(b)?.last ?? 0) - (monthsOf(a)?.last ?? 0),
  )
  return sorted[0]?.[0]
}

function ordered(figures: readonly StoredFigure[]): StoredFigure[] {
  const best = [...Map.groupBy(figures, (f) => f.area).values()].flatMap((list) => {
    const [first] = list
    const top = first ? distinct(oneTerritory(list, null, first.period))[0] : undefined
    return top ? [top] : []
  })
  const [lead] = best
  if (!lead) return []
  return best
    .filter((f) => sameKind(f.unit, lead.unit))
    .sort(
      (a, b) =>
        inUnit(b.value, b.unit, lead.unit).cmp(inUnit(a.value, a.unit, lead.unit)) ||
        (a.area ?? '').localeCompare(b.area ?? ''),
    )
}

function chosen(rank: RankAsked, field: readonly StoredFigure[]): StoredFigure[] {
  if (rank.focus) return field.filter((f) => f.area === rank.focus)
  const last = field.at(-1)
  const [first] = field
  if (rank.direction === 'both') return first && last ? [first, last] : []
  return field.slice(0, rank.count)
}

function sayPlace(draft: Draft, focus: string, field: readonly StoredFigure[]): void {
  const at = field.findIndex((f) => f.area === focus)
  const figure = field[at]
  if (!figure) return
  const place = {
    kind: 'count',
    value: at + 1,
    of: field.slice(0, at + 1).map((f) => f.id),
  } as const
  draft.line(
    'answer',
    areaPart(focus, figure.borders, figure.period),
    ' đứng thứ ',
    place,
    ' trong các địa phương kho có số liệu.',
  )
  draft.line('answer', ...figureSentence(draft, figure))
}

/** The next ones, as near things. */
function sayBeside(
  draft: Draft,
  rank: RankAsked,
  field: readonly StoredFigure[],
  shown: readonly StoredFigure[],
): void {
  if (rank.direction === 'both') return
  const next = field.filter((f) => !shown.includes(f)).slice(0, MOST_BESIDE)
  if (next.length === 0) return
  draft.line('related', rank.focus ? 'Dẫn đầu:' : 'Tiếp theo:')
  for (const figure of next) {
    const parts = figureSentence(draft, figure)
    draft.near(
      figure,
      parts.map((p) => (typeof p === 'string' ? { kind: 'text', text: p } : p)),
    )
    draft.line('related', BULLET, ...parts)
  }
}

function nothingToRank(draft: Draft, query: Query, only: StoredFigure | undefined): Reply {
  const [ask] = query.asks
  const code = ask?.indicators[0]?.codes[0]
  const period = ask?.periods[0]?.period
  const about = code ? [indicatorPart(code, null)] : ['nội dung này']
  const line = [
    'Chưa đủ số liệu để xếp hạng ',
    ...about,
    ...(period ? [' ', periodPart(period)] : []),
    ' giữa các địa phương.',
  ]
  draft.missing(...line)
  draft.line('answer', ...line)
  if (only) {
    const parts = figureSentence(draft, only)
    draft.near(
      only,
      parts.map((p) => (typeof p === 'string' ? { kind: 'text', text: p } : p)),
    )
    draft.line('related', 'Kho mới có: ', ...parts)
    addSources(draft)
  }
  return draft.done('no-data')
}
