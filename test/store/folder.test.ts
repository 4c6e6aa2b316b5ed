/** The embedded folder with several processes, killed processes, and files that are not as they should be. */
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMigrations } from '../../src/store/migrate.ts'
import { openPglite } from '../../src/store/pglite.ts'
import { openShared } from '../../src/store/shared.ts'
import { article } from './samples.ts'
import { startWorker, type Worker } from './worker.ts'

let home = ''
let created = ''
const workers: Worker[] = []

function start(folder: string): Worker {
  const worker = startWorker(folder)
  workers.push(worker)
  return worker
}

/** A folder with an empty database, copied from the one that the first test made. */
async function freshFolder(name: string): Promise<string> {
  const folder = join(home, name)
  await cp(created, folder, { recursive: true })
  return folder
}

const open = (folder: string, patienceMs?: number) =>
  openShared({ folder, onProgress: () => {}, patienceMs })

async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name)
    // Left by an attempt to start; it holds no data.
    if (name === 'postmaster.pid') continue
    hash.update(name)
    if ((await stat(path)).isFile()) hash.update(await readFile(path))
  }
  return hash.digest('hex')
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hoiso-folder-'))
  created = join(home, 'created')
  // What a process leaves that was killed while it created the database.
  await mkdir(join(created, 'database', 'base'), { recursive: true })
  await writeFile(join(created, 'creating'), '')
  // Three processes meet it: one creates the database, the others wait for it.
  const three = [start(created), start(created), start(created)]
  const kinds = await Promise.all(three.map((worker) => worker.next()))
  expect(kinds.map((answer) => answer.kind).sort()).toEqual(['pglite', 'remote', 'remote'])
  const told = three.flatMap((worker) => worker.progress).join()
  expect(told).toContain('Đang tạo')
  expect(told).toContain('Đang chờ')
  const versions = await Promise.all(three.map((worker) => worker.call('dataVersion')))
  expect(new Set(versions.map((answer) => answer.result)).size).toBe(1)
  for (const worker of three) await worker.end()
}, 60_000)

afterAll(async () => {
  for (const worker of workers) await worker.kill()
  await rm(home, { recursive: true, force: true })
})

describe('several processes', () => {
  test('a second one works through the first, and takes over when it ends', async () => {
    const folder = await freshFolder('two')
    const first = start(folder)
    expect(await first.next()).toEqual({ kind: 'pglite' })
    const store = await open(folder)
    expect(store.kind).toBe('remote')
    expect(await store.saveArticle(article())).toMatchObject({ kind: 'stored' })
    expect((await first.call('findFigures', {})).result).toMatchObject([{ value: '9801' }])
    await expect(
      store.saveArticle(article({ url: 'https://x', publisher: '\u0000' })),
    ).rejects.toThrow()

    await first.end()
    expect(await store.findFigures({})).toMatchObject([{ value: '9801' }])
    expect(store.kind).toBe('pglite')
    await store.close()
  })

  test('what the service remembers crosses processes', async () => {
    const folder = await freshFolder('remembered')
    const first = start(folder)
    await first.next()
    const store = await open(folder)
    expect(store.kind).toBe('remote')
    const kept = { channel: 'zalo', key: '1', item: 'x', receipt: 'r' }
    expect(await store.receiveItem(kept)).toBe(true)
    await store.remember({ key: 'k', value: 'v', seconds: 60 })
    await first.end()
    expect(await store.receiveItem({ ...kept, receipt: 'other' })).toBe(false)
    expect(await store.unfinishedItems('zalo')).toMatchObject([{ item: 'x' }])
    expect(await store.recall('k')).toBe('v')
    await store.close()
  })

  test('many calls are under way while the owner ends: none is lost', async () => {
    const folder = await freshFolder('handover')
    const first = start(folder)
    await first.next()
    const store = await open(folder)
    const urls = Array.from({ length: 20 }, (_, i) => `https://bao.example/${i}`)
    const saving = Promise.all(urls.map((url) => store.saveArticle(article({ url }))))
    await first.end()
    await saving
    expect(await store.listArticles({ limit: 50 })).toHaveLength(20)
    await store.close()
  })

  test('the endpoint tells nothing to who does not know the token', async () => {
    const folder = await freshFolder('token')
    const store = await open(folder)
    const name = (await readdir(folder)).find((file) => file.startsWith('owner.')) ?? ''
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    const { port, token } = JSON.parse(await readFile(join(folder, name), 'utf8'))
    const ask = (authorization: string, path = '/findFigures') =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        body: '[{}]',
        headers: { authorization },
      }).then((response) => response.status)
    expect(await ask(`Bearer ${token}`)).toBe(200)
    expect(await ask('Bearer no')).toBe(401)
    expect(await ask('')).toBe(401)
    expect(await ask(`Bearer ${token}`, '/close')).toBe(404)
    expect(await ask(`Bearer ${token}`, '/toString')).toBe(404)
    await store.close()
  })

  test('an owner that lives but does not answer is named', async () => {
    const folder = await freshFolder('silent')
    const store = await open(folder)
    const name = (await readdir(folder)).find((file) => file.startsWith('owner.')) ?? ''
    const owner = JSON.parse(await readFile(join(folder, name), 'utf8'))
    await store.close()
    // Nobody listens at the port of this "owner", which is this very process.
    await writeFile(join(folder, name), JSON.stringify({ ...owner, port: 1, released: false }))
    await expect(open(folder, 300)).rejects.toMatchObject({
      code: 'store-locked',
      message: expect.stringContaining(`pid ${process.pid}`),
    })
  })
})

describe('killed processes', () => {
  test('what was acknowledged is there, and the next process opens the folder', async () => {
    const folder = await freshFolder('killed')
    const victim = start(folder)
    await victim.next()
    const survivor = await open(folder)
    let acknowledged = 0
    const writing = (async () => {
      for (let i = 0; ; i += 1) {
        await victim.call('saveArticle', article({ url: `https://bao.example/${i}` }))
        acknowledged = i + 1
      }
    })().catch(() => {})
    while (acknowledged < 5) await sleep(20)
    await victim.kill()
    await writing
    const stored = await survivor.listArticles({ limit: 1000 })
    expect(survivor.kind).toBe('pglite')
    expect(stored.length).toBeGreaterThanOrEqual(acknowledged)
    expect(stored.length).toBeLessThanOrEqual(acknowledged + 1)
    expect(await survivor.findFigures({ limit: 1000 })).toHaveLength(stored.length)
    await survivor.close()
  })

  test('a number that another process has got meanwhile is not taken for the dead owner', async () => {
    const folder = await freshFolder('reused')
    const dead = start(folder)
    await dead.next()
    await dead.kill()
    const name = (await readdir(folder)).find((file) => file.startsWith('owner.')) ?? ''
    const owner = JSON.parse(await readFile(join(folder, name), 'utf8'))
    await writeFile(join(folder, name), JSON.stringify({ ...owner, pid: process.pid }))
    const store = await open(folder)
    expect(store.kind).toBe('pglite')
    await store.close()
  })

  test('of several that find a dead owner one takes over', async () => {
    const folder = await freshFolder('orphan')
    const dead = start(folder)
    await dead.next()
    await dead.kill()
    const heirs = [start(folder), start(folder), start(folder)]
    const kinds = await Promise.all(heirs.map((worker) => worker.next()))
    expect(kinds.map((answer) => answer.kind).sort()).toEqual(['pglite', 'remote', 'remote'])
    for (const worker of heirs) await worker.kill()
  })
})

describe('a folder that cannot be used is named and left as it is', () => {
  const refused = async (folder: string, code: string) => {
    await expect(open(folder, 300)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(folder),
    })
  }

  test('no folder at all', async () => {
    const file = join(home, 'file')
    await writeFile(file, 'x')
    await refused(file, 'store-not-writable')
    await refused(join(file, 'below'), 'store-not-writable')
    expect(await readFile(file, 'utf8')).toBe('x')
  })

  test.each([
    ['without its control file', (path: string) => rm(join(path, 'global', 'pg_control'))],
    ['without PG_VERSION', (path: string) => rm(join(path, 'PG_VERSION'))],
    ['without its tables', (path: string) => rm(join(path, 'base'), { recursive: true })],
    [
      'with a spoilt control file',
      (path: string) => writeFile(join(path, 'global', 'pg_control'), 'x'.repeat(8192)),
    ],
    ['of another PostgreSQL', (path: string) => writeFile(join(path, 'PG_VERSION'), '12\n')],
  ])('a database %s', async (name, spoil) => {
    const folder = await freshFolder(`damaged ${name}`)
    await spoil(join(folder, 'database'))
    const before = await digestOf(join(folder, 'database'))
    await refused(folder, 'store-damaged')
    expect(await digestOf(join(folder, 'database'))).toBe(before)
  })

  test('a database of a newer program', async () => {
    const folder = await freshFolder('newer')
    const engine = await openPglite({ folder: join(folder, 'database') })
    const next = (await readMigrations()).length + 1
    await engine.query("INSERT INTO schema_migrations VALUES ($1, 'later.sql', 'x')", [next])
    await engine.close()
    await refused(folder, 'store-newer')
  })
})
