/** What a page says of itself in its head: headline, date, publisher, address. */
import { readIsoDate } from '../read-record.ts'
import type { DomDocument } from './dom.ts'

export interface PageMetadata {
  readonly title: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly url: string | null
}

const TITLES = ['meta[property="og:title"]', 'meta[name="twitter:title"]', 'meta[name="title"]']
const DATES = [
  'meta[property="article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="pubdate"]',
  'meta[name="publishdate"]',
  'meta[name="publish_date"]',
  'meta[name="datePublished"]',
  'meta[name="DC.date.issued"]',
  'meta[name="dc.date"]',
  'meta[name="date"]',
]
const PUBLISHERS = [
  'meta[property="og:site_name"]',
  'meta[name="application-name"]',
  'meta[name="publisher"]',
]
const ARTICLE_TYPES = /(?:Article|NewsArticle|BlogPosting|ReportageNewsArticle|WebPage|Report)$/

function content(document: DomDocument, selectors: readonly string[]): string | null {
  for (const selector of selectors) {
    const value = document.querySelector(selector)?.getAttribute('content')?.trim()
    if (value) return value
  }
  return null
}

type Json = Readonly<Record<string, unknown>>

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function flatten(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(flatten)
  if (!isJson(value)) return []
  return [value, ...flatten(value['@graph'])]
}

function linkedData(document: DomDocument): Json | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const items = flatten(JSON.parse(script.textContent ?? ''))
      const found = items.find(
        (item) => ARTICLE_TYPES.test(String(item['@type'])) && item['datePublished'],
      )
      if (found) return found
    } catch {
      // Pages with broken structured data are common; the other marks are looked at instead.
    }
  }
  return undefined
}

/** "2024-01-20T08:45:00+07:00", "20/01/2024 08:45" → "2024-01-20"; null for anything else. */
function toDate(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim().replace(/^(\d{4}-\d{2}-\d{2})\s.*$/, '$1')
  const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text)
  if (day)
    return readIsoDate(`${day[3]}-${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}`) ?? null
  return readIsoDate(text) ?? null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A title without the name of the site behind its last bar. */
function trimSite(title: string, site: string | null): string {
  const parts = title.split(/\s+[|–—»-]\s+/)
  const last = parts.at(-1)
  const isSite =
    parts.length > 1 && last !== undefined && (last === site || last.split(' ').length <= 5)
  return isSite && title.includes('|') ? parts.slice(0, -1).join(' - ') : title
}

/** The metadata of a page; what it does not say is null. Dates that are none count as unsaid. */
export function readMetadata(document: DomDocument): PageMetadata {
  const data = linkedData(document)
  const publisher = isJson(data?.['publisher']) ? text(data['publisher']['name']) : null
  const site = content(document, PUBLISHERS) ?? publisher
  const heading = [...document.querySelectorAll('h1')]
    .map((h) => h.textContent?.trim())
    .find(Boolean)
  const title =
    text(data?.['headline']) ??
    content(document, TITLES) ??
    heading ??
    text(document.querySelector('title')?.textContent)
  const published =
    toDate(data?.['datePublished']) ??
    toDate(content(document, DATES)) ??
    toDate(document.querySelector('time[datetime]')?.getAttribute('datetime'))
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const url = canonical ?? content(document, ['meta[property="og:url"]'])
  return {
    title: title === null ? null : trimSite(title, site),
    published,
    publisher: site,
    url: url !== null && url !== undefined && /^https?:\/\//.test(url) ? url : null,
  }
}
