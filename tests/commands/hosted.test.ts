/**
 * With the environment of a hosted project, everything speaks to the hosted Content Lake and nothing to the
 * embedded one, though that is running. Nothing leaves the machine: connections are noted, not made.
 *
 * What this does not prove: that the hosted service answers as expected, since nobody has an account here.
 */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {createFundClient} from '../../queries/index.ts'
import {projectRoot} from '../../scripts/target/environment.ts'
import {resolveTarget} from '../../scripts/target/resolveTarget.ts'
import {type RunningLake, runLake} from '../lake/runningLake.ts'
import {run} from './processes.ts'

const PROJECT = 'abcd1234'

let lake: RunningLake
let folder: string
let hosts: string
beforeAll(async () => {
  lake = await runLake()
})
afterAll(() => lake.stop())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosted-'))
  hosts = join(folder, 'hosts')
  await writeFile(hosts, '')
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const HOSTED = {
  SANITY_STUDIO_PROJECT_ID: PROJECT,
  SANITY_STUDIO_DATASET: 'staging',
  SANITY_AUTH_TOKEN: 'hosted-token',
}

const runHosted = (command: string, ...args: string[]) =>
  run(command, args, {
    ...HOSTED,
    LAKE_URL: lake.server.url,
    RECORD_HOSTS: hosts,
    NODE_OPTIONS: `--import=${pathToFileURL(join(projectRoot, 'tests/commands/recordHosts.mjs')).href}`,
  })

const reached = async (): Promise<string[]> => [
  ...new Set((await readFile(hosts, 'utf8')).split('\n').filter(Boolean)),
]

describe('a command with the environment of a hosted project', () => {
  test.each([
    ['query', ['*[_type == "project"]._id']],
    ['validate', []],
    ['publish', ['--all']],
    ['migrate', ['plan', '--schema', 'rename-budget']],
    ['dataset', ['diff', 'content/']],
    ['dataset', ['sync', '--from', 'content/', '--to', 'hosted']],
  ])('%s asks the hosted service only', async (command, args) => {
    const {code} = await runHosted(command, ...args)
    expect(code).toBe(1)
    expect(await reached()).toEqual([`${PROJECT}.api.sanity.io`])
  })

  test('says what is missing without a token, and asks nobody', async () => {
    const {code, stderr} = await run('validate', [], {SANITY_STUDIO_PROJECT_ID: PROJECT, RECORD_HOSTS: hosts})
    expect(code).toBe(1)
    expect(stderr).toContain('SANITY_AUTH_TOKEN')
    expect(await reached()).toEqual([])
  })
})

describe('a client', () => {
  test('of the commands is the hosted project with its token', async () => {
    const target = await resolveTarget({...HOSTED, LAKE_URL: lake.server.url})
    expect(target.kind).toBe('hosted')
    expect(target.client.config()).toMatchObject({
      projectId: PROJECT,
      dataset: 'staging',
      token: 'hosted-token',
      url: `https://${PROJECT}.api.sanity.io/v2025-02-19`,
      useCdn: false,
    })
    await target.close()
  })

  test('of a frontend is the hosted project, from the CDN when it is wanted', () => {
    const config = createFundClient({projectId: PROJECT, dataset: 'staging', useCdn: true}).client.config()
    expect(config).toMatchObject({
      projectId: PROJECT,
      dataset: 'staging',
      cdnUrl: `https://${PROJECT}.apicdn.sanity.io/v2025-02-19`,
      useCdn: true,
      perspective: 'published',
    })
    expect(config.token).toBeUndefined()
  })
})
