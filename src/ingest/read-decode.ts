/** Bytes → text, or one clear line about why they are no text. */
import { AppError } from '../model/errors.ts'

/** First bytes of formats that people name `.txt` by mistake. */
const SIGNATURES: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: 'ZIP/DOCX', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'Word cũ', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'GZIP', bytes: [0x1f, 0x8b] },
]

const LOOKED_AT = 8192

/** The format a file's first bytes betray, else undefined. */
export function sniffFormat(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find((s) => s.bytes.every((byte, i) => bytes[i] === byte))?.name
}

function hasManyControls(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, LOOKED_AT)
  let controls = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++
  }
  return controls > head.length / 50
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // An unknown label and bytes that do not fit it both mean: this is not the encoding.
    return undefined
  }
}

/** Windows-1258 decodes anything, so the result must read like Vietnamese: its letters in words. */
function readsVietnamese(text: string): boolean {
  const letters = text.match(/[a-zà-ỹđơưăâêô]/giu)?.length ?? 0
  const marked =
    text.normalize('NFC').match(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưă]/giu)?.length ??
    0
  return letters > 0 && marked / letters > 0.05 && marked / letters < 0.6
}

/**
 * Text of bytes that should be text. A marked UTF-16 and UTF-8 are tried first, because
 * bytes fit UTF-8 only when they are meant so; then `charset`, which senders often get wrong; then
 * Windows-1258 when the result reads like Vietnamese. Throws `input-empty`,
 * `input-binary` or `input-invalid` with `name` in the line.
 */
export function decodeText(bytes: Uint8Array, name: string, charset?: string): string {
  if (bytes.length === 0) throw new AppError('input-empty', `Tệp rỗng: ${name}`)
  const marked = markedEncoding(bytes)
  const format = sniffFormat(bytes)
  if (format !== undefined || (marked === undefined && hasManyControls(bytes))) {
    const what = format === undefined ? 'tệp nhị phân' : `tệp ${format}`
    throw new AppError('input-binary', `Không phải văn bản (${what}): ${name}`)
  }
  const text =
    (marked === undefined ? undefined : tryDecode(bytes, marked)) ??
    tryDecode(bytes, 'utf-8') ??
    (charset === undefined ? undefined : tryDecode(bytes, charset))
  if (text !== undefined) return text
  const legacy = tryDecode(bytes, 'windows-1258')
  if (legacy !== undefined && readsVietnamese(legacy)) return legacy
  throw new AppError('input-invalid', `Không đọc được bảng mã, hãy lưu lại thành UTF-8: ${name}`)
}
