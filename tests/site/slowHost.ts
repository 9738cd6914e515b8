import {createServer} from 'node:http'
import {setTimeout as pause} from 'node:timers/promises'

/** Where a page is cut: behind each element. */
const PIECES = /(?<=<\/\w+>)/
/** Enough for a browser to draw what it has. */
const PAUSE_MS = 20

/** A host in front of a site, as a slow connection is. */
export interface SlowHost {
  url: string
  close(): Promise<void>
}

/** Hands on what a site answers, pages a piece at a time. */
export async function startSlowHost(site: string): Promise<SlowHost> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const got = await fetch(site + request.url, {headers: {accept: request.headers.accept ?? '*/*'}})
      const type = got.headers.get('content-type') ?? ''
      response.writeHead(got.status, {'content-type': type})
      if (!type.startsWith('text/html')) return void response.end(Buffer.from(await got.arrayBuffer()))
      for (const piece of (await got.text()).split(PIECES)) {
        response.write(piece)
        await pause(PAUSE_MS)
      }
      response.end()
    }
    answer().catch((error: Error) => response.destroy(error))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
