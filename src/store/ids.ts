/** Ids as the outside sees them: a letter for the kind and a number, "f12". */

/** The number of an id, as text for a bigint; "0", which no row has, when it is no such id. */
export function bareId(id: string, kind: 'a' | 'f' | 'p'): string {
  return id.startsWith(kind) && /^\d{1,18}$/.test(id.slice(1)) ? id.slice(1) : '0'
}
