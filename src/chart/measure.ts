/**
 * Widths of text in the bundled font, without a canvas. Vietnamese marks do not change how wide a
 * letter is, so the table of the plain letters is enough; a test holds it against the font itself.
 */

// Advance widths of Be Vietnam Pro, in thousandths of the font size, for U+0020 … U+007E.
const REGULAR = [
  230, 280, 318, 807, 645, 849, 740, 179, 439, 439, 497, 608, 303, 608, 286, 503, 676, 385, 651,
  660, 710, 660, 680, 594, 634, 680, 286, 303, 556, 726, 556, 573, 1005, 736, 674, 775, 728, 620,
  633, 783, 709, 258, 465, 679, 624, 853, 732, 826, 644, 822, 668, 635, 650, 725, 706, 1005, 720,
  665, 660, 459, 485, 459, 559, 702, 202, 642, 652, 613, 652, 599, 386, 643, 583, 264, 274, 555,
  255, 893, 573, 642, 652, 652, 392, 508, 428, 566, 576, 870, 559, 583, 502, 426, 408, 426, 468,
]
const OTHERS: Record<string, number> = { đ: 662, Đ: 788, '–': 682, '…': 726, '·': 255, '−': 608 }
const SEMIBOLD_FACTOR = 1.035

/** Width of `text` in pixels at `size`; a semibold face runs a little wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, ''))
    thousandths += REGULAR[(letter.codePointAt(0) ?? 0) - 32] ?? OTHERS[letter] ?? 700
  return ((thousandths * size) / 1000) * (bold ? SEMIBOLD_FACTOR : 1)
}

/** Lines of at most `width` pixels, broken between words; what is beyond `most` lines ends in "…". */
export function wrapText(
  text: string,
  width: number,
  size: number,
  { bold = false, most = 3 }: { bold?: boolean; most?: number } = {},
): string[] {
  const fits = (line: string) => textWidth(line, size, bold) <= width
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines.slice(0, most)
  const cut = lines.length > most
  return kept.map((line, i) => shorten(line, fits, cut && i === most - 1))
}

/** A line that is too long for itself, or that more should follow, ends in "…". */
function shorten(line: string, fits: (line: string) => boolean, more: boolean): string {
  if (!more && fits(line)) return line
  let short = line
  while (short !== '' && !fits(`${short}…`)) short = short.slice(0, -1)
  return `${short.trimEnd()}…`
}
