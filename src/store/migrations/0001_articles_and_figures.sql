-- Articles, their figures and passages, what operators corrected, and the summaries kept beside them.
-- Ids are handed out by the program in whole batches (save.ts), hence plain sequences.

-- In public, so that every schema of the database finds it; where it is already, it stays.
CREATE EXTENSION IF NOT EXISTS vector SCHEMA public;

CREATE SEQUENCE article_ids;
CREATE SEQUENCE figure_ids;
CREATE SEQUENCE passage_ids;

-- Small facts about the store itself (versions of shipped data and rules, embedding model).
CREATE TABLE meta (
  key text PRIMARY KEY,
  value text NOT NULL
);

-- One row of counters. data_version counts the changes of what can be answered.
CREATE TABLE totals (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  store_id uuid NOT NULL DEFAULT gen_random_uuid(),
  data_version bigint NOT NULL DEFAULT 0,
  passages bigint NOT NULL DEFAULT 0,
  -- How many passages there were when term_shares was last made.
  passages_sampled bigint NOT NULL DEFAULT 0,
  -- The share to take for a term that is not in term_shares.
  rare_share double precision NOT NULL DEFAULT 0.01
);
INSERT INTO totals DEFAULT VALUES;

-- One row a version; the newest version of an article has superseded_by null.
CREATE TABLE articles (
  id bigint PRIMARY KEY,
  -- Where the article stands, normalised; null when nobody said. See address.ts.
  address text,
  content_hash text NOT NULL,
  url text,
  publisher text,
  published text,
  title text,
  title_key text,
  area text,
  area_evidence text,
  source_kind text NOT NULL,
  text text NOT NULL,
  boilerplate jsonb NOT NULL,
  shipped boolean NOT NULL,
  rules_version text NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now(),
  -- Deferred: the old version steps down before the new one is there.
  superseded_by bigint REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX articles_address ON articles (address) WHERE superseded_by IS NULL;
CREATE INDEX articles_content ON articles (content_hash) WHERE superseded_by IS NULL;
CREATE INDEX articles_title ON articles (title_key) WHERE superseded_by IS NULL;
CREATE INDEX articles_superseded_by ON articles (superseded_by) WHERE superseded_by IS NOT NULL;

-- What operators changed. Named by the words of the source, not by id: it must fit again when the
-- article is read anew. new_value null: the figure was rejected.
CREATE TABLE corrections (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  address text,
  content_hash text NOT NULL,
  figure_key text NOT NULL,
  quote text NOT NULL,
  old_value text NOT NULL,
  new_value text,
  why text NOT NULL,
  by_whom text NOT NULL,
  at text NOT NULL
);
CREATE INDEX corrections_address ON corrections (address);
CREATE INDEX corrections_content ON corrections (content_hash);

CREATE TABLE figures (
  id bigint PRIMARY KEY,
  article_id bigint NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  -- False when its article was superseded or an operator rejected it.
  in_force boolean NOT NULL,
  -- All dimensions as one text.
  figure_key text NOT NULL,
  -- Dimensions.
  indicator text NOT NULL,
  area text,
  borders text,
  scope text,
  scope_key text,
  -- The province of a district; null for a province or the country.
  province text,
  period text NOT NULL,
  measure text NOT NULL,
  price_basis text,
  -- What the period spans, in months counted from year 0; null when the year is unknown.
  first_month integer,
  last_month integer,
  year integer,
  -- The decimal string is the value; the numeric is the same number, for sorting and arithmetic.
  value text NOT NULL,
  value_number numeric NOT NULL,
  value_high text,
  -- As the article says it, whatever was corrected since.
  printed_value text NOT NULL,
  unit text NOT NULL,
  status text NOT NULL,
  bound text,
  -- Provenance. Offsets are UTF-16 positions in articles.text.
  quote text NOT NULL,
  start_at integer NOT NULL,
  end_at integer NOT NULL,
  sentence text NOT NULL,
  warnings text[] NOT NULL,
  warning_details jsonb NOT NULL,
  correction_id bigint REFERENCES corrections (id)
);
-- Exact look-up and latest of (indicator, area).
CREATE INDEX figures_exact ON figures (indicator, area, last_month DESC NULLS LAST, measure)
  WHERE in_force;
-- Ranking of areas in one period.
CREATE INDEX figures_ranking ON figures (indicator, last_month, measure, area) WHERE in_force;
-- Everything about one area.
CREATE INDEX figures_area ON figures (area, last_month DESC NULLS LAST) WHERE in_force;
CREATE INDEX figures_districts ON figures (province, indicator, last_month)
  WHERE in_force AND province IS NOT NULL;
CREATE INDEX figures_article ON figures (article_id);

-- Counts kept in step by the program, so that coverage costs nothing. '' and 0 stand for null.
CREATE TABLE coverage (
  indicator text NOT NULL,
  area text NOT NULL,
  year integer NOT NULL,
  figures integer NOT NULL,
  latest_period text NOT NULL,
  latest_month integer NOT NULL,
  PRIMARY KEY (indicator, area, year)
);
CREATE INDEX coverage_area ON coverage (area);

-- The heap is kept narrow (text and terms live in the TOAST table): a lexical search visits
-- thousands of rows and needs only their ids.
CREATE TABLE passages (
  id bigint PRIMARY KEY,
  article_id bigint NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  start_at integer NOT NULL,
  end_at integer NOT NULL,
  text text NOT NULL,
  -- Lexemes made by terms.ts: folded syllables, folded pairs, unfolded syllables, filters.
  terms tsvector NOT NULL
) WITH (toast_tuple_target = 128);
CREATE INDEX passages_article ON passages (article_id);
CREATE INDEX passages_terms ON passages USING gin (terms) WITH (gin_pending_list_limit = 16384);

-- A passage without a row here has not been embedded (yet).
CREATE TABLE passage_vectors (
  passage_id bigint PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE,
  article_id bigint NOT NULL,
  areas text[] NOT NULL,
  -- Empty when unknown.
  years integer[] NOT NULL,
  embedding vector(256) NOT NULL
);
ALTER TABLE passage_vectors ALTER COLUMN embedding SET STORAGE PLAIN;
-- Unit vectors: the inner product is the cosine. The graph is a little sparser than the default, at
-- less than half the cost of an insertion: the words find what it misses.
CREATE INDEX passage_vectors_embedding ON passage_vectors
  USING hnsw (embedding vector_ip_ops) WITH (m = 10, ef_construction = 40);
-- Where an area has few passages, comparing all their vectors is quicker than walking the graph.
CREATE INDEX passage_vectors_areas ON passage_vectors USING gin (areas);

-- Which share of the passages holds a term, from a sample; terms that are not here are rare.
CREATE TABLE term_shares (
  term text PRIMARY KEY,
  share double precision NOT NULL
);
