/** Ingest of generated article files into PostgreSQL, whole: read, audit against the store, save. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { dropDatabase, NO_SERVER, recreateDatabase, serverUrl } from './database.ts'
import { type Bench, timed, times } from './measure.ts'
import { seeded } from './random.ts'
import { generatedArticle } from './texts.ts'

const DATABASE = 'hoiso_bench_ingest'
const FEW = 300
const TIMES_MORE = 10
const WANTED_RATE = 150
const WANTED_GROWTH = 12
const WARM_UP = 100

export const bench: Bench = async () => {
  const url = serverUrl(DATABASE)
  if (url === undefined) return NO_SERVER
  await ingestTime(url, WARM_UP)
  const few = await ingestTime(url, FEW)
  const many = await ingestTime(url, FEW * TIMES_MORE)
  await dropDatabase(DATABASE)
  const rate = (FEW * TIMES_MORE * 1000) / many
  const growth = many / few
  return [
    {
      what: `ingest of ${FEW * TIMES_MORE} articles of 2 kB into PostgreSQL`,
      ours: `${rate.toFixed(0)}/s`,
      beside: `${WANTED_RATE}/s wanted`,
      ratio: times(rate / WANTED_RATE),
      wanted: `≥ ${WANTED_RATE}/s`,
      holds: rate >= WANTED_RATE,
    },
    {
      what: `${TIMES_MORE} times the articles`,
      ours: `${(many / 1000).toFixed(1)} s`,
      beside: `${(few / 1000).toFixed(1)} s for ${FEW}`,
      ratio: times(growth),
      wanted: `≤ ${WANTED_GROWTH} ×`,
      holds: growth <= WANTED_GROWTH,
    },
  ]
}

/** Time to ingest so many new articles into an empty database, in ms. */
async function ingestTime(url: string, count: number): Promise<number> {
  await recreateDatabase(DATABASE)
  const folder = await mkdtemp(join(tmpdir(), 'hoiso-bench-'))
  const random = seeded(2)
  for (let n = 0; n < count; n++) {
    await writeFile(join(folder, `${n}.json`), JSON.stringify(generatedArticle(random, n)))
  }
  const app = await openApp(
    readConfig({ DATABASE_URL: url, LOAD_DATA: 'false', LOG_LEVEL: 'silent' }),
  )
  const nothingKnown = { area: null, published: null, publisher: null }
  try {
    return await timed(() => app.ingest([folder], nothingKnown, () => {}))
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}
