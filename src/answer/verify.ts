/**
 * The last gate: an answer leaves only if every digit of its text is written from a record on the
 * closed list, and every value stands under the labels of its own record.
 */

import { CONCEPTS, indicatorById } from '../catalogue/indicators.ts'
import { formatPeriodVi } from '../vietnamese/format.ts'
import { indicatorPart } from './compose/draft.ts'
import { recompute } from './compute.ts'
import { sameScope } from './find/pick.ts'
import { writeParts } from './render.ts'
import type { Line, Part, Reply } from './reply.ts'

/** What is wrong with an answer; an answer with any fault is not sent. */
export interface Fault {
  readonly code: 'digit' | 'record' | 'label' | 'text' | 'quote' | 'formula' | 'citation'
  readonly detail: string
}

const DIGIT = /\p{Nd}/u

/** The faults of a reply and of the text made from it; none when it may leave. */
export function verify(reply: Reply, text: string): Fault[] {
  const faults: Fault[] = []
  const lines = reply.lines.map((line) => writeParts(line.parts, reply))
  if (text !== lines.join('\n'))
    faults.push({ code: 'text', detail: 'the text is not what the parts say' })
  const everywhere: readonly (readonly Part[])[] = [
    ...reply.lines.map((line) => line.parts),
    ...reply.related.map((r) => r.parts),
    ...reply.notes.map((n) => n.parts),
    ...reply.missing,
    ...reply.suggestions.map((s) => s.parts),
  ]
  for (const parts of everywhere) for (const part of parts) faults.push(...partFaults(part, reply))
  for (const line of reply.lines) faults.push(...labelFaults(line, reply))
  for (const { figure, parts } of reply.related)
    faults.push(
      ...labelFaults({ role: 'related', parts }, reply),
      ...recordFaults(figure.id, reply),
    )
  faults.push(...computedFaults(reply), ...citationFaults(reply))
  return faults
}

function partFaults(part: Part, reply: Reply): Fault[] {
  switch (part.kind) {
    case 'text':
      return DIGIT.test(part.text) ? [{ code: 'digit', detail: part.text }] : []
    case 'value':
    case 'change':
    case 'size':
      return recordFaults(part.figure, reply)
    case 'computed':
    case 'formula':
      return reply.computed[part.index]
        ? []
        : [{ code: 'record', detail: `computed ${part.index}` }]
    case 'period':
      return part.text === formatPeriodVi(part.period) ? [] : [{ code: 'label', detail: part.text }]
    case 'indicator':
      return indicatorWords(part).includes(part.text) ? [] : [{ code: 'label', detail: part.text }]
    case 'area':
      return DIGIT.test(part.text) && !DIGIT.test(part.area)
        ? [{ code: 'label', detail: part.text }]
        : []
    case 'quote':
      return quoteFaults(part, reply)
    case 'count':
      return countFaults(part)
    case 'known':
      return knownFaults(part)
    case 'cite':
    case 'source':
      return reply.citations.some((c) => c.n === part.n)
        ? []
        : [{ code: 'citation', detail: `[${part.n}]` }]
    case 'asked':
      return part.end <= reply.question.length && part.start < part.end
        ? []
        : [{ code: 'quote', detail: 'question' }]
    case 'date':
      return reply.citations.some((c) => c.published === part.date)
        ? []
        : [{ code: 'record', detail: part.date }]
  }
}

function indicatorWords(part: Extract<Part, { kind: 'indicator' }>): string[] {
  return [false, true].map((short) => {
    const made = indicatorPart(part.code, part.scope, short)
    return made.kind === 'indicator' ? made.text : ''
  })
}

function recordFaults(id: string, reply: Reply): Fault[] {
  const cited = reply.citationOf.has(id)
  return reply.figures.has(id) && cited ? [] : [{ code: 'record', detail: id }]
}

function quoteFaults(part: Extract<Part, { kind: 'quote' }>, reply: Reply): Fault[] {
  const quote = reply.citations.find((c) => c.n === part.n)?.quote
  const fits =
    quote !== undefined && part.start >= 0 && part.end <= quote.length && part.start < part.end
  return fits ? [] : [{ code: 'quote', detail: `[${part.n}]` }]
}

/** A count is the number of what was counted, or the sum of counts given with it. */
function countFaults(part: Extract<Part, { kind: 'count' }>): Fault[] {
  const sums = part.of.map((item) => Number(item.split('|')[3] ?? Number.NaN))
  const counted =
    sums.every(Number.isFinite) && sums.length > 0
      ? sums.reduce((a, b) => a + b, 0)
      : new Set(part.of).size
  return part.value === counted ? [] : [{ code: 'digit', detail: `count ${part.value}` }]
}

/** Fixed words with digits must be exactly those of the program's own tables. */
function knownFaults(part: Extract<Part, { kind: 'known' }>): Fault[] {
  const [kind = '', id = ''] = part.id.split(':')
  const term = indicatorById(id) ?? CONCEPTS.find((c) => c.id === id)
  const fits =
    kind === 'definition'
      ? term?.definition === part.text
      : kind === 'how-to-read'
        ? term?.howToRead === part.text
        : kind === 'merger-day'
          ? part.text === '1/7/2025'
          : kind === 'coverage-years'
            ? /^(?:\d{4}|không rõ năm)(?:, (?:\d{4}|không rõ năm))*$/.test(part.text)
            : kind === 'example' || kind === 'default'
  return fits ? [] : [{ code: 'digit', detail: part.text }]
}

interface Labels {
  readonly indicator: Extract<Part, { kind: 'indicator' }> | undefined
  readonly area: Extract<Part, { kind: 'area' }> | undefined
  readonly period: Extract<Part, { kind: 'period' }> | undefined
}

/** Each value must stand after labels that are those of its record. */
function labelFaults(line: Line, reply: Reply): Fault[] {
  const faults: Fault[] = []
  let labels: Labels = { indicator: undefined, area: undefined, period: undefined }
  for (const part of line.parts) {
    if (part.kind === 'indicator') labels = { ...labels, indicator: part }
    else if (part.kind === 'area') labels = { ...labels, area: part }
    else if (part.kind === 'period') labels = { ...labels, period: part }
    else if (part.kind === 'value' || part.kind === 'change' || part.kind === 'size') {
      const record = reply.figures.get(part.figure)
      if (record && !fits(labels, record)) faults.push({ code: 'label', detail: part.figure })
    } else if (part.kind === 'computed') {
      const record = reply.computed[part.index]
      if (record && !fits(labels, record)) faults.push({ code: 'label', detail: record.formula })
    }
  }
  return faults
}

interface Keyed {
  readonly indicator: string
  readonly area: string | null
  readonly borders: string | null
  readonly scope: string | null
  readonly period: string
}

function fits({ indicator, area, period }: Labels, record: Keyed): boolean {
  return (
    indicator?.code === record.indicator &&
    sameScope(indicator.scope, record.scope) &&
    area?.area === record.area &&
    area.borders === record.borders &&
    period?.period === record.period
  )
}

/** Every computed value is worked out again from its stored inputs. */
function computedFaults(reply: Reply): Fault[] {
  return reply.computed.flatMap((computed) => {
    const again = recompute(computed)
    const stored = computed.figures.every((f) => reply.figures.get(f.id) === f)
    const same =
      again?.value === computed.value &&
      again.formula === computed.formula &&
      again.unit === computed.unit
    return stored && same ? [] : [{ code: 'formula' as const, detail: computed.formula }]
  })
}

function citationFaults(reply: Reply): Fault[] {
  return reply.citations.flatMap((c, i) =>
    c.n === i + 1 ? [] : [{ code: 'citation' as const, detail: String(c.n) }],
  )
}
