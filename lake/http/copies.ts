import {Hono} from 'hono'
import {demand} from '../access/roles.ts'
import {generateId} from '../dataset/index.ts'
import type {CopyJob} from '../store/index.ts'
import {platformError} from '../model/errors.ts'
import {readJsonObject} from './body.ts'
import {openEventStream} from '../stream/eventStream.ts'
import {datasetNotFound, isDatasetName} from './dataset.ts'
import {count} from './parameters.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'

const DEFAULT_JOBS = 10
const MAX_JOBS = 1000

/** Copies of datasets. A copy is done when its job is named, but clients follow the job all the same. */
export function copyRoutes({lake}: Services): Hono<LakeEnv> {
  const jobOf = (c: LakeContext): CopyJob => {
    const id = c.req.param('job') ?? ''
    for (const project of lake.records.projectsWith('job')) {
      const job = lake.records.find(project, 'job', id)
      if (job !== undefined) return job
    }
    throw platformError(404, `Job "${id}" not found`)
  }

  return (
    new Hono<LakeEnv>()
      .on('PUT', ['/datasets/:dataset/copy', '/projects/:project/datasets/:dataset/copy'], async (c) => {
        demand(c.var.identity, 'manage')
        const {project} = c.var
        const source = c.req.param('dataset') ?? ''
        const {targetDataset: target, skipHistory, skipContentReleases} = await readJsonObject(c.req.raw)
        if (typeof target !== 'string' || !isDatasetName(target)) {
          throw platformError(400, 'Invalid dataset name')
        }
        if (lake.dataset(project, source) === undefined) throw datasetNotFound(project, source)
        const createdAt = new Date().toISOString()
        lake.copyDataset(project, source, target, {
          skipHistory: skipHistory === true,
          skipContentReleases: skipContentReleases === true,
        })
        const job: CopyJob = {
          id: generateId(),
          state: 'completed',
          progress: 100,
          sourceDataset: source,
          targetDataset: target,
          withHistory: skipHistory !== true,
          createdAt,
          updatedAt: new Date().toISOString(),
        }
        lake.records.save(project, 'job', job.id, job)
        return Response.json({jobId: job.id, datasetName: target})
      })
      .get('/projects/:project/datasets/copy', (c) => {
        demand(c.var.identity, 'read')
        const query = new URL(c.req.url).searchParams
        const offset = Number(query.get('offset') ?? 0)
        const jobs = lake.records.list(c.var.project, 'job').toReversed()
        return Response.json(jobs.slice(offset, offset + count(query, 'limit', DEFAULT_JOBS, MAX_JOBS)))
      })
      .get('/jobs/:job', (c) => {
        demand(c.var.identity, 'read')
        return Response.json(jobOf(c))
      })
      // The command line follows a job without a token; the id is a secret of those who began it.
      .get('/jobs/:job/listen', (c) => {
        const {id, state, progress} = jobOf(c)
        const stream = openEventStream()
        stream.end([
          {name: 'job', data: {job_id: id, state, progress}},
          {name: 'done', data: {}},
        ])
        return stream.response
      })
  )
}
