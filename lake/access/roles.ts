import {platformError} from '../model/errors.ts'

/** The roles of the lake, simplified from the service's: each may do what the next one may. */
export type Role = 'administrator' | 'editor' | 'viewer'

/** What a request may do beyond reading what is published. */
export type Right = 'read' | 'write' | 'manage'

const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  administrator: ['read', 'write', 'manage'],
  editor: ['read', 'write'],
  viewer: ['read'],
}

/** A person or script known to the lake. */
export interface User {
  id: string
  name: string
  email: string
  role: Role
}

/** Who sends a request: a user with the token that proves it, or nobody in particular. */
export type Identity = {user: User; token: string} | {user: undefined}

/** The ids of scripts, which the service calls robots. */
export const ROBOT_PREFIX = 'robot-'
export const isRobot = (userId: string): boolean => userId.startsWith(ROBOT_PREFIX)

export const ANONYMOUS: Identity = {user: undefined}

/** GROQ's `identity()` and the author of what anonymous requests do. */
export const userIdOf = ({user}: Identity): string => user?.id ?? '<anonymous>'

export const isRole = (text: string): text is Role => Object.hasOwn(RIGHTS, text)

/** Whether the identity has the right. */
export function may({user}: Identity, right: Right): boolean {
  return user !== undefined && RIGHTS[user.role].includes(right)
}

/** Refuses a request without the right: 401 when it has no token, 403 when its role is too small. */
export function demand(identity: Identity, right: Right): void {
  if (may(identity, right)) return
  if (identity.user === undefined) throw platformError(401, 'Unauthorized: a token is required')
  throw platformError(403, `Insufficient permissions; role "${identity.user.role}" may not ${right}`)
}
