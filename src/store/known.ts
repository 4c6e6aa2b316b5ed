/** Which stored article an incoming one is. */
import type { Session } from './engine.ts'
import { text, textOrNull } from './row.ts'
import type { Incoming } from './save.ts'

/** What is told about an article beside its text and address; null when nobody said. */
const FACTS = ['publisher', 'published', 'title', 'area'] as const

/** A current version in the store. `id` is the bare number. */
export interface Known {
  readonly id: string
  readonly address: string | null
  readonly hash: string
  readonly rulesVersion: string
  readonly facts: Readonly<Record<(typeof FACTS)[number], string | null>>
}

/** The current versions that may be the same article as one of `items`. */
export async function knownAs(
  session: Session,
  items: readonly Pick<Incoming, 'address' | 'hash'>[],
): Promise<Known[]> {
  const rows = await session.query(
    `SELECT id::text, address, content_hash, rules_version, publisher, published, title, area
     FROM articles
     WHERE superseded_by IS NULL
       AND (address = ANY($1::text[]) OR content_hash = ANY($2::text[]))
     ORDER BY id`,
    [items.flatMap((item) => item.address ?? []), items.map((item) => item.hash)],
    'known-articles',
  )
  return rows.map((row) => ({
    id: text(row, 'id'),
    address: textOrNull(row, 'address'),
    hash: text(row, 'content_hash'),
    rulesVersion: text(row, 'rules_version'),
    facts: {
      publisher: textOrNull(row, 'publisher'),
      published: textOrNull(row, 'published'),
      title: textOrNull(row, 'title'),
      area: textOrNull(row, 'area'),
    },
  }))
}

/**
 * The one of `known` that `item` is: at the same address, else of the same words where one of the two
 * has no address. The same words at two addresses are two publications: a copy is evidence of its own.
 */
export function findSame(
  known: readonly Known[],
  item: Pick<Incoming, 'address' | 'hash'>,
): Known | null {
  const { address, hash } = item
  if (address !== null) {
    return (
      known.find((k) => k.address === address) ??
      known.find((k) => k.address === null && k.hash === hash) ??
      null
    )
  }
  const sameWords = known.filter((k) => k.hash === hash)
  return sameWords.find((k) => k.address === null) ?? sameWords[0] ?? null
}

/**
 * True when reading `item` again would teach the store nothing: the same words, read by the same
 * rules, and nothing told about them that the store does not know. Who tells less than before
 * (an area given by an operator the first time) changes nothing either.
 */
export function isReadAlready(known: Known, item: Incoming): boolean {
  const { article, rulesVersion } = item.input
  if (known.hash !== item.hash || known.rulesVersion !== rulesVersion) return false
  if (article.area === null && known.facts.area !== null) return true
  if (item.address !== null && item.address !== known.address) return false
  return FACTS.every((fact) => article[fact] === null || article[fact] === known.facts[fact])
}
