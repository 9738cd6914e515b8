import type {Context, MiddlewareHandler} from 'hono'
import {secureHeaders} from 'hono/secure-headers'

/**
 * The headers that keep a page to itself: scripts and styles of the site alone, pictures also from
 * where the content is, frames only where it may be previewed.
 *
 * @param isPreview whether a request is for a preview, whose overlays style themselves
 */
export function headers(
  contentOrigin: string,
  frameAncestors: readonly string[],
  isPreview: (c: Context) => boolean,
): MiddlewareHandler {
  const policyWith = (...styles: string[]): MiddlewareHandler =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...styles],
        imgSrc: ["'self'", contentOrigin],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'", ...frameAncestors],
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
