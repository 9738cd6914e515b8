import type {JsonObject, StoredDocument} from './document.ts'

/** A mendoza patch: opcodes and operands in one flat list. */
export type MendozaPatch = unknown[]

/** Mendoza patches between two states of a document, computed without `_rev`. */
export interface Effects {
  apply: MendozaPatch
  revert: MendozaPatch
}

/** What one transaction did to one document; `null` where it did not exist. */
export interface Change {
  documentId: string
  before: StoredDocument | null
  after: StoredDocument | null
  effects: Effects
  /**
   * Its history went with the document: once the change is read from the log, no state from before is known.
   */
  purged?: boolean
  /** All that the log still knows of a document that was purged. */
  remnant?: Remnant
  /** The mutations of the transaction that touched this document, as sent to listeners. */
  mutations: JsonObject[]
}

/** What is left of a document that was purged. */
export type Remnant = {_id: string; _type: string}

/** What a change does to its document. */
export type Operation = 'create' | 'update' | 'delete'

/** Tells a creation and a deletion from an update. */
export const operationOf = ({before, after}: Pick<Change, 'before' | 'after'>): Operation =>
  after === null ? 'delete' : before === null ? 'create' : 'update'

/**
 * One entry of the append-only log. `seq` is the total order within a dataset and the position that
 * listeners resume from; `id` is also the `_rev` of every document it wrote.
 */
export interface Transaction {
  seq: number
  id: string
  /** ISO 8601, milliseconds, UTC. */
  timestamp: string
  /** User id of the author. */
  author: string
  mutations: JsonObject[]
  /** The actions that made the transaction, when it came through the actions endpoint. */
  actions: JsonObject[]
  changes: Change[]
  /** The documents whose history goes with it: of what they said before, the log keeps nothing. */
  purged?: readonly string[]
}

/** What became of one document by one mutation. */
export interface MutationResult {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
}
