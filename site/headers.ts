import type {MiddlewareHandler} from 'hono'
import {secureHeaders} from 'hono/secure-headers'

/**
 * The headers that keep a page to itself: scripts and styles of the site alone, pictures also from
 * where the content is, frames only where it may be previewed.
 */
export function headers(contentOrigin: string, frameAncestors: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
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
}
