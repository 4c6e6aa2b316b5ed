/** `eval`: what the program reads and answers, measured against gold files. */
import { PROVINCES } from '../catalogue/gazetteer.ts'
import type { Answer } from '../model/answer.ts'
import type { ArticleRecord } from '../model/article.ts'
import { AppError } from '../model/errors.ts'
import { findQuestionFiles, readGoldArticles, readQuestions } from './gold.ts'
import { areaKeys } from './normalise.ts'
import { scoreAnswers } from './score-answers.ts'
import { type Part, type Reading, scoreExtraction } from './score-extraction.ts'

/** A store that was empty, holding what was ingested since. */
export interface EvalDesk {
  ingest(file: string, record: ArticleRecord): Promise<void>
  /** The answer to the last of a conversation's messages. */
  ask(messages: readonly string[]): Promise<Answer>
  close(): Promise<void>
}

/** What is measured; made by the app. */
export interface EvalPorts {
  /** Reads an article as `extract` does. */
  extract(file: string, record: ArticleRecord): Promise<Reading>
  /** Opens an empty store, without the shipped data, and what answers from it. */
  openEmpty(): Promise<EvalDesk>
}

export interface EvalOptions {
  /** Only every third article (`unseen`) or the others (`seen`); answers are then not scored. */
  readonly part?: Part | undefined
  /** Also list what is wrong; refused with `unseen`. */
  readonly verbose?: boolean | undefined
}

/**
 * Yields the lines of the score, figures as the reference yardstick prints them: extraction first,
 * then for each question file (in the folder, or `questions-<folder>.json` beside it) the answers.
 * Throws `call-wrong` for verbose with unseen, `input-missing`, `input-invalid`.
 */
export async function* evaluate(
  folder: string,
  options: EvalOptions,
  ports: EvalPorts,
): AsyncGenerator<string> {
  if (options.part === 'unseen' && options.verbose) {
    throw new AppError('call-wrong', 'Phần "unseen" phải giữ kín: không dùng --verbose với nó.')
  }
  const gold = readGoldArticles(folder)
  const areaKey = areaKeys(
    PROVINCES.map(({ name, aliases, weakAliases }) => ({
      name,
      aliases: [...aliases, ...weakAliases],
    })),
  )
  const readings: Reading[] = []
  for (const { blind } of gold) readings.push(await ports.extract(blind.file, blind.record))
  yield* scoreExtraction(gold, readings, areaKey, options)

  const questionFiles = options.part ? [] : findQuestionFiles(folder)
  if (questionFiles.length === 0) return
  const desk = await ports.openEmpty()
  try {
    for (const { blind } of gold) await desk.ingest(blind.file, blind.record)
    for (const path of questionFiles) {
      const questions = readQuestions(path)
      const answers: Answer[] = []
      for (const { turns, question } of questions) {
        answers.push(await desk.ask(turns?.length ? turns : [question ?? '']))
      }
      yield* scoreAnswers(questions, answers, areaKey, options)
    }
  } finally {
    await desk.close()
  }
}
