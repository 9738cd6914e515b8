/**
 * A migration that is killed, taken back and gone on with: a real lake, the real commands, and a proxy that
 * kills `apply` at a chosen request. `faults.test.ts` tries a few places, `apply.faults.ts` every one.
 */
import {cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {SanityClient} from '@sanity/client'

import type {LakeServer} from '../../lake/server.ts'
import {API_VERSION} from '../../scripts/target/environment.ts'
import {type Outcome, run, type RunningGroup, startGroup} from '../commands/processes.ts'
import {runLake} from '../lake/runningLake.ts'
import {faultyProxy, type Fate, type FaultyProxy, type Passing} from './faultyProxy.ts'

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='
/** More than one transaction holds. */
const ROWS = 130

export type Content = Record<string, unknown>

/** A dataset in which editors worked already, and the plan for what comes in. */
export interface Site {
  /** A folder for what a test writes. */
  folder: string
  input: string
  plan: string
  /** The documents before the plan. */
  before: Content[]
  /** A lake on a copy of the dataset, untouched by other tries. */
  copy(): Promise<Copy>
  remove(): Promise<void>
}

/** One try at the plan. */
export interface Copy {
  lake: LakeServer
  client: SanityClient
  /** Runs `migrate` to its end, straight to the lake or through a proxy. */
  migrate(args: readonly string[], via?: {url: string}): Promise<Outcome>
  /** Starts `migrate` through a proxy, to be killed. */
  startMigrate(args: readonly string[], via: {url: string}): RunningGroup
  /** Every document as an author knows it. */
  content(): Promise<Content[]>
  /** Cuts the last line of the journal in half, as a kill in the middle of writing it leaves it. */
  tearJournal(): Promise<void>
  close(): Promise<void>
}

/** Makes the files, the dataset and the plan. */
export async function siteUnderFire(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'under-fire-'))
  const input = join(folder, 'site')
  await mkdir(input)
  await writeFile(join(input, 'projects.csv'), projectList())
  await writeFile(join(input, 'photo.png'), Buffer.from(PIXEL, 'base64'))
  const text = 'De minister bezocht Genève en sprak er over waardig werk. '.repeat(5)
  await writeFile(
    join(input, 'bezoek.html'),
    `<html lang="nl"><head><link rel="canonical" href="https://www.fdfa.be/nl/nieuws/bezoek"></head><body><h1>Bezoek</h1><p>${text}</p><img src="photo.png" alt="Een zaal" title="© IAO"></body></html>`,
  )
  const origin = join(folder, 'data')
  const plan = join(folder, 'plan.json')
  const first = await copyOn(origin, join(folder, 'runs-of-plan'))
  try {
    await editorsWork(first.client)
    const planned = await first.migrate(['plan', input, '--out', plan])
    if (planned.code !== 0) throw new Error(planned.stderr)
    return {
      folder,
      input,
      plan,
      before: await first.content(),
      async copy() {
        const own = await mkdtemp(join(folder, 'try-'))
        await cp(origin, join(own, 'data'), {recursive: true})
        return copyOn(join(own, 'data'), join(own, 'runs'))
      },
      remove: () => rm(folder, {recursive: true, force: true}),
    }
  } finally {
    await first.close()
  }
}

async function copyOn(dataDir: string, runs: string): Promise<Copy> {
  const lake = await runLake({dataDir})
  const client = lake.client({apiVersion: API_VERSION, perspective: 'raw'})
  const environment = (via?: {url: string}) => ({
    LAKE_URL: via?.url ?? lake.server.url,
    SANITY_AUTH_TOKEN: lake.server.token,
  })
  return {
    lake: lake.server,
    client,
    migrate: (args, via) => run('migrate', [...args, '--runs', runs], environment(via)),
    startMigrate: (args, via) => startGroup('migrate', [...args, '--runs', runs], environment(via)),
    content: () => contentOf(client),
    async tearJournal() {
      const [name = ''] = await readdir(runs)
      const journal = join(runs, name, 'journal.ndjson')
      const written = await readFile(journal, 'utf8')
      const lastLine = written.trimEnd().length - written.trimEnd().lastIndexOf('\n')
      await truncate(journal, Buffer.byteLength(written) - Math.ceil(lastLine / 2))
    },
    close: () => lake.stop(),
  }
}

/** How `apply` was killed: before a request arrived, or when it had taken effect. */
export type Moment = 'before' | 'after'

/**
 * Runs `migrate` and kills it at the nth request whose method and path match.
 *
 * @returns the request, or undefined when the command ended before
 */
export async function killedAt(
  copy: Copy,
  args: readonly string[],
  {pattern, nth, moment}: {pattern: RegExp; nth: number; moment: Moment},
): Promise<Passing | undefined> {
  let killed: Passing | undefined
  let matched = 0
  let command: RunningGroup | undefined
  const kill = (request: Passing) => {
    killed = request
    command?.kill()
  }
  const proxy: FaultyProxy = await faultyProxy(
    copy.lake.url,
    (request): Fate => {
      if (killed) return 'lose request'
      if (!pattern.test(`${request.method} ${request.path}`) || ++matched !== nth) return 'pass'
      if (moment === 'after') return 'lose answer'
      kill(request)
      return 'lose request'
    },
    kill,
  )
  try {
    command = copy.startMigrate(args, proxy)
    await command.ended
    return killed
  } finally {
    await proxy.close()
  }
}

/** What each write and each lake's own address change. */
const OF_THE_WRITE = new Set(['_rev', '_createdAt', '_updatedAt', 'uploadId', 'url'])
const OF_THE_RUN = new Set(['importedOn', 'runId'])

/** Every document, images among them, without what tells when and by which run it was written. */
async function contentOf(client: SanityClient): Promise<Content[]> {
  const documents = await client.fetch<Content[]>(
    '*[!(_id in path("_.**")) && !string::startsWith(_type, "system.")] | order(_id)',
  )
  return documents.map((document) => without({...document, provenance: withoutRun(document)}, OF_THE_WRITE))
}

function withoutRun({provenance}: Content): unknown {
  return typeof provenance === 'object' && provenance !== null ? without(provenance, OF_THE_RUN) : provenance
}

function without(value: object, names: ReadonlySet<string>): Content {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)))
}

/** The projects that editors know already: one published, three as drafts. */
async function editorsWork(client: SanityClient): Promise<void> {
  const known = (_id: string, row: number) => ({
    _id,
    _type: 'project',
    title: [{_key: 'nl', _type: 'internationalizedArrayStringValue', language: 'nl', value: titleOf(row)}],
    slug: {_type: 'slug', current: `bekend-${row}`},
    channel: 'unknown',
    externalIds: [{_key: 'a', _type: 'externalId', scheme: 'flanders', value: `FL-${row}`}],
  })
  const transaction = client.transaction().create(known('project-known-1', 1))
  for (const row of [2, 3, 125]) transaction.create(known(`drafts.project-known-${row}`, row))
  await transaction.commit()
}

const titleOf = (row: number) => `Waardig werk in dorp ${row}`

function projectList(): string {
  const rows = Array.from({length: ROWS}, (_, index) => {
    const row = index + 1
    return `FL-${row};${titleOf(row)};${200_000 + row},50 EUR;${row % 2 ? 'Malawi' : 'Zuid-Afrika'}`
  })
  return ['Nummer;Titel;Bedrag;Land', ...rows].join('\n')
}
