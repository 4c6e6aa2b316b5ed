/**
 * Benchmarks: `npm run bench [-- NAME…]`. Every figure is a ratio to a floor or a peer measured in the
 * same run, because bare milliseconds tell of the machine. `DATABASE_URL` adds those on PostgreSQL.
 */
import { type Bench, machine, table } from './measure.ts'

const BENCHES: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  answer: () => import('./answer.ts'),
  extract: () => import('./extract.ts'),
  ingest: () => import('./ingest.ts'),
  scale: () => import('./scale.ts'),
}

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name))
  if (unknown !== undefined) {
    console.error(`no benchmark "${unknown}"; there are: ${Object.keys(BENCHES).join(', ')}`)
    return 2
  }
  console.log(machine())
  for (const [name, load] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue
    const { bench } = await load()
    const result = await bench()
    console.log(`\n${name}\n${typeof result === 'string' ? result : table(result)}`)
  }
  return 0
}

process.exitCode = await main(process.argv.slice(2))
