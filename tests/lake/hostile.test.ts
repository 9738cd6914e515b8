/** Hostile requests get a description or an answer, change nothing, and hold up nobody. */
import {connect, type Socket} from 'node:net'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type RunningLake, runLake} from './runningLake.ts'

const QUERY = '/v2025-02-19/data/query/production'
const MUTATE = '/v2025-02-19/data/mutate/production'

let lake: RunningLake
beforeAll(async () => {
  lake = await runLake()
  const create = Array.from({length: 2000}, (_, n) => ({create: {_id: `d${n}`, _type: 'thing', n}}))
  await lake.request(MUTATE, {method: 'POST', body: JSON.stringify({mutations: create})})
})
afterAll(() => lake.stop())

const post = (path: string, body: BodyInit): Promise<Response> => lake.request(path, {method: 'POST', body})
const ask = (query: string): Promise<Response> => post(QUERY, JSON.stringify({query}))

/** Everyone else is served and the documents are as they were. */
const UNHARMED = {result: {count: 2000, n: 7}}

async function others(): Promise<unknown> {
  const response = await ask('{"count": count(*[_type == "thing"]), "n": *[_id == "d7"][0].n}')
  return response.json()
}

async function refusal(response: Response): Promise<string> {
  const body = (await response.json()) as {message?: string; error?: {description?: string}}
  return `${Math.floor(response.status / 100)}xx ${body.error?.description ?? body.message}`
}

test.each([
  ['parentheses', `${'('.repeat(50_000)}1${')'.repeat(50_000)}`],
  ['arrays', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['negations', `${'!'.repeat(100_000)}true`],
  ['sums', `1${'+1'.repeat(100_000)}`],
  ['projections', `*${'{"a":@}'.repeat(20_000)}`],
  ['doubled strings', `{"a": "xxxxxxxx"}${'{"a": a + a}'.repeat(40)}`],
  ['doubled arrays', `{"a": [1]}${'{"a": a + a}'.repeat(40)}`],
  ['doubled splats', `{"a": [1]}${'{"a": [...a, ...a]}'.repeat(40)}`],
  ['joined strings', `{"a": "xxxxxxxx"}${'{"a": array::join([a, a], a)}'.repeat(40)}`],
  ['doubled objects', `{"a": 1}${'{"a": [@, @]}'.repeat(40)}`],
  ['NUL outside a string', '*[\u0000]'],
])('a query of %s is refused', async (_, query) => {
  expect(await refusal(await ask(query))).toMatch(/^4xx (?!undefined)/)
  expect(await others()).toMatchObject(UNHARMED)
})

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'latin1'))

test.each([
  ['10 MB', 'x'.repeat(10_000_000)],
  ['1,000 levels', `{"mutations":${'['.repeat(1000)}${']'.repeat(1000)}}`],
  ['invalid UTF-8', bytes('{"mutations":[{"create":{"_type":"thing","t":"\xff"}}]}')],
  ['__proto__', '{"mutations":[{"create":{"_type":"thing","__proto__":{"n":1}}}]}'],
  ['a lone surrogate', '{"mutations":[{"create":{"_type":"thing","t":"\\ud800"}}]}'],
  ['a number past all', '{"mutations":[{"create":{"_type":"thing","n":1e999}}]}'],
  ['half a body', '{"mutations":[{"create":{"_type":"thing"'],
])('a mutation body with %s is refused', async (_, body) => {
  expect(await refusal(await post(MUTATE, body))).toMatch(/^4xx (?!undefined)/)
  expect(await others()).toMatchObject(UNHARMED)
})

test('a mutation whose query costs too much is refused', async () => {
  const query = '*[count(*[count(*[n + ^.n + ^.^.n == -1]) > 0]) > 0]'
  expect(await refusal(await post(MUTATE, JSON.stringify({mutations: [{delete: {query}}]})))).toMatch(
    /^4xx (?!undefined)/,
  )
  expect(await others()).toMatchObject(UNHARMED)
})

test('a listener whose filter costs too much is ended and told why', async () => {
  const query = encodeURIComponent('*[count(*[count(*[n + ^.n + ^.^.n == -1]) > 0]) > 0]')
  const stream = await lake.request(`/v2025-02-19/data/listen/production?query=${query}`)
  await post(MUTATE, JSON.stringify({mutations: [{patch: {id: 'd9', set: {n: 9.5}}}]}))
  expect(await stream.text()).toMatch(/event: channelError\ndata: .*100 ms/)
  expect(await others()).toMatchObject(UNHARMED)
})

test('idle, slow and dropped connections hold up nobody', async () => {
  const {port} = new URL(lake.server.url)
  const sockets = await Promise.all(Array.from({length: 2000}, () => open(Number(port))))
  const headers = `host: localhost\r\nauthorization: Bearer ${lake.server.token}\r\n`
  for (const socket of sockets.slice(0, 50)) {
    socket.write(`POST ${MUTATE} HTTP/1.1\r\n${headers}content-length: 1000\r\n\r\n{"mut`)
  }
  for (const socket of sockets.slice(50, 100)) {
    socket.write(`GET ${QUERY}?query=* HTTP/1.1\r\n${headers}\r\n`)
    socket.resetAndDestroy()
  }
  expect(await others()).toMatchObject(UNHARMED)
  for (const socket of sockets) socket.destroy()
  expect(await others()).toMatchObject(UNHARMED)
})

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost', () => resolve(socket.on('error', () => undefined)))
    socket.once('error', reject)
  })
}
