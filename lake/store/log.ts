import type {DatabaseSync} from 'node:sqlite'
import type {JsonObject, StoredDocument} from '../model/document.ts'
import {draftIdOf, publishedIdOf} from '../model/ids.ts'
import {
  type Change,
  type MendozaPatch,
  type MutationResult,
  type Operation,
  type Remnant,
  type Transaction,
  operationOf,
} from '../model/transaction.ts'
import {DamagedRow} from './errors.ts'
import {type LogSelection, selectTransactions} from './logSelection.ts'
import {isPurge, purgeOf, withoutTraces} from './purge.ts'

/** What a request answered, for when it is sent again. */
export interface Receipt {
  /** Tells whether it is the same request. */
  fingerprint: string
  results: MutationResult[]
}

/** One document's part in a logged transaction; the states before and after follow from the patches. */
export interface LoggedChange {
  documentId: string
  kind: Operation
  previousRevision: string | null
  /** Only what can't be derived: both patches of an update, `revert` of a deletion that purged nothing. */
  apply: MendozaPatch | null
  revert: MendozaPatch | null
  /** Whether what it said before was purged, and what is left of it where it was deleted. */
  purged: boolean
  remnant?: Remnant
  mutations: JsonObject[]
}

/** A transaction as it was logged. */
export interface LoggedTransaction extends Omit<Transaction, 'changes'> {
  changes: LoggedChange[]
}

/** A step back in the history of one document. */
export interface HistoryStep {
  seq: number
  transactionId: string
  timestamp: string
  author: string
  kind: LoggedChange['kind']
  previousRevision: string | null
  revert: MendozaPatch | null
}

/** The last time that a document was deleted; it may exist again. */
export interface LoggedDeletion {
  documentId: string
  seq: number
}

/** Does what reads a file; throws a `StoreError` when that is damaged. */
export type Read = <T>(work: () => T) => T

/**
 * The append-only log of a dataset's transactions, with the documents as they are now. Its readers throw
 * a `StoreError` when what they read is damaged.
 */
export interface Log {
  /** To be gone through inside of a `Read`. */
  documents(): Iterable<StoredDocument>
  last(): {seq: number; timestamp: string} | undefined
  /** Writes the transaction and what it did to the documents; durable after `Store.commit`. */
  append(transaction: Transaction, receipt: Receipt): void
  receipt(transactionId: string): Receipt | undefined
  transactions(selection: LogSelection): LoggedTransaction[]
  /** Those of a published id, its draft and its versions that it tells of. */
  idsOf(publishedId: string): string[]
  /** The position of the last transaction at or before a time. */
  seqAt(time: string): number
  seqOf(transactionId: string): number | undefined
  /** How to go back in one document's history, newest step first, down to `fromSeq`. */
  steps(documentId: string, fromSeq: number, limit?: number): HistoryStep[]
  /** Of every document that was ever deleted its last deletion, in no order. Reads the whole index. */
  deletions(): LoggedDeletion[]
}

/** Where each mutation stands in its transaction. */
type Places = ReadonlyMap<JsonObject, number>

/** Opens the log of one dataset. */
export function openLog(db: DatabaseSync, dataset: number, read: Read): Log {
  // Sorting the documents themselves would write them all to a temporary file; without its limit the
  // inner order is optimised away. A place that leads to no row is on a damaged page.
  const documents = db.prepare(`
    SELECT d.json FROM (SELECT rowid AS place FROM documents WHERE dataset = ? ORDER BY rowid LIMIT -1)
    LEFT JOIN documents d ON d.rowid = place`)
  const putDocument = db.prepare(`
    INSERT INTO documents (dataset, id, json) VALUES (?, ?, ?)
    ON CONFLICT (dataset, id) DO UPDATE SET json = excluded.json`)
  const deleteDocument = db.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?')
  const last = db.prepare(
    'SELECT seq, timestamp FROM transactions WHERE dataset = ? ORDER BY seq DESC LIMIT 1',
  )
  const insertTransaction = db.prepare(`
    INSERT INTO transactions (dataset, seq, id, timestamp, author, fingerprint, mutations, actions, results)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const insertChange = db.prepare(`
    INSERT INTO changes
      (dataset, document_id, seq, position, kind, previous_revision, apply, revert, mutations)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const receipt = db.prepare('SELECT fingerprint, results FROM transactions WHERE dataset = ? AND id = ?')
  const seqOf = db.prepare('SELECT seq FROM transactions WHERE dataset = ? AND id = ?')
  const seqAt = db.prepare('SELECT max(seq) AS seq FROM transactions WHERE dataset = ? AND timestamp <= ?')
  const changesOf = db.prepare(`
    SELECT document_id AS documentId, kind, previous_revision AS previousRevision, apply, revert, mutations
    FROM changes WHERE dataset = ? AND seq = ? ORDER BY position`)
  const steps = db.prepare(`
    SELECT c.seq, t.id AS transactionId, t.timestamp, t.author, c.kind,
      c.previous_revision AS previousRevision, c.revert
    FROM changes c JOIN transactions t ON t.dataset = c.dataset AND t.seq = c.seq
    WHERE c.dataset = ? AND c.document_id = ? AND c.seq >= ? ORDER BY c.seq DESC LIMIT ?`)
  const deletions = db.prepare(`
    SELECT document_id AS documentId, max(seq) AS seq FROM changes
    WHERE dataset = ? AND kind = 'delete' GROUP BY document_id`)

  const idsOf = db.prepare(`
    SELECT DISTINCT document_id AS id FROM changes WHERE dataset = ?1 AND document_id IN (?2, ?3)
    UNION SELECT DISTINCT document_id FROM changes
    WHERE dataset = ?1 AND document_id > 'versions.' AND document_id < 'versions/'`)

  const purge = purgeOf(db, dataset)

  const writeChange = (seq: number, position: number, change: Change, places: Places) => {
    const {documentId, before, after} = change
    const kind = loggedKind(change)
    const {apply, revert} = keptEffects(kind, change)
    const indexes = JSON.stringify(change.mutations.map((mutation) => places.get(mutation)))
    const previous = change.purged ? null : (before?._rev ?? null)
    insertChange.run(dataset, documentId, seq, position, kind, previous, apply, revert, indexes)
    if (after === null) deleteDocument.run(dataset, documentId)
    else putDocument.run(dataset, documentId, JSON.stringify(after))
  }

  return {
    *documents() {
      for (const {json} of documents.iterate(dataset)) {
        if (json === null) throw new DamagedRow('a document of its index is not in its table')
        yield JSON.parse(String(json)) as StoredDocument
      }
    },
    last: () => read(() => last.get(dataset) as {seq: number; timestamp: string} | undefined),
    append(transaction, {fingerprint, results}) {
      const {seq, id, timestamp, author, mutations, changes, purged = []} = transaction
      const kept = withoutTraces(transaction)
      const texts = [kept.mutations, kept.actions, results].map((value) => JSON.stringify(value))
      insertTransaction.run(dataset, seq, id, timestamp, author, fingerprint, ...texts)
      const places: Places = new Map(mutations.map((mutation, place) => [mutation, place]))
      changes.forEach((change, position) => writeChange(seq, position, change, places))
      for (const documentId of purged) purge(documentId, seq)
    },
    receipt: (transactionId) =>
      read(() => {
        const row = receipt.get(dataset, transactionId)
        if (row === undefined) return undefined
        return {
          fingerprint: String(row.fingerprint),
          results: JSON.parse(String(row.results)) as MutationResult[],
        }
      }),
    transactions: (selection) =>
      read(() =>
        selectTransactions(db, dataset, selection).map((row) => {
          const mutations = JSON.parse(row.mutations) as JsonObject[]
          const actions = JSON.parse(row.actions) as JsonObject[]
          const changes = changesOf.all(dataset, row.seq) as unknown as ChangeRow[]
          return {...row, mutations, actions, changes: changes.map((change) => readChange(change, mutations))}
        }),
      ),
    idsOf: (publishedId) =>
      read(() =>
        idsOf
          .all(dataset, publishedId, draftIdOf(publishedId))
          .map((row) => String(row.id))
          .filter((id) => publishedIdOf(id) === publishedId),
      ),
    seqAt: (time) => read(() => Number(seqAt.get(dataset, time)?.seq ?? 0)),
    seqOf: (transactionId) =>
      read(() => {
        const seq = seqOf.get(dataset, transactionId)?.seq
        return seq === undefined ? undefined : Number(seq)
      }),
    steps: (documentId, fromSeq, limit = -1) =>
      read(() => {
        const rows = steps.all(dataset, documentId, fromSeq, limit) as unknown as StepRow[]
        return rows.map((row) => ({...row, revert: parsePatch(row.revert)}))
      }),
    deletions: () => read(() => deletions.all(dataset) as unknown as LoggedDeletion[]),
  }
}

interface ChangeRow extends Omit<LoggedChange, 'apply' | 'revert' | 'purged' | 'remnant' | 'mutations'> {
  apply: string | null
  revert: string | null
  mutations: string
}

interface StepRow extends Omit<HistoryStep, 'revert'> {
  revert: string | null
}

const parsePatch = (text: string | null): MendozaPatch | null =>
  text === null ? null : (JSON.parse(text) as MendozaPatch)

function readChange({apply, revert, mutations, ...row}: ChangeRow, all: readonly JsonObject[]): LoggedChange {
  const indexes = new Set(JSON.parse(mutations) as number[])
  const own = all.filter((_mutation, index) => indexes.has(index))
  const read = {...row, revert: parsePatch(revert), mutations: own}
  if (row.kind !== 'delete') {
    return {...read, apply: parsePatch(apply), purged: row.kind === 'create' && own.some(isPurge)}
  }
  const remnant = apply === null ? {} : {remnant: JSON.parse(apply) as Remnant}
  return {...read, apply: null, purged: revert === null, ...remnant}
}

/** What was purged and made again in one transaction has no more past than what is new. */
const loggedKind = (change: Change): Operation =>
  change.purged && change.after !== null ? 'create' : operationOf(change)

/** A deletion has no use for `apply`: when it purges, what is left of its document takes that place. */
function keptEffects(
  kind: LoggedChange['kind'],
  {effects: {apply, revert}, before, purged}: Change,
): {apply: string | null; revert: string | null} {
  if (kind === 'create') return {apply: null, revert: null}
  if (kind === 'update') return {apply: JSON.stringify(apply), revert: JSON.stringify(revert)}
  if (!purged || before === null) return {apply: null, revert: JSON.stringify(revert)}
  const remnant: Remnant = {_id: before._id, _type: before._type}
  return {apply: JSON.stringify(remnant), revert: null}
}
