import type {JsonObject, StoredDocument} from '../../model/document.ts'
import type {WrittenAnswer} from '../answers/writtenAnswer.ts'
import type {DocumentChange, QueryRequest} from '../types.ts'

/** What a replica is told. Messages arrive in order, so that a query sees all changes before it. */
export type ToReplica =
  | {documents: readonly StoredDocument[]}
  | {changes: readonly Pick<DocumentChange, 'documentId' | 'after'>[]}
  | {request: QueryRequest}

/** The answer to the one query that runs, or a `LakeError`'s parts. */
export type FromReplica = WrittenAnswer | {status: number; message: string; body: JsonObject}
