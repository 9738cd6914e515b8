/** Export, import, backup and restore with the real commands on a lake that is running. */
import {appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {gzipSync} from 'node:zlib'

import type {SanityClient} from '@sanity/client'
import {packTar} from 'modern-tar'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {openArchive} from '../../scripts/dataset/archive/openArchive.ts'
import {type RunningLake, runLake} from '../lake/runningLake.ts'
import {datasetCommands} from './commands.ts'
import {contentOf, fill, PIXEL} from './filled.ts'

let lake: RunningLake
let folder: string
beforeAll(async () => {
  lake = await runLake()
  folder = await mkdtemp(join(tmpdir(), 'archives-'))
})
afterAll(async () => {
  await lake.stop()
  await rm(folder, {recursive: true, force: true})
})

const inFolder = (name: string): string => join(folder, name)
const clientOf = (dataset: string): SanityClient => lake.client({dataset, perspective: 'raw'})

async function emptyDataset(name: string): Promise<SanityClient> {
  const client = clientOf(name)
  await client.datasets.create(name, {aclMode: 'public'})
  return client
}

const command = (dataset: string, ...args: string[]) => datasetCommands(lake).command(dataset, ...args)
const ok = (dataset: string, ...args: string[]) => datasetCommands(lake).json(0, dataset, ...args)

describe('export and import', () => {
  test('export, delete, import gives back the same dataset', async () => {
    const client = await emptyDataset('travels')
    const before = await fill(client)
    const archive = inFolder('travels.tar.gz')
    expect(await ok('travels', 'export', archive)).toEqual({file: archive, documents: 5, assets: 2})
    expect((await stat(archive)).mode & 0o077).toBe(0)
    await client.datasets.delete('travels')
    await emptyDataset('travels')
    expect(await ok('travels', 'import', archive)).toMatchObject({documents: 5, assets: 2})
    expect(await contentOf(client)).toEqual(before)
  })

  test('what was written about the only asset of an archive comes along', async () => {
    const client = await emptyDataset('single')
    await client.assets.upload('image', PIXEL, {filename: 'pixel.png', title: 'A pixel'})
    await ok('single', 'export', inFolder('single.tar.gz'))
    const copy = await emptyDataset('singlecopy')
    await ok('singlecopy', 'import', inFolder('single.tar.gz'))
    expect(await contentOf(copy)).toMatchObject([{title: 'A pixel', originalFilename: 'pixel.png'}])
  })

  test('leaves out drafts, other types and assets when asked, and writes over nothing unasked', async () => {
    const archive = inFolder('some.tar.gz')
    const asked = ['--no-drafts', '--no-assets', '--types', 'note']
    expect(await ok('travels', 'export', archive, ...asked)).toMatchObject({documents: 2, assets: 0})
    const nowhere = await command('travels', 'export', inFolder('nowhere/some.tar.gz'))
    expect(nowhere).toMatchObject({code: 1, stderr: expect.stringContaining('could not be exported: ENOENT')})
    const again = await command('travels', 'export', archive)
    expect(again).toMatchObject({code: 1, stderr: expect.stringContaining('--overwrite')})
  })

  test('a document that is there already is an error, replaced, or left, as asked', async () => {
    const client = await emptyDataset('present')
    await client.create({_id: 'a', _type: 'note', title: 'theirs'})
    const file = inFolder('two.ndjson')
    await writeFile(file, '{"_id":"a","_type":"note","title":"ours"}\n\n{"_id":"b","_type":"note"}\n')
    const title = () => client.fetch('*[_id == "a"][0].title')

    expect(await command('present', 'import', file)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('two.ndjson:1  a is in the dataset already'),
    })
    expect(await client.fetch('count(*[_type == "note"])')).toBe(1)
    await ok('present', 'import', file, '--missing')
    expect([await title(), await client.fetch('count(*[_type == "note"])')]).toEqual(['theirs', 2])
    await ok('present', 'import', file, '--replace')
    expect(await title()).toBe('ours')
  })

  test('a bad line, reference or asset is told with its place, and nothing is written', async () => {
    const client = await emptyDataset('untouched')
    const bad = inFolder('bad')
    await mkdir(bad)
    await writeFile(inFolder('secret.txt'), 'of this machine')
    const lines = [
      '{"_id":"good","_type":"note"}',
      '{"_id":"half","_type":"note"',
      '{"_id":"good","_type":"note"}',
      '{"_id":"typeless"}',
      '{"_id":"no id!","_type":"note"}',
      '{"_id":"r","_type":"note","to":{"_ref":"nowhere"},"weak":{"_ref":"nowhere","_weak":true}}',
      '{"_id":"versions.spring.good","_type":"note"}',
      '{"_id":"p","_type":"note","picture":{"_sanityAsset":"image@file://./images/gone.png"}}',
      '{"_id":"s","_type":"note","file":{"_sanityAsset":"file@file://./../secret.txt"}}',
      '["no document"]',
    ]
    await writeFile(join(bad, 'notes.ndjson'), `${lines.join('\n')}\n`)
    await appendFile(join(bad, 'notes.ndjson'), Buffer.from([0x22, 0xff, 0x22]))
    const {code, stderr} = await command('untouched', 'import', bad)
    expect(code).toBe(1)
    const told = [
      'notes.ndjson:2  not JSON',
      'notes.ndjson:3  _id good was at notes.ndjson:1 already',
      'notes.ndjson:4  has no _type',
      'notes.ndjson:5  _id "no id!"',
      'notes.ndjson:6  refers to nowhere, which is neither here nor there',
      'notes.ndjson:7  refers to _.releases.spring',
      'notes.ndjson:8  file://./images/gone.png is not in the archive',
      'notes.ndjson:9  file://./../secret.txt is outside the archive',
      'notes.ndjson:10  not a document',
      'notes.ndjson:11  not UTF-8',
    ]
    for (const line of told) expect(stderr).toContain(line)
    expect(stderr.match(/^notes\.ndjson:/gm)).toHaveLength(told.length)
    expect(await client.fetch('*[]')).toEqual([])
  })

  test('an archive that is damaged or reaches outside is refused', async () => {
    await emptyDataset('safe')
    const entry = (name: string, body: string) => ({header: {name, size: body.length}, body})
    const document = entry('x/data.ndjson', '{"_id":"a","_type":"note"}\n')
    const whole = gzipSync(await packTar([document]))
    await writeFile(inFolder('half.tar.gz'), whole.subarray(0, whole.length / 2))
    expect((await command('safe', 'import', inFolder('half.tar.gz'))).stderr).toContain('damaged')

    const escaping = await packTar([document, entry('../../escaped.txt', 'outside')])
    await writeFile(inFolder('escape.tar.gz'), gzipSync(escaping))
    expect((await command('safe', 'import', inFolder('escape.tar.gz'))).code).toBe(1)
    expect(await clientOf('safe').fetch('*[]')).toEqual([])
    await expect(stat(join(tmpdir(), '..', 'escaped.txt'))).rejects.toThrow('ENOENT')
  })
})

describe('backup and restore', () => {
  test('a backup taken while someone writes holds one state', async () => {
    const client = await emptyDataset('busy')
    await client
      .transaction()
      .create({_id: 'left', _type: 'count', n: 0})
      .create({_id: 'right', _type: 'count', n: 0})
      .commit()
    const writing = new AbortController()
    const writer = (async () => {
      for (let n = 1; !writing.signal.aborted; n++) {
        const both = client.transaction().patch('left', {set: {n}}).patch('right', {set: {n}})
        // One more document each time, so that the export takes longer than a write.
        await both
          .create({_id: `extra-${n}`, _type: 'count', n, text: 'x'.repeat(2000)})
          .commit({visibility: 'async'})
      }
    })()
    try {
      const {file, problems} = (await ok('busy', 'backup', inFolder('busy'))) as {
        file: string
        problems: unknown[]
      }
      expect(problems).toEqual([])
      const archive = await openArchive(file)
      const counts = new Map(archive.read.map(({document}) => [document._id, document['n']]))
      await archive.close()
      const n = counts.get('left')
      expect(n).toBeGreaterThan(0)
      expect(counts.get('right')).toBe(n)
      expect(counts.size).toBe(Number(n) + 2)
    } finally {
      writing.abort()
      await writer
    }
  })

  test('restore gives back the dataset of the backup, after asking, and only from the file that was written', async () => {
    const client = await emptyDataset('kept')
    const before = await fill(client)
    const {file, sha256} = (await ok('kept', 'backup', inFolder('kept'))) as {file: string; sha256: string}
    expect(await readFile(`${file}.sha256`, 'utf8')).toBe(`${sha256}  ${basename(file)}\n`)

    await client.create({_id: 'later', _type: 'note', next: {_type: 'reference', _ref: 'a'}})
    await client
      .patch('b')
      .set({title: 'changed', next: {_type: 'reference', _ref: 'later'}})
      .commit()
    await client.delete('drafts.a')
    const changed = await contentOf(client)

    expect(await command('kept', 'restore', file)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--replace'),
    })
    expect(await command('kept', 'restore', file, '--replace')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('5 documents become those of the backup and 1 that it does not have'),
    })
    await writeFile(inFolder('other.tar.gz'), 'another file')
    await writeFile(inFolder('other.tar.gz.sha256'), await readFile(`${file}.sha256`))
    expect(await command('kept', 'restore', inFolder('other.tar.gz'), '--replace', '--yes')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('damaged'),
    })
    expect(await contentOf(client)).toEqual(changed)

    expect(await ok('kept', 'restore', file, '--replace', '--yes')).toMatchObject({documents: 5, deleted: 1})
    expect(await contentOf(client)).toEqual(before)
  })
})
