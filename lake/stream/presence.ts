import {randomUUID} from 'node:crypto'
import type {Json, JsonObject} from '../model/document.ts'

/**
 * Presence in one dataset: who is in which document and field. The lake keeps none of it; it passes
 * on what sessions say of themselves, in the JSON-RPC dialect of the Studio's bifur client.
 */
export interface PresenceRoom {
  join(connection: PresenceConnection): PresenceMember
}

/** How a member is reached, and how its credential is checked. */
export interface PresenceConnection {
  send(message: JsonObject): void
  /** The user behind an `Authorization` value; `undefined` when it isn't good for reading. */
  identify(authorization: string): string | undefined
}

/** One connection in the room. */
export interface PresenceMember {
  receive(text: string): void
  leave(): void
}

/** The error codes of the bifur protocol. */
const UNAUTHORIZED = 4001
const INVALID_REQUEST = -32600
const METHOD_NOT_FOUND = -32601
const INVALID_PARAMS = -32602
const PARSE_ERROR = -32700

class ProtocolError extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

interface Member {
  connection: PresenceConnection
  subscriptions: Set<string>
  sessions: Set<string>
  userId?: string
}

/** Creates an empty room. */
export function createPresenceRoom(): PresenceRoom {
  const members = new Set<Member>()

  const broadcast = (event: JsonObject): void => {
    for (const {connection, subscriptions} of members) {
      for (const subscription of subscriptions) {
        connection.send({
          jsonrpc: '2.0',
          method: 'presence_subscription',
          params: {subscription, result: event},
        })
      }
    }
  }

  return {
    join(connection) {
      const member: Member = {connection, subscriptions: new Set(), sessions: new Set()}
      members.add(member)
      return {
        receive(text) {
          let id: Json = null
          try {
            const message = parseMessage(text)
            id = message.id
            const result = call(member, message.method, message.params, broadcast)
            connection.send({jsonrpc: '2.0', id, result})
          } catch (error) {
            if (!(error instanceof ProtocolError)) throw error
            const {code, message} = error
            connection.send({jsonrpc: '2.0', id, error: {code, message}})
          }
        },
        leave() {
          members.delete(member)
          const {userId, sessions} = member
          if (userId === undefined) return
          for (const session of sessions) broadcast(disconnected(userId, session))
        },
      }
    },
  }
}

const disconnected = (userId: string, session: string): JsonObject => ({
  type: 'disconnect',
  i: userId,
  m: {session},
})

function call(
  member: Member,
  method: string,
  params: JsonObject,
  broadcast: (event: JsonObject) => void,
): Json {
  if (method === 'authorization') {
    member.userId = member.connection.identify(text(params.authorization))
    if (member.userId === undefined) throw new ProtocolError(UNAUTHORIZED, 'Unknown token')
    return 'ok'
  }
  const {userId} = member
  if (userId === undefined) throw new ProtocolError(UNAUTHORIZED, 'Authorize first')
  switch (method) {
    case 'presence_subscribe': {
      const subscription = randomUUID()
      member.subscriptions.add(subscription)
      return subscription
    }
    case 'presence_unsubscribe':
      return member.subscriptions.delete(text(params.subscriptionId))
    case 'presence_rollcall':
      broadcast({type: 'rollCall', i: userId, session: text(params.session)})
      return 'ok'
    case 'presence_announce': {
      const {sessionId, locations} = objectIn(params.data)
      member.sessions.add(text(sessionId))
      broadcast({type: 'state', i: userId, m: {sessionId: text(sessionId), locations: locations ?? []}})
      return 'ok'
    }
    case 'presence_disconnect':
      member.sessions.delete(text(params.session))
      broadcast(disconnected(userId, text(params.session)))
      return 'ok'
    default:
      throw new ProtocolError(METHOD_NOT_FOUND, `There is no method "${method}"`)
  }
}

function parseMessage(message: string): {id: Json; method: string; params: JsonObject} {
  let parsed: Json
  try {
    parsed = JSON.parse(message) as Json
  } catch {
    throw new ProtocolError(PARSE_ERROR, 'The message is not JSON')
  }
  const {id, method, params} = objectIn(parsed)
  if (typeof method !== 'string') throw new ProtocolError(INVALID_REQUEST, 'A "method" is required')
  return {id: id ?? null, method, params: params === undefined ? {} : objectIn(params)}
}

function objectIn(value: Json | undefined): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new ProtocolError(INVALID_PARAMS, 'An object is expected')
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value
  throw new ProtocolError(INVALID_PARAMS, 'A string is expected')
}
