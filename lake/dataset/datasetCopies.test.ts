import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'
import type {CopyJob} from '../store/index.ts'
import {type Lake, openLake} from './index.ts'
import {temporaryFolder} from './lake.fixture.ts'

const DOCUMENTS = 3000

async function filledLake(folder: string): Promise<Lake> {
  const lake = openLake(folder)
  const mutations = Array.from({length: DOCUMENTS}, (_, i) => ({create: {_id: `d${i}`, _type: 'note'}}))
  await lake.createDataset('p', 'source').mutate({mutations}, 'editor')
  return lake
}

const begin = (lake: Lake): CopyJob =>
  lake.copies.start({
    project: 'p',
    source: 'source',
    target: 'copy',
    skipHistory: false,
    skipContentReleases: false,
  })

const ended = (lake: Lake, id: string): Promise<CopyJob> =>
  new Promise((resolve) => {
    lake.copies.follow(id, (job) => {
      if (job.state !== 'running') resolve({...job})
    })
  })

test('a copy is the dataset as it was when it began; others are served meanwhile, its name is taken', async () => {
  const lake = await filledLake(temporaryFolder())
  onTestFinished(() => lake.close())
  const source = lake.dataset('p', 'source')
  const {id} = begin(lake)
  const progress: number[] = []
  lake.copies.follow(id, (job) => progress.push(job.progress))
  const end = ended(lake, id)
  expect(lake.dataset('p', 'copy')).toBeUndefined()
  expect(() => lake.createDataset('p', 'copy')).toThrow('already exists')
  expect(() => begin(lake)).toThrow('already exists')
  await source?.mutate({mutations: [{delete: {id: 'd0'}}, {create: {_id: 'later', _type: 'note'}}]}, 'editor')
  expect(lake.copies.find(id)).toMatchObject({state: 'running', targetDataset: 'copy'})

  expect(await end).toMatchObject({state: 'completed', progress: 100})
  expect(progress.length).toBeGreaterThan(5)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  const copy = lake.dataset('p', 'copy')
  expect([copy?.documents.size, copy?.documents.has('d0'), copy?.documents.has('later')]).toEqual([
    DOCUMENTS,
    true,
    false,
  ])
  expect(copy?.transactions({})).toHaveLength(1)
  expect(copy?.documentAt('d0', {lastRevision: true})).toEqual(source?.documentAt('d0', {lastRevision: true}))
  expect(() =>
    lake.copies.start({
      project: 'p',
      source: 'none',
      target: 'x',
      skipHistory: true,
      skipContentReleases: true,
    }),
  ).toThrow('not found')
})

test('a copy that the end of the lake interrupts has failed at its next start, and leaves nothing', async () => {
  const folder = temporaryFolder()
  const lake = await filledLake(folder)
  const {id} = begin(lake)
  await lake.close()
  const again = openLake(folder)
  onTestFinished(() => again.close())
  expect(again.copies.find(id)).toMatchObject({
    state: 'failed',
    message: 'the lake was stopped while it copied',
  })
  expect(again.listDatasets('p').map(({name}) => name)).toEqual(['source'])
  expect(await ended(again, begin(again).id)).toMatchObject({state: 'completed'})
  expect(again.dataset('p', 'copy')?.documents.size).toBe(DOCUMENTS)
})

/** Makes the storage refuse some writes, as a full disk does; gives what ends it. */
function refusing(folder: string, ...writes: string[]): () => void {
  const execute = (sql: string): void => {
    const db = new DatabaseSync(join(folder, 'lake.sqlite'))
    db.exec(sql)
    db.close()
  }
  const name = (index: number): string => `refused_${index}`
  writes.forEach((write, i) =>
    execute(`CREATE TRIGGER ${name(i)} BEFORE ${write} BEGIN SELECT RAISE(ABORT, 'refused'); END`),
  )
  return () => writes.forEach((_, i) => execute(`DROP TRIGGER ${name(i)}`))
}

test('a copy that the storage refuses has failed, and is cleared away as soon as it accepts that', async () => {
  const folder = temporaryFolder()
  const lake = await filledLake(folder)
  const accept = refusing(folder, 'INSERT ON documents', 'DELETE ON datasets', 'UPDATE ON project_records')
  const {id} = begin(lake)
  const failed = {state: 'failed', message: 'the storage did not accept it'}
  expect(lake.copies.find(id)).toMatchObject(failed)
  expect(lake.copies.list('p')).toMatchObject([failed])
  expect(lake.listDatasets('p').map(({name}) => name)).toEqual(['source'])
  expect(() => begin(lake)).toThrow('already exists')
  await lake.close()

  const again = openLake(folder)
  expect(again.listDatasets('p').map(({name}) => name)).toEqual(['source'])
  expect(() => begin(again)).toThrow('already exists')
  expect(again.copies.find(id)?.state).toBe('failed')
  await again.close()
  accept()

  const last = openLake(folder)
  onTestFinished(() => last.close())
  expect(last.copies.find(id)?.state).toBe('failed')
  expect(await ended(last, begin(last).id)).toMatchObject({state: 'completed'})
})

test('a copy that can not be begun leaves nothing', async () => {
  const folder = temporaryFolder()
  const lake = await filledLake(folder)
  const accept = refusing(folder, 'INSERT ON project_records')
  expect(() => begin(lake)).toThrow('refused')
  await lake.close()
  accept()
  const again = openLake(folder)
  onTestFinished(() => again.close())
  expect(again.listDatasets('p').map(({name}) => name)).toEqual(['source'])
})
