/** What the searches must know of the whole store, made anew each time it has grown by half. */
import type { Engine } from './engine.ts'
import { boolean } from './row.ts'
import { lockWriters } from './totals.ts'

/** Passages looked at for the shares of terms. */
const SAMPLE = 3000

/**
 * Renews the shares of terms and the planner's statistics when the store has grown enough since the
 * last time; else costs one look-up. The work of a growing store stays linear in its size.
 */
export async function refreshStatistics(engine: Engine): Promise<void> {
  const [row] = await engine.query(
    'SELECT passages > passages_sampled * 1.5 + 20 AS stale FROM totals',
    [],
    'statistics-stale',
  )
  if (row === undefined || !boolean(row, 'stale')) return
  await engine.transaction(async (session) => {
    await lockWriters(session)
    await session.script(`
      DELETE FROM term_shares;
      CREATE TEMPORARY TABLE sampled ON COMMIT DROP AS
        SELECT p.terms FROM passages p, totals t
        WHERE p.id % greatest(1, t.passages / ${SAMPLE}) = 0;
      INSERT INTO term_shares (term, share)
        SELECT word, ndoc / (SELECT count(*)::float8 FROM sampled)
        FROM ts_stat('SELECT terms FROM sampled') WHERE ndoc > 1;
      UPDATE totals SET passages_sampled = passages,
        rare_share = 1 / (SELECT greatest(count(*), 1)::float8 FROM sampled);
    `)
  })
  await engine.script(
    'ANALYZE articles; ANALYZE figures; ANALYZE passages; ANALYZE passage_vectors',
  )
  await engine.query("SELECT gin_clean_pending_list('passages_terms')")
}
