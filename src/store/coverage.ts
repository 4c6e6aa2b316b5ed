/** The summary of what is stored, kept in step with the figures so that asking for it costs nothing. */
import { monthsOf, yearOf } from '../model/period.ts'
import type { Row, Session } from './engine.ts'
import { number, numberOrNull, text, textOrNull } from './row.ts'
import type { Plan } from './save.ts'
import type { CoverageRow } from './store.ts'

/** Indicator, area and year as the table spells them: '' and 0 stand for null. */
export interface CoverageKey {
  readonly indicator: string
  readonly area: string
  readonly year: number
}

interface Count extends CoverageKey {
  figures: number
  latest_period: string
  latest_month: number
}

function nameOf(key: CoverageKey): string {
  return `${key.indicator}|${key.area}|${key.year}`
}

/** Where figures of these articles are counted. */
export async function coverageKeys(
  session: Session,
  articleIds: readonly string[],
): Promise<CoverageKey[]> {
  const rows = await session.query(
    `SELECT DISTINCT indicator, coalesce(area, '') AS area, coalesce(year, 0) AS year
     FROM figures WHERE article_id = ANY($1::bigint[]) AND in_force`,
    [articleIds],
  )
  return rows.map(readCoverageKey)
}

/** Reads the columns indicator, area and year, spelt as in the table. */
export function readCoverageKey(row: Row): CoverageKey {
  return {
    indicator: text(row, 'indicator'),
    area: text(row, 'area'),
    year: number(row, 'year'),
  }
}

/** Adds the figures of new articles, but for the keys that are recounted anyway. */
export async function addCoverage(
  session: Session,
  plans: readonly Plan[],
  except: readonly CoverageKey[],
): Promise<void> {
  const skip = new Set(except.map(nameOf))
  const counts = new Map<string, Count>()
  for (const figure of plans.flatMap((plan) => plan.input.figures)) {
    const { indicator, period } = figure
    const key = { indicator, area: figure.area ?? '', year: yearOf(period) ?? 0 }
    const name = nameOf(key)
    if (skip.has(name)) continue
    const month = monthsOf(period)?.last ?? 0
    const count = counts.get(name)
    if (count === undefined) {
      counts.set(name, { ...key, figures: 1, latest_period: period, latest_month: month })
      continue
    }
    count.figures += 1
    if (month > count.latest_month) {
      count.latest_month = month
      count.latest_period = period
    }
  }
  if (counts.size === 0) return
  await session.query(
    `INSERT INTO coverage AS c (indicator, area, year, figures, latest_period, latest_month)
     SELECT * FROM json_to_recordset($1::json) AS x (indicator text, area text, year integer,
       figures integer, latest_period text, latest_month integer)
     ON CONFLICT (indicator, area, year) DO UPDATE SET
       figures = c.figures + excluded.figures,
       latest_period = CASE WHEN excluded.latest_month > c.latest_month
         THEN excluded.latest_period ELSE c.latest_period END,
       latest_month = greatest(c.latest_month, excluded.latest_month)`,
    [JSON.stringify([...counts.values()])],
    'add-coverage',
  )
}

/** Counts anew where figures went out of force. */
export async function recountCoverage(
  session: Session,
  keys: readonly CoverageKey[],
): Promise<void> {
  if (keys.length === 0) return
  const parameter = [JSON.stringify(keys)]
  await session.query(
    `DELETE FROM coverage c
     USING json_to_recordset($1::json) AS k (indicator text, area text, year integer)
     WHERE (c.indicator, c.area, c.year) = (k.indicator, k.area, k.year)`,
    parameter,
  )
  await session.query(
    `INSERT INTO coverage (indicator, area, year, figures, latest_period, latest_month)
     SELECT k.indicator, k.area, k.year, n.figures, n.latest_period, n.latest_month
     FROM json_to_recordset($1::json) AS k (indicator text, area text, year integer)
     CROSS JOIN LATERAL (
       SELECT count(*)::integer AS figures,
         (array_agg(f.period ORDER BY f.last_month DESC NULLS LAST, f.first_month))[1] AS latest_period,
         coalesce(max(f.last_month), 0) AS latest_month
       FROM figures f
       WHERE f.in_force AND f.indicator = k.indicator
         AND f.area IS NOT DISTINCT FROM nullif(k.area, '')
         AND f.year IS NOT DISTINCT FROM nullif(k.year, 0)
     ) n
     WHERE n.figures > 0`,
    parameter,
  )
}

/** See `Store.coverage`; ordered by area, indicator, year. */
export async function findCoverage(
  session: Session,
  query: { readonly indicators?: readonly string[]; readonly areas?: readonly string[] },
): Promise<CoverageRow[]> {
  const rows = await session.query(
    `SELECT indicator, nullif(area, '') AS area, nullif(year, 0) AS year, figures, latest_period
     FROM coverage
     WHERE ($1::text[] IS NULL OR indicator = ANY($1)) AND ($2::text[] IS NULL OR area = ANY($2))
     ORDER BY coverage.area, indicator, coverage.year`,
    [query.indicators ?? null, query.areas ?? null],
  )
  return rows.map((row) => ({
    indicator: text(row, 'indicator'),
    area: textOrNull(row, 'area'),
    year: numberOrNull(row, 'year'),
    figures: number(row, 'figures'),
    latestPeriod: text(row, 'latest_period'),
  }))
}
