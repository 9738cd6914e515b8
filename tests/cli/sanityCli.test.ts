import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Outcome, run} from '../commands/processes.ts'
import {contentOf, fill} from '../dataset/filled.ts'
import {type RunningLake, runLake} from '../lake/runningLake.ts'

/** The stock Sanity CLI, as `npm run sanity -- …`, on a lake that is running. */
let lake: RunningLake
let folder: string
beforeAll(async () => {
  lake = await runLake()
  folder = await mkdtemp(join(tmpdir(), 'cli-'))
})
afterAll(async () => {
  await lake.stop()
  await rm(folder, {recursive: true, force: true})
})

const sanityOn = (dataset: string, ...args: string[]): Promise<Outcome> =>
  run('sanity', args, {
    LAKE_URL: lake.server.url,
    SANITY_AUTH_TOKEN: lake.server.token,
    SANITY_DATASET: dataset,
    CI: '1',
  })

const sanity = (...args: string[]): Promise<Outcome> => sanityOn('production', ...args)

/** Runs a command that has to succeed; gives what it printed. */
async function ok(...args: string[]): Promise<string> {
  const {code, stdout, stderr} = await sanity(...args)
  expect({code, stdout, stderr}).toMatchObject({code: 0})
  return stdout
}

const clientOf = (dataset: string): SanityClient => lake.client({dataset, perspective: 'raw'})

describe('documents', () => {
  test('create, get, query, delete', async () => {
    const file = join(folder, 'one.json')
    await writeFile(file, JSON.stringify({_id: 'cli-one', _type: 'note', title: 'From a file'}))
    expect(await ok('documents', 'create', file)).toContain('cli-one')
    expect(JSON.parse(await ok('documents', 'get', 'cli-one'))).toMatchObject({title: 'From a file'})
    expect(await ok('documents', 'query', '*[_id == "cli-one"].title')).toContain('From a file')
    await ok('documents', 'delete', 'cli-one')
    expect((await sanity('documents', 'get', 'cli-one')).code).not.toBe(0)
  })

  test('validate knows the schema and the rules of this project, on the dataset that is chosen', async () => {
    const client = clientOf('checked')
    await client.datasets.create('checked', {aclMode: 'public'})
    const date = (value: string) => ({_type: 'partialDate', value, precision: 'year'})
    await client.create({
      _id: 'round-backwards',
      _type: 'trustFundRound',
      period: {_type: 'period', start: date('2019'), end: date('2018')},
    })
    const {code, stdout} = await sanityOn('checked', 'documents', 'validate', '--yes')
    expect(code).toBe(1)
    expect(stdout).toMatch(/fund \.+ ✖ This is empty/)
    expect(stdout).toContain('The end (2018) is before the start (2019)')
    await ok('dataset', 'delete', 'checked', '--force')
  })
})

test('a script that knows nothing of the lake speaks to the dataset that is chosen', async () => {
  const written = await sanity('exec', 'tests/cli/execScript.ts', '--with-user-token', '--', 'hello')
  expect(written).toMatchObject({code: 0, stdout: 'production: hello\n'})
  expect(await clientOf('production').getDocument('by-script')).toMatchObject({title: 'hello'})
})

describe('datasets', () => {
  test('create, list, visibility, delete', async () => {
    await ok('dataset', 'create', 'scratch', '--visibility', 'private')
    expect(await ok('dataset', 'list')).toContain('scratch')
    expect(await ok('dataset', 'visibility', 'get', 'scratch')).toContain('private')
    await ok('dataset', 'visibility', 'set', 'scratch', 'public')
    expect(await ok('dataset', 'visibility', 'get', 'scratch')).toContain('public')
    await ok('dataset', 'delete', 'scratch', '--force')
    expect(await ok('dataset', 'list')).not.toContain('scratch')
  })

  test('an alias leads to its dataset, and elsewhere when it is linked elsewhere', async () => {
    await clientOf('production').createOrReplace({_id: 'here', _type: 'note', title: 'production'})
    await ok('dataset', 'alias', 'create', 'live', 'production')
    expect(await ok('dataset', 'list')).toContain('~live')
    const titleThere = () => clientOf('~live').fetch('*[_id == "here"][0].title')
    expect(await titleThere()).toBe('production')

    await ok('dataset', 'create', 'other', '--visibility', 'public')
    await ok('dataset', 'alias', 'link', 'live', 'other', '--force')
    expect(await titleThere()).toBeNull()
    await ok('dataset', 'alias', 'unlink', 'live', '--force')
    await expect(titleThere()).rejects.toThrow('~live')
    await ok('dataset', 'alias', 'delete', 'live', '--force')
    await ok('dataset', 'delete', 'other', '--force')
  })

  test('a copy has the documents with their revisions, and the history', async () => {
    const client = clientOf('production')
    const {_rev: before} = await client.createOrReplace({_id: 'copied', _type: 'note', title: 'before'})
    await client.patch('copied').set({title: 'after'}).commit()
    expect(await ok('dataset', 'copy', 'production', 'twin')).toContain('completed')
    expect(await clientOf('twin').getDocument('copied')).toEqual(await client.getDocument('copied'))
    const earlier = await lake.request(`/v1/data/history/twin/documents/copied?revision=${before}`)
    expect(await earlier.json()).toMatchObject({documents: [{title: 'before'}]})
    expect(await ok('dataset', 'copy', '--list')).toContain('twin')
    await ok('dataset', 'delete', 'twin', '--force')
  })

  test('export, delete, import gives back the same dataset', async () => {
    await ok('dataset', 'create', 'travels', '--visibility', 'public')
    const before = await fill(clientOf('travels'))
    const archive = join(folder, 'travels.tar.gz')
    await ok('dataset', 'export', 'travels', archive)
    await ok('dataset', 'delete', 'travels', '--force')
    await ok('dataset', 'create', 'travels', '--visibility', 'public')
    await ok('dataset', 'import', archive, 'travels')
    expect(await contentOf(clientOf('travels'))).toEqual(before)
  })
})

/** What is said of an asset besides its bytes has no place in the archive that the CLI makes of a backup. */
async function restorable(dataset: string): Promise<unknown> {
  const documents = (await contentOf(clientOf(dataset))) as {_id: string}[]
  return documents.map((document) =>
    /^(image|file)-/.test(document._id)
      ? {...document, originalFilename: undefined, title: undefined}
      : document,
  )
}

test('a backup brings a dataset back that was deleted', async () => {
  await ok('dataset', 'create', 'kept', '--visibility', 'public')
  await fill(clientOf('kept'))
  const before = await restorable('kept')
  await ok('backup', 'enable', 'kept')
  await ok('dataset', 'delete', 'kept', '--force')
  await ok('dataset', 'create', 'kept', '--visibility', 'public')
  const id = /\d{4}-\d\d-\d\d-[0-9a-f-]{36}/.exec(await ok('backup', 'list', 'kept'))?.[0] ?? ''
  const archive = join(folder, 'kept.tar.gz')
  await ok('backup', 'download', 'kept', '--backup-id', id, '--out', archive)
  await ok('dataset', 'import', archive, 'kept')
  expect(await restorable('kept')).toEqual(before)
  await ok('backup', 'disable', 'kept')

  const path = `/v2025-08-29/projects/local/datasets/kept/backups/${id}`
  expect((await lake.request(path, {token: await lake.tokenOf('editor')})).status).toBe(403)
  const {files} = (await (await lake.request(path)).json()) as {files: {url: string}[]}
  const forged = files[0]?.url.replace(/signature=.{4}/, 'signature=AAAA') ?? ''
  expect((await fetch(forged)).status).toBe(403)
  await ok('dataset', 'delete', 'kept', '--force')
})

/** Loading the Studio's configuration takes the CLI half a minute each time on a busy machine. */
const SLOW_MS = 400_000

describe('schemas', () => {
  test(
    'deploy, list, delete',
    async () => {
      await ok('schema', 'deploy')
      expect(await ok('schema', 'list')).toContain('_.schemas.default')
      await ok('schema', 'delete', '--ids', '_.schemas.default', '--yes')
      expect(await clientOf('production').getDocument('_.schemas.default')).toBeUndefined()
    },
    SLOW_MS,
  )
})

describe('access', () => {
  test('a token works by its role until it is deleted', async () => {
    const made = JSON.parse(await ok('tokens', 'add', 'A reader', '--role', 'viewer', '--json', '--yes')) as {
      id: string
      token: string
    }
    const reader = lake.client({token: made.token})
    expect(await reader.fetch('1')).toBe(1)
    await expect(reader.create({_type: 'note'})).rejects.toThrow('may not write')
    expect(await ok('tokens', 'list')).toContain('A reader')
    await ok('tokens', 'delete', made.id, '--yes')
    await expect(reader.fetch('1')).rejects.toMatchObject({statusCode: 401})
    expect((await sanity('tokens', 'add', 'x', '--role', 'emperor', '--yes')).code).toBe(2)
  })

  test('an origin may use the lake while it is on the list', async () => {
    const origin = 'https://www.example.org'
    const ask = () => lake.request('/v1/data/query/production?query=1', {headers: {origin}, token: null})
    expect((await ask()).status).toBe(403)
    await ok('cors', 'add', origin, '--no-credentials')
    expect(await ok('cors', 'list')).toContain(origin)
    const answer = await ask()
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    await ok('cors', 'delete', origin)
    expect((await ask()).status).toBe(403)
  })

  test('users are told as they are', async () => {
    expect(await ok('users', 'list')).toContain('Administrator')
  })
})

test('webhooks are listed and deleted', async () => {
  const hook = {
    name: 'site',
    url: 'http://127.0.0.1:9/',
    dataset: 'production',
    rule: {filter: '_type == "x" && delta::changedAny(title)', projection: '{"was": before().title}'},
  }
  const post = (body: unknown) =>
    lake.request('/v2025-08-04/hooks/projects/local', {method: 'POST', body: JSON.stringify(body)})
  expect((await post(hook)).status).toBe(201)
  expect((await post({...hook, name: 'everywhere', dataset: '*'})).status).toBe(201)
  expect((await post({...hook, rule: {filter: '_type =='}})).status).toBe(400)
  expect((await post({...hook, rule: {projection: '{_id'}})).status).toBe(400)
  expect((await post({...hook, url: 'file:///etc/passwd'})).status).toBe(400)
  expect((await post({...hook, dataset: 'nowhere'})).status).toBe(404)
  expect(await ok('hook', 'list')).toContain('http://127.0.0.1:9/')
  await ok('hook', 'delete', 'site')
  expect(await ok('hook', 'list')).not.toContain('site')
})

test('asked nothing of the lake that it lacks', () => expect(lake.server.ledger).toEqual([]))
