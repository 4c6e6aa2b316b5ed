/**
 * The state of the channels in one small SQLite file beside the embedded store: bookkeeping of chats
 * must neither wait for the figures nor hold them up. Survives a killed process. For one service that
 * polls; several machines behind one webhook would need a state that they share.
 */
import { DatabaseSync } from 'node:sqlite'
import type { ChannelState } from './state.ts'

const SCHEMA = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS received (
  channel text NOT NULL,
  key text NOT NULL,
  item text,
  at integer NOT NULL,
  PRIMARY KEY (channel, key)
);
CREATE INDEX IF NOT EXISTS received_unfinished ON received (channel, at) WHERE item IS NOT NULL;
CREATE TABLE IF NOT EXISTS remembered (
  key text PRIMARY KEY,
  value text NOT NULL,
  until integer NOT NULL
);
CREATE INDEX IF NOT EXISTS remembered_until ON remembered (until);
`

const DAY_MS = 24 * 3600 * 1000
/** Platforms deliver again for a day at most. */
const KEEP_RECEIVED_MS = 3 * DAY_MS
const CLEAN_EVERY = 5_000

export interface FileState extends ChannelState {
  close(): void
}

/** Opens or creates the state in `file` (":memory:" for none). `now` is the time of day in milliseconds. */
export function openFileState(file: string, now: () => number): FileState {
  const db = new DatabaseSync(file)
  db.exec(SCHEMA)
  const receive = db.prepare(
    'INSERT INTO received (channel, key, item, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const finish = db.prepare('UPDATE received SET item = NULL WHERE channel = ? AND key = ?')
  const unfinished = db.prepare(
    'SELECT key, item FROM received WHERE channel = ? AND item IS NOT NULL ORDER BY at, rowid',
  )
  const get = db.prepare('SELECT value FROM remembered WHERE key = ? AND until > ?')
  const set = db.prepare(
    `INSERT INTO remembered (key, value, until) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until`,
  )
  const forget = db.prepare('DELETE FROM remembered WHERE until <= ?')
  const forgetReceived = db.prepare('DELETE FROM received WHERE item IS NULL AND at < ?')
  const clean = () => {
    forget.run(now())
    forgetReceived.run(now() - KEEP_RECEIVED_MS)
  }
  let writes = 0
  clean()
  return {
    async receive(channel, key, item) {
      return Number(receive.run(channel, key, item, now()).changes) === 1
    },
    async finish(channel, key) {
      finish.run(channel, key)
    },
    async unfinished(channel) {
      return unfinished
        .all(channel)
        .map((row) => ({ key: String(row['key']), item: String(row['item']) }))
    },
    async get(key) {
      const row = get.get(key, now())
      return row === undefined ? null : String(row['value'])
    },
    async set(key, value, seconds) {
      set.run(key, value, Math.round(now() + seconds * 1000))
      if (++writes % CLEAN_EVERY === 0) clean()
    },
    close: () => db.close(),
  }
}
