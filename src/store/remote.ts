/** The store of another process: every method is a call to the owner's endpoint. */
import { Agent, request } from 'node:http'
import { AppError } from '../model/errors.ts'
import type { Owner } from './owner.ts'
import { METHODS, type Method, type Reply } from './rpc.ts'
import type { Store } from './store.ts'

/** An owner that creates its database answers within this; one that hangs does not. */
const PING_MS = 30_000

/** The owner did not answer: it has ended, or is about to. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
  /** True when the call surely was not carried out. */
  readonly neverArrived: boolean

  constructor(neverArrived: boolean, cause: unknown) {
    super('the owner of the folder is gone', { cause })
    this.neverArrived = neverArrived
  }
}

/** A store that works through its owner. Its methods throw `ConnectionLost` when the owner is gone. */
export function remoteStore(owner: Owner): Store {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const names = Object.keys(METHODS) as Method[]
  const methods = Object.fromEntries(
    names.map((name) => [name, (...parameters: unknown[]) => call(owner, agent, name, parameters)]),
  ) as unknown as Pick<Store, Method>
  return { ...methods, kind: 'remote', close: async () => agent.destroy() }
}

async function call(owner: Owner, agent: Agent, name: Method, parameters: unknown[]) {
  const { status, body } = await post(owner, agent, name, JSON.stringify(parameters))
  // A port that now belongs to somebody else does not know our token.
  if (status === 401 || status === 404) throw new ConnectionLost(true, status)
  if (status !== 200) throw new Error(`the owner of the folder failed: ${body.slice(0, 500)}`)
  const reply = JSON.parse(body) as Reply
  if ('result' in reply) return reply.result
  const { code, message, context } = reply.error
  throw new AppError(code, message, { context: { ...context } })
}

function post(
  owner: Owner,
  agent: Agent,
  name: Method,
  content: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: '127.0.0.1',
        port: owner.port,
        path: `/${name}`,
        method: 'POST',
        headers: {
          authorization: `Bearer ${owner.token}`,
          'content-length': Buffer.byteLength(content),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', (cause) => reject(new ConnectionLost(false, cause)))
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
          })
        })
      },
    )
    if (name === 'ping') outgoing.setTimeout(PING_MS, () => outgoing.destroy())
    outgoing.on('error', (cause: NodeJS.ErrnoException) => {
      reject(new ConnectionLost(cause.code === 'ECONNREFUSED', cause))
    })
    outgoing.end(content)
  })
}
