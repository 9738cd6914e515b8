import {createServer} from 'node:http'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {run, type Running, start} from '../commands/processes.ts'

/** `npm run lake` as a process: ready line, stop, and what it says when it can't start. */
let folder = ''
let running: Running | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lake-command-'))
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  await rm(folder, {recursive: true, force: true})
})

const READY = /^Content Lake ready at (http:\/\/localhost:\d+)$/m

async function startLake(...args: string[]): Promise<string> {
  running = start('lake', ['--port', '0', '--data', join(folder, 'data'), ...args])
  const [, url = ''] = await running.until(READY)
  return url
}

const clientOf = (apiHost: string, token: string) =>
  createClient({
    projectId: 'any-project',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost,
    useProjectHostname: false,
    useCdn: false,
    token,
  })

test('it answers any project with the given token, and keeps what was written', async () => {
  const token = 'a-token-that-was-given'
  const url = await startLake('--token', token)
  await clientOf(url, token).create({_type: 'project', _id: 'kept'})
  expect(await running?.stop('SIGTERM')).toBe(0)

  const again = await startLake()
  expect(await clientOf(again, token).getDocument('kept')).toMatchObject({_id: 'kept'})
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it within five seconds, open streams or not',
  async (signal) => {
    const url = await startLake()
    const token = (await readFile(join(folder, 'data', 'token'), 'utf8')).trim()
    const stream = await fetch(`${url}/v2025-02-19/data/listen/production?query=*`, {
      headers: {authorization: `Bearer ${token}`},
    })
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v2022-06-30/socket/production`)
    await new Promise((resolve) => {
      socket.addEventListener('open', resolve)
    })
    const asked = Date.now()
    expect(await running?.stop(signal)).toBe(0)
    expect(Date.now() - asked).toBeLessThan(5000)
    expect(await stream.text()).toContain('event: welcome')
  },
)

test('a taken port is said', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve)
  })
  const address = other.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const outcome = await run('lake', ['--port', port, '--data', join(folder, 'data')])
  other.close()
  expect(outcome).toMatchObject({code: 1, stdout: ''})
  expect(outcome.stderr).toContain(`Port ${port} is already in use`)
})

test('a data folder that is a file is said', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  const outcome = await run('lake', ['--port', '0', '--data', file])
  expect(outcome).toMatchObject({code: 1, stdout: ''})
  expect(outcome.stderr).toContain(file)
  expect(outcome.stderr).not.toContain('    at ')
})

test('a second lake on the same folder is refused', async () => {
  await startLake()
  const outcome = await run('lake', ['--port', '0', '--data', join(folder, 'data')])
  expect(outcome).toMatchObject({code: 1, stdout: ''})
  expect(outcome.stderr).not.toContain('    at ')
})

test.each([['--port', 'many'], ['--port', '70000'], ['--dataset', 'A b'], ['--unknown'], ['positional']])(
  'wrong usage %s %s',
  async (...args) => {
    const outcome = await run('lake', args)
    expect(outcome).toMatchObject({code: 2, stdout: ''})
    expect(outcome.stderr).toContain('npm run lake')
  },
)
