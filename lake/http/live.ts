import {Hono} from 'hono'
import {demand} from '../access/roles.ts'
import {platformError} from '../model/errors.ts'
import {followLive} from '../stream/live.ts'
import {datasetOf, streamOwner} from './dataset.ts'
import {flag} from './parameters.ts'
import type {LakeEnv, Services} from './services.ts'

/** The first API version with live events. */
const AVAILABLE_SINCE = '2021-03-25'

/** Live events: the sync tags of what changed, for frontends that stay up to date. */
export function liveRoutes(services: Services): Hono<LakeEnv> {
  const paths = ['/data/live/events/:dataset', '/projects/:project/datasets/:dataset/live/events']
  return new Hono<LakeEnv>().on('GET', paths, (c) => {
    const version = c.var.apiVersion.replace(/^v/, '')
    if (version !== 'X' && version < AVAILABLE_SINCE) {
      throw platformError(400, `Live events need API version ${AVAILABLE_SINCE} or later`)
    }
    const query = new URL(c.req.url).searchParams
    const drafts = flag(query, 'includeDrafts') || flag(query, 'includeAllDocuments')
    if (drafts) demand(c.var.identity, 'read')
    const dataset = datasetOf(c, services)
    const stream = services.streams.open(streamOwner(c, dataset))
    followLive(dataset, stream, {drafts, lastEventId: c.req.header('last-event-id')})
    return stream.response
  })
}
