/**
 * What one would build from LangChain's documentation: the usual splitter, PGVectorStore, the four
 * nearest pieces. Its packages lie in `peers/` and are installed when this first runs.
 */
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { HASH_DIMENSIONS, hashEmbeddings } from '../../src/llm/hash-embeddings.ts'
import { largeArticle } from './large-store.ts'

const PACKAGES = new URL('./peers/', import.meta.url)
/** As in the first example of the documentation, and with the index it describes further below. */
export const PEERS = ['plain', 'indexed'] as const
export type Peer = (typeof PEERS)[number]

/** The table of a peer; another name makes the next run fill it anew. */
export const peerTable = (peer: Peer) => `langchain_${peer}`
const CHUNK = { chunkSize: 1000, chunkOverlap: 200 }
const NEAREST = 4
const BATCH = 500

export interface Piece {
  readonly pageContent: string
  readonly metadata: Readonly<Record<string, unknown>>
}

interface VectorStore {
  addDocuments(pieces: readonly Piece[]): Promise<unknown>
  similaritySearch(question: string, count: number): Promise<Piece[]>
  createHnswIndex(options: { dimensions: number }): Promise<void>
  end(): Promise<void>
}

interface Splitter {
  createDocuments(texts: string[], metadata: Record<string, unknown>[]): Promise<Piece[]>
}

interface Library {
  readonly PGVectorStore: {
    initialize(embeddings: unknown, config: Record<string, unknown>): Promise<VectorStore>
  }
  readonly RecursiveCharacterTextSplitter: new (options: typeof CHUNK) => Splitter
}

async function library(): Promise<Library> {
  const require = createRequire(new URL('package.json', PACKAGES))
  const load = async (name: string) => import(pathToFileURL(require.resolve(name)).href)
  try {
    require.resolve('@langchain/textsplitters')
  } catch {
    const folder = fileURLToPath(PACKAGES)
    execFileSync('npm', ['ci', '--ignore-scripts', '--omit=optional'], { cwd: folder })
  }
  const [{ PGVectorStore }, { RecursiveCharacterTextSplitter }] = await Promise.all([
    load('@langchain/community/vectorstores/pgvector'),
    load('@langchain/textsplitters'),
  ])
  return { PGVectorStore, RecursiveCharacterTextSplitter }
}

export interface Retriever {
  /** The pieces nearest to a question. */
  retrieve(question: string): Promise<readonly Piece[]>
  close(): Promise<void>
}

/** Opens the retriever on a database; `articles`: fill its table with so many first. */
export async function openLangChain(
  url: string,
  peer: Peer,
  articles: number | null,
): Promise<Retriever> {
  const { PGVectorStore, RecursiveCharacterTextSplitter } = await library()
  const store = await PGVectorStore.initialize(hashEmbeddings, {
    postgresConnectionOptions: { connectionString: url },
    tableName: peerTable(peer),
    // Without it the index is made but never used.
    ...(peer === 'indexed' ? { dimensions: HASH_DIMENSIONS } : {}),
    columns: {
      idColumnName: 'id',
      vectorColumnName: 'vector',
      contentColumnName: 'content',
      metadataColumnName: 'metadata',
    },
  })
  if (articles !== null) {
    const splitter = new RecursiveCharacterTextSplitter(CHUNK)
    for (let from = 0; from < articles; from += BATCH) {
      const records = Array.from(
        { length: Math.min(BATCH, articles - from) },
        (_, i) => largeArticle(from + i).record,
      )
      const pieces = await splitter.createDocuments(
        records.map(({ text }) => text),
        records.map(({ url }) => ({ url })),
      )
      await store.addDocuments(pieces)
    }
    if (peer === 'indexed') await store.createHnswIndex({ dimensions: HASH_DIMENSIONS })
  }
  return {
    retrieve: (question) => store.similaritySearch(question, NEAREST),
    close: () => store.end(),
  }
}
