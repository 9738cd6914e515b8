import {Hono} from 'hono'
import {may, userIdOf} from '../access/roles.ts'
import {withCurrentAssetUrls} from '../assets/index.ts'
import type {Json, JsonObject} from '../model/document.ts'
import {dataError} from '../model/errors.ts'
import type {SourceMapMode} from '../query/index.ts'
import {isJsonObject, readJsonObject} from './body.ts'
import {datasetOf, datasetPaths} from './dataset.ts'
import {flag, groqParameters, perspectiveOf} from './parameters.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

/** GET and POST query: GROQ in, JSON out. */
export function queryRoutes(services: Services): Hono<LakeEnv> {
  const answer = async (c: LakeContext, query: Json | undefined, params: JsonObject): Promise<Response> => {
    if (typeof query !== 'string' || query.trim() === '') {
      throw dataError(400, 'invalidParameterError', 'A "query" is required')
    }
    const dataset = datasetOf(c, services)
    const options = new URL(c.req.url).searchParams
    const request = {
      query,
      params,
      perspective: perspectiveOf(options, c.var.apiVersion),
      identity: userIdOf(c.var.identity),
      publicOnly: !may(c.var.identity, 'read'),
      ...sourceMapOf(options),
    }
    if (flag(options, 'explain')) return c.text(dataset.engine.explain(request))
    const found = await dataset.query(request)
    const echo = flag(options, 'returnQuery', true) ? `"query":${JSON.stringify(query)},` : ''
    const text = `{${echo}${found.slice(1)}`
    const current = withCurrentAssetUrls(text, services.origin())
    return new Response(current, {headers: {'content-type': 'application/json'}})
  }

  return new Hono<LakeEnv>()
    .on('GET', datasetPaths('query'), (c) => {
      const parameters = new URL(c.req.url).searchParams
      return answer(c, parameters.get('query') ?? undefined, groqParameters(parameters))
    })
    .on('POST', datasetPaths('query'), async (c) => {
      const {query, params} = await readJsonObject(c.req.raw)
      return answer(c, query, isJsonObject(params) ? params : {})
    })
}

/** `resultSourceMap`: with indexes, or with the keys of list items. */
function sourceMapOf(options: URLSearchParams): {sourceMap?: SourceMapMode} {
  switch (options.get('resultSourceMap')) {
    case 'withKeyArraySelector':
      return {sourceMap: 'key'}
    case 'true':
      return {sourceMap: 'index'}
    case 'false':
    case null:
      return {}
    default:
      throw dataError(
        400,
        'invalidParameterError',
        '"resultSourceMap" must be "true", "false" or "withKeyArraySelector"',
      )
  }
}
