import {Hono} from 'hono'
import {streamSSE} from 'hono/streaming'

import type {PageCache} from './pageCache.ts'

/** A comment now and then keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 25_000

/**
 * `/live?page=…&version=…`: tells an open page, by server-sent events, each time that it is no longer
 * the version that it shows.
 *
 * @param versionAt the version of the page at a path with search, as it is now; undefined when there is none
 */
export function liveRoute(cache: PageCache, versionAt: (path: string) => Promise<string | undefined>): Hono {
  return new Hono().get('/live', async (c) => {
    const path = c.req.query('page') ?? ''
    if (!/^\/(?!\/)/.test(path) || (await versionAt(path)) === undefined) return c.notFound()
    return streamSSE(c, async (stream) => {
      let shown = c.req.query('version')
      const tell = async () => {
        const version = await versionAt(path)
        if (version === undefined || version === shown) return
        shown = version
        await stream.writeSSE({event: 'changed', data: version})
      }
      const unfollow = cache.follow(path, () => void tell())
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
