/** Reads the data files that come with the program. Each is checked against its schema when loaded. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../model/errors.ts'

const DATA = new URL('../../data/', import.meta.url)

/** Where a shipped data file lies, as an absolute file URL. */
export function dataUrl(path: string): URL {
  return new URL(path, DATA)
}

/**
 * A shipped JSON file, validated. `loadData('areas/provinces.json', schema)`. Throws AppError
 * `data-invalid` naming the file and every fault when it does not fit its schema.
 */
export function loadData<T extends z.ZodType>(path: string, schema: T): z.infer<T> {
  const parsed = schema.safeParse(readJson(path))
  if (parsed.success) return parsed.data
  throw invalid(path, z.prettifyError(parsed.error))
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(dataUrl(path), 'utf8'))
  } catch (cause) {
    throw invalid(path, cause instanceof Error ? cause.message : String(cause))
  }
}

/** The error of a data file that does not hold what it must; `fault` says what. */
export function invalid(path: string, fault: string): AppError {
  return new AppError('data-invalid', `Tệp dữ liệu data/${path} không đúng: ${fault}`, {
    context: { file: path },
  })
}
