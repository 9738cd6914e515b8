/**
 * Payload on SQLite, asked through its local API: the same content and like questions as ours. It is
 * installed in a temporary folder, so that it is never a dependency of the project.
 */
import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {finishPart, partOptions} from '../part.ts'
import type * as PayloadPeer from '../peers/payload.ts'
import {makeContent} from '../query/content.ts'
import {createQueryEngine} from '../../lake/query/index.ts'
import {queryClasses} from '../query/classes.ts'
import {median, timeOf} from '../statistics.ts'

export interface PeerOptions {
  size: number
}

export interface PeerResult {
  /** Why there is nothing to compare with. */
  missing?: string
  name: string
  size: number
  /** Microseconds for each class that both can answer. */
  rows: {name: string; ours: number; peer: number}[]
  /** Milliseconds for a document to be created, one after another. */
  create?: number
}

const VERSION = '3.90.2'
const NAME = `Payload ${VERSION} on SQLite`
const MS_PER_CLASS = 300

const {size} = partOptions() as PeerOptions
const folder = mkdtempSync(join(tmpdir(), 'bench-payload-'))
try {
  const problem = install()
  finishPart(problem === undefined ? await compare() : {missing: problem, name: NAME, size, rows: []})
} finally {
  rmSync(folder, {recursive: true, force: true})
}

function install(): string | undefined {
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n')
  const packages = [`payload@${VERSION}`, `@payloadcms/db-sqlite@${VERSION}`]
  const {status, stderr, error} = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...packages], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 300_000,
    shell: process.platform === 'win32',
  })
  if (status === 0) return undefined
  return `${NAME} could not be installed: ${error?.message ?? stderr.split('\n')[0] ?? ''}`
}

async function compare(): Promise<PeerResult> {
  // A copy beside the packages, so that their names resolve there.
  const copy = join(folder, 'payload.ts')
  copyFileSync(fileURLToPath(new URL('../peers/payload.ts', import.meta.url)), copy)
  const {openPayload} = (await import(pathToFileURL(copy).href)) as typeof PayloadPeer
  const content = makeContent(size)
  const engine = createQueryEngine(content.documents(), {projectId: 'bench', dataset: 'bench'})
  const peer = await openPayload(`file:${join(folder, 'payload.db')}`)
  let created = 0
  const ms = await timeOf(async () => {
    for (const document of content.documents()) if (await peer.create(document)) created++
  })
  const rows: PeerResult['rows'] = []
  for (const {name, query, ...queryClass} of queryClasses(content)) {
    const ask = peer.questions[name]
    if (ask === undefined) continue
    const ours = await typicalTime((i) =>
      engine.query({query, params: queryClass.params(i), perspective: 'raw'}),
    )
    rows.push({name, ours, peer: await typicalTime((i) => ask(queryClass.params(i)))})
  }
  return {name: NAME, size, rows, create: ms / created}
}

/** Microseconds. */
async function typicalTime(act: (i: number) => unknown): Promise<number> {
  const times: number[] = []
  const end = performance.now() + MS_PER_CLASS
  for (let i = 0; times.length < 5 || performance.now() < end; i++)
    times.push((await timeOf(() => act(i))) * 1000)
  return median(times)
}
