/** Judges one answer: right, or the first reason why not. */
import type { Answer } from '../model/answer.ts'
import type { Expected, GoldQuestion } from './gold.ts'
import {
  type AreaKey,
  amountOf,
  fold,
  type Stated,
  sameScope,
  sameStatus,
  toNumber,
  unitOf,
} from './normalise.ts'
import { floatList } from './print.ts'
import { isShown, shownIn, some } from './shown.ts'

/** The part of an answer's JSON that is judged. */
export type Judged = Pick<
  Answer,
  'outcome' | 'text' | 'figures' | 'derived' | 'related' | 'citations' | 'notes'
>

/** The question as one line: the message, or the conversation as a JSON list. */
export function lineOf(question: GoldQuestion): string {
  if (!question.turns?.length) return question.question ?? ''
  return `[${question.turns.map((turn) => JSON.stringify(turn)).join(', ')}]`
}

const REFUSALS: readonly string[] = ['no-data', 'clarify', 'out-of-scope']

/** undefined when the answer is right, else the reason why not. */
export function judgeAnswer(
  question: GoldQuestion,
  answer: Judged,
  areaKey: AreaKey,
): string | undefined {
  const wanted = question.answerable ? ['answered'] : REFUSALS
  const allowed = question.outcome?.length ? question.outcome : wanted
  if (!allowed.includes(answer.outcome)) {
    return `outcome ${answer.outcome}, wanted ${allowed.join('/')}`
  }
  if (answer.outcome !== 'answered') return judgeRefusal(question, answer)
  return (
    judgeExpected(question, answer, areaKey) ??
    judgeStrangers(question, answer, areaKey) ??
    judgeQuotes(question, answer) ??
    judgeNotes(question, answer) ??
    judgeCitations(answer) ??
    judgeUnbacked(question, answer)
  )
}

/** A refusal gives no figure and states no per cent or million that the question or a near miss does not hold. */
function judgeRefusal(question: GoldQuestion, answer: Judged): string | undefined {
  if (answer.figures.length > 0 || answer.derived.length > 0) return 'figures given with a refusal'
  const shown = shownIn(answer.text)
  const related = answer.related.map(
    ({ value, unit, text }) => `${value.replaceAll('.', ',').replace(/^-+/, '')} ${unit} ${text}`,
  )
  const known = shownIn(`${related.join(' ; ')} ; ${lineOf(question)}`)
  const loose = [
    ...[...shown.percents].filter((x) => !some(known.percents, (y) => Math.abs(x - y) < 5e-3)),
    ...[...shown.amounts].filter(
      (x) => x >= 1e6 && !some(known.amounts, (y) => Math.abs(x - y) <= 1e-6 * x),
    ),
  ]
  return loose.length > 0 ? `the refusal states ${floatList(new Set(loose))}` : undefined
}

function judgeExpected(
  question: GoldQuestion,
  answer: Judged,
  areaKey: AreaKey,
): string | undefined {
  for (const expected of question.expect) {
    const given = expected.derived ? answer.derived : [...answer.figures, ...answer.derived]
    if (!given.some((figure) => fitsExpected(expected, figure, areaKey))) {
      const { indicator, area, period, measure, value, unit } = expected
      return `not among the figures: ${indicator} ${area} ${period} ${measure} ${value} ${unit}`
    }
    if (!isShown(expected, answer.text)) {
      return `not shown in the text: ${expected.value} ${expected.unit}`
    }
  }
  return undefined
}

/** Whether a figure given is the one expected: complete, of the same key, and of the same value. */
function fitsExpected(expected: Expected, figure: Stated, areaKey: AreaKey): boolean {
  if (!isComplete(figure) || !isAbout(expected, figure, areaKey)) return false
  const [wanted, given] = [amountOf(expected), amountOf(figure)]
  if (!wanted || !given || wanted.measure !== given.measure || wanted.base !== given.base) {
    return false
  }
  const tolerance = (expected.derived ? 5e-3 : 1e-6) * Math.max(1, Math.abs(wanted.value))
  if (Math.abs(given.value - wanted.value) > tolerance) return false
  if (!sameScope(expected, figure)) return false
  if (expected.borders && expected.borders !== figure.borders) return false
  return !expected.status || sameStatus(expected.status, figure.status) || expected.derived === true
}

const isComplete = (f: Stated) =>
  [f.indicator, f.area, f.period, f.measure, f.value, f.unit].every(
    (part) => part != null && part !== '',
  )

const isAbout = (expected: Stated, figure: Stated, areaKey: AreaKey) =>
  figure.indicator === expected.indicator &&
  figure.period === expected.period &&
  areaKey(figure.area) === areaKey(expected.area)

/** Among `figures` stands the answer and nothing else. */
function judgeStrangers(
  question: GoldQuestion,
  answer: Judged,
  areaKey: AreaKey,
): string | undefined {
  const stranger = answer.figures.find(
    (figure) =>
      !question.expect.some((expected) => isAbout(expected, figure, areaKey)) &&
      !question.also.some((pattern) => fitsPattern(pattern, figure, areaKey)),
  )
  return (
    stranger &&
    `a figure of something else: ${stranger.indicator} ${stranger.area} ${stranger.period}`
  )
}

/** Whether a figure has what a pattern names; keys left out are free. */
function fitsPattern(
  pattern: Readonly<Record<string, unknown>>,
  figure: Stated,
  areaKey: AreaKey,
): boolean {
  const given = new Map<string, unknown>(Object.entries(figure))
  return Object.entries(pattern).every(([key, wanted]) =>
    key === 'area'
      ? areaKey(figure.area) === areaKey(typeof wanted === 'string' ? wanted : null)
      : (given.get(key) ?? null) === wanted,
  )
}

function judgeQuotes(question: GoldQuestion, answer: Judged): string | undefined {
  const said = fold([answer.text, ...answer.citations.map(({ quote }) => quote ?? '')].join(' '))
  const absent = question.must_quote.find(
    (words) => ![words].flat().some((alternative) => said.includes(fold(alternative))),
  )
  return absent === undefined ? undefined : `not quoted: ${[absent].flat().join(' / ')}`
}

function judgeNotes(question: GoldQuestion, answer: Judged): string | undefined {
  const codes = new Set<string>([
    ...answer.notes.map(({ code }) => code),
    ...answer.figures.flatMap(({ warnings }) => warnings),
  ])
  const absent = question.notes.find((code) => !codes.has(code))
  return absent && `note ${absent} missing`
}

function judgeCitations(answer: Judged): string | undefined {
  return answer.figures.length > 0 && answer.citations.length === 0 ? 'no citation' : undefined
}

/** Explaining kinds may state numbers that no figure holds. */
const MAY_STATE_MORE: readonly string[] = ['definition', 'coverage']

/** Per cents, and amounts of a million or more, that no figure, computation, quotation or question holds. */
function judgeUnbacked(question: GoldQuestion, answer: Judged): string | undefined {
  if (MAY_STATE_MORE.includes(question.kind ?? '')) return undefined
  const known = knownNumbers(question, answer)
  const shown = shownIn(answer.text)
  const tolerance = (x: number) => (answer.derived.length > 0 ? Math.max(0.06, 5e-3 * x) : 5e-3)
  const stray = [
    ...[...shown.percents].filter(
      (x) => !some(known.percents, (y) => Math.abs(x - y) < tolerance(x)),
    ),
    ...[...shown.amounts].filter(
      (x) => x >= 1e6 && !some(known.amounts, (y) => Math.abs(x - y) <= 5e-3 * x),
    ),
  ]
  if (stray.length === 0) return undefined
  return `the text states ${floatList(new Set(stray))}, which no figure, computation or quotation holds`
}

function knownNumbers(question: GoldQuestion, answer: Judged) {
  const said = shownIn(
    [
      lineOf(question),
      ...answer.citations.map(({ quote, title }) => `${quote ?? ''} ; ${title ?? ''}`),
      ...answer.derived.map(({ formula }) => formula),
    ].join(' ; '),
  )
  const percents = new Set(said.percents)
  const amounts = new Set(said.amounts)
  for (const { value, unit } of [...answer.figures, ...answer.derived, ...answer.related]) {
    const number = toNumber(value)
    if (number === undefined) continue
    const { times, base } = unitOf(unit)
    if (base !== '%') amounts.add(Math.abs(number) * times)
    else for (const x of [Math.abs(number), 100 + number, Math.abs(number - 100)]) percents.add(x)
  }
  return { percents, amounts }
}
