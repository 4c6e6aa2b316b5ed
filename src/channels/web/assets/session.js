/** The conversation of this browser tab; gone when the tab is closed. No cookies. */

const KEY = 'hoi-so'
const MOST_TURNS = 40
const EMPTY = { conversation: null, turns: [] }

/** The kept conversation: `{ conversation, turns: [{ question, answer }] }`. */
export function loadSession() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return Array.isArray(kept?.turns) ? kept : EMPTY
  } catch {
    // Storage is refused in some frames, or holds what an older version wrote.
    return EMPTY
  }
}

/** Keeps the conversation; without storage it lives as long as the page. */
export function saveSession({ conversation, turns }) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ conversation, turns: turns.slice(-MOST_TURNS) }))
  } catch {
    // Storage may be refused or full; the chat works without it.
  }
}

/** Forgets the conversation. */
export function clearSession() {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}
