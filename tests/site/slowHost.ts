import {setTimeout as pause} from 'node:timers/promises'

import {startHost, type Host} from '../host/startHost.ts'

/** Where a page is cut: before and behind each tag. */
const PIECES = /(?<=>)|(?=<)/
/** More than the highest window shows: behind them nothing is seen to move by itself. */
const SEEN_PIECES = 400
/** Enough for a browser to draw what it has. */
const PAUSE_MS = 20

/** Hands on what a site answers, pages a piece at a time as far as they are seen, as a slow connection does. */
export function startSlowHost(site: string): Promise<Host> {
  return startHost((request, response) => {
    const answer = async (): Promise<void> => {
      const got = await fetch(site + request.url, {headers: {accept: request.headers.accept ?? '*/*'}})
      const type = got.headers.get('content-type') ?? ''
      response.writeHead(got.status, {'content-type': type})
      if (!type.startsWith('text/html')) return void response.end(Buffer.from(await got.arrayBuffer()))
      const [head = '', body = ''] = (await got.text()).split(/(?=<body)/)
      response.write(head)
      const pieces = body.split(PIECES)
      for (const piece of pieces.slice(0, SEEN_PIECES)) {
        response.write(piece)
        await pause(PAUSE_MS)
      }
      response.end(pieces.slice(SEEN_PIECES).join(''))
    }
    answer().catch((error: Error) => response.destroy(error))
  }, 'localhost')
}
