import {createMiddleware} from 'hono/factory'
import {isAllowedHost} from '../access/origins.ts'
import {platformError} from '../model/errors.ts'
import {errorResponse, type Report} from './errors.ts'
import type {LakeEnv, Services} from './services.ts'

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const EXPOSED = 'etag, retry-after, traceparent, x-sanity-shard, x-sanity-warning'
const PREFLIGHT_SECONDS = '600'

/** Assets are public to every page, as on the service; the asset room sets their own headers. */
const PUBLIC_ASSET = /^\/(images|files)\//

/**
 * Refuses requests under a foreign name and from foreign pages, and tells browsers of the others that
 * they may read the answer. Errors and event streams get the same headers as any answer.
 */
export const guard = ({extraHost, originRule, report}: Services) =>
  createMiddleware<LakeEnv>(async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (!isAllowedHost(host, {extraHost})) {
      throw platformError(403, 'This lake answers under its own name only')
    }
    const origin = c.req.header('origin')
    if (origin === undefined || PUBLIC_ASSET.test(c.req.path)) return next()
    const rule = originRule(origin, host)
    if (rule === undefined) {
      return c.req.path.endsWith('/check/cors') ? corsCheck(false) : refused(report)
    }

    if (c.req.method === 'OPTIONS') c.res = preflight(c.req.raw.headers)
    else await next()
    c.res.headers.set('access-control-allow-origin', origin)
    if (rule.credentials) c.res.headers.set('access-control-allow-credentials', 'true')
    c.res.headers.set('access-control-expose-headers', EXPOSED)
    c.res.headers.append('vary', 'Origin')
  })

/** What clients ask when a request of theirs failed without an answer: is this page allowed? */
export function corsCheck(allowed: boolean): Response {
  const headers = new Headers(
    allowed
      ? []
      : [
          ['access-control-allow-origin', '*'],
          ['vary', 'Origin'],
        ],
  )
  return Response.json({result: {allowed, withCredentials: allowed}}, {headers})
}

function refused(report: Report): Response {
  const response = errorResponse(platformError(403, 'This origin may not use the lake'), report)
  response.headers.set('vary', 'Origin')
  return response
}

function preflight(asked: Headers): Response {
  const headers: Record<string, string> = {
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers':
      asked.get('access-control-request-headers') ??
      'authorization, content-type, last-event-id, x-sanity-app, x-sanity-project-id',
    'access-control-max-age': PREFLIGHT_SECONDS,
  }
  if (asked.get('access-control-request-private-network') === 'true') {
    headers['access-control-allow-private-network'] = 'true'
  }
  return new Response(null, {status: 204, headers})
}
