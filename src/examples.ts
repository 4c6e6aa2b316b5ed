/** Questions for an empty chat, made from what the store covers and tried before they are offered. */
import type { Answerer } from './answer/answer.ts'
import { indicatorName } from './catalogue/indicators.ts'
import { EXAMPLES } from './channels/texts.ts'
import type { CoverageRow, Store } from './store/store.ts'
import { capitalise } from './vietnamese/format.ts'

export interface Examples {
  /** The questions of the last look; a look that is old is renewed meanwhile. */
  list(): readonly string[]
  /** Looks at the store now. Never rejects: without the store the last questions stay. */
  renew(): Promise<void>
}

const MOST = 3
const MOST_TRIED = 20
const RENEW_AFTER_MS = 10 * 60_000
const WHAT_IS_HELD = 'Hỏi Số có số liệu của những tỉnh nào?'

const WORDINGS = [
  (what: string, where: string, year: number) => `${what} ${where} năm ${year} là bao nhiêu?`,
  (what: string, where: string, year: number) => `${what} ${where} năm ${year} tăng bao nhiêu?`,
  (what: string, where: string, year: number) => `${what} ${where} năm ${year}`,
]

interface Cell {
  readonly indicator: string
  readonly area: string
  readonly year: number
  readonly figures: number
}

function cellsOf(rows: readonly CoverageRow[]): Cell[] {
  const cells = rows.flatMap(({ indicator, area, year, figures }) =>
    area === null || year === null ? [] : [{ indicator, area, year, figures }],
  )
  // The best known first; the same order whatever the store gives.
  return cells.sort(
    (a, b) =>
      b.figures - a.figures ||
      b.year - a.year ||
      a.area.localeCompare(b.area, 'vi') ||
      a.indicator.localeCompare(b.indicator),
  )
}

/** Another indicator and, while there are several, another area for each question. */
async function findExamples(store: Store, answerer: Answerer): Promise<string[]> {
  const cells = cellsOf(await store.coverage({}))
  const severalAreas = new Set(cells.map(({ area }) => area)).size >= MOST
  const used = new Set<string>()
  const found: string[] = []
  let tried = 0
  for (const { indicator, area, year } of cells) {
    if (found.length === MOST || tried === MOST_TRIED) break
    if (used.has(indicator) || (severalAreas && used.has(area))) continue
    tried += 1
    const wording = WORDINGS[found.length]
    const question = wording?.(capitalise(indicatorName(indicator)), area, year) ?? ''
    const { outcome, missing } = await answerer.ask(question)
    if (outcome !== 'answered' || missing.length > 0) continue
    used.add(indicator).add(area)
    found.push(question)
  }
  return [...found, WHAT_IS_HELD]
}

/** Until the first look the fixed list is offered. */
export function createExamples(store: Store, answerer: Answerer): Examples {
  let known: readonly string[] = EXAMPLES
  let seen: { readonly version: string; readonly at: number } | undefined
  const look = async () => {
    const version = await store.dataVersion()
    if (seen?.version !== version) known = await findExamples(store, answerer)
    seen = { version, at: performance.now() }
  }
  let looking: Promise<void> | undefined
  const renew = () => {
    looking ??= look()
      .catch(() => undefined)
      .finally(() => {
        looking = undefined
      })
    return looking
  }
  return {
    renew,
    list() {
      if (!seen || performance.now() - seen.at > RENEW_AFTER_MS) void renew()
      return known
    },
  }
}
