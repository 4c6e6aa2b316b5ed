/** The sentence a user sees when an answer fails. */
import { AppError, type ErrorCode } from '../model/errors.ts'

/** Shown for every failure that is not the caller's to mend; it must not read as "no data". */
export const UNAVAILABLE_SENTENCE =
  'Hệ thống đang gặp trục trặc nên chưa trả lời được; điều này không có nghĩa là không có số liệu. Vui lòng thử lại sau ít phút.'

const CALLERS: ReadonlySet<ErrorCode> = new Set([
  'call-wrong',
  'input-missing',
  'input-empty',
  'input-invalid',
  'input-binary',
  'input-unsupported',
  'input-too-large',
  'not-found',
])

/** True for failures that the caller can mend; their own message says how. */
export function isCallersFault(error: unknown): error is AppError {
  return error instanceof AppError && CALLERS.has(error.code)
}

/** A Vietnamese sentence for a failure; never the text of an unforeseen error. */
export function problemSentence(error: unknown): string {
  return isCallersFault(error) ? error.message : UNAVAILABLE_SENTENCE
}
