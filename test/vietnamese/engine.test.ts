import { describe, expect, it } from 'vitest'
import { compilePhrases, tokenize } from '../../src/vietnamese/engine.ts'
import { foldedKeyOfWord, keyOfWord } from '../../src/vietnamese/spelling.ts'

const rule = (id: string, ...patterns: string[]) => ({ id, patterns, examples: [] })
const ids = (rules: ReturnType<typeof rule>[], text: string, keyOf = keyOfWord): string[] =>
  compilePhrases(rules, keyOf)
    .scan(tokenize(text, keyOf))
    .map((m) => m.rule.id)

describe('tokenize', () => {
  it('keeps numbers with their separators, words with marks, and every offset', () => {
    const text = 'Đạt 9.801,5 tỷ (tăng 6,3%), m3.'
    const tokens = tokenize(text, keyOfWord)
    expect(tokens.map((t) => text.slice(t.start, t.end))).toEqual([
      'Đạt',
      '9.801,5',
      'tỷ',
      '(',
      'tăng',
      '6,3',
      '%',
      ')',
      ',',
      'm3',
      '.',
    ])
  })

  it('parts a word from a number that is glued to it', () => {
    expect(tokenize('đạt1.200 tỷ', keyOfWord).map((t) => t.key)).toEqual(['đạt', '1.200', 'tỉ'])
  })
})

describe('compilePhrases', () => {
  it('prefers the longest phrase and never matches inside a word', () => {
    const rules = [rule('short', 'xuất khẩu'), rule('long', 'kim ngạch xuất khẩu')]
    expect(ids(rules, 'Kim ngạch xuất khẩu; xuất khẩu; xuất khẩuu')).toEqual(['long', 'short'])
  })

  it('reads options, alternatives and classes', () => {
    const rules = [rule('range', '(từ)? {n} (đến|-) {n}')]
    const matcher = compilePhrases(rules, keyOfWord, { n: (t) => t.kind === 'number' })
    const hit = matcher.matchAt(tokenize('từ 13 đến 14', keyOfWord), 0)
    expect(hit?.captures.map((c) => c.token.key)).toEqual(['13', '14'])
  })

  it('takes spelling variants as one word, and text without diacritics when asked', () => {
    expect(ids([rule('a', 'tỷ lệ hóa')], 'tỉ lệ hoá')).toEqual(['a'])
    expect(ids([rule('a', 'quý')], 'quy', foldedKeyOfWord)).toEqual(['a'])
    expect(ids([rule('a', 'quý')], 'quy')).toEqual([])
  })

  it('refuses patterns it cannot read', () => {
    expect(() => compilePhrases([rule('bad', '(a|b')], keyOfWord)).toThrow()
    expect(() => compilePhrases([rule('bad', '{unknown}')], keyOfWord)).toThrow()
  })
})
