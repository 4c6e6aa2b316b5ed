/** The files of the embedded database: made, opened, and named when they cannot be. */
import { access, constants, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '../model/errors.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'

const DATABASE = 'database'
/** Stands while the database is being created: what a killed process left half made may be removed. */
const MARKER = 'creating'

/** Without one of these it is no database. */
const PARTS = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal', 'pg_xact']

/** Node's own recursive mkdir never ends where a file system answers "no such file" to making one. */
async function makeFolder(path: string): Promise<void> {
  if (await isThere(path)) return
  const parent = dirname(path)
  if (parent !== path) await makeFolder(parent)
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error // another process was quicker
  })
}

/** Makes the folder when it is missing. Throws `store-not-writable`. */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await makeFolder(resolve(folder))
    await readdir(folder)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const reason =
      code === 'EEXIST' || code === 'ENOTDIR' ? 'không phải là thư mục' : 'không ghi được'
    throw new AppError(
      'store-not-writable',
      `Nơi chứa dữ liệu ${folder} ${reason}. Hãy đặt DATA_DIR là một thư mục ghi được.`,
      { cause, context: { reason: code ?? 'unknown' } },
    )
  }
}

/**
 * Opens the database of a folder that this process owns, creating or migrating it. Throws
 * `store-damaged`, `store-newer` or `store-not-writable`; the files are then left as they were.
 */
export async function openFolder(
  folder: string,
  onProgress: (line: string) => void,
): Promise<Engine> {
  const path = join(folder, DATABASE)
  const marker = join(folder, MARKER)
  if (await isThere(marker)) await rm(path, { recursive: true, force: true })
  const isNew = !(await isThere(path)) || (await readdir(path)).length === 0
  // PGlite would fill up what is missing with new files.
  for (const part of isNew ? [] : PARTS) {
    if (!(await isThere(join(path, part)))) throw damaged(folder, `no ${part}`)
  }
  onProgress(
    isNew
      ? `Đang tạo cơ sở dữ liệu trong ${folder} (chỉ lần đầu, vài giây)…`
      : `Đang mở cơ sở dữ liệu trong ${folder}…`,
  )
  if (isNew) await writeFile(marker, '')
  const engine = await openDatabase(folder, path)
  try {
    await migrate(engine, folder)
  } catch (error) {
    await engine.close()
    throw error instanceof AppError ? error : damaged(folder, error)
  }
  if (isNew) await rm(marker)
  return engine
}

async function openDatabase(folder: string, path: string): Promise<Engine> {
  try {
    return await openPglite({ folder: path })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC') {
      throw new AppError(
        'store-not-writable',
        code === 'ENOSPC'
          ? `Ổ đĩa chứa ${folder} đã đầy. Hãy giải phóng chỗ trống rồi chạy lại.`
          : `Không ghi được vào ${folder}. Hãy cấp quyền ghi hoặc đặt DATA_DIR là thư mục khác.`,
        { cause, context: { reason: code } },
      )
    }
    throw damaged(folder, cause)
  }
}

function damaged(folder: string, cause: unknown): AppError {
  return new AppError(
    'store-damaged',
    `Cơ sở dữ liệu trong ${folder} bị hỏng hoặc không phải của chương trình này, nên không mở được. Các tệp được giữ nguyên; hãy khôi phục từ bản sao lưu, hoặc đổi tên thư mục rồi chạy lại để tạo mới.`,
    { cause },
  )
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    // Whatever the reason: what cannot be reached is found out by who opens it.
    return false
  }
}
