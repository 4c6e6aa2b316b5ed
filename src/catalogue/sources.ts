/** Who publishes figures and how much their word counts. */
import { z } from 'zod'
import { SOURCE_KINDS, type SourceKind } from '../model/article.ts'
import { foldName } from '../vietnamese/fold.ts'
import { PROVINCES } from './gazetteer.ts'
import { invalid, loadData } from './load.ts'

const FILE = 'sources.json'
const kind = z.enum(SOURCE_KINDS)
const fileSchema = z.strictObject({
  version: z.number(),
  note: z.string(),
  publishers: z.array(
    z.strictObject({ name: z.string().min(1), hosts: z.array(z.string().min(3)).min(1), kind }),
  ),
  hostRules: z.array(
    z.strictObject({
      words: z.array(z.string()),
      suffix: z.string().nullable(),
      kind,
      name: z.string(),
    }),
  ),
  nameRules: z.array(z.strictObject({ words: z.array(z.string()).min(1), kind })),
})

/** A publisher: its name as citations show it, and its rank. */
export interface Publisher {
  readonly name: string
  readonly kind: SourceKind
}

const file = loadData(FILE, fileSchema)
const BY_HOST = new Map<string, Publisher>()
const BY_NAME = new Map<string, SourceKind>()
for (const { name, hosts, kind } of file.publishers) {
  BY_NAME.set(foldName(name), kind)
  for (const host of hosts) {
    if (BY_HOST.has(host)) throw invalid(FILE, `tên miền ${host} xuất hiện hai lần`)
    BY_HOST.set(host, { name, kind })
  }
}
/** Provinces as host names write them ("haiduong"), longest first. */
const AREAS_IN_HOSTS = PROVINCES.map(({ name }) => ({
  name,
  key: foldName(name).replaceAll(' ', ''),
})).sort((a, b) => b.key.length - a.key.length)

/**
 * Who stands behind an address; undefined when neither the list nor the rules know the host.
 * `publisherOfUrl('https://socongthuong.daklak.gov.vn/x')` → Sở Công Thương Đắk Lắk, department.
 */
export function publisherOfUrl(url: string): Publisher | undefined {
  const host = hostOf(url)
  if (!host) return undefined
  const labels = host.split('.')
  for (let i = 0; i < labels.length - 1; i++) {
    const known = BY_HOST.get(labels.slice(i).join('.'))
    if (known) return known
  }
  return publisherByRule(host, labels)
}

/** How far a source is to be trusted; what nobody knows is `weak`, or `press` when it has a name. */
export function sourceKindOf(publisher: string | null, url: string | null): SourceKind {
  const byUrl = url === null ? undefined : publisherOfUrl(url)
  if (byUrl) return byUrl.kind
  if (publisher === null) return 'weak'
  const known = BY_NAME.get(foldName(publisher))
  if (known) return known
  // "Báo X (dẫn Cục Thống kê)": who prints decides, not who is quoted.
  const printer = ` ${foldName(publisher.replace(/\(.*$/u, ''))} `
  const rule = file.nameRules.find(({ words }) =>
    words.some((word) => printer.includes(` ${foldName(word)} `)),
  )
  return rule?.kind ?? 'press'
}

function hostOf(url: string): string | undefined {
  try {
    return new URL(url).hostname.replace(/^www\./, '')
  } catch {
    // Not an address (a record may carry any text there): nothing is known of its publisher.
    return undefined
  }
}

function publisherByRule(host: string, labels: readonly string[]): Publisher | undefined {
  for (const rule of file.hostRules) {
    if (rule.suffix && !host.endsWith(`.${rule.suffix}`)) continue
    if (rule.words.length > 0 && !labels.some((label) => hasWord(label, rule.words))) continue
    const area = AREAS_IN_HOSTS.find(({ key }) => labels.some((label) => label.includes(key)))
    if (area) return { name: rule.name.replace('{area}', area.name), kind: rule.kind }
    if (rule.suffix === 'gov.vn') return { name: host, kind: rule.kind }
  }
  return undefined
}

function hasWord(label: string, words: readonly string[]): boolean {
  return words.some((word) => label.startsWith(word) || label.endsWith(word))
}
