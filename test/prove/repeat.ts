/**
 * The same question gives the same answer, byte for byte: twenty runs of all questions, each in another
 * order, in two processes with a store each. The questions are those of the small world of the answering
 * tests, or those that stand beside a gold folder, asked of what the program reads there.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { evalPorts } from '../../src/app.ts'
import { findQuestionFiles, readGoldArticles, readQuestions } from '../../src/eval/gold.ts'
import type { Answer } from '../../src/model/answer.ts'
import { openWorld, QUESTIONS } from '../answer/world.ts'
import { seeded } from '../bench/random.ts'
import type { Proof } from './prove.ts'

const RUNS = 20
const SEEDS = [11, 47]
const NOW = '2026-11-24T02:00:00Z'

/** One conversation: its messages; the answer to the last one counts. */
type Talk = readonly string[]

interface Desk {
  readonly talks: readonly Talk[]
  ask(talk: Talk): Promise<Answer>
  close(): Promise<void>
}

/** Every process answers everything in `runs` orders; differing answers are named. */
export const proof: Proof = async ({ tenth, gold }) => {
  const runs = tenth ? RUNS / 10 : RUNS / SEEDS.length
  const outcomes = await Promise.all(SEEDS.map((seed) => inOwnProcess(seed, runs, gold ?? '')))
  const [first = {}, ...others] = outcomes
  const questions = Object.keys(first)
  console.log(
    `${questions.length} conversations, ${runs} orders in each of ${SEEDS.length} processes`,
  )
  if (questions.length === 0) return ['no question was answered']
  return questions.flatMap((question) => {
    const all = [first, ...others].flatMap((outcome) => outcome[question] ?? ['-'])
    return new Set(all).size === 1 ? [] : [`differing answers: ${question}`]
  })
}

/** Of each conversation the digests of its answers, one for each that differed. */
type Digests = Record<string, string[]>

async function inOwnProcess(seed: number, runs: number, gold: string): Promise<Digests> {
  const self = fileURLToPath(import.meta.url)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [self, String(seed), String(runs), gold],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout) as Digests
}

/** Asks everything in so many orders and returns the digests. */
export async function digests(seed: number, runs: number, gold: string): Promise<Digests> {
  const desk = gold === '' ? await ownDesk() : await goldDesk(gold)
  const random = seeded(seed)
  const found: Digests = {}
  for (let run = 0; run < runs; run++) {
    const order = desk.talks
      .map((talk) => ({ talk, at: random.next() }))
      .sort((a, b) => a.at - b.at)
    for (const { talk } of order) {
      const digest = digestOf(await desk.ask(talk))
      const known = found[talk.join(' // ')]
      found[talk.join(' // ')] = known ? [...new Set([...known, digest])] : [digest]
    }
  }
  await desk.close()
  return found
}

/** All but the time taken and the id of the conversation. */
function digestOf({ tookMs: _, conversation: __, ...answer }: Answer): string {
  return createHash('sha256').update(JSON.stringify(answer)).digest('hex')
}

async function ownDesk(): Promise<Desk> {
  const { answerer, store } = await openWorld()
  let talks = 0
  return {
    talks: QUESTIONS,
    async ask(talk) {
      const id = `repeat-${talks++}`
      for (const message of talk.slice(0, -1)) await answerer.ask(message, id)
      return answerer.ask(talk.at(-1) ?? '', id)
    },
    close: () => store.close(),
  }
}

async function goldDesk(folder: string): Promise<Desk> {
  const desk = await evalPorts(() => new Date(NOW)).openEmpty()
  for (const { blind } of readGoldArticles(folder)) await desk.ingest(blind.file, blind.record)
  const questions = findQuestionFiles(folder).flatMap(readQuestions)
  return {
    talks: questions.map(({ question, turns }) => turns ?? [question ?? '']),
    ask: (talk) => desk.ask([...talk]),
    close: () => desk.close(),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [seed = '0', runs = '1', gold = ''] = process.argv.slice(2)
  process.stdout.write(JSON.stringify(await digests(Number(seed), Number(runs), gold)))
}
