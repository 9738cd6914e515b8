import type {Dataset} from '../dataset/index.ts'
import type {Transaction} from '../model/transaction.ts'

/**
 * Where a reader is in the log. On the wire it is `<transaction>#<document>` after an event, and
 * `<transaction>#@<seq>` when it is the end of the log as a whole (a document id has no `@`).
 */
export interface Position {
  seq: number
  /** The last document of transaction `seq` that the reader has; absent when it has all of them. */
  documentId?: string
}

/** Past this many missed transactions, fetching anew is cheaper for both sides. */
const MAX_MISSED = 10_000

/** The position after one event. */
export const eventPosition = (transactionId: string, documentId: string): string =>
  `${transactionId}#${documentId}`

/** The position after everything that is in the log now. */
export function endOfLog(dataset: Dataset): string {
  return `${transactionAt(dataset, dataset.lastSeq)?.id ?? ''}#@${dataset.lastSeq}`
}

function transactionAt(dataset: Dataset, seq: number): Transaction | undefined {
  return dataset.transactions({afterSeq: seq - 1, limit: 1}).find((transaction) => transaction.seq === seq)
}

/** Finds a wire position in the log; `undefined` when this log does not have it. */
export function findPosition(dataset: Dataset, wire: string): Position | undefined {
  const separator = wire.lastIndexOf('#')
  if (separator < 0) return undefined
  const transactionId = wire.slice(0, separator)
  const place = wire.slice(separator + 1)

  if (place.startsWith('@')) {
    const seq = Number(place.slice(1))
    if (!Number.isSafeInteger(seq) || seq < 0 || seq > dataset.lastSeq) return undefined
    return (transactionAt(dataset, seq)?.id ?? '') === transactionId ? {seq} : undefined
  }
  const transaction = dataset
    .transactions({fromTransaction: transactionId, toTransaction: transactionId, limit: 1})
    .find(({id}) => id === transactionId)
  if (transaction === undefined) return undefined
  return {seq: transaction.seq, documentId: place}
}

/**
 * What happened after `position`, oldest first, beginning with the transaction that the reader may
 * have only in part. `undefined` when that is more than a stream should carry, or when the log no longer
 * knows which readers a deletion concerned.
 */
export function missedSince(dataset: Dataset, position: Position): Transaction[] | undefined {
  const afterSeq = position.documentId === undefined ? position.seq : position.seq - 1
  const missed = dataset.transactions({afterSeq, limit: MAX_MISSED + 1})
  const isUntold = missed.some(({changes}) => changes.some(({purged}) => purged))
  return missed.length > MAX_MISSED || isUntold ? undefined : missed
}
