/** The material that comes with the program: article briefs and official figures. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dataUrl } from '../catalogue/load.ts'
import type { ArticleToSave, Store } from '../store/store.ts'
import { RULES_VERSION } from './extract/extract.ts'
import { type Embed, readDocument, toSave } from './ingest.ts'
import { officialArticles } from './official.ts'
import { readBytes } from './read.ts'

const META_KEY = 'shipped-data'
const BATCH = 50
const LARGEST_BRIEF = 1_000_000

async function briefFiles(): Promise<{ name: string; bytes: Buffer }[]> {
  const folder = dataUrl('articles/')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(new URL(name, folder)) })),
  )
}

async function readBriefs(embed: Embed): Promise<ArticleToSave[]> {
  const briefs: ArticleToSave[] = []
  for (const { name, bytes } of await briefFiles()) {
    const document = await readBytes(bytes, name, { maxBytes: LARGEST_BRIEF })
    briefs.push(await toSave(readDocument(document, name), embed, true))
  }
  return briefs
}

/** Changes when the shipped files or the rules that read them change. */
async function shippedVersion(): Promise<string> {
  const hash = createHash('sha256').update(RULES_VERSION)
  for (const { name, bytes } of await briefFiles()) hash.update(name).update(bytes)
  hash.update(await readFile(dataUrl('official/figures.json')))
  // How official figures are put into words is code.
  hash.update(await readFile(new URL('./official.ts', import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}

/** Takes out what an earlier release shipped and this one does not. */
async function forgetDropped(store: Store, kept: ReadonlySet<string>): Promise<void> {
  let after: string | undefined
  for (;;) {
    const page = await store.listArticles({
      shipped: true,
      limit: 500,
      ...(after ? { after } : {}),
    })
    for (const { id } of page) if (!kept.has(id)) await store.forgetArticle(id)
    after = page.at(-1)?.id
    if (page.length < 500) return
  }
}

/**
 * Brings the store to this release's shipped data; does nothing when it is there already. Returns
 * whether anything was loaded.
 */
export async function loadShipped(
  store: Store,
  embed: Embed,
  progress: (line: string) => void,
): Promise<boolean> {
  const version = await shippedVersion()
  if ((await store.getMeta(META_KEY)) === version) return false
  const articles = [...(await readBriefs(embed)), ...officialArticles(RULES_VERSION)]
  const figures = articles.reduce((sum, article) => sum + article.figures.length, 0)
  progress(`Đang nạp dữ liệu kèm theo: ${articles.length} tài liệu, ${figures} số liệu…`)
  const kept = new Set<string>()
  for (let at = 0; at < articles.length; at += BATCH) {
    const outcomes = await store.saveArticles(articles.slice(at, at + BATCH))
    for (const { articleId } of outcomes) kept.add(articleId)
  }
  await forgetDropped(store, kept)
  await store.setMeta(META_KEY, version)
  return true
}
