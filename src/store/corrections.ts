/** What operators change. It is kept by the words of the source and fits again after a new reading. */
import type { WarningCode } from '../model/figure.ts'
import { type CoverageKey, coverageKeys, readCoverageKey, recountCoverage } from './coverage.ts'
import type { Engine, Session } from './engine.ts'
import { boolean, text } from './row.ts'
import type { Plan } from './save.ts'
import { countChange, lockWriters } from './totals.ts'

/** Doubts about the printed value, which a correction settles. */
const SETTLED: readonly WarningCode[] = [
  'implausible-unit',
  'inconsistent-growth',
  'inconsistent-plan',
  'inconsistent-sum',
  'out-of-range',
  'repaired-number',
]

/** Puts the newest correction (in `chosen`, with the figure's id) into force. */
const APPLY = `
  UPDATE figures f SET
    correction_id = chosen.id,
    in_force = chosen.new_value IS NOT NULL,
    value = coalesce(chosen.new_value, f.value),
    value_number = coalesce(chosen.new_value, f.value)::numeric,
    value_high = CASE WHEN chosen.new_value IS NULL THEN f.value_high END,
    warnings = ARRAY(SELECT w FROM unnest(f.warnings) w WHERE w <> ALL($1::text[])),
    warning_details = (
      SELECT coalesce(jsonb_agg(d), '[]') FROM jsonb_array_elements(f.warning_details) d
      WHERE d->>'code' <> ALL($1::text[]))
  FROM chosen WHERE f.id = chosen.figure_id`

/** Applies earlier corrections to articles just saved; yields where figures were rejected. */
export async function applyCorrections(
  session: Session,
  plans: readonly Plan[],
): Promise<CoverageKey[]> {
  const articles = plans.map(({ id, address, hash }) => ({ id, address, hash }))
  const rows = await session.query(
    `WITH chosen AS (
       SELECT DISTINCT ON (f.id) f.id AS figure_id, c.id, c.new_value
       FROM json_to_recordset($2::json) AS n (id bigint, address text, hash text)
       JOIN corrections c ON c.address = n.address
         OR (c.content_hash = n.hash AND (c.address IS NULL OR n.address IS NULL))
       JOIN figures f ON f.article_id = n.id AND f.figure_key = c.figure_key
         AND (f.quote = c.quote OR f.printed_value = c.old_value)
       ORDER BY f.id, c.id DESC)
     ${APPLY}
     RETURNING f.in_force, f.indicator, coalesce(f.area, '') AS area, coalesce(f.year, 0) AS year`,
    [SETTLED, JSON.stringify(articles)],
    'apply-corrections',
  )
  return rows.filter((row) => !boolean(row, 'in_force')).map(readCoverageKey)
}

/**
 * Records a correction (`value` null: a rejection) of a figure in force and applies it; false when
 * there is no such figure. `figureId` is the bare number.
 */
export async function changeFigure(
  engine: Engine,
  figureId: string,
  change: {
    readonly value: string | null
    readonly why: string
    readonly by: string
    readonly at: string
  },
): Promise<boolean> {
  return engine.transaction(async (session) => {
    await lockWriters(session)
    const [row] = await session.query(
      `WITH noted AS (
         INSERT INTO corrections
           (address, content_hash, figure_key, quote, old_value, new_value, why, by_whom, at)
         SELECT a.address, a.content_hash, f.figure_key, f.quote, f.printed_value, $2, $3, $4, $5
         FROM figures f JOIN articles a ON a.id = f.article_id
         WHERE f.id = $1::bigint AND f.in_force
         RETURNING id::text)
       SELECT noted.id, f.article_id::text AS article FROM noted, figures f WHERE f.id = $1::bigint`,
      [figureId, change.value, change.why, change.by, change.at],
    )
    if (row === undefined) return false
    const counted = await coverageKeys(session, [text(row, 'article')])
    await session.query(
      `WITH chosen AS (
         SELECT $3::bigint AS figure_id, c.id, c.new_value FROM corrections c WHERE c.id = $2::bigint)
       ${APPLY}`,
      [SETTLED, text(row, 'id'), figureId],
    )
    if (change.value === null) await recountCoverage(session, counted)
    await countChange(session)
    return true
  })
}
