import {createServer, type Server} from 'node:http'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type RunningLake, runLake} from './runningLake.ts'

/** Uploads from an address. */
let lake: RunningLake
let source: Server
let address = ''
beforeAll(async () => {
  lake = await runLake()
  source = createServer((request, response) => {
    if (request.url === '/missing') response.writeHead(404).end()
    else response.writeHead(200, {'content-type': 'text/csv'}).end('a,b\n')
  })
  await new Promise<void>((resolve) => {
    source.listen(0, '127.0.0.1', resolve)
  })
  const bound = source.address()
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
})
afterAll(async () => {
  source.close()
  await lake.stop()
})

const upload = (body: unknown, token?: string | null) =>
  lake.request('/v2024-06-24/assets/files/production/from-url', {
    method: 'POST',
    body: JSON.stringify(body),
    token,
  })

test('the lake gets the bytes itself, under the name in the address or the one given', async () => {
  const answer = await upload({url: `${address}/tables/my%20table.csv`})
  expect(await answer.json()).toMatchObject({
    document: {originalFilename: 'my table.csv', mimeType: 'text/csv', extension: 'csv', size: 4},
  })
  const again = await upload({url: `${address}/other`, filename: 'other.csv'})
  expect(await again.json()).toMatchObject({document: {originalFilename: 'my table.csv'}})
})

test.each([{url: 'file:///etc/passwd'}, {url: 'nowhere'}, {}, {url: 'http://127.0.0.1:1/'}])(
  '%j is refused',
  async (body) => expect((await upload(body)).status).toBe(400),
)

test('so is what the other server does not hand out, and whoever may not write', async () => {
  expect((await upload({url: `${address}/missing`})).status).toBe(400)
  expect((await upload({url: address}, null)).status).toBe(401)
  expect((await upload({url: address}, await lake.tokenOf('viewer'))).status).toBe(403)
})
