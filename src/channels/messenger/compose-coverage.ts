/** What the store holds, in few words: provinces, or indicators, with years and counts. */
import { capitalise, formatNumber } from '../../vietnamese/format.ts'
import type { CoverageCount } from '../app-port.ts'
import type { IndicatorName } from '../reply.ts'
import { heading, type Message, plain } from './message.ts'

interface Held {
  readonly name: string
  figures: number
  first: number
  last: number
}

/** Counts added up under the names that `nameOf` gives; rows without a name are left out. */
function heldBy(
  counts: readonly CoverageCount[],
  nameOf: (count: CoverageCount) => string | null,
): Held[] {
  const held = new Map<string, Held>()
  for (const count of counts) {
    const name = nameOf(count)
    if (name === null) continue
    const known = held.get(name) ?? { name, figures: 0, first: 9999, last: 0 }
    known.figures += count.figures
    known.first = Math.min(known.first, count.year ?? 9999)
    known.last = Math.max(known.last, count.year ?? 0)
    held.set(name, known)
  }
  return [...held.values()].sort((a, b) => b.figures - a.figures)
}

function line({ name, figures, first, last }: Held): string {
  const years = last === 0 ? 'không rõ năm' : first === last ? String(last) : `${first}–${last}`
  return `• ${name}: ${formatNumber(String(figures))} số liệu, ${years}`
}

function listed(title: string, held: readonly Held[]): Message {
  const parts =
    held.length === 0
      ? [plain('Kho chưa có số liệu nào.')]
      : [heading(title), plain(held.map(line).join('\n'))]
  return { parts, chart: null, choices: [], id: null }
}

/** Provinces and the country; districts are counted with their province. */
export function composeAreas(counts: readonly CoverageCount[]): Message {
  const held = heldBy(counts, ({ area }) => area?.split(', ').at(-1) ?? null)
  return listed(`Có số liệu của ${held.length} địa phương`, held)
}

/** Indicators by name. */
export function composeIndicators(
  counts: readonly CoverageCount[],
  nameOf: IndicatorName,
): Message {
  const held = heldBy(counts, ({ indicator }) => capitalise(nameOf(indicator)))
  return listed(`Có số liệu của ${held.length} chỉ tiêu`, held)
}
