/** Finding figures: every query becomes a statement of a fixed shape, so that its plan is kept. */

import { SOURCE_KINDS } from '../model/article.ts'
import {
  BOUNDS,
  MEASURES,
  PRICE_BASES,
  STATUSES,
  WARNING_CODES,
  type WarningDetail,
} from '../model/figure.ts'
import { monthsOf } from '../model/period.ts'
import { foldName } from '../vietnamese/fold.ts'
import type { Row, Session, SqlParameter } from './engine.ts'
import { bareId } from './ids.ts'
import { json, listOf, number, oneOf, oneOfOrNull, text, textOrNull } from './row.ts'
import type { FigureQuery, StoredFigure } from './store.ts'

const MOST = 1000

const COLUMNS = `'f' || f.id AS id, 'a' || f.article_id AS article_id, f.indicator, f.area, f.borders,
  f.scope, f.period, f.measure, f.price_basis, f.value, f.value_high, f.unit, f.status, f.bound,
  f.quote, f.start_at, f.end_at, f.sentence, f.warnings, f.warning_details, a.publisher,
  a.published, a.title, a.url, a.source_kind, f.printed_value, c.new_value, c.why, c.by_whom, c.at`

const ORDERS = {
  // The sum keeps the planner from walking the primary key in search of the first matches.
  stored: 'f.id + 0',
  latest: 'f.last_month DESC NULLS LAST, f.id',
} as const

/** Collects parameters while a statement is written. */
class Parameters {
  readonly values: SqlParameter[] = []

  add(value: SqlParameter): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/** One value is compared by =, so that the order of an index can be used; several by ANY. */
function among(column: string, values: readonly string[], type: string, p: Parameters): string {
  const [only] = values
  return values.length === 1 && only !== undefined
    ? `${column} = ${p.add(only)}::${type}`
    : `${column} = ANY(${p.add(values)}::${type}[])`
}

function areaCondition(query: FigureQuery, p: Parameters): string | undefined {
  const named = query.areas?.filter((area) => area !== null)
  const parts: string[] = []
  if (named !== undefined && named.length > 0) parts.push(among('f.area', named, 'text', p))
  if (query.areas?.includes(null)) parts.push('f.area IS NULL')
  if (query.areaWithin !== undefined) parts.push(among('f.province', query.areaWithin, 'text', p))
  if (parts.length > 0) return `(${parts.join(' OR ')})`
  return query.areas === undefined ? undefined : 'false'
}

function periodConditions(query: FigureQuery, p: Parameters): string[] {
  const conditions: string[] = []
  if (query.periods !== undefined) {
    conditions.push(among('f.period', query.periods, 'text', p))
    const months = query.periods.map((period) => monthsOf(period)?.last)
    // The index is by last month; a period of unknown year has none.
    if (!months.includes(undefined)) {
      const known = [...new Set(months)].map(String)
      conditions.push(among('f.last_month', known, 'integer', p))
    }
  }
  if (query.years !== undefined) {
    conditions.push(
      `f.last_month >= ${p.add(query.years.from * 12)}::integer`,
      `f.first_month <= ${p.add(query.years.to * 12 + 11)}::integer`,
    )
  }
  return conditions
}

function scopeCondition(scope: NonNullable<FigureQuery['scope']>, p: Parameters): string {
  if (scope === 'whole') return 'f.scope IS NULL'
  if (scope === 'part') return 'f.scope IS NOT NULL'
  return among('f.scope_key', scope.map(foldName), 'text', p)
}

function sameOrNull(column: string, value: string | null, p: Parameters): string {
  return value === null ? `${column} IS NULL` : `${column} = ${p.add(value)}`
}

function pageCondition(order: keyof typeof ORDERS, after: string, p: Parameters): string {
  const last = `${p.add(bareId(after, 'f'))}::bigint`
  if (order === 'stored') return `f.id > ${last}`
  return `(coalesce(-f.last_month, 0), f.id) > (SELECT coalesce(-l.last_month, 0), l.id FROM figures l WHERE l.id = ${last})`
}

function conditions(query: FigureQuery, p: Parameters): string {
  const found: (string | undefined)[] = ['f.in_force']
  const { ids, articleIds } = query
  if (ids)
    found.push(
      among(
        'f.id',
        ids.map((id) => bareId(id, 'f')),
        'bigint',
        p,
      ),
    )
  if (articleIds) {
    found.push(
      among(
        'f.article_id',
        articleIds.map((id) => bareId(id, 'a')),
        'bigint',
        p,
      ),
    )
  }
  if (query.indicators) found.push(among('f.indicator', query.indicators, 'text', p))
  found.push(areaCondition(query, p), ...periodConditions(query, p))
  if (query.scope !== undefined) found.push(scopeCondition(query.scope, p))
  if (query.measures) found.push(among('f.measure', query.measures, 'text', p))
  if (query.statuses) found.push(among('f.status', query.statuses, 'text', p))
  if (query.borders !== undefined) found.push(sameOrNull('f.borders', query.borders, p))
  if (query.priceBasis !== undefined) found.push(sameOrNull('f.price_basis', query.priceBasis, p))
  if (query.after !== undefined) {
    found.push(pageCondition(query.order ?? 'stored', query.after, p))
  }
  return found.filter((condition) => condition !== undefined).join(' AND ')
}

function selectOf(query: FigureQuery, index: number, p: Parameters): string {
  const limit = Math.min(query.limit ?? MOST, MOST)
  const order = ORDERS[query.order ?? 'stored']
  return `(SELECT ${index} AS query, ${COLUMNS}
    FROM (SELECT f.* FROM figures f WHERE ${conditions(query, p)}
          ORDER BY ${order} LIMIT ${p.add(limit)}::integer) f
    JOIN articles a ON a.id = f.article_id
    LEFT JOIN corrections c ON c.id = f.correction_id
    ORDER BY ${order})`
}

/** See `Store.findFiguresMany`: one statement for all queries. */
export async function findFiguresMany(
  session: Session,
  queries: readonly FigureQuery[],
): Promise<StoredFigure[][]> {
  const found: StoredFigure[][] = queries.map(() => [])
  if (queries.length === 0) return found
  const p = new Parameters()
  const sql = queries.map((query, index) => selectOf(query, index, p)).join(' UNION ALL ')
  // An appended list comes in the order of its parts, each in its own order.
  for (const row of await session.query(sql, p.values, statementName(sql))) {
    found[number(row, 'query')]?.push(readFigure(row))
  }
  return found
}

/** Names of the shapes seen, so that each connection prepares a shape once. */
const NAMES = new Map<string, string>()
const MOST_NAMES = 500

function statementName(sql: string): string | undefined {
  const known = NAMES.get(sql)
  if (known !== undefined || NAMES.size >= MOST_NAMES) return known
  const name = `figures-${NAMES.size}`
  NAMES.set(sql, name)
  return name
}

function readFigure(row: Row): StoredFigure {
  const why = textOrNull(row, 'why')
  return {
    id: text(row, 'id'),
    articleId: text(row, 'article_id'),
    indicator: text(row, 'indicator'),
    area: textOrNull(row, 'area'),
    borders: oneOfOrNull(row, 'borders', ['old', 'new']),
    scope: textOrNull(row, 'scope'),
    period: text(row, 'period'),
    measure: oneOf(row, 'measure', MEASURES),
    priceBasis: oneOfOrNull(row, 'price_basis', PRICE_BASES),
    value: text(row, 'value'),
    valueHigh: textOrNull(row, 'value_high'),
    unit: text(row, 'unit'),
    status: oneOf(row, 'status', STATUSES),
    bound: oneOfOrNull(row, 'bound', BOUNDS),
    quote: text(row, 'quote'),
    start: number(row, 'start_at'),
    end: number(row, 'end_at'),
    sentence: text(row, 'sentence'),
    warnings: listOf(row, 'warnings', WARNING_CODES),
    warningDetails: json<WarningDetail[]>(row, 'warning_details'),
    publisher: textOrNull(row, 'publisher'),
    published: textOrNull(row, 'published'),
    title: textOrNull(row, 'title'),
    url: textOrNull(row, 'url'),
    sourceKind: oneOf(row, 'source_kind', SOURCE_KINDS),
    correction:
      why === null
        ? null
        : {
            oldValue: text(row, 'printed_value'),
            newValue: textOrNull(row, 'new_value'),
            why,
            by: text(row, 'by_whom'),
            at: text(row, 'at'),
          },
  }
}
