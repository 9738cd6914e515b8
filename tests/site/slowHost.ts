import {setTimeout as pause} from 'node:timers/promises'

import {startHost, type Host} from '../host/startHost.ts'

/** Where a page is cut: behind each element. */
const PIECES = /(?<=<\/\w+>)/
/** Enough for a browser to draw what it has. */
const PAUSE_MS = 20

/** Hands on what a site answers, pages a piece at a time, as a slow connection does. */
export function startSlowHost(site: string): Promise<Host> {
  return startHost((request, response) => {
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
  }, 'localhost')
}
