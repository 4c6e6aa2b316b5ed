import { mkdir, mkdtemp, readdir, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BulkJob, countSources, runBulk } from '../../src/ingest/bulk.ts'
import { storeJournal } from '../../src/ingest/bulk-journal.ts'
import { createProgress, describeSeconds } from '../../src/ingest/bulk-progress.ts'
import { AppError } from '../../src/model/errors.ts'

let folder: string
let files: string
/** The store's small facts, which outlive a run. */
const facts = new Map<string, string>()
const meta = {
  getMeta: async (key: string) => facts.get(key) ?? null,
  setMeta: async (key: string, value: string) => void facts.set(key, value),
}

beforeEach(async () => {
  facts.clear()
  folder = await mkdtemp(join(tmpdir(), 'hoiso-bulk-'))
  files = join(folder, 'files')
  await mkdir(files)
  for (let i = 0; i < 25; i++) {
    const name = String(i).padStart(2, '0')
    await writeFile(join(files, `${name}.json`), i === 7 ? '{broken' : `{"text":"Bài ${name}."}`)
  }
})
afterEach(() => rm(folder, { recursive: true }))

interface Run {
  readonly saved: string[]
  readonly failed: string[]
  readonly job: BulkJob<string>
}

function newRun(more: Partial<BulkJob<string>> = {}): Run {
  const saved: string[] = []
  const failed: string[] = []
  const job: BulkJob<string> = {
    sources: [files],
    options: { maxBytes: 1000 },
    read: (_, file) => basename(file, '.json'),
    save: async (batch) => void saved.push(...batch),
    onFailed: (file) => void failed.push(basename(file)),
    journal: storeJournal(meta),
    batchSize: 4,
    ...more,
  }
  return { saved, failed, job }
}

describe('runBulk', () => {
  test('everything once, in order; the broken file is named and passed by', async () => {
    const { saved, failed, job } = newRun()
    expect(await runBulk(job)).toEqual({ done: 24, failed: 1, before: 0 })
    expect(saved).toHaveLength(24)
    expect([...saved].sort()).toEqual(saved)
    expect(failed).toEqual(['07.json'])
    expect(await readdir(folder)).toEqual(['files'])
  })

  test('interrupted, it goes on behind the last saved batch', async () => {
    const first = newRun()
    const crash = async (batch: readonly string[]): Promise<void> => {
      if (first.saved.length >= 11) throw new Error('power cut')
      first.saved.push(...batch)
    }
    await expect(runBulk({ ...first.job, save: crash })).rejects.toThrow('power cut')
    const second = newRun()
    const summary = await runBulk(second.job)
    expect(summary.before).toBe(first.saved.length + first.failed.length)
    expect([...first.saved, ...second.saved]).toEqual((await wanted()).filter((n) => n !== '07'))
  })

  test('another job begins at the beginning', async () => {
    const first = newRun()
    const save = async (batch: readonly string[]): Promise<void> => {
      if (first.saved.length >= 8) throw new Error('stop')
      first.saved.push(...batch)
    }
    await expect(runBulk({ ...first.job, save })).rejects.toThrow('stop')
    const other = newRun({ options: { maxBytes: 1000, area: 'Hà Nội' } })
    expect((await runBulk(other.job)).before).toBe(0)
    expect(other.saved).toHaveLength(24)
  })

  test('the last file being removed meanwhile is no harm', async () => {
    const first = newRun()
    let last = ''
    const save = async (batch: readonly string[]): Promise<void> => {
      if (first.saved.length >= 8) throw new Error('stop')
      await first.job.save(batch)
      last = batch.at(-1) ?? ''
    }
    await expect(runBulk({ ...first.job, save })).rejects.toThrow('stop')
    await unlink(join(files, `${last}.json`))
    const second = newRun()
    expect((await runBulk(second.job)).before).toBe(0)
    expect(second.saved).toHaveLength(23)
  })

  test('a document that cannot be understood fails alone; a bug does not hide', async () => {
    const { saved, failed, job } = newRun({
      read: (_, file) => {
        if (file.endsWith('03.json')) throw new AppError('call-wrong', 'Không có tỉnh này')
        return file
      },
    })
    await runBulk(job)
    expect([saved.length, failed.sort()]).toEqual([23, ['03.json', '07.json']])
    const buggy = newRun({ read: () => Promise.reject(new TypeError('bug')) })
    await expect(runBulk(buggy.job)).rejects.toThrow(TypeError)
  })

  test('a damaged journal counts as none', async () => {
    facts.set('ingest-journal', '{"job":')
    expect((await runBulk(newRun().job)).done).toBe(24)
  })

  test('files and folders count together', async () => {
    expect(await countSources([files, join(files, '01.json'), 'https://example.vn/a'])).toBe(27)
  })

  async function wanted(): Promise<string[]> {
    return (await readdir(files)).map((name) => basename(name, '.json')).sort()
  }
})

describe('progress', () => {
  function shown(isTTY: boolean, total: number): string[] {
    let clock = 0
    const lines: string[] = []
    const stream = { isTTY, write: (text: string) => lines.push(text) }
    const progress = createProgress({ total, before: 100, stream, now: () => clock })
    for (let i = 0; i < 9; i++) {
      clock += 20_000
      progress.step(100, i === 4 ? 1 : 0)
    }
    progress.finish()
    return lines
  }

  test('one line a minute away from a terminal, with rate, time left and failures', () => {
    expect(shown(false, 2000)).toEqual([
      'Đã đọc 400/2.000 bài (20%) · 5,0 bài/giây · còn khoảng 5 phút\n',
      'Đã đọc 700/2.000 bài (35%) · 5,0 bài/giây · còn khoảng 4 phút · 1 tệp lỗi\n',
      'Đã đọc 1.000/2.000 bài (50%) · 5,0 bài/giây · còn khoảng 3 phút · 1 tệp lỗi\n',
      'Đã đọc 1.000/2.000 bài (50%) · 5,0 bài/giây · còn khoảng 3 phút · 1 tệp lỗi\n',
    ])
  })

  test('one moving line on a terminal', () => {
    const lines = shown(true, 2000)
    expect(lines).toHaveLength(11)
    expect(lines.slice(0, -1).every((line) => line.startsWith('\r') && !line.includes('\n'))).toBe(
      true,
    )
  })

  test('nothing for a single file', () => {
    expect(shown(false, 1)).toEqual([])
  })

  test.each([
    [0.2, '1 giây'],
    [61, '61 giây'],
    [180, '3 phút'],
    [3900, '65 phút'],
    [7500, '2 giờ 5 phút'],
  ])('describeSeconds(%d)', (seconds, wanted) => {
    expect(describeSeconds(seconds)).toBe(wanted)
  })
})

test('the journal gives back what it was given, and nothing when cleared', async () => {
  const journal = storeJournal(meta)
  const place = { job: 'a', source: 0, after: 'x', done: 1, failed: 0 }
  await journal.save(place)
  expect(await journal.load()).toEqual(place)
  await journal.clear()
  expect(await journal.load()).toBeNull()
})
