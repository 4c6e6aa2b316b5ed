import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Part, plain } from '../../../src/channels/messenger/message.ts'
import { joinParts, placedParts, splitParts } from '../../../src/channels/messenger/split.ts'

const seed = 20261124
const words = fc.array(
  fc.constantFrom('số', 'liệu', '9.801', '−6,3%', '😀', 'x'.repeat(37), '\n'),
  {
    minLength: 1,
    maxLength: 60,
  },
)
const parts = fc.array(
  words.map((list) => plain(list.join(' ').trim() || 'trống')),
  { minLength: 1, maxLength: 8 },
)
const solid = (text: string) => text.replace(/\s+/g, '')

describe('splitting', () => {
  test('keeps every character but white space, in order, within the limit', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 40, max: 400 }), (given, limit) => {
        const groups = splitParts(given, limit)
        const texts = groups.map(joinParts)
        for (const text of texts) expect(text.length).toBeLessThanOrEqual(limit)
        expect(solid(texts.join(''))).toBe(solid(given.map(({ text }) => text).join('')))
        for (const text of texts) expect(text.isWellFormed()).toBe(true)
      }),
      { seed, numRuns: 200 },
    )
  })

  test('links stay on their words, also where a part is cut', () => {
    const text = `${'chữ '.repeat(30)}[1] ${'chữ '.repeat(30)}[2]`
    const links = [...text.matchAll(/\[\d\]/g)].map((hit) => ({
      start: hit.index,
      end: hit.index + 3,
      url: `https://x/${hit[0]}`,
      isSpelled: false,
    }))
    const part: Part = { ...plain(text), links }
    const covered = splitParts([part], 100).flatMap((group) =>
      placedParts(group).flatMap(({ part: piece, at }) =>
        piece.links.map(({ start, end, url }) => [
          joinParts(group).slice(at + start, at + end),
          url.slice(-3),
        ]),
      ),
    )
    expect(covered).toEqual([
      ['[1]', '[1]'],
      ['[2]', '[2]'],
    ])
  })

  test('short parts stay together, a cut comes between parts first', () => {
    const groups = splitParts(
      ['a'.repeat(60), 'b'.repeat(30), 'c'.repeat(60)].map((t) => plain(t)),
      100,
    )
    expect(groups.map((group) => group.map(({ text }) => text[0]).join(''))).toEqual(['ab', 'c'])
  })

  test('a word without an edge is cut between letters, never inside one', () => {
    const groups = splitParts([plain('😀'.repeat(30))], 21)
    expect(groups.map(joinParts).join('')).toBe('😀'.repeat(30))
    for (const group of groups) expect(joinParts(group).isWellFormed()).toBe(true)
  })
})
