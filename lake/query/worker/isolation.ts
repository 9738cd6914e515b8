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
/** A query that waited so often, within so many milliseconds, needs another list each time it is asked. */
const MAX_WAITS = 3
const WAITS_WITHIN = 10_000
/** Queries known to be costly; the first that came is the first to go. */
const MAX_KNOWN = 1_000
const MAX_WAITING = 64
const IDLE = 60_000
/** Replicas of all datasets together: each has a copy of its dataset in memory. */
const MAX_REPLICAS = 4

/** What is known of a costly query. */
interface Cost {
  /** Milliseconds that it may take here; null when it is for the replica. */
  readonly slice: number | null
  /** How long to go by this. */
  readonly until: number
}

/** Those with a replica; the one that was asked least recently comes first. */
const withReplica = new Set<Isolation>()

/** Answers queries here while they are cheap, and in a process with a replica when they are not. */
export class Isolation {
  readonly #engine: QueryEngine
  readonly #documents: ReadonlyMap<string, StoredDocument>
  readonly #name: DatasetName
  readonly #limits: ReplicaLimits | undefined
  readonly #costly = new Map<string, Cost>()
  /** When queries last had to wait for an index. */
  readonly #waits = new Map<string, number[]>()
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
    const known = this.#costOf(query)
    if (known?.slice === null) return this.#inTurn(request)
    const here = await this.#answerHere(request, known?.slice ?? SLICE)
    if (here !== undefined) return here
    const start = performance.now()
    const answer = await this.#inTurn(request)
    const wasQuick = performance.now() - start < SLICE
    if (known === undefined && wasQuick && this.#costOf(query)?.until === Infinity) {
      keep(this.#costly, query, {slice: LONG_SLICE, until: Infinity})
    }
    return answer
  }

  /** Answers undefined, and notes it, when it costs too much here. */
  async #answerHere(request: QueryRequest, slice: number): Promise<WrittenAnswer | undefined> {
    const {query} = request
    const start = performance.now()
    const deadline = this.#limits?.deadline ?? DEADLINE
    for (let hasWaited = false; ; hasWaited = true) {
      try {
        const answer = this.#engine.query({...request, slice: hasWaited ? LONG_SLICE : slice})
        if (isLargerThan(MAX_VALUES, answer.result)) throw new TooCostly()
        return writeAnswer(answer)
      } catch (error) {
        const isUnfinished = error instanceof IndexUnfinished
        if (!isUnfinished && !(error instanceof TooCostly)) throw error
        if (!isUnfinished || (!hasWaited && this.#waitsTooOften(query))) {
          const until = isUnfinished ? performance.now() + IDLE : Infinity
          keep(this.#costly, query, {slice: null, until})
          return undefined
        }
        await this.#indexes.wait(error.making, start + deadline - performance.now())
      }
    }
  }

  #costOf(query: string): Cost | undefined {
    const cost = this.#costly.get(query)
    return cost !== undefined && cost.until > performance.now() ? cost : undefined
  }

  /** Takes note of one more wait. */
  #waitsTooOften(query: string): boolean {
    const now = performance.now()
    const waits = (this.#waits.get(query) ?? []).filter((at) => at > now - WAITS_WITHIN)
    keep(this.#waits, query, [...waits, now])
    return waits.length >= MAX_WAITS
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

/** Keeps what is known of a query; that of the one that came first goes when it is too much. */
function keep<What>(known: Map<string, What>, query: string, what: What): void {
  known.set(query, what)
  for (const oldest of known.keys()) {
    if (known.size <= MAX_KNOWN) return
    known.delete(oldest)
  }
}
