/** What the system tells about processes, so that a dead one is not taken for a living one. */
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

async function readOrNull(read: () => Promise<string>): Promise<string | null> {
  try {
    return await read()
  } catch {
    // Only Linux has these files; the caller knows what to do without.
    return null
  }
}

/** When a process started, in a form that only compares; null where the system does not tell. */
export async function readProcessStart(pid: number): Promise<string | null> {
  const facts = await readOrNull(() => readFile(`/proc/${pid}/stat`, 'utf8'))
  const boot = await readOrNull(() => readFile('/proc/sys/kernel/random/boot_id', 'utf8'))
  if (facts === null || boot === null) return null
  // The second field, the name, may hold anything up to the last bracket; the start is field 22.
  const start = facts.slice(facts.lastIndexOf(')') + 2).split(' ')[19]
  return start === undefined ? null : `${boot.trim()} ${start}`
}

/** This machine and, in containers, the space in which its process numbers count. */
export async function readHost(): Promise<string> {
  return `${hostname()} ${(await readOrNull(() => readlink('/proc/self/ns/pid'))) ?? ''}`.trim()
}
