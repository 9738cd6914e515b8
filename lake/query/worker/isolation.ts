import type {StoredDocument} from '../../model/document.ts'
import {isLargerThan} from '../answers/answerSize.ts'
import {type WrittenAnswer, writeAnswer} from '../answers/writtenAnswer.ts'
import {queryError} from '../errors.ts'
import type {DatasetName, DocumentChange, QueryEngine, QueryRequest} from '../types.ts'
import {IndexWork} from './indexWork.ts'
import {Replica, type ReplicaLimits} from './replica.ts'
import {IndexUnfinished, TooCostly} from './tooCostly.ts'

/** Milliseconds that a query may hold up everyone else. */
const SLICE = 20
/** The same, for a query that had to wait for an index or was answered quickly by the replica: it makes lists here. */
const LONG_SLICE = 100
const DEADLINE = 30_000
/** An answer of more values takes a slice to write alone. */
const MAX_VALUES = 50_000
/** Queries known to be costly; the first that came is the first to go. */
const MAX_KNOWN = 1_000
const MAX_WAITING = 64
const IDLE = 60_000
/** Replicas of all datasets together: each has a copy of its dataset in memory. */
const MAX_REPLICAS = 4

/** Those with a replica; the one that was asked least recently comes first. */
const withReplica = new Set<Isolation>()

/** Answers queries here while they are cheap, and in a process with a replica when they are not. */
export class Isolation {
  readonly #engine: QueryEngine
  readonly #documents: ReadonlyMap<string, StoredDocument>
  readonly #name: DatasetName
  readonly #limits: ReplicaLimits | undefined
  /** Costly queries, and the slice that they are given here; none is for the replica. */
  readonly #costly = new Map<string, number | undefined>()
  readonly #indexes = new IndexWork()
  #replica: Replica | undefined
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #idle: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(
    engine: QueryEngine,
    documents: ReadonlyMap<string, StoredDocument>,
    name: DatasetName,
    limits?: ReplicaLimits,
  ) {
    this.#engine = engine
    this.#documents = documents
    this.#name = name
    this.#limits = limits
  }

  /** Answers a query. Rejects with what `QueryEngine.query` throws. */
  async query(request: QueryRequest): Promise<WrittenAnswer> {
    const {query} = request
    const slice = this.#costly.has(query) ? this.#costly.get(query) : SLICE
    if (slice === undefined) return this.#inTurn(request)
    const here = await this.#answerHere(request, slice)
    if (here !== undefined) return here
    const isFirst = !this.#costly.has(query)
    this.#remember(query, undefined)
    const start = performance.now()
    const answer = await this.#inTurn(request)
    if (isFirst && performance.now() - start < SLICE) this.#remember(query, LONG_SLICE)
    return answer
  }

  /** Answers undefined when it costs too much here. */
  async #answerHere(request: QueryRequest, slice: number): Promise<WrittenAnswer | undefined> {
    const end = performance.now() + (this.#limits?.deadline ?? DEADLINE)
    for (let attempt = slice; ; attempt = LONG_SLICE) {
      try {
        const answer = this.#engine.query({...request, slice: attempt})
        return isLargerThan(MAX_VALUES, answer.result) ? undefined : writeAnswer(answer)
      } catch (error) {
        if (error instanceof TooCostly) return undefined
        if (!(error instanceof IndexUnfinished)) throw error
        await this.#indexes.wait(error.making, end - performance.now())
      }
    }
  }

  /** Tells the replica, if there is one. */
  apply(changes: readonly DocumentChange[]): void {
    this.#replica?.apply(changes)
  }

  close(): void {
    this.#isClosed = true
    this.#indexes.close()
    clearTimeout(this.#idle)
    this.#rest()
  }

  #remember(query: string, slice: number | undefined): void {
    this.#costly.set(query, slice)
    for (const oldest of this.#costly.keys()) {
      if (this.#costly.size <= MAX_KNOWN) return
      this.#costly.delete(oldest)
    }
  }

  /** One after the other: the replica has one place. */
  async #inTurn(request: QueryRequest): Promise<WrittenAnswer> {
    if (this.#waiting >= MAX_WAITING) {
      throw queryError(429, `${MAX_WAITING} costly queries are waiting already: ask again later`)
    }
    this.#waiting++
    const turn = this.#last.then(() => this.#ask(request))
    this.#last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      this.#waiting--
    }
  }

  async #ask(request: QueryRequest): Promise<WrittenAnswer> {
    if (this.#isClosed) throw queryError(503, 'The dataset is closed')
    clearTimeout(this.#idle)
    withReplica.delete(this)
    withReplica.add(this)
    if (this.#replica === undefined || this.#replica.hasEnded) {
      Isolation.#makeRoom()
      this.#replica = new Replica(this.#documents, this.#name, this.#limits ?? this.#usualLimits())
    }
    try {
      return await this.#replica.query(request)
    } finally {
      this.#idle = setTimeout(() => this.#rest(), IDLE).unref()
    }
  }

  #rest(): void {
    withReplica.delete(this)
    this.#replica?.close()
    this.#replica = undefined
  }

  /** Lets replicas go that answer nothing at the moment; those that do may be more for a while. */
  static #makeRoom(): void {
    for (const isolation of withReplica) {
      if (withReplica.size <= MAX_REPLICAS) return
      if (isolation.#waiting > 0) continue
      clearTimeout(isolation.#idle)
      isolation.#rest()
    }
  }

  /** Room for the replica, and half a gigabyte for a query. */
  #usualLimits(): ReplicaLimits {
    return {deadline: DEADLINE, memory: 512 + Math.ceil(this.#documents.size / 128)}
  }
}
