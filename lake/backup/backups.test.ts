import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {openLake} from '../dataset/index.ts'
import {temporaryFolder} from '../dataset/lake.fixture.ts'
import {type Backups, startBackups} from './backups.ts'

const DAY_MS = 86_400_000

/** A lake whose clock the test sets. */
function lakeAt(start: string) {
  const dataDir = temporaryFolder()
  const clock = {time: Date.parse(start)}
  const now = (): Date => new Date(clock.time)
  const lake = openLake(dataDir, {now})
  const open = (): Backups => {
    const backups = startBackups(lake, {dataDir, now})
    onTestFinished(() => backups.close())
    return backups
  }
  onTestFinished(() => lake.close())
  return {lake, dataDir, dataset: lake.createDataset('p', 'production'), clock, open}
}

const daysOf = async (backups: Backups): Promise<string[]> =>
  (await backups.list('p', 'production')).map(({createdAt}) => createdAt.slice(0, 10))

test('a backup a day, when something changed, for a year; none when it is switched off', async () => {
  const {dataset, clock, open} = lakeAt('2026-01-01T12:00:00Z')
  const backups = open()
  const days = async (count: number): Promise<void> => {
    for (let day = 0; day < count; day++) {
      clock.time += DAY_MS
      await backups.takeDue()
    }
  }
  const change = (): Promise<unknown> => dataset.mutate({mutations: [{create: {_type: 'note'}}]}, 'editor')
  await backups.takeDue()
  expect(await daysOf(backups)).toEqual([])
  await backups.enable('p', 'production')
  clock.time += DAY_MS / 2
  await backups.takeDue()
  expect(await daysOf(backups)).toEqual(['2026-01-01'])
  await days(2)
  expect(await daysOf(backups)).toEqual(['2026-01-01'])
  await change()
  await days(1)
  expect(await daysOf(backups)).toEqual(['2026-01-05', '2026-01-01'])
  await change()
  clock.time += 362 * DAY_MS
  await backups.takeDue()
  expect(await daysOf(backups)).toEqual(['2027-01-02', '2026-01-05'])
  backups.disable('p', 'production')
  await change()
  await days(1)
  expect(await daysOf(backups)).toEqual(['2027-01-02', '2026-01-05'])
  clock.time += 364 * DAY_MS
  await backups.takeDue()
  expect(await daysOf(backups)).toEqual(['2027-01-02'])
})

test('the last backup of a dataset that nobody changes is kept, and not made again', async () => {
  const {clock, open} = lakeAt('2026-01-01T12:00:00Z')
  const backups = open()
  await backups.enable('p', 'production')
  clock.time += 800 * DAY_MS
  await backups.takeDue()
  expect(await daysOf(backups)).toEqual(['2026-01-01'])
})

test('the backups of a dataset that is gone are kept for a year, and are not those of the next of its name', async () => {
  const {lake, clock, open} = lakeAt('2026-01-01T12:00:00Z')
  const backups = open()
  await backups.enable('p', 'production')
  lake.deleteDataset('p', 'production')
  clock.time += 1000
  lake.createDataset('p', 'production')
  await backups.takeDue()
  expect(await daysOf(backups)).toEqual(['2026-01-01', '2026-01-01'])
  lake.deleteDataset('p', 'production')
  clock.time += 364 * DAY_MS
  await backups.takeDue()
  expect(await daysOf(backups)).toHaveLength(2)
  clock.time += 2 * DAY_MS
  await backups.takeDue()
  expect(await daysOf(backups)).toEqual([])
})

test('the end of the lake breaks off a backup, of which nothing stays', async () => {
  const {dataset, dataDir, open} = lakeAt('2026-01-01T12:00:00Z')
  const backups = open()
  const notes = Array.from({length: 20_000}, (_, i) => ({create: {_id: `note-${i}`, _type: 'note'}}))
  await dataset.mutate({mutations: notes}, 'editor')
  const enabled = backups.enable('p', 'production').catch((error: unknown) => error)
  const incoming = join(dataDir, 'backups', '.incoming')
  await expect.poll(() => readdirSync(incoming), {interval: 1}).toHaveLength(1)
  await backups.close()
  expect(await enabled).toMatchObject({status: 503})
  expect(readdirSync(incoming)).toEqual([])
  expect(await daysOf(backups)).toEqual([])
})

test('a backup stays as it was, whatever becomes of its dataset, and holds what an import can use', async () => {
  const {lake, dataset, open} = lakeAt('2026-01-01T12:00:00Z')
  const backups = open()
  const sha1 = 'a'.repeat(40)
  const image = {_id: `image-${sha1}-2x1-png`, _type: 'sanity.imageAsset'}
  const page = {_id: 'a', _type: 'page', images: [{_key: 'k', alt: 'x', asset: {_ref: image._id}}]}
  const others = Array.from({length: 600}, (_, i) => ({create: {_id: `other-${i}`, _type: 'note'}}))
  const settings = {_id: '_.schemas.default', _type: 'system.schema'}
  await dataset.mutate(
    {mutations: [{create: image}, {create: page}, {create: settings}, ...others]},
    'editor',
  )
  await backups.enable('p', 'production')
  await dataset.mutate({mutations: [{delete: {id: 'a'}}]}, 'editor')
  lake.deleteDataset('p', 'production')

  const [backup] = await open().list('p', 'production')
  expect(backup).toMatchObject({pages: 2, assets: [`images/${sha1}-2x1.png`]})
  const {id = '', pages = 0} = backup ?? {}
  const texts = await Promise.all(
    Array.from({length: pages}, (_, page) => backups.page('p', 'production', id, page)),
  )
  const documents = texts.flatMap((text) => text.split('\n').map((line) => JSON.parse(line) as {_id: string}))
  expect(documents).toHaveLength(601)
  expect(documents.find(({_id}) => _id === 'a')).toMatchObject({
    images: [{_key: 'k', alt: 'x', _sanityAsset: `image@file://./images/${sha1}-2x1.png`}],
  })
  expect(await backups.find('p', 'production', '../../../token')).toBeUndefined()
})

test('a backup that was half written when the lake died is no backup', async () => {
  const {dataDir, open} = lakeAt('2026-01-01T12:00:00Z')
  const half = join(dataDir, 'backups', '.incoming', '2026-01-01-x')
  mkdirSync(half, {recursive: true})
  writeFileSync(join(half, 'documents-0.ndjson'), '{"_id":')
  expect(await open().list('p', 'production')).toEqual([])
  expect(existsSync(half)).toBe(false)
})
