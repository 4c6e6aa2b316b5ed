/** A check of a text as lines of a terminal. */
import type { Check } from '../../model/check.ts'
import { sourceWords } from '../reply.ts'
import { type VerdictTone, verdictWords } from '../verdict.ts'
import { type Paint, paintFor, printable } from './paint.ts'
import { wrapText } from './table.ts'

export interface RenderCheckOptions {
  readonly colour: boolean
  /** Columns of the terminal; 80 when left out. */
  readonly width?: number | undefined
}

const WIDEST = 100
const INDENT = '  '

function toneOf(paint: Paint, tone: VerdictTone): (text: string) => string {
  return { good: paint.good, bad: paint.bad, off: paint.caution, unknown: paint.dim }[tone]
}

/** Every claim with its verdict and explanation, then the sources; without a final line break. */
export function renderCheck(check: Check, options: RenderCheckOptions): string {
  const paint = paintFor(options.colour)
  const width = Math.min(options.width ?? 80, WIDEST)
  if (check.claims.length === 0) return 'Không tìm thấy số liệu nào trong đoạn văn để đối chiếu.'
  const claims = check.claims.flatMap((claim) => {
    const { sign, label, tone } = verdictWords(claim.verdict)
    const colour = toneOf(paint, tone)
    const numbers = new Set(claim.found.map((figure) => `[${figure.citation}]`))
    const explanation = `${printable(claim.explanation)} ${[...numbers].join('')}`
    return [
      `${colour(`${sign} ${label}`)}: “${printable(claim.quote)}”`,
      ...wrapText(explanation, width - INDENT.length).map((line) => INDENT + line),
    ]
  })
  const sources = check.citations.flatMap((citation) => {
    const { publisher, published } = sourceWords(citation)
    const title = citation.title ? ` – ${citation.title}` : ''
    return wrapText(printable(`[${citation.n}] ${publisher}, ${published}${title}`), width, '    ')
  })
  return [...claims, ...(sources.length > 0 ? ['', paint.bold('Nguồn'), ...sources] : [])].join(
    '\n',
  )
}
