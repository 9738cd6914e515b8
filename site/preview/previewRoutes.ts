import type {SanityClient} from '@sanity/client'
import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {urlSearchParamPreviewPerspective} from '@sanity/preview-url-secret/constants'
import {Hono, type Context} from 'hono'
import {deleteCookie, getCookie, setCookie} from 'hono/cookie'
import type {CookieOptions} from 'hono/utils/cookie'

import {ENABLE_PATH, placeOnSite} from '../addresses.ts'
import {DRAFTS, perspectiveOf, type PreviewPerspective} from './perspective.ts'
import type {PreviewSessions} from './session.ts'

export const DISABLE_PATH = '/preview/disable'
export const PERSPECTIVE_PATH = '/preview/perspective'

const COOKIE = 'preview'

/** The perspective that the browser of a request previews in; undefined when it sees the public site. */
export function previewOf(c: Context, sessions: PreviewSessions): PreviewPerspective | undefined {
  return sessions.perspectiveIn(getCookie(c, COOKIE))
}

/**
 * The ways into a preview and out of it:
 *
 * - `GET /preview/enable` with the secret that the Studio has just written into the dataset begins one,
 *   as `@sanity/preview-url-secret` has it;
 * - `PUT /preview/perspective` with `{perspective}` looks at drafts, what is published, or a release;
 * - `GET /preview/disable` ends it.
 *
 * @param client reads drafts, where the secrets are kept
 * @param isSecure whether the public reaches the site over HTTPS
 */
export function previewRoutes(
  client: SanityClient,
  sessions: PreviewSessions,
  isSecure: () => boolean,
): Hono {
  const start = (c: Context, perspective: PreviewPerspective) =>
    setCookie(c, COOKIE, sessions.issue(perspective), cookieFor(isSecure()))

  return new Hono()
    .use('/preview/*', async (c, next) => {
      c.header('cache-control', 'no-store')
      await next()
    })
    .get(ENABLE_PATH, async (c) => {
      const {isValid, redirectTo, studioPreviewPerspective} = await validatePreviewUrl(client, c.req.url)
      if (!isValid) return c.text('This link to a preview is not valid, or no longer.', 401)
      start(c, perspectiveOf(studioPreviewPerspective) ?? DRAFTS)
      return c.redirect(placeOnSite(withoutPerspective(redirectTo)) ?? '/', 307)
    })
    .put(PERSPECTIVE_PATH, async (c) => {
      if (!previewOf(c, sessions)) return c.text('There is no preview.', 401)
      const asked: unknown = await c.req.json().catch(() => undefined)
      const perspective = perspectiveOf(perspectiveIn(asked))
      if (!perspective) return c.text('A perspective is expected.', 400)
      start(c, perspective)
      return c.body(null, 204)
    })
    .get(DISABLE_PATH, (c) => {
      deleteCookie(c, COOKIE, cookieFor(isSecure()))
      return c.redirect(placeOnSite(c.req.query('page')) ?? '/', 302)
    })
}

/** The session keeps it, so the address of the page can be its own. */
function withoutPerspective(path: string | undefined): string | undefined {
  if (!path) return undefined
  const url = new URL(`http://localhost${path}`)
  url.searchParams.delete(urlSearchParamPreviewPerspective)
  return url.pathname + url.search + url.hash
}

function perspectiveIn(body: unknown): string | undefined {
  const asked = typeof body === 'object' && body !== null && 'perspective' in body ? body.perspective : ''
  return typeof asked === 'string' ? asked : undefined
}

/** A hosted Studio frames the site from another domain, and browsers send it a cookie only if it says so. */
const cookieFor = (isSecure: boolean): CookieOptions => ({
  path: '/',
  httpOnly: true,
  secure: isSecure,
  sameSite: isSecure ? 'None' : 'Lax',
  partitioned: isSecure,
})
