/**
 * Embeddings without a model: words and character n-grams hashed into a fixed number of signed
 * buckets. Texts that share words, or misspell them, lie close; meaning beyond letters it knows none.
 */
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { foldKey } from '../vietnamese/fold.ts'
import { COMMON_SYLLABLES } from './common-syllables.ts'

export const HASH_DIMENSIONS = 256

/** Weights of the features of a word; the pair with the next word is what a Vietnamese word mostly is. */
const WORD = 1
const PAIR = 1.5
const GRAM = 0.35
/** What is left of the weights of a syllable that every text holds. */
const COMMON = 0.15

/** 1 for UTF-16 units that belong to words; a table is many times faster than a pattern. */
const CLASS = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0,
)

/** FNV-1a over UTF-16 units, going on from `seed`. */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** Spreads the bits, so that the low ones depend on all. */
function spread(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

function add(vector: Float64Array, hash: number, weight: number): void {
  const h = spread(hash)
  const bucket = h & (HASH_DIMENSIONS - 1)
  vector[bucket] = (vector[bucket] ?? 0) + (h < 0 ? -weight : weight)
}

const SEED = 0x811c9dc5
const PAIR_SEED = 0x2f0b4c47
const GRAM_SEED = 0x6c62272e

function hashOf(word: string): number {
  let hash = SEED
  for (let at = 0; at < word.length; at += 1) hash = step(hash, word.charCodeAt(at))
  return hash
}

const COMMON_HASHES: ReadonlySet<number> = new Set([...COMMON_SYLLABLES].map(hashOf))

/** The unit vector of a text; of a text without words all zeros. */
export function hashEmbedding(text: string): number[] {
  const key = foldKey(text.normalize('NFC'))
  const vector = new Float64Array(HASH_DIMENSIONS)
  let before = 0
  let beforeIsCommon = false
  for (let at = 0; at < key.length; at += 1) {
    const start = at
    let word = SEED
    for (; CLASS[key.charCodeAt(at)] === 1; at += 1) word = step(word, key.charCodeAt(at))
    if (at === start) continue
    const isCommon = COMMON_HASHES.has(word)
    add(vector, word, isCommon ? COMMON * WORD : WORD)
    const pairWeight = isCommon && beforeIsCommon ? COMMON * PAIR : PAIR
    if (before !== 0) add(vector, step(before ^ PAIR_SEED, word), pairWeight)
    if (!isCommon) addGrams(vector, key, start, at)
    before = word
    beforeIsCommon = isCommon
  }
  return unit(vector)
}

/** Three letters at a time, the edges of the word counting as letters. */
function addGrams(vector: Float64Array, key: string, start: number, end: number): void {
  for (let at = start - 1; at + 2 <= end; at += 1) {
    let gram = GRAM_SEED
    for (let i = at; i < at + 3; i += 1) {
      gram = step(gram, i < start || i >= end ? 32 : key.charCodeAt(i))
    }
    add(vector, gram, GRAM)
  }
}

function unit(vector: Float64Array): number[] {
  let squares = 0
  for (const x of vector) squares += x * x
  const length = Math.sqrt(squares)
  return Array.from(vector, (x) => (length === 0 ? 0 : x / length))
}

/** The local embedding as LangChain's interface, so that a model's can stand in its place. */
export const hashEmbeddings: EmbeddingsInterface & { readonly dimensions: number } = {
  dimensions: HASH_DIMENSIONS,
  embedQuery: async (text) => hashEmbedding(text),
  embedDocuments: async (texts) => texts.map(hashEmbedding),
}
