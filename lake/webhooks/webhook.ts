import type {Operation} from '../model/transaction.ts'

/** The dataset of a webhook that is told of all datasets of its project. */
export const ALL_DATASETS = '*'

/** A webhook on documents, in the service's own shape. */
export interface Webhook {
  id: string
  type: 'document'
  projectId: string
  /** Its name, or `*` for all of the project. */
  dataset: string
  name: string
  description: string | null
  url: string
  httpMethod: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET'
  headers: Record<string, string>
  includeDrafts: boolean
  /** Whether it is told of versions in releases. */
  includeAllVersions: boolean
  isDisabled: boolean
  /** Signs what is sent; never shown again. */
  secret: string | null
  rule: {on: Operation[]; filter: string | null; projection: string | null}
  createdAt: string
}

/** One document's change on its way to a webhook. */
export interface Message {
  id: string
  hookId: string
  documentId: string
  dataset: string
  transactionId: string
  /** When the transaction was, ISO 8601. */
  transactionTime: string
  operation: Operation
  payload: string
  createdAt: string
  status: 'sending' | 'success' | 'failure'
  resultCode: number | null
  failureCount: number
}

/** One try to send a message. */
export interface Attempt {
  id: string
  messageId: string
  hookId: string
  createdAt: string
  inProgress: boolean
  isFailure: boolean
  failureReason: 'http' | 'network' | 'timeout' | null
  resultCode: number | null
  resultBody: string
  /** Milliseconds. */
  duration: number
}
