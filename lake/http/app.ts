import {Hono} from 'hono'
import {platformError} from '../model/errors.ts'
import {administrationRoutes} from './administration.ts'
import {aliasRoutes} from './aliases.ts'
import {backupRoutes} from './backups.ts'
import {copyRoutes} from './copies.ts'
import {datasetRoutes} from './datasets.ts'
import {projectIn} from './dataset.ts'
import {documentRoutes} from './documents.ts'
import {errorResponse} from './errors.ts'
import {corsCheck, guard} from './guard.ts'
import {healthRoutes} from './health.ts'
import {historyRoutes} from './history.ts'
import {hookRoutes} from './hooks.ts'
import {listenRoutes} from './listen.ts'
import {liveRoutes} from './live.ts'
import {platformRoutes} from './platform.ts'
import {queryRoutes} from './query.ts'
import {RememberingRouter} from './rememberingRouter.ts'
import {schemaRoutes} from './schemas.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'
import {authRoutes, devLoginRoute} from './signIn.ts'
import {serveStudio} from './studio.ts'
import {tokenRoutes} from './tokens.ts'
import {uploadRoutes} from './uploads.ts'
import {userRoutes} from './users.ts'
import {writeRoutes} from './write.ts'

/** Composes the lake's HTTP face: every endpoint under any version, then the Studio's files. */
export function createApp(services: Services): Hono<LakeEnv> {
  const app = new Hono<LakeEnv>({getPath, router: new RememberingRouter()})
  app.onError((error) => errorResponse(error, services.report))
  app.use(guard(services))
  app.route('/', healthRoutes(services))
  app.route('/', devLoginRoute(services))
  app.route('/', services.assets.delivery)
  app.route('/:version{v[0-9X][0-9-]*}', apiRoutes(services))
  app.notFound((c) => notFound(c, services))
  return app
}

function apiRoutes(services: Services): Hono<LakeEnv> {
  const api = new Hono<LakeEnv>()
  api.use(async (c, next) => {
    c.set('apiVersion', c.req.param('version') ?? 'v1')
    c.set('project', projectOf(c, services.defaultProject))
    c.set('identity', services.access.identify(c.req.header('authorization')))
    await next()
    c.res.headers.set('x-content-type-options', 'nosniff')
  })
  api.get('/check/cors', () => corsCheck(true))
  api.route('/', authRoutes(services))
  api.route('/', queryRoutes(services))
  api.route('/', documentRoutes(services))
  api.route('/', writeRoutes(services))
  api.route('/', listenRoutes(services))
  api.route('/', liveRoutes(services))
  api.route('/', historyRoutes(services))
  api.route('/', userRoutes(services))
  api.route('/', tokenRoutes(services))
  api.route('/', copyRoutes(services))
  api.route('/', backupRoutes(services))
  api.route('/', aliasRoutes(services))
  api.route('/', schemaRoutes(services))
  api.route('/', hookRoutes(services))
  api.route('/', administrationRoutes(services))
  api.route('/', platformRoutes(services))
  api.route('/', datasetRoutes(services))
  api.route('/', uploadRoutes(services))
  return api
}

/** `@sanity/migrate` puts two slashes before the version. */
const getPath = (request: Request): string => new URL(request.url).pathname.replace(/^\/+/, '/')

/** The project by path, header, host or default, in this order. */
function projectOf(c: LakeContext, defaultProject: string): string {
  const path = /^\/+[^/]+\/projects\/([^/]+)/.exec(c.req.path)?.[1]
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return projectIn({path, header: c.req.header('x-sanity-project-id'), host}, defaultProject)
}

async function notFound(c: LakeContext, services: Services): Promise<Response> {
  const {ledger, studioDir, studioSettings, report} = services
  const isApi = /^\/v[\dX]/.test(c.req.path)
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  // A Studio that another process serves reads them too.
  if (reads && c.req.path === '/studio-settings.json') return Response.json(studioSettings())
  if (!isApi && reads && studioDir !== undefined) {
    // A missing file is no endpoint that is missing.
    return serveStudio(studioDir, c.req.raw).catch((error: unknown) => errorResponse(error, report))
  }
  ledger.record(c.req.method, c.req.path)
  return errorResponse(platformError(404, `Unknown endpoint: ${c.req.method} ${c.req.path}`), report)
}
