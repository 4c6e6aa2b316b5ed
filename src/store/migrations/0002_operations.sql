-- What the running service has to remember: messages it has received, values for a while, judgements
-- of answers, and questions that found none. No figure depends on any of it.

-- One row a message. item null: dealt with; its key stays for some days, so that a second delivery is
-- known. receipt names the call that stored it, so that the call can be repeated when its answer is lost.
CREATE TABLE received (
  id bigint GENERATED ALWAYS AS IDENTITY,
  channel text NOT NULL,
  key text NOT NULL,
  item text,
  receipt text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (channel, key)
);
CREATE INDEX received_unfinished ON received (channel, id) WHERE item IS NOT NULL;
CREATE INDEX received_age ON received (received_at);

CREATE TABLE remembered (
  key text PRIMARY KEY,
  value text NOT NULL,
  until timestamptz NOT NULL
);
CREATE INDEX remembered_until ON remembered (until);

-- Đúng or Sai under an answer. Nobody's name or number is in it (see operations-redact.ts).
CREATE TABLE feedback (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  channel text NOT NULL,
  verdict text NOT NULL,
  question text NOT NULL,
  answer_text text NOT NULL,
  figure_ids text[] NOT NULL,
  comment text
);

-- A row a question and outcome, however it was written and however often it was asked.
CREATE TABLE unanswered (
  question_key text NOT NULL,
  outcome text NOT NULL,
  question text NOT NULL,
  times integer NOT NULL,
  first_at timestamptz NOT NULL DEFAULT now(),
  last_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (question_key, outcome)
);
CREATE INDEX unanswered_last ON unanswered (last_at);
