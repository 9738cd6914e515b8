import type {DatabaseSync, SQLInputValue} from 'node:sqlite'

/** Which transactions of a log are wanted; the ends of ranges are included, except `afterSeq`. */
export interface LogSelection {
  documentIds?: readonly string[]
  fromTransaction?: string
  toTransaction?: string
  fromTime?: string
  toTime?: string
  authors?: readonly string[]
  afterSeq?: number
  /** Newest first. */
  reverse?: boolean
  limit?: number
}

/** A row of the log's transactions, its lists still as text. */
export interface TransactionRow {
  seq: number
  id: string
  timestamp: string
  author: string
  mutations: string
  actions: string
}

type Condition = [sql: string, ...values: SQLInputValue[]]

const SEQ_OF = '(SELECT seq FROM transactions WHERE dataset = ? AND id = ?)'

/** Reads the wanted transactions. Comparing with a transaction that isn't there finds none. */
export function selectTransactions(
  db: DatabaseSync,
  dataset: number,
  selection: LogSelection,
): TransactionRow[] {
  const conditions = conditionsOf(dataset, selection)
  const where = conditions.map(([sql]) => sql).join(' AND ')
  const values = conditions.flatMap(([, ...bound]) => bound)
  const statement = db.prepare(`
    SELECT seq, id, timestamp, author, mutations, actions FROM transactions
    WHERE ${where} ORDER BY seq ${selection.reverse ? 'DESC' : 'ASC'} LIMIT ?`)
  return statement.all(...values, selection.limit ?? -1) as unknown as TransactionRow[]
}

function conditionsOf(dataset: number, selection: LogSelection): Condition[] {
  const {documentIds, fromTransaction, toTransaction, fromTime, toTime, authors, afterSeq} = selection
  const conditions: Condition[] = [['dataset = ?', dataset]]
  if (documentIds !== undefined) {
    const changed =
      'SELECT seq FROM changes WHERE dataset = ? AND document_id IN (SELECT value FROM json_each(?))'
    conditions.push([`seq IN (${changed})`, dataset, JSON.stringify(documentIds)])
  }
  if (fromTransaction !== undefined) conditions.push([`seq >= ${SEQ_OF}`, dataset, fromTransaction])
  if (toTransaction !== undefined) conditions.push([`seq <= ${SEQ_OF}`, dataset, toTransaction])
  if (fromTime !== undefined) conditions.push(['timestamp >= ?', normalTime(fromTime)])
  if (toTime !== undefined) conditions.push(['timestamp <= ?', normalTime(toTime)])
  if (authors !== undefined) {
    conditions.push(['author IN (SELECT value FROM json_each(?))', JSON.stringify(authors)])
  }
  if (afterSeq !== undefined) conditions.push(['seq > ?', afterSeq])
  return conditions
}

/** The form in which the log keeps times, so that they compare as text. */
export function normalTime(time: string): string {
  const parsed = new Date(time)
  return Number.isNaN(parsed.getTime()) ? time : parsed.toISOString()
}
