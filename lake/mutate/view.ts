import type {JsonObject, StoredDocument} from '../model/document.ts'
import type {Change} from '../model/transaction.ts'

/** A change that has not been committed: what a query has to see of it. */
export type PendingChange = Pick<Change, 'documentId' | 'before' | 'after'>

/** The documents that a transaction is applied to. */
export interface DocumentView {
  get(id: string): StoredDocument | undefined
  /** The ids that a GROQ query selects among the documents as `pending` leaves them. */
  query(groq: string, params: JsonObject, pending: readonly PendingChange[]): string[]
  /** The documents that refer to `id` strongly. */
  referencesTo(id: string): string[]
  /** The draft and the versions of a published id, as far as they exist. */
  variantsOf(publishedId: string): string[]
  /** The versions in a release. */
  versionsOf(release: string): string[]
  /** Those of a published id, its draft and its versions that the log tells of, whether they exist or not. */
  loggedOf(publishedId: string): string[]
  /** A document as a transaction left it; `undefined` when the log does not have it. */
  earlier(id: string, revision: string): StoredDocument | undefined
}

/** What is the same for all of one transaction; time and randomness come from outside. */
export interface WriteContext {
  transactionId: string
  /** ISO 8601, milliseconds, UTC. */
  timestamp: string
  /** Gives objects in arrays the `_key` that they lack. */
  autoGenerateArrayKeys: boolean
  generateId: () => string
  generateKey: () => string
}
