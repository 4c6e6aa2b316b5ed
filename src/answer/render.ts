/** Writes a reply: the only place where the digits of a record become text. */
import type {
  Answer,
  AnswerFigure,
  AnswerNote,
  DerivedFigure,
  RelatedFigure,
} from '../model/answer.ts'
import type { StoredFigure } from '../store/store.ts'
import { foldName } from '../vietnamese/fold.ts'
import {
  capitalise,
  formatBounded,
  formatChange,
  formatDate,
  formatNumber,
  formatQuantity,
  unsigned,
} from '../vietnamese/format.ts'
import type { Computed } from './compute.ts'
import type { Part, Reply } from './reply.ts'

const NO_PUBLISHER = 'không rõ nơi đăng'

/** A stored value with its bound and unit, as the source says it. */
export function writeValue(figure: StoredFigure): string {
  const { value, valueHigh, unit, bound } = figure
  return formatBounded(formatQuantity(value, unit, valueHigh), valueHigh ? null : bound)
}

function writeChange(figure: StoredFigure): string {
  const { value, valueHigh, unit, bound } = figure
  return formatChange(value, unit, valueHigh ? null : bound, valueHigh)
}

function writeSize(figure: StoredFigure): string {
  return formatBounded(formatQuantity(unsigned(figure.value), figure.unit), figure.bound)
}

function writeComputed(computed: Computed | undefined, as: 'value' | 'change' | 'size'): string {
  if (!computed) return ''
  if (as === 'change') return formatChange(computed.value, computed.unit)
  const value = as === 'size' ? unsigned(computed.value) : computed.value
  return formatQuantity(value, computed.unit)
}

/** One part as text; empty when its record is not there, which `verify` refuses. */
export function writePart(part: Part, reply: Reply): string {
  switch (part.kind) {
    case 'text':
    case 'indicator':
    case 'area':
    case 'period':
    case 'known':
      return part.text
    case 'value':
    case 'change':
    case 'size': {
      const figure = reply.figures.get(part.figure)
      if (!figure) return ''
      const write = { value: writeValue, change: writeChange, size: writeSize }[part.kind]
      return write(figure)
    }
    case 'computed':
      return writeComputed(reply.computed[part.index], part.as)
    case 'formula':
      return reply.computed[part.index]?.formula ?? ''
    case 'date':
      return formatDate(part.date)
    case 'cite':
      return `[${part.n}]`
    case 'count':
      return formatNumber(String(part.value))
    case 'quote':
      return citation(reply, part.n)?.quote.slice(part.start, part.end) ?? ''
    case 'asked':
      return reply.question.slice(part.start, part.end)
    case 'source':
      return citation(reply, part.n)?.[part.field] ?? NO_PUBLISHER
  }
}

function citation(reply: Reply, n: number) {
  return reply.citations.find((c) => c.n === n)
}

/** Opens an item of a list; the sentence after it begins with a capital. */
export const BULLET = '• '

/** Parts in a row, the first letter of the sentence raised. Quoted words keep their letters. */
export function writeParts(parts: readonly Part[], reply: Reply): string {
  const [first, ...rest] = parts
  const write = (list: readonly Part[]): string =>
    list.map((part) => writePart(part, reply)).join('')
  if (first?.kind === 'text' && first.text === BULLET) return BULLET + capitalise(write(rest))
  return capitalise(write(parts))
}

/** The whole text, one line each. */
export function renderText(reply: Reply): string {
  return reply.lines.map((line) => writeParts(line.parts, reply)).join('\n')
}

/** The figure of the contract; provenance beyond the citation stays inside. */
function answerFigure(figure: StoredFigure, reply: Reply): AnswerFigure {
  return {
    id: figure.id,
    indicator: figure.indicator,
    area: figure.area,
    borders: figure.borders,
    scope: figure.scope,
    period: figure.period,
    measure: figure.measure,
    value: figure.value,
    valueHigh: figure.valueHigh,
    unit: figure.unit,
    status: figure.status,
    bound: figure.bound,
    priceBasis: figure.priceBasis,
    quote: figure.quote,
    start: figure.start,
    end: figure.end,
    warnings: figure.warnings,
    citation: reply.citationOf.get(figure.id) ?? 0,
  }
}

function derivedFigure(computed: Computed): DerivedFigure {
  const { indicator, area, borders, scope, period, measure, value, unit, status, formula, inputs } =
    computed
  return { indicator, area, borders, scope, period, measure, value, unit, status, formula, inputs }
}

/** Each follow-up once, and never the question that was just answered. */
function suggestionsOf(reply: Reply): string[] {
  const asked = foldName(reply.question)
  const written = reply.suggestions.map((s) => writeParts(s.parts, reply))
  return [...new Set(written)].filter((suggestion) => foldName(suggestion) !== asked)
}

/** The answer of the contract. `text` is what `verify` has seen. */
export function renderAnswer(
  reply: Reply,
  meta: { readonly conversation: string; readonly tookMs: number; readonly text: string },
): Answer {
  return {
    question: reply.question,
    outcome: reply.outcome,
    text: meta.text,
    figures: reply.answers.map((f) => answerFigure(f, reply)),
    derived: reply.computed.map(derivedFigure),
    missing: reply.missing.map((parts) => writeParts(parts, reply)),
    related: reply.related.map(
      ({ figure, parts }): RelatedFigure => ({
        ...answerFigure(figure, reply),
        text: writeParts(parts, reply),
      }),
    ),
    citations: reply.citations,
    notes: reply.notes.map(
      (note): AnswerNote => ({
        code: note.code,
        text: writeParts(note.parts, reply),
        figureIds: note.figureIds,
      }),
    ),
    suggestions: suggestionsOf(reply),
    composedBy: 'rules',
    conversation: meta.conversation,
    tookMs: meta.tookMs,
  }
}
