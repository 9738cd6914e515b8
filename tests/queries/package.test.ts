/** The client as others import it: built, typed, small. */
import {spawnSync} from 'node:child_process'
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {gzipSync} from 'node:zlib'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {buildClient} from '../../queries/build.ts'
import {projectRoot} from '../../scripts/target/environment.ts'

/** What a page without a bundler loads, compressed: Sanity's client is two thirds of it. */
const BUDGET_BYTES = 60_000

let folder: string

beforeAll(async () => {
  await mkdir(join(projectRoot, 'dist'), {recursive: true})
  // Inside the project, where what the package depends on is found.
  folder = await mkdtemp(join(projectRoot, 'dist', 'client-'))
  await buildClient(folder)
})

afterAll(() => rm(folder, {recursive: true, force: true}))

describe('the package', () => {
  test('is imported by Node as it is built', async () => {
    const {createFundClient, questions} = await import(
      pathToFileURL(join(folder, 'queries', 'index.js')).href
    )
    expect(createFundClient({url: 'http://localhost:1'}).client.config().projectId).toBe('local')
    const {exports} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const {answerSchemas} = await import(pathToFileURL(join(folder, exports['./answers'].default)).href)
    expect(Object.keys(answerSchemas).toSorted()).toEqual(Object.keys(questions).toSorted())
  })

  test.each([
    [
      'what fits compiles',
      "const rounds = await fund.ask('rounds', {language: 'en'})\nconst amount: number | undefined = rounds[0]?.contribution?.amount\nexport {amount}",
      0,
    ],
    ['a question that there is not does not', "await fund.ask('round-list', {language: 'en'})", 1],
    ['a parameter that does not fit does not', "await fund.ask('rounds', {language: 'fr'})", 1],
    [
      'a field that there is not does not',
      "const [round] = await fund.ask('rounds', {language: 'en'})\nexport const x = round?.contributed",
      1,
    ],
  ])('is typed: %s', async (name, code, faults) => {
    const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.ts`)
    await writeFile(
      file,
      `import {createFundClient} from './queries/index.js'\nconst fund = createFundClient({url: ''})\n${code}\nexport {}\n`,
    )
    const {stdout} = spawnSync(
      process.execPath,
      [
        join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc'),
        '--ignoreConfig',
        '--noEmit',
        '--strict',
        '--target',
        'es2024',
        '--module',
        'nodenext',
        '--skipLibCheck',
        file,
      ],
      {encoding: 'utf8'},
    )
    expect(stdout.match(/error TS/g) ?? []).toHaveLength(faults)
  })

  test('names the packages that it imports, and no others', async () => {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const files = await readdir(folder, {recursive: true})
    const sources = await Promise.all(
      files
        .filter((file) => /^(queries|schemas).*\.(js|d\.ts)$/.test(file))
        .map((file) => readFile(join(folder, file), 'utf8')),
    )
    const imported = sources
      .flatMap((source) => [...source.matchAll(/from '((?:@[\w-]+\/)?[\w-]+)/g)])
      .map(([, name]) => name)
    expect(new Set(Object.keys(manifest.dependencies))).toEqual(new Set(imported))
    expect(Object.values(manifest.dependencies)).not.toContain('^undefined')
  })

  test('stays within its budget for browsers', async () => {
    const bundle = await readFile(join(folder, 'fund-client.js'))
    expect(gzipSync(bundle).byteLength).toBeLessThan(BUDGET_BYTES)
  })
})
