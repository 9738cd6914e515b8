/** The other side of `startLakeProcess`. */
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {getRequestListener} from '@hono/node-server'
import {startLake} from '../../lake/server.ts'
import {TOKEN} from '../lakeProcess.ts'
import {partOptions} from '../part.ts'

const {dataDir} = partOptions() as {dataDir: string}
const server = await startLake({port: 0, dataDir, token: TOKEN, host: '127.0.0.1'})

/** About as long as the answer to the point query, so that both send as much. */
const ANSWER = JSON.stringify({result: 'x'.repeat(1600)})
const headers = {'content-type': 'application/json'}
const listener = getRequestListener(() => new Response(ANSWER, {headers}), {overrideGlobalObjects: false})
const empty = createServer((request, response) => void listener(request, response))
empty.listen(0, '127.0.0.1', () => {
  process.send?.({port: server.port, emptyPort: (empty.address() as AddressInfo).port})
})

process.on('message', (message) => {
  if (message === 'memory') process.send?.(process.memoryUsage.rss())
  if (message === 'stop') {
    empty.closeAllConnections()
    empty.close()
    void server.close().then(() => process.exit(0))
  }
})
