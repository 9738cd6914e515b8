import {request as httpRequest} from 'node:http'
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type RunningLake, runLake} from './runningLake.ts'
import {runScenarios, type Scenario} from './scenario.ts'

/** Which pages may use the lake, under which names it answers, and how a person signs in. */
let lake: RunningLake
const SECRET = 'not yet announced'

beforeAll(async () => {
  lake = await runLake()
  const client = lake.client()
  await client.create({_type: 'project', _id: 'open', title: 'in the open'})
  await client.create({_type: 'project', _id: 'drafts.open', title: SECRET})
})
afterAll(() => lake.stop())

const query = (groq: string) => `/v2025-02-19/data/query/production?query=${encodeURIComponent(groq)}`

describe('from a browser', () => {
  const foreign = {origin: 'https://evil.test'}
  const body = {mutations: [{create: {_type: 'project', title: 'forged'}}]}
  const noCors = {'access-control-allow-origin': null, 'access-control-allow-credentials': null}
  runScenarios(
    () => lake,
    [
      {
        name: 'a page of this machine may read, with credentials',
        path: query('*'),
        headers: {origin: 'http://localhost:5173'},
        status: 200,
        answerHeaders: {
          'access-control-allow-origin': 'http://localhost:5173',
          'access-control-allow-credentials': 'true',
          vary: 'Origin',
        },
      },
      {
        name: 'errors can be read as well',
        path: '/v1/data/query/never?query=*',
        headers: {origin: 'http://localhost:5173'},
        status: 404,
        answerHeaders: {'access-control-allow-origin': 'http://localhost:5173', vary: 'Origin'},
      },
      {
        name: 'preflight needs no token',
        method: 'OPTIONS',
        path: '/v1/data/mutate/production',
        headers: {
          origin: 'http://local.localhost:3333',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type,x-sanity-app',
        },
        status: 204,
        answerHeaders: {
          'access-control-allow-origin': 'http://local.localhost:3333',
          'access-control-allow-headers': 'authorization,content-type,x-sanity-app',
        },
      },
      ...['https://evil.test', 'null', 'http://localhost.evil.test', 'file://'].map((origin): Scenario => ({
        name: `a page of ${origin} reads nothing`,
        path: query('*'),
        as: 'administrator',
        headers: {origin},
        status: 403,
        lacks: ['in the open', SECRET],
        answerHeaders: noCors,
      })),
      {
        name: 'a simple POST of a foreign page writes nothing',
        method: 'POST',
        path: '/v1/data/mutate/production',
        as: 'administrator',
        headers: {...foreign, 'content-type': 'text/plain'},
        body,
        status: 403,
        answerHeaders: noCors,
      },
      {
        name: 'the preflight of a foreign page is refused',
        method: 'OPTIONS',
        path: '/v1/data/mutate/production',
        headers: {...foreign, 'access-control-request-method': 'POST'},
        status: 403,
        answerHeaders: noCors,
      },
      {
        name: 'a foreign page learns that it is not allowed',
        path: '/v1/check/cors',
        headers: foreign,
        status: 200,
        contains: ['"allowed":false'],
        answerHeaders: {'access-control-allow-origin': '*', 'access-control-allow-credentials': null},
      },
      {
        name: 'a page of this machine learns that it is',
        path: '/v1/check/cors',
        headers: {origin: 'http://localhost:1'},
        status: 200,
        contains: ['{"result":{"allowed":true,"withCredentials":true}}'],
      },
    ],
  )

  test.each(['evil.test', 'localhost.evil.test', 'evil.test@localhost'])(
    'a foreign name that leads here (%s) is refused',
    async (host) => {
      const {status, body: answer} = await requestAs(host, '/v1/data/query/production?query=*')
      expect(status).toBeGreaterThanOrEqual(400)
      expect(answer).not.toContain('in the open')
    },
  )

  test('a project may be named by the host', async () => {
    const {status, body: answer} = await requestAs('local.localhost', '/v1/data/query/production?query=*')
    expect(status).toBe(200)
    expect(answer).toContain('in the open')
  })
})

describe('sign-in', () => {
  const location = async (path: string, headers = {}) => {
    const response = await lake.request(path, {token: null, redirect: 'manual', headers})
    return {status: response.status, location: response.headers.get('location')}
  }

  test('one click brings a session that is exchanged for a token once', async () => {
    const {status, location: back} = await location(
      `/dev-login?origin=${encodeURIComponent(`${lake.server.url}/structure`)}`,
    )
    expect(status).toBe(302)
    const [address, sid = ''] = (back ?? '').split('#sid=')
    expect(address).toBe(`${lake.server.url}/structure`)
    expect(sid.length).toBeGreaterThanOrEqual(20)

    const {token} = (await (await lake.request(`/v1/auth/fetch?sid=${sid}`, {token: null})).json()) as {
      token: string
    }
    expect(token.length).toBeGreaterThanOrEqual(32)
    expect(await lake.client({token}).users.getById('me')).toMatchObject({role: 'administrator'})
    expect((await lake.request(`/v1/auth/fetch?sid=${sid}`, {token: null})).status).toBe(401)

    expect((await lake.request('/v1/auth/id', {token})).status).toBe(200)
    expect((await lake.request('/v1/auth/logout', {token, method: 'POST'})).status).toBe(200)
    expect((await lake.request('/v1/auth/id', {token})).status).toBe(401)
  })

  test.each([
    'https://evil.test/',
    'http://localhost.evil.test',
    '//evil.test',
    'javascript:alert(1)',
    'http://localhost@evil.test/',
    'null',
  ])('no session goes to %s', async (origin) => {
    expect(await location(`/dev-login?origin=${encodeURIComponent(origin)}`)).toEqual({
      status: 403,
      location: null,
    })
  })

  test('no session is started from another site', async () => {
    expect(await location('/dev-login', {'sec-fetch-site': 'cross-site'})).toEqual({
      status: 403,
      location: null,
    })
  })

  test('the administrator’s token is long and readable by its owner alone', async () => {
    expect(lake.server.token.length).toBeGreaterThanOrEqual(32)
    const {mode} = await stat(join(lake.dataDir, 'token'))
    expect(mode & 0o777).toBe(0o600)
  })
})

/** A request with a Host header of one's own, which fetch does not allow. */
function requestAs(host: string, path: string): Promise<{status: number; body: string}> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({host: '127.0.0.1', port: lake.server.port, path, headers: {host}}, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (body += chunk))
      answer.on('end', () => resolve({status: answer.statusCode ?? 0, body}))
    })
    sent.on('error', reject)
    sent.end()
  })
}
