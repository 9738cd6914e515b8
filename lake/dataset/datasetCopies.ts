import {LakeError, platformError} from '../model/errors.ts'
import type {CopyJob, CopyOptions, ProjectRecords} from '../store/index.ts'
import {generateId} from './identifiers.ts'

/** A copy that was begun: steps that tell how much is done, and what makes the dataset be there, or be gone. */
export interface BegunCopy {
  steps: Generator<number, void>
  /** Shows the dataset. */
  finish(): void
  /** Removes the dataset in one with what `save` writes. */
  abandon(save: () => void): void
}

/** Begins a copy in one with what `save` writes. */
type BeginCopy = (request: CopyRequest, save: () => void) => BegunCopy

/** What is asked to be copied. */
export interface CopyRequest extends CopyOptions {
  project: string
  source: string
  target: string
}

/** Copies of datasets, made a step at a time beside all other work. */
export class DatasetCopies {
  readonly #records: ProjectRecords
  readonly #begin: BeginCopy
  readonly #now: () => Date
  /** Those under way, and those whose end could not be written, with who follows them. */
  readonly #running = new Map<string, {job: CopyJob; followers: Set<(job: CopyJob) => void>}>()
  #closed = false

  constructor(records: ProjectRecords, begin: BeginCopy, now: () => Date) {
    this.#records = records
    this.#begin = begin
    this.#now = now
  }

  /** Begins a copy. Throws a `LakeError` when there is no such dataset, or one of the target's name. */
  start(request: CopyRequest): CopyJob {
    const {project, source, target, skipHistory} = request
    const time = this.#time()
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
    const copy = this.#begin(request, () => this.#save(project, job))
    this.#running.set(job.id, {job, followers: new Set()})
    void this.#run(project, job, copy)
    return job
  }

  /** Oldest first. */
  list(project: string): CopyJob[] {
    return this.#records.list(project, 'job').map((job) => this.#running.get(job.id)?.job ?? settled(job))
  }

  find(id: string): CopyJob | undefined {
    const running = this.#running.get(id)?.job
    if (running !== undefined) return running
    for (const project of this.#records.projectsWith('job')) {
      const job = this.#records.find(project, 'job', id)
      if (job !== undefined) return settled(job)
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

  /** Never rejects: nobody waits for it. */
  async #run(project: string, job: CopyJob, copy: BegunCopy): Promise<void> {
    try {
      for (const done of copy.steps) {
        this.#tell(job, {progress: Math.floor(done * 100)})
        await new Promise((resolve) => {
          setImmediate(resolve)
        })
        if (this.#closed) return
      }
      const completed: CopyJob = {...job, state: 'completed', progress: 100, updatedAt: this.#time()}
      // Before the dataset is there: what counts as interrupted is removed at the next start.
      this.#save(project, completed)
      attempt(() => copy.finish())
      this.#end(job, completed)
    } catch (error) {
      this.#fail(project, job, copy, error)
    }
  }

  #fail(project: string, job: CopyJob, copy: BegunCopy, error: unknown): void {
    if (!(error instanceof LakeError)) warn(error)
    const message = error instanceof LakeError ? error.message : 'the storage did not accept it'
    const failed: CopyJob = {...job, state: 'failed', message, updatedAt: this.#time()}
    const written = attempt(() => copy.abandon(() => this.#save(project, failed)))
    // What could not be undone now is undone at the next start.
    this.#end(job, failed, written)
  }

  #end(job: CopyJob, outcome: CopyJob, written = true): void {
    this.#tell(job, outcome)
    if (written) this.#running.delete(job.id)
  }

  #save(project: string, job: CopyJob): void {
    this.#records.save(project, 'job', job.id, job)
  }

  #tell(job: CopyJob, news: Partial<CopyJob>): void {
    Object.assign(job, news)
    for (const follower of this.#running.get(job.id)?.followers ?? []) attempt(() => follower(job))
  }

  #time(): string {
    return this.#now().toISOString()
  }
}

const warn = (error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error))

/** Does what may not stop the rest; tells whether it went well. */
function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    warn(error)
    return false
  }
}

/** A job as it is when none of its kind is under way here: one that is marked as running was interrupted. */
const settled = (job: CopyJob): CopyJob =>
  job.state === 'running' ? {...job, state: 'failed', message: 'the lake was stopped while it copied'} : job

/** A copy that was under way when the lake stopped. */
export interface InterruptedCopy {
  project: string
  target: string
  /** Marks it as failed. */
  fail(): void
}

/** The copies that were under way when the lake stopped: what they left half made has to go. */
export function interruptedCopies(records: ProjectRecords): InterruptedCopy[] {
  return records.projectsWith('job').flatMap((project) =>
    records
      .list(project, 'job')
      .filter(({state}) => state === 'running')
      .map((job) => ({
        project,
        target: job.targetDataset,
        fail: () => records.save(project, 'job', job.id, settled(job)),
      })),
  )
}

/** Why a dataset can't be made while a copy is on its way to its name. */
export const nameTaken = (name: string): LakeError => platformError(409, `Dataset "${name}" already exists`)
