import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ReadItem, type ReadOptions, readSource } from '../../src/ingest/read.ts'
import { normaliseText } from '../../src/ingest/read-normalise.ts'
import { readIsoDate } from '../../src/ingest/read-record.ts'

const OPTIONS: ReadOptions = { maxBytes: 20_000 }
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoiso-read-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function readAll(path: string, options = OPTIONS): Promise<ReadItem[]> {
  const items: ReadItem[] = []
  for await (const item of readSource(path, options)) items.push(item)
  return items
}

async function readFileOf(name: string, content: string | Uint8Array, options = OPTIONS) {
  const path = join(folder, name)
  await writeFile(path, content)
  const [item] = await readAll(path, options)
  if (!item) throw new Error('nothing was read')
  return item
}

async function recordOf(name: string, content: string | Uint8Array, options = OPTIONS) {
  const item = await readFileOf(name, content, options)
  if (item.kind === 'error') throw item.error
  return item.document.record
}

async function errorOf(name: string, content: string | Uint8Array, options = OPTIONS) {
  const item = await readFileOf(name, content, options)
  if (item.kind !== 'error') throw new Error('was read')
  expect(item.error.message).not.toContain('\n')
  expect(item.error.message).toContain(name)
  return item.error
}

describe('good files', () => {
  test('a text file gives its text and nothing else', async () => {
    const record = await recordOf('hai-duong-2024.txt', 'Sản lượng tăng 5%.\r\nHết.')
    expect(record).toEqual({
      url: null,
      publisher: null,
      published: null,
      title: null,
      area: null,
      text: 'Sản lượng tăng 5%.\nHết.',
    })
  })

  test('a record gives its known fields; other keys are no evidence', async () => {
    const json = JSON.stringify({
      url: 'https://example.vn/a',
      publisher: null,
      published: '2024-03',
      about: 'Hải Dương',
      id: 'hai-duong-2024',
      text: 'Tăng 5%.',
    })
    const record = await recordOf('r.json', json)
    expect(record.published).toBe('2024-03')
    expect(record.area).toBeNull()
    expect(Object.keys(record)).toHaveLength(6)
  })

  test('front matter of a markdown file', async () => {
    const record = await recordOf(
      'a.md',
      '---\npublisher: Báo Tỉnh\npublished: 2024-01-20\narea: "Hải Dương"\nurl:\nreference: https://example.vn/b\n---\n\nTăng 5%.\n',
    )
    expect(record).toMatchObject({
      publisher: 'Báo Tỉnh',
      published: '2024-01-20',
      area: 'Hải Dương',
      url: 'https://example.vn/b',
      text: 'Tăng 5%.\n',
    })
  })

  test('markdown without front matter is text', async () => {
    expect((await recordOf('b.md', '# Đầu đề\n\nTăng 5%.')).text).toBe('# Đầu đề\n\nTăng 5%.')
  })

  test('what the operator says goes before the record', async () => {
    const options = { ...OPTIONS, area: 'Trà Vinh', published: '2024-01' }
    const record = await recordOf('o.json', '{"text":"Tăng 5%.","area":"Hà Nội"}', options)
    expect(record).toMatchObject({ area: 'Trà Vinh', published: '2024-01' })
  })

  test('UTF-16 with its mark, UTF-8 with its mark, Windows-1258', async () => {
    const words = 'Tỉnh đạt 5 tỷ đồng.'
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${words}`, 'utf16le'))
    expect((await recordOf('16.txt', utf16)).text).toBe(words)
    expect((await recordOf('8.txt', `\ufeff${words}`)).text).toBe(words)
    // "Tæ̉nh ðạt" as the code page has it: base letters with combining tone marks.
    const cp1258 = Uint8Array.from([
      0x54, 0x69, 0xd2, 0x6e, 0x68, 0x20, 0xf0, 0x61, 0xf2, 0x74, 0x20, 0x35, 0x20, 0x74, 0x79,
      0xd2, 0x20, 0xf0, 0xf4, 0xcc, 0x6e, 0x67, 0x2e,
    ])
    expect((await recordOf('1258.txt', cp1258)).text).toBe(words)
  })
})

describe('bad files: one clear line each', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty.txt', '', 'input-empty'],
    ['blank.txt', ' \n\n', 'input-empty'],
    ['image.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'input-binary'],
    ['zeros.txt', new Uint8Array(50), 'input-binary'],
    [
      'latin.txt',
      Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0xfe, 0xe1, 0x62]),
      'input-invalid',
    ],
    ['broken.json', '{"text": "a', 'input-invalid'],
    ['list.json', '[1,2]', 'input-invalid'],
    ['no-text.json', '{"url":null}', 'input-invalid'],
    ['text-type.json', '{"text":5}', 'input-invalid'],
    ['url-type.json', '{"text":"a","url":5}', 'input-invalid'],
    ['date.json', '{"text":"a","published":"20/01/2024"}', 'input-invalid'],
    ['no-day.json', '{"text":"a","published":"2024-02-30"}', 'input-invalid'],
    ['empty-text.json', '{"text":"  "}', 'input-empty'],
    ['front.md', '---\n- a\n---\nTăng', 'input-invalid'],
    ['sheet.xls', 'a', 'input-unsupported'],
    ['large.txt', 'a'.repeat(20_001), 'input-too-large'],
  ])('%s', async (name, content, code) => {
    expect((await errorOf(name, content)).code).toBe(code)
  })

  test('no such file', async () => {
    const [item] = await readAll(join(folder, 'nowhere.txt'))
    expect(item?.kind === 'error' && item.error.code).toBe('input-missing')
  })
})

describe('folders', () => {
  test('in name order, sub-folders too, broken files named, strangers left out', async () => {
    const root = join(folder, 'many')
    await mkdir(join(root, 'b'), { recursive: true })
    await writeFile(join(root, 'c.txt'), 'Ba.')
    await writeFile(join(root, 'a.txt'), 'Một.')
    await writeFile(join(root, 'b', 'z.json'), '{')
    await writeFile(join(root, 'b', 'a.md'), 'Hai.')
    await writeFile(join(root, '.hidden.txt'), 'x')
    await writeFile(join(root, 'table.csv'), 'x')
    await symlink(root, join(root, 'b', 'loop'))
    const items = await readAll(root)
    expect(items.map((item) => [item.file.slice(root.length + 1), item.kind])).toEqual([
      ['a.txt', 'document'],
      ['b/a.md', 'document'],
      ['b/z.json', 'error'],
      ['c.txt', 'document'],
    ])
  })

  test('reads one file at a time: the second is not opened before it is asked for', async () => {
    const root = join(folder, 'lazy')
    await mkdir(root)
    await writeFile(join(root, '1.txt'), 'Một.')
    await writeFile(join(root, '2.txt'), 'Hai.')
    const items = readSource(root, OPTIONS)
    await items.next()
    await writeFile(join(root, '2.txt'), 'Đã đổi.')
    const { value } = await items.next()
    expect(value?.kind === 'document' && value.document.record.text).toBe('Đã đổi.')
  })
})

describe('normaliseText', () => {
  test.each<[string, string, string]>([
    ['decomposed letters', 'Ha\u0309i Du\u031bo\u031bng', 'Hải Dương'],
    ['odd spaces, one for one', 'a\u00a0b\u2009c\u3000d', 'a b c d'],
    ['invisible characters', 'tă\u200bng\ufeff 5\u00ad%', 'tăng 5%'],
    ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['look-alikes of Đ', 'Ðồng Nai ðạt', 'Đồng Nai đạt'],
    ['tabs stay', 'a\tb', 'a\tb'],
  ])('%s', (_, given, wanted) => {
    expect(normaliseText(given)).toBe(wanted)
    expect(normaliseText(wanted)).toBe(wanted)
  })
})

test.each([
  ['2024', '2024'],
  ['2024-01', '2024-01'],
  ['2024-02-29', '2024-02-29'],
  ['2024-02-29T08:00:00+07:00', '2024-02-29'],
  ['2023-02-29', undefined],
  ['2024-13', undefined],
  ['1/2/2024', undefined],
])('readIsoDate(%s)', (text, wanted) => {
  expect(readIsoDate(text)).toBe(wanted)
})
