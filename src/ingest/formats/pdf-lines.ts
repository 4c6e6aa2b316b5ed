/** The words of a PDF page as lines of segments, by where they stand on the paper. */

/** A run of words with its place; points, origin at the lower left. */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Pieces on one height, left to right; a wide gap lies between two of them. */
export interface PageLine {
  readonly y: number
  readonly size: number
  readonly left: number
  readonly right: number
  readonly pieces: readonly Piece[]
}

/** Gap, in letter heights, from which on two pieces are cells of a table rather than words. */
const CELL_GAP = 1.1
const WORD_GAP = 0.12
const SAME_LINE = 0.45

function groupByHeight(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.left - b.left)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (
      line &&
      first &&
      Math.abs(first.y - piece.y) <= SAME_LINE * Math.max(first.size, piece.size)
    ) {
      line.push(piece)
    } else lines.push([piece])
  }
  return lines
}

function join(left: Piece, right: Piece): Piece {
  const gap = right.left - left.right
  const isApart =
    gap > WORD_GAP * left.size && !left.text.endsWith(' ') && !right.text.startsWith(' ')
  return {
    ...left,
    text: `${left.text}${isApart ? ' ' : ''}${right.text}`,
    right: Math.max(left.right, right.right),
  }
}

function toLine(row: readonly Piece[]): PageLine {
  const pieces: Piece[] = []
  for (const piece of [...row].sort((a, b) => a.left - b.left)) {
    const last = pieces.at(-1)
    if (last && piece.left - last.right < CELL_GAP * Math.max(last.size, piece.size)) {
      pieces[pieces.length - 1] = join(last, piece)
    } else pieces.push(piece)
  }
  const size = Math.max(...row.map((piece) => piece.size))
  const right = Math.max(...pieces.map((piece) => piece.right))
  return { y: row[0]?.y ?? 0, size, left: pieces[0]?.left ?? 0, right, pieces }
}

/** Lines of a page from top to bottom. */
export function toPageLines(pieces: readonly Piece[]): PageLine[] {
  return groupByHeight(pieces.filter((piece) => piece.text.trim() !== '')).map(toLine)
}

/** The words of a line with single spaces. */
export function lineText(line: PageLine): string {
  return line.pieces.map((piece) => piece.text.trim()).join(' ')
}
