/** The marks with which newspapers sign their dispatches: "(HBĐT) -", "QNO -". */
import { PROVINCES } from '../catalogue/areas.ts'

/** Marks that no rule could tell. */
const MARKS: Readonly<Record<string, string>> = {
  ĐBP: 'Báo Điện Biên Phủ',
  QNO: 'Báo Quảng Nam',
  QNgO: 'Báo Quảng Ngãi',
  GLO: 'Báo Gia Lai',
  SGGP: 'Báo Sài Gòn Giải Phóng',
  SGGPO: 'Báo Sài Gòn Giải Phóng',
  HNM: 'Báo Hà Nội Mới',
  HNMO: 'Báo Hà Nội Mới',
  TTXVN: 'TTXVN',
  THTG: 'Đài PT-TH Tiền Giang',
  NTO: 'Báo Ninh Thuận',
  BGĐT: 'Báo Bắc Giang',
}

/** "HBĐT": the initials of the province and "điện tử". Only initials that one province has. */
const BY_INITIALS = initialsTable()

function initialsTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string | null>()
  for (const { name } of PROVINCES) {
    const initials = name
      .split(/[\s-]+/)
      .map((word) => word.charAt(0))
      .join('')
    table.set(initials, table.has(initials) ? null : name)
  }
  const unique = [...table].filter((entry): entry is [string, string] => entry[1] !== null)
  return new Map(unique.map(([initials, name]) => [`${initials}ĐT`, `Báo ${name}`]))
}

const MARK = /^\s*(?:\((\p{Lu}[\p{L}]{1,6})\)\s*[.\-–—]{0,2}|(\p{Lu}[\p{L}]{1,6})\s+[-–—])\s/u

/** The publisher that signs a paragraph with its mark; undefined when there is none or nobody knows it. */
export function publisherOfMark(paragraph: string): string | undefined {
  const hit = MARK.exec(paragraph)
  const mark = hit?.[1] ?? hit?.[2]
  return mark === undefined ? undefined : (MARKS[mark] ?? BY_INITIALS.get(mark))
}
