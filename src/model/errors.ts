/** The one error class of the program. Expected outcomes are values, not errors; bugs crash. */

/** Closed list of failures. The user sees a sentence chosen by the code, never an error's text. */
export type ErrorCode =
  | 'call-wrong'
  | 'config-invalid'
  | 'data-invalid'
  | 'input-missing'
  | 'input-empty'
  | 'input-binary'
  | 'input-too-large'
  | 'input-invalid'
  | 'input-unsupported'
  | 'fetch-refused'
  | 'fetch-failed'
  | 'store-unreachable'
  | 'store-locked'
  | 'store-damaged'
  | 'store-newer'
  | 'store-not-writable'
  | 'port-in-use'
  | 'llm-rejected'
  | 'llm-unreachable'
  | 'channel-rejected'
  | 'channel-unreachable'
  | 'not-found'

/**
 * A failure the program foresaw. `message` is a Vietnamese sentence that says what is wrong and what
 * to do, fit to be printed by a command; `context` is safe to log (no secrets, no user text).
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly context: Readonly<Record<string, string | number>>

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; context?: Record<string, string | number> } = {},
  ) {
    super(message, { cause: options.cause })
    this.code = code
    this.context = options.context ?? {}
  }
}

/** Makes the compiler prove that every member of a union was handled; reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
