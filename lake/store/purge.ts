import type {DatabaseSync} from 'node:sqlite'
import {type Json, type JsonObject, isJsonObject} from '../model/document.ts'
import type {Transaction} from '../model/transaction.ts'

/** Removes what the log keeps of a document from before a transaction. */
export type Purge = (documentId: string, seq: number) => void

/**
 * Prepares removing the history of documents: the patches that lead to their earlier states, and what was
 * written of them in mutations and actions. That they were deleted, when and by whom, stays; so does the
 * place of every transaction. What is freed is overwritten (see `secure_delete`), in the write-ahead log
 * with its next turn.
 */
export function purgeOf(db: DatabaseSync, dataset: number): Purge {
  const touched = db.prepare(`
    SELECT t.seq, t.mutations, t.actions, c.mutations AS places
    FROM changes c JOIN transactions t ON t.dataset = c.dataset AND t.seq = c.seq
    WHERE c.dataset = ? AND c.document_id = ? AND c.seq < ?`)
  const scrub = db.prepare('UPDATE transactions SET mutations = ?, actions = ? WHERE dataset = ? AND seq = ?')
  // The last change stays: the one of this transaction, or the deletion of what was gone before.
  const forget = db.prepare(`
    DELETE FROM changes WHERE dataset = ?1 AND document_id = ?2
      AND seq < (SELECT max(seq) FROM changes WHERE dataset = ?1 AND document_id = ?2)`)
  const close = db.prepare(
    'UPDATE changes SET revert = NULL, previous_revision = NULL WHERE dataset = ? AND document_id = ?',
  )
  return (documentId, seq) => {
    for (const row of touched.all(dataset, documentId, seq)) {
      const places = new Set(JSON.parse(String(row.places)) as number[])
      const mutations = (JSON.parse(String(row.mutations)) as JsonObject[]).map((mutation, place) =>
        places.has(place) ? withoutText(mutation) : mutation,
      )
      const actions = (JSON.parse(String(row.actions)) as JsonObject[]).map((action) =>
        isAbout(action, documentId) ? withoutContent(action) : action,
      )
      scrub.run(JSON.stringify(mutations), JSON.stringify(actions), dataset, Number(row.seq))
    }
    forget.run(dataset, documentId)
    close.run(dataset, documentId)
  }
}

/**
 * What the log keeps of a transaction's own mutations and actions: no text of what it purged, nor of
 * documents that it made and deleted again, of which no change tells that they have to be purged.
 */
export function withoutTraces({
  mutations,
  actions,
  changes,
  purged = [],
}: Transaction): Pick<Transaction, 'mutations' | 'actions'> {
  const changing = new Set(changes.flatMap((change) => change.mutations))
  if (purged.length === 0 && changing.size === mutations.length) return {mutations, actions}
  const lastPurge = new Map<string | undefined, number>()
  mutations.forEach((mutation, place) => {
    if (isPurge(mutation)) lastPurge.set(subjectOf(mutation), place)
  })
  const gone = new Set<string | undefined>(purged)
  const kept = mutations.map((mutation, place) => {
    const subject = subjectOf(mutation)
    if (!changing.has(mutation)) gone.add(subject)
    const isGone = !changing.has(mutation) || place < (lastPurge.get(subject) ?? 0)
    return isGone ? withoutText(mutation) : mutation
  })
  return {
    mutations: kept,
    actions: actions.map((action) =>
      [...gone].some((id) => id !== undefined && isAbout(action, id)) ? withoutContent(action) : action,
    ),
  }
}

/** Whether a mutation takes along the history of what it deletes. */
export const isPurge = ({delete: selection}: JsonObject): boolean =>
  isJsonObject(selection) && selection.purge === true

/** The document that a logged mutation is about. */
function subjectOf(mutation: JsonObject): string | undefined {
  const [argument] = Object.values(mutation)
  const {_id, id} = isJsonObject(argument) ? argument : {}
  return [_id, id].find((value) => typeof value === 'string')
}

/** A mutation with its document alone; a deletion says no more anyway. */
const withoutText = (mutation: JsonObject): JsonObject =>
  'delete' in mutation ? mutation : {patch: {id: subjectOf(mutation) ?? null}}

/** Whether an action names a document, in a field of its own or as the id of what it carries. */
const isAbout = (action: JsonObject, id: string): boolean =>
  Object.values(action).some((value) => value === id || idIn(value) === id)

const idIn = (value: Json): Json | undefined => (isJsonObject(value) ? value._id : undefined)

/** What kind of action it was and on which documents. */
const withoutContent = (action: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(action).filter(([, value]) => typeof value !== 'object'))
