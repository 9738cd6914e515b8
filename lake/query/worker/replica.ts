import {type ChildProcess, fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {StoredDocument} from '../../model/document.ts'
import {LakeError} from '../../model/errors.ts'
import {queryError} from '../errors.ts'
import type {WrittenAnswer} from '../answers/writtenAnswer.ts'
import type {DatasetName, DocumentChange, QueryRequest} from '../types.ts'
import type {FromReplica, ToReplica} from './messages.ts'

/** Documents handed over at a time: less than a millisecond, so that others get their turn in between. */
const BATCH = 50
/** It looks at the clock itself; this much later it is taken to be stuck where it can't. */
const GRACE = 2_000

/** What a replica may use. */
export interface ReplicaLimits {
  /** Milliseconds for one query. */
  deadline: number
  /** Megabytes for the replica and the query that runs in it. */
  memory: number
}

interface Waiting {
  request: QueryRequest
  resolve: (answer: WrittenAnswer) => void
  reject: (error: Error) => void
}

/**
 * A process that holds a copy of the documents and answers one query after the other. A thread would
 * not do: one that allocates fast past its heap limit takes the whole process with it.
 */
export class Replica {
  readonly #child: ChildProcess
  readonly #limits: ReplicaLimits
  readonly #fed: Promise<void>
  #running: Waiting | undefined
  #timer: NodeJS.Timeout | undefined
  #end: Error | undefined

  constructor(documents: ReadonlyMap<string, StoredDocument>, name: DatasetName, limits: ReplicaLimits) {
    this.#limits = limits
    this.#child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [name.projectId, name.dataset], {
      execArgv: [`--max-old-space-size=${limits.memory}`, '--max-semi-space-size=16'],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (answer) => this.#settle(answer as FromReplica))
    this.#child.on('error', (error) => this.#fail(error))
    this.#child.on('exit', (_, signal) => {
      this.#fail(signal === 'SIGABRT' ? tooMuch(limits.memory) : queryError(503, 'The query was stopped'))
    })
    this.#child.unref()
    this.#child.channel?.unref()
    this.#fed = this.#feed(documents)
  }

  /** Whether it can't be asked any more. */
  get hasEnded(): boolean {
    return this.#end !== undefined
  }

  /** Keeps the replica like the dataset. */
  apply(changes: readonly DocumentChange[]): void {
    this.#send({changes: changes.map(({documentId, after}) => ({documentId, after}))})
  }

  /** Answers from what is stored when the query starts. One query at a time. */
  async query(request: QueryRequest): Promise<WrittenAnswer> {
    await this.#fed
    if (this.#end !== undefined) throw this.#end
    const {deadline} = this.#limits
    return new Promise((resolve, reject) => {
      this.#running = {request, resolve, reject}
      this.#timer = setTimeout(() => this.#stop(tooLong(deadline)), deadline + GRACE)
      this.#send({request: {...request, deadline}})
    })
  }

  /** Ends the process, and what runs in it. */
  close(): void {
    this.#stop(queryError(503, 'The query was stopped'))
  }

  /** What changes meanwhile is told at once; a batch holds what is stored when it is sent. */
  async #feed(documents: ReadonlyMap<string, StoredDocument>): Promise<void> {
    const ids = [...documents.keys()]
    for (let at = 0; at < ids.length && this.#end === undefined; at += BATCH) {
      const batch = ids.slice(at, at + BATCH).flatMap((id) => documents.get(id) ?? [])
      await new Promise<void>((resolve) => {
        this.#send({documents: batch}, resolve)
      })
    }
  }

  /** `sent` is called once the message is out, or can't be. */
  #send(message: ToReplica, sent: () => void = () => undefined): void {
    if (this.#end === undefined && this.#child.connected) this.#child.send(message, () => setImmediate(sent))
    else sent()
  }

  #settle(answer: FromReplica): void {
    const running = this.#finish()
    if ('text' in answer) running?.resolve(answer)
    else running?.reject(new LakeError(answer.status, answer.message, answer.body))
  }

  #finish(): Waiting | undefined {
    clearTimeout(this.#timer)
    const running = this.#running
    this.#running = undefined
    return running
  }

  #stop(error: Error): void {
    this.#fail(error)
    this.#child.kill('SIGKILL')
  }

  #fail(error: Error): void {
    this.#end ??= error
    this.#finish()?.reject(error)
  }
}

const tooLong = (deadline: number): LakeError =>
  queryError(408, `The query took longer than ${deadline} ms and was stopped: filter or slice it more`)

const tooMuch = (memory: number): LakeError =>
  queryError(400, `The query needs more than ${memory} MB of memory and was stopped: select less with it`)
