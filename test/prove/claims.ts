/**
 * Claims made from known figures, true ones and ones with one thing changed, given to the checker as
 * text: at least 95 of 100 get the verdict they deserve, and no false one passes for true. The figures
 * are those of the shipped articles, or the annotations of a gold folder; then the store holds once the
 * annotated figures, so that the checker is proved, and once what the program reads, so that the whole is.
 */
import { areaByName } from '../../src/catalogue/areas.ts'
import { createChecker } from '../../src/check/check.ts'
import { type GoldFigure, readGoldArticles } from '../../src/eval/gold.ts'
import { amountOf, areaKeys, type Stated, sameScope } from '../../src/eval/normalise.ts'
import { extractFigures } from '../../src/ingest/extract/extract.ts'
import { identify } from '../../src/ingest/identify.ts'
import { readAll, readRecord } from '../../src/ingest/ingest.ts'
import type { Article, ArticleRecord } from '../../src/model/article.ts'
import type { Claim, Verdict } from '../../src/model/check.ts'
import type { ExtractedFigure } from '../../src/model/figure.ts'
import { BOUNDS, MEASURES, PRICE_BASES, STATUSES } from '../../src/model/figure.ts'
import { openMemoryStore } from '../../src/store/open.ts'
import type { ArticleToSave } from '../../src/store/store.ts'
import { type Random, seeded } from '../bench/random.ts'
import { CHANGES, type Change, changed, tell } from './claim-texts.ts'
import type { Proof } from './prove.ts'

const SEED = 20_261_124
const LEAST_ACCURACY = 0.95
/** How often each figure is told in each way. */
const ROUNDS = 10

interface KnownArticle {
  readonly record: ArticleRecord
  readonly figures: readonly GoldFigure[]
}

/** Indicators whose parts are named right behind them: "kim ngạch xuất khẩu gạo". */
const NAMES_PARTS: ReadonlySet<string> = new Set([
  'exports',
  'imports',
  'industrial_output',
  'iip',
  'product_output',
])

/** What a short sentence can name: no indicator that means anything, no part that is a sentence itself. */
const isTellable = ({ indicator, scope, optional }: GoldFigure) =>
  indicator !== 'other' &&
  optional !== true &&
  (!scope ||
    (NAMES_PARTS.has(indicator) && !/xuất khẩu|nhập khẩu|chỉ số|giá trị|kế hoạch/iu.test(scope)))

const areaKey = areaKeys([])

/** Whether two figures have one key; the value aside. */
function sameKey(a: GoldFigure, b: GoldFigure): boolean {
  return (
    a.indicator === b.indicator &&
    areaKey(a.area) === areaKey(b.area) &&
    a.period === b.period &&
    amountOf(a)?.measure === amountOf(b)?.measure &&
    sameScope(a, b)
  )
}

/** Whether a changed claim happens to be true of another figure, or would be but for its status. */
function isTrueOf(claim: GoldFigure, change: Change, other: GoldFigure): boolean {
  const [x, y] = [amountOf(claim), amountOf(other)]
  const sameValue = x?.value === y?.value && x?.base === y?.base
  return (
    sameValue && sameKey(claim, other) && (change !== 'status' || claim.status === other.status)
  )
}

const RIGHT: Readonly<Record<Change, readonly Verdict[]>> = {
  nothing: ['match', 'match-rounded'],
  value: ['mismatch'],
  direction: ['mismatch'],
  unit: ['other-unit', 'mismatch'],
  period: ['other-period'],
  area: ['other-area'],
  indicator: ['other-indicator'],
  status: ['other-status'],
}

/** The verdicts that are right for a changed claim; a wrong number under a stored key is a mismatch. */
function rightVerdicts(claim: GoldFigure, change: Change, known: readonly GoldFigure[]) {
  const stored = change !== 'nothing' && known.some((figure) => sameKey(figure, claim))
  return new Set<Verdict>([...RIGHT[change], ...(stored ? (['mismatch'] as const) : [])])
}

interface Case {
  readonly change: Change
  readonly text: string
  readonly claimed: GoldFigure
  readonly right: ReadonlySet<Verdict>
}

/** All cases of one round; claims that happen to be true of another figure are left out. */
function* cases(known: readonly GoldFigure[], random: Random): Generator<Case> {
  const areas = [...new Set(known.flatMap(({ area }) => area ?? []))]
  for (const figure of known.filter(isTellable)) {
    for (const change of CHANGES) {
      const claimed = changed(figure, change, random, areas)
      const text = claimed && tell(claimed, random)
      if (claimed === undefined || text === undefined) continue
      if (change !== 'nothing' && known.some((other) => isTrueOf(claimed, change, other))) continue
      yield { change, text, claimed, right: rightVerdicts(claimed, change, known) }
    }
  }
}

export const proof: Proof = async ({ tenth, gold, verbose }) => {
  const rounds = tenth ? 1 : ROUNDS
  if (gold === undefined) {
    const articles = await shippedArticles()
    return proveOn('shipped', articles, articles.map(toSave), rounds, verbose)
  }
  const articles = goldArticles(gold)
  return [
    ...(await proveOn('annotated', articles, articles.map(toSave), rounds, verbose)),
    ...(await proveOn('read', articles, articles.map(readToSave), rounds, verbose)),
  ]
}

/** Tells the known figures, true and changed, to a checker whose store holds what is given. */
async function proveOn(
  name: string,
  articles: readonly KnownArticle[],
  stored: readonly ArticleToSave[],
  rounds: number,
  verbose: boolean,
): Promise<string[]> {
  const known = articles.flatMap(({ figures }) => figures)
  const store = await openMemoryStore()
  try {
    await store.saveArticles(stored)
    const checker = createChecker({ store, extract: readClaims })
    const tally = new Tally(name)
    const random = seeded(SEED)
    for (let round = 0; round < rounds; round++) {
      for (const item of cases(known, random)) {
        const { claims } = await checker.check(item.text)
        tally.add(item, verdictOn(item.claimed, claims))
      }
    }
    return tally.report(verbose)
  } finally {
    await store.close()
  }
}

/** The verdict on the claim that was told; undefined when no such figure was read from the text. */
function verdictOn(claimed: GoldFigure, claims: readonly Claim[]): Verdict | undefined {
  const [only, ...others] = claims
  if (only && others.length === 0) return only.verdict
  const wanted = amountOf(claimed)?.value
  const asStated = (claim: Claim): Stated => claim.claimed
  return claims.find((claim) => amountOf(asStated(claim))?.value === wanted)?.verdict
}

const NOTHING_KNOWN = { url: null, publisher: null, published: null, title: null }

function readClaims(text: string, area: string | null): ExtractedFigure[] {
  return extractFigures(identify({ ...NOTHING_KNOWN, area, text }, []))
}

class Tally {
  readonly #name: string
  readonly #counts = new Map<Change, { right: number; total: number; passed: number }>()
  readonly #passed: string[] = []
  readonly #wrong: string[] = []

  constructor(name: string) {
    this.#name = name
  }

  add({ change, text, right }: Case, verdict: Verdict | undefined): void {
    const count = this.#counts.get(change) ?? { right: 0, total: 0, passed: 0 }
    this.#counts.set(change, count)
    count.total += 1
    if (verdict !== undefined && right.has(verdict)) count.right += 1
    else this.#wrong.push(`${change} → ${verdict ?? 'unread'}: ${text}`)
    const passes = verdict === 'match' || verdict === 'match-rounded'
    if (change !== 'nothing' && passes) {
      count.passed += 1
      this.#passed.push(`${this.#name}: a claim with another ${change} passes: ${text}`)
    }
  }

  report(verbose: boolean): string[] {
    let [right, total] = [0, 0]
    for (const [change, count] of this.#counts) {
      right += count.right
      total += count.total
      console.log(
        `claims, ${this.#name}: ${change.padEnd(9)} ${count.right}/${count.total} right, ${count.passed} passed for true`,
      )
    }
    const accuracy = total === 0 ? 0 : right / total
    console.log(`claims, ${this.#name}: ${right}/${total} = ${accuracy.toFixed(4)} right`)
    if (verbose) for (const line of this.#wrong) console.log(line)
    const low =
      accuracy < LEAST_ACCURACY ? [`${this.#name}: accuracy ${accuracy.toFixed(4)} < 0.95`] : []
    return [...this.#passed, ...low]
  }
}

function goldArticles(folder: string): KnownArticle[] {
  return readGoldArticles(folder).map(({ blind, figures }) => ({ record: blind.record, figures }))
}

/** The shipped articles with the figures the program reads from them. */
async function shippedArticles(): Promise<KnownArticle[]> {
  const articles: KnownArticle[] = []
  const folder = new URL('../../data/articles', import.meta.url).pathname
  for await (const reading of readAll([folder], { maxBytes: 1e6 })) {
    if ('error' in reading) throw reading.error
    articles.push({ record: reading.article, figures: reading.figures.map(toGold) })
  }
  return articles
}

function toGold(figure: ExtractedFigure): GoldFigure {
  const { value, valueHigh, priceBasis, ...rest } = figure
  return {
    ...rest,
    value: Number(value),
    value_high: valueHigh === null ? null : Number(valueHigh),
    price_basis: priceBasis,
    optional: figure.warnings.length > 0,
  }
}

/** An annotated article as the program itself reads it. */
function readToSave({ record }: KnownArticle): ArticleToSave {
  const { article, figures } = readRecord(record, 'gold')
  return { ...toSave({ record, figures: [] }), article, figures }
}

/** An annotated article as if the program had read it without a fault. */
function toSave({ record, figures }: KnownArticle): ArticleToSave {
  const article: Article = { ...record, areaEvidence: null, boilerplate: [] }
  return {
    article,
    sourceKind: 'press',
    passages: [],
    figures: figures.map((figure) => toExtracted(figure, record.text)),
    shipped: false,
    rulesVersion: 'gold',
  }
}

function toExtracted(gold: GoldFigure, text: string): ExtractedFigure {
  const quote = gold.quote ?? ''
  const start = Math.max(0, text.indexOf(quote))
  const end = start + quote.length
  const oneOf = <T extends string>(members: readonly T[], word: string | null | undefined) =>
    members.find((member) => member === word) ?? null
  return {
    indicator: gold.indicator,
    area: gold.area ? (areaByName(gold.area) ?? gold.area) : null,
    borders: oneOf(['old', 'new'] as const, gold.borders),
    scope: gold.scope ?? null,
    period: gold.period,
    measure: oneOf(MEASURES, gold.measure) ?? 'level',
    priceBasis: oneOf(PRICE_BASES, gold.price_basis),
    value: String(gold.value),
    valueHigh: gold.value_high == null ? null : String(gold.value_high),
    unit: gold.unit,
    status: oneOf(STATUSES, gold.status) ?? 'actual',
    bound: oneOf(BOUNDS, gold.bound),
    quote,
    start,
    end,
    warnings: [],
    sentenceStart: start,
    sentenceEnd: end,
    warningDetails: [],
    trace: [],
  }
}
