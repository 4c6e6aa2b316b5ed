/** Timing, and the table in which every figure stands beside the floor or the peer of the same run. */
import { cpus, totalmem } from 'node:os'

export interface Row {
  readonly what: string
  readonly ours: string
  /** What ours is held against. */
  readonly beside: string
  readonly ratio: string
  /** What the ratio or the figure should be, and whether it is; absent where there is no target. */
  readonly wanted?: string
  readonly holds?: boolean
}

/** One benchmark: its rows, or why it cannot run here. */
export type Bench = () => Promise<readonly Row[] | string>

/** The value below which the given part of the numbers lies; `quantile(times, 0.5)` is the median. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}

export const median = (numbers: readonly number[]) => quantile(numbers, 0.5)

/** Time of one call in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Calls several things in turn, so that what the machine does besides falls on all alike. */
export async function timedInTurn<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, (round: number) => unknown>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(await timed(() => works[name](round)))
  }
  return times
}

export const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 1)} ms`
export const times = (ratio: number) => `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`

/** What the figures were measured on. */
export function machine(): string {
  const [first] = cpus()
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
  return `Node ${process.versions.node}, ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${gigabytes} GB`
}

/** The rows in aligned columns. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.ours,
    row.beside,
    row.ratio,
    row.wanted === undefined ? '' : `${row.wanted}: ${row.holds ? 'yes' : 'NO'}`,
  ])
  const all = [['what', 'ours', 'beside', 'ratio', 'wanted'], ...cells]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((line) => line[at]?.length ?? 0)))
  return all
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
