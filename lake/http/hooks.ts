import {Hono} from 'hono'
import {z} from 'zod'
import {demand} from '../access/roles.ts'
import {generateId} from '../dataset/index.ts'
import type {JsonObject} from '../model/document.ts'
import {platformError} from '../model/errors.ts'
import {createQueryEngine} from '../query/index.ts'
import {ALL_DATASETS, type Webhook} from '../webhooks/webhook.ts'
import {readJsonObject} from './body.ts'
import {datasetNotFound} from './dataset.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

const PATH = '/hooks/projects/:project'

/** Rules are checked by an engine without documents: they are the same for every dataset. */
const engine = createQueryEngine([], {projectId: '', dataset: ''})

const HOOK = z.object({
  name: z.string().min(1),
  description: z.string().nullish(),
  url: z.url({protocol: /^https?$/}),
  dataset: z.string(),
  httpMethod: z.enum(['POST', 'PUT', 'PATCH', 'DELETE', 'GET']).default('POST'),
  headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\x20-\x7e]*$/)).default({}),
  includeDrafts: z.boolean().default(false),
  includeAllVersions: z.boolean().default(false),
  isDisabled: z.boolean().default(false),
  secret: z.string().nullish(),
  rule: z
    .object({
      on: z.array(z.enum(['create', 'update', 'delete'])).default(['create', 'update', 'delete']),
      filter: z.string().nullish(),
      projection: z.string().nullish(),
    })
    .prefault({}),
})

/** Webhooks on documents: made, changed, listed and deleted, with what was sent and what came of it. */
export function hookRoutes({lake, webhooks}: Services): Hono<LakeEnv> {
  const hookOf = (c: LakeContext): Webhook => {
    demand(c.var.identity, 'manage')
    const hook = webhooks.list(c.var.project).find(({id}) => id === c.req.param('hook'))
    if (hook === undefined) throw platformError(404, 'Webhook not found')
    return hook
  }

  const hookFrom = (project: string, sent: JsonObject, known?: Webhook): Webhook => {
    const parsed = HOOK.safeParse({...known, ...sent})
    if (!parsed.success) throw platformError(400, z.prettifyError(parsed.error))
    const {dataset: name, rule, description = null, secret = null, ...rest} = parsed.data
    if (name !== ALL_DATASETS && lake.dataset(project, name) === undefined) {
      throw datasetNotFound(project, name)
    }
    const {on, filter = null, projection = null} = rule
    engine.rule(filter, projection)
    return {
      ...rest,
      id: known?.id ?? generateId(),
      type: 'document',
      projectId: project,
      dataset: name,
      description,
      secret,
      rule: {on, filter, projection},
      createdAt: known?.createdAt ?? new Date().toISOString(),
    }
  }

  return new Hono<LakeEnv>()
    .get(PATH, (c) => {
      demand(c.var.identity, 'manage')
      return Response.json(webhooks.list(c.var.project).map(shown))
    })
    .post(PATH, async (c) => {
      demand(c.var.identity, 'manage')
      const hook = hookFrom(c.var.project, await readJsonObject(c.req.raw))
      webhooks.save(hook)
      return Response.json(shown(hook), {status: 201})
    })
    .get(`${PATH}/attempts/:attempt`, (c) => {
      demand(c.var.identity, 'manage')
      const attempts = webhooks.list(c.var.project).flatMap(({id}) => webhooks.attempts(id))
      const attempt = attempts.find(({id}) => id === c.req.param('attempt'))
      if (attempt === undefined) throw platformError(404, 'Attempt not found')
      return Response.json(attempt)
    })
    .get(`${PATH}/:hook`, (c) => Response.json(shown(hookOf(c))))
    .patch(`${PATH}/:hook`, async (c) => {
      const known = hookOf(c)
      const hook = hookFrom(c.var.project, await readJsonObject(c.req.raw), known)
      webhooks.save(hook)
      return Response.json(shown(hook))
    })
    .delete(`${PATH}/:hook`, (c) => {
      webhooks.remove(c.var.project, hookOf(c).id)
      return new Response(null, {status: 204})
    })
    .get(`${PATH}/:hook/messages`, (c) => Response.json(webhooks.messages(hookOf(c).id)))
    .get(`${PATH}/:hook/attempts`, (c) => Response.json(webhooks.attempts(hookOf(c).id)))
}

/** A webhook without its secret. */
const shown = ({secret, ...hook}: Webhook) => ({...hook, hasSecret: secret !== null})
