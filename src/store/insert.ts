/** Writes whole batches, one statement a table: rows travel as one JSON parameter. */
import type { ExtractedFigure, FigureKey } from '../model/figure.ts'
import { monthsOf, yearOf } from '../model/period.ts'
import { foldName } from '../vietnamese/fold.ts'
import type { Session } from './engine.ts'
import { figureKey, provinceOf } from './figure-key.ts'
import { passageAreas, passageYears } from './passage-facts.ts'
import type { Plan } from './save.ts'
import { passageTerms } from './terms.ts'

/** Ids that figures had before their article was read again, by "article key start". */
export type FigureIds = Map<string, string[]>

/** Inserts the articles, or updates those that are read again; what nobody tells now stays known. */
export async function insertArticles(session: Session, plans: readonly Plan[]): Promise<void> {
  const rows = plans.map(({ id, address, hash, input }) => ({
    id,
    address,
    content_hash: hash,
    url: input.article.url,
    publisher: input.article.publisher,
    published: input.article.published,
    title: input.article.title,
    title_key: input.article.title === null ? null : foldName(input.article.title),
    area: input.article.area,
    area_evidence: input.article.areaEvidence,
    source_kind: input.sourceKind,
    text: input.article.text,
    boilerplate: input.article.boilerplate,
    shipped: input.shipped,
    rules_version: input.rulesVersion,
  }))
  await session.query(
    `INSERT INTO articles AS a (id, address, content_hash, url, publisher, published, title, title_key,
       area, area_evidence, source_kind, text, boilerplate, shipped, rules_version)
     SELECT * FROM json_to_recordset($1::json) AS x (id bigint, address text, content_hash text,
       url text, publisher text, published text, title text, title_key text, area text,
       area_evidence text, source_kind text, text text, boilerplate jsonb, shipped boolean,
       rules_version text)
     ON CONFLICT (id) DO UPDATE SET
       address = coalesce(excluded.address, a.address), url = coalesce(excluded.url, a.url),
       publisher = coalesce(excluded.publisher, a.publisher),
       published = coalesce(excluded.published, a.published),
       title = coalesce(excluded.title, a.title),
       title_key = coalesce(excluded.title_key, a.title_key),
       area = excluded.area, area_evidence = excluded.area_evidence,
       source_kind = excluded.source_kind, boilerplate = excluded.boilerplate,
       shipped = excluded.shipped, rules_version = excluded.rules_version`,
    [JSON.stringify(rows)],
    'insert-articles',
  )
}

/** Inserts the passages and, where they were embedded, their vectors. */
export async function insertPassages(
  session: Session,
  plans: readonly Plan[],
  firstId: number,
): Promise<void> {
  let next = firstId
  const rows = plans.flatMap(({ id, input }) =>
    input.passages.map((passage) => {
      const areas = passageAreas(passage, input)
      const years = passageYears(passage, input)
      return {
        id: next++,
        article_id: id,
        start_at: passage.start,
        end_at: passage.end,
        text: passage.text,
        terms: passageTerms({
          text: passage.text,
          heading: input.article.title ?? '',
          areas,
          years,
        }),
        areas,
        years,
        embedding: passage.embedding === null ? null : vectorText(passage.embedding),
      }
    }),
  )
  if (rows.length === 0) return
  await session.query(
    `WITH x AS MATERIALIZED (SELECT * FROM json_to_recordset($1::json) AS x (id bigint,
       article_id bigint, start_at integer, end_at integer, text text, terms tsvector,
       areas text[], years integer[], embedding vector)),
     stored AS (
       INSERT INTO passages (id, article_id, start_at, end_at, text, terms)
       SELECT id, article_id, start_at, end_at, text, terms FROM x)
     INSERT INTO passage_vectors (passage_id, article_id, areas, years, embedding)
     SELECT id, article_id, areas, years, embedding FROM x WHERE embedding IS NOT NULL`,
    [JSON.stringify(rows)],
    'insert-passages',
  )
  await session.query(
    'UPDATE totals SET passages = passages + $1::integer',
    [rows.length],
    'count-passages',
  )
}

/** A vector as pgvector reads it; five decimals are far below what tells passages apart. */
export function vectorText(vector: readonly number[]): string {
  return `[${vector.map((x) => (x === 0 ? '0' : x.toFixed(5))).join(',')}]`
}

/** Inserts the figures of all plans; a figure read again keeps the id in `oldIds`. */
export async function insertFigures(
  session: Session,
  plans: readonly Plan[],
  firstId: number,
  oldIds: FigureIds,
): Promise<void> {
  let next = firstId
  const rows = plans.flatMap(({ id, input }) =>
    input.figures.map((figure) => {
      const key = figureKey(figure)
      const old = oldIds.get(`${id} ${key} ${figure.start}`)?.shift()
      return {
        id: old ?? next++,
        article_id: id,
        figure_key: key,
        ...dimensions(figure),
        ...attributes(figure, input.article.text),
      }
    }),
  )
  if (rows.length === 0) return
  await session.query(
    `INSERT INTO figures (id, article_id, in_force, figure_key, indicator, area, borders, scope,
       scope_key, province, period, measure, price_basis, first_month, last_month, year, value,
       value_number, value_high, printed_value, unit, status, bound, quote, start_at, end_at,
       sentence, warnings, warning_details)
     SELECT id, article_id, true, figure_key, indicator, area, borders, scope, scope_key, province,
       period, measure, price_basis, first_month, last_month, year, value, value::numeric,
       value_high, value, unit, status, bound, quote, start_at, end_at, sentence, warnings,
       warning_details
     FROM json_to_recordset($1::json) AS x (id bigint, article_id bigint, figure_key text,
       indicator text, area text, borders text, scope text, scope_key text, province text,
       period text, measure text, price_basis text, first_month integer, last_month integer,
       year integer, value text, value_high text, unit text, status text, bound text, quote text,
       start_at integer, end_at integer, sentence text, warnings text[], warning_details jsonb)`,
    [JSON.stringify(rows)],
    'insert-figures',
  )
}

function dimensions(figure: FigureKey) {
  const months = monthsOf(figure.period)
  return {
    indicator: figure.indicator,
    area: figure.area,
    borders: figure.borders,
    scope: figure.scope,
    scope_key: figure.scope === null ? null : foldName(figure.scope),
    province: provinceOf(figure.area),
    period: figure.period,
    measure: figure.measure,
    price_basis: figure.priceBasis,
    first_month: months?.first ?? null,
    last_month: months?.last ?? null,
    year: yearOf(figure.period),
  }
}

function attributes(figure: ExtractedFigure, text: string) {
  return {
    value: figure.value,
    value_high: figure.valueHigh,
    unit: figure.unit,
    status: figure.status,
    bound: figure.bound,
    quote: figure.quote,
    start_at: figure.start,
    end_at: figure.end,
    // Where there is no prose (a table of official figures) the quote is all there is.
    sentence: text.slice(figure.sentenceStart, figure.sentenceEnd) || figure.quote,
    warnings: figure.warnings,
    warning_details: figure.warningDetails,
  }
}
