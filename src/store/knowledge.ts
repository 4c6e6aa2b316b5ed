/** What the audit of new articles asks of the store: slim rows, one statement a question for a whole batch. */
import { BOUNDS, MEASURES, PRICE_BASES, STATUSES, WARNING_CODES } from '../model/figure.ts'
import { monthsOf } from '../model/period.ts'
import { normaliseAddress } from './address.ts'
import type { Session } from './engine.ts'
import { json, listOf, oneOf, oneOfOrNull, text, textOrNull } from './row.ts'
import type { KnowledgeQuery, KnownValue, SeriesSizes, StoredKnowledge } from './store.ts'

/** So many of the latest levels say how large a series is. */
const LATEST = 200
/** So many values of one place and period are read at most. */
const MOST_SAME = 200

/** $1, $2 indicators and areas, side by side · $3 addresses of articles that are left out */
const SIZES = `
  SELECT k.indicator, k.area, s.sizes
  FROM unnest($1::text[], $2::text[]) AS k (indicator, area)
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('borders', borders, 'unit', unit, 'year', year,
      'size', size, 'low', low, 'high', high) ORDER BY first_id) AS sizes
    FROM (
      SELECT borders, unit, year, min(id) AS first_id, min(yearly)::text AS low,
        max(yearly)::text AS high, (array_agg(yearly ORDER BY id))[1]::text AS size
      FROM (
        SELECT f.id, f.borders, f.unit, f.year, abs(f.value_number) * 12 /
          CASE WHEN f.indicator = 'electrified_households' THEN 12
            ELSE least(12, f.last_month - f.first_month + 1) END AS yearly
        FROM figures f
        WHERE f.in_force AND f.indicator = k.indicator AND f.area = k.area
          AND f.measure = 'level' AND f.scope IS NULL AND f.status <> 'target' AND f.unit <> '%'
          AND f.last_month IS NOT NULL AND f.value_number <> 0
          AND NOT f.warnings && '{implausible-unit,out-of-range}'
          AND f.article_id <> ALL (ARRAY(
            SELECT a.id FROM articles a WHERE a.superseded_by IS NULL AND a.address = ANY($3::text[])))
        ORDER BY f.last_month DESC NULLS LAST LIMIT ${LATEST}) latest
      GROUP BY borders, unit, year) years) s
  WHERE s.sizes IS NOT NULL`

/** $1–$4 indicators, areas, periods and their last months, side by side */
const SAME = `
  SELECT f.indicator, f.area, f.borders, f.scope, f.period, f.measure, f.price_basis, f.value,
    f.value_high, f.unit, f.status, f.bound, f.warnings, a.publisher, a.published, a.url
  FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[])
    AS k (indicator, area, period, last_month)
  CROSS JOIN LATERAL (
    SELECT f.* FROM figures f
    WHERE f.in_force AND f.indicator = k.indicator AND f.area = k.area
      AND f.last_month = k.last_month AND f.period = k.period
    ORDER BY f.id + 0 LIMIT ${MOST_SAME}) f
  JOIN articles a ON a.id = f.article_id
  ORDER BY f.id`

/** See `Store.whatIsKnown`. */
export async function whatIsKnown(
  session: Session,
  query: KnowledgeQuery,
): Promise<StoredKnowledge> {
  return { sizes: await findSizes(session, query), values: await findValues(session, query) }
}

async function findSizes(
  session: Session,
  { series, exceptUrls }: KnowledgeQuery,
): Promise<SeriesSizes[]> {
  if (series.length === 0) return []
  const rows = await session.query(
    SIZES,
    [
      series.map(({ indicator }) => indicator),
      series.map(({ area }) => area),
      exceptUrls.map(normaliseAddress),
    ],
    'known-sizes',
  )
  return rows.map((row) => ({
    indicator: text(row, 'indicator'),
    area: text(row, 'area'),
    sizes: json<SeriesSizes['sizes']>(row, 'sizes'),
  }))
}

async function findValues(session: Session, { cells }: KnowledgeQuery): Promise<KnownValue[]> {
  const dated = cells.flatMap((cell) => {
    const last = monthsOf(cell.period)?.last
    return last === undefined ? [] : [{ ...cell, last }]
  })
  if (dated.length === 0) return []
  const rows = await session.query(
    SAME,
    [
      dated.map(({ indicator }) => indicator),
      dated.map(({ area }) => area),
      dated.map(({ period }) => period),
      dated.map(({ last }) => last),
    ],
    'known-values',
  )
  return rows.map((row) => ({
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
    warnings: listOf(row, 'warnings', WARNING_CODES),
    publisher: textOrNull(row, 'publisher'),
    published: textOrNull(row, 'published'),
    url: textOrNull(row, 'url'),
  }))
}
