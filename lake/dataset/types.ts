import type {AccountStore} from '../access/access.ts'
import type {AclMode} from '../access/visibility.ts'
import type {JsonObject, StoredDocument} from '../model/document.ts'
import type {MutationResult, Transaction} from '../model/transaction.ts'
import type {QueryEngine, QueryRequest} from '../query/index.ts'
import type {DatasetRecord, KeyValueTable, LogSelection, ProjectRecords} from '../store/index.ts'
import type {DatasetCopies} from './datasetCopies.ts'

/** What both kinds of writing have in common. */
export interface WriteRequest {
  /** Chosen by the client, so that it can send the request again without fear of doing it twice. */
  transactionId?: string
  /** Checks and answers, but writes nothing. */
  dryRun?: boolean
}

export interface MutateRequest extends WriteRequest {
  mutations: JsonObject[]
  returnDocuments?: boolean
  returnIds?: boolean
  autoGenerateArrayKeys?: boolean
}

export interface ActRequest extends WriteRequest {
  actions: JsonObject[]
}

/** What became of a document; with `returnDocuments` also how it is now, or was before it was deleted. */
export interface DocumentResult extends MutationResult {
  document?: StoredDocument
}

export interface MutateAnswer {
  transactionId: string
  results: DocumentResult[]
}

/** Which state of a document is meant; exactly one of them, or the present state. */
export interface Moment {
  /** After this transaction. */
  revision?: string
  /** ISO 8601. */
  time?: string
  /** The last state in which it existed. */
  lastRevision?: boolean
}

/** A document of which nothing is left: neither published nor draft nor version. */
export interface DeletedDocument {
  /** Its published id. */
  documentId: string
  /** What it said last: its draft where there was one. */
  document: StoredDocument
  /** The position in the log of its deletion. */
  seq: number
  transactionId: string
  timestamp: string
  author: string
}

/** A live dataset: its documents in memory, its log, and the one place that writes them. */
export interface Dataset {
  readonly project: string
  readonly name: string
  readonly aclMode: AclMode
  /** ISO 8601. */
  readonly createdAt: string
  readonly documents: ReadonlyMap<string, StoredDocument>
  readonly engine: QueryEngine
  /**
   * Answers a query as JSON text of a `QueryAnswer`, without holding up anyone for long. Its key, by
   * `engine.keyOf`, is found when it isn't given.
   */
  query(request: QueryRequest, key?: string): Promise<string>
  /** The answer to the query with that key, when it was given before and nothing that it read has changed. */
  answered(key: string): string | undefined
  /** The position of the last transaction in the log; 0 while it is empty. */
  readonly lastSeq: number
  /** Applies mutations as one transaction; resolves once it is durable. */
  mutate(request: MutateRequest, author: string): Promise<MutateAnswer>
  /** Applies actions as one transaction; resolves once it is durable. */
  act(request: ActRequest, author: string): Promise<{transactionId: string}>
  /** Tells of every transaction, in order, once it is durable; gives what ends it. */
  subscribe(listener: (transaction: Transaction) => void): () => void
  /** Reads the log. The states of documents in it are rebuilt when they are asked for. */
  transactions(selection: LogSelection): Transaction[]
  /** A document as it was. */
  documentAt(id: string, moment: Moment): StoredDocument | undefined
  /**
   * The documents that are gone, the last deleted first, from before a position in the log. Stops after
   * `limit` of them, though not in the middle of a transaction. Looks at all deletions that there ever were.
   */
  deletedDocuments(page: {before: number; limit: number}): DeletedDocument[]
  /** The ids of the draft and the versions of a published id. */
  variantsOf(publishedId: string): string[]
}

/** Is told of the datasets of a lake. */
export interface DatasetWatcher {
  created(project: string, name: string): void
  deleted(project: string, name: string): void
}

/** All datasets of one data folder, and what is kept beside them. */
export interface Lake {
  readonly accounts: AccountStore
  readonly keyValues: KeyValueTable
  readonly records: ProjectRecords
  listProjects(): string[]
  listDatasets(project: string): DatasetRecord[]
  dataset(project: string, name: string): Dataset | undefined
  /** Throws a 409 `LakeError` when there is one of that name. */
  createDataset(project: string, name: string, options?: {aclMode?: AclMode; createdBy?: string}): Dataset
  setAclMode(project: string, name: string, aclMode: AclMode): void
  readonly copies: DatasetCopies
  /** Deletes the dataset with its history. What writes to it afterwards is refused. */
  deleteDataset(project: string, name: string): void
  /** Tells of datasets that come and go; gives what ends it. */
  watchDatasets(watcher: DatasetWatcher): () => void
  /** Finishes what was asked for and lets go of the folder. */
  close(): Promise<void>
}
