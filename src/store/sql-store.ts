/** The store over an engine: the one implementation behind PGlite and PostgreSQL. */
import { findArticle, forgetArticle, listArticles, outdatedArticles } from './articles.ts'
import { changeFigure } from './corrections.ts'
import { findCoverage } from './coverage.ts'
import type { Engine } from './engine.ts'
import { findFiguresMany } from './figures.ts'
import { bareId } from './ids.ts'
import { whatIsKnown } from './knowledge.ts'
import {
  countUnanswered,
  finishItem,
  forgetOld,
  keepFeedback,
  listFeedback,
  listUnanswered,
  recall,
  receiveItem,
  remember,
  unfinishedItems,
} from './operations.ts'
import { searchPassages } from './passages.ts'
import { text } from './row.ts'
import { saveArticles } from './save.ts'
import { refreshStatistics } from './statistics.ts'
import type { ArticleToSave, SaveOutcome, Store } from './store.ts'
import { dataVersion } from './totals.ts'

/** A store on a migrated database; closing it closes the engine. */
export function sqlStore(engine: Engine): Store {
  const save = async (inputs: readonly ArticleToSave[]): Promise<SaveOutcome[]> => {
    const outcomes = await saveArticles(engine, inputs)
    await refreshStatistics(engine)
    return outcomes
  }
  const findOne = async (id: string) =>
    (await findFiguresMany(engine, [{ ids: [id] }]))[0]?.[0] ?? null
  return {
    kind: engine.kind,
    async saveArticle(input) {
      const [outcome] = await save([input])
      if (outcome === undefined) throw new Error('an article was neither saved nor refused')
      return outcome
    },
    saveArticles: save,
    forgetArticle: (ref) => forgetArticle(engine, ref),
    findArticle: (ref) => findArticle(engine, ref),
    listArticles: (query) => listArticles(engine, query),
    outdatedArticles: (rulesVersion, limit) => outdatedArticles(engine, rulesVersion, limit),
    findFigures: async (query) => (await findFiguresMany(engine, [query]))[0] ?? [],
    findFiguresMany: (queries) => findFiguresMany(engine, queries),
    whatIsKnown: (query) => whatIsKnown(engine, query),
    searchPassages: (query) => searchPassages(engine, query),
    coverage: (query) => findCoverage(engine, query),
    async correctFigure(id, change) {
      return (await changeFigure(engine, bareId(id, 'f'), change)) ? findOne(id) : null
    },
    rejectFigure: (id, change) => changeFigure(engine, bareId(id, 'f'), { ...change, value: null }),
    dataVersion: () => dataVersion(engine),
    async getMeta(key) {
      const [row] = await engine.query('SELECT value FROM meta WHERE key = $1', [key])
      return row === undefined ? null : text(row, 'value')
    },
    async setMeta(key, value) {
      await engine.query(
        `INSERT INTO meta (key, value) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        [key, value],
      )
    },
    receiveItem: (kept) => receiveItem(engine, kept),
    finishItem: (channel, key) => finishItem(engine, channel, key),
    unfinishedItems: (channel) => unfinishedItems(engine, channel),
    recall: (key) => recall(engine, key),
    remember: (value) => remember(engine, value),
    keepFeedback: (feedback) => keepFeedback(engine, feedback),
    listFeedback: (limit) => listFeedback(engine, limit),
    countUnanswered: (asked) => countUnanswered(engine, asked),
    listUnanswered: (limit) => listUnanswered(engine, limit),
    forgetOld: () => forgetOld(engine),
    async ping() {
      await engine.query('SELECT 1', [], 'ping')
    },
    close: () => engine.close(),
  }
}
