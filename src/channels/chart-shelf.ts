/**
 * Charts waiting to be fetched. An answer names its chart by an address; the picture is drawn when
 * somebody opens it, and again and again for those who fetch twice.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { renderChart } from '../chart/chart.ts'
import { refusalOf } from '../chart/refuse.ts'
import type { ChartSpec } from '../chart/spec.ts'
import { alternativeText } from '../chart/words.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MOST_CHARTS = 500

/** A chart that can be fetched. */
export interface ShelvedChart {
  /** Path under our own address; cannot be guessed, ends with a day or when the shelf is full. */
  readonly path: string
  readonly title: string
  /** The chart in words, with every number in it. */
  readonly alt: string
  readonly kind: ChartSpec['kind']
}

export interface ChartShelf {
  /** Puts a chart on the shelf; null when there is nothing that can be drawn. */
  put(spec: ChartSpec): ShelvedChart | null
  /** The picture, null for an unknown or expired name. */
  png(id: string): Promise<Uint8Array<ArrayBuffer> | null>
}

interface Entry {
  readonly spec: ChartSpec
  readonly until: number
  drawn: Promise<Uint8Array<ArrayBuffer> | null> | null
}

async function draw(spec: ChartSpec): Promise<Uint8Array<ArrayBuffer> | null> {
  const chart = await renderChart(spec)
  return chart.kind === 'chart' ? new Uint8Array(chart.png) : null
}

/** An empty shelf. `now` is in milliseconds and need not be the time of day. */
export function createChartShelf(now: () => number = () => performance.now()): ChartShelf {
  const secret = randomBytes(32)
  const entries = new Map<string, Entry>()
  return {
    put(spec) {
      if (refusalOf(spec)) return null
      // The same chart has the same name, so that an answer given often fills the shelf once.
      const id = createHmac('sha256', secret)
        .update(JSON.stringify(spec))
        .digest('hex')
        .slice(0, 32)
      const drawn = entries.get(id)?.drawn ?? null
      entries.delete(id)
      entries.set(id, { spec, until: now() + DAY_MS, drawn })
      const oldest = entries.keys().next()
      if (entries.size > MOST_CHARTS && !oldest.done) entries.delete(oldest.value)
      const { title, kind } = spec
      return { path: `/bieu-do/${id}.png`, title, kind, alt: alternativeText(spec) }
    },
    async png(id) {
      const entry = entries.get(id)
      if (!entry || entry.until < now()) return null
      entry.drawn ??= draw(entry.spec)
      return entry.drawn
    },
  }
}
