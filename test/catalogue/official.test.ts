import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadData } from '../../src/catalogue/load.ts'
import { officialDocuments, officialFigures } from '../../src/catalogue/official.ts'

test('official figures come in documents, each with publisher, title and its own address', () => {
  const documents = officialDocuments()
  expect(documents.length).toBe(357)
  expect(new Set(documents.map((d) => d.url)).size).toBe(documents.length)
  expect(officialFigures()).toHaveLength(2961)
})

test('no figure stands twice in a document', () => {
  for (const { figures, url } of officialDocuments()) {
    const rows = figures.map(({ doubt: _, ...figure }) => JSON.stringify(figure))
    expect(new Set(rows).size, url).toBe(rows.length)
  }
})

test('spellings of one scope are one', () => {
  const scopes = new Set(officialFigures().map((figure) => figure.scope))
  for (const spelling of ['công nghiệp - xây dựng', 'công nghiệp – xây dựng', 'GDP', 'toàn xã hội'])
    expect(scopes).not.toContain(spelling)
  expect(scopes).toContain('công nghiệp và xây dựng')
})

test('contradicting values are kept side by side', () => {
  const levels = officialFigures().filter(
    (f) => f.indicator === 'retail_sales' && f.area === 'Việt Nam' && f.period === '2016',
  )
  const values = levels.filter((f) => f.measure === 'level' && f.scope === null).map((f) => f.value)
  expect(values.sort()).toEqual(['3527366.1', '3568149.5'])
})

test('what was left out says why, and is left out', () => {
  const row = z.object({ url: z.string(), value: z.string(), reason: z.string().min(10) })
  const { figures } = loadData('official/left-out.json', z.object({ figures: z.array(row) }))
  const kept = new Set(
    officialDocuments().flatMap((d) => d.figures.map((f) => `${d.url} ${f.value}`)),
  )
  for (const { url, value } of figures) expect(kept).not.toContain(`${url} ${value}`)
})

test('the file is read once and fast', () => {
  const start = performance.now()
  for (let i = 0; i < 100; i++) officialDocuments()
  expect(performance.now() - start).toBeLessThan(50)
})
