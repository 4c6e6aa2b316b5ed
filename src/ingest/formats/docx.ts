/** Word documents: converted to HTML by mammoth, then read like a page without surroundings. */
import { AppError } from '../../model/errors.ts'
import { sniffFormat } from '../read-decode.ts'
import { toRecord } from '../read-record.ts'
import type { SourceDocument } from './document.ts'
import { parseDocument } from './dom.ts'
import { layOutTree } from './html.ts'

/** How much a document may grow when unpacked, against its size in the file. */
const MOST_UNPACKED = 200 * 1024 * 1024
const CENTRAL_HEADER = 0x02014b50
const CENTRAL_HEADER_LENGTH = 46

/** Sum of the unpacked sizes that the directory of a ZIP file tells. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = 0; at + CENTRAL_HEADER_LENGTH <= bytes.length; at++) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== CENTRAL_HEADER) continue
    sum += view.getUint32(at + 24, true)
    at += CENTRAL_HEADER_LENGTH - 1
  }
  return sum
}

/** The document of a `.docx` file. Throws `input-invalid` when it is none, `input-too-large` for a bomb. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  if (sniffFormat(bytes) !== 'ZIP/DOCX') {
    throw new AppError('input-invalid', `Không phải tệp DOCX: ${name}`)
  }
  if (unpackedSize(bytes) > MOST_UNPACKED) {
    throw new AppError('input-too-large', `Tệp DOCX bung ra quá lớn: ${name}`)
  }
  const { default: mammoth } = await import('mammoth')
  let html: string
  try {
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value
  } catch (cause) {
    throw new AppError('input-invalid', `Tệp DOCX hỏng: ${name}`, { cause })
  }
  const { body } = await parseDocument(html, name)
  if (!body) throw new AppError('input-empty', `Bài không có chữ nào: ${name}`)
  const { text, tables } = layOutTree(body)
  return { record: toRecord({}, text, name), tables, pages: [] }
}
