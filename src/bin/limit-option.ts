/** `--limit` of commands that list what grows. */
import { type Option, textOf, type Values, wrongCall } from './command.ts'

const FALLBACK = 100
const MOST = 50_000

export const limitOption: Readonly<Record<string, Option>> = {
  limit: { type: 'string', value: 'SỐ', help: `nhiều nhất bao nhiêu dòng (mặc định ${FALLBACK})` },
}

/** How many lines are wanted; throws `call-wrong` for anything but a number from 1 to 50,000. */
export function limitOf(command: string, values: Values): number {
  const given = textOf(values, 'limit') ?? String(FALLBACK)
  if (/^\d{1,5}$/.test(given) && Number(given) >= 1 && Number(given) <= MOST) return Number(given)
  throw wrongCall(command, `--limit nhận số từ 1 đến ${MOST}, không nhận “${given}”.`)
}
