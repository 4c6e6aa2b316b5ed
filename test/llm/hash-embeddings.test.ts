import { describe, expect, test } from 'vitest'
import { HASH_DIMENSIONS, hashEmbedding, hashEmbeddings } from '../../src/llm/hash-embeddings.ts'

function cosine(a: string, b: string): number {
  const [x, y] = [hashEmbedding(a), hashEmbedding(b)]
  return x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0)
}

describe('hashing embeddings', () => {
  test('are unit vectors of a fixed length, the same every time', () => {
    const vector = hashEmbedding('Sản xuất gạch men ở Thái Bình')
    expect(vector).toHaveLength(HASH_DIMENSIONS)
    expect(Math.hypot(...vector)).toBeCloseTo(1)
    expect(hashEmbedding('Sản xuất gạch men ở Thái Bình')).toEqual(vector)
  })

  test('of a text without words are zeros, not faults', () => {
    expect(hashEmbedding(' …!')).toEqual(new Array(HASH_DIMENSIONS).fill(0))
  })

  test('do not see diacritics, case or decomposed letters', () => {
    expect(cosine('Xuất khẩu thủy sản', 'xuat khau thuy san')).toBeCloseTo(1)
    expect(cosine('Xuất khẩu', 'Xuất khẩu'.normalize('NFD'))).toBeCloseTo(1)
  })

  test('put a misspelt text nearer than another one', () => {
    const asked = 'giải pháp ngành dệt may'
    expect(cosine(asked, 'giải phap nghành det may')).toBeGreaterThan(0.5)
    expect(cosine(asked, 'sản lượng điện gió ngoài khơi')).toBeLessThan(0.25)
  })

  test('hardly count syllables that every text holds', () => {
    expect(cosine('gạch men tăng bao nhiêu', 'muối tăng bao nhiêu')).toBeLessThan(
      cosine('gạch men tăng bao nhiêu', 'gạch men giảm mấy phần trăm'),
    )
  })

  test('have the shape that LangChain wants', async () => {
    const [first] = await hashEmbeddings.embedDocuments(['một', 'hai'])
    expect(first).toEqual(await hashEmbeddings.embedQuery('một'))
  })
})
