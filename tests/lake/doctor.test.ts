import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {startLake} from '../../lake/server.ts'
import {type Outcome, run} from '../commands/processes.ts'
import {runLake} from './runningLake.ts'

/** `npm run lake -- doctor`, on folders that a real lake filled and someone then broke. */
let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'doctor-'))
  const server = await startLake({port: 0, dataDir, token: 'secret'})
  const post = (path: string, body: string | Buffer, type: string) =>
    fetch(`${server.url}/v2025-02-19/${path}`, {
      method: 'POST',
      headers: {authorization: 'Bearer secret', 'content-type': type},
      body: body as BodyInit,
    })
  const upload = await post('assets/files/production', Buffer.from('a,b'), 'text/csv')
  const {document} = (await upload.json()) as {document: {_id: string}}
  const to = (_ref: string) => ({_type: 'reference', _ref})
  const mutations = [
    {create: {_id: 'a', _type: 'note', to: to('b'), file: {_type: 'file', asset: to(document._id)}}},
    {create: {_id: 'b', _type: 'note'}},
  ]
  const written = await post('data/mutate/production', JSON.stringify({mutations}), 'application/json')
  if (!written.ok) throw new Error(await written.text())
  await server.close()
})

afterEach(() => rm(dataDir, {recursive: true, force: true}))

const doctor = (...args: string[]): Promise<Outcome> =>
  run('lake', ['doctor', '--data', dataDir, '--json', ...args])

const kindsIn = ({stdout}: Outcome): string[] =>
  JSON.parse(stdout).findings.map(({kind, documentId}: {kind: string; documentId?: string}) =>
    [kind, documentId].filter(Boolean).join(' '),
  )

function breakDatabase(sql: string): void {
  const db = new DatabaseSync(join(dataDir, 'lake.sqlite'))
  db.exec(sql)
  db.close()
}

async function assetFile(): Promise<string> {
  const names = await readdir(join(dataDir, 'assets'), {recursive: true})
  return join(dataDir, 'assets', names.find((name) => /[0-9a-f]{40}$/.test(name)) ?? '')
}

test('a sound folder has no findings', async () => {
  const outcome = await doctor()
  expect(JSON.parse(outcome.stdout)).toEqual({datasets: 1, documents: 3, assetFiles: 1, findings: []})
  expect(outcome.code).toBe(0)
})

test('content that is lost or wrong is an error, with where it is', async () => {
  breakDatabase(`
    DELETE FROM documents WHERE id = 'b';
    UPDATE documents SET json = json_set(json, '$._rev', 'other') WHERE id = 'a'`)
  await writeFile(await assetFile(), 'other bytes')
  const outcome = await doctor()
  expect(outcome.code).toBe(1)
  expect(kindsIn(outcome).toSorted()).toEqual([
    expect.stringMatching(/^asset-damaged file-/),
    'dangling-reference a',
    'log-contradiction a',
    'log-contradiction b',
  ])
})

test('what only takes space is a notice', async () => {
  breakDatabase(`
    DELETE FROM changes; DELETE FROM transactions;
    DELETE FROM documents WHERE id LIKE 'file-%' OR id = 'a'`)
  const outcome = await doctor()
  expect(kindsIn(outcome)).toEqual(['asset-orphaned'])
  expect(outcome.code).toBe(0)
})

test('a file that a backup needs is not told to go', async () => {
  const server = await startLake({port: 0, dataDir, token: 'secret'})
  await fetch(`${server.url}/v1/projects/local/datasets/production/settings/backups`, {
    method: 'PUT',
    headers: {authorization: 'Bearer secret'},
    body: '{"enabled": true}',
  })
  await server.close()
  breakDatabase(`
    DELETE FROM changes; DELETE FROM transactions;
    DELETE FROM documents WHERE id LIKE 'file-%' OR id = 'a'`)
  expect(kindsIn(await doctor())).toEqual([])
})

test('a missing file and a gap in the log are told', async () => {
  breakDatabase('UPDATE transactions SET seq = 5 WHERE seq = 2; UPDATE changes SET seq = 5 WHERE seq = 2')
  await rm(await assetFile())
  const outcome = await doctor()
  expect(outcome.code).toBe(1)
  expect(kindsIn(outcome).toSorted()).toEqual([expect.stringMatching(/^asset-missing file-/), 'log-gap'])
})

test('a folder that a lake runs on is left alone', async () => {
  const lake = await runLake()
  try {
    const {code, stderr} = await run('lake', ['doctor', '--data', lake.dataDir])
    expect(code).toBe(1)
    expect(stderr).toContain('could not be examined')
  } finally {
    await lake.stop()
  }
})
