/** Typed readers of database rows. A wrong type is a bug of our SQL, hence a plain error. */
import type { Row } from './engine.ts'

function wrong(row: Row, column: string, wanted: string): never {
  throw new Error(`column ${column} is ${JSON.stringify(row[column])}, not ${wanted}`)
}

/** The text of a column that is never null. */
export function text(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : wrong(row, column, 'text')
}

/** The text of a column, or null. */
export function textOrNull(row: Row, column: string): string | null {
  const value = row[column]
  return value === null || typeof value === 'string' ? value : wrong(row, column, 'text or null')
}

/** A JavaScript number: an integer or double precision column. */
export function number(row: Row, column: string): number {
  const value = row[column]
  return typeof value === 'number' ? value : wrong(row, column, 'a number')
}

/** A number, or null. */
export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : number(row, column)
}

/** A boolean column. */
export function boolean(row: Row, column: string): boolean {
  const value = row[column]
  return typeof value === 'boolean' ? value : wrong(row, column, 'a boolean')
}

/** A text column that holds one of `members`. */
export function oneOf<T extends string>(row: Row, column: string, members: readonly T[]): T {
  const value = row[column]
  return members.find((m) => m === value) ?? wrong(row, column, `one of ${members.join(' ')}`)
}

/** As `oneOf`, or null. */
export function oneOfOrNull<T extends string>(
  row: Row,
  column: string,
  members: readonly T[],
): T | null {
  return row[column] === null ? null : oneOf(row, column, members)
}

/** A text[] column whose elements are all of `members`. */
export function listOf<T extends string>(row: Row, column: string, members: readonly T[]): T[] {
  const value = row[column]
  if (!Array.isArray(value)) return wrong(row, column, 'an array')
  return value.map((v) => members.find((m) => m === v) ?? wrong(row, column, members.join(' ')))
}

/** A text[] column. */
export function texts(row: Row, column: string): string[] {
  const value = row[column]
  return Array.isArray(value) && value.every((v) => typeof v === 'string')
    ? value
    : wrong(row, column, 'texts')
}

/** A jsonb column that this program wrote, hence of the shape it was written in. */
export function json<T>(row: Row, column: string): T {
  return row[column] as T
}
