import {Hono} from 'hono'
import {demand} from '../access/roles.ts'
import type {AclMode} from '../access/visibility.ts'
import type {DatasetRecord} from '../dataset/index.ts'
import type {Json, JsonObject} from '../model/document.ts'
import {platformError} from '../model/errors.ts'
import {readJsonObject} from './body.ts'
import {datasetNotFound, datasetOf, isDatasetName} from './dataset.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

/** Where comments and tasks on the documents of a dataset are kept. */
const COMMENTS_SUFFIX = '-comments'

/** Datasets of a project: list, create, set visibility, delete; and the add-on dataset for comments. */
export function datasetRoutes(services: Services): Hono<LakeEnv> {
  const {lake} = services
  const named = (c: LakeContext): string => {
    const name = c.req.param('dataset') ?? ''
    if (!isDatasetName(name)) throw platformError(400, 'Invalid dataset name')
    return name
  }
  const forms = (rest: string): string[] => [`/datasets${rest}`, `/projects/:project/datasets${rest}`]

  return new Hono<LakeEnv>()
    .on('GET', forms(''), (c) => {
      demand(c.var.identity, 'read')
      const {project} = c.var
      const all = lake.listDatasets(project).map(describeDataset)
      const addonFor = c.req.query('addonFor')
      if (c.req.query('datasetProfile') === 'comments') {
        return Response.json(all.filter(({name}) => name === `${addonFor}${COMMENTS_SUFFIX}`))
      }
      return Response.json(all)
    })
    .on('PUT', forms('/:dataset'), async (c) => {
      demand(c.var.identity, 'manage')
      const name = named(c)
      const {project} = c.var
      if (lake.dataset(project, name)) throw platformError(409, `Dataset "${name}" already exists`)
      const aclMode = await aclModeIn(c.req.raw)
      lake.createDataset(project, name, {aclMode, createdBy: c.var.identity.user?.id})
      return Response.json({datasetName: name, aclMode})
    })
    .on('PATCH', forms('/:dataset'), async (c) => {
      demand(c.var.identity, 'manage')
      const name = named(c)
      if (!lake.dataset(c.var.project, name)) throw datasetNotFound(c.var.project, name)
      const aclMode = await aclModeIn(c.req.raw)
      const {project} = c.var
      lake.setAclMode(project, name, aclMode)
      if (aclMode === 'private') {
        services.streams.disconnect(
          (owner) => owner.project === project && owner.dataset === name && owner.userId === undefined,
          `Dataset "${name}" is private now`,
        )
      }
      return Response.json({datasetName: name, aclMode})
    })
    .on('DELETE', forms('/:dataset'), (c) => {
      demand(c.var.identity, 'manage')
      const name = named(c)
      if (!lake.dataset(c.var.project, name)) throw datasetNotFound(c.var.project, name)
      const {project} = c.var
      lake.deleteDataset(project, name)
      services.streams.disconnect(
        (owner) => owner.project === project && owner.dataset === name,
        `Dataset "${name}" was deleted`,
      )
      return Response.json({deleted: true})
    })
    .post('/comments/:dataset/setup', (c) => {
      demand(c.var.identity, 'write')
      datasetOf(c, services)
      const datasetName = named(c) + COMMENTS_SUFFIX
      if (!lake.dataset(c.var.project, datasetName)) {
        lake.createDataset(c.var.project, datasetName, {aclMode: 'private'})
      }
      return Response.json({datasetName})
    })
}

function describeDataset({name, aclMode, createdAt, createdBy}: DatasetRecord) {
  const isAddon = name.endsWith(COMMENTS_SUFFIX)
  return {
    name,
    aclMode,
    createdAt,
    createdByUserId: createdBy ?? '<system>',
    tags: [],
    datasetProfile: isAddon ? 'comments' : 'content',
    addonFor: isAddon ? name.slice(0, -COMMENTS_SUFFIX.length) : null,
  }
}

async function aclModeIn(request: Request): Promise<AclMode> {
  const text = request.headers.get('content-length') === '0' || request.body === null
  const body: JsonObject = text ? {} : await readJsonObject(request)
  return aclMode(body.aclMode)
}

function aclMode(value: Json | undefined): AclMode {
  if (value === undefined || value === null || value === 'public') return 'public'
  if (value === 'private' || value === 'custom') return 'private'
  throw platformError(400, '"aclMode" must be "public" or "private"')
}
