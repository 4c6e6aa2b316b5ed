/**
 * Who owns an embedded folder. PGlite does not lock its files, so exactly one process may open them;
 * it says so in `owner.<n>.json`. Whoever takes over a dead owner's folder must create the file of the
 * next number, which only one can; the newest file is never deleted, so nobody can create an old
 * number again.
 */
import { randomBytes } from 'node:crypto'
import {
  constants,
  copyFile,
  link,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { readHost, readProcessStart } from './process-facts.ts'

/** Raised when the endpoint's methods change their meaning. */
export const PROTOCOL = 2

const FILE = /^owner\.(\d+)\.json$/
const HEARTBEAT_MS = 5_000
/** A foreign machine's process cannot be looked at; without a sign of life for so long it is dead. */
const SILENT_MS = 30_000

export interface Owner {
  readonly protocol: number
  readonly pid: number
  /** When the process started, as the system tells it; null where it does not. */
  readonly started: string | null
  /** Machine and process namespace: elsewhere the pid means nothing. */
  readonly host: string
  /** Of the endpoint on 127.0.0.1. */
  readonly port: number
  readonly token: string
  readonly released: boolean
}

export interface Claim {
  /** Says that the folder is free. */
  release(): Promise<void>
}

/** A token for an endpoint. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The living owner of a folder, or null. */
export async function findOwner(folder: string): Promise<Owner | null> {
  const newest = await newestFile(folder)
  return newest !== null && (await isAlive(newest)) ? newest.owner : null
}

/** Makes this process the owner; null when another one is or was quicker. */
export async function claimFolder(
  folder: string,
  endpoint: { readonly port: number; readonly token: string },
): Promise<Claim | null> {
  const newest = await newestFile(folder)
  if (newest !== null && (await isAlive(newest))) return null
  const owner: Owner = {
    protocol: PROTOCOL,
    pid: process.pid,
    started: await readProcessStart(process.pid),
    host: await readHost(),
    ...endpoint,
    released: false,
  }
  const number = (newest?.number ?? 0) + 1
  const path = join(folder, `owner.${number}.json`)
  if (!(await createWhole(path, owner))) return null
  await removeOlder(folder, number)
  let beating = Promise.resolve()
  const heartbeat = setInterval(() => {
    // Written anew, so that the file system's clock tells when. What fails, the next beat mends.
    beating = replaceWhole(path, owner).catch(() => {})
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return {
    async release() {
      clearInterval(heartbeat)
      await beating
      await replaceWhole(path, { ...owner, released: true })
    },
  }
}

interface OwnerFile {
  readonly number: number
  readonly path: string
  /** null when it cannot be read: half copied, or spoilt by a power cut. */
  readonly owner: Owner | null
}

async function newestFile(folder: string): Promise<OwnerFile | null> {
  for (;;) {
    const number = await newestNumber(folder)
    if (number === 0) return null
    const path = join(folder, `owner.${number}.json`)
    try {
      return { number, path, owner: parseOwner(await readFile(path, 'utf8')) }
    } catch (error) {
      // Superseded between listing and reading: there is a newer one.
      if (!isMissing(error)) throw error
    }
  }
}

function parseOwner(content: string): Owner | null {
  try {
    return JSON.parse(content) as Owner
  } catch {
    return null
  }
}

async function newestNumber(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => Number(FILE.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

async function isAlive({ owner, path }: OwnerFile): Promise<boolean> {
  if (owner === null) return !(await isSilent(path))
  if (owner.released) return false
  if (owner.host !== (await readHost())) return !(await isSilent(path))
  if (!isRunning(owner.pid)) return false
  const started = await readProcessStart(owner.pid)
  // Another process may have got the number of a dead one.
  if (started !== null && owner.started !== null) return started === owner.started
  return !(await isSilent(path))
}

/** True when a file was not written for long, by the clock of the file system that both sides share. */
async function isSilent(path: string): Promise<boolean> {
  const probe = draftOf(path)
  await writeFile(probe, '')
  try {
    const [now, last] = await Promise.all([stat(probe), stat(path)])
    return now.mtimeMs - last.mtimeMs > SILENT_MS
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  } finally {
    await rm(probe, { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It runs, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

function draftOf(path: string): string {
  return `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
}

/** Creates a file with its whole content at once; false when it is there already. */
async function createWhole(path: string, owner: Owner): Promise<boolean> {
  const draft = draftOf(path)
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    return copyAlone(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

/** For file systems without links. */
async function copyAlone(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function replaceWhole(path: string, owner: Owner): Promise<void> {
  const draft = draftOf(path)
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 })
  await rename(draft, path)
}

async function removeOlder(folder: string, number: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const other = Number(FILE.exec(name)?.[1] ?? number)
    if (other < number) await rm(join(folder, name), { force: true })
  }
}
