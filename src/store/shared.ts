/**
 * The embedded folder as several processes use it: the first opens the database and serves the others;
 * when it ends, one of the others takes its place.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../model/errors.ts'
import { openFolder, prepareFolder } from './folder.ts'
import { claimFolder, findOwner, newToken, type Owner, PROTOCOL } from './owner.ts'
import { ConnectionLost, remoteStore } from './remote.ts'
import { METHODS, type Method, openEndpoint } from './rpc.ts'
import { sqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

/** How long an owner that lives but does not answer is waited for. */
const PATIENCE_MS = 10_000
const PAUSE_MS = 100
const SAY_AFTER_MS = 500

export interface SharedSettings {
  readonly folder: string
  readonly onProgress: (line: string) => void
  readonly patienceMs?: number | undefined
}

/** Opens the folder or works through who has it. Throws `store-*` errors that name the folder. */
export async function openShared(settings: SharedSettings): Promise<Store> {
  let current = await openEither(settings)
  let reopening: Promise<Store> | undefined
  const reopen = (lost: Store): Promise<Store> => {
    if (current !== lost) return Promise.resolve(current)
    reopening ??= openEither(settings)
      .then((store) => {
        current = store
        return store
      })
      .finally(() => {
        reopening = undefined
      })
    return reopening
  }
  const call = async (name: Method, parameters: unknown[]): Promise<unknown> => {
    const store = current
    const method = (from: Store) => from[name] as (...parameters: unknown[]) => Promise<unknown>
    try {
      return await method(store)(...parameters)
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      if (METHODS[name] === 'once' && !error.neverArrived) throw lostAnswer(settings.folder, error)
      return method(await reopen(store))(...parameters)
    }
  }
  const names = Object.keys(METHODS) as Method[]
  const methods = Object.fromEntries(
    names.map((name) => [name, (...parameters: unknown[]) => call(name, parameters)]),
  ) as unknown as Pick<Store, Method>
  return {
    ...methods,
    get kind() {
      return current.kind
    },
    close: () => current.close(),
  }
}

async function openEither(settings: SharedSettings): Promise<Store> {
  const { folder, patienceMs = PATIENCE_MS } = settings
  await prepareFolder(folder)
  const deadline = performance.now() + patienceMs
  for (;;) {
    const owner = await findOwner(folder)
    const store = owner === null ? await openOwn(settings) : await connect(owner, settings)
    if (store !== null) return store
    if (performance.now() > deadline) throw locked(folder, owner)
    await sleep(PAUSE_MS)
  }
}

/** Null when another process was quicker. */
async function openOwn({ folder, onProgress }: SharedSettings): Promise<Store | null> {
  const token = newToken()
  const endpoint = await openEndpoint(token)
  const claim = await claimFolder(folder, { port: endpoint.port, token })
  if (claim === null) {
    await endpoint.close()
    return null
  }
  try {
    const store = sqlStore(await openFolder(folder, onProgress))
    endpoint.serve(store)
    return {
      ...store,
      async close() {
        await endpoint.close()
        await store.close()
        await claim.release()
      },
    }
  } catch (error) {
    endpoint.fail(error)
    await endpoint.close()
    await claim.release()
    throw error
  }
}

/** Null when the owner is ending. It may be opening yet: then the call waits. */
async function connect(
  owner: Owner,
  { folder, onProgress }: SharedSettings,
): Promise<Store | null> {
  if (owner.protocol !== PROTOCOL) throw locked(folder, owner)
  const store = remoteStore(owner)
  const waiting = setTimeout(
    () =>
      onProgress(`Đang chờ tiến trình khác (pid ${owner.pid}) mở cơ sở dữ liệu trong ${folder}…`),
    SAY_AFTER_MS,
  )
  try {
    await store.ping()
    return store
  } catch (error) {
    await store.close()
    if (error instanceof ConnectionLost) return null
    throw error
  } finally {
    clearTimeout(waiting)
  }
}

function locked(folder: string, owner: Owner | null): AppError {
  return new AppError(
    'store-locked',
    `Thư mục ${folder} đang do một tiến trình khác dùng${owner === null ? '' : ` (pid ${owner.pid})`} và nó không trả lời. Hãy đợi nó xong hoặc dừng nó, hoặc đặt DATA_DIR là thư mục khác.`,
    owner === null ? {} : { context: { pid: owner.pid } },
  )
}

function lostAnswer(folder: string, cause: unknown): AppError {
  return new AppError(
    'store-unreachable',
    `Tiến trình giữ ${folder} đã dừng giữa chừng nên không rõ thay đổi đã được ghi chưa. Hãy xem lại rồi thử lại nếu cần.`,
    { cause },
  )
}
