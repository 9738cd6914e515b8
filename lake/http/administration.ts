import {Hono} from 'hono'
import {demand} from '../access/roles.ts'
import {platformError} from '../model/errors.ts'
import {type Lake, generateId} from '../dataset/index.ts'
import type {CorsOrigin} from '../store/index.ts'
import {readJsonObject} from './body.ts'
import type {LakeEnv, Services} from './services.ts'

/** What the command line manages around datasets: origins, and what a lake of one's own has none of. */
export function administrationRoutes({lake}: Services): Hono<LakeEnv> {
  return new Hono<LakeEnv>()
    .get('/projects/:project/cors', (c) => {
      demand(c.var.identity, 'read')
      return Response.json(lake.records.list(c.var.project, 'cors'))
    })
    .post('/projects/:project/cors', async (c) => {
      demand(c.var.identity, 'manage')
      const {origin, allowCredentials} = await readJsonObject(c.req.raw)
      if (typeof origin !== 'string' || !ORIGIN.test(origin)) {
        throw platformError(400, '"origin" must be an origin such as https://example.org')
      }
      const known = lake.records.list(c.var.project, 'cors')
      if (known.some((other) => other.origin === origin)) {
        throw platformError(409, `Origin "${origin}" is on the list already`)
      }
      const record: CorsOrigin = {
        id: generateId(),
        origin,
        allowCredentials: allowCredentials === true,
        createdAt: new Date().toISOString(),
        projectId: c.var.project,
      }
      lake.records.save(c.var.project, 'cors', record.id, record)
      return Response.json(record, {status: 201})
    })
    .delete('/projects/:project/cors/:id', (c) => {
      demand(c.var.identity, 'manage')
      if (!lake.records.remove(c.var.project, 'cors', c.req.param('id'))) {
        throw platformError(404, 'Origin not found')
      }
      return new Response(null, {status: 204})
    })
    .get('/invitations/project/:project', (c) => {
      demand(c.var.identity, 'read')
      return Response.json([])
    })
    .post('/invitations/project/:project', (c) => {
      demand(c.var.identity, 'manage')
      throw platformError(400, 'A lake has no accounts to invite: make a token with "sanity tokens create"')
    })
}

/** The origins that the projects of a lake have put on their lists: a lake has one door for all. */
export const corsOrigins = ({records}: Lake): CorsOrigin[] =>
  records.projectsWith('cors').flatMap((project) => records.list(project, 'cors'))

/** An origin, in which `*` may stand for a part of the host name; or `*` alone. */
const ORIGIN = /^(\*|[a-z][a-z0-9+.-]*:\/\/[^/\s?#]+)$/i
