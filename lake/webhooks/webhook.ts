/** What a document may do that a webhook tells of. */
export type Operation = 'create' | 'update' | 'delete'

/** A webhook on documents, in the service's own shape. */
export interface Webhook {
  id: string
  type: 'document'
  projectId: string
  dataset: string
  name: string
  description: string | null
  url: string
  httpMethod: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET'
  headers: Record<string, string>
  includeDrafts: boolean
  isDisabled: boolean
  /** Signs what is sent; never shown again. */
  secret: string | null
  rule: {on: Operation[]; filter: string | null; projection: string | null}
  /** The position in the dataset's log up to which everything was told. */
  position: number
  createdAt: string
}

/** One document's change on its way to a webhook. */
export interface Message {
  id: string
  hookId: string
  documentId: string
  transactionId: string
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
