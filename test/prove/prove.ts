/**
 * The long proofs: `npm run prove -- NAME [--tenth] [--gold FOLDER] [--verbose]`. Each has a fixed seed, prints
 * what it counted, and fails with exit code 1 when something does not hold.
 */
import { parseArgs } from 'node:util'

export interface ProofOptions {
  /** A tenth of the work, for continuous integration. */
  readonly tenth: boolean
  /** A folder of gold articles, where a proof can use one. */
  readonly gold?: string | undefined
  /** Also print each single case that went wrong. */
  readonly verbose: boolean
}

/** Returns what did not hold; nothing is a success. Prints its counts. */
export type Proof = (options: ProofOptions) => Promise<readonly string[]>

const PROOFS: Readonly<Record<string, () => Promise<{ readonly proof: Proof }>>> = {
  fuzz: () => import('./fuzz.ts'),
  claims: () => import('./claims.ts'),
  audit: () => import('./audit.ts'),
  repeat: () => import('./repeat.ts'),
  'telegram-load': () => import('./telegram-load.ts'),
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      tenth: { type: 'boolean', default: false },
      gold: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const names = positionals.length > 0 ? positionals : Object.keys(PROOFS)
  const unknown = names.find((name) => !Object.hasOwn(PROOFS, name))
  if (unknown !== undefined) {
    console.error(`no proof "${unknown}"; there are: ${Object.keys(PROOFS).join(', ')}`)
    return 2
  }
  let failed = 0
  for (const name of names) {
    const started = performance.now()
    const module = await PROOFS[name]?.()
    const faults = (await module?.proof(values)) ?? []
    for (const fault of faults) console.error(`FAULT ${fault}`)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${name}: ${faults.length === 0 ? 'holds' : 'DOES NOT HOLD'} (${seconds} s)`)
    failed += faults.length
  }
  return failed === 0 ? 0 : 1
}

process.exitCode = await main()
