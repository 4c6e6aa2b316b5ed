/**
 * The last gate: an answer leaves only if every digit of its text is written from a record on the
 * closed list, and every value stands under the labels of its own record.
 */

import { CONCEPTS, indicatorById } from '../catalogue/indicators.ts'
import { formatPeriodVi } from '../vietnamese/format.ts'
import { areaPart, indicatorPart } from './compose/draft.ts'
import { MERGER_DAY_TEXT } from './compose/notes.ts'
import { EXAMPLE_TEXT } from './compose/talk.ts'
import { recompute } from './compute.ts'
import { sameScope } from './find/pick.ts'
import { writeParts } from './render.ts'
import type { Part, Reply } from './reply.ts'

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
  for (const parts of everywhere) {
    faults.push(
      ...parts.flatMap((part) => partFault(part, reply) ?? []),
      ...labelFaults(parts, reply),
    )
  }
  for (const figure of [...reply.answers, ...reply.related.map((r) => r.figure)]) {
    const fault = recordFault(figure.id, reply)
    if (fault) faults.push(fault)
  }
  faults.push(...computedFaults(reply), ...citationFaults(reply))
  return faults
}

type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>
type Checks = { readonly [K in Part['kind']]: (part: PartOf<K>, reply: Reply) => Fault | undefined }

/** Each kind of part with what makes it true; undefined when it is. */
const CHECKS: Checks = {
  text: ({ text }) => wrongUnless(!DIGIT.test(text), 'digit', text),
  value: ({ figure }, reply) => recordFault(figure, reply),
  change: ({ figure }, reply) => recordFault(figure, reply),
  size: ({ figure }, reply) => recordFault(figure, reply),
  computed: ({ index }, reply) =>
    wrongUnless(index in reply.computed, 'record', `computed ${index}`),
  formula: ({ index }, reply) =>
    wrongUnless(index in reply.computed, 'record', `computed ${index}`),
  period: ({ text, period }) => wrongUnless(text === formatPeriodVi(period), 'label', text),
  indicator: (part) => wrongUnless(indicatorWords(part).includes(part.text), 'label', part.text),
  area: (part) => wrongUnless(areaWords(part).includes(part.text), 'label', part.text),
  quote: quoteFault,
  count: countFault,
  known: knownFault,
  cite: ({ n }, reply) => wrongUnless(isCited(n, reply), 'citation', `[${n}]`),
  source: ({ n }, reply) => wrongUnless(isCited(n, reply), 'citation', `[${n}]`),
  asked: ({ start, end }, reply) =>
    wrongUnless(start >= 0 && start < end && end <= reply.question.length, 'quote', 'question'),
  date: ({ date }, reply) =>
    wrongUnless(
      reply.citations.some((c) => c.published === date),
      'record',
      date,
    ),
}

function partFault<K extends Part['kind']>(part: PartOf<K>, reply: Reply): Fault | undefined {
  return CHECKS[part.kind as K](part, reply)
}

function wrongUnless(right: boolean, code: Fault['code'], detail: string): Fault | undefined {
  return right ? undefined : { code, detail }
}

function isCited(n: number, reply: Reply): boolean {
  return reply.citations.some((c) => c.n === n)
}

/** The labels an area may have in any year: "Thừa Thiên Huế" and "TP Huế". */
function areaWords({ area, borders }: PartOf<'area'>): string[] {
  return [null, '2000', '2026'].map((period) => {
    const made = areaPart(area, borders, period)
    return made.kind === 'area' ? made.text : ''
  })
}

function indicatorWords(part: PartOf<'indicator'>): string[] {
  return [false, true].map((short) => {
    const made = indicatorPart(part.code, part.scope, short)
    return made.kind === 'indicator' ? made.text : ''
  })
}

function recordFault(id: string, reply: Reply): Fault | undefined {
  return wrongUnless(reply.figures.has(id) && reply.citationOf.has(id), 'record', id)
}

function quoteFault({ n, start, end }: PartOf<'quote'>, reply: Reply): Fault | undefined {
  const quote = reply.citations.find((c) => c.n === n)?.quote
  const fits = quote !== undefined && start >= 0 && end <= quote.length && start < end
  return wrongUnless(fits, 'quote', `[${n}]`)
}

/** A count is the number of what was counted, or the sum of counts given with it. */
function countFault({ value, of }: PartOf<'count'>): Fault | undefined {
  const sums = of.map((item) => Number(item.split('|')[3] ?? Number.NaN))
  const summed = sums.length > 0 && sums.every(Number.isFinite)
  const counted = summed ? sums.reduce((a, b) => a + b, 0) : new Set(of).size
  return wrongUnless(value === counted, 'digit', `count ${value}`)
}

const YEARS = /^(?:\d{4}|không rõ năm)(?:, (?:\d{4}|không rõ năm))*$/

/** Fixed words with digits must be exactly those of the program's own tables, or of the question. */
function knownFault({ id, text }: PartOf<'known'>, reply: Reply): Fault | undefined {
  const [kind = '', term = ''] = id.split(':')
  const entry = indicatorById(term) ?? CONCEPTS.find((c) => c.id === term)
  const own: Readonly<Record<string, boolean>> = {
    definition: entry?.definition === text,
    'how-to-read': entry?.howToRead === text,
    base: formatPeriodVi(term) === text,
    'merger-day': text === MERGER_DAY_TEXT,
    example: text === EXAMPLE_TEXT,
    'coverage-years': YEARS.test(text),
    default: (text.match(/\p{Nd}+/gu) ?? []).every((digits) => reply.question.includes(digits)),
  }
  return wrongUnless(own[kind] === true, 'digit', text)
}

interface Labels {
  readonly indicator: PartOf<'indicator'> | undefined
  readonly area: PartOf<'area'> | undefined
  readonly period: PartOf<'period'> | undefined
}

/** Each value must stand after labels that are those of its record. */
function labelFaults(parts: readonly Part[], reply: Reply): Fault[] {
  const faults: Fault[] = []
  let labels: Labels = { indicator: undefined, area: undefined, period: undefined }
  for (const part of parts) {
    if (part.kind === 'indicator' || part.kind === 'area' || part.kind === 'period')
      labels = { ...labels, [part.kind]: part }
    const record = recordOf(part, reply)
    if (record && !fits(labels, record)) faults.push({ code: 'label', detail: record.period })
  }
  return faults
}

/** The record whose value a part shows; undefined for parts that show none. */
function recordOf(part: Part, reply: Reply): Keyed | undefined {
  if (part.kind === 'computed') return reply.computed[part.index]
  const shows = part.kind === 'value' || part.kind === 'change' || part.kind === 'size'
  return shows ? reply.figures.get(part.figure) : undefined
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
