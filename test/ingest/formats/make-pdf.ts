/** Makes small PDF files for the tests: lines and tables at given places, in a Vietnamese font. */
import { readFile } from 'node:fs/promises'
import fontkit from '@pdf-lib/fontkit'
import { PDFDocument } from 'pdf-lib'

const FONT = 'node_modules/@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'

export interface PlacedText {
  readonly text: string
  readonly x: number
  /** Distance from the top of the page. */
  readonly top: number
  /** Right edge instead of left: numbers stand flush right. */
  readonly flushRight?: boolean
}

/** A PDF with one page for each list of texts, A4 upright, ten points. */
export async function makePdf(pages: readonly (readonly PlacedText[])[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  const font = await pdf.embedFont(await readFile(FONT), { subset: true })
  for (const texts of pages) {
    const page = pdf.addPage([595, 842])
    for (const { text, x, top, flushRight } of texts) {
      const left = flushRight ? x - font.widthOfTextAtSize(text, 10) : x
      page.drawText(text, { x: left, y: 842 - top, size: 10, font })
    }
  }
  return pdf.save()
}

/** Rows of a table: labels at 60, numbers flush right at the given edges. */
export function tableRows(
  rows: readonly (readonly string[])[],
  edges: readonly number[],
  top: number,
): PlacedText[] {
  return rows.flatMap(([label = '', ...cells], i) => [
    ...(label === '' ? [] : [{ text: label, x: 60, top: top + i * 16 }]),
    ...cells.flatMap((text, j) =>
      text === '' ? [] : [{ text, x: edges[j] ?? 500, top: top + i * 16, flushRight: true }],
    ),
  ])
}
