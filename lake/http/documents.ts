import {Hono} from 'hono'
import {may, type Identity} from '../access/roles.ts'
import {sees} from '../access/visibility.ts'
import {withCurrentAssetUrl} from '../assets/index.ts'
import type {Dataset} from '../dataset/index.ts'
import type {StoredDocument} from '../model/document.ts'
import {platformError} from '../model/errors.ts'
import {publishedIdOf} from '../model/ids.ts'
import {datasetOf, datasetPaths} from './dataset.ts'
import {ndjson} from './ndjson.ts'
import {flag, idsIn} from './parameters.ts'
import type {LakeEnv, Services} from './services.ts'

interface Omitted {
  id: string
  reason: 'existence' | 'permission'
}

/** Documents by id, and all documents as NDJSON. */
export function documentRoutes(services: Services): Hono<LakeEnv> {
  return new Hono<LakeEnv>()
    .on('GET', datasetPaths('doc', '/:ids'), (c) => {
      const dataset = datasetOf(c, services)
      const options = new URL(c.req.url).searchParams
      const asked = idsIn(c.req.param('ids') ?? '')
      if (asked.length === 0) throw platformError(400, 'At least one document id is required')
      const allVersions = flag(options, 'includeAllVersions') && may(c.var.identity, 'read')
      const ids = allVersions ? asked.flatMap((id) => groupIds(dataset, id)) : asked

      const {documents, omitted} = find(dataset, ids, c.var.identity)
      if (flag(options, 'excludeContent')) return Response.json({documents: [], omitted})
      const current = documents.map((document) => withCurrentAssetUrl(document, services.origin()))
      return Response.json({documents: current, omitted})
    })
    .on('GET', datasetPaths('export'), (c) => {
      const dataset = datasetOf(c, services)
      const types = new URL(c.req.url).searchParams.getAll('types').flatMap(idsIn)
      const wanted = [...dataset.documents.values()].filter(
        ({_id, _type}) => sees(c.var.identity, _id) && (types.length === 0 || types.includes(_type)),
      )
      return ndjson(wanted.map((document) => withCurrentAssetUrl(document, services.origin())))
    })
}

/** The documents of the group that `id` belongs to, or `id` itself when there are none. */
function groupIds(dataset: Dataset, id: string): string[] {
  const publishedId = publishedIdOf(id)
  const group = [publishedId, ...dataset.variantsOf(publishedId)].filter((other) =>
    dataset.documents.has(other),
  )
  return group.length > 0 ? group : [id]
}

function find(dataset: Dataset, ids: readonly string[], identity: Identity) {
  const documents: StoredDocument[] = []
  const omitted: Omitted[] = []
  for (const id of new Set(ids)) {
    const document = dataset.documents.get(id)
    // Without a token a hidden id is refused whether or not it exists, so that nothing can be told.
    if (!sees(identity, id)) omitted.push({id, reason: 'permission'})
    else if (document === undefined) omitted.push({id, reason: 'existence'})
    else documents.push(document)
  }
  return {documents, omitted}
}
