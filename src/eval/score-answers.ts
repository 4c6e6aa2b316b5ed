/** Scores answers against questions with what a right answer states. */
import type { GoldQuestion } from './gold.ts'
import { type Judged, judgeAnswer, lineOf } from './judge-answer.ts'
import type { AreaKey } from './normalise.ts'
import { ratio } from './print.ts'

/** Longest piece of a wrong answer that the verbose print-out shows. */
const EXCERPT = 220

/**
 * The lines of the score: right answers by kind, then of the answerable and the unanswerable
 * questions. `answers` are in the order of `questions`. Verbose lists before it what is wrong and why.
 */
export function scoreAnswers(
  questions: readonly GoldQuestion[],
  answers: readonly Judged[],
  areaKey: AreaKey,
  options: { readonly verbose?: boolean | undefined } = {},
): string[] {
  const kinds = new Map<string, [right: number, total: number]>()
  const groups = new Map([
    ['answerable', [0, 0] as [number, number]],
    ['unanswerable', [0, 0] as [number, number]],
  ])
  const wrong: string[] = []
  questions.forEach((question, index) => {
    const answer = answers[index]
    const why = answer ? judgeAnswer(question, answer, areaKey) : 'no answer'
    count(groups, question.answerable ? 'answerable' : 'unanswerable', why === undefined)
    count(kinds, question.kind || (question.answerable ? 'answer' : 'refusal'), why === undefined)
    if (why !== undefined) wrong.push(wrongLine(question, why, answer))
  })
  return [
    ...(options.verbose ? wrong : []),
    ...[...kinds]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, [right, total]]) => `  ${kind.padEnd(14)} ${right}/${total}`),
    ...[...groups].map(
      ([group, [right, total]]) => `${group} right ${right}/${total} = ${ratio(right, total)}`,
    ),
  ]
}

function count(counts: Map<string, [number, number]>, name: string, right: boolean): void {
  const [before, total] = counts.get(name) ?? [0, 0]
  counts.set(name, [before + (right ? 1 : 0), total + 1])
}

function wrongLine(question: GoldQuestion, why: string, answer: Judged | undefined): string {
  const excerpt = (answer?.text ?? '').slice(0, EXCERPT).replaceAll('\n', ' ')
  return `WRONG [${question.kind ?? ''}] ${lineOf(question)} | ${why} | ${excerpt}`
}
