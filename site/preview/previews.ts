import type {Context, Hono} from 'hono'

import type {FundClient} from '../../queries/index.ts'
import type {Edition} from '../edition.ts'
import {publishFile} from '../publicFiles.ts'
import type {PreviewPerspective} from './perspective.ts'
import type {Preview} from './preview.ts'
import {previewOf, previewRoutes} from './previewRoutes.ts'
import {previewSessions} from './session.ts'

/** What the site needs to show what is not published. */
export interface PreviewOptions {
  /** With a token that reads drafts. */
  fund: FundClient
  /** The Studio in which the content is edited. */
  studioUrl: string
  /** The built script of visual editing, and its styles. */
  overlays: {script: string; style: string}
}

/** Previews for the browsers that the Studio has let in. */
export interface Previews {
  /** Reads drafts; its texts carry where they are edited. */
  fund: FundClient
  routes: Hono
  /** What the browser of a request previews; undefined when it sees the public site. */
  perspectiveOf(c: Context): PreviewPerspective | undefined
  /** What an edition adds to its pages; undefined for what is published to all. */
  of(edition: Edition): Preview | undefined
}

/**
 * @param isSecure whether the public reaches the site over HTTPS
 * @throws Error when the client has no token
 */
export function createPreviews(
  {fund, studioUrl, overlays}: PreviewOptions,
  isSecure: () => boolean,
): Previews {
  const {token} = fund.client.config()
  if (!token) throw new Error('A preview needs a token that reads drafts')
  const sessions = previewSessions(token)
  const files = {
    script: publishFile('overlays.js', 'text/javascript; charset=utf-8', overlays.script),
    style: publishFile('overlays.css', 'text/css; charset=utf-8', overlays.style),
  }
  return {
    fund: fund.withStega(studioUrl),
    routes: previewRoutes(fund.client, sessions, isSecure),
    perspectiveOf: (c) => previewOf(c, sessions),
    of: ({perspective}) => perspective && {perspective, studioUrl, overlays: files},
  }
}
