/** `npm start` as a newcomer meets it: addresses, content, a second start, and what goes wrong. */
import {spawn} from 'node:child_process'
import {chmod, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {createClient, type SanityClient} from '@sanity/client'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {projectRoot} from '../../scripts/target/environment.ts'
import {freePort, killGroup, occupyPort, run, start, type Running} from './processes.ts'

let folder: string
let running: Running | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-test-'))
})
afterEach(async () => {
  await running?.stop()
  running = undefined
})
afterAll(async () => {
  await rm(folder, {recursive: true, force: true})
})

async function startOn(dataDir: string, ...args: string[]): Promise<{url: string; token: string}> {
  running = start('start', ['--port', String(await freePort()), '--data', dataDir, ...args])
  const [, url = '', token = ''] = await running.until(/Sign in\s+(\S+)\/#token=(\S+)[\s\S]*Ctrl-C stops it/)
  return {url, token}
}

function clientOf({url, token}: {url: string; token: string}): SanityClient {
  return createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: url,
    useProjectHostname: false,
    token,
    apiVersion: '2025-02-19',
    useCdn: false,
  })
}

describe('npm start', () => {
  test('loads the content, serves the Studio and the API, and keeps what was edited', async () => {
    const dataDir = join(folder, 'kept')
    const first = await startOn(dataDir)
    const page = await fetch(`${first.url}/`)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('<div id="sanity"')

    const client = clientOf(first)
    const rounds = await client.fetch<number>('count(*[_type == "trustFundRound"])')
    expect(rounds).toBeGreaterThan(3)
    await client
      .patch('trustFund')
      .set({establishedOn: {_type: 'partialDate', value: '2001-12-03', precision: 'day'}})
      .commit()
    expect(await running?.stop('SIGINT')).toBe(0)

    const second = await startOn(dataDir)
    expect(running?.output()).toContain('The content is as it was left')
    expect(second.token).toBe(first.token)
    expect(await clientOf(second).fetch('*[_id == "trustFund"][0].establishedOn.value')).toBe('2001-12-03')
  })

  test('whoever ends npm, and not its shell, leaves no server behind', async () => {
    const port = await freePort()
    const npm = spawn('npm', ['start', '--', '--port', String(port), '--data', join(folder, 'kept')], {
      cwd: projectRoot,
      stdio: 'ignore',
      detached: true,
    })
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/`).then(
        (response) => response.ok,
        () => false,
      )
    try {
      await expect.poll(answers, {timeout: 60_000}).toBe(true)
      npm.kill('SIGTERM')
      await expect.poll(answers).toBe(false)
    } finally {
      killGroup(npm)
    }
  })

  test('anyone may read published content without a token, as a plain request', async () => {
    const {url} = await startOn(join(folder, 'kept'))
    const query = encodeURIComponent(
      '*[_type == "trustFundRound" && _id == "round-2018-2019"][0].contribution.amount',
    )
    const response = await fetch(`${url}/v2025-02-19/data/query/production?query=${query}`)
    expect(await response.json()).toMatchObject({result: 900_000})
  })

  test('--fresh starts again from content/', async () => {
    const {url, token} = await startOn(join(folder, 'kept'), '--fresh')
    expect(await clientOf({url, token}).fetch('*[_id == "trustFund"][0].establishedOn.value')).toBe('2001-12')
  })

  test('--fresh refuses to empty a folder that is not the lake’s', async () => {
    const precious = join(folder, 'precious')
    await mkdir(precious)
    await writeFile(join(precious, 'thesis.txt'), 'years of work')
    const outcome = await run('start', ['--data', precious, '--fresh', '--port', String(await freePort())])
    expect(outcome.code).toBe(1)
    expect(outcome.stderr).toContain('not a data folder of the lake')
    expect(await readFile(join(precious, 'thesis.txt'), 'utf8')).toBe('years of work')
  })

  test('a taken port is named, with the way out', async () => {
    const {port, release} = await occupyPort()
    try {
      const outcome = await run('start', ['--port', String(port), '--data', join(folder, 'taken')])
      expect(outcome.code).toBe(1)
      expect(outcome.stderr).toContain(`Port ${port} is already in use`)
      expect(outcome.stderr).toContain(`--port ${port + 1}`)
    } finally {
      await release()
    }
  })

  test('a data folder that cannot be written is named', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    await chmod(file, 0o400)
    const outcome = await run('start', ['--port', String(await freePort()), '--data', join(file, 'below')])
    expect(outcome.code).toBe(1)
    expect(outcome.stderr).toContain(join(file, 'below'))
    expect(outcome.stderr).not.toContain('    at ')
  })

  test('a data folder that another lake holds is refused', async () => {
    const dataDir = join(folder, 'kept')
    await startOn(dataDir)
    const outcome = await run('start', ['--port', String(await freePort()), '--data', dataDir])
    expect(outcome.code).toBe(1)
    expect(outcome.stderr).toContain(dataDir)
    expect(outcome.stderr).not.toContain('    at ')
  })

  test('a command finds the lake of its data folder on whatever port', async () => {
    const dataDir = join(folder, 'kept')
    const {url} = await startOn(dataDir)
    const outcome = await run('validate', [], {LAKE_DATA: dataDir})
    expect(outcome.stderr + outcome.stdout).toContain(url)
    expect(outcome.code).toBe(0)
  })

  test.each([
    [['--port', 'abc'], '--port takes a number'],
    [['--colour', 'red'], "'--colour'"],
    [['somewhere'], "not 'somewhere'"],
  ])('wrong usage %j exits with 2 and shows the help', async (args, message) => {
    const outcome = await run('start', args)
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain(message)
    expect(outcome.stderr).toContain('--fresh')
  })
})
