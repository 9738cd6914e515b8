import {Hono} from 'hono'
import {demand, type Role, type User} from '../access/roles.ts'
import type {JsonObject} from '../model/document.ts'
import {platformError} from '../model/errors.ts'
import {isJsonObject, readJson} from './body.ts'
import {idsIn} from './parameters.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

const TITLES: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  editor: 'Editor',
  viewer: 'Viewer',
}

/** A role as the service describes it. */
export const describeRole = (role: Role): JsonObject => ({
  name: role,
  title: TITLES[role],
  description: `${TITLES[role]} of this lake`,
})

/** The author of what the lake does by itself. */
const SYSTEM_USER: JsonObject = {id: '<system>', displayName: 'System', imageUrl: null}

const describeUser = ({id, name, email}: User): JsonObject => ({
  id,
  sanityUserId: id,
  displayName: name,
  email,
  imageUrl: null,
  isCurrentUser: false,
})

/** Who the caller is, who others are, and what the Studio keeps for each person. */
export function userRoutes({access, lake}: Services): Hono<LakeEnv> {
  const userIdOf = (c: LakeContext): string => {
    const {user} = c.var.identity
    if (user === undefined) throw platformError(401, 'Unauthorized: a token is required')
    return user.id
  }

  return new Hono<LakeEnv>()
    .get('/users/me', (c) => {
      const {user} = c.var.identity
      if (user === undefined) return Response.json({})
      const {id, name, email, role} = user
      return Response.json({
        id,
        name,
        email,
        profileImage: null,
        role,
        roles: [describeRole(role)],
        provider: 'lake',
      })
    })
    .get('/users/me/keyvalue/:keys', (c) => {
      const userId = userIdOf(c)
      const kept = lake.keyValues.get(userId, idsIn(c.req.param('keys')))
      return Response.json(kept)
    })
    .put('/users/me/keyvalue', async (c) => {
      const userId = userIdOf(c)
      const pairs = await readJson(c.req.raw)
      if (!Array.isArray(pairs)) throw platformError(400, 'A list of {key, value} is expected')
      const kept = pairs.map((pair) => {
        if (!isJsonObject(pair) || typeof pair.key !== 'string') {
          throw platformError(400, 'Every item needs a "key" and a "value"')
        }
        return {key: pair.key, value: pair.value ?? null}
      })
      lake.keyValues.set(userId, kept)
      return Response.json(kept)
    })
    .get('/users/:ids', (c) => {
      demand(c.var.identity, 'read')
      const known = idsIn(c.req.param('ids')).map((id) => {
        const user = access.user(id)
        if (user !== undefined) return {...describeUser(user), isCurrentUser: user.id === userIdOf(c)}
        return id === SYSTEM_USER.id ? SYSTEM_USER : null
      })
      return Response.json(known.length === 1 ? known[0] : known)
    })
}
