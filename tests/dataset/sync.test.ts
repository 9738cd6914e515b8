/**
 * Comparing datasets and making one say what the other says, with the real commands between two datasets
 * of a lake, and from an archive to a second lake.
 *
 * What this does not prove: that the hosted service takes the same transactions; nobody has an account here.
 */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {readSource} from '../../scripts/dataset/source.ts'
import {applySync} from '../../scripts/dataset/sync/applySync.ts'
import {planSync} from '../../scripts/dataset/sync/planSync.ts'
import {exportedDocuments} from '../../scripts/dataset/target/exportedDocuments.ts'
import {openTargets} from '../../scripts/dataset/target/openTargets.ts'
import {type RunningLake, runLake} from '../lake/runningLake.ts'
import {datasetCommands} from './commands.ts'
import {contentOf, fill} from './filled.ts'

let lake: RunningLake
let folder: string
let one: SanityClient
beforeAll(async () => {
  lake = await runLake()
  folder = await mkdtemp(join(tmpdir(), 'sync-'))
  one = await emptyDataset('one')
  await fill(one)
})
afterAll(async () => {
  await lake.stop()
  await rm(folder, {recursive: true, force: true})
})

async function emptyDataset(name: string): Promise<SanityClient> {
  const client = lake.client({dataset: name, perspective: 'raw'})
  await client.datasets.create(name, {aclMode: 'public'})
  return client
}

const published = (client: SanityClient) =>
  client.fetch(
    '*[!(_id in path("drafts.**")) && !(_id in path("versions.**")) && !(_id in path("_.**"))]._id',
  )
const targetsHere = () => openTargets({LAKE_URL: lake.server.url, SANITY_AUTH_TOKEN: lake.server.token})

describe('diff', () => {
  test('tells a target, an archive, a folder and NDJSON apart by document and field', async () => {
    const {command, json} = datasetCommands(lake)
    const archive = join(folder, 'one.tar.gz')
    await json(0, 'one', 'export', archive)
    expect(await json(0, 'one', 'diff', archive)).toEqual([])

    const other = await emptyDataset('other')
    await other.create({
      _id: 'b',
      _type: 'note',
      title: 'An agreement of 2011',
      only: [{_key: 'k', _ref: 'x', _weak: true}],
    })
    const file = join(folder, 'b.ndjson')
    await writeFile(
      file,
      '{"_id":"b","_type":"note","title":"An agreement of 2016","only":[{"_key":"k","_ref":"x","_weak":true}]}',
    )
    const seen = await command('other', 'diff', file)
    expect(seen).toMatchObject({
      code: 1,
      stdout: '~ note  b\n    title\n      - An agreement of 2016\n      + An agreement of 2011\n',
    })
    expect(await json(1, 'other', 'diff', file, 'lake:one', '--no-drafts')).toMatchObject([
      {op: 'added', id: 'a', type: 'note'},
      {
        op: 'changed',
        id: 'b',
        fields: expect.arrayContaining([{path: 'title', before: 'An agreement of 2016'}]),
      },
    ])
  })

  test('says what a source lacks instead of comparing half of it', async () => {
    const file = join(folder, 'nameless.ndjson')
    await writeFile(file, '{"_id":"b","_type":"note"}\n{"_type":"note"}\n')
    const {code, stderr} = await datasetCommands(lake).command('one', 'diff', file)
    expect(code).toBe(1)
    expect(stderr).toContain('nameless.ndjson:2  has no _id')
  })
})

describe('sync', () => {
  test('shows first, then brings documents in circles with their assets, and leaves drafts and versions', async () => {
    const {command, json} = datasetCommands(lake)
    const two = await emptyDataset('two')
    const dry = await command('two', 'sync', '--from', 'lake:one', '--to', 'lake:two')
    expect(dry).toMatchObject({code: 0, stderr: expect.stringContaining('Nothing was written')})
    expect(dry.stdout).toMatch(
      /^\+ note {2}a\n\+ note {2}b\n\+ asset {2}image-\w+-1x1-png\n\+ asset {2}file-\w+-csv\n$/,
    )
    expect(await two.fetch('*[]')).toEqual([])

    const applied = await json(0, 'two', 'sync', '--from', 'lake:one', '--to', 'lake:two', '--apply')
    expect(applied).toMatchObject({applied: true, differences: [{op: 'added'}, {op: 'added'}], left: 0})
    expect(await published(two)).toEqual(await published(one))
    expect(await two.fetch('count(*)')).toBe(4)
    const [, , ...assets] = (await contentOf(two)) as {title?: string; originalFilename: string}[]
    expect(assets).toMatchObject([
      {originalFilename: 'table.csv'},
      {originalFilename: 'pixel.png', title: 'A pixel'},
    ])
    expect(await two.fetch('*[_id == "b"][0]._createdAt')).toBe('2020-02-02T02:02:02Z')
    expect(await json(0, 'two', 'diff', 'lake:one', 'lake:two', '--no-drafts')).toEqual([])
  })

  test('deletes only when told to, after asking, and never what something kept refers to', async () => {
    const {command, json} = datasetCommands(lake)
    const three = await emptyDataset('three')
    await three
      .transaction()
      .create({_id: 'theirs', _type: 'note'})
      .create({_id: 'more', _type: 'note', next: {_type: 'reference', _ref: 'theirs'}})
      .create({_id: 'drafts.theirs', _type: 'note', next: {_type: 'reference', _ref: 'more'}})
      .commit()
    const sync = ['sync', '--from', 'lake:one', '--to', 'lake:three']
    expect(await json(0, 'three', ...sync)).toMatchObject({
      differences: [{op: 'added'}, {op: 'added'}],
      left: 2,
    })
    const held = await command('three', ...sync, '--prune', '--apply', '--yes')
    expect(held).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('- note  more\n- note  theirs'),
      stderr: expect.stringContaining('drafts.theirs  refers to more, which would be deleted'),
    })
    await three.delete('drafts.theirs')
    expect(await command('three', ...sync, '--prune', '--apply')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('2 documents will be deleted'),
    })
    expect(await published(three)).toEqual(['more', 'theirs'])
    await json(0, 'three', ...sync, '--prune', '--apply', '--yes')
    expect(await published(three)).toEqual(await published(one))
  })

  test('brings an archive to another lake', async () => {
    const elsewhere = await runLake()
    try {
      const archive = join(folder, 'one.tar.gz')
      await datasetCommands(lake).json(0, 'one', 'export', archive, '--overwrite')
      const {json} = datasetCommands(elsewhere)
      await json(0, 'production', 'sync', '--from', archive, '--to', 'lake', '--drafts', '--apply')
      const there = elsewhere.client({perspective: 'raw'})
      expect(await published(there)).toEqual(await published(one))
      expect(await there.fetch('*[_id == "drafts.a"][0].next._ref')).toBe('unborn')
    } finally {
      await elsewhere.stop()
    }
  })

  test('overwrites nothing that was changed since it was read', async () => {
    const four = await emptyDataset('four')
    await four.create({_id: 'a', _type: 'note', title: 'read'})
    const targets = targetsHere()
    const source = await readSource('lake:one', targets)
    const target = await targets.open('lake:four')
    const plan = planSync(source.documents, await exportedDocuments(target), new Set(source.assets.keys()), {
      selection: {drafts: false, versions: false, types: []},
      prune: false,
    })
    await four.patch('a').set({title: 'edited meanwhile'}).commit()
    await expect(applySync(plan, source, target, () => {})).rejects.toThrow('0 of 2 documents were written')
    expect(await published(four)).not.toContain('b')
    expect(await four.fetch('*[_id == "a"][0].title')).toBe('edited meanwhile')
    await targets.close()
  })
})

describe('wrong usage', () => {
  test.each([[['sync', '--from', 'lake']], [['sync', '--from', 'lake', '--to', 'content/']], [['sink']]])(
    '%j ends with 2 and the help',
    async (args) => {
      const {code, stderr} = await datasetCommands(lake).command('one', ...args)
      expect(code).toBe(2)
      expect(stderr).toContain('npm run dataset -- sync')
    },
  )
})
