/** Reading and validating what a request carries. */
import type { Context } from 'hono'
import { z } from 'zod'
import { MEASURES, STATUSES } from '../../model/figure.ts'
import { parsePeriod } from '../../model/period.ts'
import type { FiguresQuery } from '../app-port.ts'
import { MAX_CHECK, MAX_QUESTION } from '../texts.ts'
import { RequestRefused } from './problems.ts'

function filled(max: number, empty: string, long: string) {
  return z
    .string(empty)
    .refine((text) => text.trim() !== '', empty)
    .refine((text) => text.length <= max, long)
    .transform((text) => text.replaceAll('\r\n', '\n').trim().normalize('NFC'))
}

const conversation = z
  .string('Trường "conversation" phải là chuỗi do câu trả lời trước đưa ra.')
  .max(200, 'Trường "conversation" quá dài; hãy gửi lại đúng chuỗi của câu trả lời trước.')

export const askBody = z.object({
  question: filled(
    MAX_QUESTION,
    'Hãy gửi câu hỏi trong trường "question".',
    `Câu hỏi dài quá ${MAX_QUESTION} ký tự. Hãy hỏi ngắn hơn, hoặc dùng mục kiểm tra đoạn văn cho văn bản dài.`,
  ),
  conversation: conversation.nullish().transform((id) => id || undefined),
})

export const checkBody = z.object({
  text: filled(
    MAX_CHECK,
    'Hãy gửi đoạn văn cần kiểm tra trong trường "text".',
    `Đoạn văn dài quá ${MAX_CHECK} ký tự. Hãy chia thành nhiều đoạn ngắn hơn.`,
  ),
})

export const feedbackBody = z.object({
  verdict: z.enum(['right', 'wrong'], 'Trường "verdict" phải là "right" hoặc "wrong".'),
  question: z.string('Thiếu câu hỏi được đánh giá.').max(MAX_QUESTION),
  answerText: z.string('Thiếu câu trả lời được đánh giá.').max(20_000),
  figureIds: z.array(z.string().max(200)).max(500).default([]),
  comment: z.string().max(1000, 'Lời nhắn dài quá 1000 ký tự.').nullable().default(null),
})

const text = z.string().trim().min(1).max(200)

const figuresParams = {
  area: text.optional(),
  indicator: text.optional(),
  period: text
    .refine((period) => parsePeriod(period) !== undefined, {
      message: 'Kỳ phải có dạng 2023, 2024-H1, 2024-Q1, 2024-06, 2024-9M hoặc 2021/2025.',
    })
    .optional(),
  measure: z.enum(MEASURES, `"measure" phải là một trong: ${MEASURES.join(', ')}.`).optional(),
  status: z.enum(STATUSES, `"status" phải là một trong: ${STATUSES.join(', ')}.`).optional(),
  limit: z.coerce.number('"limit" phải là số từ 1 đến 500.').int().min(1).max(500).optional(),
  after: text.optional(),
}

// A misspelt filter must not widen the result in silence, so unknown names are refused.
const figuresQuery = z.strictObject(figuresParams)

function refuseInvalid(error: z.ZodError): never {
  const issue = error.issues[0]
  const where = issue?.path.join('.') ?? ''
  const message =
    issue?.code === 'unrecognized_keys'
      ? `Không có tham số ${issue.keys.join(', ')}. Các tham số dùng được: ${Object.keys(figuresParams).join(', ')}.`
      : /[À-ỹ]/u.test(issue?.message ?? '')
        ? (issue?.message ?? '')
        : `Giá trị của "${where}" không hợp lệ. Hãy kiểm tra lại.`
  throw new RequestRefused(400, 'input-invalid', message)
}

/** A value checked against a schema. Throws RequestRefused 400 with what is wrong. */
export function readValue<S extends z.ZodType>(value: unknown, schema: S): z.output<S> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) refuseInvalid(parsed.error)
  return parsed.data
}

/**
 * The JSON body of a request, validated. Throws RequestRefused: 415 for another content type, 400 for
 * what is no JSON or does not fit the schema.
 */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new RequestRefused(
      415,
      'input-unsupported',
      'Yêu cầu phải gửi JSON với tiêu đề "Content-Type: application/json".',
    )
  }
  const body: unknown = await c.req.json().catch(() => {
    throw new RequestRefused(400, 'input-invalid', 'Nội dung gửi lên không phải JSON hợp lệ.')
  })
  return readValue(body, schema)
}

/** The filters of `GET /api/figures`; empty ones count as left out. Throws RequestRefused 400. */
export function readFiguresQuery(c: Context): FiguresQuery {
  const given = Object.entries(c.req.query()).filter(([, value]) => value.trim() !== '')
  const parsed = figuresQuery.safeParse(Object.fromEntries(given))
  if (!parsed.success) refuseInvalid(parsed.error)
  // zod leaves absent keys out, so the result carries no undefined values.
  return parsed.data as FiguresQuery
}
