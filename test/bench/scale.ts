/**
 * Answers from a large store in PostgreSQL, beside an empty round trip, beside a small store, and
 * beside the retrieval step alone of LangChain on the same articles. `BENCH_FIGURES` makes the large
 * store smaller; filling it takes minutes, so it is kept for the next run.
 */
import { type App, openApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { RULES_VERSION } from '../../src/ingest/extract/extract.ts'
import type { Answer } from '../../src/model/answer.ts'
import { openPostgresStore } from '../../src/store/open.ts'
import { hasDatabase, NO_SERVER, recreateDatabase, serverUrl } from './database.ts'
import { openLangChain } from './langchain.ts'
import { figureQuestions, fillStore, type KnownQuestion, passageQuestions } from './large-store.ts'
import { type Bench, median, ms, quantile, type Row, timedInTurn, times } from './measure.ts'

const SMALL = 1_000
const LARGE = Number(process.env['BENCH_FIGURES'] ?? 1_000_000)
const ROUNDS = 300
const WARM_UP = 60
const QUESTIONS = 300

const PINGS_A_FIGURE = 6
const FIGURE_SLACK_MS = 1
const PASSAGE_MS = 15
const TAIL_MS = 25
const GROWTH = 1.5
const PEER_SHARE = 0.5

const say = (line: string) => console.error(`scale: ${line}`)

export const bench: Bench = async () => {
  if (serverUrl('') === undefined) return NO_SERVER
  const small = await measure(SMALL)
  const large = await measure(LARGE)
  return [
    ...figureRows(large),
    ...passageRows(large),
    {
      what: `a figure, ${LARGE} figures against ${SMALL}`,
      ours: ms(median(large.figure)),
      beside: ms(median(small.figure)),
      ratio: times(median(large.figure) / median(small.figure)),
      wanted: `≤ ${GROWTH} ×`,
      holds: median(large.figure) <= GROWTH * median(small.figure),
    },
    ...peerRows(large),
  ]
}

interface Measured {
  readonly held: Held
  readonly ping: readonly number[]
  readonly figure: readonly number[]
  readonly passage: readonly number[]
  readonly peerFigure: readonly number[]
  readonly peerPassage: readonly number[]
  readonly hits: Readonly<Record<'figure' | 'passage' | 'peerFigure' | 'peerPassage', number>>
}

function figureRows({ ping, figure, held }: Measured): Row[] {
  const wanted = PINGS_A_FIGURE * median(ping) + FIGURE_SLACK_MS
  return [
    {
      what: `a figure of ${held.figures} figures`,
      ours: ms(median(figure)),
      beside: `${ms(median(ping))} SELECT 1`,
      ratio: times(median(figure) / median(ping)),
      wanted: `≤ ${PINGS_A_FIGURE} × + ${FIGURE_SLACK_MS} ms = ${ms(wanted)}`,
      holds: median(figure) <= wanted,
    },
    tailRow('a figure', figure),
  ]
}

function passageRows({ ping, passage, held }: Measured): Row[] {
  return [
    {
      what: `a passage of ${held.passages} passages`,
      ours: ms(median(passage)),
      beside: `${ms(median(ping))} SELECT 1`,
      ratio: times(median(passage) / median(ping)),
      wanted: `≤ ${PASSAGE_MS} ms`,
      holds: median(passage) <= PASSAGE_MS,
    },
    tailRow('a passage', passage),
  ]
}

function tailRow(what: string, taken: readonly number[]): Row {
  const tail = quantile(taken, 0.99)
  return {
    what: `${what}, 99th percentile`,
    ours: ms(tail),
    beside: `${ms(median(taken))} median`,
    ratio: times(tail / median(taken)),
    wanted: `≤ ${TAIL_MS} ms`,
    holds: tail <= TAIL_MS,
  }
}

function peerRows(large: Measured): Row[] {
  const share = (hits: number) => `${((100 * hits) / QUESTIONS).toFixed(1)} %`
  return (['figure', 'passage'] as const).flatMap((kind) => {
    const peer = kind === 'figure' ? 'peerFigure' : 'peerPassage'
    const ratio = median(large[kind]) / median(large[peer])
    return [
      {
        what: `a whole ${kind} answer against retrieval alone`,
        ours: ms(median(large[kind])),
        beside: `${ms(median(large[peer]))} LangChain PGVectorStore, top 4`,
        ratio: times(ratio),
        wanted: `< ${PEER_SHARE} ×`,
        holds: ratio < PEER_SHARE,
      },
      {
        what: `${kind} questions whose answer is found`,
        ours: share(large.hits[kind]),
        beside: `${share(large.hits[peer])} LangChain`,
        ratio: times(large.hits[kind] / Math.max(1, large.hits[peer])),
      },
    ]
  })
}

interface Held {
  readonly articles: number
  readonly figures: number
  readonly passages: number
}

/** Fills a store unless an earlier run did, and asks it. */
async function measure(figures: number): Promise<Measured> {
  const name = `hoiso_bench_${figures}_rules_${RULES_VERSION}`.toLowerCase().replace(/\W/g, '_')
  const url = serverUrl(name) ?? ''
  const held = await filled(name, url, figures)
  const app = await openApp(
    readConfig({ DATABASE_URL: url, LOAD_DATA: 'false', LOG_LEVEL: 'silent' }),
  )
  const peer = await openLangChain(url, null)
  try {
    const asked = {
      figure: figureQuestions(QUESTIONS, held.articles),
      passage: passageQuestions(QUESTIONS, held.articles),
    }
    const hits = await countHits(app, peer, asked)
    const at = (kind: 'figure' | 'passage', round: number) =>
      asked[kind][round % QUESTIONS]?.question ?? ''
    const works = {
      ping: () => app.store.ping(),
      figure: (round: number) => app.port.ask(at('figure', round)),
      passage: (round: number) => app.port.ask(at('passage', round)),
      peerFigure: (round: number) => peer.retrieve(at('figure', round)),
      peerPassage: (round: number) => peer.retrieve(at('passage', round)),
    }
    await timedInTurn(WARM_UP, works)
    return { held, hits, ...(await timedInTurn(ROUNDS, works)) }
  } finally {
    await peer.close()
    await app.close()
  }
}

/** What the filled store holds; the note that it is full is written last. */
async function filled(name: string, url: string, figures: number): Promise<Held> {
  const KEY = 'bench-held'
  if (await hasDatabase(name)) {
    const store = await openPostgresStore({ url })
    const note = await store.getMeta(KEY)
    await store.close()
    if (note !== null) return JSON.parse(note) as Held
  }
  await recreateDatabase(name)
  const store = await openPostgresStore({ url })
  try {
    say(`filling ${name}`)
    const held = await fillStore(store, figures, say)
    say('filling the table of the peer')
    const peer = await openLangChain(url, held.articles)
    await peer.close()
    await store.setMeta(KEY, JSON.stringify(held))
    return held
  } finally {
    await store.close()
  }
}

type Asked = Readonly<Record<'figure' | 'passage', readonly KnownQuestion[]>>

async function countHits(
  app: App,
  peer: Awaited<ReturnType<typeof openLangChain>>,
  asked: Asked,
): Promise<Measured['hits']> {
  const hits = { figure: 0, passage: 0, peerFigure: 0, peerPassage: 0 }
  for (const { question, url, shows } of asked.figure) {
    if (isFigureHit(await app.port.ask(question), shows)) hits.figure += 1
    const pieces = await peer.retrieve(question)
    const found = pieces.some((p) => p.metadata['url'] === url && p.pageContent.includes(shows))
    if (found) hits.peerFigure += 1
  }
  for (const { question, url, shows } of asked.passage) {
    const { citations } = await app.port.ask(question)
    if (citations.some((c) => c.url === url && c.quote.includes(shows))) hits.passage += 1
    const pieces = await peer.retrieve(question)
    const found = pieces.some((p) => p.metadata['url'] === url && p.pageContent.includes(shows))
    if (found) hits.peerPassage += 1
  }
  return hits
}

/** The answer states the figure as printed, and it is the only one of its kind. */
const isFigureHit = ({ outcome, text }: Answer, shows: string) =>
  outcome === 'answered' && text.includes(shows)
