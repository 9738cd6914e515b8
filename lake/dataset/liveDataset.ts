import {createHash} from 'node:crypto'
import type {AclMode} from '../access/visibility.ts'
import type {JsonObject, StoredDocument} from '../model/document.ts'
import {type LakeError, dataError} from '../model/errors.ts'
import type {Change, MutationResult, Transaction} from '../model/transaction.ts'
import {type Effected, type WriteContext, applyActions, applyMutations} from '../mutate/index.ts'
import {Answers, Isolation, type QueryEngine, type QueryRequest} from '../query/index.ts'
import type {DatasetRecord, Log, LogSelection, Receipt, Store} from '../store/index.ts'
import {deletedDocuments} from './deletedDocuments.ts'
import {HotDocuments} from './hotDocuments.ts'
import {generateId, generateKey} from './identifiers.ts'
import {documentAt, withStates} from './loggedHistory.ts'
import type {
  ActRequest,
  Dataset,
  DeletedDocument,
  DocumentResult,
  Moment,
  MutateAnswer,
  MutateRequest,
  WriteRequest,
} from './types.ts'
import {WriteQueue} from './writeQueue.ts'

/** What a dataset stands on. */
export interface DatasetDependencies {
  record: DatasetRecord
  log: Log
  /** Makes what was appended to the log durable, or undoes it. */
  store: Pick<Store, 'begin' | 'commit' | 'rollback' | 'emptyLog'>
  now: () => Date
}

/** What a request does, before it is known whether it is kept. */
interface Outcome extends Effected {
  results: MutationResult[]
}

export class LiveDataset implements Dataset {
  readonly #record: DatasetRecord
  readonly #log: Log
  readonly #store: DatasetDependencies['store']
  readonly #now: () => Date
  readonly #documents: HotDocuments
  readonly #answers: Answers
  readonly #queue: WriteQueue
  readonly #listeners = new Set<(transaction: Transaction) => void>()
  #lastSeq: number
  #lastTimestamp: string
  #closed: LakeError | undefined

  constructor({record, log, store, now}: DatasetDependencies) {
    this.#record = record
    this.#log = log
    this.#store = store
    this.#now = now
    const name = {projectId: record.project, dataset: record.name}
    this.#documents = new HotDocuments(log.documents(), name, {
      earlier: (id, revision) => this.documentAt(id, {revision}),
      loggedOf: (publishedId) => log.idsOf(publishedId),
    })
    const isolation = new Isolation(this.#documents.engine, this.#documents.all, name)
    this.#answers = new Answers(this.#documents.engine, isolation)
    const last = log.last()
    this.#lastSeq = last?.seq ?? 0
    this.#lastTimestamp = last?.timestamp ?? ''
    this.#queue = new WriteQueue({
      begin: () => store.begin(),
      append: (transaction, receipt) => this.#append(transaction, receipt),
      takeOver: ({changes}) => this.#documents.apply(changes),
      commit: () => store.commit(),
      rollback: (transactions) => {
        store.rollback()
        this.#takeBack(transactions)
      },
      announce: (transaction) => this.#announce(transaction),
    })
  }

  get createdAt(): string {
    return this.#record.createdAt
  }

  get project(): string {
    return this.#record.project
  }

  get name(): string {
    return this.#record.name
  }

  get aclMode(): AclMode {
    return this.#record.aclMode
  }

  get documents(): ReadonlyMap<string, StoredDocument> {
    return this.#documents.all
  }

  get engine(): QueryEngine {
    return this.#documents.engine
  }

  query(request: QueryRequest, key?: string): Promise<string> {
    return this.#answers.query(request, key)
  }

  answered(key: string): string | undefined {
    return this.#answers.answered(key)
  }

  get lastSeq(): number {
    return this.#lastSeq
  }

  mutate(request: MutateRequest, author: string): Promise<MutateAnswer> {
    const {mutations, returnDocuments = false, autoGenerateArrayKeys = false} = request
    return this.#write(request, author, mutations, {
      apply: (context) => applyMutations(this.#documents, mutations, {...context, autoGenerateArrayKeys}),
      answer: (transactionId, results, changes) => ({
        transactionId,
        results: returnDocuments ? this.#withDocuments(results, changes) : results,
      }),
    })
  }

  act(request: ActRequest, author: string): Promise<{transactionId: string}> {
    const {actions} = request
    return this.#write(request, author, actions, {
      actions,
      apply: (context) => ({...applyActions(this.#documents, actions, context), results: []}),
      answer: (transactionId) => ({transactionId}),
    })
  }

  subscribe(listener: (transaction: Transaction) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  transactions(selection: LogSelection): Transaction[] {
    return withStates(this.#log.transactions(selection), this.#log, (id) => this.#documents.get(id))
  }

  documentAt(id: string, moment: Moment): StoredDocument | undefined {
    return documentAt(this.#log, id, this.#documents.get(id), moment)
  }

  deletedDocuments(page: {before: number; limit: number}): DeletedDocument[] {
    const exists = (id: string): boolean =>
      this.#documents.get(id) !== undefined || this.#documents.variantsOf(id).length > 0
    return deletedDocuments(this.#log, exists, page)
  }

  variantsOf(publishedId: string): string[] {
    return this.#documents.variantsOf(publishedId)
  }

  /** Does at once what waits. */
  flush(): void {
    this.#queue.flush()
  }

  /** Does what waits, then refuses everything with `reason`. */
  close(reason: LakeError): void {
    this.#queue.flush()
    this.#closed = reason
    this.#listeners.clear()
    this.#answers.close()
  }

  #write<R>(
    {transactionId: chosenId, dryRun = false}: WriteRequest,
    author: string,
    items: readonly JsonObject[],
    {
      actions = [],
      apply,
      answer,
    }: {
      actions?: JsonObject[]
      apply: (context: WriteContext) => Outcome
      answer: (transactionId: string, results: MutationResult[], changes: readonly Change[]) => R
    },
  ): Promise<R> {
    if (this.#closed !== undefined) return Promise.reject(this.#closed)
    const id = chosenId ?? generateId()
    // Nobody can repeat a request whose id only the lake knows.
    const fingerprint = chosenId === undefined ? '' : fingerprintOf(items)
    return this.#queue.add(() => {
      const receipt = chosenId === undefined || dryRun ? undefined : this.#log.receipt(id)
      if (receipt !== undefined) {
        if (receipt.fingerprint !== fingerprint) throw usedTransactionId(id)
        return {result: answer(id, receipt.results, this.#changesOf(id))}
      }
      const timestamp = this.#timestamp()
      const context = {transactionId: id, timestamp, autoGenerateArrayKeys: false, generateId, generateKey}
      const {changes, mutations, results, purged} = apply(context)
      const result = answer(id, results, changes)
      if (dryRun || changes.length + purged.length === 0) return {result}
      const seq = this.#lastSeq + 1
      const transaction = {
        seq,
        id,
        timestamp,
        author,
        mutations,
        actions,
        changes,
        ...(purged.length > 0 ? {purged} : {}),
      }
      return {result, written: {transaction, receipt: {fingerprint, results}}}
    })
  }

  /** The present, but never before the last transaction: the clock may be set back, the log's order not. */
  #timestamp(): string {
    const now = this.#now().toISOString()
    return now < this.#lastTimestamp ? this.#lastTimestamp : now
  }

  #append(transaction: Transaction, receipt: Receipt): void {
    this.#log.append(transaction, receipt)
    this.#lastSeq = transaction.seq
    this.#lastTimestamp = transaction.timestamp
  }

  #takeBack(transactions: readonly Transaction[]): void {
    for (const {changes} of transactions.toReversed()) this.#documents.revert(changes)
    this.#lastSeq = this.#log.last()?.seq ?? 0
  }

  #announce(transaction: Transaction): void {
    this.#answers.apply(transaction.changes)
    if (transaction.purged !== undefined) warnOfFailure(() => this.#store.emptyLog())
    // One broken reader must not keep the news from the others, nor from the one who wrote.
    for (const listener of this.#listeners) warnOfFailure(() => listener(transaction))
  }

  #changesOf(transactionId: string): Change[] {
    const selection = {fromTransaction: transactionId, toTransaction: transactionId}
    return this.transactions(selection).flatMap(({changes}) => changes)
  }

  #withDocuments(results: readonly MutationResult[], changes: readonly Change[]): DocumentResult[] {
    const changed = new Map(changes.map(({documentId, before, after}) => [documentId, after ?? before]))
    return results.map((result) => {
      const document = changed.get(result.id) ?? this.#documents.get(result.id)
      return document === undefined ? result : {...result, document}
    })
  }
}

function warnOfFailure(work: () => void): void {
  try {
    work()
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}

const fingerprintOf = (items: readonly JsonObject[]): string =>
  createHash('sha256').update(JSON.stringify(items)).digest('base64url')

const usedTransactionId = (id: string): LakeError =>
  dataError(409, 'transactionIdConflictError', `Transaction ID "${id}" was used for another request`)
