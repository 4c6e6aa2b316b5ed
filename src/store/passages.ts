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
import { anyOf, areaTerm, type QueryTerm, queryTerms, yearsWithin, yearTerms } from './terms.ts'

/** How many candidates each of the two searches hands to the fusion. */
const CANDIDATES = 50
/** Postings that a lexical search may visit; bounds its time however many passages are stored. */
const POSTINGS = 3000
/** So many of a long question's rarest terms are sought, beside those too rare to be counted; others would only add time. */
const TERMS = 16
/** Common terms tell something only together: so many are sought at once, where the rare ones find less than `ENOUGH`. */
const TOGETHER = 3
const ENOUGH = 20
/** Up to so many passages of the areas asked for, all their vectors are compared; beyond, the index is walked. */
const EXACT_UP_TO = 4000
/** The constant of reciprocal rank fusion. Smaller than the usual 60: the first ranks of few candidates tell most. */
const RANK_OFFSET = 20
/** What a vector's rank counts beside a lexical one, when the asker does not say. */
const VECTOR_WEIGHT = 0.3

/** Ids of passages that a tsquery and the filters let through. */
function holding(query: string): string {
  return `
      SELECT p.id FROM passages p
      WHERE p.terms @@ (${query} || coalesce(' & ' || $4::text, ''))::tsquery
        AND ($7::bigint[] IS NULL OR p.article_id = ANY($7))
      LIMIT ${POSTINGS}`
}

/**
 * $1–$3 terms of the query: bare, as tsquery, boost · $4 filter as tsquery or null · $5, $6 terms of
 * the filter: areas, years · $7 bare article ids or null
 */
const LEXICAL = `
  WITH shares AS (
    SELECT t.passages, t.rare_share,
      least(1, (SELECT coalesce(sum(coalesce(s.share, t.rare_share)), 1)
        FROM unnest($5::text[]) AS f (term) LEFT JOIN term_shares s USING (term))) AS of_areas,
      least(1, (SELECT coalesce(sum(coalesce(s.share, t.rare_share)), 1)
        FROM unnest($6::text[]) AS f (term) LEFT JOIN term_shares s USING (term))) AS of_years
    FROM totals t),
  asked AS (
    SELECT q.query, s.share, q.boost * ln(1 + 1 / coalesce(s.share, t.rare_share)) ^ 2 AS weight
    FROM unnest($1::text[], $2::text[], $3::float8[]) AS q (term, query, boost)
    CROSS JOIN shares t LEFT JOIN term_shares s ON s.term = q.term),
  ranked AS (
    SELECT query, weight, n, share IS NULL OR n = 1 OR (n <= ${TERMS}
      AND running * (SELECT passages * of_areas * of_years FROM shares) <= ${POSTINGS}) AS is_rare
    FROM (SELECT *, sum(share) OVER rarest AS running, row_number() OVER rarest AS n
          FROM asked WINDOW rarest AS (ORDER BY share NULLS LAST, query)) a),
  rare AS MATERIALIZED (
    SELECT hit.id, sum(r.weight) AS weight
    FROM ranked r CROSS JOIN LATERAL (${holding('r.query')}) hit
    WHERE r.is_rare GROUP BY hit.id),
  common AS (
    SELECT string_agg(query, ' & ') AS query, sum(weight) AS weight
    FROM (SELECT query, weight FROM ranked WHERE NOT is_rare ORDER BY n LIMIT ${TOGETHER}) r),
  lexical AS (
    SELECT id, row_number() OVER (ORDER BY weight DESC, id) AS rank
    FROM (
      SELECT id, sum(weight) AS weight
      FROM (
        SELECT id, weight FROM rare
        UNION ALL
        SELECT hit.id, c.weight FROM common c CROSS JOIN LATERAL (${holding('c.query')}) hit
        WHERE (SELECT count(*) FROM rare) < ${ENOUGH}) found
      GROUP BY id ORDER BY weight DESC, id LIMIT ${CANDIDATES}) best)`

const IN_YEARS = "($10::integer[] IS NULL OR v.years = '{}' OR v.years && $10)"

/** $8 the query's vector · $9 areas or null · $10 years or null · $11 weight of a vector's rank */
const VECTOR = `,
  near AS (
    (SELECT v.passage_id AS id, v.embedding <#> $8::vector AS distance
     FROM passages p JOIN passage_vectors v ON v.passage_id = p.id
     WHERE $7::bigint[] IS NOT NULL AND p.article_id = ANY($7)
       AND ($4::text IS NULL OR p.terms @@ $4::tsquery)
     ORDER BY distance LIMIT ${CANDIDATES})
    UNION ALL
    (SELECT v.passage_id AS id, v.embedding <#> $8::vector AS distance
     FROM passage_vectors v
     WHERE $7::bigint[] IS NULL AND $9::text[] IS NOT NULL
       AND (SELECT passages * of_areas FROM shares) <= ${EXACT_UP_TO}
       AND v.areas && $9 AND ${IN_YEARS}
     ORDER BY distance LIMIT ${CANDIDATES})
    UNION ALL
    (SELECT v.passage_id AS id, v.embedding <#> $8::vector AS distance
     FROM passage_vectors v
     WHERE $7::bigint[] IS NULL
       AND ($9::text[] IS NULL OR (SELECT passages * of_areas FROM shares) > ${EXACT_UP_TO})
       AND ($9::text[] IS NULL OR v.areas && $9) AND ${IN_YEARS}
     ORDER BY v.embedding <#> $8::vector LIMIT ${CANDIDATES})),
  vectors AS (SELECT id, row_number() OVER (ORDER BY distance, id) AS rank FROM near),
  fused AS (
    SELECT id, l.rank::integer AS lexical_rank, v.rank::integer AS vector_rank,
      coalesce(1.0 / (${RANK_OFFSET} + l.rank), 0)
        + coalesce($11::float8 / (${RANK_OFFSET} + v.rank), 0) AS score
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
  const terms = tellingTerms(query)
  const areas = query.areas?.map(areaTerm) ?? []
  const years = query.years === undefined ? null : yearsWithin(query.years)
  const yearMarks = years === null ? [] : yearTerms(years)
  const filters = [areas, yearMarks].filter((list) => list.length > 0).map(anyOf)
  const parameters: SqlParameter[] = [
    terms.map((term) => term.term),
    terms.map((term) => term.query),
    terms.map((term) => term.boost),
    filters.length === 0 ? null : filters.join(' & '),
    areas,
    yearMarks,
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
            years,
            query.vectorWeight ?? VECTOR_WEIGHT,
            query.limit,
          ],
          'search-hybrid',
        )
  return rows.map(readHit)
}

/** The query's terms, but for the names of the areas it is narrowed to: all that is left holds them. */
function tellingTerms(query: PassageQuery): QueryTerm[] {
  const terms = queryTerms(query.text)
  const named = new Set(query.areas?.flatMap(queryTerms).map(({ term }) => term))
  const telling = terms.filter(({ term }) => !named.has(term))
  return telling.length === 0 ? terms : telling
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
