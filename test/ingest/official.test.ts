import { expect, test } from 'vitest'
import { officialArticles } from '../../src/ingest/official.ts'

const articles = officialArticles('test')
const figures = articles.flatMap((a) => a.figures.map((figure) => ({ figure, article: a.article })))

test('every figure quotes the stored text at its offsets', () => {
  for (const { figure, article } of figures)
    expect(article.text.slice(figure.start, figure.end)).toBe(figure.quote)
  expect(figures.length).toBeGreaterThan(2900)
})

test('a line says what, where, when, how much and what kind of number', () => {
  const lines = figures.map(({ figure }) => figure.quote)
  expect(lines).toContain(
    'Chỉ số sản xuất công nghiệp, Kiên Giang, tháng 5/2023: tăng 1,52% so với tháng trước (ước tính)',
  )
  expect(lines.filter((line) => /undefined|null|NaN/.test(line))).toEqual([])
})

test('contradictions between documents are warned of, and little else', () => {
  const codes = figures.flatMap(({ figure }) => figure.warnings)
  expect(codes.filter((code) => code === 'conflict').length).toBeGreaterThan(30)
  expect(codes.filter((code) => code !== 'conflict').length).toBeLessThanOrEqual(2)
})

test('a document about one place is about that place, the others about none', () => {
  const several = articles.find((a) => new Set(a.figures.map((f) => f.area)).size > 1)
  expect(several?.article.area).toBeNull()
  expect(several?.article.areaEvidence).toBeNull()
  expect(articles.some((a) => a.article.area === 'Kiên Giang')).toBe(true)
})
