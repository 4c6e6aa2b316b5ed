/**
 * How many messages of the month's quota are used. The plan of 2026: 3,000 a month. Unverified against
 * the live service: whether incoming messages count; they are counted here, to be on the safe side.
 */
import type { Logger } from 'pino'
import type { ChannelState } from '../messenger/state.ts'

export const MONTHLY_QUOTA = 3_000

const WARN_AT = 0.8
const STOP_AT = 0.95
const KEEP_SECONDS = 62 * 24 * 3600

export type QuotaLevel = 'free' | 'warned' | 'stopped'

export interface Quota {
  /** Counts a message; says what the counter means now. */
  count(): Promise<QuotaLevel>
  level(): Promise<QuotaLevel>
  used(): Promise<number>
}

const MONTH = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
})

/** A counter that begins anew each month of Vietnam's calendar. */
export function createQuota(
  state: ChannelState,
  now: () => Date,
  log: Logger,
  quota = MONTHLY_QUOTA,
): Quota {
  let known: { month: string; used: number } | undefined
  const current = async () => {
    const month = MONTH.format(now())
    if (known?.month !== month) {
      const used = Number((await state.get(`zalo:quota:${month}`)) ?? 0)
      // Two callers may have asked at once; the first answer stands.
      if (known?.month !== month) known = { month, used }
    }
    return known
  }
  const levelOf = (used: number): QuotaLevel =>
    used >= quota * STOP_AT ? 'stopped' : used >= quota * WARN_AT ? 'warned' : 'free'
  return {
    async count() {
      const counter = await current()
      const before = levelOf(counter.used)
      counter.used++
      const after = levelOf(counter.used)
      if (after !== before) log.warn({ used: counter.used, quota, level: after }, 'zalo-quota')
      await state.set(`zalo:quota:${counter.month}`, String(counter.used), KEEP_SECONDS)
      return after
    },
    level: async () => levelOf((await current()).used),
    used: async () => (await current()).used,
  }
}
