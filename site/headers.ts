import type {Context, MiddlewareHandler} from 'hono'
import {secureHeaders} from 'hono/secure-headers'

/** The origins that pages may have to do with, besides their own. */
interface Others {
  /** Where pictures of the content come from, unless they are files of the site. */
  contentOrigin?: string
  /** Who may show a page in a frame. */
  frameAncestors?: readonly string[]
  /** Where forms are answered that the site does not answer itself. */
  servedAt?: string
}

/**
 * The headers that keep a page to itself: scripts and styles of the site alone, pictures also from
 * where the content is, frames only where it may be previewed.
 *
 * @param isPreview whether a request is for a preview, whose overlays style themselves
 */
export function headers(
  {contentOrigin, frameAncestors = [], servedAt}: Others,
  isPreview: (c: Context) => boolean,
): MiddlewareHandler {
  const only = (...origins: (string | undefined)[]) => ["'self'", ...origins.filter((it) => it !== undefined)]
  const policyWith = (...styles: string[]): MiddlewareHandler =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...styles],
        imgSrc: only(contentOrigin),
        connectSrc: ["'self'"],
        formAction: only(servedAt),
        baseUri: ["'none'"],
        frameAncestors: only(...frameAncestors),
      },
      // `frame-ancestors` says it better.
      xFrameOptions: false,
      crossOriginResourcePolicy: false,
      // Plain HTTP on localhost: a browser that remembered this would refuse the next project there.
      strictTransportSecurity: false,
    })
  const [forReaders, forPreviews] = [policyWith(), policyWith("'unsafe-inline'")]
  return (c, next) => (isPreview(c) ? forPreviews : forReaders)(c, next)
}
