/** Failures as HTTP: which status, which code, and which Vietnamese sentence says what to do. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorCode } from '../../model/errors.ts'
import { isCallersFault, UNAVAILABLE_SENTENCE } from '../problem-sentence.ts'

export interface Problem {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly message: string
}

/** A refusal of a request that a route throws; its message goes to the caller as it is. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused'
  readonly problem: Problem

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message)
    this.problem = { status, code, message }
  }
}

/** Statuses of failures that are the caller's to mend; 400 for the others of theirs. */
const CALLER_STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  'input-binary': 415,
  'input-unsupported': 415,
  'input-too-large': 413,
  'not-found': 404,
}

const UNAVAILABLE: Problem = {
  status: 503,
  code: 'unavailable',
  message: UNAVAILABLE_SENTENCE,
}

/**
 * What the caller is told about a failure. Foreseen faults of the request keep their own sentence;
 * anything else is `unavailable`, so that a broken part never looks like missing data.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestRefused) return error.problem
  if (isCallersFault(error)) {
    return { status: CALLER_STATUS[error.code] ?? 400, code: error.code, message: error.message }
  }
  if (error instanceof HTTPException && error.status < 500) {
    return {
      status: error.status,
      code: 'call-wrong',
      message: 'Yêu cầu không hợp lệ. Vui lòng kiểm tra lại.',
    }
  }
  return UNAVAILABLE
}

/** The JSON error of the contract: `{ error: { code, message } }`. */
export function problemJson(c: Context, problem: Problem): Response {
  return c.json({ error: { code: problem.code, message: problem.message } }, problem.status)
}

/** True for addresses that programs call, where an error is JSON and not a page. */
export function wantsJson(path: string): boolean {
  return path === '/healthz' || path === '/api' || path.startsWith('/api/')
}
