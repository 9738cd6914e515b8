import {hash, randomBytes} from 'node:crypto'
import {platformError} from '../model/errors.ts'
import {ANONYMOUS, ROBOT_PREFIX, type Identity, type Role, type User, isRobot} from './roles.ts'
import {createSessions} from './sessions.ts'

/** A token as it is kept: only its hash, so that the store gives none away. */
export interface TokenRecord {
  hash: string
  userId: string
  label: string
  createdAt: string
}

/** What access needs of the store. */
export interface AccountStore {
  /** Counts changes to users and tokens. */
  readonly changes: number
  users(): User[]
  saveUser(user: User): void
  /** Removes a user with all tokens. */
  removeUser(id: string): void
  findToken(hash: string): TokenRecord | undefined
  saveToken(token: TokenRecord): void
  deleteToken(hash: string): void
}

/** Who is who on one lake. */
export interface Access {
  /** The identity behind an `Authorization` header; 401 for a token that the lake does not know. */
  identify(authorization: string | undefined): Identity
  /** The same without a complaint: `undefined` for a token that the lake does not know. */
  recognise(authorization: string | undefined): Identity | undefined
  user(id: string): User | undefined
  users(): User[]
  /** Begins a sign-in without a password as the person of that role; gives the session id. */
  startSession(role: Role): string
  /** The token of a sign-in, once. */
  redeem(sessionId: string): string | undefined
  signOut(token: string): void
  /** The scripts that have a token. */
  robots(): User[]
  createRobot(label: string, role: Role): {user: User; token: string}
  removeRobot(id: string): void
  /** A new token in the place of the one that a script uses; `undefined` for everyone else. */
  rotate(identity: Identity): string | undefined
}

/** One person for each role: a lake of one's own needs no more, and roles can be tried out. */
const PEOPLE: Readonly<Record<Role, User>> = {
  administrator: person('administrator', 'Administrator'),
  editor: person('editor', 'Editor'),
  viewer: person('viewer', 'Viewer'),
}

function person(role: Role, name: string): User {
  return {id: role, name, email: `${role}@localhost`, role}
}

const TOKEN_BYTES = 32
/** Headers whose sender is remembered: almost every request bears one of a few. */
const MAX_KNOWN = 100

/** Opens access over a store in which `administratorToken` is the administrator's. */
export function createAccess(
  accounts: AccountStore,
  administratorToken: string,
  now: () => Date = () => new Date(),
): Access {
  const sessions = createSessions(() => now().getTime())
  const user = (id: string): User | undefined => accounts.users().find((known) => known.id === id)
  const issue = (userId: string, label: string): string => {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    accounts.saveToken({hash: hashOf(token), userId, label, createdAt: now().toISOString()})
    return token
  }

  if (user(PEOPLE.administrator.id) === undefined) accounts.saveUser(PEOPLE.administrator)
  const administratorHash = hashOf(administratorToken)

  const known = new Map<string, Identity>()
  let knownAsOf = accounts.changes
  const recognise = (authorization: string | undefined): Identity | undefined => {
    if (authorization === undefined) return ANONYMOUS
    if (knownAsOf !== accounts.changes || known.size > MAX_KNOWN) known.clear()
    knownAsOf = accounts.changes
    const before = known.get(authorization)
    if (before !== undefined) return before
    const token = /^bearer\s+(\S+)$/i.exec(authorization)?.[1]
    const owner = token === undefined ? undefined : ownerOf(hashOf(token))
    if (token === undefined || owner === undefined) return undefined
    const identity = {user: owner, token}
    known.set(authorization, identity)
    return identity
  }

  return {
    recognise,
    identify(authorization) {
      const identity = recognise(authorization)
      if (identity !== undefined) return identity
      throw platformError(401, 'Unauthorized - Session not found', {errorCode: 'SIO-401-ANF'})
    },
    user,
    users: () => accounts.users(),
    startSession(role) {
      const {id} = PEOPLE[role]
      if (user(id) === undefined) accounts.saveUser(PEOPLE[role])
      return sessions.start(id)
    },
    redeem(sessionId) {
      const userId = sessions.redeem(sessionId)
      if (userId === undefined) return undefined
      return issue(userId, 'Sign-in')
    },
    signOut: (token) => accounts.deleteToken(hashOf(token)),
    robots: () => accounts.users().filter(({id}) => isRobot(id)),
    createRobot(label, role) {
      const id = ROBOT_PREFIX + randomBytes(6).toString('hex')
      const robot = {id, name: label, email: '', role}
      accounts.saveUser(robot)
      return {user: robot, token: issue(id, label)}
    },
    removeRobot: (id) => accounts.removeUser(id),
    rotate(identity) {
      if (identity.user === undefined || !isRobot(identity.user.id)) return undefined
      accounts.deleteToken(hashOf(identity.token))
      return issue(identity.user.id, identity.user.name)
    },
  }

  function ownerOf(hash: string): User | undefined {
    if (hash === administratorHash) return user(PEOPLE.administrator.id)
    const record = accounts.findToken(hash)
    return record === undefined ? undefined : user(record.userId)
  }
}

/** Tokens are random and long, so a plain hash keeps them; comparing hashes gives no timing away. */
const hashOf = (token: string): string => hash('sha256', token)
