import {Hono} from 'hono'
import {demand, isRole, type Role, type User} from '../access/roles.ts'
import type {JsonObject} from '../model/document.ts'
import {platformError} from '../model/errors.ts'
import {isJsonObject, readJsonObject} from './body.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'
import {describeRole} from './users.ts'

const ROLES: readonly Role[] = ['administrator', 'editor', 'viewer']

/** Tokens of scripts, which the service calls robots: made, listed, replaced and revoked. */
export function tokenRoutes({access, streams}: Services): Hono<LakeEnv> {
  const describe = ({id, name, role}: User, project: string): JsonObject => ({
    id,
    label: name,
    memberships: [{resourceType: 'project', resourceId: project, roleNames: [role]}],
  })
  const robotOf = (c: LakeContext): User => {
    const robot = access.robots().find(({id}) => id === c.req.param('robot'))
    if (robot === undefined) throw platformError(404, 'Token not found')
    return robot
  }

  return new Hono<LakeEnv>()
    .get('/access/project/:project/roles', (c) => {
      demand(c.var.identity, 'read')
      const data = ROLES.map((role) => ({...describeRole(role), appliesToUsers: true, appliesToRobots: true}))
      return Response.json({data, nextCursor: null, totalCount: data.length})
    })
    .get('/access/project/:project/robots', (c) => {
      demand(c.var.identity, 'manage')
      const project = c.req.param('project')
      const data = access.robots().map((robot) => describe(robot, project))
      return Response.json({data, nextCursor: null, totalCount: data.length})
    })
    .post('/access/project/:project/robots', async (c) => {
      demand(c.var.identity, 'manage')
      const {label, memberships, expiresAt} = await readJsonObject(c.req.raw)
      if (typeof label !== 'string' || label.trim() === '') throw platformError(400, 'A "label" is required')
      if (expiresAt !== undefined && expiresAt !== null) {
        throw platformError(400, 'Tokens of a lake do not expire by themselves: delete them instead')
      }
      const [membership] = Array.isArray(memberships) ? memberships : []
      const roleNames = isJsonObject(membership) ? membership.roleNames : undefined
      const [role] = Array.isArray(roleNames) ? roleNames : []
      if (typeof role !== 'string' || !isRole(role)) {
        throw platformError(400, `The role must be one of ${ROLES.join(', ')}`)
      }
      const {user, token} = access.createRobot(label.trim(), role)
      return Response.json({...describe(user, c.req.param('project')), token}, NOT_KEPT)
    })
    .delete('/access/project/:project/robots/:robot', (c) => {
      demand(c.var.identity, 'manage')
      const {id} = robotOf(c)
      access.removeRobot(id)
      streams.disconnect(({userId}) => userId === id, REVOKED)
      return new Response(null, {status: 204})
    })
    .post('/access/robots/me/rotate', (c) => {
      const token = access.rotate(c.var.identity)
      const {identity} = c.var
      if (token === undefined || identity.user === undefined) {
        throw platformError(403, 'This is no token of a script')
      }
      streams.disconnect((owner) => owner.token === identity.token, REVOKED)
      return Response.json({...describe(identity.user, c.var.project), token}, NOT_KEPT)
    })
}

const REVOKED = 'The token was revoked'

const NOT_KEPT = {headers: {'cache-control': 'no-store'}}
