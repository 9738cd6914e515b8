import {Hono} from 'hono'
import {type AskedQuery, askedQuery, queryInAddress, requestOf, shownText} from './askedQuery.ts'
import {isJsonObject, readJsonObject} from './body.ts'
import {datasetOf, datasetPaths} from './dataset.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

/** GET and POST query: GROQ in, JSON out. */
export function queryRoutes(services: Services): Hono<LakeEnv> {
  const answer = async (c: LakeContext, asked: AskedQuery): Promise<Response> => {
    const dataset = datasetOf(c, services)
    const request = requestOf(asked, c.var.identity)
    if (asked.explain) return c.text(dataset.engine.explain(request))
    const text = shownText(asked, await dataset.query(request), services.origin())
    return new Response(text, {headers: {'content-type': 'application/json'}})
  }

  return new Hono<LakeEnv>()
    .on('GET', datasetPaths('query'), (c) =>
      answer(c, queryInAddress(new URL(c.req.url).searchParams, c.var.apiVersion)),
    )
    .on('POST', datasetPaths('query'), async (c) => {
      const {query, params} = await readJsonObject(c.req.raw)
      const given = {query, params: isJsonObject(params) ? params : {}}
      return answer(c, askedQuery(given, new URL(c.req.url).searchParams, c.var.apiVersion))
    })
}
