/** Cuts page stamps and picture credits off lines that go on with prose. */
import { type Line, toLine } from './clean-lines.ts'
import { readDateLine } from './identify-date.ts'

export interface CutLine extends Line {
  /** Set when the piece was cut off as no prose. */
  readonly rule?: string
}

const CREDIT_LABEL = '(?:Ảnh|ẢNH|ảnh|Ảnh minh họa|Ảnh tư liệu|Ảnh chụp|Đồ họa|Nguồn ảnh|Photo)'
const NAME = '[\\p{Lu}][\\p{L}\\p{M}.]*'
const CREDIT = new RegExp(
  `(?<=^|[\\s.(])\\(?${CREDIT_LABEL}\\s?:\\s?${NAME}(?:[\\s/-]{1,2}${NAME}){0,4}\\)?(?=\\s*$|\\s*[–—-]|[.)]\\s)`,
  'u',
)
const LONGEST_CAPTION = 250

function piece(line: Line, from: number, to: number, rule?: string): CutLine {
  const made = toLine(line.text.slice(from, to), line.start + from)
  return rule === undefined ? made : { ...made, rule }
}

function cutCredit(line: Line): CutLine[] {
  const hit = CREDIT.exec(line.text)
  if (!hit) return [line]
  const before = line.text.slice(0, hit.index)
  // The caption is the sentence right before the credit; sentences before that are prose.
  const lastStop = before
    .trimEnd()
    .slice(0, -1)
    .search(/[.!?…]\s+(?=\p{Lu}[^.!?…]*$)/u)
  const caption = piece(line, lastStop < 0 ? 0 : lastStop + 1, hit.index)
  const isCaption = !caption.hasFigure && caption.text.length <= LONGEST_CAPTION
  const from = isCaption ? (lastStop < 0 ? 0 : lastStop + 1) : hit.index
  const after = hit.index + hit[0].length
  const dash = /^\s*[–—-]?\s*/.exec(line.text.slice(after))?.[0].length ?? 0
  return [
    piece(line, 0, from),
    piece(line, from, after + dash, 'clean.picture-credit'),
    ...cutCredit(piece(line, after + dash, line.text.length)),
  ]
}

/** The pieces of a line in order: prose as it is, stamps and credits with the rule that cut them. */
export function cutLine(line: Line): CutLine[] {
  const stamp = readDateLine(line.text)
  if (stamp && !stamp.whole && stamp.start === 0) {
    return [
      piece(line, 0, stamp.end, 'clean.page-stamp'),
      ...cutLine(piece(line, stamp.end, line.text.length)),
    ].filter((p) => p.text !== '')
  }
  return cutCredit(line).filter((p) => p.text !== '')
}
