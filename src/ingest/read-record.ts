/** Article records from `.json`, and from the front matter of `.md`: the same fields, the same checks. */

import type { ArticleRecord } from '../model/article.ts'
import { AppError } from '../model/errors.ts'
import { normaliseText } from './read-normalise.ts'

const FIELDS = ['url', 'publisher', 'published', 'title', 'area'] as const
type Field = (typeof FIELDS)[number]

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\S*)?)?)?$/

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD` when the text is such a date in the calendar (a time after `T` is
 * cut off); undefined when it is not. `readIsoDate('2024-02-30')` → undefined.
 */
export function readIsoDate(text: string): string | undefined {
  const hit = DATE.exec(text.trim())
  if (!hit) return undefined
  const [, year = '', month, day] = hit
  if (month === undefined) return year
  if (Number(month) < 1 || Number(month) > 12) return undefined
  if (day === undefined) return `${year}-${month}`
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) >= 1 && Number(day) <= last ? `${year}-${month}-${day}` : undefined
}

function wrong(name: string, what: string): AppError {
  return new AppError('input-invalid', `${what}: ${name}`)
}

function readField(
  record: Readonly<Record<string, unknown>>,
  key: Field,
  name: string,
): string | null {
  const value = record[key]
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw wrong(name, `Trường "${key}" phải là chuỗi hoặc null`)
  const text = normaliseText(value).trim()
  if (text === '') return null
  if (key !== 'published') return text
  const date = readIsoDate(text)
  if (date === undefined)
    throw wrong(name, 'Trường "published" phải có dạng YYYY, YYYY-MM hay YYYY-MM-DD')
  return date
}

/**
 * A record from fields that came from outside; other keys are ignored, they are never evidence.
 * Throws `input-invalid` naming the field, `input-empty` when there is no text.
 */
export function toRecord(
  fields: Readonly<Record<string, unknown>>,
  text: unknown,
  name: string,
): ArticleRecord {
  if (typeof text !== 'string') throw wrong(name, 'Bản ghi phải có trường "text" là chuỗi')
  const stored = normaliseText(text)
  if (stored.trim() === '') throw new AppError('input-empty', `Bài không có chữ nào: ${name}`)
  const [url, publisher, published, title, area] = FIELDS.map((key) => readField(fields, key, name))
  return {
    url: url ?? null,
    publisher: publisher ?? null,
    published: published ?? null,
    title: title ?? null,
    area: area ?? null,
    text: stored,
  }
}

/** The record of a `.json` file. Throws `input-invalid` when it is no JSON object of the contract. */
export function readJsonRecord(source: string, name: string): ArticleRecord {
  let parsed: unknown
  try {
    parsed = JSON.parse(source.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new AppError('input-invalid', `JSON hỏng: ${name}`, { cause })
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw wrong(name, 'JSON phải là một bản ghi { url, publisher, published, text }')
  }
  const fields = parsed as Readonly<Record<string, unknown>>
  return toRecord(fields, fields['text'], name)
}

function addressIn(reference: unknown): string | null {
  return typeof reference === 'string' && /^https?:\/\//.test(reference) ? reference : null
}

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/**
 * The record of a `.md` file: fields from its front matter (all optional; a `reference` that is an
 * address stands in for a missing `url`), the rest is the text. Throws `input-invalid` when the front matter is no mapping.
 */
export async function readMarkdownRecord(source: string, name: string): Promise<ArticleRecord> {
  const hit = FRONT_MATTER.exec(source)
  if (!hit) return toRecord({}, source, name)
  const { parse } = await import('yaml')
  let fields: unknown
  try {
    // The failsafe schema keeps every value a string, so a date stays as it was written.
    fields = parse(hit[1] ?? '', { schema: 'failsafe' })
  } catch (cause) {
    throw new AppError('input-invalid', `Phần đầu tệp (front matter) hỏng: ${name}`, { cause })
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw wrong(name, 'Phần đầu tệp (front matter) phải gồm các dòng "khóa: giá trị"')
  }
  const known = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      /^(?:null|~)?$/.test(String(value)) ? null : value,
    ]),
  )
  const body = source.slice(hit[0].length).replace(/^(?:[ \t]*\r?\n)+/, '')
  return toRecord({ ...known, url: known['url'] ?? addressIn(known['reference']) }, body, name)
}
