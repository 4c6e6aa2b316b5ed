/** Tells how far a long reading is: a moving line on a terminal, one line a minute elsewhere. */

export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Progress {
  /** So many more are done, of which so many failed. */
  step(done: number, failed: number): void
  /** Writes the last line. */
  finish(): void
}

export interface ProgressOptions {
  /** How many there are in all, those done in an earlier run included. */
  readonly total: number
  /** How many an interrupted run had done already; they do not count for the rate. */
  readonly before: number
  readonly stream: ProgressStream
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number
}

const TERMINAL_EVERY_MS = 200
const LOG_EVERY_MS = 60_000

function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, '.')
}

/** "40 giây", "3 phút", "1 giờ 5 phút". */
export function describeSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} giây`
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return `${minutes} phút`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} giờ${rest > 0 ? ` ${rest} phút` : ''}`
}

/** A progress that writes to a stream. Nothing is written for a single file. */
export function createProgress({
  total,
  before,
  stream,
  now = () => performance.now(),
}: ProgressOptions): Progress {
  const begun = now()
  const every = stream.isTTY ? TERMINAL_EVERY_MS : LOG_EVERY_MS
  let done = 0
  let failures = 0
  let written = begun

  const line = (): string => {
    const seconds = Math.max(0.001, (now() - begun) / 1000)
    const rate = done / seconds
    const left = total - before - done
    const parts = [
      `Đã đọc ${grouped(before + done)}/${grouped(total)} bài (${Math.floor((100 * (before + done)) / Math.max(1, total))}%)`,
      `${rate >= 10 ? grouped(rate) : rate.toFixed(1).replace('.', ',')} bài/giây`,
    ]
    if (left > 0 && rate > 0) parts.push(`còn khoảng ${describeSeconds(left / rate)}`)
    if (failures > 0) parts.push(`${grouped(failures)} tệp lỗi`)
    return parts.join(' · ')
  }
  const write = (): void => {
    stream.write(stream.isTTY ? `\r\u001b[K${line()}` : `${line()}\n`)
  }
  return {
    step(count, failed) {
      done += count
      failures += failed
      if (total <= 1 || now() - written < every) return
      written = now()
      write()
    },
    finish() {
      if (total <= 1) return
      write()
      if (stream.isTTY) stream.write('\n')
    },
  }
}
