/** Gold files: articles with the figures a person found in them, and questions with what a right answer states. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { ArticleRecord } from '../model/article.ts'
import { AppError } from '../model/errors.ts'

const Words = z.string().nullish()

const GoldFigure = z.object({
  indicator: z.string(),
  area: Words,
  borders: Words,
  scope: Words,
  period: z.string(),
  measure: z.string(),
  value: z.number(),
  unit: z.string(),
  status: Words,
  bound: Words,
  price_basis: Words,
  value_high: z.number().nullish(),
  quote: Words,
  /** True where the figure may be given or not. */
  optional: z.boolean().nullish(),
})
export type GoldFigure = z.infer<typeof GoldFigure>

const GoldArticle = z.object({
  url: Words,
  publisher: Words,
  published: Words,
  about: Words,
  /** Area that an operator would give because the text does not say. */
  given_area: Words,
  text: z.string(),
  figures: z.array(GoldFigure),
})

export interface GoldFile {
  /** File name without `.json`. */
  readonly stem: string
  readonly about: string | null
  readonly figures: readonly GoldFigure[]
  /** What the program gets to see of it, and the name it sees: nothing of the annotation. */
  readonly blind: { readonly file: string; readonly record: ArticleRecord }
}

const Expected = GoldFigure.extend({ status: Words, derived: z.boolean().nullish() })
export type Expected = z.infer<typeof Expected>

const Question = z.object({
  question: z.string().optional(),
  turns: z.array(z.string()).optional(),
  kind: z.string().nullish(),
  answerable: z.boolean(),
  outcome: z.array(z.string()).nullish(),
  expect: z.array(Expected).default([]),
  also: z.array(z.record(z.string(), z.unknown())).default([]),
  must_quote: z.array(z.union([z.string(), z.array(z.string())])).default([]),
  notes: z.array(z.string()).default([]),
})
export type GoldQuestion = z.infer<typeof Question>

/** The gold articles of a folder in name order, each with its blind copy. Throws `input-missing` or `input-invalid`. */
export function readGoldArticles(folder: string): GoldFile[] {
  const found = list(folder).flatMap((name) => {
    const json = readJson(join(folder, name))
    return isObject(json) && 'figures' in json ? [{ name, json }] : []
  })
  if (found.length === 0) {
    throw new AppError(
      'input-missing',
      `Không có bài chuẩn nào (tệp .json có "figures") ở ${folder}.`,
    )
  }
  return found.map(({ name, json }, index) => goldFile(name, parse(GoldArticle, json, name), index))
}

function goldFile(name: string, gold: z.infer<typeof GoldArticle>, index: number): GoldFile {
  return {
    stem: basename(name, '.json'),
    about: gold.about ?? null,
    figures: gold.figures,
    blind: {
      file: `${String(index).padStart(4, '0')}.json`,
      record: {
        url: gold.url ?? null,
        publisher: gold.publisher ?? null,
        published: gold.published ?? null,
        title: null,
        area: gold.given_area || null,
        text: gold.text,
      },
    },
  }
}

/** The question files of a folder, or else `questions-<folder>.json` beside it; none is normal. */
export function findQuestionFiles(folder: string): string[] {
  const inside = list(folder).filter((name) => /^questions-.*\.json$/.test(name))
  if (inside.length > 0) return inside.map((name) => join(folder, name))
  const parent = dirname(join(folder, '.'))
  const beside = `questions-${basename(folder)}.json`
  return list(parent).includes(beside) ? [join(parent, beside)] : []
}

/** The questions of one file, in its order. Throws `input-invalid`. */
export function readQuestions(path: string): GoldQuestion[] {
  return parse(z.array(Question), readJson(path), basename(path))
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (cause) {
    throw new AppError('input-missing', `Không đọc được thư mục ${folder}.`, { cause })
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AppError('input-invalid', `${path} không phải là JSON hợp lệ.`, { cause })
  }
}

function parse<T>(schema: z.ZodType<T>, json: unknown, name: string): T {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const where = issue ? `${issue.path.join('.')}: ${issue.message}` : ''
  throw new AppError('input-invalid', `${name} không đúng dạng tệp chuẩn (${where}).`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
