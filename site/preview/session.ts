import {createHmac, timingSafeEqual} from 'node:crypto'

import type {PreviewPerspective} from './perspective.ts'
import {perspectiveOf} from './perspective.ts'

/** How long a browser may preview before the Studio has to let it in again. */
const LIFETIME_MS = 12 * 60 * 60 * 1000

/** Who may preview: a browser with a value that only this site can have made. */
export interface PreviewSessions {
  /** The value of the cookie of a session that shows a perspective. */
  issue(perspective: PreviewPerspective): string
  /** The perspective of a session; undefined when the value is none of ours or too old. */
  perspectiveIn(value: string | undefined): PreviewPerspective | undefined
}

/**
 * Sessions that need no memory: perspective and end, signed. They outlive a restart of the site as long
 * as its token stays the same.
 *
 * @param token the one that the site reads drafts with; a session is worth no more than it
 * @param now the time in milliseconds
 */
export function previewSessions(token: string, now: () => number = Date.now): PreviewSessions {
  const key = createHmac('sha256', token).update('preview session').digest()
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  return {
    issue(perspective) {
      const text = `${perspective}.${now() + LIFETIME_MS}`
      return `${text}.${sign(text)}`
    },
    perspectiveIn(value) {
      const [perspective, end, signature, ...rest] = value?.split('.') ?? []
      if (!perspective || !end || !signature || rest.length > 0) return undefined
      if (!same(signature, sign(`${perspective}.${end}`)) || Number(end) < now()) return undefined
      return perspectiveOf(perspective)
    },
  }
}

function same(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
