import {Hono} from 'hono'
import {may} from '../access/roles.ts'
import {sees} from '../access/visibility.ts'
import {LakeError} from '../model/errors.ts'
import {isDraftId, isVersionId} from '../model/ids.ts'
import {channelError, listen} from '../stream/listen.ts'
import type {ListenerOptions} from '../stream/listener.ts'
import {datasetOf, datasetPaths, streamOwner} from './dataset.ts'
import {flag, groqParameters, knowsReleases} from './parameters.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

/** Listening to the documents that a filter selects, as server-sent events. */
export function listenRoutes(services: Services): Hono<LakeEnv> {
  return new Hono<LakeEnv>().on('GET', datasetPaths('listen'), (c) => {
    const dataset = datasetOf(c, services)
    const query = new URL(c.req.url).searchParams
    const stream = services.streams.open(streamOwner(c, dataset))
    try {
      const filter = dataset.engine.filter(query.get('query') ?? '', groqParameters(query))
      const resume = flag(query, 'enableResume')
      listen(
        dataset,
        stream,
        listenerOptions(c, query, filter),
        resume ? {lastEventId: c.req.header('last-event-id')} : undefined,
      )
    } catch (error) {
      // The client has its answer only in the stream: the status stays 200.
      if (!(error instanceof LakeError)) throw error
      stream.end([channelError(error)])
    }
    return stream.response
  })
}

function listenerOptions(
  c: LakeContext,
  query: URLSearchParams,
  matches: ListenerOptions['matches'],
): ListenerOptions {
  const {identity, apiVersion} = c.var
  const reads = may(identity, 'read')
  const allVersions = flag(query, 'includeAllVersions')
  const hidesDrafts = knowsReleases(apiVersion) && !allVersions
  return {
    matches,
    sees: (id) => sees(identity, id) && !(hidesDrafts && isDraftId(id)) && !(!allVersions && isVersionId(id)),
    mayNameOthers: reads,
    includeResult: flag(query, 'includeResult', true),
    includePreviousRevision: flag(query, 'includePreviousRevision'),
    includeMutations: flag(query, 'includeMutations', true),
    includeEffects: query.get('effectFormat') === 'mendoza',
    visibility: query.get('visibility') === 'query' ? 'query' : 'transaction',
  }
}
