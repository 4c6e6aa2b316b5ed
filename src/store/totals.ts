/** The one row of counters, ids, and the queue of writers. */
import type { Session } from './engine.ts'
import { number, text } from './row.ts'

/** Makes writers of the same schema wait for each other until the transaction ends. */
export async function lockWriters(session: Session): Promise<void> {
  await session.query(
    "SELECT pg_advisory_xact_lock(hashtext('hoiso writers'), hashtext(current_schema()))",
  )
}

export interface IdCounts {
  readonly articles: number
  readonly figures: number
  readonly passages: number
}

/** Reserves runs of ids and yields the first of each. Only for who holds the writers' lock. */
export async function reserveIds(session: Session, counts: IdCounts): Promise<IdCounts> {
  const [row] = await session.query(
    `SELECT (SELECT min(nextval('article_ids')) FROM generate_series(1, $1))::float8 AS articles,
            (SELECT min(nextval('figure_ids')) FROM generate_series(1, $2))::float8 AS figures,
            (SELECT min(nextval('passage_ids')) FROM generate_series(1, $3))::float8 AS passages`,
    [counts.articles, counts.figures, counts.passages].map((count) => Math.max(count, 1)),
    'reserve-ids',
  )
  if (row === undefined) throw new Error('no ids')
  return {
    articles: number(row, 'articles'),
    figures: number(row, 'figures'),
    passages: number(row, 'passages'),
  }
}

/** Notes that what can be answered has changed. */
export async function countChange(session: Session): Promise<void> {
  await session.query('UPDATE totals SET data_version = data_version + 1', [], 'count-change')
}

/** See `Store.dataVersion`. */
export async function dataVersion(session: Session): Promise<string> {
  const [row] = await session.query(
    "SELECT store_id || '.' || data_version AS version FROM totals",
    [],
    'data-version',
  )
  if (row === undefined) throw new Error('no totals')
  return text(row, 'version')
}
