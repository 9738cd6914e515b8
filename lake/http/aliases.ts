import {Hono} from 'hono'
import {demand} from '../access/roles.ts'
import type {Alias} from '../store/index.ts'
import {platformError} from '../model/errors.ts'
import {readJsonObject} from './body.ts'
import {datasetNotFound, isDatasetName} from './dataset.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

/** Aliases of datasets: list, create, link to another dataset, unlink, delete. */
export function aliasRoutes({lake}: Services): Hono<LakeEnv> {
  const named = (c: LakeContext): string => {
    demand(c.var.identity, 'manage')
    const name = (c.req.param('alias') ?? '').replace(/^~/, '')
    if (!isDatasetName(name)) throw platformError(400, 'Invalid alias name')
    return name
  }
  const demandAlias = (c: LakeContext, name: string): Alias => {
    const alias = lake.records.find(c.var.project, 'alias', name)
    if (alias === undefined) throw platformError(404, `Alias "~${name}" not found`)
    return alias
  }
  const save = (c: LakeContext, name: string, datasetName: string | null): Response => {
    const {project} = c.var
    if (datasetName !== null && lake.dataset(project, datasetName) === undefined) {
      throw datasetNotFound(project, datasetName)
    }
    lake.records.save(project, 'alias', name, {name, datasetName})
    return Response.json({aliasName: name, datasetName})
  }
  const targetIn = async (c: LakeContext): Promise<string | null> => {
    const empty = c.req.raw.body === null || c.req.header('content-length') === '0'
    const {datasetName = null} = empty ? {} : await readJsonObject(c.req.raw)
    if (datasetName !== null && typeof datasetName !== 'string') {
      throw platformError(400, '"datasetName" must be the name of a dataset')
    }
    return datasetName
  }

  return new Hono<LakeEnv>()
    .get('/aliases', (c) => {
      demand(c.var.identity, 'read')
      return Response.json(lake.records.list(c.var.project, 'alias'))
    })
    .put('/aliases/:alias', async (c) => {
      const name = named(c)
      if (lake.records.find(c.var.project, 'alias', name)) {
        throw platformError(409, `Alias "~${name}" already exists`)
      }
      return save(c, name, await targetIn(c))
    })
    .patch('/aliases/:alias', async (c) => {
      const name = named(c)
      demandAlias(c, name)
      return save(c, name, await targetIn(c))
    })
    .patch('/aliases/:alias/unlink', (c) => {
      const name = named(c)
      demandAlias(c, name)
      return save(c, name, null)
    })
    .delete('/aliases/:alias', (c) => {
      const name = named(c)
      demandAlias(c, name)
      lake.records.remove(c.var.project, 'alias', name)
      return Response.json({deleted: true})
    })
}
