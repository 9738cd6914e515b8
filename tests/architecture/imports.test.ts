/**
 * Imports point one way: schemas ← queries ← studio, scripts, site; the lake stands alone, and inside
 * it a few libraries are known to one room only, and commands load what they need when they need it.
 * Also: nothing written here names a machine.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {fileURLToPath} from 'node:url'

import {describe, expect, test} from 'vitest'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Which rooms the source of a room may import, besides itself. */
const MAY_IMPORT: Record<string, string[]> = {
  schemas: [],
  queries: ['schemas'],
  studio: ['schemas', 'queries', 'site'],
  site: ['schemas', 'queries'],
  scripts: ['schemas', 'queries', 'lake', 'site'],
  lake: [],
}

/** Libraries that one place alone knows, so that they can be replaced there. */
const KNOWN_ONLY_TO: Record<string, string[]> = {
  'groq-js': ['lake/query', 'scripts/typegen'],
  jsts: ['lake/query'],
  mendoza: ['lake/mutate'],
  '@sanity/mutator': ['lake/mutate'],
  'node:sqlite': ['lake/store'],
  sharp: ['lake/assets'],
}

interface Import {
  file: string
  specifier: string
}

function sourceFiles(room: string): string[] {
  return readdirSync(join(root, room), {withFileTypes: true, recursive: true})
    .filter(
      (entry) =>
        entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !/\.(test|faults)\.tsx?$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
}

function importsOf(room: string): Import[] {
  return sourceFiles(room).flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    const specifiers = source.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|import\('([^']+)'\)/g,
    )
    return [...specifiers].map((match) => ({
      file: relative(root, file),
      specifier: match[1] ?? match[2] ?? '',
    }))
  })
}

/** The room that a relative import leads to, or undefined for a package. */
function roomOf({file, specifier}: Import): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return relative(root, resolve(root, dirname(file), specifier)).split(sep)[0]
}

describe('the arrows between the rooms', () => {
  test.each(Object.entries(MAY_IMPORT))('%s imports only %j', (room, allowed) => {
    const imports = importsOf(room)
    expect(imports.length).toBeGreaterThan(0)
    const wrong = imports.filter((entry) => {
      const target = roomOf(entry)
      return target !== undefined && target !== room && !allowed.includes(target)
    })
    expect(wrong).toEqual([])
  })

  test('only the scripts that start or find a lake import it, and only its front door', () => {
    const wrong = importsOf('scripts').filter(
      (entry) => roomOf(entry) === 'lake' && !/lake\/(server|index)\.ts$/.test(entry.specifier),
    )
    expect(wrong).toEqual([])
  })

  test('the Studio knows of the site its addresses only', () => {
    const wrong = importsOf('studio').filter(
      (entry) => roomOf(entry) === 'site' && !entry.specifier.endsWith('site/addresses.ts'),
    )
    expect(wrong).toEqual([])
  })

  test.each(Object.entries(KNOWN_ONLY_TO))('%s is known to %j only', (library, places) => {
    const users = Object.keys(MAY_IMPORT)
      .flatMap(importsOf)
      .filter(({specifier}) => specifier === library || specifier.startsWith(`${library}/`))
    expect(users.length).toBeGreaterThan(0)
    expect(users.filter(({file}) => !places.some((place) => file.startsWith(place)))).toEqual([])
  })
})

/** The packages that are loaded with a file, through whatever it imports at once. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set()
  seen.add(file)
  const source = readFileSync(join(root, file), 'utf8')
  const imports = source.matchAll(/(?:^|\n)\s*(?:import|export)\s(?!type\b)(?:[^'"`;]*?from\s)?\s*'([^']+)'/g)
  return new Set(
    [...imports].flatMap(([, specifier = '']): string[] => {
      if (specifier.startsWith('.')) return [...loadedWith(join(dirname(file), specifier), seen)]
      return specifier.startsWith('node:') ? [] : [specifier]
    }),
  )
}

describe('what a command loads before it is asked for something', () => {
  test.each(['dataset', 'dev', 'migrate', 'sanity', 'site', 'start'])('%s: no package', (command) => {
    expect([...loadedWith(join('scripts', `${command}.ts`))]).toEqual([])
  })

  test('status of the migration needs no package', () => {
    expect([...loadedWith('scripts/migrate/commands/status.ts')]).toEqual([])
  })

  test.each(['apply', 'plan', 'rollback'])('migrate %s leaves reading to its readers', (command) => {
    const loaded = loadedWith(join('scripts', 'migrate', 'commands', `${command}.ts`))
    expect(loaded).toContain('@sanity/client')
    for (const heavy of ['jsdom', 'parse5', '@sanity/migrate']) expect(loaded).not.toContain(heavy)
  })

  test('the process that reads has what it needs at once', () => {
    expect(loadedWith('scripts/migrate/read/readerProcess.ts')).toContain('jsdom')
  })
})
