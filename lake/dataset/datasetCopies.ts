import {LakeError, platformError} from '../model/errors.ts'
import type {CopyJob, CopyOptions, ProjectRecords} from '../store/index.ts'
import {generateId} from './identifiers.ts'

/** A copy that was begun: steps that tell how much is done, and what makes the dataset be there, or be gone. */
export interface BegunCopy {
  steps: Generator<number, void>
  finish(): void
  abandon(): void
}

/** What is asked to be copied. */
export interface CopyRequest extends CopyOptions {
  project: string
  source: string
  target: string
}

/** Copies of datasets, made a step at a time beside all other work. */
export class DatasetCopies {
  readonly #records: ProjectRecords
  readonly #begin: (request: CopyRequest) => BegunCopy
  readonly #now: () => Date
  /** Those under way, with who follows them. */
  readonly #running = new Map<string, {job: CopyJob; followers: Set<(job: CopyJob) => void>}>()
  #closed = false

  constructor(records: ProjectRecords, begin: (request: CopyRequest) => BegunCopy, now: () => Date) {
    this.#records = records
    this.#begin = begin
    this.#now = now
  }

  /** Begins a copy. Throws a `LakeError` when there is no such dataset, or one of the target's name. */
  start(request: CopyRequest): CopyJob {
    const {project, source, target, skipHistory} = request
    const copy = this.#begin(request)
    const time = this.#now().toISOString()
    const job: CopyJob = {
      id: generateId(),
      state: 'running',
      progress: 0,
      sourceDataset: source,
      targetDataset: target,
      withHistory: !skipHistory,
      createdAt: time,
      updatedAt: time,
    }
    this.#records.save(project, 'job', job.id, job)
    this.#running.set(job.id, {job, followers: new Set()})
    void this.#run(project, job, copy)
    return job
  }

  /** Oldest first. */
  list(project: string): CopyJob[] {
    return this.#records.list(project, 'job').map((job) => this.#running.get(job.id)?.job ?? job)
  }

  find(id: string): CopyJob | undefined {
    const running = this.#running.get(id)?.job
    if (running !== undefined) return running
    for (const project of this.#records.projectsWith('job')) {
      const job = this.#records.find(project, 'job', id)
      if (job !== undefined) return job
    }
    return undefined
  }

  /** Tells of a copy's progress until it is over; gives what ends the telling. */
  follow(id: string, follower: (job: CopyJob) => void): () => void {
    const followers = this.#running.get(id)?.followers
    followers?.add(follower)
    return () => void followers?.delete(follower)
  }

  /** Stops what is under way; it counts as failed at the next start. */
  close(): void {
    this.#closed = true
  }

  async #run(project: string, job: CopyJob, copy: BegunCopy): Promise<void> {
    try {
      for (const done of copy.steps) {
        this.#tell(job, {progress: Math.floor(done * 100)})
        await new Promise((resolve) => {
          setImmediate(resolve)
        })
        if (this.#closed) return
      }
      copy.finish()
      this.#end(project, job, {state: 'completed', progress: 100})
    } catch (error) {
      if (!(error instanceof LakeError)) process.emitWarning(error instanceof Error ? error : String(error))
      copy.abandon()
      const message = error instanceof LakeError ? error.message : 'the storage did not accept it'
      this.#end(project, job, {state: 'failed', message})
    }
  }

  #end(project: string, job: CopyJob, outcome: Partial<CopyJob>): void {
    Object.assign(job, outcome, {updatedAt: this.#now().toISOString()})
    this.#records.save(project, 'job', job.id, job)
    this.#tell(job, outcome)
    this.#running.delete(job.id)
  }

  #tell(job: CopyJob, news: Partial<CopyJob>): void {
    Object.assign(job, news)
    for (const follower of this.#running.get(job.id)?.followers ?? []) follower(job)
  }
}

/** Copies that were under way when the lake stopped: marked as failed; gives what they left half made. */
export function failInterrupted(records: ProjectRecords): {project: string; target: string}[] {
  return records.projectsWith('job').flatMap((project) =>
    records
      .list(project, 'job')
      .filter(({state}) => state === 'running')
      .map((job) => {
        const message = 'the lake was stopped while it copied'
        records.save(project, 'job', job.id, {...job, state: 'failed', message})
        return {project, target: job.targetDataset}
      }),
  )
}

/** Why a dataset can't be made while a copy is on its way to its name. */
export const nameTaken = (name: string): LakeError => platformError(409, `Dataset "${name}" already exists`)
