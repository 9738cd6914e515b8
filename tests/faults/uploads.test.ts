import {createHash, randomBytes} from 'node:crypto'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, onTestFinished, test} from 'vitest'
import {run} from '../commands/processes.ts'
import {type LakeProcess, runLakeProcess} from './lakeProcess.ts'

const ROUNDS = 12
const UPLOADERS = 4

/** Uploads until the lake is gone; gives the addresses that were acknowledged, with their hashes. */
async function upload(lake: LakeProcess, acknowledged: Map<string, string>): Promise<void> {
  for (;;) {
    const bytes = randomBytes(200_000)
    const stored = await lake.client.assets
      .upload('file', bytes, {filename: 'noise.bin'})
      .catch(() => undefined)
    if (stored === undefined) return
    acknowledged.set(new URL(stored.url).pathname, createHash('sha1').update(bytes).digest('hex'))
  }
}

test('a lake that is killed while files arrive keeps those that it acknowledged, and names none that it lacks', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'uploads-'))
  onTestFinished(() => rmSync(dataDir, {recursive: true, force: true}))
  const acknowledged = new Map<string, string>()
  for (let round = 0; round < ROUNDS; round++) {
    const lake = await runLakeProcess(dataDir)
    const uploads = Array.from({length: UPLOADERS}, () => upload(lake, acknowledged))
    await wait(100 + Math.random() * 400)
    await lake.kill()
    await Promise.all(uploads)
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS)

  const lake = await runLakeProcess(dataDir)
  expect(readdirSync(join(dataDir, 'assets', 'incoming'))).toEqual([])
  for (const [path, sha1] of acknowledged) {
    const bytes = Buffer.from(await (await fetch(lake.url + path)).arrayBuffer())
    expect(createHash('sha1').update(bytes).digest('hex')).toBe(sha1)
  }
  expect(await lake.stop()).toBe(0)
  const {stdout, code} = await run('lake', ['doctor', '--data', dataDir, '--json'])
  const {findings} = JSON.parse(stdout) as {findings: {level: string}[]}
  expect({code, lost: findings.filter(({level}) => level === 'error')}).toEqual({code: 0, lost: []})
})
