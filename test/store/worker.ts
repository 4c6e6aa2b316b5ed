/** Drives `fixtures/worker.ts`: another process with a store on a folder. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('./fixtures/worker.ts', import.meta.url))

export interface Answer {
  readonly kind?: string
  readonly result?: unknown
  readonly progress?: string
  readonly error?: { readonly code?: string; readonly message?: string }
}

export interface Worker {
  readonly pid: number
  /** Lines about what takes time, so far. */
  readonly progress: readonly string[]
  /** The next answer that is no progress. */
  next(): Promise<Answer>
  call(method: string, ...parameters: unknown[]): Promise<Answer>
  /** Lets it close the store and end. */
  end(): Promise<void>
  kill(): Promise<void>
}

/** Starts a process; its first answer tells the kind of store it got. */
export function startWorker(folder: string): Worker {
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const progress: string[] = []
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<Answer> => {
    for (;;) {
      const line = await lines.next()
      if (line.done === true) throw new Error('the worker ended without an answer')
      const answer = JSON.parse(line.value) as Answer
      if (answer.progress === undefined) return answer
      progress.push(answer.progress)
    }
  }
  return {
    pid: child.pid ?? 0,
    progress,
    next,
    call(method, ...parameters) {
      child.stdin.write(`${JSON.stringify([method, ...parameters])}\n`)
      return next()
    },
    async end() {
      child.stdin.end()
      await exited
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
