/** "Nói chung tình hình tỉnh X năm Y": the main figures of one place and period. */
import { INDICATORS } from '../../catalogue/indicators.ts'
import { monthsOf } from '../../model/period.ts'
import type { StoredFigure } from '../../store/store.ts'
import { distinct, oneTerritory, RESULTS, select } from '../find/pick.ts'
import type { AreaAsked, Query } from '../query.ts'
import type { Reply } from '../reply.ts'
import { areaPart, Draft, periodPart } from './draft.ts'
import { addNotes, addSources } from './notes.ts'
import { statementParts } from './statement.ts'

const MOST_LINES = 9
const INDUSTRY = new Set([
  'industrial_output',
  'iip',
  'industrial_value_added',
  'electricity_output',
  'product_output',
])

/** The main figures, whole only; undefined when the store holds none of the place. */
export function composeOverview(query: Query, pool: readonly StoredFigure[]): Reply | undefined {
  const draft = new Draft(query.question)
  const [ask] = query.asks
  const area = ask?.areas[0]
  if (!ask || !area) return undefined
  const own = select(pool, { areas: area.others ?? [area.area], scope: null })
  const wanted = ask.indicators.length > 0 ? own.filter((f) => INDUSTRY.has(f.indicator)) : own
  const period = ask.periods[0]?.yearSaid ? ask.periods[0].period : latestOf(wanted)
  if (period === undefined) return undefined
  const shown = say(draft, area, period, wanted)
  if (shown.length === 0) return undefined
  if (!ask.periods[0]?.yearSaid)
    draft.note('default-taken', ['Lấy kỳ mới nhất đang có: ', periodPart(period), '.'])
  addNotes(draft, shown, [])
  addSources(draft)
  draft.suggest('Có số liệu gì về ', areaPart(area.area, area.borders, period), '?')
  return draft.done('answered')
}

/** The latest period with results; the fullest of those that end together. */
function latestOf(figures: readonly StoredFigure[]): string | undefined {
  const results = figures.filter((f) => RESULTS.includes(f.status))
  const groups = [...Map.groupBy(results, (f) => f.period)]
  const end = (period: string): number => monthsOf(period)?.last ?? -1
  return groups.sort(([a, x], [b, y]) => end(b) - end(a) || y.length - x.length)[0]?.[0]
}

function say(
  draft: Draft,
  area: AreaAsked,
  period: string,
  pool: readonly StoredFigure[],
): StoredFigure[] {
  const shown: StoredFigure[] = []
  for (const { id } of INDICATORS) {
    if (id === 'other' || shown.length >= MOST_LINES * 2) continue
    const now = oneTerritory(
      pool.filter((f) => f.indicator === id && f.period === period),
      area.borders,
      period,
    )
    const results = distinct(now.filter((f) => RESULTS.includes(f.status)))
    const figures = (['level', 'yoy', 'plan', 'over_plan'] as const).flatMap(
      (m) => results.find((f) => f.measure === m) ?? [],
    )
    const [first] = figures
    if (!first) continue
    draft.line(
      'answer',
      '• ',
      ...statementParts(
        draft,
        {
          indicator: id,
          area: first.area ?? '',
          borders: first.borders,
          scope: null,
          period,
          aimed: false,
          figures,
          derived: [],
        },
        null,
      ),
    )
    for (const figure of figures) draft.answer(figure)
    shown.push(...figures)
  }
  return shown
}
