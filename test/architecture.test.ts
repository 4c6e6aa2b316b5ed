/** The shape of the house, held by one table: who may import whom, and what nobody may write. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** `may`: parts whose code may be used; `types`: parts of which only types may be named. A part is the start of a path under src. */
const ARROWS: Record<string, { may: string[]; types?: string[] }> = {
  model: { may: [] },
  vietnamese: { may: ['model'] },
  catalogue: { may: ['model', 'vietnamese'] },
  store: { may: ['model', 'vietnamese'] },
  llm: { may: ['model', 'vietnamese'] },
  chart: { may: ['model', 'vietnamese', 'catalogue'] },
  ingest: { may: ['model', 'vietnamese', 'catalogue', 'store'] },
  answer: { may: ['model', 'vietnamese', 'catalogue', 'store'], types: ['llm'] },
  check: {
    may: ['model', 'vietnamese', 'catalogue', 'store', 'ingest/extract', 'answer'],
  },
  channels: { may: ['model', 'chart', 'vietnamese/format'], types: ['answer', 'app.ts'] },
  eval: { may: ['model', 'vietnamese', 'catalogue'] },
  'config.ts': { may: ['model'] },
  'clock.ts': { may: ['model'] },
  'app.ts': { may: [''] },
  'figures-page.ts': { may: ['model', 'vietnamese', 'catalogue', 'store'], types: ['channels'] },
  'examples.ts': {
    may: ['model', 'vietnamese/format', 'catalogue', 'channels/texts.ts'],
    types: ['answer', 'store'],
  },
  'asking.ts': {
    may: ['model', 'store', 'channels/problem-sentence.ts'],
    types: ['answer'],
  },
  'channel-state.ts': { may: ['model', 'channels'], types: ['store'] },
  'service.ts': {
    may: ['config.ts', 'channels', 'model', 'channel-state.ts'],
    types: ['app.ts', 'store'],
  },
  bin: {
    may: [
      'app.ts',
      'service.ts',
      'config.ts',
      'model',
      'eval',
      'catalogue',
      'vietnamese/format',
      'channels/terminal',
    ],
    types: ['channels', 'store'],
  },
}

const FORBIDDEN: { what: string; pattern: RegExp; where: RegExp; except?: RegExp }[] = [
  {
    what: 'an ASCII word edge (\\b, \\w)',
    pattern: /(?<!\\)\\[bBwW](?![\p{L}\p{N}])/u,
    where: /^src\/(vietnamese|ingest\/extract)\//,
  },
  {
    what: 'the time of day outside bin, app and clock',
    pattern: /Date\.now\(\)|new Date\(\)/,
    where: /^src\//,
    except: /^src\/(bin\/|app\.ts$)|\/clock\.ts$/,
  },
  {
    what: 'the environment outside config',
    pattern: /process\.env/,
    where: /^src\//,
    except: /^src\/config\.ts$/,
  },
  {
    what: 'a language model library outside llm',
    pattern: /['"](?:@langchain\/|langchain|openai)[^'"]*['"]/,
    where: /^src\//,
    except: /^src\/llm\//,
  },
]

const files = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name))
const sources = files('src').map((path) => ({
  path,
  code: withoutComments(readFileSync(join(ROOT, path), 'utf8')),
}))

/** Code with comments blanked, so that prose about a rule does not break it. */
function withoutComments(code: string): string {
  return code.replace(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm, '')
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport(?:\.meta\.resolve)?\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every specifier a file names: static, re-exported, dynamic. */
function importsOf(code: string): { specifier: string; typeOnly: boolean }[] {
  return [...code.matchAll(IMPORT)].map(([, type, fixed, dynamic]) => ({
    specifier: fixed ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }))
}

/** The row of the table that a path under src belongs to: its folder, or the file itself. */
const partOf = (path: string) => path.replace(/^src\//, '').split('/')[0] ?? ''
const isIn = (path: string, part: string) => path.startsWith(`src/${part}`)

function offence(path: string, specifier: string, typeOnly: boolean): string | undefined {
  const target = posix.join(dirname(path), specifier)
  if (!target.startsWith('src/')) return // a data file, read as JSON
  const from = partOf(path)
  if (isIn(target, from)) return
  const { may, types = [] } = ARROWS[from] ?? { may: [] }
  const allowed = typeOnly ? [...may, ...types] : may
  return allowed.some((part) => isIn(target, part)) ? undefined : `${path} imports ${target}`
}

describe('architecture', () => {
  test('imports follow the arrows', () => {
    const offences = sources.flatMap(({ path, code }) =>
      importsOf(code)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .flatMap(({ specifier, typeOnly }) => offence(path, specifier, typeOnly) ?? []),
    )
    expect(offences).toEqual([])
  })

  test('every part of src stands in the table', () => {
    const unknown = sources.filter(({ path }) => ARROWS[partOf(path)] === undefined)
    expect(unknown.map(({ path }) => path)).toEqual([])
  })

  test.each(FORBIDDEN)('nobody writes $what', ({ pattern, where, except }) => {
    const offenders = sources
      .filter(({ path }) => where.test(path) && !except?.test(path))
      .flatMap(({ path, code }) => {
        const hit = pattern.exec(code)
        return hit ? `${path}: ${hit[0]}` : []
      })
    expect(offenders).toEqual([])
  })

  test('a helper lives with its owner', () => {
    const catchAll = /(?:^|\/)(?:utils?|common|helpers?|misc)(?:\/|\.ts$)/
    expect(sources.map(({ path }) => path).filter((path) => catchAll.test(path))).toEqual([])
  })

  test('every runtime dependency is used', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const used = sources.flatMap(({ code }) => importsOf(code).map(({ specifier }) => specifier))
    const idle = Object.keys(manifest.dependencies).filter(
      (name) => !used.some((specifier) => specifier === name || specifier.startsWith(`${name}/`)),
    )
    expect(idle).toEqual([])
  })

  test('the reader of imports sees every form', () => {
    const code = `
import { a } from './a.ts'
import type { B } from './b.ts'
import {
  c,
} from './c.ts'
import './d.ts'
export type { E } from './e.ts'
const f = await import('./f.ts')`
    expect(importsOf(code).map((i) => [i.specifier, i.typeOnly])).toEqual([
      ['./a.ts', false],
      ['./b.ts', true],
      ['./c.ts', false],
      ['./d.ts', false],
      ['./e.ts', true],
      ['./f.ts', false],
    ])
    expect(offence('src/model/x.ts', '../store/store.ts', true)).toBeDefined()
    expect(offence('src/channels/web/x.ts', '../../answer/answer.ts', true)).toBeUndefined()
    expect(offence('src/channels/web/x.ts', '../../answer/answer.ts', false)).toBeDefined()
    expect(offence('src/check/check.ts', '../ingest/read.ts', false)).toBeDefined()
  })
})
