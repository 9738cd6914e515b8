/**
 * With the environment of a hosted project, everything speaks to the hosted Content Lake and nothing to the
 * embedded one, though that is running. Nothing leaves the machine: connections are noted, not made.
 *
 * What this does not prove: that the hosted service answers as expected, since nobody has an account here.
 */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {createFundClient} from '../../queries/index.ts'
import {projectRoot} from '../../scripts/target/environment.ts'
import {resolveTarget} from '../../scripts/target/resolveTarget.ts'
import {startHost, type Host} from '../host/startHost.ts'
import {type RunningLake, runLake} from '../lake/runningLake.ts'
import {round} from '../queries/documents.ts'
import {run, start} from './processes.ts'

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

const preloading = (file: string) =>
  `--import=${pathToFileURL(join(projectRoot, 'tests/commands', file)).href}`

const runHosted = (command: string, ...args: string[]) =>
  run(command, args, {
    ...HOSTED,
    LAKE_URL: lake.server.url,
    RECORD_HOSTS: hosts,
    NODE_OPTIONS: preloading('recordHosts.mjs'),
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

  test('takes a variable that is empty, as workflows leave it, for one that is not set', async () => {
    const onHosted = await resolveTarget({...HOSTED, SANITY_STUDIO_DATASET: ''})
    const onLake = await resolveTarget({
      SANITY_STUDIO_PROJECT_ID: '',
      SANITY_AUTH_TOKEN: '',
      SANITY_PROJECT_ID: '',
      SANITY_DATASET: '',
      LAKE_URL: lake.server.url,
      LAKE_DATA: lake.dataDir,
    })
    expect(onHosted.client.config().dataset).toBe('production')
    expect(onLake).toMatchObject({
      kind: 'lake',
      projectId: 'local',
      dataset: 'production',
      token: lake.server.token,
    })
    await onLake.close()
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

/** The lake under the names of the hosted service; by itself it answers under its own alone. */
function hostedNames(port: number): Promise<Host> {
  return startHost((asked, response) => {
    const [projectId] = (asked.headers.host ?? '').split('.')
    const headers = {...asked.headers, host: `${projectId}.localhost:${port}`}
    const forward = request({port, path: asked.url, method: asked.method, headers}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    asked.pipe(forward)
    response.on('close', () => forward.destroy())
  }, 'localhost')
}

describe('the site of a hosted project', () => {
  test('shows what is published there and follows it, and drafts to its Studio alone', async () => {
    const names = await hostedNames(lake.server.port)
    const editor = lake.client({projectId: PROJECT})
    await editor.create(round('first'))
    await editor.create({...round('first'), _id: 'drafts.first', slug: {current: 'drafted'}})
    const site = start('site', ['--port', '0', '--studio', 'https://fund.sanity.studio/'], {
      SANITY_STUDIO_PROJECT_ID: PROJECT,
      SANITY_API_READ_TOKEN: lake.server.token,
      RECORD_HOSTS: hosts,
      HOSTED_LAKE_PORT: String(names.port),
      NODE_OPTIONS: preloading('hostedOnLake.mjs'),
    })
    try {
      const [, url] = await site.until(/Site ready at (http:\S+)\/nl/)
      const get = (path: string, headers = {}) => fetch(url + path, {headers, redirect: 'manual'})
      const response = await get('/en/rounds')
      expect(await response.text()).toContain('first en')
      const policy = response.headers.get('content-security-policy')
      expect(policy).toContain("img-src 'self' https://cdn.sanity.io;")
      expect(policy).toContain("frame-ancestors 'self' https://fund.sanity.studio https://www.sanity.io")

      await editor.create(round('second'))
      await expect.poll(async () => await (await get('/en/rounds')).text()).toContain('second en')

      const {secret} = await createPreviewSecret(editor, 'test', 'https://fund.sanity.studio')
      const entered = await get(`/preview/enable?sanity-preview-secret=${secret}`)
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
      expect((await get('/en/rounds/drafted', {cookie})).status).toBe(200)
      expect((await get('/en/rounds/drafted')).status).toBe(404)
      expect(new Set(await reached())).toEqual(
        new Set([`${PROJECT}.api.sanity.io`, `${PROJECT}.apicdn.sanity.io`]),
      )
    } finally {
      await site.stop()
      await names.close()
    }
  })

  test('says what is wrong with an address that is none', async () => {
    const {code, stderr} = await run('site', ['--origin', 'site.example'])
    expect({code, stderr}).toEqual({code: 2, stderr: expect.stringMatching(/--origin takes an address/)})
  })
})

test('the site alone shows a lake that is elsewhere', async () => {
  await lake.client().create(round('on-the-lake'))
  const site = start('site', ['--port', '0'], {LAKE_URL: lake.server.url, LAKE_DATA: lake.dataDir})
  try {
    const [, url] = await site.until(/Site ready at (http:\S+)\/nl/)
    expect(await (await fetch(`${url}/en/rounds`)).text()).toContain('on-the-lake en')
  } finally {
    expect(await site.stop()).toBe(0)
  }
})
