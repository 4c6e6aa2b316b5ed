/** Finding, listing and forgetting articles. */
import { SOURCE_KINDS } from '../model/article.ts'
import { foldName } from '../vietnamese/fold.ts'
import { normaliseAddress } from './address.ts'
import { coverageKeys, recountCoverage } from './coverage.ts'
import type { Engine, Row, Session } from './engine.ts'
import { bareId } from './ids.ts'
import { boolean, number, oneOf, text, textOrNull } from './row.ts'
import type { ArticleQuery, StoredArticle } from './store.ts'
import { countChange, lockWriters } from './totals.ts'

/** What every look-up of articles selects (table `a`). */
export const ARTICLE_COLUMNS = `'a' || a.id AS id, a.url, a.publisher, a.published, a.title, a.area,
  a.area_evidence, a.source_kind, a.shipped, a.rules_version, 'a' || a.superseded_by AS superseded_by,
  to_char(a.stored_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS stored_at`

/** Reads `ARTICLE_COLUMNS`; `prefix` where they were selected under other names. */
export function readArticleHead(row: Row): Omit<StoredArticle, 'text'> {
  return {
    id: text(row, 'id'),
    url: textOrNull(row, 'url'),
    publisher: textOrNull(row, 'publisher'),
    published: textOrNull(row, 'published'),
    title: textOrNull(row, 'title'),
    area: textOrNull(row, 'area'),
    areaEvidence: textOrNull(row, 'area_evidence'),
    sourceKind: oneOf(row, 'source_kind', SOURCE_KINDS),
    shipped: boolean(row, 'shipped'),
    rulesVersion: text(row, 'rules_version'),
    storedAt: text(row, 'stored_at'),
    supersededBy: textOrNull(row, 'superseded_by'),
  }
}

/**
 * The article with this id (any version), address, or title; of several articles with the title none,
 * because which one is meant is anybody's guess.
 */
export async function findArticle(session: Session, ref: string): Promise<StoredArticle | null> {
  const rows = await session.query(
    `SELECT ${ARTICLE_COLUMNS}, a.text,
       CASE WHEN a.id = $1::bigint THEN 1 WHEN a.address = $2 THEN 2 ELSE 3 END AS certainty
     FROM articles a
     WHERE a.id = $1::bigint
       OR (a.superseded_by IS NULL AND (a.address = $2 OR a.title_key = $3))
     ORDER BY certainty LIMIT 2`,
    [bareId(ref, 'a'), normaliseAddress(ref), foldName(ref)],
    'find-article',
  )
  const [first, second] = rows
  if (first === undefined) return null
  const certainty = number(first, 'certainty')
  if (certainty === 3 && second !== undefined) return null
  return { ...readArticleHead(first), text: text(first, 'text') }
}

/** See `Store.listArticles`. */
export async function listArticles(
  session: Session,
  query: ArticleQuery,
): Promise<Omit<StoredArticle, 'text'>[]> {
  const rows = await session.query(
    `SELECT ${ARTICLE_COLUMNS} FROM articles a
     WHERE a.superseded_by IS NULL AND a.id > $1::bigint
       AND ($2::text[] IS NULL OR a.area = ANY($2))
       AND ($3::boolean IS NULL OR a.shipped = $3)
     ORDER BY a.id LIMIT $4::integer`,
    [bareId(query.after ?? '', 'a'), query.areas ?? null, query.shipped ?? null, query.limit],
  )
  return rows.map(readArticleHead)
}

/** See `Store.outdatedArticles`; by id. */
export async function outdatedArticles(
  session: Session,
  rulesVersion: string,
  limit: number,
): Promise<StoredArticle[]> {
  const rows = await session.query(
    `SELECT ${ARTICLE_COLUMNS}, a.text FROM articles a
     WHERE a.superseded_by IS NULL AND a.rules_version <> $1 AND a.text <> ''
     ORDER BY a.id LIMIT $2::integer`,
    [rulesVersion, limit],
  )
  return rows.map((row) => ({ ...readArticleHead(row), text: text(row, 'text') }))
}

/** Takes out an article with all its versions; `figures` counts those that were in force. */
export async function forgetArticle(
  engine: Engine,
  ref: string,
): Promise<{ articleId: string; figures: number } | null> {
  return engine.transaction(async (session) => {
    await lockWriters(session)
    const article = await findArticle(session, ref)
    if (article === null) return null
    const versions = await versionsOf(session, bareId(article.id, 'a'))
    const counted = await coverageKeys(session, versions)
    const [row] = await session.query(
      `SELECT count(*)::integer AS figures FROM figures
       WHERE article_id = ANY($1::bigint[]) AND in_force`,
      [versions],
    )
    await session.query(
      `UPDATE totals SET passages = passages -
         (SELECT count(*) FROM passages WHERE article_id = ANY($1::bigint[]))`,
      [versions],
    )
    await session.query('DELETE FROM articles WHERE id = ANY($1::bigint[])', [versions])
    await recountCoverage(session, counted)
    await countChange(session)
    return { articleId: article.id, figures: row === undefined ? 0 : number(row, 'figures') }
  })
}

/** Bare ids of all versions of the article that one version belongs to. */
async function versionsOf(session: Session, id: string): Promise<string[]> {
  const rows = await session.query(
    `WITH RECURSIVE newer AS (
       SELECT id, superseded_by FROM articles WHERE id = $1::bigint
       UNION SELECT a.id, a.superseded_by FROM articles a JOIN newer ON a.id = newer.superseded_by),
     versions AS (
       SELECT id FROM newer
       UNION SELECT a.id FROM articles a JOIN versions ON a.superseded_by = versions.id)
     SELECT id::text FROM versions`,
    [id],
  )
  return rows.map((row) => text(row, 'id'))
}
