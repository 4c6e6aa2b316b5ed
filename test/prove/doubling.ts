/** How much longer a step takes on a text of twice the length. */

/** Long enough for anything worse than linear to show, short enough to stay in the processor's caches. */
const LENGTH = 32_000
/** A measurement shorter than this, in ms, is repeated until it is longer. */
const SHORTEST = 4
/** The best of so many runs: other programs on the machine only ever add time. */
const RUNS = 4
/** A growth above this is measured again before it is believed. */
const SUSPICIOUS = 2.3
const RETRIES = 5

type Step = (text: string) => unknown

/** Time of so many calls, in ms. */
function time(step: Step, text: string, calls: number): number {
  const started = performance.now()
  for (let call = 0; call < calls; call++) step(text)
  return performance.now() - started
}

function bestTime(step: Step, text: string, calls: number): number {
  return Math.min(...Array.from({ length: RUNS }, () => time(step, text, calls)))
}

/** A string in one piece, as a file gives it; a repeated one is a tree that the first look flattens. */
const flat = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le')

/** Time on a text of 2n characters over time on n, both made of a fragment repeated. */
export function timesByDoubling(step: Step, fragment: string): number {
  const count = Math.ceil(LENGTH / fragment.length)
  const text = flat(fragment.repeat(count))
  const twice = flat(fragment.repeat(2 * count))
  let calls = 1
  while (time(step, text, calls) < SHORTEST) calls *= 2
  let growth = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < RETRIES && growth > SUSPICIOUS; attempt++) {
    growth = Math.min(growth, bestTime(step, twice, calls) / bestTime(step, text, calls))
  }
  return growth
}
