import {Hono, type Context} from 'hono'
import {streamSSE} from 'hono/streaming'

import {placeOnSite} from './addresses.ts'
import type {Edition} from './edition.ts'

/** A comment now and then keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 25_000

/**
 * `/live?page=…&version=…`: tells an open page, by server-sent events, each time that it is no longer
 * the version that it shows.
 *
 * @param editionOf what the browser of a request sees
 * @param versionAt the version of the page at a path with search, as that browser would get it now;
 *   undefined when there is none
 */
export function liveRoute(
  editionOf: (c: Context) => Edition,
  versionAt: (path: string, c: Context) => Promise<string | undefined>,
): Hono {
  return new Hono().get('/live', async (c) => {
    const path = placeOnSite(c.req.query('page'))
    if (!path || (await versionAt(path, c)) === undefined) return c.notFound()
    const edition = editionOf(c)
    return streamSSE(c, async (stream) => {
      let shown = c.req.query('version')
      const tell = async () => {
        const version = await versionAt(path, c)
        if (version === undefined || version === shown) return
        shown = version
        await stream.writeSSE({event: 'changed', data: version})
      }
      const unfollow = edition.follow(path, () => void tell())
      const heartbeat = setInterval(() => void stream.write(':\n\n'), HEARTBEAT_MS)
      const left = new Promise<void>((resolve) => {
        stream.onAbort(resolve)
      })
      await tell()
      await left
      clearInterval(heartbeat)
      unfollow()
    })
  })
}
