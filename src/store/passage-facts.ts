/** What a passage is about, so that a search can be narrowed to areas and years. */
import type { ExtractedFigure } from '../model/figure.ts'
import { parsePeriod, yearOf } from '../model/period.ts'
import { provinceOf } from './figure-key.ts'
import type { ArticleToSave } from './store.ts'
import { yearsNamed } from './terms.ts'

type PassageToSave = ArticleToSave['passages'][number]

function figuresIn(passage: PassageToSave, input: ArticleToSave): ExtractedFigure[] {
  return input.figures.filter((f) => f.start >= passage.start && f.start < passage.end)
}

function yearsOf(figures: readonly ExtractedFigure[]): number[] {
  return figures.flatMap(({ period }) => {
    const parts = parsePeriod(period)
    if (parts === undefined || parts.year === null) return []
    return parts.kind === 'years' && parts.part !== null ? [parts.year, parts.part] : [parts.year]
  })
}

/** The article's area and those of the passage's figures, each district with its province. */
export function passageAreas(passage: PassageToSave, input: ArticleToSave): string[] {
  const named = [input.article.area, ...figuresIn(passage, input).map((figure) => figure.area)]
  const areas = new Set<string>()
  for (const area of named) {
    if (area === null) continue
    areas.add(area)
    const province = provinceOf(area)
    if (province !== null) areas.add(province)
  }
  return [...areas]
}

/**
 * The years of the passage's figures and those its text names; else those of the whole article and
 * the year it was published; empty when nothing says.
 */
export function passageYears(passage: PassageToSave, input: ArticleToSave): number[] {
  const own = [...yearsOf(figuresIn(passage, input)), ...yearsNamed(passage.text)]
  if (own.length > 0) return [...new Set(own)]
  const published = yearOf((input.article.published ?? '').slice(0, 4))
  return [...new Set([...yearsOf(input.figures), ...(published === null ? [] : [published])])]
}

/**
 * What is embedded for a passage: a passage in the middle of an article rarely repeats whom and when
 * it is about, so the article's area, title and year go in front.
 */
export function embeddingText(
  article: {
    readonly area: string | null
    readonly title: string | null
    readonly published: string | null
  },
  text: string,
): string {
  const { area, title, published } = article
  return [area, title, published?.slice(0, 4), text].filter((part) => part != null).join('. ')
}
