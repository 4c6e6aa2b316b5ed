/** Colours, sizes and how each status is drawn. One place, used by plot and legend alike. */
import type { Status } from '../model/figure.ts'

export const WIDTH = 540
export const PADDING = 20
export const FONT = 'Be Vietnam Pro'

export const INK = '#17222D'
export const GREY = '#5B6874'
export const FAINT = '#E3E8ED'
export const PAPER = '#FFFFFF'

/** Told apart by people who do not see red and green, and at least 4.5:1 on white. */
export const LINE_COLOURS = ['#0B5CA8', '#B4520A', '#0B7458', '#8A3F97', '#B3261E', '#4A5B69']

export function colourOf(index: number): string {
  return LINE_COLOURS[index % LINE_COLOURS.length] ?? INK
}

/** How a bar of this status is painted: full for results, hatched for estimates, an outline for what is only wanted. */
export type Paint = 'full' | 'hatched' | 'outlined'

export const PAINT: Record<Status, Paint> = {
  actual: 'full',
  preliminary: 'hatched',
  estimate: 'hatched',
  forecast: 'outlined',
  target: 'outlined',
}

export const SIZES = { title: 20, unit: 14, legend: 14, label: 14, tick: 12.5, source: 12 }

/** The colour thinned on white paper: `part` of it, the rest paper. Opaque, so grid lines do not shine through. */
export function tint(colour: string, part: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const full = Number.parseInt(colour.slice(at, at + 2), 16)
    return Math.round(255 + (full - 255) * part)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${mixed.join('')}`
}

/** Shares of a colour that fill a hatched and an outlined bar. */
export const HATCHED_TINT = 0.3
export const OUTLINED_TINT = 0.06
