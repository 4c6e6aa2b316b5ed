/** Cuts what is too long for one message: between parts, else between lines, else between words. */
import type { Link, Part } from './message.ts'

const JOINT = '\n\n'

/** A piece of a part with the links that lie in it. */
function slice(part: Part, start: number, end: number): Part {
  const links: Link[] = part.links.flatMap((link) => {
    const from = Math.max(link.start, start)
    const to = Math.min(link.end, end)
    return from < to ? [{ ...link, start: from - start, end: to - start }] : []
  })
  return { text: part.text.slice(start, end), style: part.style, links }
}

/** Where to cut `text` after `start` so that the piece is at most `limit` long. */
function cutAt(text: string, start: number, limit: number): number {
  const end = start + limit
  if (end >= text.length) return text.length
  for (const edge of ['\n', ' ']) {
    const at = text.lastIndexOf(edge, end)
    if (at > start) return at
  }
  // No edge at all: never between the halves of one letter.
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end
}

function pieces(part: Part, limit: number): Part[] {
  const found: Part[] = []
  let start = 0
  while (start < part.text.length) {
    const end = cutAt(part.text, start, limit)
    found.push(slice(part, start, end))
    start = end
    while (/\s/.test(part.text.charAt(start))) start++
  }
  return found
}

/**
 * Parts grouped into messages of at most `limit` UTF-16 units, joined by a blank line. Nothing but
 * white space at the cuts is lost.
 */
export function splitParts(parts: readonly Part[], limit: number): Part[][] {
  const groups: Part[][] = []
  let length = 0
  for (const piece of parts.flatMap((part) => pieces(part, limit))) {
    const last = groups.at(-1)
    if (last && length + JOINT.length + piece.text.length <= limit) {
      last.push(piece)
      length += JOINT.length + piece.text.length
    } else {
      groups.push([piece])
      length = piece.text.length
    }
  }
  return groups
}

/** The text of parts as it is sent. */
export function joinParts(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join(JOINT)
}

/** Each part with its offset in the joined text. */
export function placedParts(parts: readonly Part[]): { part: Part; at: number }[] {
  let at = 0
  return parts.map((part) => {
    const placed = { part, at }
    at += part.text.length + JOINT.length
    return placed
  })
}
