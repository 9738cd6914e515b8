import {randomBytes} from 'node:crypto'

/** Long enough for a redirect, too short to be found in a browser's history. */
const LIFETIME_MS = 60_000

/** The Studio ignores a session id of fewer than 20 characters. */
const ID_BYTES = 24

/** Sign-ins under way: a session id is exchanged for its user once. */
export interface Sessions {
  start(userId: string): string
  redeem(id: string): string | undefined
}

/** Creates an empty set of sign-ins. */
export function createSessions(now: () => number = Date.now): Sessions {
  const waiting = new Map<string, {userId: string; expires: number}>()
  return {
    start(userId) {
      for (const [id, {expires}] of waiting) if (expires < now()) waiting.delete(id)
      const id = randomBytes(ID_BYTES).toString('base64url')
      waiting.set(id, {userId, expires: now() + LIFETIME_MS})
      return id
    },
    redeem(id) {
      const session = waiting.get(id)
      waiting.delete(id)
      return session !== undefined && session.expires >= now() ? session.userId : undefined
    },
  }
}
