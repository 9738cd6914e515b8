import {Hono} from 'hono'
import {demand} from '../access/roles.ts'
import {platformError} from '../model/errors.ts'
import type {CopyJob} from '../store/index.ts'
import type {ServerEvent} from '../stream/eventStream.ts'
import {readJsonObject} from './body.ts'
import {isDatasetName} from './dataset.ts'
import {count} from './parameters.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

const DEFAULT_JOBS = 10
const MAX_JOBS = 1000

/** Copies of datasets, as jobs that take their time and can be followed. */
export function copyRoutes({lake: {copies}, streams}: Services): Hono<LakeEnv> {
  const jobOf = (c: LakeContext): CopyJob => {
    const id = c.req.param('job') ?? ''
    const job = copies.find(id)
    if (job === undefined) throw platformError(404, `Job "${id}" not found`)
    return job
  }

  return (
    new Hono<LakeEnv>()
      .on('PUT', ['/datasets/:dataset/copy', '/projects/:project/datasets/:dataset/copy'], async (c) => {
        demand(c.var.identity, 'manage')
        const {targetDataset: target, skipHistory, skipContentReleases} = await readJsonObject(c.req.raw)
        if (typeof target !== 'string' || !isDatasetName(target)) {
          throw platformError(400, 'Invalid dataset name')
        }
        const job = copies.start({
          project: c.var.project,
          source: c.req.param('dataset') ?? '',
          target,
          skipHistory: skipHistory === true,
          skipContentReleases: skipContentReleases === true,
        })
        return Response.json({jobId: job.id, datasetName: target})
      })
      .get('/projects/:project/datasets/copy', (c) => {
        demand(c.var.identity, 'read')
        const query = new URL(c.req.url).searchParams
        const offset = Number(query.get('offset') ?? 0)
        const jobs = copies.list(c.var.project).toReversed()
        return Response.json(jobs.slice(offset, offset + count(query, 'limit', DEFAULT_JOBS, MAX_JOBS)))
      })
      .get('/jobs/:job', (c) => {
        demand(c.var.identity, 'read')
        return Response.json(jobOf(c))
      })
      // The command line follows a job without a token; the id is a secret of those who began it.
      .get('/jobs/:job/listen', (c) => {
        const job = jobOf(c)
        const {project} = c.var
        const stream = streams.open({
          project,
          dataset: job.sourceDataset,
          userId: undefined,
          token: undefined,
        })
        const tell = (current: CopyJob): void => {
          if (current.state === 'running') stream.send([jobEvent(current)])
          else stream.end([jobEvent(current), ...(current.state === 'completed' ? [DONE] : [])])
        }
        stream.onClose(copies.follow(job.id, tell))
        tell(job)
        return stream.response
      })
  )
}

const DONE: ServerEvent = {name: 'done', data: {}}

const jobEvent = ({id, state, progress, message}: CopyJob): ServerEvent => ({
  name: 'job',
  data: {job_id: id, state, progress, ...(message === undefined ? {} : {message})},
})
