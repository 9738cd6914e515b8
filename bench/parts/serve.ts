/** The other side of `startLakeProcess`. */
import {once} from 'node:events'
import {type Server, createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {getRequestListener} from '@hono/node-server'
import {startLake} from '../../lake/server.ts'
import {TOKEN} from '../lakeProcess.ts'
import {partOptions} from '../part.ts'

const {dataDir} = partOptions() as {dataDir: string}
const server = await startLake({port: 0, dataDir, token: TOKEN, host: '127.0.0.1'})

/** About as long as the answer to the point query, so that all send as much. */
const ANSWER = JSON.stringify({result: 'x'.repeat(1900)})
const headers = {'content-type': 'application/json'}
const listener = getRequestListener(() => new Response(ANSWER, {headers}), {overrideGlobalObjects: false})
const framed = createServer((request, response) => void listener(request, response))
const bare = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(ANSWER)
})
for (const empty of [framed, bare]) await once(empty.listen(0, '127.0.0.1'), 'listening')
process.send?.({port: server.port, framedPort: portOf(framed), barePort: portOf(bare)})
// A run that is given up must not leave its lake behind.
process.on('disconnect', () => process.exit(1))

process.on('message', (message) => {
  if (message === 'memory') process.send?.(process.memoryUsage.rss())
  if (message === 'stop') {
    for (const empty of [framed, bare]) {
      empty.closeAllConnections()
      empty.close()
    }
    void server.close().then(() => process.exit(0))
  }
})

function portOf(empty: Server): number {
  return (empty.address() as AddressInfo).port
}
