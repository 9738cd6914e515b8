/**
 * A disk that is full, with a real one: a small file system in memory where the tests may make one,
 * else a limit on the size of the lake's files, which the system answers writes beyond with an error.
 */
import {execFileSync} from 'node:child_process'
import {closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, onTestFinished, test} from 'vitest'
import {run} from '../commands/processes.ts'
import {type LakeProcess, runLakeProcess} from './lakeProcess.ts'

const MEGABYTE = 2 ** 20
const LEFT_OVER = 'x'.repeat(50_000)

interface Disk {
  dataDir: string
  /** Leaves less than a megabyte to write for the lake. */
  fill(lake: LakeProcess): void
  free(lake: LakeProcess): void
}

function smallDisk(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const dataDir = join(folder, 'disk', 'data')
  mkdirSync(join(folder, 'disk'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', join(folder, 'disk')], {stdio: 'ignore'})
  } catch {
    const limit = (lake: LakeProcess, bytes: string): void =>
      void execFileSync('prlimit', ['--pid', String(lake.pid), `--fsize=${bytes}:`])
    return {
      dataDir,
      fill: (lake) => limit(lake, String(MEGABYTE)),
      free: (lake) => limit(lake, 'unlimited'),
    }
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', join(folder, 'disk')]))
  const ballast = join(folder, 'disk', 'ballast')
  return {
    dataDir,
    fill: () => fillUp(ballast),
    free: () => rmSync(ballast),
  }
}

/** Writes until nothing more goes in. */
function fillUp(file: string): void {
  const handle = openSync(file, 'w')
  try {
    for (const size of [MEGABYTE, MEGABYTE / 16]) {
      const block = Buffer.alloc(size, 1)
      while (writes(handle, block));
    }
  } finally {
    closeSync(handle)
  }
}

function writes(handle: number, block: Buffer): boolean {
  try {
    return writeSync(handle, block) === block.length
  } catch {
    return false
  }
}

test('a full disk refuses what can not be kept, loses nothing, and is writable again when there is room', async () => {
  const disk = smallDisk()
  const lake = await runLakeProcess(disk.dataDir)
  const {client} = lake
  await client.create({_id: 'before', _type: 'note', title: 'was here before'})
  const {_id: asset} = await client.assets.upload('file', Buffer.from('a,b\n'), {filename: 'small.csv'})

  disk.fill(lake)
  const kept = ['before', asset]
  let refusal: unknown
  for (let i = 0; refusal === undefined && i < 2000; i++) {
    try {
      await client.create({_id: `note-${i}`, _type: 'note', text: LEFT_OVER})
      kept.push(`note-${i}`)
    } catch (error) {
      refusal = error
    }
  }
  expect(refusal).toMatchObject({
    statusCode: expect.toSatisfy((status) => status === 507 || status === 503),
    message: expect.stringContaining('The change was not stored'),
  })
  const ids = '*[!(_id match "_.*")]._id'
  expect(new Set(await client.fetch<string[]>(ids))).toEqual(new Set(kept))
  expect(await client.getDocument('before')).toMatchObject({title: 'was here before'})

  const upload = client.assets.upload('file', Buffer.alloc(8 * MEGABYTE, 7), {filename: 'large.bin'})
  await expect(upload).rejects.toMatchObject({statusCode: 507})
  const json = (method: string, path: string, body: unknown): Promise<Response> =>
    lake.request(path, {method, body: JSON.stringify(body)})
  const backup = await json('PUT', '/v1/projects/local/datasets/production/settings/backups', {enabled: true})
  const dataset = await json('PUT', '/v1/datasets/another', {aclMode: 'public'})
  for (const answer of [backup, dataset]) expect([503, 507]).toContain(answer.status)
  expect(new Set(await client.fetch<string[]>(ids))).toEqual(new Set(kept))

  disk.free(lake)
  await client.create({_id: 'after', _type: 'note', text: LEFT_OVER})
  await client.assets.upload('file', Buffer.alloc(2 * MEGABYTE, 7), {filename: 'large.bin'})
  expect(await lake.stop()).toBe(0)
  const doctor = await run('lake', ['doctor', '--data', disk.dataDir, '--json'])
  expect(JSON.parse(doctor.stdout)).toMatchObject({documents: kept.length + 2, findings: []})
  const again = await runLakeProcess(disk.dataDir)
  expect(await again.client.fetch('count(*)')).toBe(kept.length + 2)
})

test('a copy that a full disk stops has failed, leaves nothing of it, and succeeds when there is room', async () => {
  const disk = smallDisk()
  const lake = await runLakeProcess(disk.dataDir)
  for (let i = 0; i < 8; i++) {
    const transaction = lake.client.transaction()
    for (let j = 0; j < 16; j++) transaction.create({_type: 'note', text: LEFT_OVER})
    await transaction.commit({visibility: 'async'})
  }
  const copy = (): Promise<Response> =>
    lake.request('/v1/datasets/production/copy', {
      method: 'PUT',
      body: JSON.stringify({targetDataset: 'copy', skipHistory: true}),
    })
  const stateOf = async (answer: Response): Promise<unknown> => {
    const {jobId} = (await answer.json()) as {jobId: string}
    for (;;) {
      const job = (await (await lake.request(`/v1/jobs/${jobId}`)).json()) as {state?: string}
      if (job.state !== 'running') return job.state
      await wait(20)
    }
  }

  disk.fill(lake)
  const begun = await copy()
  // What is left of the space may not even take the record of the copy.
  const outcome = begun.ok ? await stateOf(begun) : begun.status
  expect(['failed', 503, 507]).toContain(outcome)
  expect(await lake.client.fetch('count(*)')).toBe(8 * 16)
  const names = async (): Promise<string[]> =>
    (await lake.client.datasets.list()).map(({name}) => name).toSorted()
  expect(await names()).toEqual(['production'])

  disk.free(lake)
  expect(await stateOf(await copy())).toBe('completed')
  expect(await names()).toEqual(['copy', 'production'])
  const counted = await lake.client.withConfig({dataset: 'copy'}).fetch('count(*)')
  expect(counted).toBe(8 * 16)
})
