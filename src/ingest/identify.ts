/** Who published an article, when, under which headline, and which province it is about. */
import { areaByName } from '../catalogue/areas.ts'
import { publisherOfUrl } from '../catalogue/sources.ts'
import type { Article, ArticleRecord } from '../model/article.ts'
import { AppError } from '../model/errors.ts'
import type { Boilerplate } from './clean.ts'
import { isProse, toLines } from './clean-lines.ts'
import { findArea } from './identify-area.ts'
import { publisherOfMark } from './identify-marks.ts'
import { findPublished } from './identify-published.ts'
import { blankOut, findTitle, trimTitle } from './identify-title.ts'

function givenArea(record: ArticleRecord): string | null {
  if (record.area === null) return null
  const known = areaByName(record.area)
  if (known === undefined)
    throw new AppError('call-wrong', `Không có tỉnh, thành phố nào tên "${record.area}"`)
  return known
}

/**
 * The article of a record: what the record says stands, what it leaves open is read from the text and
 * the address. `area` stays null where nothing says it. Throws `call-wrong` when the record or the
 * operator names an area that does not exist.
 */
export function identify(record: ArticleRecord, boilerplate: readonly Boilerplate[]): Article {
  const area = givenArea(record)
  const prose = blankOut(record.text, boilerplate)
  const lines = toLines(prose)
  const headline = findTitle(lines)
  const paragraph = lines.find((line) => line !== headline && isProse(line)) ?? lines[0]
  const leadStart = paragraph?.start ?? 0
  const titleStart = Math.min(headline?.start ?? leadStart, leadStart)
  const title = record.title ?? (headline ? trimTitle(headline.text) : null)
  const host = record.url === null ? null : (publisherOfUrl(record.url)?.name ?? null)
  const publisher = record.publisher ?? host ?? publisherOfMark(paragraph?.text ?? '') ?? null
  const published =
    record.published ?? findPublished({ url: record.url, text: record.text, lines, titleStart })
  const found =
    area === null
      ? findArea({ title, prose, leadStart, publisher, host }, published)
      : { area, areaEvidence: 'người nạp bài cho biết' }
  return { ...record, title, published, publisher, ...found, boilerplate }
}
