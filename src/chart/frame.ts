/** The sheet around a plot: title, unit, legend, source. Writes SVG by hand, every text escaped. */
import { textWidth, wrapText } from './measure.ts'
import {
  FAINT,
  FONT,
  GREY,
  HATCHED_TINT,
  INK,
  OUTLINED_TINT,
  PADDING,
  PAPER,
  type Paint,
  SIZES,
  tint,
  WIDTH,
} from './style.ts'

export interface LegendEntry {
  readonly name: string
  readonly colour: string
  readonly paint: Paint
  /** Drawn as a piece of line with its dot instead of a piece of bar. */
  readonly asLine: boolean
}

export interface Frame {
  readonly title: string
  readonly unit: string
  readonly source: string
  readonly legend: readonly LegendEntry[]
  readonly alt: string
}

const INNER = WIDTH - 2 * PADDING
const FOLLOW = 1.32

/** Text made safe for SVG; characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

interface Block {
  readonly svg: string
  readonly height: number
}

function textBlock(lines: readonly string[], y: number, size: number, fill: string, weight = 400) {
  const step = size * FOLLOW
  const svg = lines
    .map((line, i) => {
      const base = (y + step * i + size).toFixed(1)
      return `<text x="${PADDING}" y="${base}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`
    })
    .join('')
  return { svg, height: lines.length * step }
}

function lineSwatch({ colour, paint }: LegendEntry, x: number, y: number): string {
  const dash = paint === 'full' ? '' : ' stroke-dasharray="5 4"'
  const look = `fill="${paint === 'full' ? colour : PAPER}" stroke="${colour}" stroke-width="2"`
  const dot =
    paint === 'outlined'
      ? `<path d="M${x + 11} ${y + 2}l5 5l-5 5l-5 -5z" ${look}/>`
      : `<circle cx="${x + 11}" cy="${y + 7}" r="4" ${look}/>`
  return `<path d="M${x} ${y + 7}h22" stroke="${colour}" stroke-width="2.5"${dash}/>${dot}`
}

function barSwatch({ colour, paint }: LegendEntry, x: number, y: number): string {
  const box = `x="${x + 1}" y="${y + 0.5}" width="20" height="13"`
  if (paint === 'full') return `<rect ${box} fill="${colour}"/>`
  const border = `stroke="${colour}" stroke-width="1.5"`
  if (paint === 'outlined')
    return `<rect ${box} fill="${tint(colour, OUTLINED_TINT)}" ${border} stroke-dasharray="4 3"/>`
  const hatch = [4, 10, 16].map((at) => `M${x + at} ${y + 13.5}l5 -13`).join('')
  return `<rect ${box} fill="${tint(colour, HATCHED_TINT)}" ${border}/><path d="${hatch}" stroke="${colour}"/>`
}

/** Entries in rows, as many a row as fit. */
function legendBlock(entries: readonly LegendEntry[], top: number): Block {
  if (entries.length === 0) return { svg: '', height: 0 }
  let x = PADDING
  let y = top
  let svg = ''
  for (const entry of entries) {
    const [name = ''] = wrapText(entry.name, INNER - 30, SIZES.legend, { most: 1 })
    const width = 30 + textWidth(name, SIZES.legend) + 18
    if (x > PADDING && x + width - 18 > WIDTH - PADDING) {
      x = PADDING
      y += 23
    }
    svg += entry.asLine ? lineSwatch(entry, x, y) : barSwatch(entry, x, y)
    svg += `<text x="${x + 30}" y="${y + 12}" font-size="${SIZES.legend}" fill="${INK}">${escapeXml(name)}</text>`
    x += width
  }
  return { svg, height: y - top + 23 }
}

/**
 * Puts a plot (an `<svg>` element of its own, `plotHeight` pixels high) into its sheet. Returns the
 * whole SVG and its height.
 */
export function frameAround(
  frame: Frame,
  plot: string,
  plotHeight: number,
): { svg: string; height: number } {
  const title = wrapText(frame.title, INNER, SIZES.title, { bold: true, most: 4 })
  const head = textBlock(title, PADDING - 4, SIZES.title, INK, 600)
  const unit = textBlock([frame.unit], PADDING + head.height, SIZES.unit, GREY)
  const legendTop = PADDING + head.height + unit.height + 8
  const legend = legendBlock(frame.legend, legendTop)
  const plotTop = Math.round(legendTop + legend.height)
  const footTop = plotTop + plotHeight + 6
  const words = wrapText(`Nguồn: ${frame.source}`, INNER, SIZES.source, { most: 4 })
  const foot = textBlock(words, footTop + 8, SIZES.source, GREY)
  const height = Math.ceil(footTop + 8 + foot.height + PADDING - 6)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(frame.alt)}" font-family="'${FONT}', system-ui, sans-serif">
<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>${head.svg}${unit.svg}${legend.svg}
<g transform="translate(0 ${plotTop})">${plot}</g>
<path d="M${PADDING} ${footTop}h${INNER}" stroke="${FAINT}"/>${foot.svg}</svg>`
  return { svg, height }
}
