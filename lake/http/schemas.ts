import {Hono} from 'hono'
import {demand, userIdOf} from '../access/roles.ts'
import type {Dataset} from '../dataset/index.ts'
import type {Json, JsonObject, StoredDocument} from '../model/document.ts'
import {platformError} from '../model/errors.ts'
import {isDocumentId} from '../model/ids.ts'
import {isJsonObject, readJsonObject} from './body.ts'
import {datasetOf} from './dataset.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

const SCHEMA_TYPE = 'system.schema'
const ID_PREFIX = '_.schemas.'

/** The schemas that Studios deploy: system documents of their dataset, one for each workspace and tag. */
export function schemaRoutes(services: Services): Hono<LakeEnv> {
  const path = '/projects/:project/datasets/:dataset/schemas'
  const named = (c: LakeContext): string => c.req.param('schema') ?? ''

  return new Hono<LakeEnv>()
    .get(path, (c) => {
      demand(c.var.identity, 'read')
      return Response.json(schemasOf(datasetOf(c, services)))
    })
    .get(`${path}/:schema`, (c) => {
      demand(c.var.identity, 'read')
      return Response.json(schemasOf(datasetOf(c, services)).filter(({_id}) => _id === named(c)))
    })
    .put(path, async (c) => {
      demand(c.var.identity, 'write')
      const {schemas} = await readJsonObject(c.req.raw)
      if (!Array.isArray(schemas)) throw platformError(400, '"schemas" must be an array')
      const mutations = schemas.map((sent) => ({createOrReplace: schemaDocument(sent)}))
      await datasetOf(c, services).mutate({mutations}, userIdOf(c.var.identity))
      return Response.json({schemas: mutations.map(({createOrReplace: {_id}}) => ({_id}))})
    })
    .delete(`${path}/:schema`, async (c) => {
      demand(c.var.identity, 'write')
      const dataset = datasetOf(c, services)
      const deleted = schemasOf(dataset).some(({_id}) => _id === named(c))
      if (deleted) await dataset.mutate({mutations: [{delete: {id: named(c)}}]}, userIdOf(c.var.identity))
      return Response.json({deleted})
    })
}

const schemasOf = ({documents}: Dataset): StoredDocument[] =>
  [...documents.values()].filter(({_id, _type}) => _type === SCHEMA_TYPE && _id.startsWith(ID_PREFIX))

function schemaDocument(sent: Json): JsonObject {
  const {workspace, schema, tag, version} = isJsonObject(sent) ? sent : {}
  const name = isJsonObject(workspace) ? workspace.name : undefined
  if (typeof name !== 'string' || schema === undefined) {
    throw platformError(400, 'A schema needs a "workspace" with a name and a "schema"')
  }
  const _id = `${ID_PREFIX}${name}${typeof tag === 'string' ? `.tag.${tag}` : ''}`
  if (!isDocumentId(_id)) throw platformError(400, 'The workspace name or the tag is not allowed in an id')
  return {
    _id,
    _type: SCHEMA_TYPE,
    workspace: workspace ?? null,
    // As text, like the service: a schema has more attributes than a document may.
    schema: JSON.stringify(schema),
    ...(tag === undefined ? {} : {tag}),
    ...(version === undefined ? {} : {version}),
  }
}
