/** Reads articles from files, folders and addresses. Knows nothing of what they say. */
import { opendir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { ArticleRecord } from '../model/article.ts'
import { AppError } from '../model/errors.ts'
import { plainDocument, type SourceDocument } from './formats/document.ts'
import { decodeText } from './read-decode.ts'
import { readJsonRecord, readMarkdownRecord, toRecord } from './read-record.ts'

export interface ReadOptions {
  /** Largest file or download, in bytes. */
  readonly maxBytes: number
  /** What the operator says of every article; goes before what a record says. */
  readonly area?: string | null
  readonly published?: string | null
  readonly publisher?: string | null
  /** Private hosts that addresses may lead to; none by default. */
  readonly allowHosts?: readonly string[]
  /** For one address with its redirects. */
  readonly timeoutMs?: number
}

export type ReadItem =
  | { readonly kind: 'document'; readonly file: string; readonly document: SourceDocument }
  | { readonly kind: 'error'; readonly file: string; readonly error: AppError }

type Reader = (bytes: Uint8Array, name: string) => Promise<SourceDocument>

const readPlain: Reader = async (bytes, name) =>
  plainDocument(toRecord({}, decodeText(bytes, name), name))

async function readPage(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const { decodeHtml, readHtml } = await import('./formats/html.ts')
  return readHtml(decodeHtml(bytes, name), name, null)
}

/** Formats by file extension; the heavy ones load their library when the first such file comes. */
const READERS: Readonly<Record<string, Reader>> = {
  '.txt': readPlain,
  '.md': async (bytes, name) =>
    plainDocument(await readMarkdownRecord(decodeText(bytes, name), name)),
  '.json': async (bytes, name) => plainDocument(readJsonRecord(decodeText(bytes, name), name)),
  '.html': readPage,
  '.htm': readPage,
  '.docx': async (bytes, name) => (await import('./formats/docx.ts')).readDocx(bytes, name),
  '.pdf': async (bytes, name) => (await import('./formats/pdf.ts')).readPdf(bytes, name),
}

const ADDRESS = /^https?:\/\//i

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`
}

function applyOptions(record: ArticleRecord, options: ReadOptions): ArticleRecord {
  return {
    ...record,
    area: options.area ?? record.area,
    published: options.published ?? record.published,
    publisher: options.publisher ?? record.publisher,
  }
}

/**
 * One document from the bytes of a file called `name` (its extension chooses the format). Throws
 * `input-empty`, `input-binary`, `input-too-large`, `input-invalid` or `input-unsupported`.
 */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<SourceDocument> {
  const reader = READERS[extname(name).toLowerCase()]
  if (!reader) {
    const known = Object.keys(READERS).join(' ')
    throw new AppError(
      'input-unsupported',
      `Không đọc được loại tệp này (đọc được ${known}): ${name}`,
    )
  }
  if (bytes.length === 0) throw new AppError('input-empty', `Tệp rỗng: ${name}`)
  checkSize(bytes.length, name, options)
  const document = await reader(bytes, name)
  return { ...document, record: applyOptions(document.record, options) }
}

function checkSize(size: number, name: string, options: ReadOptions): void {
  if (size <= options.maxBytes) return
  const most = megabytes(options.maxBytes)
  throw new AppError('input-too-large', `Tệp quá lớn (${megabytes(size)}, tối đa ${most}): ${name}`)
}

async function readOneFile(path: string, options: ReadOptions): Promise<ReadItem> {
  try {
    const info = await stat(path)
    checkSize(info.size, path, options)
    return {
      kind: 'document',
      file: path,
      document: await readBytes(await readFile(path), path, options),
    }
  } catch (cause) {
    return { kind: 'error', file: path, error: toAppError(cause, path) }
  }
}

async function readOneAddress(address: string, options: ReadOptions): Promise<ReadItem> {
  const { readAddress } = await import('./formats/fetch.ts')
  try {
    const document = await readAddress(address, options)
    const record = applyOptions(document.record, options)
    return { kind: 'document', file: address, document: { ...document, record } }
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    return { kind: 'error', file: address, error: cause }
  }
}

/** Codes of the file system that an operator can do something about; anything else is a bug. */
const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'Không có tệp này',
  ENOTDIR: 'Không có tệp này',
  EACCES: 'Không được phép đọc',
  EPERM: 'Không được phép đọc',
  EISDIR: 'Đây là thư mục',
  ELOOP: 'Liên kết vòng',
  EIO: 'Ổ đĩa báo lỗi khi đọc',
}

function toAppError(cause: unknown, path: string): AppError {
  if (cause instanceof AppError) return cause
  const code = (cause as NodeJS.ErrnoException).code
  const fault = code === undefined ? undefined : FILE_FAULTS[code]
  if (fault === undefined) throw cause
  return new AppError('input-missing', `${fault}: ${path}`, { cause })
}

/** Paths of readable formats below a folder, in name order; hidden files and links to folders are left out. */
export async function* listFiles(folder: string): AsyncGenerator<string> {
  const entries: { readonly name: string; readonly isFolder: boolean }[] = []
  for await (const entry of await opendir(folder)) {
    if (entry.name.startsWith('.')) continue
    const isFolder = entry.isDirectory()
    if (isFolder || READERS[extname(entry.name).toLowerCase()])
      entries.push({ name: entry.name, isFolder })
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isFolder) yield* listFiles(path)
    else yield path
  }
}

/**
 * The articles behind a file, a folder or an address, one at a time: nothing is held but the item in
 * hand. What cannot be read comes as an `error` item with its file named, and the rest goes on; only
 * bugs throw. Files of a folder come in name order; with `after` (one of them) only those behind it.
 */
export async function* readSource(
  pathOrUrl: string,
  options: ReadOptions,
  after?: string,
): AsyncGenerator<ReadItem> {
  if (pathOrUrl === after) return
  if (ADDRESS.test(pathOrUrl)) {
    yield await readOneAddress(pathOrUrl, options)
    return
  }
  let isFolder: boolean
  try {
    isFolder = (await stat(pathOrUrl)).isDirectory()
  } catch (cause) {
    yield { kind: 'error', file: pathOrUrl, error: toAppError(cause, pathOrUrl) }
    return
  }
  if (!isFolder) {
    yield await readOneFile(pathOrUrl, options)
    return
  }
  let isBehind = after === undefined
  for await (const path of listFiles(pathOrUrl)) {
    if (isBehind) yield await readOneFile(path, options)
    else isBehind = path === after
  }
}
