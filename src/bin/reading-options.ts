/** What `ingest` and `extract` share: what an operator knows of the articles being read. */

import { areaByName } from '../catalogue/areas.ts'
import { AppError } from '../model/errors.ts'
import type { Option, Values } from './command.ts'
import { textOf, wrongCall } from './command.ts'

export const readingOptions: Readonly<Record<string, Option>> = {
  area: {
    type: 'string',
    value: 'TÊN',
    help: 'tỉnh, thành phố hoặc “Huyện, Tỉnh” mà bài viết nói về',
  },
  published: { type: 'string', value: 'NGÀY', help: 'ngày đăng: YYYY, YYYY-MM hoặc YYYY-MM-DD' },
  publisher: { type: 'string', value: 'TÊN', help: 'nơi đăng' },
}

export interface ReadOptions {
  readonly area: string | null
  readonly published: string | null
  readonly publisher: string | null
}

/** Validated options; throws `call-wrong` for a province that does not exist or a date that is none. */
export function readOptionsOf(command: string, values: Values): ReadOptions {
  const area = textOf(values, 'area') ?? null
  const published = textOf(values, 'published') ?? null
  if (published !== null && !isDate(published))
    throw wrongCall(command, `“${published}” không phải là ngày (YYYY, YYYY-MM hoặc YYYY-MM-DD).`)
  if (area !== null && areaByName(area) === undefined)
    throw new AppError(
      'call-wrong',
      `Không có tỉnh hay huyện nào tên “${area}”. Viết như: Hải Dương, hoặc Cẩm Giàng, Hải Dương.`,
    )
  return {
    area: area === null ? null : (areaByName(area) ?? null),
    published,
    publisher: textOf(values, 'publisher') ?? null,
  }
}

function isDate(text: string): boolean {
  const hit = /^\d{4}(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!hit) return false
  if (hit[1] !== undefined && (Number(hit[1]) < 1 || Number(hit[1]) > 12)) return false
  return hit[2] === undefined || !Number.isNaN(Date.parse(text))
}
