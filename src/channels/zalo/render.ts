/** Messages as plain text: links spelled out, choices as numbers to be sent back. */
import type { Choice, Message, Part } from '../messenger/message.ts'
import { plain } from '../messenger/message.ts'
import { joinParts, splitParts } from '../messenger/split.ts'

/** Zalo takes 2,000; how it counts them is not known, so there is room left. */
export const MOST_TEXT = 1_900

const MOST_CHOICES = 6

export interface NumberedChoice {
  readonly number: number
  /** Place of the choice in its message. */
  readonly index: number
  readonly phrase: string
}

/** Choices that can be made by a number; copying is done by the person's own hand. */
export function numbered(choices: readonly Choice[]): NumberedChoice[] {
  return choices
    .map(({ intent, phrase }, index) => ({ intent, phrase, index }))
    .filter(({ intent }) => intent.kind !== 'copy')
    .slice(0, MOST_CHOICES)
    .map(({ phrase, index }, i) => ({ number: i + 1, index, phrase }))
}

/** A long text fragment helps a browser and nobody else. */
const bare = (url: string) => url.replace(/#:~:text=.*$/, '')

/** Addresses of spelled links after the words that carry them. */
function spell(part: Part): Part {
  const links = part.links.filter(({ isSpelled }) => isSpelled).toSorted((a, b) => b.end - a.end)
  const text = links.reduce(
    (rest, { end, url }) => `${rest.slice(0, end)}\n${bare(url)}${rest.slice(end)}`,
    part.text,
  )
  return plain(text)
}

/** The texts that a message becomes, each short enough; the numbers of its choices at the end. */
export function toTexts(message: Message): string[] {
  const choices = numbered(message.choices)
  const lines = choices.map(({ number, phrase }) => `${number} – ${phrase}`)
  const menu = lines.length === 0 ? [] : [plain(`Nhắn số để chọn:\n${lines.join('\n')}`)]
  return splitParts([...message.parts.map(spell), ...menu], MOST_TEXT).map(joinParts)
}
