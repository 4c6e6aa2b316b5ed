/** What the service remembers of its messages, of judgements, and of questions without an answer. */
import { foldName } from '../vietnamese/fold.ts'
import type { Session } from './engine.ts'
import { redact } from './operations-redact.ts'
import { boolean, number, oneOf, text, textOrNull, texts } from './row.ts'
import {
  type FeedbackToKeep,
  type KeptFeedback,
  type KeptItem,
  UNANSWERED_OUTCOMES,
  type UnansweredOutcome,
  type UnansweredQuestion,
} from './store.ts'

/** As JSON writes moments, so that both clients read the same text. */
const ISO = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS ${column}`

/** Longest question and answer that are kept, in UTF-16 units. */
const MOST_QUESTION = 500
const MOST_TEXT = 5000

/** See `Store.receiveItem`. */
export async function receiveItem(session: Session, kept: KeptItem & { receipt: string }) {
  const [row] = await session.query(
    `INSERT INTO received (channel, key, item, receipt) VALUES ($1, $2, $3, $4)
     ON CONFLICT (channel, key) DO UPDATE SET receipt = received.receipt
     RETURNING receipt = $4 AS is_new`,
    [kept.channel, kept.key, kept.item, kept.receipt],
    'receive-item',
  )
  return row !== undefined && boolean(row, 'is_new')
}

/** See `Store.finishItem`. */
export async function finishItem(session: Session, channel: string, key: string): Promise<void> {
  await session.query(
    'UPDATE received SET item = NULL WHERE channel = $1 AND key = $2',
    [channel, key],
    'finish-item',
  )
}

/** See `Store.unfinishedItems`. */
export async function unfinishedItems(session: Session, channel: string): Promise<KeptItem[]> {
  const rows = await session.query(
    'SELECT key, item FROM received WHERE channel = $1 AND item IS NOT NULL ORDER BY id',
    [channel],
  )
  return rows.map((row) => ({ channel, key: text(row, 'key'), item: text(row, 'item') }))
}

/** See `Store.recall`. */
export async function recall(session: Session, key: string): Promise<string | null> {
  const [row] = await session.query(
    'SELECT value FROM remembered WHERE key = $1 AND until > now()',
    [key],
    'recall',
  )
  return row === undefined ? null : text(row, 'value')
}

/** See `Store.remember`. */
export async function remember(
  session: Session,
  { key, value, seconds }: { key: string; value: string; seconds: number },
): Promise<void> {
  await session.query(
    `INSERT INTO remembered (key, value, until)
     VALUES ($1, $2, now() + $3::text::float8 * interval '1 second')
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until`,
    [key, value, String(seconds)],
    'remember',
  )
}

/** See `Store.keepFeedback`. */
export async function keepFeedback(session: Session, feedback: FeedbackToKeep): Promise<void> {
  const { channel, verdict, question, answerText, figureIds, comment } = feedback
  const known = figureIds.filter((id) => /^f\d{1,18}$/.test(id))
  await session.query(
    `INSERT INTO feedback (channel, verdict, question, answer_text, figure_ids, comment)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      channel,
      verdict,
      redact(question).slice(0, MOST_QUESTION),
      redact(answerText).slice(0, MOST_TEXT),
      known,
      comment === null ? null : redact(comment).slice(0, MOST_TEXT),
    ],
  )
}

/** See `Store.listFeedback`. */
export async function listFeedback(session: Session, limit: number): Promise<KeptFeedback[]> {
  const rows = await session.query(
    `SELECT ${ISO('at')}, channel, verdict, question, answer_text, figure_ids, comment
     FROM feedback ORDER BY id DESC LIMIT $1`,
    [limit],
  )
  return rows.map((row) => ({
    at: text(row, 'at'),
    channel: text(row, 'channel'),
    verdict: oneOf(row, 'verdict', ['right', 'wrong']),
    question: text(row, 'question'),
    answerText: text(row, 'answer_text'),
    figureIds: texts(row, 'figure_ids'),
    comment: textOrNull(row, 'comment'),
  }))
}

/** See `Store.countUnanswered`. */
export async function countUnanswered(
  session: Session,
  { question, outcome }: { question: string; outcome: UnansweredOutcome },
): Promise<void> {
  const shown = redact(question).replace(/\s+/g, ' ').trim().slice(0, MOST_QUESTION)
  await session.query(
    `INSERT INTO unanswered (question_key, outcome, question, times) VALUES ($1, $2, $3, 1)
     ON CONFLICT (question_key, outcome) DO UPDATE SET
       times = unanswered.times + 1, last_at = now(), question = excluded.question`,
    [foldName(shown), outcome, shown],
  )
}

/** See `Store.listUnanswered`. */
export async function listUnanswered(
  session: Session,
  limit: number,
): Promise<UnansweredQuestion[]> {
  const rows = await session.query(
    `SELECT question, outcome, times, ${ISO('first_at')}, ${ISO('last_at')}
     FROM unanswered ORDER BY times DESC, unanswered.last_at DESC, question LIMIT $1`,
    [limit],
  )
  return rows.map((row) => ({
    question: text(row, 'question'),
    outcome: oneOf(row, 'outcome', UNANSWERED_OUTCOMES),
    times: number(row, 'times'),
    firstAt: text(row, 'first_at'),
    lastAt: text(row, 'last_at'),
  }))
}

/** What grows by itself is bounded: by age, and where people decide how much there is, by number. */
const FORGET = [
  "DELETE FROM received WHERE received_at < now() - interval '3 days'",
  'DELETE FROM remembered WHERE until < now()',
  "DELETE FROM unanswered WHERE last_at < now() - interval '1 year'",
  `DELETE FROM unanswered WHERE last_at <
     (SELECT last_at FROM unanswered ORDER BY last_at DESC OFFSET 19999 LIMIT 1)`,
  'DELETE FROM feedback WHERE id <= (SELECT id FROM feedback ORDER BY id DESC OFFSET 50000 LIMIT 1)',
]

/** See `Store.forgetOld`. */
export async function forgetOld(session: Session): Promise<void> {
  for (const statement of FORGET) await session.query(statement)
}
