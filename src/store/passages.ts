/**
 * Hybrid search of passages in one statement: words weighted by their rarity, and vectors, fused by
 * reciprocal ranks. Terms that most passages hold are left out: they cost the most and tell the least.
 */
import { ARTICLE_COLUMNS, readArticleHead } from './articles.ts'
import type { Row, Session, SqlParameter } from './engine.ts'
import { bareId } from './ids.ts'
import { vectorText } from './insert.ts'
import { number, numberOrNull, text } from './row.ts'
import type { PassageHit, PassageQuery } from './store.ts'
import { anyOf, areaTerm, queryTerms, yearTerms } from './terms.ts'

/** How many candidates each of the two searches hands to the fusion. */
const CANDIDATES = 50
/** Postings that a lexical search may visit; bounds its time however many passages are stored. */
const POSTINGS = 8000
/** Up to so many passages left by the filters, their vectors are compared one by one; beyond, by the index. */
const EXACT_UP_TO = 3000
/** The usual constant of reciprocal rank fusion. */
const RANK_OFFSET = 60

/**
 * $1–$3 terms of the query: bare, as tsquery, boost · $4 filter as tsquery or null · $5, $6 terms of
 * the filter: areas, years · $7 bare article ids or null
 */
const LEXICAL = `
  WITH narrow AS (
    SELECT t.passages * CASE WHEN $4::text IS NULL THEN 1.0 ELSE
        least(1, (SELECT coalesce(sum(coalesce(s.share, t.rare_share)), 1)
          FROM unnest($5::text[]) AS f (term) LEFT JOIN term_shares s USING (term)))
        * least(1, (SELECT coalesce(sum(coalesce(s.share, t.rare_share)), 1)
          FROM unnest($6::text[]) AS f (term) LEFT JOIN term_shares s USING (term)))
      END AS size
    FROM totals t),
  asked AS (
    SELECT q.query, coalesce(s.share, t.rare_share) AS share,
      q.boost * ln(1 + 1 / coalesce(s.share, t.rare_share)) AS weight
    FROM unnest($1::text[], $2::text[], $3::float8[]) AS q (term, query, boost)
    CROSS JOIN totals t LEFT JOIN term_shares s ON s.term = q.term),
  chosen AS (
    SELECT query, weight
    FROM (SELECT *, sum(share) OVER rarest AS running, row_number() OVER rarest AS n
          FROM asked WINDOW rarest AS (ORDER BY share, query)) a
    WHERE n = 1 OR running * (SELECT size FROM narrow) <= ${POSTINGS}),
  lexical AS (
    SELECT id, row_number() OVER (ORDER BY weight DESC, id) AS rank
    FROM (
      SELECT hit.id, sum(c.weight) AS weight
      FROM chosen c CROSS JOIN LATERAL (
        SELECT p.id FROM passages p
        WHERE p.terms @@ (c.query || coalesce(' & ' || $4::text, ''))::tsquery
          AND ($7::bigint[] IS NULL OR p.article_id = ANY($7))
        LIMIT ${POSTINGS}) hit
      GROUP BY hit.id ORDER BY weight DESC, hit.id LIMIT ${CANDIDATES}) best)`

/** $8 the query's vector · $9 areas or null · $10, $11 years or null */
const VECTOR = `,
  near AS (
    (SELECT v.passage_id AS id, v.embedding <#> $8::vector AS distance
     FROM passages p JOIN passage_vectors v ON v.passage_id = p.id
     WHERE $7::bigint[] IS NOT NULL AND p.article_id = ANY($7)
       AND ($4::text IS NULL OR p.terms @@ $4::tsquery)
     ORDER BY distance LIMIT ${CANDIDATES})
    UNION ALL
    (SELECT v.passage_id AS id, v.embedding <#> $8::vector AS distance
     FROM passages p JOIN passage_vectors v ON v.passage_id = p.id
     WHERE $7::bigint[] IS NULL AND $4::text IS NOT NULL
       AND (SELECT size FROM narrow) <= ${EXACT_UP_TO}
       AND p.terms @@ $4::tsquery
     ORDER BY distance LIMIT ${CANDIDATES})
    UNION ALL
    (SELECT v.passage_id AS id, v.embedding <#> $8::vector AS distance
     FROM passage_vectors v
     WHERE $7::bigint[] IS NULL
       AND ($4::text IS NULL OR (SELECT size FROM narrow) > ${EXACT_UP_TO})
       AND ($9::text[] IS NULL OR v.areas && $9)
       AND ($10::integer IS NULL OR v.years = '{}'
         OR EXISTS (SELECT FROM unnest(v.years) y WHERE y BETWEEN $10 AND $11::integer))
     ORDER BY v.embedding <#> $8::vector LIMIT ${CANDIDATES})),
  vectors AS (SELECT id, row_number() OVER (ORDER BY distance, id) AS rank FROM near),
  fused AS (
    SELECT id, l.rank::integer AS lexical_rank, v.rank::integer AS vector_rank,
      coalesce(1.0 / (${RANK_OFFSET} + l.rank), 0) + coalesce(1.0 / (${RANK_OFFSET} + v.rank), 0) AS score
    FROM lexical l FULL JOIN vectors v USING (id))`

const LEXICAL_ALONE = `,
  fused AS (
    SELECT id, rank::integer AS lexical_rank, NULL::integer AS vector_rank,
      1.0 / (${RANK_OFFSET} + rank) AS score
    FROM lexical)`

function hits(limit: string): string {
  return `
  SELECT 'p' || p.id AS passage, p.start_at, p.end_at, p.text, f.score::float8 AS score,
    f.lexical_rank, f.vector_rank, ${ARTICLE_COLUMNS}
  FROM (SELECT * FROM fused ORDER BY score DESC, lexical_rank, id LIMIT ${limit}::integer) f
  JOIN passages p ON p.id = f.id JOIN articles a ON a.id = p.article_id
  ORDER BY f.score DESC, f.lexical_rank, p.id`
}

/** See `Store.searchPassages`. */
export async function searchPassages(session: Session, query: PassageQuery): Promise<PassageHit[]> {
  const terms = queryTerms(query.text)
  const areas = query.areas?.map(areaTerm) ?? []
  const years = query.years === undefined ? [] : yearTerms(query.years)
  const filters = [areas, years].filter((list) => list.length > 0).map(anyOf)
  const parameters: SqlParameter[] = [
    terms.map((term) => term.term),
    terms.map((term) => term.query),
    terms.map((term) => term.boost),
    filters.length === 0 ? null : filters.join(' & '),
    areas,
    years,
    query.articleIds?.map((id) => bareId(id, 'a')) ?? null,
  ]
  const rows =
    query.embedding === undefined
      ? await session.query(
          LEXICAL + LEXICAL_ALONE + hits('$8'),
          [...parameters, query.limit],
          'search-lexical',
        )
      : await session.query(
          LEXICAL + VECTOR + hits('$12'),
          [
            ...parameters,
            vectorText(query.embedding),
            query.areas ?? null,
            query.years?.from ?? null,
            query.years?.to ?? null,
            query.limit,
          ],
          'search-hybrid',
        )
  return rows.map(readHit)
}

function readHit(row: Row): PassageHit {
  return {
    id: text(row, 'passage'),
    start: number(row, 'start_at'),
    end: number(row, 'end_at'),
    text: text(row, 'text'),
    article: readArticleHead(row),
    score: number(row, 'score'),
    lexicalRank: numberOrNull(row, 'lexical_rank'),
    vectorRank: numberOrNull(row, 'vector_rank'),
  }
}
