import {afterAll, beforeAll, expect, test} from 'vitest'
import {startHost, type Host} from '../host/startHost.ts'
import {type RunningLake, runLake} from './runningLake.ts'

/** Uploads from an address. */
let lake: RunningLake
let source: Host
beforeAll(async () => {
  lake = await runLake()
  source = await startHost((request, response) => {
    if (request.url === '/missing') response.writeHead(404).end()
    else response.writeHead(200, {'content-type': 'text/csv'}).end('a,b\n')
  })
})
afterAll(async () => {
  await source.close()
  await lake.stop()
})

const upload = (body: unknown, token?: string | null) =>
  lake.request('/v2024-06-24/assets/files/production/from-url', {
    method: 'POST',
    body: JSON.stringify(body),
    token,
  })

test('the lake gets the bytes itself, under the name in the address or the one given', async () => {
  const answer = await upload({url: `${source.url}/tables/my%20table.csv`})
  expect(await answer.json()).toMatchObject({
    document: {originalFilename: 'my table.csv', mimeType: 'text/csv', extension: 'csv', size: 4},
  })
  const again = await upload({url: `${source.url}/other`, filename: 'other.csv'})
  expect(await again.json()).toMatchObject({document: {originalFilename: 'my table.csv'}})
})

test.each([{url: 'file:///etc/passwd'}, {url: 'nowhere'}, {}, {url: 'http://127.0.0.1:1/'}])(
  '%j is refused',
  async (body) => expect((await upload(body)).status).toBe(400),
)

test('so is what the other server does not hand out, and whoever may not write', async () => {
  expect((await upload({url: `${source.url}/missing`})).status).toBe(400)
  expect((await upload({url: source.url}, null)).status).toBe(401)
  expect((await upload({url: source.url}, await lake.tokenOf('viewer'))).status).toBe(403)
})
