/** Saving articles: what is new, what is known, and everything that has to change with it. */
import { addressOf, contentHash } from './address.ts'
import { applyCorrections } from './corrections.ts'
import { addCoverage, coverageKeys, recountCoverage } from './coverage.ts'
import type { Engine, Session } from './engine.ts'
import { type FigureIds, insertArticles, insertFigures, insertPassages } from './insert.ts'
import { findSame, isReadAlready, type Known, knownAs } from './known.ts'
import { text } from './row.ts'
import type { ArticleToSave, SaveOutcome } from './store.ts'
import { countChange, lockWriters, reserveIds } from './totals.ts'

/** An input with what identifies it. */
export interface Incoming {
  readonly index: number
  readonly input: ArticleToSave
  readonly address: string | null
  readonly hash: string
}

/** What is to be done with an input that is not unchanged. */
export interface Plan extends Incoming {
  readonly id: string
  readonly kind: 'stored' | 'reread' | 'new-version'
  /** The stored article that is the same or an older version. */
  readonly known: Known | null
}

type Verdict = Omit<Plan, 'id'>

/**
 * Saves articles in one transaction; outcomes in the order of the inputs. Everything or nothing is
 * stored. Writers queue up behind each other, readers do not wait.
 */
export async function saveArticles(
  engine: Engine,
  inputs: readonly ArticleToSave[],
): Promise<SaveOutcome[]> {
  if (inputs.length === 0) return []
  const incoming = inputs.map((input, index) => ({
    index,
    input,
    address: addressOf(input),
    hash: contentHash(input),
  }))
  return engine.transaction(async (session) => {
    await lockWriters(session)
    const outcomes: SaveOutcome[] = []
    for (const group of distinctGroups(incoming)) {
      for (const [index, outcome] of await saveGroup(session, group)) outcomes[index] = outcome
    }
    return outcomes
  })
}

/** Cut wherever an article meets itself again, so that within a group each is another one. */
function distinctGroups(incoming: readonly Incoming[]): Incoming[][] {
  const groups: Incoming[][] = []
  let group: Incoming[] = []
  let seen = new Set<string>()
  for (const item of incoming) {
    const marks = [`hash:${item.hash}`, ...(item.address === null ? [] : [item.address])]
    if (marks.some((mark) => seen.has(mark))) {
      groups.push(group)
      group = []
      seen = new Set()
    }
    group.push(item)
    for (const mark of marks) seen.add(mark)
  }
  return [...groups, group]
}

async function saveGroup(
  session: Session,
  group: readonly Incoming[],
): Promise<Map<number, SaveOutcome>> {
  const known = await knownAs(session, group)
  const outcomes = new Map<number, SaveOutcome>()
  const todo: Verdict[] = []
  for (const item of group) {
    const same = findSame(known, item)
    if (same !== null && isReadAlready(same, item)) {
      outcomes.set(item.index, { kind: 'unchanged', articleId: `a${same.id}` })
    } else todo.push({ ...item, known: same, kind: kindOf(same, item) })
  }
  if (todo.length > 0) {
    for (const plan of await write(session, todo)) outcomes.set(plan.index, outcomeOf(plan))
  }
  return outcomes
}

function kindOf(same: Known | null, item: Incoming): Plan['kind'] {
  if (same === null) return 'stored'
  return same.hash === item.hash ? 'reread' : 'new-version'
}

function outcomeOf(plan: Plan): SaveOutcome {
  const articleId = `a${plan.id}`
  const figures = plan.input.figures.length
  if (plan.kind === 'new-version') {
    return { kind: plan.kind, articleId, supersedes: `a${plan.known?.id}`, figures }
  }
  return { kind: plan.kind, articleId, figures }
}

async function write(session: Session, todo: readonly Verdict[]): Promise<Plan[]> {
  const inputs = todo.map((item) => item.input)
  const ids = await reserveIds(session, {
    articles: todo.length,
    figures: inputs.reduce((sum, input) => sum + input.figures.length, 0),
    passages: inputs.reduce((sum, input) => sum + input.passages.length, 0),
  })
  const plans = todo.map((item, index) => ({
    ...item,
    id: item.kind === 'reread' && item.known ? item.known.id : String(ids.articles + index),
  }))
  const replaced = plans.flatMap((plan) => plan.known?.id ?? [])
  const recounted = replaced.length === 0 ? [] : await coverageKeys(session, replaced)
  const oldIds = await retire(session, plans)
  await insertArticles(session, plans)
  await insertPassages(session, plans, ids.passages)
  await insertFigures(session, plans, ids.figures, oldIds)
  const rejected = await applyCorrections(session, plans)
  await addCoverage(session, plans, recounted)
  await recountCoverage(session, [...recounted, ...rejected])
  await countChange(session)
  return plans
}

/**
 * Takes what the plans replace out of force: passages go, figures of an older version stay as its
 * history, figures read again go. Yields the ids of the latter by what they say, so that a figure
 * keeps its id when the article is read again.
 */
async function retire(session: Session, plans: readonly Plan[]): Promise<FigureIds> {
  const oldIds: FigureIds = new Map()
  const known = plans.flatMap((plan) => (plan.known === null ? [] : [{ plan, old: plan.known.id }]))
  if (known.length === 0) return oldIds
  await session.query(
    `WITH gone AS (DELETE FROM passages WHERE article_id = ANY($1::bigint[]) RETURNING 1)
     UPDATE totals SET passages = passages - (SELECT count(*) FROM gone)`,
    [known.map(({ old }) => old)],
  )
  const superseded = known.filter(({ plan }) => plan.kind === 'new-version')
  await session.query(
    `UPDATE articles a SET superseded_by = n.new_id
     FROM unnest($1::bigint[], $2::bigint[]) AS n (old_id, new_id) WHERE a.id = n.old_id`,
    [superseded.map(({ old }) => old), superseded.map(({ plan }) => plan.id)],
  )
  await session.query(
    'UPDATE figures SET in_force = false WHERE article_id = ANY($1::bigint[]) AND in_force',
    [superseded.map(({ old }) => old)],
  )
  const gone = await session.query(
    `DELETE FROM figures WHERE article_id = ANY($1::bigint[])
     RETURNING id::text AS id, article_id || ' ' || figure_key || ' ' || start_at AS says`,
    [known.filter(({ plan }) => plan.kind === 'reread').map(({ old }) => old)],
  )
  for (const row of gone) {
    const says = text(row, 'says')
    oldIds.set(says, [...(oldIds.get(says) ?? []), text(row, 'id')])
  }
  return oldIds
}
