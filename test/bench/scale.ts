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
import { dropTable, hasDatabase, NO_SERVER, recreateDatabase, serverUrl } from './database.ts'
import {
  openLangChain,
  PEERS,
  type Peer,
  type Piece,
  peerTable,
  type Retriever,
} from './langchain.ts'
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

const HELD = 'bench-held'

const say = (line: string) => console.error(`scale: ${line}`)

export const bench: Bench = async () => {
  if (serverUrl('') === undefined) return NO_SERVER
  const small = await openScale(SMALL)
  const large = await openScale(LARGE)
  try {
    const measured = await measure(small, large)
    return [
      ...figureRows(measured),
      ...passageRows(measured),
      growthRow(measured),
      ...peerRows(measured),
    ]
  } finally {
    await large.close()
    await small.close()
  }
}

interface Measured {
  readonly held: Held
  readonly taken: Readonly<Record<Work, readonly number[]>>
  /** Questions whose answer was found, of `QUESTIONS`. */
  readonly hits: Readonly<Record<Exclude<Work, 'ping' | 'smallFigure'>, number>>
}

const KINDS = ['figure', 'passage'] as const
type Kind = (typeof KINDS)[number]
type Work = 'ping' | 'smallFigure' | Kind | `${Peer} ${Kind}`

function figureRows({ taken: { ping, figure }, held }: Measured): Row[] {
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

function passageRows({ taken: { ping, passage }, held }: Measured): Row[] {
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

function growthRow({ taken: { figure, smallFigure }, held }: Measured): Row {
  const growth = median(figure) / median(smallFigure)
  return {
    what: `a figure of ${held.figures} against one of ${SMALL}`,
    ours: ms(median(figure)),
    beside: ms(median(smallFigure)),
    ratio: times(growth),
    wanted: `≤ ${GROWTH} ×`,
    holds: growth <= GROWTH,
  }
}

/** The peer as the documentation's example builds it has a target; the indexed one stands beside it. */
function peerRows({ taken, hits }: Measured): Row[] {
  const share = (found: number) => `${((100 * found) / QUESTIONS).toFixed(1)} %`
  return KINDS.flatMap((kind) =>
    PEERS.flatMap((peer): Row[] => {
      const [own, other] = [median(taken[kind]), median(taken[`${peer} ${kind}`])]
      const target = { wanted: `< ${PEER_SHARE} ×`, holds: own < PEER_SHARE * other }
      return [
        {
          what: `a whole ${kind} answer against retrieval alone`,
          ours: ms(own),
          beside: `${ms(other)} LangChain PGVectorStore, top 4, ${peer}`,
          ratio: times(own / other),
          ...(peer === 'plain' ? target : {}),
        },
        {
          what: `${kind} questions whose answer is found`,
          ours: share(hits[kind]),
          beside: `${share(hits[`${peer} ${kind}`])} LangChain, ${peer}`,
          ratio: times(hits[kind] / Math.max(1, hits[`${peer} ${kind}`])),
        },
      ]
    }),
  )
}

interface Held {
  readonly articles: number
  readonly figures: number
  readonly passages: number
}

/** A filled store with what answers from it, and the peer on the same database. */
interface Scale {
  readonly held: Held
  readonly app: App
  readonly peers: Readonly<Record<Peer, Retriever>>
  readonly asked: Asked
  close(): Promise<void>
}

async function openScale(figures: number): Promise<Scale> {
  const name = `hoiso_bench_${figures}_rules_${RULES_VERSION}`.toLowerCase().replace(/\W/g, '_')
  const url = serverUrl(name) ?? ''
  const held = await filled(name, url, figures)
  const app = await openApp(
    readConfig({ DATABASE_URL: url, LOAD_DATA: 'false', LOG_LEVEL: 'silent' }),
  )
  const peers = {
    plain: await openPeer(app, url, 'plain', held.articles),
    indexed: await openPeer(app, url, 'indexed', held.articles),
  }
  return {
    held,
    app,
    peers,
    asked: {
      figure: figureQuestions(QUESTIONS, held.articles),
      passage: passageQuestions(QUESTIONS, held.articles),
    },
    async close() {
      for (const peer of PEERS) await peers[peer].close()
      await app.close()
    },
  }
}

/** Asks in turn, so that what else the machine does falls on all alike. */
async function measure(small: Scale, large: Scale): Promise<Measured> {
  const question = ({ asked }: Scale, kind: Kind, round: number) =>
    asked[kind][round % QUESTIONS]?.question ?? ''
  const retrieve = (peer: Peer, kind: Kind) => (round: number) =>
    large.peers[peer].retrieve(question(large, kind, round))
  const ours = {
    ping: () => large.app.store.ping(),
    smallFigure: (round: number) => small.app.port.ask(question(small, 'figure', round)),
    figure: (round: number) => large.app.port.ask(question(large, 'figure', round)),
    passage: (round: number) => large.app.port.ask(question(large, 'passage', round)),
  }
  // Apart from ours: a search through its whole table drives everything else out of the caches.
  const theirs = {
    'plain figure': retrieve('plain', 'figure'),
    'plain passage': retrieve('plain', 'passage'),
    'indexed figure': retrieve('indexed', 'figure'),
    'indexed passage': retrieve('indexed', 'passage'),
  }
  const hits = await countHits(large)
  await timedInTurn(WARM_UP, ours)
  const taken = await timedInTurn(ROUNDS, ours)
  await timedInTurn(WARM_UP, theirs)
  return { held: large.held, hits, taken: { ...taken, ...(await timedInTurn(ROUNDS, theirs)) } }
}

/** What the filled store holds; an earlier run may have filled it. The note is written last. */
async function filled(name: string, url: string, figures: number): Promise<Held> {
  if (await hasDatabase(name)) {
    const store = await openPostgresStore({ url })
    const note = await store.getMeta(HELD)
    await store.close()
    if (note !== null) return JSON.parse(note) as Held
  }
  await recreateDatabase(name)
  const store = await openPostgresStore({ url })
  try {
    say(`filling ${name}`)
    const held = await fillStore(store, figures, say)
    await store.setMeta(HELD, JSON.stringify(held))
    return held
  } finally {
    await store.close()
  }
}

/** The peer with its own table in the database, filled once. */
async function openPeer(
  { store }: App,
  url: string,
  peer: Peer,
  articles: number,
): Promise<Retriever> {
  const key = `bench-${peerTable(peer)}`
  if ((await store.getMeta(key)) !== null) return openLangChain(url, peer, null)
  say(`filling ${peerTable(peer)}`)
  await dropTable(url, peerTable(peer))
  const retriever = await openLangChain(url, peer, articles)
  await store.setMeta(key, 'filled')
  return retriever
}

type Asked = Readonly<Record<Kind, readonly KnownQuestion[]>>

async function countHits(large: Scale): Promise<Measured['hits']> {
  return {
    ...(await countHitsOf(large, 'figure')),
    ...(await countHitsOf(large, 'passage')),
  }
}

/** Of one kind of question: answers, and pieces of each peer, that hold what was asked. */
async function countHitsOf<K extends Kind>({ app, peers, asked }: Scale, kind: K) {
  const isHit = kind === 'figure' ? isFigureHit : isPassageHit
  const count = async (finds: (known: KnownQuestion) => Promise<boolean>) => {
    let hits = 0
    for (const known of asked[kind]) if (await finds(known)) hits += 1
    return hits
  }
  const piecesHit = (peer: Peer) => async (known: KnownQuestion) =>
    (await peers[peer].retrieve(known.question)).some((piece) => isPieceHit(piece, known))
  return {
    [kind]: await count(async (known) => isHit(await app.port.ask(known.question), known)),
    [`plain ${kind}`]: await count(piecesHit('plain')),
    [`indexed ${kind}`]: await count(piecesHit('indexed')),
  } as Record<K | `${Peer} ${K}`, number>
}

/** A piece of the right article that holds the words. */
const isPieceHit = ({ metadata, pageContent }: Piece, { url, shows }: KnownQuestion) =>
  metadata['url'] === url && pageContent.includes(shows)

/** A quotation of the right article that holds the words. */
const isPassageHit = ({ citations }: Answer, { url, shows }: KnownQuestion) =>
  citations.some((citation) => citation.url === url && citation.quote.includes(shows))

/** The answer states the figure as printed. */
const isFigureHit = ({ outcome, text }: Answer, { shows }: KnownQuestion) =>
  outcome === 'answered' && text.includes(shows)
