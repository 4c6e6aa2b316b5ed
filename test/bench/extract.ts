/** Reading articles, beside the nearest peer in npm reading numbers, dates and units of English text. */
import recognizers from '@microsoft/recognizers-text-suite'
import { readRecord } from '../../src/ingest/ingest.ts'
import { type Bench, median, timed, times } from './measure.ts'
import { seeded } from './random.ts'
import { englishSentences, generatedArticle } from './texts.ts'

const ARTICLES = 400
const ARTICLE_BYTES = 2_000
/** The peer is slow: it gets less to read, and throughput is compared. */
const PEER_BYTES = 10_000
const RUNS = 5

const WANTED_ARTICLES = 300
const WANTED_RATIO = 10

export const bench: Bench = async () => {
  const random = seeded(1)
  const articles = Array.from({ length: ARTICLES }, (_, n) =>
    generatedArticle(random, n, ARTICLE_BYTES),
  )
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const sentences = englishSentences(random, PEER_BYTES)
  const peerBytes = Buffer.byteLength(sentences.join(''))

  const [ours, peer]: [number[], number[]] = [[], []]
  for (let run = 0; run <= RUNS; run++) {
    const read = await timed(() => articles.map((record, n) => readRecord(record, `${n}.json`)))
    const recognised = await timed(() => sentences.map(recognise))
    if (run === 0) continue // warming up
    ours.push(bytes / read / 1000)
    peer.push(peerBytes / recognised / 1000)
  }
  const [speed, peerSpeed] = [median(ours), median(peer)]
  const perSecond = (speed * 1e6 * ARTICLES) / bytes
  const ratio = speed / peerSpeed
  return [
    {
      what: 'reading articles, whole (clean, identify, split, extract, audit)',
      ours: `${speed.toFixed(2)} MB/s`,
      beside: `${peerSpeed.toFixed(3)} MB/s recognizers-text (number, date, dimension)`,
      ratio: times(ratio),
      wanted: `≥ ${WANTED_RATIO} ×`,
      holds: ratio >= WANTED_RATIO,
    },
    {
      what: 'articles of 2 kB',
      ours: `${perSecond.toFixed(0)}/s`,
      beside: `${WANTED_ARTICLES}/s wanted`,
      ratio: times(perSecond / WANTED_ARTICLES),
      wanted: `≥ ${WANTED_ARTICLES}/s`,
      holds: perSecond >= WANTED_ARTICLES,
    },
  ]
}

const REFERENCE = new Date(2024, 0, 1)

/** Sentence by sentence, which is how the peer is fastest; currencies, its slowest part, are left out. */
function recognise(sentence: string): number {
  const { Culture, recognizeNumber, recognizeDateTime, recognizeDimension } = recognizers
  return (
    recognizeNumber(sentence, Culture.English).length +
    recognizeDateTime(sentence, Culture.English, undefined, REFERENCE).length +
    recognizeDimension(sentence, Culture.English).length
  )
}
